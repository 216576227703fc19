// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_codec.h"
#include "models/feed/json_values.h"
#include "models/people/role_rules.h"

#include <QCoreApplication>

namespace crema::codec {
namespace {

const QString malformed = QStringLiteral("entity.malformed");

QString unknownWord()
{
    return QCoreApplication::translate("crema::codec", "This word is not known here.");
}

Currency readCurrency(JsonFields &fields)
{
    const auto currency = Currency::fromCode(fields.text(QStringLiteral("currency"), 3, 3));
    if (!currency)
        fields.add(QStringLiteral("currency"), unknownWord());
    return currency.value_or(Currency());
}

/// Who was stored before these were rights of their own, with all else that their role gives, has them too (ADR 047,
/// 049 and 050).
QList<Permission> withLaterRights(const RoleRef &role, const QList<Permission> &permissions)
{
    const auto builtIn = role.builtIn();
    if (!builtIn)
        return permissions;
    const QList<Permission> given = permissionsOf(*builtIn);
    return withoutLaterRights(permissions) == withoutLaterRights(given) ? given : permissions;
}

} // namespace

QJsonObject toJson(const Company &company)
{
    return {{QStringLiteral("currency"), company.currency.code()},
            {QStringLiteral("id"), company.id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("name"), company.name}};
}

Result<Company> readCompany(const QJsonObject &json)
{
    JsonFields fields(json);
    const Company company{fields.uuid(QStringLiteral("id")), fields.text(QStringLiteral("name"), 1, 200),
                          readCurrency(fields)};
    return fields.result(company, malformed);
}

QJsonObject toJson(const Location &location)
{
    return {{QStringLiteral("code"), location.code},
            {QStringLiteral("country"), location.country},
            {QStringLiteral("currency"), location.currency.code()},
            {QStringLiteral("day_cut_off_minutes"), location.dayCutOffMinutes},
            {QStringLiteral("id"), location.id.toString()},
            {QStringLiteral("kind"),
             location.kind == LocationKind::Shop ? QStringLiteral("shop") : QStringLiteral("warehouse")},
            {QStringLiteral("name"), location.name},
            {QStringLiteral("prices_include_tax"), location.pricesInclude == PricesInclude::Tax},
            {QStringLiteral("receipt_header"), location.receiptHeader},
            {QStringLiteral("time_zone"), QString::fromLatin1(location.timeZone)}};
}

Result<Location> readLocation(const QJsonObject &json)
{
    JsonFields fields(json);
    Location location;
    location.id = fields.id<LocationId>(QStringLiteral("id"));
    location.code = fields.text(QStringLiteral("code"), 1, 12);
    location.name = fields.text(QStringLiteral("name"), 1, 200);
    const QString kind = fields.text(QStringLiteral("kind"), 1, 20);
    // A kind that a newer platform knows is a place that sells, as far as this version can tell.
    location.kind = kind == QStringLiteral("warehouse") ? LocationKind::Warehouse : LocationKind::Shop;
    location.currency = readCurrency(fields);
    location.country = fields.optionalText(QStringLiteral("country"), 2).value_or(QString());
    location.timeZone = fields.text(QStringLiteral("time_zone"), 1, 60).toLatin1();
    location.pricesInclude =
        fields.boolean(QStringLiteral("prices_include_tax")) ? PricesInclude::Tax : PricesInclude::NoTax;
    location.dayCutOffMinutes = static_cast<int>(fields.integer(QStringLiteral("day_cut_off_minutes"), 0, 720));
    location.receiptHeader = fields.optionalText(QStringLiteral("receipt_header"), 1000).value_or(QString());
    return fields.result(location, malformed);
}

QJsonObject toJson(const Register &reg)
{
    return {{QStringLiteral("code"), reg.code},
            {QStringLiteral("device"), reg.device.toString()},
            {QStringLiteral("id"), reg.id.toString()},
            {QStringLiteral("location"), reg.location.toString()},
            {QStringLiteral("name"), reg.name}};
}

Result<Register> readRegister(const QJsonObject &json)
{
    JsonFields fields(json);
    Register reg;
    reg.id = fields.id<RegisterId>(QStringLiteral("id"));
    reg.location = fields.id<LocationId>(QStringLiteral("location"));
    reg.code = fields.text(QStringLiteral("code"), 1, 12);
    reg.name = fields.text(QStringLiteral("name"), 1, 100);
    reg.device = fields.id<DeviceId>(QStringLiteral("device"));
    return fields.result(reg, malformed);
}

QJsonObject toJson(const Person &person)
{
    // Those of an own role stand with the role: a program that does not know it gives nothing.
    const QJsonArray permissions = person.role.own() ? QJsonArray() : permissionArray(person.permissions);
    QJsonObject json{
        {QStringLiteral("active"), person.active},    {QStringLiteral("email"), person.email},
        {QStringLiteral("id"), person.id.toString()}, {QStringLiteral("locations"), idArray(person.locations)},
        {QStringLiteral("name"), person.name},        {QStringLiteral("permissions"), permissions},
        {QStringLiteral("pin_hash"), person.pinHash}, {QStringLiteral("role"), roleText(person.role)}};
    // Left out where there is none: so a person without a badge reads as before there were badges.
    if (!person.badgeHash.isEmpty())
        json.insert(QStringLiteral("badge_hash"), person.badgeHash);
    if (person.erasedAt)
        json.insert(QStringLiteral("erased_at"), person.erasedAt->toString());
    return json;
}

Result<Person> readPerson(const QJsonObject &json)
{
    JsonFields fields(json);
    Person person;
    person.id = fields.id<PersonId>(QStringLiteral("id"));
    person.name = fields.text(QStringLiteral("name"), 1, 200);
    person.email = fields.optionalText(QStringLiteral("email"), 254).value_or(QString());
    // A role that a newer platform knows grants nothing by itself: the permissions stand beside it.
    person.role = roleRefFromText(fields.text(QStringLiteral("role"), 1, 40)).value_or(Role::Barista);
    person.permissions = withLaterRights(person.role, readPermissions(fields, QStringLiteral("permissions")));
    person.locations = fields.ids<LocationId>(QStringLiteral("locations"), 1000);
    person.pinHash = fields.optionalText(QStringLiteral("pin_hash"), 300).value_or(QString());
    person.badgeHash = fields.optionalText(QStringLiteral("badge_hash"), 100).value_or(QString());
    person.active = fields.boolean(QStringLiteral("active"));
    person.erasedAt = fields.optionalTime(QStringLiteral("erased_at"));
    // Nothing, until somebody who knows the role lays on what it gives.
    return fields.result(withRole(person, std::nullopt), malformed);
}

QJsonObject consentObject(const Consent &consent)
{
    return {{QStringLiteral("at"), consent.at.toString()},
            {QStringLiteral("source"), consentSourceText(consent.source)},
            {QStringLiteral("state"), consentStateText(consent.state)}};
}

std::optional<Consent> readConsent(JsonFields &fields, const QString &name)
{
    const std::optional<QJsonObject> json = fields.optionalObject(name);
    if (!json)
        return std::nullopt;
    JsonFields inner(*json, name + u'.');
    Consent consent;
    const auto state = consentStateFromText(inner.text(QStringLiteral("state"), 1, 40));
    if (!state)
        inner.add(QStringLiteral("state"),
                  QCoreApplication::translate("crema::Consent", "This is given or withdrawn."));
    consent.state = state.value_or(ConsentState::Withdrawn);
    consent.at = inner.time(QStringLiteral("at"));
    consent.source = consentSourceFromText(inner.text(QStringLiteral("source"), 1, 40)).value_or(ConsentSource::Other);
    fields.add(inner.problems());
    return consent;
}

QJsonObject toJson(const Customer &customer)
{
    QJsonObject json{{QStringLiteral("archived"), customer.archived}, {QStringLiteral("email"), customer.email},
                     {QStringLiteral("id"), customer.id.toString()},  {QStringLiteral("name"), customer.name},
                     {QStringLiteral("notes"), customer.notes},       {QStringLiteral("phone"), customer.phone},
                     {QStringLiteral("tax_id"), customer.taxId}};
    if (customer.consent)
        json.insert(QStringLiteral("consent"), consentObject(*customer.consent));
    if (customer.erasedAt)
        json.insert(QStringLiteral("erased_at"), customer.erasedAt->toString());
    if (!customer.group.isEmpty())
        json.insert(QStringLiteral("group"), customer.group);
    if (customer.priceList)
        json.insert(QStringLiteral("price_list"), customer.priceList->toString());
    if (!customer.card.isEmpty())
        json.insert(QStringLiteral("card"), customer.card);
    if (customer.mergedInto)
        json.insert(QStringLiteral("merged_into"), customer.mergedInto->toString());
    if (!customer.mergedFrom.isEmpty())
        json.insert(QStringLiteral("merged_from"), idArray(customer.mergedFrom));
    return json;
}

Result<Customer> readCustomer(const QJsonObject &json)
{
    JsonFields fields(json);
    Customer customer;
    customer.id = fields.id<CustomerId>(QStringLiteral("id"));
    customer.name = fields.text(QStringLiteral("name"), 0, 1000);
    customer.email = fields.optionalText(QStringLiteral("email"), 1000).value_or(QString());
    customer.phone = fields.optionalText(QStringLiteral("phone"), 1000).value_or(QString());
    customer.taxId = fields.optionalText(QStringLiteral("tax_id"), 1000).value_or(QString());
    customer.notes = fields.optionalText(QStringLiteral("notes"), 10'000).value_or(QString());
    customer.archived = fields.booleanOr(QStringLiteral("archived"), false);
    customer.consent = readConsent(fields, QStringLiteral("consent"));
    customer.erasedAt = fields.optionalTime(QStringLiteral("erased_at"));
    customer.group = fields.optionalText(QStringLiteral("group"), 1000).value_or(QString());
    customer.priceList = fields.optionalId<PriceListId>(QStringLiteral("price_list"));
    customer.card = fields.optionalText(QStringLiteral("card"), 1000).value_or(QString());
    customer.mergedInto = fields.optionalId<CustomerId>(QStringLiteral("merged_into"));
    if (json.contains(QStringLiteral("merged_from")))
        customer.mergedFrom = fields.ids<CustomerId>(QStringLiteral("merged_from"));
    return fields.result(customer, malformed);
}

} // namespace crema::codec
