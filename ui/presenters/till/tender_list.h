// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/complete_sale.h"

namespace crema {

/// The payments of one sale while they are taken one after the other, and how the rest is to be paid. Pure.
///
/// Cash settles last and is rounded to the smallest coin, everything else is exact: what is still due depends on the
/// way in which the customer pays it.
class TenderList
{
public:
    /// Each takes a row of a screen; nobody pays in more parts.
    static constexpr int mostTaken = 20;
    static constexpr int mostWays = 9;

    /// The payment begins, or goes on with what was taken before.
    void begin(const Money &total, const CashRounding &rounding);
    /// Goes on with what was taken before the program ended, all in one currency; begin() follows.
    void restore(const QList<Tender> &taken);
    /// A price has changed. What was taken stays taken.
    void setTotal(const Money &total) { m_total = total; }
    /// The sale is paid and recorded.
    void clear() { *this = {}; }

    /// How the customer pays next.
    [[nodiscard]] PaymentMethod method() const { return m_method; }
    void choose(PaymentMethod method);

    /// What the customer gives beyond what is paid next, and what the slip of the card says; both until it is taken.
    [[nodiscard]] Money tip() const { return m_tip.value_or(Money(0, m_total.currency())); }
    void setTip(const Money &tip) { m_tip = tip; }
    [[nodiscard]] const std::optional<CardSlip> &slip() const { return m_slip; }
    void setSlip(const std::optional<CardSlip> &slip) { m_slip = slip; }
    /// The card that pays next, of PaymentMethod::GiftCard; until another way is chosen.
    void setGiftCard(const std::optional<GiftCardId> &card) { m_giftCard = card; }
    /// An online payment that was asked for and is not taken yet; it goes with the sale wherever that goes.
    [[nodiscard]] const std::optional<PaymentIntentId> &awaited() const { return m_awaited; }
    void await(const std::optional<PaymentIntentId> &intent) { m_awaited = intent; }
    /// Takes what it paid, as a part or as all that is left.
    void takeAwaited(const Money &amount);
    /// The tip in the cash that is handed over: what it has to come to besides.
    [[nodiscard]] Money tipInCash() const;
    /// What paying so much of the rest in the chosen way makes, with tip and slip.
    [[nodiscard]] Tender tenderOf(const Money &paying) const;

    /// In the order in which they were taken.
    [[nodiscard]] const QList<Tender> &taken() const { return m_taken; }
    [[nodiscard]] Money takenSum() const;
    /// Whether nothing more is needed, not even a rounding.
    [[nodiscard]] bool isPaid() const;
    /// What is still to be paid when it is paid in this way; never negative.
    [[nodiscard]] Money rest(PaymentMethod method) const;
    /// What paying all the rest in that way adds to the total: the cash rounding.
    [[nodiscard]] Money rounding(PaymentMethod method) const;

    /// Takes a part, in the chosen way. False: it is not more than zero and less than the rest, no coins make it up,
    /// its tip is more than itself, or there are too many already.
    [[nodiscard]] bool take(const Money &amount);
    /// The customer gets it back, or it was not meant.
    void giveBack(int row);

    /// The rest in two parts, then in three and so on; after the most that are possible in one again.
    void splitEvenly();
    [[nodiscard]] bool maySplit() const { return canSplitIn(2); }
    /// Into how many even parts the rest is split; 1: it is not.
    [[nodiscard]] int ways() const { return m_ways; }
    /// The next of these parts in the chosen way; the last one is the rest.
    [[nodiscard]] Money share() const;

private:
    [[nodiscard]] bool isAnyCash() const;
    [[nodiscard]] bool canSplitIn(int ways) const;

    Money m_total;
    CashRounding m_rounding;
    PaymentMethod m_method = PaymentMethod::Cash;
    std::optional<Money> m_tip;
    std::optional<CardSlip> m_slip;
    std::optional<GiftCardId> m_giftCard;
    std::optional<PaymentIntentId> m_awaited;
    QList<Tender> m_taken;
    int m_ways = 1;
};

} // namespace crema
