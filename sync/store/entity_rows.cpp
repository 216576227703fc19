// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/entity_rows.h"

#include "models/feed/cart_codec.h"
#include "models/feed/cash_codec.h"
#include "models/feed/catalog_reader.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/gift_card_codec.h"
#include "models/feed/payment_intent_codec.h"
#include "models/feed/promotion_codec.h"
#include "models/feed/selling_reader.h"
#include "models/people/role_rules.h"
#include "models/settings/shop_settings.h"
#include "sync/store/documents.h"

namespace crema::sync {
namespace {

constexpr std::array referenceTypes{entity::company,   entity::location,  entity::settings,  entity::registerType,
                                    entity::role,      entity::person,    entity::category,  entity::taxClass,
                                    entity::promotion, entity::priceList, entity::parkedCart};
constexpr std::array businessTypes{entity::product,  entity::variant,      entity::customer,  entity::shift,
                                   entity::sale,     entity::stockLevel,   entity::attention, entity::cashMovement,
                                   entity::giftCard, entity::paymentIntent};

template<class Types>
bool contains(const Types &types, QStringView type)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// Whether an entity of a reference type reads.
Result<void> checkReference(QStringView type, const QJsonObject &json)
{
    const auto check = [&](auto read) -> Result<void> {
        const auto entity = read(json);
        return entity ? Result<void>() : Result<void>(failure(entity.error()));
    };
    if (type == entity::company)
        return check(&codec::readCompany);
    if (type == entity::location)
        return check(&codec::readLocation);
    if (type == entity::settings)
        return check(&codec::readShopSettings);
    if (type == entity::registerType)
        return check(&codec::readRegister);
    if (type == entity::role)
        return check(&codec::readRole);
    if (type == entity::person)
        return check(&codec::readPerson);
    if (type == entity::category)
        return check(&codec::readCategory);
    if (type == entity::promotion)
        return check(&codec::readPromotion);
    if (type == entity::priceList)
        return check(&codec::readPriceList);
    if (type == entity::parkedCart)
        return check(&codec::readParkedCart);
    return check(&codec::readTaxClass);
}

Result<Product> readProduct(const FeedEntity &entity, const QByteArray &document)
{
    if (auto product = codec::readCanonicalProduct(document))
        return *std::move(product);
    return codec::readProduct(entity.json());
}

Result<Variant> readVariant(const FeedEntity &entity, const QByteArray &document)
{
    if (auto variant = codec::readCanonicalVariant(document))
        return *std::move(variant);
    return codec::readVariant(entity.json());
}

Result<Sale> readSale(const FeedEntity &entity, const QByteArray &document)
{
    if (auto sale = codec::readCanonicalSale(document))
        return *std::move(sale);
    return codec::readSale(entity.json());
}

const char *documentQuery(const QString &type)
{
    if (type == entity::product)
        return "read_product";
    if (type == entity::variant)
        return "read_variant";
    if (type == entity::customer)
        return "read_customer";
    if (type == entity::attention)
        return "read_card";
    if (type == entity::cashMovement)
        return "read_cash_movement";
    if (type == entity::giftCard)
        return "read_gift_card";
    if (type == entity::paymentIntent)
        return "read_payment_intent";
    return "read_shift";
}

} // namespace

bool EntityRows::keeps(QStringView type)
{
    return contains(referenceTypes, type) || contains(businessTypes, type);
}

std::optional<QByteArray> EntityRows::document(const EntityRef &ref)
{
    if (ref.type == entity::stockLevel) {
        const auto level = m_selling.stockLevel(ref.id);
        return level ? std::optional(documentOf(codec::toJson(*level))) : std::nullopt;
    }
    if (ref.type == entity::sale) {
        const auto sale = m_selling.sale(SaleId(ref.id));
        return sale ? std::optional(documentOf(codec::toJson(*sale))) : std::nullopt;
    }
    const QVariant found = contains(referenceTypes, ref.type) ? m_database.value("read_reference", {ref.type, ref.id})
                                                              : m_database.value(documentQuery(ref.type), {ref.id});
    return found.isValid() ? std::optional(found.toByteArray()) : std::nullopt;
}

Result<void> EntityRows::tryPut(const EntityRef &ref, const FeedEntity &entity)
{
    const QByteArray document = entity.document();
    const auto save = [&](auto read, auto keep) -> Result<void> {
        if (!read)
            return failure(read.error());
        keep(*read);
        return {};
    };
    if (ref.type == entity::product)
        return save(readProduct(entity, document), [&](const Product &product) { m_catalog.save(product, document); });
    if (ref.type == entity::variant)
        return save(readVariant(entity, document), [&](const Variant &variant) { m_catalog.save(variant, document); });
    if (ref.type == entity::sale)
        return save(readSale(entity, document), [&](const Sale &sale) { m_selling.save(sale, document); });
    const QJsonObject json = entity.json();
    if (ref.type == entity::customer)
        return save(codec::readCustomer(json), [&](const Customer &customer) { m_customers.save(customer, document); });
    if (ref.type == entity::shift)
        return save(codec::readShift(json), [&](const Shift &shift) { m_selling.save(shift, document); });
    if (ref.type == entity::stockLevel)
        return save(codec::readStockLevel(json), [&](const StockLevel &level) { m_selling.save(level); });
    if (ref.type == entity::cashMovement)
        return save(codec::readCashMovement(json), [&](const auto &movement) { m_cash.save(movement, document); });
    if (ref.type == entity::giftCard)
        return save(codec::readGiftCard(json), [&](const GiftCard &card) { m_gifts.save(card, document); });
    if (ref.type == entity::paymentIntent)
        return save(codec::readPaymentIntent(json), [&](const auto &intent) { m_payments.save(intent, document); });
    if (ref.type == entity::attention)
        return save(codec::readAttentionCard(json), [&](const auto &card) { m_attention.save(card, document); });
    if (!contains(referenceTypes, ref.type))
        return {};
    Result<void> readable = checkReference(ref.type, json);
    if (readable && ref.type == entity::person && json.contains(QStringLiteral("erased_at")))
        noteErasure(PersonId(ref.id));
    if (readable)
        m_database.run("save_reference", {ref.type, ref.id, document});
    return readable;
}

bool EntityRows::isErased(const EntityRef &ref)
{
    if (ref.type == entity::customer) {
        const auto customer = m_customers.customer(CustomerId(ref.id));
        return customer && customer->isErased();
    }
    const auto known = ref.type == entity::person ? person(PersonId(ref.id)) : std::nullopt;
    return known && known->isErased();
}

void EntityRows::noteErasure(PersonId id)
{
    const auto before = person(id);
    if (!before || !before->isErased())
        m_database.run("open_erasure", {id});
}

void EntityRows::put(const EntityRef &ref, const FeedEntity &entity)
{
    if (const Result<void> kept = tryPut(ref, entity); !kept)
        throw StorageFailure(kept.error());
}

void EntityRows::remove(const EntityRef &ref)
{
    if (ref.type == entity::product)
        m_catalog.removeProduct(ProductId(ref.id));
    else if (ref.type == entity::variant)
        m_catalog.removeVariant(VariantId(ref.id));
    else if (ref.type == entity::customer)
        m_customers.remove(CustomerId(ref.id));
    else if (ref.type == entity::shift)
        m_selling.removeShift(ShiftId(ref.id));
    else if (ref.type == entity::sale)
        m_selling.removeSale(SaleId(ref.id));
    else if (ref.type == entity::stockLevel)
        m_selling.removeStockLevel(ref.id);
    else if (ref.type == entity::cashMovement)
        m_cash.remove(CashMovementId(ref.id));
    else if (ref.type == entity::giftCard)
        m_gifts.remove(GiftCardId(ref.id));
    else if (ref.type == entity::paymentIntent)
        m_payments.remove(PaymentIntentId(ref.id));
    else if (ref.type == entity::attention)
        m_attention.remove(CardId(ref.id));
    else if (contains(referenceTypes, ref.type))
        m_database.run("delete_reference", {ref.type, ref.id});
}

void EntityRows::forgetChanges()
{
    m_catalog.forgetChanges();
    m_selling.forgetChanges();
}

std::optional<OwnRole> EntityRows::role(RoleId id)
{
    const auto found = document({entity::role.toString(), id.value()});
    const Result<OwnRole> role = found ? codec::readRole(objectOf(*found)) : Result<OwnRole>(OwnRole());
    return found && role ? std::optional(*role) : std::nullopt;
}

std::optional<Promotion> EntityRows::promotion(PromotionId id)
{
    const auto found = document({entity::promotion.toString(), id.value()});
    const Result<Promotion> read = found ? codec::readPromotion(objectOf(*found)) : Result<Promotion>(Promotion());
    return found && read ? std::optional(*read) : std::nullopt;
}

std::optional<PriceList> EntityRows::priceList(PriceListId id)
{
    const auto found = document({entity::priceList.toString(), id.value()});
    const Result<PriceList> read = found ? codec::readPriceList(objectOf(*found)) : Result<PriceList>(PriceList());
    return found && read ? std::optional(*read) : std::nullopt;
}

Result<Person> EntityRows::readPerson(const QByteArray &document)
{
    return codec::readPerson(objectOf(document)).map([this](const Person &person) {
        return person.role.own() ? withRole(person, role(*person.role.own())) : person;
    });
}

std::optional<Person> EntityRows::person(PersonId id)
{
    const auto found = document({entity::person.toString(), id.value()});
    const Result<Person> person = found ? readPerson(*found) : Result<Person>(Person());
    return found && person ? std::optional(*person) : std::nullopt;
}

std::optional<ParkedCart> EntityRows::parkedCart(ParkedCartId id)
{
    const auto found = document({entity::parkedCart.toString(), id.value()});
    const Result<ParkedCart> cart = found ? codec::readParkedCart(objectOf(*found)) : Result<ParkedCart>(ParkedCart());
    return found && cart ? std::optional(*cart) : std::nullopt;
}

QList<ParkedCart> EntityRows::parkedCarts()
{
    QList<ParkedCart> carts;
    Rows rows = m_database.query("list_parked_carts");
    while (rows.next()) {
        if (const Result<ParkedCart> cart = codec::readParkedCart(objectOf(rows.bytes(0))))
            carts.append(*cart);
    }
    std::ranges::sort(carts, [](const ParkedCart &a, const ParkedCart &b) {
        return std::pair(a.at.msSinceEpoch(), a.id.value()) < std::pair(b.at.msSinceEpoch(), b.id.value());
    });
    return carts;
}

QList<QByteArray> EntityRows::references(QStringView type)
{
    QList<QByteArray> result;
    Rows rows = m_database.query("list_references", {type.toString()});
    while (rows.next())
        result.append(rows.bytes(0));
    return result;
}

} // namespace crema::sync
