// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/domain_verbs.h"

#include "models/base/uuid7.h"
#include "models/security/secret_hash.h"
#include "platform/company/reference_writer.h"
#include "platform/company/stored_reference.h"
#include "platform/database/transaction.h"
#include "platform/devices/enrolment.h"
#include "platform/domain/verb_parts.h"
#include "platform/sync/record_rows.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Verbs", text);
}

struct NewUser {
    QString email;
    QString name;
    Role role = Role::Admin;
    QString password;
};

Result<NewUser> readNewUser(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({valueOption("email"), valueOption("role"), valueOption("password-file"), valueOption("name")});
    const QString hint = tr("Use: crema-platform user create --data DIR --email E --role R --password-file F");
    if (!parser.parse(QStringList{QStringLiteral("user")} + arguments) || !parser.positionalArguments().isEmpty())
        return failure(usageProblem(tr("These options are not known here."), hint));
    NewUser user;
    user.email = parser.value(QStringLiteral("email"));
    if (!user.email.contains(QLatin1Char('@')))
        return failure(usageProblem(tr("An e-mail address is missing."), hint));
    const auto role = roleFromText(parser.value(QStringLiteral("role")));
    if (!role)
        return failure(
            usageProblem(tr("A role is missing."), tr("Roles are admin, manager, barista, warehouse and office.")));
    const Result<QString> password = readPassword(parser.value(QStringLiteral("password-file")));
    if (!password)
        return failure(password.error());
    user.role = *role;
    user.password = *password;
    user.name = parser.isSet(QStringLiteral("name")) ? parser.value(QStringLiteral("name"))
                                                     : user.email.section(QLatin1Char('@'), 0, 0);
    return user;
}

Person saveUser(Connection &connection, const NewUser &user, const PlatformParts &parts)
{
    const UtcTime now = parts.clock.now();
    const QString hash = hashSecret(user.password, parts.randomness);
    Transaction transaction(connection);
    Person person = findPerson(transaction, user.email).value_or(Person());
    if (person.id.isNull()) {
        person.id = makeId<PersonId>(now, parts.randomness);
        person.email = user.email;
        person.name = user.name;
    }
    person.role = user.role;
    person.permissions = permissionsOf(user.role);
    person.active = true;
    ReferenceWriter writer(transaction);
    writer.save(person, hash, now);
    writer.finish();
    writeAudit(transaction, {{QUuid(),
                              now,
                              std::nullopt,
                              QStringLiteral("person.create"),
                              {QStringLiteral("person"), person.id.value()},
                              std::nullopt,
                              {{QStringLiteral("role"), roleText(person.role)}}}});
    transaction.commit();
    return person;
}

} // namespace

int createUser(const VerbOptions &options, const PlatformParts &parts)
{
    const Result<NewUser> user = readNewUser(options.arguments);
    if (!user)
        return complainAbout(user.error());
    return withCompany(options, parts, [&](Connection &connection) {
        const Person person = retrying([&] { return saveUser(connection, *user, parts); });
        std::puts(qPrintable(person.id.toString()));
        return 0;
    });
}

int giveEnrolCode(const VerbOptions &options, const PlatformParts &parts)
{
    QCommandLineParser parser;
    parser.addOptions({valueOption("location"), valueOption("user")});
    const bool understood = parser.parse(QStringList{QStringLiteral("enroll-code")} + options.arguments);
    if (!understood || !parser.isSet(QStringLiteral("location")) || !parser.positionalArguments().isEmpty()) {
        return complainAbout(usageProblem(tr("A location is missing."),
                                          tr("Use: crema-platform enroll-code --data DIR --location L [--user E]")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const auto email =
            parser.isSet(QStringLiteral("user")) ? std::optional(parser.value(QStringLiteral("user"))) : std::nullopt;
        const Result<QString> code = makeEnrolCode(connection, parser.value(QStringLiteral("location")), email,
                                                   parts.clock.now(), parts.randomness);
        if (!code)
            return complainAbout(code.error());
        std::puts(qPrintable(*code));
        return 0;
    });
}

} // namespace crema::platform
