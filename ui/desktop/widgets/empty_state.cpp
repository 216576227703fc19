// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/empty_state.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QHBoxLayout>
#include <QLabel>

namespace crema::desktop {

namespace {

constexpr int iconSize = 48;
constexpr int textWidth = 400;

} // namespace

EmptyState::EmptyState(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel),
      m_title(makeText(theme, objectName + QStringLiteral("Title"), 16, QFont::DemiBold)),
      m_sentence(makeText(theme, objectName + QStringLiteral("Sentence"), 14, QFont::Normal, "muted")),
      m_action(new TouchButton(theme, objectName + QStringLiteral("Action"))),
      m_link(new TouchButton(theme, objectName + QStringLiteral("Link")))
{
    setObjectName(objectName);
    m_icon->setObjectName(objectName + QStringLiteral("Icon"));
    m_icon->setAlignment(Qt::AlignCenter);
    for (QLabel *text : {m_title, m_sentence}) {
        text->setAlignment(Qt::AlignCenter);
        text->setWordWrap(true);
        text->setMaximumWidth(theme.scaled(textWidth));
    }
    for (TouchButton *button : {m_action, m_link}) {
        button->setTextSize(14, QFont::Medium);
        button->setMinimumHeight(theme.scaled(40));
        button->setMinimumWidth(96);
    }
    m_link->setKind("link");
    setFocusProxy(m_action);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_action);
    buttons->addWidget(m_link);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 24, 16, 24);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(m_icon);
    column->addSpacing(4);
    for (QLabel *text : {m_title, m_sentence}) {
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(text, 100); // as wide as it may be before it wraps
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch(1);
    setAction({});
    setLink({});
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionChosen);
    connect(m_link, &QPushButton::clicked, this, &EmptyState::linkChosen);
    connect(&theme, &Theme::changed, this, &EmptyState::drawIcon);
}

void EmptyState::showState(const QString &iconName, const QString &title, const QString &sentence, const char *token)
{
    m_iconName = iconName;
    m_token = token;
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    drawIcon();
}

void EmptyState::setAction(const QString &text, const char *kind)
{
    m_action->setKind(kind);
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::setLink(const QString &text)
{
    m_link->setText(text);
    m_link->setAccessibleName(text);
    m_link->setVisible(!text.isEmpty());
}

void EmptyState::drawIcon()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(m_theme.icon(m_iconName, m_token).pixmap(iconSize, iconSize));
}

} // namespace crema::desktop
