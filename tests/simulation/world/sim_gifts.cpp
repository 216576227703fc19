// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards at the till: sold, loaded, spent also where another till just spent them, paid back to and adjusted.
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

namespace {

Money euros(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

constexpr int looksAt = 30;

} // namespace

std::int64_t SimRegister::cashPaidIn(const Sale &sale)
{
    std::int64_t cash = 0;
    for (const Payment &payment : sale.payments) {
        if (payment.method == PaymentMethod::Cash)
            cash += payment.tendered.minor() - payment.change.minor();
    }
    return cash;
}

void SimRegister::useGiftCards()
{
    if (!m_client->state().openShift)
        return;
    const auto known = answerOf(m_client->giftCards(looksAt));
    if (!known || !*known)
        return;
    const std::int64_t what = m_giftDice.between(0, 99);
    if ((*known)->isEmpty() || what < 25) {
        loadGiftCard();
        return;
    }
    const GiftCard card = m_giftDice.oneOf(**known).card;
    if (what < 70)
        payByGiftCard(card);
    else if (what < 85)
        payBackToGiftCard(card);
    else
        adjustGiftCard(card);
}

void SimRegister::loadGiftCard()
{
    const auto issued = answerOf(m_client->issueGiftCard());
    if (!issued || !*issued || m_disk.files().isDead())
        return;
    ++m_world.counts["person.gift_card"];
    sync::SaleDraft draft;
    draft.giftCards = {{(*issued)->card.id, euros(m_giftDice.between(500, 10'000))}};
    draft.tenders.append({PaymentMethod::Cash, euros(100'000), true});
    recordSale(draft, {});
}

void SimRegister::payByGiftCard(const GiftCard &card)
{
    sync::SaleDraft draft;
    const VariantId variant = m_giftDice.oneOf(TemplateWorld::instance().variants).id;
    draft.lines = {{variant, Quantity(1), {}, {}, {}}};
    const auto quoted = answerOf(m_client->quote(draft));
    if (!quoted || !*quoted)
        return;
    sync::TenderDraft tender{PaymentMethod::GiftCard, (*quoted)->total};
    tender.giftCard = card.id;
    draft.tenders = {tender};
    ++m_world.counts["person.gift_payment"];
    recordSale(draft, {{variant.value(), 1}});
}

void SimRegister::payBackToGiftCard(const GiftCard &card)
{
    sync::SaleFilter filter;
    filter.limit = looksAt;
    const auto sales = answerOf(m_client->sales(filter));
    if (!sales || !*sales || (*sales)->isEmpty())
        return;
    const auto sold = answerOf(m_client->returnable(m_giftDice.oneOf(**sales).sale.id.toString()));
    if (!sold || !*sold)
        return;
    QList<ReturnableLine> left = (*sold)->lines;
    left.removeIf([](const ReturnableLine &line) { return line.left.isZero(); });
    if (left.isEmpty())
        return;
    const ReturnableLine line = m_giftDice.oneOf(left);
    sync::ReturnDraft draft;
    draft.sale = (*sold)->sale.sale.id;
    draft.lines = {{line.line, Quantity(1), {}, true, {}}};
    draft.to = RefundTo::GiftCard;
    draft.giftCard = card.id;
    const VariantId variant = (*sold)->sale.sale.lines[line.line].variant;
    ++m_world.counts["person.gift_refund"];
    recordReturn(draft, {{variant.value(), -1}});
}

void SimRegister::adjustGiftCard(const GiftCard &card)
{
    ++m_world.counts["person.gift_adjusted"];
    if (m_giftDice.chance(500)) {
        const std::int64_t minor = m_giftDice.between(1, 2'000) * (m_giftDice.chance(500) ? 1 : -1);
        const auto adjusted = answerOf(m_client->adjustGiftCard(card, euros(minor), QStringLiteral("Mended")));
        note(adjusted && *adjusted ? "adjusts a gift card" : "adjusts no gift card");
        return;
    }
    GiftCard after = card;
    after.state = card.state == GiftCardState::Active ? GiftCardState::Blocked : GiftCardState::Active;
    const auto edited = answerOf(m_client->editGiftCard(card, after));
    note(edited && *edited ? "blocks a gift card or lets it in again" : "changes no gift card");
}

} // namespace crema::simulation
