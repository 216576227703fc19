// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_builder.h"

#include "models/devices/shut_out.h"
#include "models/security/secret_hash.h"
#include "models/security/tokens.h"
#include "platform/company/reference_writer.h"
#include "platform/database/transaction.h"
#include "platform/demo/demo_files.h"

namespace crema::platform {
namespace {

Location readPlace(const QJsonObject &json, Currency currency, LocationId id)
{
    Location location;
    location.id = id;
    location.code = json.value(QStringLiteral("code")).toString();
    location.name = json.value(QStringLiteral("name")).toString();
    location.kind = json.value(QStringLiteral("kind")).toString() == QStringLiteral("shop") ? LocationKind::Shop
                                                                                            : LocationKind::Warehouse;
    location.currency = currency;
    location.country = QStringLiteral("DE");
    location.timeZone = "Europe/Berlin";
    location.receiptHeader = json.value(QStringLiteral("header")).toString();
    return location;
}

} // namespace

void DemoBuilder::readPeople()
{
    const QJsonArray people = demoFile(QStringLiteral("company")).value(QStringLiteral("people")).toArray();
    for (const QJsonValue &value : people) {
        const QJsonObject json = value.toObject();
        Person person;
        person.id = makeId<PersonId>(m_begin, m_randomness);
        person.name = json.value(QStringLiteral("name")).toString();
        person.email = json.value(QStringLiteral("email")).toString();
        const Role role = roleFromText(json.value(QStringLiteral("role")).toString()).value_or(Role::Barista);
        person.role = role;
        person.permissions = permissionsOf(role);
        person.pinHash = hashSecret(json.value(QStringLiteral("pin")).toString(), m_randomness);
        const QJsonArray codes = json.value(QStringLiteral("locations")).toArray();
        for (const Place &place : std::as_const(m_places)) {
            if (codes.contains(place.location.code))
                person.locations.append(place.location.id);
        }
        m_people.append(person);
    }
}

void DemoBuilder::readCompany()
{
    const QJsonObject file = demoFile(QStringLiteral("company"));
    const QJsonObject company = file.value(QStringLiteral("company")).toObject();
    const Currency currency = *Currency::fromCode(company.value(QStringLiteral("currency")).toString());
    const QJsonArray places = file.value(QStringLiteral("locations")).toArray();
    for (const QJsonValue &value : places) {
        const QJsonObject json = value.toObject();
        m_places.append({readPlace(json, currency, makeId<LocationId>(m_begin, m_randomness)),
                         json.value(QStringLiteral("sales_per_day")).toInt(),
                         json.value(QStringLiteral("registers")).toInt()});
    }
    const QJsonArray classes = file.value(QStringLiteral("tax_classes")).toArray();
    for (const QJsonValue &value : classes) {
        const QJsonObject json = value.toObject();
        m_taxClasses.insert(json.value(QStringLiteral("key")).toString(),
                            {makeId<TaxClassId>(m_begin, m_randomness), json.value(QStringLiteral("name")).toString(),
                             TaxRate(json.value(QStringLiteral("rate")).toInt()),
                             json.value(QStringLiteral("is_default")).toBool()});
    }
}

void DemoBuilder::savePlaces()
{
    Transaction transaction(m_connection);
    // Together with the company: from here on a start finds that there is something to finish.
    transaction.run("demo/begin_filling", {m_now});
    ReferenceWriter writer(transaction);
    const QJsonObject file = demoFile(QStringLiteral("company"));
    m_company = makeUuid7(m_begin, m_randomness);
    writer.save(Company{m_company,
                        file.value(QStringLiteral("company")).toObject().value(QStringLiteral("name")).toString(),
                        m_places.constFirst().location.currency});
    for (const Place &place : std::as_const(m_places))
        writer.save(place.location);
    for (const TaxClass &taxClass : std::as_const(m_taxClasses))
        writer.save(taxClass);
    const QJsonArray people = file.value(QStringLiteral("people")).toArray();
    for (qsizetype i = 0; i < m_people.size(); ++i) {
        const QString password = people[i].toObject().value(QStringLiteral("password")).toString();
        writer.save(m_people[i], hashSecret(password, m_randomness), m_now);
    }
    const QJsonArray categories = demoFile(QStringLiteral("products")).value(QStringLiteral("categories")).toArray();
    for (qsizetype i = 0; i < categories.size(); ++i) {
        const QJsonObject json = categories[i].toObject();
        const auto id = makeId<CategoryId>(m_begin, m_randomness);
        m_categories.insert(json.value(QStringLiteral("key")).toString(), id);
        writer.save(Category{id, json.value(QStringLiteral("name")).toString(), std::nullopt, static_cast<int>(i),
                             json.value(QStringLiteral("colour")).toString(), false});
    }
    writer.finish();
    transaction.commit();
}

void DemoBuilder::addDevices(const Place &place)
{
    Transaction transaction(m_connection);
    ReferenceWriter writer(transaction);
    for (int number = 1; number <= place.registers; ++number) {
        const Register reg{makeId<RegisterId>(m_begin, m_randomness), place.location.id, QString::number(number),
                           QStringLiteral("%1 %2").arg(place.location.name).arg(number),
                           makeId<DeviceId>(m_begin, m_randomness)};
        writer.save(reg);
        const QByteArray key = randomBytes(32, m_randomness);
        transaction.run("devices/save_device", {reg.device, 1, reg.name, Param::bytes(key), reg.location, reg.id,
                                                m_people.constFirst().id, m_begin});
        m_devices.emplace_back(m_connection, m_randomness, place.location, reg);
    }
    writer.finish();
    transaction.commit();
}

void DemoBuilder::addReferences()
{
    readCompany();
    readPeople();
    savePlaces();
    for (const Place &place : std::as_const(m_places))
        addDevices(place);
}

void DemoBuilder::retireDevices()
{
    for (const DemoDevice &device : m_devices)
        m_connection.run("devices/revoke_device",
                         {device.registerEntry().device, m_now, shutOutReasonText(ShutOutReason::Unused)});
}

} // namespace crema::platform
