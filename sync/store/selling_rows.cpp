// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/selling_rows.h"

#include "models/feed/entity_codec.h"
#include "models/feed/sale_sums.h"
#include "models/feed/selling_reader.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_content.h"
#include "models/pricing/promotion_review.h"
#include "sync/store/documents.h"
#include "sync/store/gift_rows.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace crema::sync {
namespace {

/// A sale out of the columns `document` and `bytes` of read_sale.sql: the platform's form, or that of its operation.
Sale saleOf(const Rows &rows)
{
    if (!rows.isNull(0)) {
        const QByteArray document = rows.bytes(0);
        auto sale = codec::readCanonicalSale(document);
        return sale ? *std::move(sale) : entityOf(document, &codec::readSale);
    }
    if (rows.isNull(1))
        throwDamaged(QCoreApplication::translate("Store", "the operation of a sale is missing"));
    const QByteArray bytes = rows.bytes(1);
    if (Result<OperationContent> content = readContent(bytes); content && content->sale)
        return *std::move(content->sale);
    const Operation operation = entityOf(
        bytes, +[](const QJsonObject &json) { return operationFromJson(json); });
    const Result<Sale> sale = body::readSaleComplete(operation);
    if (!sale)
        throw StorageFailure(sale.error());
    return *sale;
}

/// None that was made then or later comes before it (RFC 9562 section 5.7).
SaleId firstIdAt(UtcTime time)
{
    QByteArray bytes(16, '\0');
    qToBigEndian(std::max<std::int64_t>(time.msSinceEpoch(), 0) << 16, bytes.data());
    return SaleId(QUuid::fromRfc4122(bytes));
}

} // namespace

SellingRows::SellingRows(Database &database) : m_database(database), m_shifts(database) {}

void SellingRows::save(const Shift &shift, const QByteArray &document)
{
    const QString state = shift.state == ShiftState::Open ? QStringLiteral("open") : QStringLiteral("closed");
    const std::int64_t openedAt = shift.openedAt.msSinceEpoch();
    // Each sale changes the document alone, and then no index is touched.
    const std::optional<std::int64_t> z = shift.z ? std::optional(shift.z->number) : std::nullopt;
    m_database.run("change_shift", {document, shift.id, shift.registerId, state, openedAt, z});
    if (m_database.changedRows() == 0) {
        m_database.run("save_shift", {shift.id, shift.registerId, state, openedAt, document, z});
        m_openShift.reset();
    }
    m_shifts.keep(shift);
}

void SellingRows::removeShift(ShiftId id)
{
    m_database.run("delete_shift", {id});
    m_shifts.forget(id);
    m_openShift.reset();
}

std::optional<Shift> SellingRows::shift(ShiftId id)
{
    if (const Shift *known = m_shifts.find(id))
        return *known;
    Rows rows = m_database.query("read_shift", {id});
    if (!rows.next())
        return std::nullopt;
    const Shift read = entityOf(rows.bytes(0), &codec::readShift);
    m_shifts.keep(read);
    return read;
}

std::optional<Shift> SellingRows::openShiftOf(RegisterId reg)
{
    const Shift *known = m_openShift ? m_shifts.find(*m_openShift) : nullptr;
    if (known && known->registerId == reg)
        return *known;
    Rows rows = m_database.query("read_open_shift", {reg});
    if (!rows.next())
        return std::nullopt;
    const Shift read = entityOf(rows.bytes(0), &codec::readShift);
    m_shifts.keep(read);
    m_openShift = read.id;
    return read;
}

QList<Shift> SellingRows::shifts(int limit)
{
    QList<Shift> result;
    Rows rows = m_database.query("list_shifts", {limit});
    while (rows.next())
        result.append(entityOf(rows.bytes(0), &codec::readShift));
    return result;
}

void SellingRows::save(const Sale &sale, const QByteArray &document)
{
    m_database.run("save_sale",
                   {sale.id, sale.number, sale.shift, sale.registerId, sale.completedAt.msSinceEpoch(), document});
    keepWhatFollows(sale);
}

void SellingRows::add(const Sale &sale, std::int64_t operation)
{
    m_database.run("add_sale",
                   {sale.id, sale.number, sale.shift, sale.registerId, sale.completedAt.msSinceEpoch(), operation});
    keepWhatFollows(sale);
}

void SellingRows::removeSale(SaleId id)
{
    m_database.run("delete_sale", {id});
    forgetWhatFollows(id);
}

void SellingRows::removeSaleMadeHere(SaleId id)
{
    m_database.run("delete_sale_made_here", {id});
    forgetWhatFollows(id);
}

std::optional<Sale> SellingRows::sale(SaleId id)
{
    Rows rows = m_database.query("read_sale", {id});
    if (!rows.next())
        return std::nullopt;
    return saleOf(rows);
}

QList<Sale> SellingRows::sales(const SaleFilter &filter)
{
    constexpr std::int64_t end = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t begin = std::numeric_limits<std::int64_t>::min();
    const std::int64_t from = filter.from ? filter.from->msSinceEpoch() : begin;
    const std::int64_t until = filter.until ? filter.until->msSinceEpoch() : end;
    const QString number = filter.number.isNull() ? QStringLiteral("") : filter.number;
    const int limit = std::clamp(filter.limit, 1, 1'000);
    const int offset = std::max(filter.offset, 0);
    const bool upwards = filter.order == Qt::AscendingOrder;
    QList<Sale> result;
    Rows rows = filter.sort == SaleSort::Time
                    ? m_database.query(upwards ? "list_sales_oldest_first" : "list_sales",
                                       {from, until, !filter.shift, filter.shift, number, limit, offset})
                    : m_database.query(upwards ? "list_sales_upwards" : "list_sales_downwards",
                                       {static_cast<int>(filter.sort), from, until, !filter.shift, filter.shift, number,
                                        limit, offset});
    while (rows.next())
        result.append(saleOf(rows));
    return result;
}

void SellingRows::eachSaleOf(ShiftId shift, UtcTime from, const std::function<void(const Sale &)> &look)
{
    Rows rows = m_database.query("list_sales_of_shift", {firstIdAt(from), shift});
    while (rows.next()) {
        const auto sums = rows.isNull(0) ? std::nullopt : codec::readSaleSums(rows.bytes(0));
        look(sums ? *sums : saleOf(rows));
    }
}

/// A document is never changed, so what follows from it is the same whoever tells of it.
void SellingRows::keepWhatFollows(const Sale &sale)
{
    keepReturns(sale);
    keepCoupons(sale);
    keepCustomer(sale);
    GiftRows(m_database).keepEntriesOf(sale);
}

void SellingRows::forgetWhatFollows(SaleId id)
{
    m_database.run("delete_returned_lines", {id});
    m_database.run("delete_coupon_uses", {id});
    m_database.run("delete_customer_sales", {id});
    m_database.run("delete_gift_entries", {id});
}

void SellingRows::keepCoupons(const Sale &sale)
{
    const QList<SaleDiscount> given = givenByPromotions(sale);
    for (const SaleDiscount &each : given) {
        if (!each.coupon.isEmpty())
            m_database.run("save_coupon_use", {each.coupon, each.promotion->toString(), sale.id});
    }
}

void SellingRows::keepCustomer(const Sale &sale)
{
    if (sale.customer)
        m_database.run("save_customer_sale", {sale.customer->toString(), sale.completedAt.msSinceEpoch(), sale.id});
}

void SellingRows::keepReturns(const Sale &sale)
{
    QMap<std::pair<SaleId, std::int32_t>, std::int64_t> units;
    for (const ReturnedLine &line : sale.returns) {
        if (line.sale && line.line)
            units[{*line.sale, *line.line}] += line.quantity.units();
    }
    for (auto each = units.constBegin(); each != units.constEnd(); ++each)
        m_database.run("save_returned_line", {each.key().first, each.key().second, sale.id, each.value()});
}

QHash<std::int32_t, std::int64_t> SellingRows::returnedOf(SaleId id)
{
    QHash<std::int32_t, std::int64_t> units;
    Rows rows = m_database.query("list_returned_units", {id});
    while (rows.next())
        units.insert(static_cast<std::int32_t>(rows.integer(0)), rows.integer(1));
    return units;
}

QList<Sale> SellingRows::returnsOf(SaleId id)
{
    QList<Sale> sales;
    Rows rows = m_database.query("list_returns_of_sale", {id});
    while (rows.next())
        sales.append(saleOf(rows));
    return sales;
}

QList<Sale> SellingRows::salesOf(const QList<CustomerId> &customers, const CustomerSalesFilter &filter)
{
    QJsonArray ids;
    for (const CustomerId &id : customers)
        ids.append(id.toString());
    const std::int64_t from = filter.from ? filter.from->msSinceEpoch() : std::numeric_limits<std::int64_t>::min();
    const std::int64_t until = filter.until ? filter.until->msSinceEpoch() : std::numeric_limits<std::int64_t>::max();
    QList<Sale> sales;
    Rows rows = m_database.query("list_sales_of_customers",
                                 {QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact)), from, until,
                                  filter.limit, std::max(filter.offset, 0)});
    while (rows.next())
        sales.append(saleOf(rows));
    return sales;
}

std::optional<UtcTime> SellingRows::oldestSaleAt()
{
    Rows rows = m_database.query("read_oldest_sale_time");
    return rows.next() && !rows.isNull(0) ? std::optional(UtcTime(rows.integer(0))) : std::nullopt;
}

std::int64_t SellingRows::salesWithCoupon(const QString &code, PromotionId promotion)
{
    return m_database.value("count_coupon_uses", {code, promotion.toString()}).toLongLong();
}

bool SellingRows::hasSale(SaleId id)
{
    return m_database.query("has_sale", {id}).next();
}

std::int64_t SellingRows::countWithNumber(const QString &number)
{
    return m_database.value("count_sales_with_number", {number}).toLongLong();
}

std::optional<SaleId> SellingRows::saleWithNumber(const QString &number)
{
    Rows rows = m_database.query("find_sale_by_number", {number});
    return rows.next() ? std::optional(SaleId(rows.uuid(0))) : std::nullopt;
}

std::int64_t SellingRows::nextReceiptNumber(RegisterId reg)
{
    if (!m_lastReceipt || m_lastReceipt->first != reg)
        m_lastReceipt = {reg, m_database.value("read_receipt_counter", {reg}).toLongLong()};
    const std::int64_t next = m_lastReceipt->second + 1;
    m_database.run("count_receipt", {reg, next});
    if (m_database.changedRows() != 1)
        throwDamaged(QCoreApplication::translate("Store", "the receipt counter was changed from outside"));
    m_lastReceipt->second = next;
    return next;
}

bool SellingRows::add(const Movement &movement)
{
    m_database.run("add_movement", {movement.id, movement.variant, movement.location, movement.delta.units(),
                                    movementReasonText(movement.reason), movement.source, movement.at.msSinceEpoch(),
                                    movement.note.isNull() ? QStringLiteral("") : movement.note});
    return m_database.changedRows() > 0;
}

QList<Movement> SellingRows::movements(VariantId variant, int limit)
{
    QList<Movement> result;
    Rows rows = m_database.query("list_movements", {variant, limit});
    while (rows.next()) {
        result.append(Movement{MovementId(rows.uuid(0)), variant, LocationId(rows.uuid(1)), Quantity(rows.integer(2)),
                               movementReasonFromText(rows.text(3)).value_or(MovementReason::Adjustment),
                               OperationId(rows.uuid(4)), UtcTime(rows.integer(5)), rows.text(6)});
    }
    return result;
}

void SellingRows::change(VariantId variant, LocationId location, Quantity delta)
{
    const QUuid id = codec::stockLevelId(location, variant);
    m_database.run("move_stock_level", {delta.units(), id});
    if (m_database.changedRows() == 0)
        m_database.run("add_stock_level", {id, variant, location, delta.units()});
}

void SellingRows::save(const StockLevel &level)
{
    m_database.run("save_stock_level", {codec::stockLevelId(level.location, level.variant), level.variant,
                                        level.location, level.onHand.units()});
}

void SellingRows::removeStockLevel(const QUuid &id)
{
    m_database.run("delete_stock_level", {id});
}

std::optional<StockLevel> SellingRows::stockLevel(const QUuid &id)
{
    Rows rows = m_database.query("read_stock_level", {id});
    if (!rows.next())
        return std::nullopt;
    return StockLevel{VariantId(rows.uuid(0)), LocationId(rows.uuid(1)), Quantity(rows.integer(2))};
}

Quantity SellingRows::onHand(VariantId variant, LocationId location)
{
    return Quantity(m_database.value("read_on_hand", {variant, location}).toLongLong());
}

QList<StockLevel> SellingRows::stockOf(VariantId variant)
{
    QList<StockLevel> result;
    Rows rows = m_database.query("list_stock_levels", {variant});
    while (rows.next())
        result.append({variant, LocationId(rows.uuid(0)), Quantity(rows.integer(1))});
    return result;
}

void SellingRows::forgetChanges()
{
    m_shifts.forgetAll();
    m_openShift.reset();
    m_lastReceipt.reset();
}

} // namespace crema::sync
