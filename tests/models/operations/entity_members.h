// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/people/badge.h"
#include "models/security/secret_hash.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/memory_aggregates.h"
#include "tests/testing/seeded_randomness.h"

namespace crema::testing {

/// What gives a member its value.
enum class By { Nothing, Creation, Edit, CreationAndEdit };

struct Member {
    QString name;
    By by;
    QJsonValue other;        ///< a value that is not that of the sample
    QStringList brings = {}; ///< what follows from it
};

/// One kind of entity with an example of it.
struct Kind {
    QString entity;
    EditableFields editable;
    QJsonObject sample; ///< as it is stored and told
    QList<Member> members;
};

inline bool isEdited(const Member &member)
{
    return member.by == By::Edit || member.by == By::CreationAndEdit;
}

inline bool isMade(const Member &member)
{
    return member.by == By::Creation || member.by == By::CreationAndEdit;
}

/// The members of each kind of entity that edits change, with a row for each of them.
class EntityMembers
{
protected:
    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(clock.now(), randomness);
    }

    QString someId() { return newId<ProductId>().toString(); }

    static QJsonObject moneyJson(qint64 minor)
    {
        return {{QStringLiteral("currency"), QStringLiteral("EUR")}, {QStringLiteral("minor"), minor}};
    }

    static QJsonObject priceJson(qint64 minor)
    {
        QJsonObject price = moneyJson(minor);
        price.insert(QStringLiteral("per"), 1);
        return price;
    }

    Kind productKind()
    {
        Product product;
        product.id = newId<ProductId>();
        product.name = QStringLiteral("Espresso");
        product.categories = {newId<CategoryId>()};
        return {entity::product.toString(),
                body::productFields(),
                codec::toJson(product),
                {{QStringLiteral("id"), By::Nothing, someId()},
                 {QStringLiteral("name"), By::CreationAndEdit, QStringLiteral("Guji")},
                 {QStringLiteral("description"), By::CreationAndEdit, QStringLiteral("Floral")},
                 {QStringLiteral("brand"), By::CreationAndEdit, QStringLiteral("Own")},
                 {QStringLiteral("categories"), By::CreationAndEdit, QJsonArray{someId()}},
                 {QStringLiteral("tax_class"), By::CreationAndEdit, someId()},
                 {QStringLiteral("archived"), By::CreationAndEdit, true}}};
    }

    Kind variantKind()
    {
        Product product;
        product.id = newId<ProductId>();
        product.name = QStringLiteral("Espresso");
        world.save(product);
        Product second = product;
        second.id = newId<ProductId>();
        world.save(second);
        Variant variant;
        variant.id = newId<VariantId>();
        variant.product = product.id;
        variant.sku = QStringLiteral("E-1");
        Variant part = variant;
        part.id = newId<VariantId>();
        part.sku = QStringLiteral("PART");
        world.save(part);
        const QJsonArray components{
            QJsonObject{{QStringLiteral("quantity"), 2}, {QStringLiteral("variant"), part.id.toString()}}};
        const QJsonArray options{QJsonObject{{QStringLiteral("name"), QStringLiteral("Size")},
                                             {QStringLiteral("value"), QStringLiteral("1 kg")}}};
        return {entity::variant.toString(),
                body::variantFields(),
                codec::toJson(variant),
                {{QStringLiteral("id"), By::Nothing, someId()},
                 {QStringLiteral("product"), By::Creation, second.id.toString()},
                 {QStringLiteral("sku"), By::CreationAndEdit, QStringLiteral("E-2")},
                 {QStringLiteral("options"), By::CreationAndEdit, options},
                 {QStringLiteral("barcodes"), By::CreationAndEdit, QJsonArray{QStringLiteral("04006381333931")}},
                 {QStringLiteral("price"), By::CreationAndEdit, priceJson(1450)},
                 {QStringLiteral("cost"), By::CreationAndEdit, moneyJson(620)},
                 {QStringLiteral("unit"), By::CreationAndEdit, QStringLiteral("gram")},
                 {QStringLiteral("components"), By::CreationAndEdit, components},
                 {QStringLiteral("weight_grams"), By::CreationAndEdit, 250},
                 {QStringLiteral("archived"), By::CreationAndEdit, true}}};
    }

    Kind customerKind()
    {
        Customer customer;
        customer.id = newId<CustomerId>();
        customer.name = QStringLiteral("Zoë Grün");
        return {entity::customer.toString(),
                body::customerFields(),
                codec::toJson(customer),
                {{QStringLiteral("id"), By::Nothing, someId()},
                 {QStringLiteral("name"), By::CreationAndEdit, QStringLiteral("Zoe")},
                 {QStringLiteral("email"), By::CreationAndEdit, QStringLiteral("zoe@example.org")},
                 {QStringLiteral("phone"), By::CreationAndEdit, QStringLiteral("+49 341 5551234")},
                 {QStringLiteral("tax_id"), By::CreationAndEdit, QStringLiteral("DE123")},
                 {QStringLiteral("notes"), By::CreationAndEdit, QStringLiteral("Oat milk")},
                 {QStringLiteral("archived"), By::CreationAndEdit, true},
                 {QStringLiteral("consent"), By::CreationAndEdit,
                  QJsonObject{{QStringLiteral("state"), QStringLiteral("given")},
                              {QStringLiteral("at"), QStringLiteral("2026-11-20T09:30:00.123Z")},
                              {QStringLiteral("source"), QStringLiteral("by_phone")}}},
                 {QStringLiteral("group"), By::CreationAndEdit, QStringLiteral("cafes")},
                 {QStringLiteral("price_list"), By::CreationAndEdit, someId()},
                 {QStringLiteral("card"), By::CreationAndEdit, QStringLiteral("2912345678905")},
                 {QStringLiteral("merged_into"), By::Nothing, QStringLiteral("0193f6a0-0000-7000-8000-00000000001f")},
                 {QStringLiteral("merged_from"), By::Nothing,
                  QJsonArray{QStringLiteral("0193f6a0-0000-7000-8000-00000000001f")}},
                 {QStringLiteral("erased_at"), By::Nothing, QStringLiteral("2026-11-20T09:30:00.123Z")}}};
    }

    Kind personKind()
    {
        Person person;
        person.id = newId<PersonId>();
        person.name = QStringLiteral("Bea");
        person.email = QStringLiteral("bea@example.org");
        person.permissions = permissionsOf(Role::Barista);
        QJsonArray everything;
        for (const Permission permission : allPermissions)
            everything.append(permissionText(permission));
        return {
            entity::person.toString(),
            body::personFields(),
            codec::toJson(person),
            {{QStringLiteral("id"), By::Nothing, someId()},
             {QStringLiteral("name"), By::CreationAndEdit, QStringLiteral("Beatrix")},
             {QStringLiteral("email"), By::CreationAndEdit, QStringLiteral("beatrix@example.org")},
             {QStringLiteral("role"), By::CreationAndEdit, QStringLiteral("manager"), {QStringLiteral("permissions")}},
             {QStringLiteral("permissions"), By::Nothing, everything},
             {QStringLiteral("locations"), By::CreationAndEdit, QJsonArray{someId()}},
             {QStringLiteral("pin_hash"), By::Nothing, hashSecret(QStringLiteral("4711"), randomness)},
             {QStringLiteral("badge_hash"), By::Nothing, badgeHash(QStringLiteral("CB"))},
             {QStringLiteral("active"), By::Edit, false},
             {QStringLiteral("erased_at"), By::Nothing, QStringLiteral("2026-11-20T09:30:00.123Z")}}};
    }

    Kind roleKind()
    {
        OwnRole role;
        role.id = newId<RoleId>();
        role.name = QStringLiteral("Shift leader");
        role.rights.refundLimit = 50;
        return {entity::role.toString(),
                body::roleFields(),
                codec::toJson(role),
                {{QStringLiteral("id"), By::Nothing, someId()},
                 {QStringLiteral("name"), By::CreationAndEdit, QStringLiteral("Deputy")},
                 {QStringLiteral("base"), By::Creation, QStringLiteral("manager")},
                 {QStringLiteral("allowed"), By::CreationAndEdit, QJsonArray{QStringLiteral("sales.read")}},
                 {QStringLiteral("with_approval"), By::CreationAndEdit, QJsonArray{QStringLiteral("stock.adjust")}},
                 {QStringLiteral("discount_limit"), By::CreationAndEdit, 1500},
                 {QStringLiteral("refund_limit"), By::CreationAndEdit, 100},
                 {QStringLiteral("retired"), By::Edit, true}}};
    }

    Kind promotionKind()
    {
        Promotion promotion;
        promotion.id = newId<PromotionId>();
        promotion.name = QStringLiteral("Happy hour");
        promotion.action = PercentOff{1'000};
        const QJsonObject action{{QStringLiteral("kind"), QStringLiteral("percentage")},
                                 {QStringLiteral("rate"), 2'000},
                                 {QStringLiteral("target"), QStringLiteral("cart")}};
        QJsonObject conditions = codec::toJson(promotion).value(QStringLiteral("conditions")).toObject();
        conditions.insert(QStringLiteral("min_quantity"), 2);
        return {
            entity::promotion.toString(),
            body::promotionFields(),
            codec::toJson(promotion),
            {{QStringLiteral("id"), By::Nothing, someId()},
             {QStringLiteral("name"), By::CreationAndEdit, QStringLiteral("Late hour")},
             {QStringLiteral("priority"), By::CreationAndEdit, 3},
             {QStringLiteral("disabled"), By::CreationAndEdit, true},
             {QStringLiteral("exclusive"), By::CreationAndEdit, true},
             {QStringLiteral("action"), By::CreationAndEdit, action},
             {QStringLiteral("conditions"), By::CreationAndEdit, conditions},
             {QStringLiteral("coupons"), By::CreationAndEdit,
              QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("TEN")}, {QStringLiteral("limit"), 5}}}}}};
    }

    Kind priceListKind()
    {
        PriceList list;
        list.id = newId<PriceListId>();
        list.name = QStringLiteral("Cafés");
        const QJsonArray prices{QJsonObject{{QStringLiteral("from_quantity"), 2},
                                            {QStringLiteral("price"), priceJson(900)},
                                            {QStringLiteral("variant"), someId()}}};
        return {entity::priceList.toString(),
                body::priceListFields(),
                codec::toJson(list),
                {{QStringLiteral("id"), By::Nothing, someId()},
                 {QStringLiteral("name"), By::CreationAndEdit, QStringLiteral("Restaurants")},
                 {QStringLiteral("disabled"), By::CreationAndEdit, true},
                 {QStringLiteral("only_by_name"), By::CreationAndEdit, true},
                 {QStringLiteral("customer_groups"), By::CreationAndEdit, QJsonArray{QStringLiteral("cafes")}},
                 {QStringLiteral("locations"), By::CreationAndEdit, QJsonArray{someId()}},
                 {QStringLiteral("from"), By::CreationAndEdit, QStringLiteral("2026-12-01")},
                 {QStringLiteral("until"), By::CreationAndEdit, QStringLiteral("2026-12-24")},
                 {QStringLiteral("prices"), By::CreationAndEdit, prices}}};
    }

    QList<Kind> kinds()
    {
        return {productKind(), variantKind(),   customerKind(), personKind(),
                roleKind(),    promotionKind(), priceListKind()};
    }

    FixedClock clock;
    SeededRandomness randomness;
    MemoryAggregates world;
};

} // namespace crema::testing
