// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/domain_verbs.h"

#include "models/base/uuid7.h"
#include "models/security/secret_hash.h"
#include "platform/company/reference_writer.h"
#include "platform/company/stored_reference.h"
#include "platform/database/transaction.h"
#include "platform/devices/enrolment.h"
#include "platform/domain/bootstrap.h"
#include "platform/program/command_line.h"
#include "platform/sync/feed_reader.h"
#include "platform/sync/record_rows.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace crema::platform {
namespace {

constexpr qsizetype shortestPassword = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Verbs", text);
}

int complain(const Problem &problem)
{
    const QString hint = problem.hint.isEmpty() ? QString() : QLatin1Char('\n') + problem.hint;
    std::fputs(qPrintable(problem.message + hint + QLatin1Char('\n')), stderr);
    return exitCodeOf(problem);
}

Problem usage(const QString &message, const QString &hint)
{
    return {ProblemKind::Invalid, QStringLiteral("usage.arguments"), message, hint, {}};
}

struct NewUser {
    QString email;
    QString name;
    Role role = Role::Admin;
    QString password;
};

QCommandLineOption option(const char *name)
{
    return {QString::fromLatin1(name), {}, QStringLiteral("value")};
}

Result<QString> readPassword(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return failure(usage(tr("The password file %1 cannot be read.").arg(path),
                             tr("Name a file that holds the password on its first line with --password-file.")));
    }
    const QString password = QString::fromUtf8(file.readLine(1000)).remove(QLatin1Char('\n')).remove(QLatin1Char('\r'));
    if (password.size() < shortestPassword) {
        return failure(
            usage(tr("The password is too short."), tr("Use at least %1 characters.").arg(shortestPassword)));
    }
    return password;
}

Result<NewUser> readNewUser(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({option("email"), option("role"), option("password-file"), option("name")});
    const QString hint = tr("Use: crema-platform user create --data DIR --email E --role R --password-file F");
    if (!parser.parse(QStringList{QStringLiteral("user")} + arguments) || !parser.positionalArguments().isEmpty())
        return failure(usage(tr("These options are not known here."), hint));
    NewUser user;
    user.email = parser.value(QStringLiteral("email"));
    if (!user.email.contains(QLatin1Char('@')))
        return failure(usage(tr("An e-mail address is missing."), hint));
    const auto role = roleFromText(parser.value(QStringLiteral("role")));
    if (!role)
        return failure(usage(tr("A role is missing."), tr("Roles are admin, manager, barista, warehouse and office.")));
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
    ReferenceWriter writer(transaction, loadFeedEpoch(connection));
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

/// Opens the database ready for a verb, and stops what it throws.
template<class Work>
int withDatabase(const VerbOptions &options, const PlatformParts &parts, Work work)
{
    try {
        Connection connection(options.databaseUrl);
        if (const Result<void> prepared = prepareDatabase(connection); !prepared)
            return complain(prepared.error());
        setUpCompany(connection, loadFeedEpoch(connection), parts.clock.now(), parts.randomness);
        return work(connection);
    } catch (const DatabaseFailure &failure) {
        Problem problem = failure.problem();
        problem.hint = failure.detail();
        return complain(problem);
    } catch (const StorageFailure &failure) {
        return complain(failure.problem());
    }
}

} // namespace

int createUser(const VerbOptions &options, const PlatformParts &parts)
{
    const Result<NewUser> user = readNewUser(options.arguments);
    if (!user)
        return complain(user.error());
    return withDatabase(options, parts, [&](Connection &connection) {
        const Person person = retrying([&] { return saveUser(connection, *user, parts); });
        std::puts(qPrintable(person.id.toString()));
        return 0;
    });
}

int giveEnrolCode(const VerbOptions &options, const PlatformParts &parts)
{
    QCommandLineParser parser;
    parser.addOptions({option("location"), option("user")});
    const bool understood = parser.parse(QStringList{QStringLiteral("enroll-code")} + options.arguments);
    if (!understood || !parser.isSet(QStringLiteral("location")) || !parser.positionalArguments().isEmpty()) {
        return complain(usage(tr("A location is missing."),
                              tr("Use: crema-platform enroll-code --data DIR --location L [--user E]")));
    }
    return withDatabase(options, parts, [&](Connection &connection) {
        const auto email =
            parser.isSet(QStringLiteral("user")) ? std::optional(parser.value(QStringLiteral("user"))) : std::nullopt;
        const Result<QString> code = makeEnrolCode(connection, parser.value(QStringLiteral("location")), email,
                                                   parts.clock.now(), parts.randomness);
        if (!code)
            return complain(code.error());
        std::puts(qPrintable(*code));
        return 0;
    });
}

} // namespace crema::platform
