// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/tender_list.h"

#include <algorithm>
#include <utility>

namespace crema {

void TenderList::begin(const Money &total, const CashRounding &rounding)
{
    m_total = total;
    m_rounding = rounding;
    m_ways = 1;
    choose(PaymentMethod::Cash);
}

void TenderList::choose(PaymentMethod method)
{
    m_method = method;
    m_tip.reset();
    m_slip.reset();
    if (method != PaymentMethod::GiftCard)
        m_giftCard.reset();
}

Money TenderList::tipInCash() const
{
    return m_method == PaymentMethod::Cash ? tip() : Money(0, m_total.currency());
}

Tender TenderList::tenderOf(const Money &paying) const
{
    return {m_method, paying + tipInCash(), false, m_slip, tip(), m_giftCard};
}

void TenderList::restore(const QList<Tender> &taken)
{
    clear();
    if (taken.isEmpty())
        return;
    m_total = Money(0, taken.first().amount.currency());
    m_taken = taken;
}

Money TenderList::takenSum() const
{
    Money sum(0, m_total.currency());
    for (const Tender &tender : m_taken)
        sum += tender.method == PaymentMethod::Cash ? tender.amount - tender.tip : tender.amount;
    return sum;
}

bool TenderList::isAnyCash() const
{
    return std::ranges::any_of(m_taken, [](const Tender &tender) { return tender.method == PaymentMethod::Cash; });
}

bool TenderList::isPaid() const
{
    return !m_taken.isEmpty() && rest(isAnyCash() ? PaymentMethod::Cash : PaymentMethod::Card).isZero();
}

Money TenderList::rest(PaymentMethod method) const
{
    if (method == PaymentMethod::Cash)
        return remainingInCash(m_total, m_taken, m_rounding).due;
    return std::max(m_total - takenSum(), Money(0, m_total.currency()));
}

Money TenderList::rounding(PaymentMethod method) const
{
    return method == PaymentMethod::Cash ? remainingInCash(m_total, m_taken, m_rounding).difference
                                         : Money(0, m_total.currency());
}

bool TenderList::take(const Money &amount)
{
    const bool isPart = amount.minor() > 0 && amount < rest(m_method);
    const bool isCoins = m_method != PaymentMethod::Cash || amount.minor() % m_rounding.increment == 0;
    if (!isPart || !isCoins || tip() > amount || m_taken.size() >= mostTaken)
        return false;
    m_taken.append(tenderOf(amount));
    choose(m_method);
    m_ways = std::max(1, m_ways - 1);
    return true;
}

void TenderList::takeAwaited(const Money &amount)
{
    Tender tender{PaymentMethod::Online, amount};
    tender.intent = std::exchange(m_awaited, std::nullopt);
    m_taken.append(tender);
    choose(PaymentMethod::Cash);
    m_ways = std::max(1, m_ways - 1);
}

void TenderList::giveBack(int row)
{
    if (row < 0 || row >= m_taken.size())
        return;
    m_taken.removeAt(row);
    m_ways = 1;
}

bool TenderList::canSplitIn(int ways) const
{
    const bool isRoom = m_taken.size() + ways - 1 <= mostTaken;
    return isRoom && rest(m_method).minor() >= ways * m_rounding.increment;
}

void TenderList::splitEvenly()
{
    const int next = m_ways + 1;
    m_ways = next <= mostWays && canSplitIn(next) ? next : 1;
}

Money TenderList::share() const
{
    const Money all = rest(m_method);
    if (m_ways == 1)
        return all;
    const Money part(divideRounded(all.minor(), m_ways, Rounding::HalfAwayFromZero), all.currency());
    const Money payable = m_method == PaymentMethod::Cash ? m_rounding.roundForCash(part).due : part;
    return payable.isZero() ? all : std::min(payable, all);
}

} // namespace crema
