// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/postgres_unit_storage.h"

#include "models/base/json_fields.h"
#include "models/feed/cart_codec.h"
#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/promotion_codec.h"
#include "platform/database/array_param.h"
#include "platform/identity/address_hold.h"
#include "platform/identity/stored_person.h"
#include "platform/sync/effect_rows.h"
#include "platform/sync/feed_writer.h"
#include "platform/sync/load_stored.h"
#include "platform/sync/record_rows.h"
#include "platform/sync/stored_operation_rows.h"

namespace crema::platform {
namespace {

template<class AnyId>
std::optional<AnyId> firstId(const Rows &rows)
{
    return rows.isEmpty() ? std::nullopt : std::optional(AnyId(rows.uuid(0, 0)));
}

template<class AnyId>
QStringList textsOf(const QList<AnyId> &ids)
{
    QStringList texts;
    for (const AnyId &id : ids)
        texts.append(id.toString());
    return texts;
}

} // namespace

PostgresUnitStorage::PostgresUnitStorage(Connection &connection) : m_transaction(connection) {}

PostgresUnitStorage::PostgresUnitStorage(ConnectionPool::Lease session)
    : m_session(std::move(session)), m_transaction(**m_session)
{}

PostgresUnitStorage::~PostgresUnitStorage() = default;

std::optional<Stored<Product>> PostgresUnitStorage::product(ProductId id)
{
    return load(m_transaction, "catalog/load_product", id, &codec::readProduct);
}

std::optional<Stored<Variant>> PostgresUnitStorage::variant(VariantId id)
{
    return load(m_transaction, "catalog/load_variant", id, &codec::readVariant);
}

std::optional<Stored<Customer>> PostgresUnitStorage::customer(CustomerId id)
{
    return load(m_transaction, "customers/load_customer", id, &codec::readCustomer);
}

PlaceId PostgresUnitStorage::company()
{
    return firstId<PlaceId>(m_transaction.run("company/find_company")).value_or(PlaceId());
}

std::optional<Stored<ShopSettings>> PostgresUnitStorage::settings(PlaceId id)
{
    const Rows rows = m_transaction.run("company/load_shop_settings", {id});
    if (rows.isEmpty())
        return std::nullopt;
    if (!rows.isNull(0, 0))
        return Stored<ShopSettings>{sound(codec::readShopSettings(rows.json(0, 0))), rows.number(0, 1)};
    ShopSettings none;
    none.id = id;
    if (rows.boolean(0, 2))
        none.location = LocationId(id.value());
    return Stored<ShopSettings>{none, 0};
}

std::optional<Stored<Shift>> PostgresUnitStorage::shift(ShiftId id)
{
    return load(m_transaction, "sales/load_shift", id, &codec::readShift);
}

std::optional<VariantId> PostgresUnitStorage::variantWithBarcode(const QString &barcode)
{
    return firstId<VariantId>(m_transaction.run("catalog/find_barcode", {barcode}));
}

std::optional<VariantId> PostgresUnitStorage::variantWithSku(const QString &sku)
{
    return firstId<VariantId>(m_transaction.run("catalog/find_sku", {sku}));
}

QList<ShiftId> PostgresUnitStorage::openShiftsOf(RegisterId reg)
{
    QList<ShiftId> open;
    const Rows rows = m_transaction.run("sales/list_open_shifts", {reg});
    for (int i = 0; i < rows.count(); ++i)
        open.append(ShiftId(rows.uuid(i, 0)));
    return open;
}

void PostgresUnitStorage::lockMissingShift(ShiftId id)
{
    m_transaction.run("sales/lock_shift", {id});
}

QList<Sale> PostgresUnitStorage::salesOf(ShiftId shift)
{
    QList<Sale> sales;
    const Rows rows = m_transaction.run("sales/list_sales_of_shift", {shift});
    for (int i = 0; i < rows.count(); ++i)
        sales.append(sound(codec::readSale(rows.json(i, 0))));
    return sales;
}

QList<CashMovement> PostgresUnitStorage::cashMovementsOf(ShiftId shift)
{
    QList<CashMovement> movements;
    const Rows rows = m_transaction.run("sales/list_cash_movements_of_shift", {shift});
    for (int i = 0; i < rows.count(); ++i)
        movements.append(sound(codec::readCashMovement(rows.json(i, 0))));
    return movements;
}

bool PostgresUnitStorage::hasCashMovement(CashMovementId id)
{
    return !m_transaction.run("sales/has_cash_movement", {id}).isEmpty();
}

std::optional<Sale> PostgresUnitStorage::sale(SaleId id)
{
    const Rows rows = m_transaction.run("sales/load_sale", {id});
    return rows.count() == 0 ? std::nullopt : std::optional(sound(codec::readSale(rows.json(0, 0))));
}

ReturnedUnits PostgresUnitStorage::lockReturnsOf(SaleId id)
{
    m_transaction.run("sales/lock_returns", {id});
    ReturnedUnits units;
    const Rows rows = m_transaction.run("sales/list_returned_units", {id});
    for (int i = 0; i < rows.count(); ++i)
        units.insert(static_cast<std::int32_t>(rows.number(i, 0)), rows.number(i, 1));
    return units;
}

QSet<SaleId> PostgresUnitStorage::knownAmong(const QList<SaleId> &sales)
{
    QSet<SaleId> known;
    const Rows rows = m_transaction.run("sales/find_sales", {textsOf(sales)});
    for (int i = 0; i < rows.count(); ++i)
        known.insert(SaleId(rows.uuid(i, 0)));
    return known;
}

QHash<QString, SaleId> PostgresUnitStorage::salesWithNumbers(const QStringList &numbers)
{
    QHash<QString, SaleId> sales;
    ArrayParam texts(ArrayParam::Type::Text);
    for (const QString &number : numbers)
        texts.add(number);
    const Rows rows = m_transaction.run("sales/find_numbers", {texts.param()});
    for (int i = 0; i < rows.count(); ++i)
        sales.insert(rows.text(i, 0), SaleId(rows.uuid(i, 1)));
    return sales;
}

Stream PostgresUnitStorage::lockStream(DeviceId device, std::int64_t epoch)
{
    const Rows rows = m_transaction.run("sync/lock_stream", {device, epoch});
    return {rows.number(0, 0), rows.number(0, 1), rows.boolean(0, 2), rows.number(0, 3)};
}

void PostgresUnitStorage::saveStream(DeviceId device, std::int64_t epoch, const Stream &stream)
{
    m_transaction.run("sync/save_stream", {device, epoch, stream.expected, stream.term});
}

std::optional<Receipt> PostgresUnitStorage::receipt(DeviceId device, std::int64_t epoch, std::int64_t sequence)
{
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

QList<Stored<StoredOperation>> PostgresUnitStorage::operations(const QList<OperationId> &ids)
{
    if (ids.size() == 1)
        return readStoredOperations(m_transaction.run("sync/load_operation", {ids.constFirst()}));
    return readStoredOperations(m_transaction.run("sync/load_operations", {textsOf(ids)}));
}

QList<Stored<StoredOperation>> PostgresUnitStorage::lockWaiting(const QList<OperationId> &causes,
                                                                const OperationPlace &place, int limit)
{
    return readStoredOperations(
        m_transaction.run("sync/lock_waiting", {textsOf(causes), place.device, place.epoch, place.sequence, limit}));
}

QList<OperationId> PostgresUnitStorage::overdueCauses(int limit)
{
    QList<OperationId> causes;
    const Rows rows = m_transaction.run("sync/list_overdue", {limit});
    for (int i = 0; i < rows.count(); ++i)
        causes.append(OperationId(rows.uuid(i, 0)));
    return causes;
}

QList<Stored<StoredOperation>> PostgresUnitStorage::openOperationsOn(const QUuid &subject)
{
    return readStoredOperations(m_transaction.run("sync/list_open_on", {subject}));
}

QList<Stored<StoredOperation>> PostgresUnitStorage::operationsAbout(const QUuid &subject)
{
    return readStoredOperations(m_transaction.run("sync/list_operations_about", {subject}));
}

QList<Stored<StoredOperation>> PostgresUnitStorage::operationsNaming(PersonId person)
{
    return readStoredOperations(m_transaction.run("sync/list_operations_naming", {person.toString()}));
}

QList<Stored<StoredOperation>> PostgresUnitStorage::adjustmentsFor(CustomerId customer)
{
    return readStoredOperations(m_transaction.run("sync/list_adjustments_for", {customer.toString()}));
}

std::optional<Stored<AttentionCard>> PostgresUnitStorage::card(CardId id)
{
    return load(m_transaction, "sync/load_card", id, &codec::readAttentionCard);
}

std::optional<FieldChange> PostgresUnitStorage::fieldChange(const QUuid &subject, const QString &field)
{
    const Rows rows = m_transaction.run("sync/load_field_change", {subject, field});
    if (rows.isEmpty())
        return std::nullopt;
    JsonFields fields(rows.json(0, 0));
    const ChangeOrigin origin = readChangeOrigin(fields);
    return FieldChange{subject, field, sound(fields.result(origin, QStringLiteral("entity.malformed")))};
}

std::optional<Stored<Person>> PostgresUnitStorage::person(PersonId id)
{
    const Rows rows = m_transaction.run("identity/load_person", {id});
    if (rows.isEmpty())
        return std::nullopt;
    return Stored<Person>{storedPerson(rows, 0, 0, 2), rows.number(0, 1)};
}

std::optional<Stored<OwnRole>> PostgresUnitStorage::role(RoleId id)
{
    return load(m_transaction, "identity/load_own_role", id, &codec::readRole);
}

std::optional<Stored<Promotion>> PostgresUnitStorage::promotion(PromotionId id)
{
    return load(m_transaction, "catalog/load_promotion", id, &codec::readPromotion);
}

std::optional<Stored<PriceList>> PostgresUnitStorage::priceList(PriceListId id)
{
    return load(m_transaction, "catalog/load_price_list", id, &codec::readPriceList);
}

std::optional<Stored<ParkedCart>> PostgresUnitStorage::parkedCart(ParkedCartId id)
{
    return load(m_transaction, "sales/load_parked_cart", id, &codec::readParkedCart);
}

std::optional<PersonId> PostgresUnitStorage::personWithEmail(const QString &email)
{
    return firstId<PersonId>(m_transaction.run("identity/find_email", {email}));
}

QList<PersonId> PostgresUnitStorage::lockAdmins()
{
    m_transaction.run("identity/lock_admins");
    QList<PersonId> admins;
    const Rows rows = m_transaction.run("identity/list_admins");
    for (int i = 0; i < rows.count(); ++i)
        admins.append(PersonId(rows.uuid(i, 0)));
    return admins;
}

std::optional<PersonId> PostgresUnitStorage::enrollerOf(DeviceId device)
{
    return firstId<PersonId>(m_transaction.run("devices/find_enroller", {device}));
}

QList<DeviceEpoch> PostgresUnitStorage::epochsOf(DeviceId device)
{
    QList<DeviceEpoch> epochs;
    const Rows rows = m_transaction.run("devices/list_epochs", {device});
    for (int i = 0; i < rows.count(); ++i)
        epochs.append({device, rows.number(i, 0), rows.uuid(i, 1), sound(codec::readRegister(rows.json(i, 2))), {}});
    return epochs;
}

bool PostgresUnitStorage::hasRegisterCode(LocationId location, const QString &code)
{
    return !m_transaction.run("devices/has_register_code", {location, code}).isEmpty();
}

std::optional<Readmission> PostgresUnitStorage::lockReadmission(const QByteArray &codeHash)
{
    const Rows rows = m_transaction.run("devices/lock_readmission", {Param::bytes(codeHash)});
    if (rows.isEmpty())
        return std::nullopt;
    Readmission code{codeHash, DeviceId(rows.uuid(0, 0)), UtcTime(rows.number(0, 1)), {}, rows.boolean(0, 3)};
    if (!rows.isNull(0, 2))
        code.usedAt = UtcTime(rows.number(0, 2));
    return code;
}

void PostgresUnitStorage::readmit(const Readmission &code, UtcTime now)
{
    m_transaction.run("devices/use_readmission", {Param::bytes(code.codeHash), now});
}

Cursor PostgresUnitStorage::write(const QList<FeedEntry> &entries, const QStringList &audiences)
{
    return writeFeed(m_transaction, entries, audiences);
}

void PostgresUnitStorage::write(const QList<Stored<StoredOperation>> &operations)
{
    writeOperations(m_transaction, operations);
}

void PostgresUnitStorage::write(const QList<Receipt> &receipts)
{
    writeReceipts(m_transaction, receipts);
}

void PostgresUnitStorage::write(const DeviceEpoch &given)
{
    const Register &reg = given.registerEntry;
    m_transaction.run("devices/add_register", {reg.id, reg.location, reg.code, reg.device, codec::toJson(reg)});
    m_transaction.run("devices/save_epoch", {given.device, given.epoch, given.claim, reg.id, given.givenAt});
    if (!given.isMove)
        return;
    m_transaction.run("devices/keep_first_epoch", {given.device});
    m_transaction.run("devices/move_device", {given.device, given.epoch, reg.location, reg.id});
}

void PostgresUnitStorage::write(const QList<DeadLetter> &letters)
{
    writeDeadLetters(m_transaction, letters);
}

void PostgresUnitStorage::eraseDeadLetters(const QList<QByteArray> &words)
{
    ArrayParam array(ArrayParam::Type::Bytea);
    for (const QByteArray &word : words)
        array.addBytes(word);
    m_transaction.run("sync/erase_dead_letters", {array.param()});
}

void PostgresUnitStorage::write(const QList<Review> &reviews)
{
    writeReviews(m_transaction, reviews);
}

void PostgresUnitStorage::write(const QList<AuditEntry> &entries)
{
    writeAudit(m_transaction, entries);
}

void PostgresUnitStorage::write(const QList<AddressChange> &changes)
{
    for (const AddressChange &change : changes) {
        // Who was erased in the same breath has no address that anybody writes to.
        if (const auto now = person(change.person); !now || !now->value.isErased())
            holdAddress(m_transaction, change);
    }
}

void PostgresUnitStorage::commit()
{
    if (!m_searched.isEmpty())
        m_transaction.run("catalog/refresh_search", {m_searched});
    m_transaction.commit();
}

} // namespace crema::platform
