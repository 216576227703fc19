// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/company/stored_reference.h"

#include "models/feed/entity_codec.h"
#include "platform/identity/stored_person.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

Problem missing()
{
    return {ProblemKind::Failed,
            QStringLiteral("storage.missing"),
            QCoreApplication::translate("crema::platform::StoredReference",
                                        "The database lacks something that it refers to."),
            QCoreApplication::translate("crema::platform::StoredReference", "Restore the database from a backup."),
            {}};
}

template<class Reader>
auto readRow(const Rows &rows, Reader read)
{
    if (rows.isEmpty())
        throw StorageFailure(missing());
    auto value = read(rows.json(0, 0));
    if (!value)
        throw StorageFailure(value.error());
    return *std::move(value);
}

} // namespace

bool hasCompany(Transaction &transaction)
{
    return !transaction.run("company/load_company").isEmpty();
}

Company loadCompany(Transaction &transaction)
{
    return readRow(transaction.run("company/load_company"), &codec::readCompany);
}

Location loadLocation(Transaction &transaction, LocationId id)
{
    return readRow(transaction.run("company/load_location", {id}), &codec::readLocation);
}

Person loadPerson(Transaction &transaction, PersonId id)
{
    const Rows rows = transaction.run("identity/load_person", {id});
    if (rows.isEmpty())
        throw StorageFailure(missing());
    return storedPerson(rows, 0, 0, 2);
}

Person lockPerson(Transaction &transaction, PersonId id)
{
    return readRow(transaction.run("identity/lock_person", {id}), &codec::readPerson);
}

Register loadRegister(Transaction &transaction, RegisterId id)
{
    return readRow(transaction.run("devices/load_register", {id}), &codec::readRegister);
}

Register loadRegisterOf(Transaction &transaction, DeviceId device)
{
    const Rows rows = transaction.run("devices/load_device", {device});
    if (rows.isEmpty())
        throw StorageFailure(missing());
    return loadRegister(transaction, RegisterId(rows.uuid(0, 2)));
}

std::optional<Location> findLocation(Transaction &transaction, const QString &code)
{
    const Rows rows = transaction.run("company/find_location", {code});
    return rows.isEmpty() ? std::nullopt : std::optional(readRow(rows, &codec::readLocation));
}

std::optional<Person> findPerson(Transaction &transaction, const QString &email)
{
    const Rows rows = transaction.run("identity/find_person_by_email", {email});
    return rows.isEmpty() ? std::nullopt : std::optional(storedPerson(rows, 0, 0, 1));
}

std::optional<Person> lockPerson(Transaction &transaction, const QString &email)
{
    const Rows rows = transaction.run("identity/lock_person_by_email", {email});
    return rows.isEmpty() ? std::nullopt : std::optional(readRow(rows, &codec::readPerson));
}

QList<Person> listPeople(Transaction &transaction)
{
    QList<Person> people;
    const Rows rows = transaction.run("identity/list_people");
    for (int i = 0; i < rows.count(); ++i)
        people.append(storedPerson(rows, i, 0, 1));
    return people;
}

std::optional<Person> findEnroller(Transaction &transaction, LocationId location)
{
    const Rows rows = transaction.run("identity/list_enrollers", {location.toString()});
    return rows.isEmpty() ? std::nullopt : std::optional(storedPerson(rows, 0, 0, 1));
}

} // namespace crema::platform
