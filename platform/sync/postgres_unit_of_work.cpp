// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/postgres_unit_of_work.h"

#include "models/feed/entity_codec.h"
#include "models/operations/operation_types.h"
#include "platform/sync/stored_operation_rows.h"

#include <algorithm>
#include <tuple>

namespace crema::platform {
namespace {

/// What the platform wrote itself reads back; anything else is damage, and stops the request.
template<class Value>
Value sound(Result<Value> result)
{
    if (!result)
        throw StorageFailure(result.error());
    return *std::move(result);
}

/// Loads an entity once: the statement gives its document and, in the second column, its revision.
template<class Map, class Key, class Reader>
auto load(Transaction &transaction, Map &map, const Key &key, const char *statement, Reader read)
{
    if (const auto *known = map.find(key))
        return known->value;
    const Rows rows = transaction.run(statement, {key});
    if (rows.isEmpty())
        return map.loaded(key, std::nullopt).value;
    return map.loaded(key, sound(read(rows.json(0, 0))), rows.number(0, 1)).value;
}

/// Loads the id that a text (barcode, SKU, number) stands for.
template<class AnyId>
std::optional<AnyId> loadId(Transaction &transaction, PendingMap<QString, AnyId> &map, const QString &key,
                            const char *statement)
{
    if (const auto *known = map.find(key))
        return known->value;
    const Rows rows = transaction.run(statement, {key});
    const auto id = rows.isEmpty() ? std::nullopt : std::optional(AnyId(rows.uuid(0, 0)));
    return map.loaded(key, id).value;
}

} // namespace

PostgresUnitOfWork::PostgresUnitOfWork(Connection &connection, std::int64_t feedEpoch)
    : m_transaction(connection), m_feedEpoch(feedEpoch)
{}

PostgresUnitOfWork::~PostgresUnitOfWork() = default;

std::optional<Product> PostgresUnitOfWork::product(ProductId id)
{
    return load(m_transaction, m_products, id, "catalog/load_product", &codec::readProduct);
}

void PostgresUnitOfWork::save(const Product &product)
{
    m_products.put(product.id, product);
}

std::optional<Variant> PostgresUnitOfWork::variant(VariantId id)
{
    return load(m_transaction, m_variants, id, "catalog/load_variant", &codec::readVariant);
}

void PostgresUnitOfWork::save(const Variant &variant)
{
    if (const auto *old = m_variants.find(variant.id); old && old->value) {
        for (const QString &barcode : old->value->barcodes)
            m_barcodes.put(barcode, std::nullopt);
        m_skus.put(old->value->sku.toLower(), std::nullopt);
    }
    for (const QString &barcode : variant.barcodes)
        m_barcodes.put(barcode, variant.id);
    m_skus.put(variant.sku.toLower(), variant.id);
    m_variants.put(variant.id, variant);
}

std::optional<VariantId> PostgresUnitOfWork::variantWithBarcode(const QString &barcode)
{
    return loadId(m_transaction, m_barcodes, barcode, "catalog/find_barcode");
}

std::optional<VariantId> PostgresUnitOfWork::variantWithSku(const QString &sku)
{
    return loadId(m_transaction, m_skus, sku.toLower(), "catalog/find_sku");
}

std::optional<Customer> PostgresUnitOfWork::customer(CustomerId id)
{
    return load(m_transaction, m_customers, id, "customers/load_customer", &codec::readCustomer);
}

void PostgresUnitOfWork::save(const Customer &customer)
{
    m_customers.put(customer.id, customer);
}

std::optional<Shift> PostgresUnitOfWork::shift(ShiftId id)
{
    return load(m_transaction, m_shifts, id, "sales/load_shift", &codec::readShift);
}

std::optional<Shift> PostgresUnitOfWork::openShiftOf(RegisterId reg)
{
    // Storage may not know yet that a shift of this unit was closed, nor that one was opened.
    std::optional<Shift> open;
    m_shifts.eachKnown([&](const Shift &shift) {
        if (shift.registerId == reg && shift.state == ShiftState::Open)
            open = shift;
    });
    if (open)
        return open;
    const Rows rows = m_transaction.run("sales/list_open_shifts", {reg});
    for (int i = 0; i < rows.count() && !open; ++i) {
        const std::optional<Shift> stored = shift(ShiftId(rows.uuid(i, 0)));
        if (stored && stored->state == ShiftState::Open)
            open = stored;
    }
    return open;
}

void PostgresUnitOfWork::save(const Shift &shift)
{
    m_shifts.put(shift.id, shift);
}

bool PostgresUnitOfWork::hasSale(SaleId id)
{
    if (const auto *known = m_knownSales.find(id))
        return known->value.value_or(false);
    return m_knownSales.loaded(id, !m_transaction.run("sales/find_sale", {id}).isEmpty()).value.value_or(false);
}

std::optional<SaleId> PostgresUnitOfWork::saleWithNumber(const QString &number)
{
    return loadId(m_transaction, m_saleNumbers, number, "sales/find_number");
}

void PostgresUnitOfWork::save(const Sale &sale)
{
    m_knownSales.put(sale.id, true);
    m_saleNumbers.put(sale.number, sale.id);
    m_sales.append(sale);
}

void PostgresUnitOfWork::add(const Movement &movement)
{
    m_movements.append(movement);
}

Stream PostgresUnitOfWork::lockStream(DeviceId device, std::int64_t epoch)
{
    const Rows rows = m_transaction.run("sync/lock_stream", {device, epoch});
    return {rows.number(0, 0), rows.number(0, 1)};
}

void PostgresUnitOfWork::saveStream(DeviceId device, std::int64_t epoch, const Stream &stream)
{
    m_transaction.run("sync/save_stream", {device, epoch, stream.expected, stream.term});
}

std::optional<Receipt> PostgresUnitOfWork::receipt(DeviceId device, std::int64_t epoch, std::int64_t sequence)
{
    const QList<Receipt> &pending = m_receipts.values();
    const auto same = [&](const Receipt &other) {
        return other.sequence == sequence && other.epoch == epoch && other.device == device;
    };
    // The one asked for is nearly always the one that was added last.
    if (const auto it = std::find_if(pending.crbegin(), pending.crend(), same); it != pending.crend())
        return *it;
    const Rows rows = m_transaction.run("sync/load_receipt", {device, epoch, sequence});
    if (rows.isEmpty())
        return std::nullopt;
    Receipt receipt{device, epoch, sequence, {}, rows.bytes(0, 1), std::nullopt};
    if (const auto id = rows.optionalUuid(0, 0))
        receipt.operation = OperationId(*id);
    if (!rows.isNull(0, 2))
        receipt.acknowledgement = sound(acknowledgementFromJson(rows.json(0, 2)));
    return receipt;
}

void PostgresUnitOfWork::append(const Receipt &receipt)
{
    m_receipts.append(receipt);
}

std::optional<StoredOperation> PostgresUnitOfWork::operation(OperationId id)
{
    if (const auto *known = m_operations.find(id))
        return known->value;
    const Rows rows = m_transaction.run("sync/load_operation", {id});
    return m_operations.loaded(id, rows.isEmpty() ? std::nullopt : std::optional(readStoredOperation(rows, 0))).value;
}

void PostgresUnitOfWork::save(const StoredOperation &operation)
{
    m_operations.put(operation.id, operation);
}

QList<StoredOperation> PostgresUnitOfWork::newestOf(const Rows &rows, const Wanted &wanted)
{
    for (int i = 0; i < rows.count(); ++i) {
        const StoredOperation stored = readStoredOperation(rows, i);
        if (!m_operations.find(stored.id))
            m_operations.loaded(stored.id, stored);
    }
    QList<StoredOperation> newest;
    m_operations.eachKnown([&](const StoredOperation &operation) {
        if (wanted(operation))
            newest.append(operation);
    });
    std::sort(newest.begin(), newest.end(), [](const StoredOperation &a, const StoredOperation &b) {
        return std::tuple(a.device, a.epoch, a.sequence) < std::tuple(b.device, b.epoch, b.sequence);
    });
    return newest;
}

QList<StoredOperation> PostgresUnitOfWork::waitingOperations()
{
    return newestOf(m_transaction.run("sync/list_waiting", {waitingBound}), [](const StoredOperation &operation) {
        return operation.acknowledgement.outcome == Outcome::Waiting;
    });
}

QList<StoredOperation> PostgresUnitOfWork::openOperationsOn(const QUuid &subject)
{
    return newestOf(m_transaction.run("sync/list_open_on", {subject}), [&](const StoredOperation &operation) {
        const Outcome outcome = operation.acknowledgement.outcome;
        return operation.subject.id == subject && !operation.settled &&
               (outcome == Outcome::Waiting || outcome == Outcome::Refused);
    });
}

std::optional<Person> PostgresUnitOfWork::person(PersonId id)
{
    if (const auto *known = m_persons.find(id))
        return known->value;
    const Rows rows = m_transaction.run("identity/load_person", {id});
    if (rows.isEmpty())
        return m_persons.loaded(id, std::nullopt).value;
    return m_persons.loaded(id, sound(codec::readPerson(rows.json(0, 0)))).value;
}

std::optional<PersonId> PostgresUnitOfWork::enrollerOf(DeviceId device)
{
    const Rows rows = m_transaction.run("devices/find_enroller", {device});
    return rows.isEmpty() ? std::nullopt : std::optional(PersonId(rows.uuid(0, 0)));
}

void PostgresUnitOfWork::append(const DeadLetter &letter)
{
    m_deadLetters.append(letter);
}

void PostgresUnitOfWork::append(const Review &review)
{
    m_reviews.append(review);
}

void PostgresUnitOfWork::append(const AuditEntry &entry)
{
    m_audit.append(entry);
}

void PostgresUnitOfWork::announce(const StoredOperation &operation)
{
    m_announced.append(operation.id);
}

void PostgresUnitOfWork::expect(const QList<Operation> &operations)
{
    QStringList ids;
    QStringList sales;
    for (const Operation &operation : operations) {
        ids.append(operation.id.toString());
        if (operation.type == operation::saleComplete)
            sales.append(operation.subject.id.toString(QUuid::WithoutBraces));
    }
    const Rows stored = m_transaction.run("sync/load_operations", {ids});
    for (const Operation &operation : operations)
        m_operations.loaded(operation.id, std::nullopt);
    for (int i = 0; i < stored.count(); ++i) {
        const StoredOperation operation = readStoredOperation(stored, i);
        m_operations.loaded(operation.id, operation);
    }
    const Rows known = m_transaction.run("sales/find_sales", {sales});
    for (const QString &sale : std::as_const(sales))
        m_knownSales.loaded(*SaleId::fromString(sale), false);
    for (int i = 0; i < known.count(); ++i)
        m_knownSales.loaded(SaleId(known.uuid(i, 0)), true);
}

template<class Action>
void PostgresUnitOfWork::eachPending(Action action)
{
    action(m_products);
    action(m_variants);
    action(m_barcodes);
    action(m_skus);
    action(m_customers);
    action(m_shifts);
    action(m_knownSales);
    action(m_saleNumbers);
    action(m_operations);
    action(m_persons);
    action(m_sales);
    action(m_movements);
    action(m_receipts);
    action(m_deadLetters);
    action(m_reviews);
    action(m_audit);
    action(m_announced);
}

void PostgresUnitOfWork::savepoint()
{
    eachPending([](auto &pending) { pending.savepoint(); });
}

void PostgresUnitOfWork::release()
{
    eachPending([](auto &pending) { pending.release(); });
}

void PostgresUnitOfWork::rollback()
{
    eachPending([](auto &pending) { pending.rollback(); });
}

} // namespace crema::platform
