// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_desk.h"
#include "models/giftcards/gift_code.h"
#include "models/giftcards/gift_ledger.h"

#include <algorithm>

namespace crema::desktop {

namespace {

tl::unexpected<Problem> unknownCard()
{
    return failure(ProblemKind::NotFound, QStringLiteral("gift_card.unknown"),
                   QStringLiteral("This gift card is not known here."));
}

/// Always the same, so that pictures stay as they are.
class CountingBytes final : public Randomness
{
public:
    explicit CountingBytes(qsizetype first) : m_next(static_cast<unsigned>(first)) {}

    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte &byte : bytes)
            byte = static_cast<std::byte>(m_next = m_next * 5 + 3);
    }

private:
    unsigned m_next;
};

} // namespace

sync::GiftCardView ExampleDesk::viewOf(const GiftCard &card)
{
    sync::GiftCardView view;
    view.card = card;
    view.payable = card.balance.isNegative() ? Money(0, card.balance.currency()) : card.balance;
    if (const Result<void> pays = mayPay(card, Money(0, card.balance.currency()), {}); !pays) {
        view.block = pays.error();
        view.payable = Money(0, card.balance.currency());
    }
    return view;
}

QCoro::Task<Result<sync::IssuedGiftCard>> ExampleDesk::issueGiftCard()
{
    co_await turn();
    CountingBytes bytes(m_giftCards.size() + 1);
    const QString code = makeGiftCode(bytes);
    GiftCard card;
    card.id = GiftCardId(nextId());
    card.codeHash = giftCodeHash(code);
    card.lastDigits = lastDigitsOf(code);
    card.balance = Money(0, m_state.currency());
    m_giftCards.append(card);
    co_return sync::IssuedGiftCard{card, code};
}

QCoro::Task<Result<sync::GiftCardView>> ExampleDesk::giftCard(QString code)
{
    co_await turn();
    const std::optional<QString> whole = typedGiftCode(code);
    for (const GiftCard &card : std::as_const(m_giftCards)) {
        if (whole && card.codeHash == giftCodeHash(*whole))
            co_return viewOf(card);
    }
    co_return unknownCard();
}

QCoro::Task<Result<sync::GiftCardView>> ExampleDesk::storeCredit(CustomerId customer)
{
    co_await turn();
    for (const GiftCard &card : std::as_const(m_giftCards)) {
        if (card.customer == customer)
            co_return viewOf(card);
    }
    co_return viewOf(emptyStoreCredit(customer, m_state.currency()));
}

Result<Sale> ExampleDesk::withGiftCards(Sale sale, const sync::SaleDraft &draft) const
{
    Quote quote;
    quote.total = quote.subtotal = sale.total;
    quote.lines = sale.lines;
    QList<GiftLoad> loads;
    for (const sync::GiftLoadDraft &load : draft.giftCards) {
        const auto known = std::ranges::find(m_giftCards, load.card, &GiftCard::id);
        if (known == m_giftCards.end())
            return unknownCard();
        loads.append({load.card, known->lastDigits, load.amount});
    }
    const Result<Quote> whole = crema::withGiftCards(quote, loads);
    if (!whole)
        return failure(whole.error());
    sale.lines = whole->lines;
    sale.total = whole->total;
    return sale;
}

void ExampleDesk::bookGiftCards(const Sale &sale)
{
    const QList<GiftEntry> entries = giftEntriesOf(sale);
    for (const GiftEntry &entry : entries) {
        const auto known = std::ranges::find(m_giftCards, entry.card, &GiftCard::id);
        if (known != m_giftCards.end())
            *known = withEntry(*known, entry);
    }
}

} // namespace crema::desktop
