// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/platform_watch.h"

#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"

#include <algorithm>

namespace crema::simulation {

namespace {

/// Calls `look` for each entry of `now` that was not there before.
template<class Map, class Look>
void forEachNew(const Map &before, const Map &now, Look look)
{
    auto old = before.constBegin();
    for (auto it = now.constBegin(); it != now.constEnd(); ++it) {
        while (old != before.constEnd() && old.key() < it.key())
            ++old;
        if (old == before.constEnd() || it.key() < old.key())
            look(it.key(), it.value());
    }
}

/// Calls `look` for each entry that is in both.
template<class Map, class Look>
void forEachOld(const Map &before, const Map &now, Look look)
{
    auto it = now.constBegin();
    for (auto old = before.constBegin(); old != before.constEnd(); ++old) {
        while (it != now.constEnd() && it.key() < old.key())
            ++it;
        const bool isThere = it != now.constEnd() && !(old.key() < it.key());
        look(old.value(), isThere ? &it.value() : nullptr);
    }
}

Money sumOf(const Sale &sale)
{
    Money sum(0, sale.total.currency());
    for (const SaleLine &line : sale.lines)
        sum = sum + line.gross;
    for (const ReturnedLine &line : sale.returns)
        sum = sum - line.gross + line.fee;
    return sum;
}

Money settledOf(const Sale &sale)
{
    Money sum(0, sale.total.currency());
    for (const Payment &payment : sale.payments)
        sum = sum + payment.tendered - payment.change;
    return sum;
}

Money tipOf(const Sale &sale)
{
    Money sum(0, sale.total.currency());
    for (const Payment &payment : sale.payments)
        sum += payment.tip;
    return sum;
}

} // namespace

PlatformWatch::PlatformWatch(MemoryDatabase &database) : m_database(database), m_before(database.state)
{
    m_initial = m_before.levels;
    for (const platform::DeviceRecord &device : std::as_const(database.devices)) {
        for (const auto &variant : std::as_const(m_before.variants)) {
            const Place place{device.location, variant.value.id};
            m_others[{device.registerId, place}].insert(m_initial.value(place));
        }
    }
}

void PlatformWatch::object(const QString &what)
{
    if (m_objection.isEmpty())
        m_objection = what;
}

void PlatformWatch::look()
{
    const MemoryState &now = m_database.state;
    if (!now.receipts.isSharedWith(m_before.receipts) || !now.streams.isSharedWith(m_before.streams))
        lookAtReceipts();
    if (!now.operations.isSharedWith(m_before.operations))
        lookAtOperations();
    if (!now.sales.isSharedWith(m_before.sales))
        lookAtSales();
    if (!now.giftCards.isSharedWith(m_before.giftCards) || !now.sales.isSharedWith(m_before.sales))
        lookAtGiftCards();
    if (!now.paymentIntents.isSharedWith(m_before.paymentIntents))
        lookAtPayments();
    if (!now.cashMovements.isSharedWith(m_before.cashMovements))
        lookAtCash();
    if (!now.parkedCarts.isSharedWith(m_before.parkedCarts))
        lookAtCarts();
    if (!now.shifts.isSharedWith(m_before.shifts))
        lookAtShifts();
    if (!now.movements.isSharedWith(m_before.movements))
        lookAtStock();
    if (!now.people.isSharedWith(m_before.people) || !now.roles.isSharedWith(m_before.roles)) {
        lookAtPeople();
        lookAtRoles();
    }
    m_before = now;
}

void PlatformWatch::beginAnew()
{
    const MemoryState &now = m_database.state;
    m_before = now;
    m_lastTold.clear();
    m_taken.clear();
    m_gifts.clear();
    for (const Sale &sale : now.sales)
        notePayments(sale);
    m_cashMoved.clear();
    for (const CashMovement &movement : now.cashMovements)
        m_cashMoved[movement.shift] += drawerChange(movement).minor();
    m_moved.clear();
    m_ownMoved.clear();
    QSet<Place> places;
    for (const Movement &movement : now.movements)
        places.insert(noteMovement(movement));
    for (auto it = m_others.constBegin(); it != m_others.constEnd(); ++it)
        places.insert(it.key().second);
    for (const Place &place : std::as_const(places))
        noteOthers(place);
}

bool PlatformWatch::isOut(DeviceId device) const
{
    const bool isIn = m_mayComeIn.contains(device) && !m_database.devices.value(device).isRevoked;
    return m_shutOut.contains(device) && !isIn;
}

/// Receipts are dense and match their operations; none is taken back (sync.md rules 3 and 4).
void PlatformWatch::lookAtReceipts()
{
    const MemoryState &now = m_database.state;
    forEachNew(m_before.receipts, now.receipts, [&](const MemoryState::ReceiptKey &key, const auto &receipt) {
        const auto &[device, epoch, sequence] = key;
        if (isOut(device))
            object(QStringLiteral("something was taken of a device that was shut out"));
        if (sequence > 1 && !now.receipts.contains({device, epoch, sequence - 1}))
            object(QStringLiteral("the receipt before sequence %1 is missing").arg(sequence));
        if (now.streams.value({device, epoch}).expected <= sequence)
            object(QStringLiteral("sequence %1 has a receipt and is expected").arg(sequence));
        const auto operation = now.operations.constFind(receipt.operation);
        if (!receipt.operation.isNull() && operation == now.operations.constEnd())
            object(QStringLiteral("the receipt of sequence %1 has no operation").arg(sequence));
        else if (!receipt.operation.isNull() && !receipt.acknowledgement &&
                 operation->value.payloadHash != receipt.payloadHash)
            object(QStringLiteral("the receipt of sequence %1 is one of other bytes").arg(sequence));
    });
    forEachOld(m_before.receipts, now.receipts, [this](const auto &before, const auto *after) {
        if (!after || after->operation != before.operation || after->payloadHash != before.payloadHash)
            object(QStringLiteral("a receipt has gone or is another one"));
    });
}

/// An outcome is given once: only what waits takes another one (sync.md rule 3).
void PlatformWatch::lookAtOperations()
{
    const MemoryState &now = m_database.state;
    forEachOld(m_before.operations, now.operations, [this](const auto &before, const auto *after) {
        if (!after) {
            object(QStringLiteral("an operation has gone"));
            return;
        }
        const Acknowledgement &was = before.value.acknowledgement;
        // Of who was erased nothing is said any more, also not what it was that was refused (ADR 041).
        if (after->value.payload.contains("\"body\":{\"erased\":true}"))
            return;
        if (was.outcome != Outcome::Waiting && was.outcome != after->value.acknowledgement.outcome)
            object(QStringLiteral("%1 was %2 and is %3")
                       .arg(before.value.type, outcomeText(was.outcome),
                            outcomeText(after->value.acknowledgement.outcome)));
    });
    QList<platform::StoredOperation> fresh;
    forEachNew(m_before.operations, now.operations,
               [&fresh](const OperationId &, const auto &operation) { fresh.append(operation.value); });
    std::sort(fresh.begin(), fresh.end(), [](const auto &a, const auto &b) { return a.sequence < b.sequence; });
    for (const platform::StoredOperation &operation : std::as_const(fresh)) {
        noteOrder(operation);
        lookAtApproval(operation);
        lookAtErasure(operation, fresh);
    }
    // What was decided later in the same transaction stands instead.
    const auto ofPeople = [](const platform::StoredOperation &operation) {
        return operation.type.startsWith(QStringLiteral("person.")) ||
               operation.type.startsWith(QStringLiteral("role.")) || operation.type == operation::attentionResolve;
    };
    const auto first = std::find_if(fresh.constBegin(), fresh.constEnd(), ofPeople);
    if (first != fresh.constEnd() && std::none_of(std::next(first), fresh.constEnd(), ofPeople))
        lookAtRights(*first);
}

/// What one device did comes in the order in which it was done.
void PlatformWatch::noteOrder(const platform::StoredOperation &operation)
{
    const auto told = m_told.constFind(SaleId(operation.subject.id));
    if (operation.type != operation::saleComplete || told == m_told.constEnd())
        return;
    const auto [till, place] = *told;
    qsizetype &last = m_lastTold[{{operation.device, operation.epoch}, till}];
    if (place < last)
        object(QStringLiteral("a sale came after one that was made later"));
    last = std::max(last, place);
}

/// Each sale adds up, and none changes or leaves.
void PlatformWatch::lookAtSales()
{
    forEachNew(m_before.sales, m_database.state.sales, [this](const SaleId &, const Sale &sale) {
        if (sumOf(sale) != sale.total)
            object(QStringLiteral("the lines of sale %1 do not add up to its total").arg(sale.number));
        if (settledOf(sale) != sale.total + sale.rounding + tipOf(sale))
            object(QStringLiteral("what was paid for sale %1 is not its total").arg(sale.number));
        notePayments(sale);
    });
    forEachOld(m_before.sales, m_database.state.sales, [this](const Sale &before, const Sale *after) {
        if (!after || *after != before)
            object(QStringLiteral("sale %1 has gone or is another one").arg(before.number));
    });
}

/// None changes or leaves.
void PlatformWatch::lookAtCash()
{
    const MemoryState &now = m_database.state;
    forEachNew(m_before.cashMovements, now.cashMovements, [this](const CashMovementId &, const CashMovement &movement) {
        m_cashMoved[movement.shift] += drawerChange(movement).minor();
    });
    forEachOld(m_before.cashMovements, now.cashMovements,
               [this](const CashMovement &before, const CashMovement *after) {
                   if (!after || *after != before)
                       object(QStringLiteral("a movement of cash has gone or is another one"));
               });
}

/// Whoever ended one first has it.
void PlatformWatch::lookAtCarts()
{
    forEachOld(m_before.parkedCarts, m_database.state.parkedCarts, [this](const auto &before, const auto *after) {
        const bool isSame = after && after->value.state == before.value.state && after->value.end == before.value.end;
        if (!after || (before.value.end && !isSame))
            object(QStringLiteral("a parked sale that somebody has ended is another one"));
    });
}

/// A shift holds the cash of its sales, and one that was closed stays closed with the Z that it had.
void PlatformWatch::lookAtShifts()
{
    const MemoryState &now = m_database.state;
    for (const auto &shift : now.shifts) {
        const std::int64_t taken = m_taken.value(shift.value.id);
        if (shift.value.cashTotal.minor() != taken) {
            object(
                QStringLiteral("a shift holds %1 in cash, its sales %2").arg(shift.value.cashTotal.minor()).arg(taken));
        }
    }
    for (const auto &shift : now.shifts) {
        const std::int64_t moved = m_cashMoved.value(shift.value.id);
        if (shift.value.movedTotal.minor() != moved)
            object(QStringLiteral("a shift holds %1 as moved, its movements %2")
                       .arg(shift.value.movedTotal.minor())
                       .arg(moved));
        if (shift.value.z && !addsUp(shift.value.z->figures))
            object(QStringLiteral("a Z does not add up"));
    }
    forEachOld(m_before.shifts, now.shifts, [this](const auto &before, const auto *after) {
        if (after && before.value.z && after->value.z != before.value.z)
            object(QStringLiteral("a Z is another one"));
        if (!after || (before.value.state == ShiftState::Closed && after->value.state != ShiftState::Closed))
            object(QStringLiteral("a shift that was closed has gone or is open again"));
    });
}

/// What is on hand is the sum of the movements (sync.md rule 19), and none of these leaves.
void PlatformWatch::lookAtStock()
{
    const MemoryState &now = m_database.state;
    QSet<Place> places;
    forEachNew(m_before.movements, now.movements,
               [&](const MovementId &, const Movement &movement) { places.insert(noteMovement(movement)); });
    forEachOld(m_before.movements, now.movements, [this](const Movement &, const Movement *after) {
        if (!after)
            object(QStringLiteral("a movement has gone"));
    });
    for (const Place &place : std::as_const(places)) {
        const std::int64_t sum = m_initial.value(place) + m_moved.value(place);
        if (now.levels.value(place) != sum)
            object(QStringLiteral("%1 on hand when the movements make %2").arg(now.levels.value(place)).arg(sum));
        noteOthers(place);
    }
}

PlatformWatch::Place PlatformWatch::noteMovement(const Movement &movement)
{
    const Place place{movement.location, movement.variant};
    // Where it was made, whichever register sent it (sync.md rule 30).
    const Result<Operation> source = readOperation(m_database.state.operations.value(movement.source).value.payload);
    m_moved[place] += movement.delta.units();
    if (source && source->registerId)
        m_ownMoved[{*source->registerId, place}] += movement.delta.units();
    return place;
}

void PlatformWatch::noteOthers(const Place &place)
{
    const std::int64_t sum = m_initial.value(place) + m_moved.value(place);
    for (const platform::DeviceRecord &device : std::as_const(m_database.devices)) {
        const std::pair key(device.registerId, place);
        if (place.first == device.location)
            m_others[key].insert(sum - m_ownMoved.value(key));
    }
}

bool PlatformWatch::wasTrue(RegisterId reg, LocationId location, VariantId variant, std::int64_t here,
                            std::int64_t own) const
{
    return m_others.value({reg, {location, variant}}, {0}).contains(here - own);
}

QString PlatformWatch::objectionToPage(const Cursor &next, const QStringList &audiences) const
{
    const MemoryState &state = m_database.state;
    for (auto it = state.feed.upperBound({next.xid, next.position}); it != state.feed.constEnd(); ++it) {
        if (it.key().xid != next.xid)
            break;
        if (audiences.contains(it.value().audience))
            return QStringLiteral("a page ends in the middle of transaction %1").arg(next.xid);
    }
    return {};
}

} // namespace crema::simulation
