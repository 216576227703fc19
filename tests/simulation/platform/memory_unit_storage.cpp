// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/platform/memory_unit_storage.h"

#include "models/base/json.h"
#include "models/operations/erased_operation.h"
#include "tests/simulation/platform/memory_writes.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace crema::simulation {

using platform::Stored;
using platform::StoredOperation;

namespace {

template<class Key, class Value>
std::optional<Value> valueOf(const QMap<Key, Value> &map, const Key &key)
{
    const auto it = map.constFind(key);
    return it == map.constEnd() ? std::nullopt : std::optional(*it);
}

bool isOpen(const StoredOperation &operation)
{
    const Outcome outcome = operation.acknowledgement.outcome;
    return (outcome == Outcome::Waiting || outcome == Outcome::Refused) && !operation.settled;
}

std::tuple<DeviceId, std::int64_t, std::int64_t> placeOf(const StoredOperation &operation)
{
    return {operation.device, operation.epoch, operation.sequence};
}

} // namespace

MemoryUnitStorage::~MemoryUnitStorage()
{
    end();
}

void MemoryUnitStorage::end()
{
    m_database.m_running.remove(m_xid);
    m_database.m_streamLocks.removeIf([this](const auto &lock) { return lock.value() == this; });
    m_database.m_operationLocks.removeIf([this](const auto &lock) { return lock.value() == this; });
    m_database.m_shiftLocks.removeIf([this](const auto &lock) { return lock.value() == this; });
    m_database.m_returnLocks.removeIf([this](const auto &lock) { return lock.value() == this; });
    if (m_database.m_adminLock == this)
        m_database.m_adminLock = nullptr;
}

void MemoryUnitStorage::letOthersIn()
{
    if (m_database.between)
        m_database.between();
}

std::uint64_t MemoryUnitStorage::xid()
{
    if (m_xid == 0)
        m_xid = m_database.takeXid();
    return m_xid;
}

std::optional<Stored<Product>> MemoryUnitStorage::product(ProductId id)
{
    letOthersIn();
    return valueOf(m_database.state.products, id);
}

std::optional<Stored<Variant>> MemoryUnitStorage::variant(VariantId id)
{
    letOthersIn();
    return valueOf(m_database.state.variants, id);
}

std::optional<Stored<Customer>> MemoryUnitStorage::customer(CustomerId id)
{
    return valueOf(m_database.state.customers, id);
}

std::optional<Stored<Shift>> MemoryUnitStorage::shift(ShiftId id)
{
    letOthersIn();
    return valueOf(m_database.state.shifts, id);
}

std::optional<VariantId> MemoryUnitStorage::variantWithBarcode(const QString &barcode)
{
    return valueOf(m_database.state.barcodes, barcode);
}

std::optional<VariantId> MemoryUnitStorage::variantWithSku(const QString &sku)
{
    letOthersIn();
    return valueOf(m_database.state.skus, sku);
}

QList<ShiftId> MemoryUnitStorage::openShiftsOf(RegisterId reg)
{
    QList<Shift> open;
    for (const Stored<Shift> &shift : std::as_const(m_database.state.shifts)) {
        if (shift.value.registerId == reg && shift.value.state == ShiftState::Open)
            open.append(shift.value);
    }
    std::stable_sort(open.begin(), open.end(), [](const Shift &a, const Shift &b) { return a.openedAt > b.openedAt; });
    QList<ShiftId> ids;
    for (const Shift &shift : std::as_const(open))
        ids.append(shift.id);
    return ids;
}

void MemoryUnitStorage::lockMissingShift(ShiftId id)
{
    letOthersIn();
    const auto *holder = m_database.m_shiftLocks.value(id);
    if (holder && holder != this)
        failWith("55P03"); // PostgreSQL waits here; one thread cannot
    m_database.m_shiftLocks.insert(id, this);
}

platform::Stream MemoryUnitStorage::lockStream(DeviceId device, std::int64_t epoch)
{
    letOthersIn();
    const MemoryState::StreamKey key{device, epoch};
    const auto *holder = m_database.m_streamLocks.value(key);
    if (holder && holder != this)
        failWith("55P03"); // PostgreSQL waits here; one thread cannot
    m_database.m_streamLocks.insert(key, this);
    xid();
    platform::Stream stream = m_database.state.streams.value(key);
    stream.isShutOut = m_database.devices.value(device).isRevoked;
    stream.feedEpoch = m_database.feedEpoch();
    return stream;
}

void MemoryUnitStorage::saveStream(DeviceId device, std::int64_t epoch, const platform::Stream &stream)
{
    letOthersIn(); // the last moment: what is written from here on is locked in PostgreSQL until the commit
    m_records.append([key = MemoryState::StreamKey(device, epoch), stream](MemoryState &state) {
        state.streams.insert(key, stream);
    });
}

std::optional<platform::Receipt> MemoryUnitStorage::receipt(DeviceId device, std::int64_t epoch, std::int64_t sequence)
{
    return valueOf(m_database.state.receipts, MemoryState::ReceiptKey(device, epoch, sequence));
}

QList<Stored<StoredOperation>> MemoryUnitStorage::operations(const QList<OperationId> &ids)
{
    letOthersIn();
    QList<Stored<StoredOperation>> found;
    for (const OperationId &id : ids) {
        if (const auto operation = valueOf(m_database.state.operations, id))
            found.append(*operation);
    }
    return found;
}

QList<Stored<StoredOperation>> MemoryUnitStorage::lockWaiting(const QList<OperationId> &causes,
                                                              const platform::OperationPlace &place, int limit)
{
    letOthersIn();
    QList<Stored<StoredOperation>> waiting;
    for (const Stored<StoredOperation> &operation : std::as_const(m_database.state.operations)) {
        const Acknowledgement &acknowledgement = operation.value.acknowledgement;
        const bool isWanted = acknowledgement.outcome == Outcome::Waiting &&
                              std::any_of(acknowledgement.waitingFor.begin(), acknowledgement.waitingFor.end(),
                                          [&](const OperationId &id) { return causes.contains(id); }) &&
                              placeOf(operation.value) > std::tuple(place.device, place.epoch, place.sequence);
        if (isWanted)
            waiting.append(operation);
    }
    std::sort(waiting.begin(), waiting.end(),
              [](const auto &a, const auto &b) { return placeOf(a.value) < placeOf(b.value); });
    waiting.resize(std::min<qsizetype>(waiting.size(), limit));
    for (const Stored<StoredOperation> &operation : std::as_const(waiting)) {
        const auto *holder = m_database.m_operationLocks.value(operation.value.id);
        if (holder && holder != this)
            failWith("40P01");
        m_database.m_operationLocks.insert(operation.value.id, this);
        xid();
    }
    return waiting;
}

QList<OperationId> MemoryUnitStorage::overdueCauses(int limit)
{
    QSet<OperationId> overdue;
    for (const Stored<StoredOperation> &operation : std::as_const(m_database.state.operations)) {
        if (operation.value.acknowledgement.outcome != Outcome::Waiting)
            continue;
        for (const OperationId &id : operation.value.acknowledgement.waitingFor) {
            const auto cause = valueOf(m_database.state.operations, id);
            if (!cause)
                continue;
            const Outcome outcome = cause->value.acknowledgement.outcome;
            const bool hasCard =
                operation.value.type == QLatin1String("attention.resolve") && outcome != Outcome::Waiting;
            const bool isToldOf = cause->value.type == QLatin1String("gift_card.create") &&
                                  outcome == Outcome::Refused &&
                                  m_database.state.giftCards.contains(GiftCardId(cause->value.subject.id));
            const bool tookEffect = outcome == Outcome::Applied || outcome == Outcome::Conflict;
            if (cause->value.settled || tookEffect || hasCard || isToldOf)
                overdue.insert(id);
        }
    }
    QList<OperationId> causes = overdue.values();
    std::sort(causes.begin(), causes.end());
    causes.resize(std::min<qsizetype>(causes.size(), limit));
    return causes;
}

QList<Stored<StoredOperation>> MemoryUnitStorage::openOperationsOn(const QUuid &subject)
{
    letOthersIn();
    QList<Stored<StoredOperation>> open;
    for (const Stored<StoredOperation> &operation : std::as_const(m_database.state.operations)) {
        if (operation.value.subject.id == subject && isOpen(operation.value))
            open.append(operation);
    }
    return open;
}

QList<Stored<StoredOperation>> MemoryUnitStorage::operationsAbout(const QUuid &subject)
{
    letOthersIn();
    QSet<QUuid> subjects{subject};
    QMap<OperationId, Stored<StoredOperation>> about;
    for (qsizetype known = 0; known != subjects.size();) {
        known = subjects.size();
        for (const Stored<StoredOperation> &operation : std::as_const(m_database.state.operations)) {
            const SubjectRef &whom = operation.value.subject;
            const bool isDecision = whom.type == QLatin1String("attention");
            if (whom.type == QLatin1String("loyalty_account"))
                continue; // it has the id of its customer, and stays
            if (whom.id != subject && !(isDecision && subjects.contains(whom.id)))
                continue;
            about.insert(operation.value.id, operation);
            subjects.insert(operation.value.id.value());
        }
    }
    return about.values();
}

QList<Stored<StoredOperation>> MemoryUnitStorage::operationsNaming(PersonId person)
{
    letOthersIn();
    QMap<OperationId, Stored<StoredOperation>> naming;
    for (const Stored<StoredOperation> &operation : std::as_const(m_database.state.operations)) {
        if (namesOrigin(operation.value.acknowledgement.conflicts, person))
            naming.insert(operation.value.id, operation);
    }
    return naming.values();
}

std::optional<Stored<AttentionCard>> MemoryUnitStorage::card(CardId id)
{
    letOthersIn();
    return valueOf(m_database.state.cards, id);
}

std::optional<platform::FieldChange> MemoryUnitStorage::fieldChange(const QUuid &subject, const QString &field)
{
    letOthersIn();
    return valueOf(m_database.state.fieldChanges, std::pair(subject, field));
}

std::optional<PersonId> MemoryUnitStorage::enrollerOf(DeviceId device)
{
    letOthersIn();
    return valueOf(m_database.state.enrollers, device);
}

void MemoryUnitStorage::write(const QList<Stored<Product>> &products)
{
    m_writes.append([products](MemoryState &state) {
        for (const Stored<Product> &product : products)
            putRevised(state.products, product.value.id, product);
    });
}

void MemoryUnitStorage::write(const QList<Stored<Variant>> &variants)
{
    m_writes.append([variants](MemoryState &state) {
        for (const Stored<Variant> &variant : variants) {
            if (const auto old = valueOf(state.variants, variant.value.id)) {
                for (const QString &barcode : old->value.barcodes)
                    state.barcodes.remove(barcode);
                state.skus.remove(old->value.sku.toLower());
            }
        }
        for (const Stored<Variant> &variant : variants) {
            putRevised(state.variants, variant.value.id, variant);
            const QString sku = variant.value.sku.toLower();
            if (!sku.isEmpty() && state.skus.contains(sku))
                failWith("23505");
            if (!sku.isEmpty())
                state.skus.insert(sku, variant.value.id);
            for (const QString &barcode : variant.value.barcodes) {
                if (state.barcodes.contains(barcode))
                    failWith("23505");
                state.barcodes.insert(barcode, variant.value.id);
            }
        }
    });
}

void MemoryUnitStorage::write(const QList<Stored<Customer>> &customers)
{
    m_writes.append([customers](MemoryState &state) {
        for (const Stored<Customer> &customer : customers)
            putRevised(state.customers, customer.value.id, customer);
    });
}

void MemoryUnitStorage::write(const QList<Stored<Shift>> &shifts)
{
    m_writes.append([shifts](MemoryState &state) {
        for (const Stored<Shift> &shift : shifts)
            putRevised(state.shifts, shift.value.id, shift);
    });
}

void MemoryUnitStorage::write(const QList<Sale> &sales)
{
    m_writes.append([sales](MemoryState &state) {
        for (const Sale &sale : sales) {
            if (state.sales.contains(sale.id))
                failWith("23505");
            state.sales.insert(sale.id, sale);
        }
    });
}

QList<StockLevel> MemoryUnitStorage::write(const QList<Movement> &movements)
{
    QMap<std::pair<LocationId, VariantId>, std::int64_t> sums;
    for (const Movement &movement : movements)
        sums[{movement.location, movement.variant}] += movement.delta.units();
    m_writes.append([movements, sums](MemoryState &state) {
        for (const Movement &movement : movements) {
            if (state.movements.contains(movement.id))
                failWith("23505");
            state.movements.insert(movement.id, movement);
        }
        for (auto it = sums.constBegin(); it != sums.constEnd(); ++it)
            state.levels[it.key()] += it.value();
    });
    QList<StockLevel> levels;
    for (auto it = sums.constBegin(); it != sums.constEnd(); ++it) {
        levels.append(
            {it.key().second, it.key().first, Quantity(m_database.state.levels.value(it.key()) + it.value())});
    }
    return levels;
}

void MemoryUnitStorage::write(const QList<Stored<AttentionCard>> &cards)
{
    m_writes.append([cards](MemoryState &state) {
        for (const Stored<AttentionCard> &card : cards)
            putRevised(state.cards, card.value.id, card);
    });
}

void MemoryUnitStorage::write(const QList<platform::FieldChange> &changes)
{
    m_writes.append([changes](MemoryState &state) {
        for (const platform::FieldChange &change : changes)
            state.fieldChanges.insert({change.subject, change.field}, change);
    });
}

Cursor MemoryUnitStorage::write(const QList<platform::FeedEntry> &entries, const QStringList &audiences)
{
    Cursor last{m_database.state.feedEpoch, xid(), 0};
    for (const platform::FeedEntry &entry : entries) {
        const MemoryState::FeedKey key{entry.entityType, entry.entityId, entry.audience};
        const FeedWrite written{key, {entry.deleted, entry.entity.bytes()}, m_database.m_nextPosition++};
        m_feed.append(written);
        if (audiences.contains(entry.audience))
            last.position = std::max(last.position, written.position);
    }
    return last;
}

void MemoryUnitStorage::write(const QList<Stored<StoredOperation>> &operations)
{
    m_records.append([operations, rewrites = m_database.rewritesPayloads](MemoryState &state) {
        for (Stored<StoredOperation> operation : operations) {
            if (rewrites)
                operation.value.payload = QJsonDocument::fromJson(operation.value.payload).toJson();
            putRevised(state.operations, operation.value.id, operation);
        }
    });
}

void MemoryUnitStorage::write(const QList<platform::Receipt> &receipts)
{
    m_records.append([receipts](MemoryState &state) {
        for (const platform::Receipt &receipt : receipts) {
            const MemoryState::ReceiptKey key(receipt.device, receipt.epoch, receipt.sequence);
            if (state.receipts.contains(key))
                failWith("23505");
            state.receipts.insert(key, receipt);
        }
    });
}

void MemoryUnitStorage::write(const QList<platform::DeadLetter> &letters)
{
    m_writes.append([letters](MemoryState &state) { state.deadLetters += letters; });
}

void MemoryUnitStorage::eraseDeadLetters(const QList<QByteArray> &words)
{
    m_writes.append([words](MemoryState &state) {
        for (platform::DeadLetter &letter : state.deadLetters) {
            const auto isIn = [&](const QByteArray &word) { return letter.payload.contains(word); };
            if (std::any_of(words.begin(), words.end(), isIn))
                letter.payload = "{\"erased\":true}";
        }
    });
}

void MemoryUnitStorage::write(const QList<platform::Review> &reviews)
{
    m_writes.append([reviews](MemoryState &state) { state.reviews += reviews; });
}

void MemoryUnitStorage::commit()
{
    const StorageFault fault = m_database.nextFault ? m_database.nextFault() : StorageFault::None;
    if (fault == StorageFault::Serialization)
        failWith("40001");
    if (fault == StorageFault::LostBefore)
        failWith("08006");
    MemoryState next = m_database.state;
    for (const Check &write : std::as_const(m_writes))
        write(next);
    const bool forgets = m_database.forgetsRecords && fault == StorageFault::LostAfter;
    for (const Check &write : forgets ? QList<Check>() : m_records)
        write(next);
    m_database.state = std::move(next);
    for (const DeviceId &device : std::as_const(m_readmitted))
        m_database.devices[device].isRevoked = false;
    for (const FeedWrite &written : std::as_const(m_feed))
        m_database.putInFeed(m_xid, written.key, written.row, written.position);
    m_database.largestTransaction = std::max(m_database.largestTransaction, m_feed.size());
    m_writes.clear();
    m_records.clear();
    m_feed.clear();
    m_readmitted.clear();
    end();
    if (m_database.committed)
        m_database.committed();
    if (fault == StorageFault::LostAfter)
        failWith("08006");
}

} // namespace crema::simulation
