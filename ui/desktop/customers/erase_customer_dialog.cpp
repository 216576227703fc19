// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/erase_customer_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/customers/customer_list_presenter.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace crema::desktop {
namespace {

constexpr int dialogWidth = 560;

} // namespace

EraseCustomerDialog::EraseCustomerDialog(const Theme &theme, CustomerListPresenter &presenter, QWidget *window)
    : QDialog(window), m_theme(theme), m_presenter(presenter), m_customer(presenter.openId()),
      m_reason(new ChoiceRow(theme, QStringLiteral("eraseReason"), tr("Why"))),
      m_cancel(new TouchButton(theme, QStringLiteral("eraseCancel"))),
      m_erase(new TouchButton(theme, QStringLiteral("eraseCustomer")))
{
    setObjectName(QStringLiteral("eraseCustomerDialog"));
    setWindowTitle(tr("Erase the customer"));
    setAttribute(Qt::WA_DeleteOnClose);
    const EraseQuestion question = *presenter.eraseQuestion();
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
    connect(&presenter, &CustomerListPresenter::detailChanged, this, &EraseCustomerDialog::follow);
    m_cancel->setFocus();
}

QWidget *EraseCustomerDialog::makeReasons(const QList<EraseChoice> &reasons)
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
    connect(m_reason, &ChoiceRow::chosen, this, &EraseCustomerDialog::follow);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(6);
    column->addWidget(label);
    column->addWidget(m_reason);
    return part;
}

QWidget *EraseCustomerDialog::makeFeet()
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
    connect(m_erase, &QPushButton::clicked, this, &EraseCustomerDialog::erase);
    auto *row = new QHBoxLayout(feet);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_erase);
    follow();
    return feet;
}

void EraseCustomerDialog::follow()
{
    if (m_presenter.openId() != m_customer || !m_presenter.eraseQuestion()) {
        reject();
        return;
    }
    const bool hasReason = !m_reason->current().isEmpty();
    m_erase->setEnabled(hasReason);
    m_erase->setAccessibleDescription(hasReason ? QString() : tr("Choose a reason first."));
}

void EraseCustomerDialog::erase()
{
    const auto reason = eraseReasonFromText(m_reason->current());
    if (!reason || m_presenter.openId() != m_customer)
        return;
    accept();
    m_presenter.erase(*reason);
}

void EraseCustomerDialog::keyPressEvent(QKeyEvent *event)
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
