// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sale_recording.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "models/feed/selling_limits.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/payments/intent_slip.h"
#include "models/pricing/tax.h"
#include "models/selling/business_day.h"
#include "models/selling/cash_amount.h"
#include "models/selling/complete_sale.h"
#include "models/selling/practice_sale.h"
#include "models/selling/receipt_number.h"
#include "models/selling/shift_rules.h"
#include "models/settings/modifier_groups.h"
#include "models/stock/movement_rules.h"
#include "sync/store/bundle_parts.h"
#include "sync/store/gift_recording.h"
#include "sync/store/payment_recording.h"
#include "sync/store/place_currency.h"
#include "sync/store/points_recording.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

tl::unexpected<Problem> notEnrolled()
{
    return failure(ProblemKind::NotSignedIn, QStringLiteral("device.not_enrolled"),
                   QCoreApplication::translate("Selling", "This device is not enrolled, so it cannot sell yet."),
                   QCoreApplication::translate("Selling", "Run crema device enroll --platform URL --code CODE."));
}

tl::unexpected<Problem> noShift()
{
    return failure(ProblemKind::Conflict, QStringLiteral("shift.not_open"),
                   QCoreApplication::translate("Selling", "No shift is open on this register."),
                   QCoreApplication::translate("Selling", "Open a shift with the cash in the drawer first."));
}

tl::unexpected<Problem> arriving()
{
    return failure(ProblemKind::Conflict, QStringLiteral("device.arriving"),
                   QCoreApplication::translate("Selling", "This device has moved and is still loading its new place."),
                   QCoreApplication::translate("Selling", "Wait for the end of it, which the sync panel shows."));
}

/// Until it knows what is at the new place, whoever stands before it sees the place before.
bool isArriving(LocalStore &store)
{
    const std::optional<ReloadState> load = store.reload().state();
    return load && load->reason == ReloadState::Reason::Moved;
}

tl::unexpected<Problem> unpriced(const Variant &variant)
{
    return failure(ProblemKind::Conflict, QStringLiteral("sale.unpriced"),
                   QCoreApplication::translate("Selling", "%1 has no price, so it cannot be sold.").arg(variant.sku),
                   QCoreApplication::translate("Selling", "Give it a price first."));
}

tl::unexpected<Problem> archived(const Variant &variant)
{
    return failure(ProblemKind::Conflict, QStringLiteral("product.archived"),
                   QCoreApplication::translate("Selling", "%1 is archived, so it cannot be sold.").arg(variant.sku),
                   QCoreApplication::translate("Selling", "Take it out of the archive first."));
}

tl::unexpected<Problem> onlyCompanies()
{
    return failure(
        ProblemKind::Invalid, QStringLiteral("payment.company"),
        QCoreApplication::translate("Selling", "Only the sale of a company goes on account."),
        QCoreApplication::translate("Selling", "Give the customer a tax id, or take the amount in another way."));
}

tl::unexpected<Problem> unknownProduct()
{
    return failure(ProblemKind::NotFound, QStringLiteral("product.unknown"),
                   QCoreApplication::translate("Selling", "This product is not in the local store."),
                   QCoreApplication::translate("Selling", "Fetch the latest changes, or search for it by name."));
}

tl::unexpected<Problem> noStockOfItsOwn(const Variant &bundle)
{
    return failure(
        ProblemKind::Invalid, QStringLiteral("bundle.no_stock"),
        QCoreApplication::translate("Selling", "%1 is a bundle and has no stock of its own.").arg(bundle.sku),
        QCoreApplication::translate("Selling", "Change the stock of its parts."));
}

QList<Discount> toDiscounts(const QList<DiscountDraft> &drafts)
{
    QList<Discount> result;
    for (const DiscountDraft &draft : drafts)
        result.append({draft.label, draft.tenThousandths, draft.amount});
    return result;
}

struct Article {
    Variant variant;
    Product product;
};

Result<Article> articleOf(LocalStore &store, VariantId id)
{
    CatalogRows &catalog = store.rows().catalog();
    const std::optional<Variant> variant = catalog.variant(id);
    const std::optional<Product> product = variant ? catalog.product(variant->product) : std::nullopt;
    if (!product)
        return unknownProduct();
    return Article{*variant, *product};
}

Result<CartLine> lineOf(const Article &article, const std::optional<Price> &price, const QList<TaxClass> &taxClasses)
{
    const auto &[variant, product] = article;
    if (!price && !variant.price)
        return unpriced(variant);
    const Result<TaxClass> taxClass = taxClassFor(product.taxClass, taxClasses);
    if (!taxClass)
        return failure(taxClass.error());
    CartLine line;
    line.variant = variant.id;
    line.product = product.id;
    line.sku = variant.sku;
    line.name = product.name;
    line.options = variant.optionText();
    line.unit = variant.unit;
    line.price = price ? *price : *variant.price;
    line.taxClass = taxClass->id;
    line.taxRate = taxClass->rate;
    return line;
}

tl::unexpected<Problem> unknownModifier(const QString &sku)
{
    return failure(ProblemKind::Conflict, QStringLiteral("sale.unknown_modifier"),
                   QCoreApplication::translate("Selling", "An option of %1 is not offered any more.").arg(sku),
                   QCoreApplication::translate("Selling", "Take the line out and ring it up anew."));
}

/// With what was chosen for it, and what that adds to the price.
Result<CartLine> withChosen(LocalStore &store, CartLine line, const QList<ModifierId> &chosen)
{
    if (chosen.isEmpty())
        return line;
    const QList<ModifierGroup> groups = modifierGroups(store.place().settings, line.price.amount.currency());
    for (const ModifierId &id : chosen) {
        const std::optional<SaleModifier> modifier = findModifier(groups, id);
        if (!modifier)
            return unknownModifier(line.sku);
        line.modifiers.append(*modifier);
    }
    const Result<Price> price = withModifiers(line.price, line.modifiers);
    if (!price)
        return failure(price.error());
    line.price = *price;
    return line;
}

/// A price that was given by hand, else that of a list, else the catalog's.
std::optional<Price> priceOf(LocalStore &store, const SaleLineDraft &draft, Currency currency,
                             const PricingOccasion &occasion)
{
    if (draft.price)
        return draft.price;
    const auto found = listedPrice(store.place().priceRules.lists, draft.variant, draft.quantity, currency, occasion);
    return found ? std::optional(found->price) : std::nullopt;
}

/// With what the draft says of it, whatever it is.
CartLine asDrafted(CartLine line, const SaleLineDraft &draft)
{
    line.quantity = draft.quantity;
    line.discounts = toDiscounts(draft.discounts);
    line.note = draft.note;
    return line;
}

/// The line of an article, or those of a bundle.
Result<QList<CartLine>> cartLines(LocalStore &store, const SaleLineDraft &draft, const BundlePricing &pricing)
{
    if (draft.offCatalog)
        return offCatalogLine(*draft.offCatalog, draft.price, store.place().taxClasses).map([&](const CartLine &line) {
            return QList<CartLine>{asDrafted(line, draft)};
        });
    const Result<Article> article = articleOf(store, draft.variant);
    if (!article)
        return failure(article.error());
    if (article->product.archived || article->variant.archived)
        return archived(article->variant);
    if (article->variant.isBundle() && !draft.modifiers.isEmpty())
        return unknownModifier(article->variant.sku); // what is in a bundle is not chosen
    if (article->variant.isBundle())
        return bundleCartLines(store, draft, article->variant, pricing);
    const Result<CartLine> plain = lineOf(*article, pricing.listed, store.place().taxClasses);
    if (!plain)
        return failure(plain.error());
    const Result<CartLine> line = withChosen(store, *plain, draft.modifiers);
    if (!line)
        return failure(line.error());
    return QList<CartLine>{asDrafted(*line, draft)};
}

ProductCategories categoriesOf(LocalStore &store, const Cart &cart)
{
    ProductCategories categories;
    for (const CartLine &line : cart.lines) {
        if (categories.contains(line.product))
            continue;
        if (const auto product = store.rows().catalog().product(line.product))
            categories.insert(line.product, store.place().priceRules.withParents(product->categories));
    }
    return categories;
}

// Of whom nothing is known here the platform knows more.
bool isForSomebodyPrivate(LocalStore &store, const SaleDraft &draft)
{
    const std::optional<Customer> customer =
        draft.customer ? store.rows().customers().current(*draft.customer) : std::nullopt;
    return customer && customer->taxId.isEmpty();
}

/// Whoever was chosen may have been merged into somebody else since (ADR 067).
std::optional<CustomerId> whoPays(LocalStore &store, const SaleDraft &draft)
{
    const auto customer = draft.customer ? store.rows().customers().current(*draft.customer) : std::nullopt;
    return customer ? customer->id : draft.customer;
}

SaleHeader saleHere(LocalStore &store, const Shift &shift, const QString &number)
{
    const LocalStore::Place &place = store.place();
    SaleHeader header;
    header.id = makeId<SaleId>(store.clock().now(), store.randomness());
    header.number = number;
    header.shift = shift.id;
    header.location = place.location->id;
    header.registerId = place.registerInfo->id;
    header.cashier = place.device.person;
    header.completedAt = store.clock().now();
    return header;
}

/// What makes a draft a sale, apart from its number.
struct PaidDraft {
    Shift shift;
    Quote quote;
    QList<Tender> tenders;
    CashRounding rounding;
};

Result<PaidDraft> paidDraft(LocalStore &store, const SaleDraft &draft)
{
    const Result<Shift> shift = shiftToSellIn(store);
    if (!shift)
        return failure(shift.error());
    const Result<Quote> quoted = quoteOf(store, draft);
    if (!quoted)
        return failure(quoted.error());
    const Result<QList<Tender>> tenders = tendersOf(store, draft);
    if (!tenders)
        return failure(tenders.error());
    return PaidDraft{*shift, *quoted, *tenders, cashRoundingAt(store.place().location, store.place().company.currency)};
}

/// As somebody noted it, or as the provider told it of an online payment.
std::optional<CardSlip> slipFor(LocalStore &store, const TenderDraft &tender)
{
    const auto intent = tender.intent ? store.rows().payments().intent(*tender.intent) : std::nullopt;
    return intent && !tender.card ? slipOf(*intent) : tender.card;
}

Result<void> checkNotes(const SaleDraft &draft)
{
    if (codec::isNote(draft.note) && codec::isNote(draft.customerNote) &&
        std::ranges::all_of(draft.lines, [](const SaleLineDraft &line) { return codec::isNote(line.note); }))
        return {};
    return failure(ProblemKind::Invalid, QStringLiteral("sale.note"),
                   QCoreApplication::translate("Selling", "A note is too long, or has letters that cannot be printed."),
                   QCoreApplication::translate("Selling", "Type it shorter, and without control characters."));
}

} // namespace

Result<CartLine> catalogLine(LocalStore &store, VariantId variant, const std::optional<Price> &price)
{
    const Result<Article> article = articleOf(store, variant);
    return article ? lineOf(*article, price, store.place().taxClasses) : failure(article.error());
}

PricingOccasion pricingOccasion(LocalStore &store, const SaleDraft &draft)
{
    const std::optional<Location> &location = store.place().location;
    PricingOccasion occasion;
    occasion.location = location ? location->id : LocationId();
    occasion.coupons = draft.coupons.mid(0, maxShownCoupons);
    if (const auto customer = draft.customer ? store.rows().customers().current(*draft.customer) : std::nullopt) {
        occasion.customerGroup = customer->group;
        occasion.priceList = customer->priceList;
    }
    return at(occasion, store.clock().now(), location ? location->timeZone : QByteArray());
}

Result<Quote> quoteOf(LocalStore &store, const SaleDraft &draft)
{
    if (const Result<void> notes = checkNotes(draft); !notes)
        return failure(notes.error());
    const std::optional<Location> location = store.place().location;
    const PricingOccasion occasion = pricingOccasion(store, draft);
    Cart cart;
    cart.currency = currencyHere(store);
    BundlePricing pricing{{}, cart.currency, occasion};
    for (const SaleLineDraft &line : draft.lines) {
        pricing.listed = priceOf(store, line, cart.currency, occasion);
        const Result<QList<CartLine>> made = cartLines(store, line, pricing);
        if (!made)
            return failure(made.error());
        pricing.place += made->first().bundle ? 1 : 0;
        cart.lines += *made;
    }
    cart.discounts = toDiscounts(draft.discounts);
    cart.customer = whoPays(store, draft);
    cart.note = draft.note;
    cart.customerNote = draft.customerNote.trimmed();
    const Result<QList<GiftLoad>> loads = giftLoadsOf(store, draft);
    if (!loads)
        return failure(loads.error());
    const PricingRules rules{location ? location->pricesInclude : PricesInclude::Tax,
                             store.place().priceRules.promotions, occasion, categoriesOf(store, cart)};
    return quoteWithPoints(store, cart, rules, draft.points).and_then([&](const Quote &quoted) {
        return withGiftCards(quoted, *loads);
    });
}

Result<Sale> quoteSale(LocalStore &store, const SaleDraft &draft)
{
    const Result<Quote> quoted = quoteOf(store, draft);
    if (!quoted)
        return failure(quoted.error());
    Sale sale;
    sale.pricesInclude = quoted->pricesInclude;
    sale.lines = quoted->lines;
    sale.discounts = quoted->discounts;
    sale.taxes = quoted->taxes;
    sale.total = quoted->total;
    sale.rounding = Money(0, quoted->total.currency());
    sale.customer = quoted->customer;
    sale.note = quoted->note;
    sale.customerNote = quoted->customerNote;
    sale.points = quoted->points;
    return sale;
}

Result<Shift> shiftToSellIn(LocalStore &store)
{
    const LocalStore::Place &place = store.place();
    if (!place.location || !place.registerInfo)
        return notEnrolled();
    const std::optional<Shift> shift = store.rows().selling().openShiftOf(place.registerInfo->id);
    if (!shift)
        return noShift();
    return *shift;
}

Result<QList<Tender>> tendersOf(LocalStore &store, const SaleDraft &draft)
{
    QList<Tender> tenders;
    for (const TenderDraft &tender : draft.tenders) {
        if (tender.method == PaymentMethod::Invoice && isForSomebodyPrivate(store, draft))
            return onlyCompanies();
        tenders.append({tender.method, tender.tendered, tender.isConfirmed, slipFor(store, tender), tender.tip,
                        tender.giftCard, tender.intent});
    }
    if (const Result<void> pays = checkGiftTenders(store, tenders, whoPays(store, draft)); !pays)
        return failure(pays.error());
    if (const Result<void> pays = checkIntentTenders(store, tenders); !pays)
        return failure(pays.error());
    return tenders;
}

SaleHeader nextSale(LocalStore &store, const Shift &shift)
{
    const LocalStore::Place &place = store.place();
    const ReceiptNumber number{place.location->code.toUpper(), place.registerInfo->code,
                               store.rows().selling().nextReceiptNumber(place.registerInfo->id)};
    return saleHere(store, shift, number.toString());
}

Result<Sale> recordSaleOf(LocalStore &store, const SaleDraft &draft)
{
    const Result<PaidDraft> paid = paidDraft(store, draft);
    if (!paid)
        return failure(paid.error());
    Result<Sale> sale = completeSale(paid->quote, paid->tenders, paid->rounding, nextSale(store, paid->shift));
    if (!sale)
        return sale;
    if (const Result<void> recorded = store.recordSale(*sale); !recorded)
        return failure(recorded.error());
    return sale;
}

Result<Sale> practiseSaleOf(LocalStore &store, const SaleDraft &draft)
{
    const Result<PaidDraft> paid = paidDraft(store, draft);
    if (!paid)
        return failure(paid.error());
    return completeSale(paid->quote, paid->tenders, paid->rounding, saleHere(store, paid->shift, practiceNumber));
}

Result<Shift> recordShiftOpen(LocalStore &store, const Money &floatAmount)
{
    const LocalStore::Place &place = store.place();
    if (!place.location || !place.registerInfo)
        return notEnrolled();
    if (isArriving(store))
        return arriving();
    Shift fresh;
    fresh.id = makeId<ShiftId>(store.clock().now(), store.randomness());
    fresh.registerId = place.registerInfo->id;
    fresh.location = place.location->id;
    fresh.openedBy = place.device.person;
    fresh.openedAt = store.clock().now();
    fresh.businessDay = businessDay(fresh.openedAt, place.location->timeZone, place.location->dayCutOffMinutes);
    fresh.floatAmount = floatAmount;
    fresh.salesTotal = Money(0, floatAmount.currency());
    fresh.cashTotal = Money(0, floatAmount.currency());
    fresh.movedTotal = Money(0, floatAmount.currency());
    Result<Shift> shift = crema::openShift(fresh, store.rows().selling().openShiftOf(fresh.registerId));
    if (!shift)
        return shift;
    const body::ShiftOpen body{floatAmount, shift->businessDay};
    Operation operation =
        store.newOperation(operation::shiftOpen, {entity::shift.toString(), shift->id.value()}, body::toJson(body));
    operation.occurredAt = shift->openedAt;
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return shift;
}

Result<Quantity> recordStockAdjust(LocalStore &store, VariantId variant, Quantity delta, MovementReason reason,
                                   const QString &note)
{
    const LocalStore::Place &place = store.place();
    if (!place.location)
        return notEnrolled();
    if (isArriving(store))
        return arriving();
    const std::optional<Variant> counted = store.rows().catalog().variant(variant);
    if (!counted)
        return unknownProduct();
    if (counted->isBundle())
        return noStockOfItsOwn(*counted);
    Movement movement;
    movement.id = makeId<MovementId>(store.clock().now(), store.randomness());
    movement.variant = variant;
    movement.location = place.location->id;
    movement.delta = delta;
    movement.reason = reason;
    movement.at = store.clock().now();
    movement.note = note;
    const Result<Movement> checked = checkedMovement(movement);
    if (!checked)
        return failure(checked.error());
    const Operation operation =
        store.newOperation(operation::stockAdjust, {entity::movement.toString(), movement.id.value()},
                           body::toJson(body::StockAdjust{variant, checked->delta, reason, checked->note}));
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return store.rows().selling().onHand(variant, place.location->id);
}

} // namespace crema::sync
