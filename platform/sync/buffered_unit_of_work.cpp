// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/buffered_unit_of_work.h"

#include "platform/sync/load_once.h"
#include "platform/sync/operation_order.h"

#include "models/operations/operation_types.h"
#include "models/people/mail_address.h"
#include "models/people/person_rules.h"
#include "models/people/role_rules.h"

#include <algorithm>

namespace crema::platform {
namespace {

/// The same for what has no revision: the id that a text stands for, a person.
template<class Map, class Key, class Load>
auto findOnce(Map &map, const Key &key, Load load)
{
    const auto *known = map.find(key);
    return known ? known->value : map.loaded(key, load()).value;
}

} // namespace

BufferedUnitOfWork::BufferedUnitOfWork(std::unique_ptr<UnitStorage> storage, std::optional<QUuid> requestId)
    : m_storage(std::move(storage)), m_requestId(requestId)
{}

BufferedUnitOfWork::~BufferedUnitOfWork() = default;

std::optional<Product> BufferedUnitOfWork::product(ProductId id)
{
    return loadOnce(m_products, id, [&] { return m_storage->product(id); });
}

void BufferedUnitOfWork::save(const Product &product)
{
    m_products.put(product.id, product);
}

std::optional<Variant> BufferedUnitOfWork::variant(VariantId id)
{
    return loadOnce(m_variants, id, [&] { return m_storage->variant(id); });
}

void BufferedUnitOfWork::save(const Variant &variant)
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

std::optional<VariantId> BufferedUnitOfWork::variantWithBarcode(const QString &barcode)
{
    return findOnce(m_barcodes, barcode, [&] { return m_storage->variantWithBarcode(barcode); });
}

std::optional<VariantId> BufferedUnitOfWork::variantWithSku(const QString &sku)
{
    return findOnce(m_skus, sku.toLower(), [&] { return m_storage->variantWithSku(sku.toLower()); });
}

std::optional<Customer> BufferedUnitOfWork::customer(CustomerId id)
{
    return loadOnce(m_customers, id, [&] { return m_storage->customer(id); });
}

void BufferedUnitOfWork::save(const Customer &customer)
{
    m_customers.put(customer.id, customer);
}

std::optional<Person> BufferedUnitOfWork::person(PersonId id)
{
    const std::optional<Person> person = loadOnce(m_persons, id, [&] { return m_storage->person(id); });
    // The role may be another one since, by this unit itself.
    return person && person->role.own() ? withRole(*person, role(*person->role.own())) : person;
}

std::optional<OwnRole> BufferedUnitOfWork::role(RoleId id)
{
    return loadOnce(m_roles, id, [&] { return m_storage->role(id); });
}

void BufferedUnitOfWork::save(const OwnRole &role)
{
    m_roles.put(role.id, role);
}

void BufferedUnitOfWork::save(const Person &person)
{
    m_persons.put(person.id, person);
}

std::optional<PersonId> BufferedUnitOfWork::personWithEmail(const QString &email)
{
    // Storage does not know yet that somebody of this unit has it, nor that somebody gave it up.
    std::optional<PersonId> holder;
    m_persons.eachKnown([&](const Person &person) {
        if (isChanged(person.id) && foldedMailAddress(person.email) == foldedMailAddress(email))
            holder = person.id;
    });
    if (holder)
        return holder;
    const auto stored = m_storage->personWithEmail(foldedMailAddress(email));
    return stored && isChanged(*stored) ? std::nullopt : stored;
}

bool BufferedUnitOfWork::hasOtherAdmin(PersonId id)
{
    const QList<PersonId> admins = m_storage->lockAdmins();
    // What was only read may be older than the lock.
    if (std::ranges::any_of(admins, [&](PersonId admin) { return admin != id && !isChanged(admin); }))
        return true;
    bool isOther = false;
    m_persons.eachKnown([&](const Person &person) {
        isOther = isOther || (person.id != id && isChanged(person.id) && isActiveAdmin(person));
    });
    return isOther;
}

bool BufferedUnitOfWork::isChanged(PersonId id) const
{
    const auto *known = m_persons.find(id);
    return known && known->dirty;
}

std::optional<ShopSettings> BufferedUnitOfWork::settings(PlaceId id)
{
    return loadOnce(m_settings, id, [&] { return m_storage->settings(id); });
}

void BufferedUnitOfWork::save(const ShopSettings &settings)
{
    m_settings.put(settings.id, settings);
}

SettingValues BufferedUnitOfWork::settingsAt(const std::optional<LocationId> &location)
{
    if (!m_company)
        m_company = m_storage->company();
    return {settings(*m_company), location ? settings(PlaceId(location->value())) : std::nullopt};
}

std::optional<Shift> BufferedUnitOfWork::shift(ShiftId id)
{
    return loadOnce(m_shifts, id, [&]() -> std::optional<Stored<Shift>> {
        if (const auto stored = m_storage->shift(id))
            return stored;
        // Whoever is about to open it comes before this unit or takes up what it adds.
        m_storage->lockMissingShift(id);
        return m_storage->shift(id);
    });
}

std::optional<Shift> BufferedUnitOfWork::openShiftOf(RegisterId reg)
{
    // Storage may not know yet that a shift of this unit was closed, nor that one was opened.
    std::optional<Shift> open;
    m_shifts.eachKnown([&](const Shift &shift) {
        if (shift.registerId == reg && shift.state == ShiftState::Open)
            open = shift;
    });
    if (open)
        return open;
    const QList<ShiftId> stored = m_storage->openShiftsOf(reg);
    for (const ShiftId &id : stored) {
        const std::optional<Shift> now = shift(id);
        if (now && now->state == ShiftState::Open)
            return now;
    }
    return std::nullopt;
}

void BufferedUnitOfWork::save(const Shift &shift)
{
    m_shifts.put(shift.id, shift);
}

QList<Sale> BufferedUnitOfWork::salesNaming(ShiftId id)
{
    m_storage->lockMissingShift(id);
    QList<Sale> sales = m_storage->salesOf(id);
    for (const Sale &sale : m_sales.values()) {
        if (sale.shift == id)
            sales.append(sale);
    }
    return sales;
}

bool BufferedUnitOfWork::hasSale(SaleId id)
{
    if (const auto *known = m_knownSales.find(id))
        return known->value.value_or(false);
    return m_knownSales.loaded(id, m_storage->knownAmong({id}).contains(id)).value.value_or(false);
}

std::optional<SaleId> BufferedUnitOfWork::saleWithNumber(const QString &number)
{
    return findOnce(m_saleNumbers, number, [&] {
        const QHash<QString, SaleId> found = m_storage->salesWithNumbers({number});
        return found.isEmpty() ? std::nullopt : std::optional(*found.constBegin());
    });
}

void BufferedUnitOfWork::save(const Sale &sale)
{
    m_knownSales.put(sale.id, true);
    m_saleNumbers.put(sale.number, sale.id);
    m_sales.append(sale);
}

std::optional<AttentionCard> BufferedUnitOfWork::card(CardId id)
{
    return loadOnce(m_cards, id, [&] { return m_storage->card(id); });
}

void BufferedUnitOfWork::save(const AttentionCard &card)
{
    m_cards.put(card.id, card);
}

void BufferedUnitOfWork::add(const Movement &movement)
{
    m_movements.append(movement);
}

Stream BufferedUnitOfWork::lockStream(DeviceId device, std::int64_t epoch)
{
    return m_storage->lockStream(device, epoch);
}

void BufferedUnitOfWork::saveStream(DeviceId device, std::int64_t epoch, const Stream &stream)
{
    m_storage->saveStream(device, epoch, stream);
}

std::optional<Receipt> BufferedUnitOfWork::receipt(DeviceId device, std::int64_t epoch, std::int64_t sequence)
{
    const QList<Receipt> &pending = m_receipts.values();
    const auto same = [&](const Receipt &other) {
        return other.sequence == sequence && other.epoch == epoch && other.device == device;
    };
    // The one asked for is nearly always the one that was added last.
    if (const auto it = std::find_if(pending.crbegin(), pending.crend(), same); it != pending.crend())
        return *it;
    return m_storage->receipt(device, epoch, sequence);
}

void BufferedUnitOfWork::append(const Receipt &receipt)
{
    m_receipts.append(receipt);
}

std::optional<StoredOperation> BufferedUnitOfWork::operation(OperationId id)
{
    if (const auto *known = m_operations.find(id))
        return known->value;
    return loadOnce(m_operations, id, [&] {
        const QList<Stored<StoredOperation>> found = m_storage->operations({id});
        return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
    });
}

void BufferedUnitOfWork::save(const StoredOperation &operation)
{
    m_operations.put(operation.id, operation);
}

QList<StoredOperation> BufferedUnitOfWork::lockWaiting(const QList<OperationId> &causes, const OperationPlace &place,
                                                       int limit)
{
    QList<StoredOperation> waiting;
    const QList<Stored<StoredOperation>> rows = m_storage->lockWaiting(causes, place, limit);
    for (const Stored<StoredOperation> &row : rows) {
        const auto *known = m_operations.find(row.value.id);
        // A locked row is how it is now; what was read before the lock may be older.
        if (!known || !known->dirty)
            m_operations.loaded(row.value.id, row.value, row.revision);
        const StoredOperation &newest = *m_operations.find(row.value.id)->value;
        if (newest.acknowledgement.outcome == Outcome::Waiting)
            waiting.append(newest);
    }
    sortByPlace(waiting);
    return waiting;
}

QList<OperationId> BufferedUnitOfWork::overdueCauses(int limit)
{
    return m_storage->overdueCauses(limit);
}

void BufferedUnitOfWork::know(const QList<Stored<StoredOperation>> &rows)
{
    for (const Stored<StoredOperation> &row : rows) {
        if (!m_operations.find(row.value.id))
            m_operations.loaded(row.value.id, row.value, row.revision);
    }
}

QList<StoredOperation> BufferedUnitOfWork::openOperationsOn(const QUuid &subject)
{
    know(m_storage->openOperationsOn(subject));
    QList<StoredOperation> open;
    m_operations.eachKnown([&](const StoredOperation &operation) {
        const Outcome outcome = operation.acknowledgement.outcome;
        if (operation.subject.id == subject && !operation.settled &&
            (outcome == Outcome::Waiting || outcome == Outcome::Refused))
            open.append(operation);
    });
    sortByPlace(open);
    return open;
}

std::optional<PersonId> BufferedUnitOfWork::enrollerOf(DeviceId device)
{
    return m_storage->enrollerOf(device);
}

std::optional<FieldChange> BufferedUnitOfWork::fieldChange(const QUuid &subject, const QString &field)
{
    const QList<FieldChange> &pending = m_fieldChanges.values();
    const auto same = [&](const FieldChange &other) { return other.subject == subject && other.field == field; };
    if (const auto it = std::find_if(pending.crbegin(), pending.crend(), same); it != pending.crend())
        return *it;
    return m_storage->fieldChange(subject, field);
}

void BufferedUnitOfWork::append(const FieldChange &change)
{
    m_fieldChanges.append(change);
}

void BufferedUnitOfWork::append(const DeadLetter &letter)
{
    m_deadLetters.append(letter);
}

void BufferedUnitOfWork::append(const Review &review)
{
    m_reviews.append(review);
}

void BufferedUnitOfWork::append(const AuditEntry &entry)
{
    AuditEntry caused = entry;
    caused.requestId = m_requestId;
    m_audit.append(caused);
}

void BufferedUnitOfWork::append(const AddressChange &change)
{
    m_addressChanges.append(change);
}

void BufferedUnitOfWork::announce(const StoredOperation &operation)
{
    m_announced.append(operation.id);
}

void BufferedUnitOfWork::expect(const QList<OperationContent> &contents)
{
    QList<OperationId> ids;
    QList<SaleId> sales;
    QStringList numbers;
    for (const auto &[operation, sale] : contents) {
        ids.append(operation.id);
        if (operation.type != operation::saleComplete)
            continue;
        sales.append(SaleId(operation.subject.id));
        numbers.append(sale ? sale->number : operation.body.value(QStringLiteral("number")).toString());
    }
    const QList<Stored<StoredOperation>> stored = m_storage->operations(ids);
    for (const OperationId &id : std::as_const(ids))
        m_operations.loaded(id, std::nullopt);
    for (const Stored<StoredOperation> &operation : stored)
        m_operations.loaded(operation.value.id, operation.value, operation.revision);
    const QSet<SaleId> known = m_storage->knownAmong(sales);
    for (const SaleId &sale : std::as_const(sales))
        m_knownSales.loaded(sale, known.contains(sale));
    const QHash<QString, SaleId> numbered = m_storage->salesWithNumbers(numbers);
    for (const QString &number : std::as_const(numbers)) {
        const auto sale = numbered.constFind(number);
        m_saleNumbers.loaded(number, sale == numbered.constEnd() ? std::nullopt : std::optional(*sale));
    }
}

template<class Action>
void BufferedUnitOfWork::eachPending(Action action)
{
    action(m_products);
    action(m_variants);
    action(m_barcodes);
    action(m_skus);
    action(m_promotions);
    action(m_priceLists);
    action(m_customers);
    action(m_giftCards);
    action(m_paymentIntents);
    action(m_giftEntries);
    action(m_loyaltyAccounts);
    action(m_pointsEntries);
    action(m_settings);
    action(m_shifts);
    action(m_knownSales);
    action(m_saleNumbers);
    action(m_cards);
    action(m_operations);
    action(m_roles);
    action(m_persons);
    action(m_sales);
    action(m_cashMovements);
    action(m_parkedCarts);
    action(m_movements);
    action(m_receipts);
    action(m_fieldChanges);
    action(m_deadLetters);
    action(m_erasedWords);
    action(m_erasedReasons);
    action(m_reviews);
    action(m_audit);
    action(m_addressChanges);
    action(m_announced);
}

void BufferedUnitOfWork::savepoint()
{
    eachPending([](auto &pending) { pending.savepoint(); });
}

void BufferedUnitOfWork::release()
{
    eachPending([](auto &pending) { pending.release(); });
}

void BufferedUnitOfWork::rollback()
{
    eachPending([](auto &pending) { pending.rollback(); });
}

} // namespace crema::platform
