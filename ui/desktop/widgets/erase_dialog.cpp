// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/erase_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <utility>

namespace crema::desktop {
namespace {

constexpr int dialogWidth = 560;

} // namespace

EraseDialog::EraseDialog(const Theme &theme, Erasure erasure, QWidget *window)
    : QDialog(window), m_theme(theme), m_erasure(std::move(erasure)),
      m_reason(new ChoiceRow(theme, QStringLiteral("eraseReason"), tr("Why"))),
      m_cancel(new TouchButton(theme, QStringLiteral("eraseCancel"))), m_erase(new TouchButton(theme, m_erasure.name))
{
    setObjectName(m_erasure.name + QStringLiteral("Dialog"));
    setWindowTitle(m_erasure.title);
    setAttribute(Qt::WA_DeleteOnClose);
    const EraseQuestion question = *m_erasure.question();
    auto *title = makeText(theme, QStringLiteral("eraseTitle"), 20, QFont::DemiBold);
    title->setText(question.title);
    auto *goes = makeText(theme, QStringLiteral("eraseGoes"), 14, QFont::Normal);
    goes->setText(question.goesText);
    auto *stays = makeText(theme, QStringLiteral("eraseStays"), 14, QFont::Normal);
    stays->setText(question.staysText);
    setAccessibleDescription(question.goesText + u' ' + question.staysText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(12);
    for (QLabel *label : {title, goes, stays}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(makeReasons(question.reasons));
    column->addWidget(makeFeet());
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    m_cancel->setFocus();
}

QWidget *EraseDialog::makeReasons(const QList<EraseChoice> &reasons)
{
    auto *part = new QWidget;
    auto *label = makeText(m_theme, QStringLiteral("eraseReasonLabel"), 14, QFont::Medium);
    label->setText(tr("Why are they erased?"));
    for (const EraseChoice &choice : reasons)
        m_reason->addChoice(eraseReasonText(choice.reason), choice.text);
    for (QPushButton *button : m_reason->findChildren<QPushButton *>()) {
        button->setAutoDefault(false);
        button->setMinimumHeight(m_theme.controlHeight());
    }
    connect(m_reason, &ChoiceRow::chosen, this, &EraseDialog::follow);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(6);
    column->addWidget(label);
    column->addWidget(m_reason);
    return part;
}

QWidget *EraseDialog::makeFeet()
{
    auto *feet = new QWidget;
    const QList<std::pair<TouchButton *, QString>> buttons{{m_cancel, tr("Cancel")}, {m_erase, tr("Erase for good")}};
    for (const auto &[button, text] : buttons) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setTextSize(16, QFont::Medium);
        button->setMinimumHeight(48);
        button->setAutoDefault(false);
    }
    m_erase->setIconName(QStringLiteral("trash"));
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_erase, &QPushButton::clicked, this, &EraseDialog::erase);
    auto *row = new QHBoxLayout(feet);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_erase);
    follow();
    return feet;
}

void EraseDialog::follow()
{
    if (!m_erasure.question()) {
        reject();
        return;
    }
    const bool hasReason = !m_reason->current().isEmpty();
    m_erase->setEnabled(hasReason);
    m_erase->setAccessibleDescription(hasReason ? QString() : tr("Choose a reason first."));
}

void EraseDialog::erase()
{
    const auto reason = eraseReasonFromText(m_reason->current());
    if (!reason || !m_erasure.question())
        return;
    accept();
    m_erasure.erase(*reason);
}

void EraseDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter) {
        QDialog::keyPressEvent(event);
        return;
    }
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (button && button != m_erase && !event->isAutoRepeat())
        button->click();
    event->accept();
}

} // namespace crema::desktop
