// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back in the document of the cart: as credit beside what is sold (ADR 050, ADR 053).
#include "models/money/denominations.h"
#include "models/selling/return_rules.h"
#include "ui/presenters/selling/sale_texts.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/till/till_presenter.h"

#include <algorithm>

namespace crema {

namespace {

Problem conflict(const char *code, const QString &text, const QString &hint)
{
    return {ProblemKind::Conflict, QString::fromLatin1(code), text, hint, {}};
}

Problem notPractised()
{
    return conflict("training.not_recorded", TillPresenter::tr("Taking something back is not practised."),
                    TillPresenter::tr("End the training first."));
}

QCoro::Task<Result<sync::SaleView>> returnsAreNotPractised()
{
    co_return failure(notPractised());
}

} // namespace

Result<void> TillPresenter::takeBack(const TillReturn &back)
{
    if (isTraining())
        return failure(notPractised());
    if (m_mode == TillMode::ChangeDue)
        newSale();
    if (m_mode != TillMode::Selling)
        return failure(m_mode == TillMode::Paying
                           ? conflict("till.not_selling", tr("A payment is under way at the till."),
                                      tr("Take the payment or go back to the sale, then try again."))
                           : conflict("till.not_selling", tr("Nothing can be sold yet."), tr("Open a shift first.")));
    if (!m_tenders.taken().isEmpty())
        return failure(conflict("till.part_paid", alreadyPaidText(), tr("Give it back first, or take the rest.")));
    if (m_tenders.awaited())
        return failure(conflict("till.part_paid", tr("An online payment is awaited for the sale at the till."),
                                tr("Wait for it or cancel it first.")));
    const TillReturn &now = m_sale.cart().back;
    if (now.draft.sale && back.draft.sale && now.draft.sale != back.draft.sale)
        return failure(conflict("till.other_return",
                                tr("The sale at the till takes back something of %1 already.").arg(now.number),
                                tr("Finish it first: each receipt has a return of its own.")));
    commitEntry();
    m_sale.takeBack(back);
    say(Tone::Ok, tr("What comes back is credit of this sale."), tr("Add what is bought instead, then pay."));
    cartChangedByHand();
    return {};
}

void TillPresenter::removeReturned(int index)
{
    const QList<ReturnedLine> shown = m_sale.cart().back.lines;
    if (m_mode != TillMode::Selling || index < 0 || index >= shown.size() || isHeldByParts())
        return;
    commitEntry();
    const TillCart before = m_sale.cart();
    if (!m_sale.leaveReturned(index))
        return;
    const QString text = tr("%1 does not come back any more.").arg(shown.at(index).name);
    say(Tone::Neutral, text, tr("Undo brings it back."));
    postTaken(text, {}, before);
    cartChangedByHand();
}

QCoro::Task<Result<Sale>> TillPresenter::askRules(TillDesk &desk, const TillSale &sale)
{
    return sale.takesBack() ? desk.quoteReturn(sale.returnDraft()) : desk.quote(sale.draft());
}

QCoro::Task<Result<sync::SaleView>> TillPresenter::complete(TillDesk &desk, const TillSale &sale,
                                                            const QList<sync::TenderDraft> &tenders, bool isPractice)
{
    if (sale.takesBack()) {
        if (isPractice)
            return returnsAreNotPractised();
        sync::ReturnDraft draft = sale.returnDraft();
        draft.bought.tenders = tenders;
        return desk.returnSale(std::move(draft));
    }
    sync::SaleDraft draft = sale.draft();
    draft.tenders = tenders;
    draft.isPractice = isPractice;
    return desk.completeSale(std::move(draft));
}

CartLineView TillPresenter::returnedView(int index) const
{
    const ReturnedLine &line = m_sale.cart().back.lines.at(index);
    QStringList about{tr("Comes back")};
    if (!line.fee.isZero())
        about.append(tr("%1 kept").arg(m_texts.amount(line.fee)));
    CartLineView view;
    view.key = QStringLiteral("back%1").arg(index);
    view.comesBack = true;
    view.product = line.name;
    view.name = line.options.isEmpty() ? line.name : line.name + QLatin1Char(' ') + line.options;
    view.sku = line.sku;
    view.remark = about.join(QStringLiteral(" · "));
    view.detail = view.remark + QStringLiteral(" · ") + (line.options.isEmpty() ? line.sku : line.options);
    view.quantityText = QStringLiteral("−") + m_texts.quantity(line.quantity, line.unit);
    view.totalText = m_texts.amount(-line.credit());
    view.spoken = tr("%1 × %2 comes back, %3, line %4 of %5")
                      .arg(m_texts.quantity(line.quantity, line.unit), view.name, view.totalText)
                      .arg(m_sale.lines().size() + index + 1)
                      .arg(m_sale.lines().size() + m_sale.cart().back.lines.size());
    return view;
}

Money TillPresenter::creditOf(const Sale &sale) const
{
    Money credit(0, sale.total.currency());
    for (const ReturnedLine &line : sale.returns)
        credit += line.credit();
    return credit;
}

bool TillPresenter::isPayingBack() const
{
    return m_quoted && m_quoted->takesBack() && m_quoted->total.minor() <= 0;
}

PayBackView TillPresenter::payBackView() const
{
    const Money credit = creditOf(*m_quoted);
    const Money bought = m_quoted->total + credit;
    PayBackView view;
    view.totalText = m_texts.amount(paidOut(*m_quoted));
    view.rows.append({tr("Comes back"), m_texts.amount(credit)});
    if (!bought.isZero())
        view.rows.append({tr("Bought"), m_texts.amount(-bought)});
    if (!m_quoted->rounding.isZero())
        view.rows.append({tr("Rounding"), m_texts.amount(-m_quoted->rounding)});
    for (const Payment &payment : m_quoted->payments)
        view.payments.append({paymentMethodName(payment.method), m_texts.amount(-payment.amount)});
    view.titleText = view.payments.isEmpty() ? tr("Nothing is to be paid") : tr("Pay back");
    return view;
}

void TillPresenter::showPaidBack(const Sale &sale)
{
    Money cash(0, sale.total.currency());
    QStringList others;
    m_totals.rows.clear();
    for (const Payment &payment : sale.payments) {
        m_totals.rows.append({paymentMethodName(payment.method), m_texts.amount(-payment.amount)});
        if (payment.method == PaymentMethod::Cash)
            cash -= payment.amount;
        else
            others.append(tr("%1: %2", "a way of paying and an amount")
                              .arg(paymentMethodName(payment.method), m_texts.amount(-payment.amount)));
    }
    m_totals.label = tr("Paid back");
    m_totals.totalText = m_texts.amount(paidOut(sale));
    m_change.isPayBack = true;
    m_change.hasChange = !cash.isZero();
    m_change.changeText = m_texts.amount(cash);
    m_change.titleText = m_change.hasChange ? tr("Hand out in cash")
                         : others.isEmpty() ? tr("Nothing is to be paid")
                                            : tr("No cash is handed out");
    m_change.paidText = others.isEmpty() ? tr("Taken back and exchanged") : m_locale.createSeparatedList(others);
    // Cards and credit of the shop have it already.
    const bool isElsewhere = std::ranges::any_of(sale.payments, [](const Payment &payment) {
        return payment.method == PaymentMethod::Card || payment.method == PaymentMethod::Invoice;
    });
    if (isElsewhere)
        m_change.hintText = tr("Pay this back the way it was paid, such as at the card terminal.");
    m_change.handOut.clear();
    for (const HandOut &piece : handOut(cash))
        m_change.handOut.append(tr("%1 × %2").arg(piece.count).arg(m_texts.roundAmount(piece.piece)));
}

} // namespace crema
