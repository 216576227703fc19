// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/cash_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/desktop/widgets/wrap_layout.h"
#include "ui/presenters/till/cash_movement_presenter.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 560;

} // namespace

CashDialog::CashDialog(const Theme &theme, CashMovementPresenter &cash, QWidget *window)
    : QDialog(window), m_theme(theme), m_cash(cash),
      m_kind(new ChoiceRow(theme, QStringLiteral("cashKind"), tr("What happens with the cash"))),
      m_amount(new QLineEdit), m_reason(new QLineEdit), m_note(new QLineEdit), m_reasons(new QWidget),
      m_reasonRow(new WrapLayout),
      m_problem(makeText(theme, QStringLiteral("cashProblem"), 14, QFont::DemiBold, "error")),
      m_record(new TouchButton(theme, QStringLiteral("cashRecord")))
{
    setObjectName(QStringLiteral("cashDialog"));
    setWindowTitle(tr("Cash in the drawer"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_problem->setWordWrap(true);
    for (const CashMovementKind kind : allCashMovementKinds)
        m_kind->addChoice(cashMovementKindText(kind), CashMovementPresenter::kindName(kind));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    column->addWidget(m_kind);
    makeFields();
    column->addStretch(1);
    column->addWidget(m_problem);
    makeFeet();
    connect(m_kind, &ChoiceRow::chosen, this, [this](const QString &kind) {
        m_cash.setKind(*cashMovementKindFromText(kind));
        showKind();
    });
    connect(&cash, &CashMovementPresenter::changed, this, &CashDialog::showState);
    connect(&cash, &CashMovementPresenter::moved, this, &QDialog::accept);
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    if (window)
        setMaximumHeight(window->height() - 64);
    showKind();
}

void CashDialog::makeFields()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_reason->setMaxLength(static_cast<int>(CashMovement::longestReason));
    m_note->setMaxLength(static_cast<int>(CashMovement::longestNote));
    m_amountField = new FormField(m_theme, QStringLiteral("cashAmount"), tr("How much"), m_amount);
    m_reasonField = new FormField(m_theme, QStringLiteral("cashReason"), tr("Why"), m_reason);
    m_noteField = new FormField(m_theme, QStringLiteral("cashNote"), tr("Note, if there is more to say"), m_note);
    m_reasonRow->setSpacing(8);
    m_reasons->setLayout(m_reasonRow);
    column->addWidget(m_amountField);
    column->addWidget(m_reasonField);
    column->addWidget(m_reasons);
    column->addWidget(m_noteField);
    connect(m_amount, &QLineEdit::returnPressed, this, [this] { m_reason->setFocus(Qt::TabFocusReason); });
    connect(m_reason, &QLineEdit::returnPressed, this, &CashDialog::record);
    connect(m_note, &QLineEdit::returnPressed, this, &CashDialog::record);
}

void CashDialog::makeFeet()
{
    auto *back = new TouchButton(m_theme, QStringLiteral("cashBack"));
    back->setText(tr("Back"));
    back->setAccessibleName(back->text());
    m_record->setKind("primary");
    for (TouchButton *button : {back, m_record}) {
        button->setTextSize(16, QFont::Medium);
        button->setMinimumHeight(qMax(48, m_theme.scaled(44)));
        button->setAutoDefault(false); // Enter in a field presses none
    }
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(back);
    feet->addStretch(1);
    feet->addWidget(m_record);
    static_cast<QVBoxLayout *>(layout())->addLayout(feet);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_record, &QPushButton::clicked, this, &CashDialog::record);
}

void CashDialog::showKind()
{
    m_kind->setCurrent(cashMovementKindText(m_cash.kind()));
    m_amountField->setVisible(m_cash.asksAmount());
    m_record->setText(m_cash.verb());
    m_record->setAccessibleName(m_cash.verb());
    showReasons();
    showState();
    (m_cash.asksAmount() ? m_amount : m_reason)->setFocus();
}

void CashDialog::showReasons()
{
    const QStringList reasons = m_cash.reasons();
    if (reasons == m_shownReasons)
        return;
    m_shownReasons = reasons;
    while (QLayoutItem *item = m_reasonRow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < reasons.size(); ++i) {
        auto *reason = new TouchButton(m_theme, QStringLiteral("cashReason%1").arg(i));
        reason->setText(reasons.at(i));
        reason->setAccessibleName(reasons.at(i));
        reason->setTextSize(14, QFont::Medium);
        reason->setFixedHeight(qMax(48, m_theme.scaled(40)));
        reason->setAutoDefault(false);
        connect(reason, &QPushButton::clicked, this, [this, text = reasons.at(i)] {
            m_reason->setText(text);
            (m_cash.asksAmount() && m_amount->text().isEmpty() ? m_amount : m_reason)->setFocus();
        });
        m_reasonRow->addWidget(reason);
    }
}

void CashDialog::showState()
{
    m_amountField->setProblem(m_cash.problem(QStringLiteral("amount")));
    m_reasonField->setProblem(m_cash.problem(QStringLiteral("reason")));
    m_noteField->setProblem(m_cash.problem(QStringLiteral("note")));
    const QString problem = m_cash.obstacle().isEmpty() ? m_cash.problem() : m_cash.obstacle();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_record->setEnabled(!m_cash.isBusy() && m_cash.obstacle().isEmpty());
}

void CashDialog::record()
{
    if (!m_record->isEnabled())
        return;
    m_cash.record(m_amount->text(), m_reason->text(), m_note->text());
    if (!m_cash.problem(QStringLiteral("amount")).isEmpty())
        m_amount->setFocus();
}

void CashDialog::reject()
{
    if (!m_cash.isBusy())
        QDialog::reject();
}

} // namespace crema::desktop
