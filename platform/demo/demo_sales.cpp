// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_sales.h"

#include "models/giftcards/gift_code.h"
#include "models/giftcards/gift_sale.h"
#include "models/loyalty/points_rules.h"
#include "models/operations/bodies.h"
#include "models/operations/gift_card_bodies.h"
#include "models/operations/operation_types.h"
#include "models/selling/business_day.h"
#include "models/selling/complete_sale.h"
#include "models/selling/receipt_number.h"
#include "models/selling/shift_rules.h"

#include <array>

namespace crema::platform {
namespace {

constexpr std::int64_t floatMinor = 15'000;
constexpr std::int64_t dayMs = 10ll * 60 * 60 * 1000;
constexpr std::int64_t noteMinor = 500;

/// One of the offers; popular ones come up more often.
const DemoOffer &pick(const QList<DemoOffer> &offers, Randomness &randomness)
{
    std::int64_t all = 0;
    for (const DemoOffer &offer : offers)
        all += offer.popularity;
    auto at = static_cast<std::int64_t>(randomness.below(static_cast<std::uint64_t>(all)));
    for (const DemoOffer &offer : offers) {
        at -= offer.popularity;
        if (at < 0)
            return offer;
    }
    return offers.constLast();
}

CartLine lineOf(const DemoOffer &offer, Randomness &randomness)
{
    CartLine line;
    line.variant = offer.variant.id;
    line.product = offer.product.id;
    line.sku = offer.variant.sku;
    line.name = offer.product.name;
    line.options = offer.variant.optionText();
    line.price = *offer.variant.price;
    line.taxClass = offer.taxClass.id;
    line.taxRate = offer.taxClass.rate;
    line.quantity = Quantity(randomness.below(6) == 0 ? 2 : 1);
    return line;
}

Cart fillCart(const DemoDevice &device, const DemoDay &day, const QList<DemoOffer> &offers, Randomness &randomness)
{
    Cart cart;
    cart.currency = device.location().currency;
    const auto lines = 1 + randomness.below(3);
    for (std::uint64_t i = 0; i < lines; ++i)
        cart = addLine(cart, lineOf(pick(offers, randomness), randomness)).value_or(cart);
    if (!day.customers.isEmpty() && randomness.below(8) == 0)
        cart.customer =
            day.customers[static_cast<qsizetype>(randomness.below(static_cast<std::uint64_t>(day.customers.size())))];
    return cart;
}

/// Every third guest makes it whole euros with a tip; what they have does not depend on a die.
Tender byCard(Money total)
{
    constexpr std::array brands{"girocard", "Visa", "Mastercard"};
    Tender tender{PaymentMethod::Card, total};
    tender.card = CardSlip{QString::fromLatin1(brands.at(static_cast<std::size_t>(total.minor() % 3))),
                           QString::number(100'000 + total.minor() * 7 % 900'000)};
    const std::int64_t toWhole = (100 - total.minor() % 100) % 100;
    if (total.minor() % 3 == 0 && toWhole <= total.minor())
        tender.tip = Money(toWhole, total.currency());
    return tender;
}

/// Card to the cent, or the notes that people have at hand.
Tender tenderFor(const Quote &quote, Randomness &randomness)
{
    if (randomness.below(10) < 6)
        return byCard(quote.total);
    const std::int64_t notes = (quote.total.minor() + noteMinor - 1) / noteMinor;
    return {PaymentMethod::Cash, Money(notes * noteMinor, quote.total.currency())};
}

Shift openedShift(const DemoDevice &device, const DemoDay &day, Randomness &randomness)
{
    const Location &location = device.location();
    const Money nothing(0, location.currency);
    Shift shift;
    shift.id = makeId<ShiftId>(day.opensAt, randomness);
    shift.registerId = device.registerEntry().id;
    shift.location = location.id;
    shift.openedBy = day.cashier;
    shift.openedAt = day.opensAt;
    shift.businessDay = businessDay(day.opensAt, location.timeZone, location.dayCutOffMinutes);
    shift.floatAmount = Money(floatMinor, location.currency);
    shift.salesTotal = nothing;
    shift.cashTotal = nothing;
    shift.movedTotal = nothing;
    return shift;
}

SaleHeader headerOf(const DemoDevice &device, const DemoDay &day, const Shift &shift, std::int64_t running, UtcTime at,
                    Randomness &randomness)
{
    const Location &location = device.location();
    const ReceiptNumber number{location.code, device.registerEntry().code, running};
    return {makeId<SaleId>(at, randomness), number.toString(), shift.id, location.id,
            device.registerEntry().id,      day.cashier,       at};
}

std::optional<Sale> ringUp(const DemoDevice &device, const DemoDay &day, const QList<DemoOffer> &offers,
                           const Shift &shift, std::int64_t running, UtcTime at, Randomness &randomness)
{
    const Location &location = device.location();
    auto quoted = quote(fillCart(device, day, offers, randomness), PricingRules{location.pricesInclude});
    if (!quoted)
        return std::nullopt;
    const PointsRules rules{demoPointsPerUnit, Money(0, location.currency)};
    quoted->points = pointsEarned(rules, quoted->lines, quoted->customer);
    const SaleHeader header = headerOf(device, day, shift, running, at, randomness);
    const auto sale = completeSale(*quoted, {tenderFor(*quoted, randomness)},
                                   CashRounding::of(location.currency, location.country), header);
    return sale ? std::optional(*sale) : std::nullopt;
}

/// A card is sold before the shop opens for everybody, and pays the first coffees.
QList<Sale> giftSales(DemoDevice &device, const DemoDay &day, const QList<DemoOffer> &offers, const Shift &shift,
                      std::int64_t running, Randomness &randomness)
{
    constexpr std::int64_t loadedMinor = 5'000;
    const Location &location = device.location();
    GiftCard card;
    card.id = makeId<GiftCardId>(day.opensAt, randomness);
    card.codeHash = giftCodeHash(day.giftCode);
    card.lastDigits = lastDigitsOf(day.giftCode);
    card.balance = Money(0, location.currency);
    device.record(operation::giftCardCreate, {QStringLiteral("gift_card"), card.id.value()}, body::toJson(card),
                  day.cashier, day.opensAt);
    QList<Sale> sales;
    Cart cart;
    cart.currency = location.currency;
    const auto append = [&](const Result<Quote> &quoted, Tender tender) {
        const UtcTime at = day.opensAt.plusMs(1'000 + sales.size() * 1'000);
        const auto sale = completeSale(*quoted, {tender}, CashRounding::of(location.currency, location.country),
                                       headerOf(device, day, shift, running + 1 + sales.size(), at, randomness));
        if (sale)
            sales.append(*sale);
    };
    const Money loaded(loadedMinor, location.currency);
    if (const auto quoted = quote(cart, PricingRules{location.pricesInclude}).and_then([&](const Quote &nothing) {
            return withGiftCards(nothing, {{card.id, card.lastDigits, loaded}});
        }))
        append(quoted, {PaymentMethod::Card, loaded});
    const auto spent = addLine(cart, lineOf(offers.constFirst(), randomness)).and_then([&](const Cart &one) {
        return quote(one, PricingRules{location.pricesInclude});
    });
    if (spent && spent->total <= loaded) {
        Tender tender{PaymentMethod::GiftCard, spent->total};
        tender.giftCard = card.id;
        append(spent, tender);
    }
    return sales;
}

void closeDay(DemoDevice &device, const DemoDay &day, const Shift &shift, Randomness &randomness)
{
    const UtcTime at = day.opensAt.plusMs(dayMs + 600'000);
    const Money expected = shift.floatAmount + shift.cashTotal;
    // Now and then a coin is missing or too many.
    const std::int64_t slip = randomness.below(5) == 0 ? static_cast<std::int64_t>(randomness.below(5)) * 50 - 100 : 0;
    device.record(operation::shiftClose, {QStringLiteral("shift"), shift.id.value()},
                  body::toJson(body::ShiftClose{Money(expected.minor() + slip, expected.currency()), expected}),
                  day.cashier, at);
}

} // namespace

QString demoGiftCode()
{
    return QStringLiteral("CG123456789012345678901234567890123436");
}

void playDay(DemoDevice &device, const DemoDay &day, const QList<DemoOffer> &offers, std::int64_t &running,
             Randomness &randomness)
{
    Shift shift = openedShift(device, day, randomness);
    device.record(operation::shiftOpen, {QStringLiteral("shift"), shift.id.value()},
                  body::toJson(body::ShiftOpen{shift.floatAmount, shift.businessDay}), day.cashier, day.opensAt);
    const auto keep = [&](const Sale &sale, UtcTime at) {
        ++running;
        shift = recordSale(shift, sale);
        device.record(operation::saleComplete, {QStringLiteral("sale"), sale.id.value()}, body::toJson(sale),
                      day.cashier, at, body::schemaOf(sale));
    };
    if (!day.giftCode.isEmpty()) {
        const QList<Sale> sales = giftSales(device, day, offers, shift, running, randomness);
        for (const Sale &sale : sales)
            keep(sale, sale.completedAt);
    }
    for (int i = 0; i < day.sales; ++i) {
        const UtcTime at = day.opensAt.plusMs((i + 1) * (dayMs / (day.sales + 2)) +
                                              static_cast<std::int64_t>(randomness.below(60'000)));
        const auto sale = ringUp(device, day, offers, shift, running + 1, at, randomness);
        if (sale)
            keep(*sale, at);
    }
    closeDay(device, day, shift, randomness);
}

} // namespace crema::platform
