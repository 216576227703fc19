// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_sales.h"

#include "models/operations/bodies.h"
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

std::optional<Sale> ringUp(const DemoDevice &device, const DemoDay &day, const QList<DemoOffer> &offers,
                           const Shift &shift, std::int64_t running, UtcTime at, Randomness &randomness)
{
    const Location &location = device.location();
    const auto quoted = quote(fillCart(device, day, offers, randomness), PricingRules{location.pricesInclude});
    if (!quoted)
        return std::nullopt;
    const ReceiptNumber number{location.code, device.registerEntry().code, running};
    const SaleHeader header{makeId<SaleId>(at, randomness), number.toString(), shift.id, location.id,
                            device.registerEntry().id,      day.cashier,       at};
    const auto sale = completeSale(*quoted, {tenderFor(*quoted, randomness)},
                                   CashRounding::of(location.currency, location.country), header);
    return sale ? std::optional(*sale) : std::nullopt;
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

void playDay(DemoDevice &device, const DemoDay &day, const QList<DemoOffer> &offers, std::int64_t &running,
             Randomness &randomness)
{
    Shift shift = openedShift(device, day, randomness);
    device.record(operation::shiftOpen, {QStringLiteral("shift"), shift.id.value()},
                  body::toJson(body::ShiftOpen{shift.floatAmount, shift.businessDay}), day.cashier, day.opensAt);
    for (int i = 0; i < day.sales; ++i) {
        const UtcTime at = day.opensAt.plusMs((i + 1) * (dayMs / (day.sales + 2)) +
                                              static_cast<std::int64_t>(randomness.below(60'000)));
        const auto sale = ringUp(device, day, offers, shift, running + 1, at, randomness);
        if (!sale)
            continue;
        ++running;
        shift = recordSale(shift, *sale);
        device.record(operation::saleComplete, {QStringLiteral("sale"), sale->id.value()}, body::toJson(*sale),
                      day.cashier, at, body::schemaOf(*sale));
    }
    closeDay(device, day, shift, randomness);
}

} // namespace crema::platform
