// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/field_value.h"

#include "models/base/json_fields.h"
#include "models/catalog/product_rules.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/json_values.h"
#include "models/feed/promotion_codec.h"
#include "models/money/money_json.h"
#include "models/people/person_rules.h"
#include "models/people/role_rules.h"
#include "models/settings/setting.h"

#include <QJsonArray>

namespace crema {
namespace {

const QString valueName = QStringLiteral("value");

/// Reads one value as the member of an object, which is what the readers of entities do.
template<class Read>
FieldValue readAs(const QJsonValue &json, Read read)
{
    if (json.isNull() || json.isUndefined())
        return {};
    JsonFields fields(QJsonObject{{valueName, json}});
    FieldValue value = read(fields);
    return fields.problems().isEmpty() ? value : FieldValue();
}

QList<VariantOption> optionsOf(const QJsonArray &array)
{
    QList<VariantOption> options;
    for (const QJsonValue &option : array) {
        const QJsonObject object = option.toObject();
        options.append({object.value(QStringLiteral("name")).toString(), object.value(valueName).toString()});
    }
    return options;
}

FieldKind kindOf(const Setting &setting)
{
    switch (setting.kind) {
    case SettingKind::Number: return FieldKind::Number;
    case SettingKind::Switch: return FieldKind::Flag;
    case SettingKind::Choice:
    case SettingKind::Text: break;
    }
    return FieldKind::Text;
}

Result<void> checkSettings(const QMap<QString, QJsonValue> &members)
{
    for (auto it = members.begin(); it != members.end(); ++it) {
        const Setting *setting = findSetting(it.key());
        if (const Result<void> fits = setting ? checkSetting(*setting, *it) : Result<void>(); !fits)
            return fits;
    }
    return {};
}

template<class Entity, class Check>
Result<void> checkEntity(const Result<Entity> &entity, Check check)
{
    if (!entity)
        return failure(entity.error());
    const auto checked = check(*entity);
    return checked ? Result<void>() : Result<void>(failure(checked.error()));
}

} // namespace

FieldKind fieldKind(QStringView field)
{
    if (const Setting *setting = findSetting(field))
        return kindOf(*setting);
    if (field == u"price")
        return FieldKind::Price;
    if (field == u"cost")
        return FieldKind::Money;
    if (field == u"tax_class")
        return FieldKind::TaxClass;
    if (field == u"unit")
        return FieldKind::Unit;
    if (field == u"weight_grams")
        return FieldKind::Grams;
    if (field == u"options")
        return FieldKind::Options;
    if (field == u"role" || field == u"base")
        return FieldKind::Role;
    if (field == u"locations")
        return FieldKind::Locations;
    if (field == u"allowed" || field == u"with_approval")
        return FieldKind::Permissions;
    if (field == u"consent")
        return FieldKind::Consent;
    if (field == u"discount_limit")
        return FieldKind::Share;
    if (field == u"priority" || field == u"refund_limit")
        return FieldKind::Number;
    if (field == u"action" || field == u"conditions" || field == u"coupons" || field == u"customer_groups" ||
        field == u"prices" || field == u"components")
        return FieldKind::Raw;
    return field == u"disabled" || field == u"exclusive" || field == u"only_by_name" || field == u"archived" ||
                   field == u"active" || field == u"retired"
               ? FieldKind::Flag
               : FieldKind::Text;
}

FieldValue fieldValueOf(QStringView field, const QJsonValue &json)
{
    return readAs(json, [&](JsonFields &fields) -> FieldValue {
        switch (fieldKind(field)) {
        case FieldKind::Price: return readPrice(fields, valueName);
        case FieldKind::Money: return readMoney(fields, valueName);
        case FieldKind::TaxClass: return fields.id<TaxClassId>(valueName);
        case FieldKind::Flag: return fields.boolean(valueName);
        case FieldKind::Number:
        case FieldKind::Grams: return static_cast<std::int64_t>(json.toInteger());
        case FieldKind::Options: return optionsOf(json.toArray());
        case FieldKind::Text: return json.toString();
        case FieldKind::Raw: return RawValue{json};
        case FieldKind::Locations: return fields.ids<LocationId>(valueName, 1000);
        case FieldKind::Permissions: return codec::readPermissions(fields, valueName);
        case FieldKind::Share: return Share{static_cast<std::int32_t>(fields.integer(valueName, 0, 10'000))};
        case FieldKind::Consent: {
            const auto consent = codec::readConsent(fields, valueName);
            return consent ? FieldValue(*consent) : FieldValue();
        }
        case FieldKind::Role: {
            const auto role = roleRefFromText(json.toString());
            return role ? FieldValue(*role) : FieldValue();
        }
        case FieldKind::Unit: break;
        }
        const auto unit = unitFromText(json.toString());
        return unit ? FieldValue(*unit) : FieldValue();
    });
}

QJsonValue fieldValueToJson(const FieldValue &value)
{
    struct Writer {
        QJsonValue operator()(std::monostate) const { return {}; }
        QJsonValue operator()(const QString &text) const { return text; }
        QJsonValue operator()(bool flag) const { return flag; }
        QJsonValue operator()(std::int64_t number) const { return qint64(number); }
        QJsonValue operator()(const Money &money) const { return moneyToJson(money); }
        QJsonValue operator()(const Price &price) const { return priceToJson(price); }
        QJsonValue operator()(const TaxClassId &id) const { return id.toString(); }
        QJsonValue operator()(Unit unit) const { return unitText(unit); }
        QJsonValue operator()(const RoleRef &role) const { return roleText(role); }
        QJsonValue operator()(const QList<Permission> &permissions) const
        {
            return codec::permissionArray(permissions);
        }
        QJsonValue operator()(const Consent &consent) const { return codec::consentObject(consent); }
        QJsonValue operator()(const RawValue &value) const { return value.json; }
        QJsonValue operator()(const Share &share) const { return share.tenThousandths; }
        QJsonValue operator()(const QList<LocationId> &locations) const { return codec::idArray(locations); }
        QJsonValue operator()(const QList<VariantOption> &options) const
        {
            QJsonArray array;
            for (const VariantOption &option : options)
                array.append(QJsonObject{{QStringLiteral("name"), option.name}, {valueName, option.value}});
            return array;
        }
    };
    return std::visit(Writer(), value);
}

Result<void> checkedMembers(const QString &entityType, const QJsonObject &entity,
                            const QMap<QString, QJsonValue> &members)
{
    if (entityType == entity::settings)
        return checkSettings(members);
    QJsonObject changed = entity;
    for (auto it = members.begin(); it != members.end(); ++it)
        changed.insert(it.key(), it.value());
    if (entityType == entity::product)
        return checkEntity(codec::readProduct(changed), &checkedProduct);
    if (entityType == entity::variant)
        return checkEntity(codec::readVariant(changed), &checkedVariant);
    if (entityType == entity::customer)
        return checkEntity(codec::readCustomer(changed), &checkedCustomer);
    if (entityType == entity::promotion)
        return checkEntity(codec::readPromotion(changed), &checkedPromotion);
    if (entityType == entity::priceList)
        return checkEntity(codec::readPriceList(changed), &checkedPriceList);
    if (entityType == entity::person)
        return checkEntity(codec::readPerson(changed), &checkedPerson);
    if (entityType == entity::role)
        return checkEntity(codec::readRole(changed), &checkedRole);
    return {};
}

} // namespace crema
