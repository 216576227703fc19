// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_selling.h"

#include "models/operations/apply_gift_cards.h"
#include "models/operations/apply_points.h"
#include "models/operations/apply_payments.h"
#include "models/operations/bodies.h"
#include "models/pricing/bundle_lines.h"
#include "models/pricing/promotion_review.h"
#include "models/selling/check_sale.h"
#include "models/selling/off_catalog.h"
#include "models/selling/shift_rules.h"

#include <QCoreApplication>
#include <QSet>

namespace crema {
namespace {

Effect setAside(const Problem &problem)
{
    return {Outcome::DeadLetter, problem, {}, {}};
}

Problem missingPlace()
{
    return {ProblemKind::Invalid,
            QStringLiteral("operation.malformed"),
            QCoreApplication::translate("crema::Operation", "The operation does not say where it happened."),
            QCoreApplication::translate("crema::Operation", "Enrol the device and do it again."),
            {}};
}

Problem otherCurrency()
{
    return {
        ProblemKind::Invalid,
        QStringLiteral("operation.malformed"),
        QCoreApplication::translate("crema::Operation", "The counted amount is in another currency than the shift."),
        QCoreApplication::translate("crema::Operation", "Count the drawer in the currency of its float."),
        {}};
}

bool comeTo(const QList<CountedPiece> &pieces, const Money &counted)
{
    const Result<Money> sum = sumOfPieces(pieces, Money(0, counted.currency()));
    return pieces.isEmpty() || (sum && *sum == counted);
}

bool hasRegister(const Operation &operation)
{
    return operation.location && operation.registerId;
}

void takeFromStock(const Operation &operation, const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    for (qsizetype i = 0; i < sale.lines.size(); ++i) {
        const SaleLine &line = sale.lines[i];
        if (line.giftCard || isOffCatalog(line.product))
            continue; // there is no stock of it
        if (!aggregates.variant(line.variant))
            reviews.append(QStringLiteral("sale.unknown_variant"));
        aggregates.add(Movement{movementId(operation.id, i),
                                line.variant,
                                sale.location,
                                -line.quantity,
                                MovementReason::Sale,
                                operation.id,
                                operation.occurredAt,
                                {}});
    }
}

/// What is taken back goes into stock where it is fit to be sold again; what was sold of it otherwise stays sold.
void putIntoStock(const Operation &operation, const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    for (qsizetype i = 0; i < sale.returns.size(); ++i) {
        const ReturnedLine &line = sale.returns[i];
        if (isOffCatalog(line.product))
            continue;
        if (!aggregates.variant(line.variant))
            reviews.append(QStringLiteral("sale.unknown_variant"));
        if (!line.restock)
            continue;
        aggregates.add(Movement{movementId(operation.id, sale.lines.size() + i),
                                line.variant,
                                sale.location,
                                line.quantity,
                                MovementReason::Return,
                                operation.id,
                                operation.occurredAt,
                                {}});
    }
}

/// What comes back beyond what was sold is a matter for somebody who decides: two registers may have taken it back
/// before either heard of the other (story 7 of the failures that must not happen).
void reviewReturns(const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    QSet<SaleId> named;
    for (const ReturnedLine &line : sale.returns) {
        if (line.sale)
            named.insert(*line.sale);
    }
    for (const SaleId &id : std::as_const(named)) {
        ReturnedUnits units = aggregates.returnedOf(id);
        const std::optional<Sale> sold = aggregates.sale(id);
        if (!sold) {
            reviews.append(QStringLiteral("return.unknown_sale"));
            continue;
        }
        for (const ReturnedLine &line : sale.returns) {
            const std::int32_t place = line.line.value_or(-1);
            if (line.sale != id)
                continue;
            const bool isThere = place >= 0 && place < sold->lines.size();
            // A gift card is paid out by nobody, but adjusted by a manager.
            const bool isGoods = isThere && !sold->lines[place].giftCard;
            const std::int64_t limit = isGoods ? sold->lines[place].quantity.units() : 0;
            std::int64_t &returned = units[place];
            returned += line.quantity.units();
            if (returned > limit)
                reviews.append(QStringLiteral("return.exceeds"));
        }
    }
}

/// A till may not have heard of a change for a while: what it gave is looked at.
void reviewPromotions(const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    const QList<SaleDiscount> given = givenByPromotions(sale);
    for (const SaleDiscount &each : given) {
        if (isDoubtful(each, sale, aggregates.promotion(*each.promotion)))
            reviews.append(QStringLiteral("sale.promotion_invalid"));
    }
}

/// A till may not have heard for a while what is in a bundle, and sells what was in it: only what is no bundle at all
/// is looked at (ADR 064).
void reviewBundles(const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    const QList<SaleLineRow> rows = saleLineRows(sale.lines);
    for (const SaleLineRow &row : rows) {
        if (!row.isBundle)
            continue;
        const std::optional<Variant> variant = aggregates.variant(sale.lines[row.first].bundle->variant);
        if (!variant || !variant->isBundle())
            reviews.append(QStringLiteral("sale.bundle_invalid"));
    }
}

void addToShift(const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    const std::optional<Shift> shift = aggregates.shift(sale.shift);
    if (!shift) {
        reviews.append(QStringLiteral("sale.unknown_shift"));
        return;
    }
    if (shift->state == ShiftState::Closed)
        reviews.append(QStringLiteral("sale.after_close"));
    if (shift->floatAmount.currency() == sale.total.currency())
        aggregates.save(recordSale(*shift, sale));
    else
        reviews.append(QStringLiteral("sale.other_currency"));
}

} // namespace

MovementId movementId(OperationId operation, qsizetype index)
{
    return MovementId(QUuid::createUuidV5(operation.value(), QByteArray::number(index)));
}

Effect applyShiftOpen(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const Result<body::ShiftOpen> body = body::readShiftOpen(operation);
    if (!body)
        return setAside(body.error());
    if (!hasRegister(operation))
        return setAside(missingPlace());
    Effect effect;
    if (aggregates.shift(ShiftId(operation.subject.id))) {
        // The platform's row came before its answer: what was sold in the shift is counted in it already. On the
        // platform it is another opening of the same one, which changes nothing, and somebody looks at it.
        if (mode == MergeMode::Judge)
            effect.reviews.append(QStringLiteral("shift.already_open"));
        return effect;
    }
    if (aggregates.openShiftOf(*operation.registerId))
        effect.reviews.append(QStringLiteral("shift.already_open"));
    const Currency currency = body->floatAmount.currency();
    Shift shift;
    shift.id = ShiftId(operation.subject.id);
    shift.registerId = *operation.registerId;
    shift.location = *operation.location;
    shift.openedBy = operation.actor;
    shift.openedAt = operation.occurredAt;
    shift.businessDay = body->businessDay;
    shift.floatAmount = body->floatAmount;
    shift.salesTotal = Money(0, currency);
    shift.cashTotal = Money(0, currency);
    shift.movedTotal = Money(0, currency);
    // It may come after what was sold in it: another register sent that, or a restored platform lost the shift alone.
    const QList<Sale> sales = aggregates.salesNaming(shift.id);
    for (const Sale &sale : sales) {
        if (sale.total.currency() == currency)
            shift = recordSale(shift, sale);
    }
    const QList<CashMovement> movements = aggregates.cashMovementsNaming(shift.id);
    for (const CashMovement &movement : movements) {
        if (movement.amount.currency() == currency)
            shift = recordMovement(shift, movement);
    }
    aggregates.save(shift);
    return effect;
}

Effect applyShiftClose(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<body::ShiftClose> body = body::readShiftClose(operation);
    if (!body)
        return setAside(body.error());
    const std::optional<Shift> shift = aggregates.shift(ShiftId(operation.subject.id));
    Effect effect;
    if (!shift) {
        effect.reviews.append(QStringLiteral("shift.unknown"));
        return effect;
    }
    if (shift->floatAmount.currency() != body->counted.currency())
        return setAside(otherCurrency());
    // It happened: pieces that do not come to the sum are kept as they are, and somebody looks at them.
    Result<Shift> closed = closeShift(*shift, body->counted, operation.actor, operation.occurredAt);
    if (!closed) {
        effect.reviews.append(QStringLiteral("shift.already_closed"));
        return effect;
    }
    if (closed->expected != body->expected)
        effect.reviews.append(QStringLiteral("shift.expected_differs"));
    closed->pieces = body->pieces;
    closed->z = body->z;
    if ((closed->z && !fitsShift(*closed->z, *shift)) || !comeTo(closed->pieces, body->counted))
        effect.reviews.append(QStringLiteral("shift.z_differs"));
    reviewOpenIntents(closed->id, aggregates, effect.reviews);
    aggregates.save(*closed);
    return effect;
}

Effect applySaleComplete(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    if (!hasRegister(operation))
        return setAside(missingPlace());
    const Result<Sale> sale = body::readSaleComplete(operation);
    if (!sale)
        return setAside(sale.error());
    return applySale(operation, *sale, aggregates);
}

Effect applySale(const Operation &operation, const Sale &sale, Aggregates &aggregates)
{
    Effect effect;
    if (aggregates.hasSale(sale.id)) {
        return setAside(
            {ProblemKind::Conflict,
             QStringLiteral("sale.id_used"),
             QCoreApplication::translate("crema::Operation", "Another sale has this id already."),
             QCoreApplication::translate("crema::Operation", "Report it: two registers may share one store."),
             {}});
    }
    if (aggregates.saleWithNumber(sale.number))
        effect.reviews.append(QStringLiteral("sale.number_used"));
    effect.reviews.append(checkSale(sale));
    addToShift(sale, aggregates, effect.reviews);
    if (sale.takesBack())
        reviewReturns(sale, aggregates, effect.reviews);
    reviewPromotions(sale, aggregates, effect.reviews);
    reviewBundles(sale, aggregates, effect.reviews);
    bookGiftCards(operation, sale, aggregates, effect.reviews);
    bookPoints(sale, aggregates, effect.reviews);
    bookIntents(sale, aggregates, effect.reviews);
    aggregates.save(sale);
    takeFromStock(operation, sale, aggregates, effect.reviews);
    putIntoStock(operation, sale, aggregates, effect.reviews);
    effect.reviews.removeDuplicates();
    return effect;
}

Effect applyStockAdjust(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<body::StockAdjust> body = body::readStockAdjust(operation);
    if (!body)
        return setAside(body.error());
    if (!operation.location)
        return setAside(missingPlace());
    Effect effect;
    if (!aggregates.variant(body->variant))
        effect.reviews.append(QStringLiteral("stock.unknown_variant"));
    aggregates.add(Movement{MovementId(operation.subject.id), body->variant, *operation.location, body->delta,
                            body->reason, operation.id, operation.occurredAt, body->note});
    return effect;
}

} // namespace crema
