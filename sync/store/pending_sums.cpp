// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/pending_sums.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/selling_writer.h"
#include "models/operations/operation_content.h"
#include "sync/store/documents.h"
#include "sync/store/sum_effect.h"

namespace crema::sync {
namespace {

/// Far below where amounts are left out of a sum (models/money/checked.h), so that their order does not matter.
constexpr std::int64_t largestSum = std::int64_t(1) << 52;

bool fits(std::int64_t amount)
{
    return amount >= -largestSum && amount <= largestSum;
}

bool fits(const Shift &shift)
{
    return fits(shift.salesTotal.minor()) && fits(shift.cashTotal.minor()) && fits(shift.movedTotal.minor());
}

bool isWhole(const ShiftSales &sales)
{
    const bool isNothing = sales.total.isZero() && sales.cash.isZero();
    return sales.count > 0 || (sales.count == 0 && isNothing);
}

bool isShift(const EntityRef &ref)
{
    return ref.type == entity::shift;
}

} // namespace

PendingSums::PendingSums(Database &database, EntityRows &rows, OperationQueue &queue)
    : m_database(database), m_rows(rows), m_queue(queue)
{}

bool PendingSums::isSum(QStringView entityType)
{
    return entityType == entity::shift || entityType == entity::stockLevel;
}

bool PendingSums::begin(const QSet<EntityRef> &sums, const QList<FeedRow> &rows)
{
    // An amount without room in one sum may have it in the next; and a sale whose row came before it left its shift
    // says by that where it stands.
    if (m_queue.hasPendingOn(PendingKey::largeSale()) || m_database.query("find_sale_copy").next())
        return false;
    for (const EntityRef &ref : sums) {
        if (!add(ref) || !m_sums.contains(ref))
            return false;
    }
    for (const FeedRow &row : rows) {
        const EntityRef ref{row.entityType, row.entityId};
        if (!isSum(ref.type))
            continue;
        if (!m_sums.contains(ref) && !add(ref))
            return false;
        // Without a copy nothing is laid over it: a row like any other.
        const auto sum = m_sums.find(ref);
        if (sum != m_sums.end() && !takeRow(*sum, row))
            return false;
    }
    return std::all_of(m_sums.keyValueBegin(), m_sums.keyValueEnd(), [](const auto &entry) {
        return !isShift(entry.first) ||
               (entry.second.base && entry.second.shift.floatAmount.currency() == entry.second.sales.total.currency());
    });
}

/// Takes up one that has a copy. False when it cannot be advanced.
bool PendingSums::add(const EntityRef &ref)
{
    Sum sum;
    {
        Rows copy = m_database.query("read_server_copy", {ref.type, ref.id});
        if (!copy.next())
            return true;
        if (!copy.isNull(0))
            sum.base = copy.bytes(0);
        sum.place = Cursor::fromString(copy.text(1));
    }
    if (isShift(ref) ? !readShiftSum(ref, sum) : !readLevelSum(ref, sum))
        return false;
    m_sums.insert(ref, sum);
    return true;
}

bool PendingSums::readShiftSum(const EntityRef &ref, Sum &sum)
{
    const std::optional<Shift> view = m_rows.selling().shift(ShiftId(ref.id));
    if (!view)
        return false;
    const Currency currency = view->floatAmount.currency();
    sum.shift.salesTotal = sum.shift.cashTotal = sum.shift.movedTotal = sum.shift.floatAmount = Money(0, currency);
    if (sum.base)
        sum.shift = entityOf(*sum.base, &codec::readShift);
    if (sum.shift.floatAmount.currency() != currency || !fits(*view) || !fits(sum.shift))
        return false;
    sum.sales = salesBetween(sum.shift, *view);
    return isWhole(sum.sales);
}

bool PendingSums::readLevelSum(const EntityRef &ref, Sum &sum)
{
    const std::optional<StockLevel> view = m_rows.selling().stockLevel(ref.id);
    if (!view)
        return false;
    sum.level = sum.base ? entityOf(*sum.base, &codec::readStockLevel) : *view;
    if (!sum.base)
        sum.level.onHand = Quantity(0);
    sum.units = view->onHand.units() - sum.level.onHand.units();
    return fits(view->onHand.units()) && fits(sum.level.onHand.units());
}

bool PendingSums::takeRow(Sum &sum, const FeedRow &row)
{
    if (row.deleted)
        return false;
    if (row.entityType == entity::shift) {
        const Result<Shift> shift = codec::readShift(row.entity.json());
        if (!shift || !fits(*shift))
            return false;
        sum.shift = *shift;
        sum.base = row.entity.document();
    } else {
        const Result<StockLevel> level = codec::readStockLevel(row.entity.json());
        if (!level || !fits(level->onHand.units()))
            return false;
        sum.level = *level;
        sum.base = documentOf(codec::toJson(*level));
    }
    sum.arrived = true;
    if (row.cursor.xid > 0)
        sum.place = row.cursor;
    return true;
}

void PendingSums::addPlaces(QHash<EntityRef, Cursor> &places) const
{
    for (auto sum = m_sums.constBegin(); sum != m_sums.constEnd(); ++sum) {
        if (sum->place)
            places.insert(sum.key(), *sum->place);
    }
}

void PendingSums::leave(const PendingOperation &operation, const QList<EntityRef> &refs)
{
    m_leaving.append({operation.bytes, refs});
    for (const EntityRef &ref : refs)
        m_sums[ref].leaving.append(operation.number);
}

bool PendingSums::settle()
{
    for (auto sum = m_sums.begin(); sum != m_sums.end(); ++sum)
        sum->emptied = isEmptied(sum.key(), *sum);
    for (const Leaving &leaving : std::as_const(m_leaving)) {
        if (!takeOut(leaving))
            return false;
    }
    for (auto sum = m_sums.begin(); sum != m_sums.end(); ++sum) {
        if (sum->emptied) {
            sum->units = 0;
            sum->sales = {};
        } else if (isShift(sum.key()) && !isWhole(sum->sales)) {
            return false;
        }
    }
    return true;
}

bool PendingSums::isEmptied(const EntityRef &ref, const Sum &sum)
{
    const QSet<std::int64_t> leaving(sum.leaving.begin(), sum.leaving.end());
    const QList<std::int64_t> some = m_queue.somePendingOn(ref, leaving.size() + 1);
    return std::all_of(some.begin(), some.end(), [&](std::int64_t number) { return leaving.contains(number); });
}

bool PendingSums::takeOut(const Leaving &leaving)
{
    QList<EntityRef> refs = leaving.refs;
    refs.removeIf([this](const EntityRef &ref) { return m_sums.value(ref).emptied; });
    if (refs.isEmpty())
        return true;
    const Result<OperationContent> content = readContent(leaving.bytes);
    if (!content)
        return false;
    Currency currency;
    for (const EntityRef &ref : std::as_const(refs)) {
        if (isShift(ref))
            currency = m_sums[ref].shift.floatAmount.currency();
    }
    SumEffect effect(currency);
    if (applyContent(*content, effect, MergeMode::Replay).problem)
        return false;
    for (const EntityRef &ref : std::as_const(refs)) {
        Sum &sum = m_sums[ref];
        if (!isShift(ref)) {
            sum.units -= effect.unitsOf(ref.id);
            continue;
        }
        const ShiftSales sales = effect.salesOf(ShiftId(ref.id));
        sum.sales = {sum.sales.count - sales.count, sum.sales.total - sales.total, sum.sales.cash - sales.cash,
                     sum.sales.moved - sales.moved};
    }
    return true;
}

void PendingSums::write(const QSet<QUuid> &laidOver)
{
    for (auto sum = m_sums.constBegin(); sum != m_sums.constEnd(); ++sum) {
        if (sum->arrived || !sum->leaving.isEmpty() || laidOver.contains(sum.key().id))
            write(sum.key(), *sum);
    }
}

void PendingSums::write(const EntityRef &ref, const Sum &sum)
{
    if (sum.arrived) {
        const QString cursor = sum.place ? sum.place->toString() : QString();
        m_database.run("delete_server_copy", {ref.type, ref.id});
        m_database.run("keep_server_copy", {ref.type, ref.id, sum.base, cursor});
    }
    if (isShift(ref)) {
        const Shift view = recordSales(sum.shift, sum.sales);
        // What a newer platform says of it stays, as long as nothing is added.
        const bool isBase = sum.sales.count == 0 && sum.sales.moved.isZero();
        m_rows.selling().save(view, isBase ? *sum.base : codec::canonicalBytes(view));
    } else if (!sum.base && sum.emptied) {
        m_rows.selling().removeStockLevel(ref.id);
    } else {
        m_rows.selling().save(
            StockLevel{sum.level.variant, sum.level.location, sum.level.onHand + Quantity(sum.units)});
    }
}

void PendingSums::forgetCopies()
{
    for (auto sum = m_sums.constBegin(); sum != m_sums.constEnd(); ++sum) {
        if (!m_queue.hasPendingOn(sum.key()))
            m_database.run("delete_server_copy", {sum.key().type, sum.key().id});
    }
}

} // namespace crema::sync
