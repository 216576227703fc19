// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/return_presenter.h"

#include "models/giftcards/gift_code.h"
#include "models/money/denominations.h"
#include "models/money/money_input.h"
#include "models/selling/return_reason.h"
#include "ui/presenters/selling/sale_texts.h"

#include <algorithm>

namespace crema {

ReturnPresenter::ReturnPresenter(ShopDesk &desk, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_locale(locale), m_texts(locale)
{
    connect(&m_desk, &TillDesk::dataChanged, this, &ReturnPresenter::readAgain);
    connect(&m_desk, &TillDesk::changed, this, [this] {
        if (m_step == ReturnStep::Choosing)
            Q_EMIT changed(); // a shift was opened, or somebody else is here
    });
}

ReturnPresenter::~ReturnPresenter()
{
    m_readStop.request_stop();
    m_quoteStop.request_stop();
    m_stop.request_stop();
}

void ReturnPresenter::open(const QString &sale)
{
    if (m_isRecording || (m_step == ReturnStep::Choosing && sale == m_key))
        return;
    if (sale != m_key)
        forget();
    m_key = sale;
    m_problem.reset();
    setStep(ReturnStep::Choosing);
    readAgain();
}

void ReturnPresenter::close()
{
    if (m_isRecording || m_step == ReturnStep::Closed)
        return;
    m_readStop.request_stop();
    if (m_step == ReturnStep::Done)
        forget();
    setStep(ReturnStep::Closed);
}

void ReturnPresenter::setStep(ReturnStep step)
{
    m_step = step;
    Q_EMIT stepChanged();
    Q_EMIT changed();
}

void ReturnPresenter::forget()
{
    m_quoteStop.request_stop();
    m_key.clear();
    m_sale.reset();
    m_picks.clear();
    m_to = RefundTo::Original;
    m_giftCard.reset();
    m_sums.reset();
    m_isCurrent = false;
    m_problem.reset();
}

void ReturnPresenter::readAgain()
{
    if (m_step != ReturnStep::Choosing || m_isRecording)
        return;
    m_readStop.request_stop();
    m_readStop = std::stop_source();
    read(this, m_readStop.get_token(), m_key);
}

QCoro::Task<> ReturnPresenter::read(Self self, std::stop_token stop, QString key)
{
    const Result<sync::ReturnableSale> sale = co_await self->m_desk.returnable(key);
    if (stop.stop_requested() || !self)
        co_return;
    if (sale)
        self->take(*sale);
    else
        self->fail(sale.error());
}

void ReturnPresenter::take(const sync::ReturnableSale &sale)
{
    m_sale = sale;
    m_picks.resize(sale.lines.size());
    for (qsizetype row = 0; row < m_picks.size(); ++row)
        m_picks[row].quantity = std::min(m_picks.at(row).quantity, sale.lines.at(row).left.units());
    compute();
}

void ReturnPresenter::fail(const Problem &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

QList<ReturnLineView> ReturnPresenter::lines() const
{
    QList<ReturnLineView> views;
    for (qsizetype row = 0; row < m_picks.size(); ++row) {
        const SaleLine &sold = m_sale->sale.sale.lines.at(row);
        const ReturnableLine &line = m_sale->lines.at(row);
        const Pick &pick = m_picks.at(row);
        ReturnLineView view;
        view.name = sold.name;
        view.detail = sold.options.isEmpty()
                          ? sold.sku
                          : tr("%1 · %2", "options of an item, and its SKU").arg(sold.options, sold.sku);
        if (sold.bundle)
            view.detail = tr("%1 · in %2", "options of an item and its SKU, a bundle").arg(view.detail, sold.bundle->name);
        view.unit = sold.unit;
        view.soldText = m_texts.quantity(line.sold, sold.unit);
        if (!line.returned.isZero())
            view.returnedText = m_texts.quantity(line.returned, sold.unit);
        view.leftText = m_texts.quantity(line.left, sold.unit);
        view.worthText = amount(line.gross);
        view.left = line.left.units();
        view.quantity = pick.quantity;
        view.reason = pick.reason;
        view.reasonText = returnReasonWords(pick.reason);
        view.restock = pick.restock;
        view.feeText = pick.feeText;
        view.feeProblem = pick.feeProblem;
        views.append(view);
    }
    return views;
}

bool ReturnPresenter::hasLeft() const
{
    return m_sale && std::ranges::any_of(m_sale->lines, [](const ReturnableLine &line) { return !line.left.isZero(); });
}

QList<ReturnReasonChoice> ReturnPresenter::reasons()
{
    QList<ReturnReasonChoice> choices{{{}, tr("no reason given")}};
    for (const ReturnReason reason : allReturnReasons)
        choices.append({returnReasonText(reason), returnReasonWords(returnReasonText(reason))});
    return choices;
}

ReturnPresenter::Pick *ReturnPresenter::pick(int row)
{
    const bool isThere = row >= 0 && row < m_picks.size() && m_step == ReturnStep::Choosing && !m_isRecording;
    return isThere ? &m_picks[row] : nullptr;
}

void ReturnPresenter::setQuantity(int row, std::int64_t quantity)
{
    Pick *chosen = pick(row);
    if (!chosen)
        return;
    chosen->quantity = std::clamp<std::int64_t>(quantity, 0, m_sale->lines.at(row).left.units());
    compute();
}

void ReturnPresenter::addToQuantity(int row, int steps)
{
    if (!pick(row))
        return;
    if (m_sale->sale.sale.lines.at(row).unit == Unit::Gram)
        setQuantity(row, steps > 0 ? m_sale->lines.at(row).left.units() : 0);
    else
        setQuantity(row, m_picks.at(row).quantity + steps);
}

void ReturnPresenter::setReason(int row, const QString &reason)
{
    Pick *chosen = pick(row);
    if (!chosen)
        return;
    chosen->reason = reason;
    for (const ReturnReason usual : allReturnReasons) {
        if (returnReasonText(usual) == reason)
            chosen->restock = isUsuallyRestocked(usual);
    }
    compute();
}

void ReturnPresenter::setRestock(int row, bool restock)
{
    if (Pick *chosen = pick(row)) {
        chosen->restock = restock;
        compute();
    }
}

void ReturnPresenter::setFee(int row, const QString &text)
{
    Pick *chosen = pick(row);
    if (!chosen)
        return;
    chosen->feeText = text;
    chosen->fee.reset();
    chosen->feeProblem.clear();
    if (!text.trimmed().isEmpty()) {
        const Result<Money> fee = MoneyInput::parse(text.trimmed(), m_sale->sale.sale.total.currency(), m_locale);
        if (fee)
            chosen->fee = *fee;
        else
            chosen->feeProblem = fee.error().message;
    }
    compute();
}

void ReturnPresenter::setFeeMinor(int row, std::int64_t minor)
{
    Pick *chosen = pick(row);
    if (!chosen)
        return;
    chosen->fee = Money(minor, m_sale->sale.sale.total.currency());
    chosen->feeText = amount(*chosen->fee);
    chosen->feeProblem.clear();
    compute();
}

bool ReturnPresenter::takeScan(const QString &code)
{
    if (m_step != ReturnStep::Choosing || m_isRecording || !m_sale)
        return false;
    if (const auto card = giftCodeIn(code))
        findCard(this, m_stop.get_token(), *card);
    else
        find(this, m_stop.get_token(), code);
    return true;
}

void ReturnPresenter::takeEverything()
{
    for (int row = 0; row < m_picks.size(); ++row) {
        if (Pick *chosen = pick(row))
            chosen->quantity = m_sale->lines.at(row).left.units();
    }
    compute();
}

void ReturnPresenter::takeNothing()
{
    for (int row = 0; row < m_picks.size(); ++row) {
        if (Pick *chosen = pick(row))
            chosen->quantity = 0;
    }
    compute();
}

void ReturnPresenter::setRefundTo(RefundTo to)
{
    if (m_to == to || m_isRecording)
        return;
    m_to = to;
    compute();
}

bool ReturnPresenter::hasOtherMethods() const
{
    return m_sale && std::ranges::any_of(m_sale->sale.sale.payments,
                                         [](const Payment &payment) { return payment.method != PaymentMethod::Cash; });
}

bool ReturnPresenter::isChosen() const
{
    return std::ranges::any_of(m_picks, [](const Pick &pick) { return pick.quantity > 0; });
}

sync::ReturnDraft ReturnPresenter::draft() const
{
    sync::ReturnDraft draft;
    draft.sale = m_sale->sale.sale.id;
    draft.to = m_to;
    draft.giftCard = m_to == RefundTo::GiftCard ? m_giftCard : std::nullopt;
    for (qsizetype row = 0; row < m_picks.size(); ++row) {
        const Pick &pick = m_picks.at(row);
        if (pick.quantity > 0)
            draft.lines.append(
                {m_sale->lines.at(row).line, Quantity(pick.quantity), pick.fee, pick.restock, pick.reason});
    }
    return draft;
}

// Old sums stay until there are new ones, so that nothing flickers; what is paid back waits for these.
void ReturnPresenter::compute()
{
    m_quoteStop.request_stop();
    m_quoteStop = std::stop_source();
    m_isCurrent = false;
    m_problem.reset();
    if (!m_sale || !isChosen()) {
        m_sums.reset();
        Q_EMIT changed();
        return;
    }
    Q_EMIT changed();
    quote(this, m_quoteStop.get_token(), draft());
}

QCoro::Task<> ReturnPresenter::quote(Self self, std::stop_token stop, sync::ReturnDraft draft)
{
    const Result<Sale> sale = co_await self->m_desk.quoteReturn(draft);
    if (stop.stop_requested() || !self)
        co_return;
    if (!sale) {
        self->m_sums.reset();
        self->fail(sale.error());
        co_return;
    }
    self->m_sums = self->sumsOf(*sale);
    self->m_isCurrent = true;
    Q_EMIT self->changed();
}

ReturnSums ReturnPresenter::sumsOf(const Sale &sale) const
{
    ReturnSums sums;
    Money worth(0, sale.total.currency());
    Money fees(0, sale.total.currency());
    for (const ReturnedLine &line : sale.returns) {
        worth += line.gross;
        fees += line.fee;
    }
    sums.rows.append({tr("Goods"), amount(worth)});
    if (!fees.isZero())
        sums.rows.append({tr("Fee kept"), amount(-fees)});
    if (!sale.rounding.isZero())
        sums.rows.append({tr("Rounding"), amount(-sale.rounding)});
    for (const Payment &payment : sale.payments)
        sums.payments.append({paymentMethodName(payment.method), amount(-payment.amount)});
    const Money back = paidOut(sale);
    sums.totalText = amount(back);
    sums.isPaid = !back.isZero();
    return sums;
}

QString ReturnPresenter::obstacle() const
{
    const sync::ClientState &state = m_desk.state();
    if (m_isRecording)
        return tr("It is being recorded.");
    if (!state.person)
        return tr("Sign in first: what is paid back has a name.");
    if (!state.openShift)
        return tr("Open a shift first: what is paid back comes out of its drawer.");
    if (!m_sale)
        return m_problem ? m_problem->message : tr("The sale is being read.");
    if (!hasLeft())
        return tr("Everything of this sale came back.");
    if (!isChosen())
        return tr("Choose what comes back.");
    for (const Pick &pick : m_picks) {
        if (pick.quantity > 0 && !pick.feeProblem.isEmpty())
            return pick.feeProblem;
    }
    if (m_isCurrent)
        return {};
    return m_problem ? m_problem->message : tr("The sums are being computed.");
}

ReturnQuestion ReturnPresenter::question() const
{
    if (!m_sums || !m_sums->isPaid)
        return {tr("Take this back of sale %1? Nothing is paid back.").arg(number()),
                {},
                tr("Take it back"),
                tr("Not now")};
    return {tr("Pay back %1 for sale %2?").arg(m_sums->totalText, number()), m_sums->payments,
            tr("Pay back %1").arg(m_sums->totalText), tr("Not now")};
}

void ReturnPresenter::payBack()
{
    if (m_step != ReturnStep::Choosing || !obstacle().isEmpty())
        return;
    m_isRecording = true;
    m_problem.reset();
    Q_EMIT changed();
    record(this, m_stop.get_token(), draft());
}

void ReturnPresenter::exchange()
{
    if (m_step != ReturnStep::Choosing || !obstacle().isEmpty() || !m_exchange)
        return;
    const Result<void> begun = m_exchange({draft(), number(), {}});
    if (!begun) {
        fail(begun.error());
        return;
    }
    forget();
    setStep(ReturnStep::Closed);
    Q_EMIT exchangeBegun();
}

QCoro::Task<> ReturnPresenter::record(Self self, std::stop_token stop, sync::ReturnDraft draft)
{
    const Result<sync::SaleView> view = co_await self->m_desk.returnSale(draft);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isRecording = false;
    if (view)
        self->finish(*view);
    else
        self->fail(view.error());
}

void ReturnPresenter::finish(const sync::SaleView &view)
{
    const Sale &sale = view.sale;
    m_done = {};
    m_done.number = sale.number;
    m_done.title = tr("Return %1 is saved.").arg(sale.number);
    for (const Payment &payment : sale.payments) {
        if (payment.method != PaymentMethod::Cash) {
            m_done.byOther.append({paymentMethodName(payment.method), amount(-payment.amount)});
            continue;
        }
        m_done.hasCash = true;
        m_done.cashText = amount(-payment.amount);
        for (const HandOut &piece : handOut(-payment.amount))
            m_done.handOut.append(tr("%1 × %2").arg(piece.count).arg(m_texts.roundAmount(piece.piece)));
    }
    // Cards and credit of the shop have it already.
    if (std::ranges::any_of(sale.payments, [](const Payment &payment) {
            return payment.method == PaymentMethod::Card || payment.method == PaymentMethod::Invoice;
        }))
        m_done.otherHint = tr("Pay this back the way it was paid, such as at the card terminal.");
    m_document = view;
    printAgain();
    forget();
    setStep(ReturnStep::Done);
}

void ReturnPresenter::printAgain()
{
    Q_EMIT printWanted(m_document.sale, m_document.cashierName);
}

void ReturnPresenter::showDocument()
{
    if (m_step != ReturnStep::Done)
        return;
    const QString number = m_done.number;
    close();
    Q_EMIT documentWanted(number);
}

} // namespace crema
