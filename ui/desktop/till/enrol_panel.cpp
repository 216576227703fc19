// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/enrol_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

EnrolPanel::EnrolPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_address(new QLineEdit), m_code(new QLineEdit)
{
    setObjectName(QStringLiteral("enrolPanel"));
    auto *card = new QWidget;
    card->setFixedWidth(theme.scaled(480));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *title = makeText(theme, QStringLiteral("enrolTitle"), 28, QFont::DemiBold);
    title->setText(tr("Make this device a till"));
    auto *hint = makeText(theme, QStringLiteral("enrolHint"), 16, QFont::Normal, "muted");
    hint->setText(tr("Your manager gives you the address of the platform and a one-time code."));
    hint->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(hint);
    column->addSpacing(16);
    const auto addField = [&](QLineEdit *field, const QString &name, const QString &label, const QString &example) {
        auto *text = makeText(theme, name + QStringLiteral("Label"), 14, QFont::Medium);
        text->setText(label);
        text->setBuddy(field);
        field->setObjectName(name);
        field->setAccessibleName(label);
        field->setPlaceholderText(example);
        column->addWidget(text);
        column->addWidget(field);
        column->addSpacing(8);
        connect(field, &QLineEdit::returnPressed, this, &EnrolPanel::submit);
    };
    addField(m_address, QStringLiteral("platformField"), tr("Address of the platform"),
             QStringLiteral("https://shop.example"));
    addField(m_code, QStringLiteral("codeField"), tr("One-time code"), QStringLiteral("K7QP-3M2X"));
    auto *button = new TouchButton(theme, QStringLiteral("enrolButton"));
    button->setKind("primary");
    button->setText(tr("Connect this device"));
    button->setAccessibleName(button->text());
    button->setTextSize(18, QFont::DemiBold);
    button->setFixedHeight(64);
    connect(button, &QPushButton::clicked, this, &EnrolPanel::submit);
    column->addSpacing(8);
    column->addWidget(button);
    auto *middle = new QVBoxLayout(this);
    // Not by alignment: an aligned widget gets its size hint, which knows nothing of wrapped lines.
    auto *centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(card);
    centre->addStretch(1);
    middle->addStretch(1);
    middle->addLayout(centre);
    middle->addStretch(2);
    setFocusProxy(m_address);
}

void EnrolPanel::submit()
{
    m_presenter.enrol(m_address->text(), m_code->text());
}

} // namespace crema::desktop
