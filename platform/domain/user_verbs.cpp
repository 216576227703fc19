// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/user_verbs.h"

#include "models/base/json.h"
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/people/person_rules.h"
#include "models/security/password_rule.h"
#include "models/security/secret_hash.h"
#include "models/text/plain_text.h"
#include "platform/company/reference_writer.h"
#include "platform/company/stored_reference.h"
#include "platform/database/transaction.h"
#include "platform/domain/verb_parts.h"
#include "platform/identity/second_factor.h"
#include "platform/sync/record_rows.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <functional>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Verbs", text);
}

QString roleNames()
{
    return tr("Roles are admin, manager, barista, warehouse and office.");
}

/// The options of these verbs, read one by one.
class UserOptions
{
public:
    UserOptions(const QStringList &arguments, const QStringList &known, const QString &use)
        : m_hint(tr("Use: crema-platform %1").arg(use))
    {
        for (const QString &name : known)
            m_parser.addOption({name, {}, QStringLiteral("value")});
        m_understood =
            m_parser.parse(QStringList{QStringLiteral("user")} + arguments) && m_parser.positionalArguments().isEmpty();
    }

    [[nodiscard]] Result<QString> email() const
    {
        if (!m_understood)
            return failure(usageProblem(tr("These options are not known here."), m_hint));
        const QString email = value("email").trimmed();
        if (!email.contains(u'@'))
            return failure(usageProblem(tr("An e-mail address is missing."), m_hint));
        return email;
    }

    [[nodiscard]] Result<Role> role() const
    {
        const auto role = roleFromText(value("role"));
        if (!role)
            return failure(usageProblem(tr("A role is missing."), roleNames()));
        return *role;
    }

    [[nodiscard]] QString value(const char *name) const { return m_parser.value(QString::fromLatin1(name)); }

private:
    QCommandLineParser m_parser;
    QString m_hint;
    bool m_understood = false;
};

AuditEntry auditOf(const VerbOptions &options, const QString &action, PersonId person, UtcTime now,
                   QJsonObject document)
{
    const SubjectRef subject{QStringLiteral("person"), person.value()};
    const QString changes = QStringLiteral("changes");
    std::optional<AuditDetails> details;
    if (document.contains(changes))
        details = AuditDetails{person, {{changes, document.take(changes)}}};
    return {QUuid(),  now,          std::nullopt,       action, subject, std::nullopt,
            document, std::nullopt, options.systemUser, details};
}

QJsonObject change(const QString &field, const QJsonValue &before, const QJsonValue &after)
{
    return {{QStringLiteral("changes"),
             QJsonObject{{field, QJsonObject{{QStringLiteral("from"), before}, {QStringLiteral("to"), after}}}}}};
}

Problem unknownAddress(const QString &email)
{
    return {ProblemKind::NotFound,
            QStringLiteral("person.unknown"),
            tr("Nobody has the address %1.").arg(email),
            tr("crema-platform user list shows everybody."),
            {}};
}

Result<Person> makeUser(Connection &connection, const VerbOptions &options, const Person &made, const QString &hash,
                        UtcTime now)
{
    Transaction transaction(connection);
    if (findPerson(transaction, made.email)) {
        Problem problem = emailTakenProblem(made.email);
        problem.hint =
            tr("Nothing was changed. To change that person: crema-platform user set-password, user set-role, "
               "user disable or user enable.");
        return failure(problem);
    }
    ReferenceWriter writer(transaction);
    writer.save(made, hash, now);
    writer.finish();
    const QJsonObject values = codec::toJson(made);
    QJsonObject changes;
    for (const char *field : {"name", "email", "role", "locations"})
        changes.insert(QLatin1StringView(field),
                       QJsonObject{{QStringLiteral("to"), values.value(QLatin1StringView(field))}});
    writeAudit(transaction,
               {auditOf(options, QStringLiteral("person.create"), made.id, now,
                        {{QStringLiteral("changes"), changes}, {QStringLiteral("role"), roleText(made.role)}})});
    transaction.commit();
    return made;
}

/// What a verb does to a person: the entry for the audit trail, nothing where it changes nothing.
using Changing = std::function<std::optional<AuditEntry>(Person &person)>;

/// Finds the person, changes them and keeps that with its entry, in one transaction.
Result<Person> changeUser(Connection &connection, const QString &email, UtcTime now,
                          const std::optional<QString> &passwordHash, const Changing &changing)
{
    Transaction transaction(connection);
    transaction.run("identity/lock_admins");
    const std::optional<Person> before = lockPerson(transaction, email);
    if (!before)
        return failure(unknownAddress(email));
    Person after = *before;
    const std::optional<AuditEntry> entry = changing(after);
    if (!entry)
        return after;
    if (isActiveAdmin(*before) && !isActiveAdmin(after) && transaction.run("identity/list_admins").count() == 1)
        return failure(lastAdminProblem());
    ReferenceWriter writer(transaction);
    writer.save(after, passwordHash, now);
    writer.finish();
    writeAudit(transaction, {*entry});
    transaction.commit();
    return after;
}

int changeAndSay(const VerbOptions &options, const PlatformParts &parts, const QString &email,
                 const std::optional<QString> &passwordHash, const Changing &changing,
                 const std::function<QString(const Person &)> &sentence)
{
    return withCompany(options, parts, [&](Connection &connection) {
        const Result<Person> person =
            retrying([&] { return changeUser(connection, email, parts.clock.now(), passwordHash, changing); });
        if (!person)
            return complainAbout(person.error());
        say(sentence(*person));
        return 0;
    });
}

int setActive(const VerbOptions &options, const PlatformParts &parts, bool active)
{
    const QString use = active ? QStringLiteral("user enable --data DIR --email E")
                               : QStringLiteral("user disable --data DIR --email E");
    const Result<QString> email = UserOptions(options.arguments, {QStringLiteral("email")}, use).email();
    if (!email)
        return complainAbout(email.error());
    const UtcTime now = parts.clock.now();
    const Changing changing = [&](Person &person) -> std::optional<AuditEntry> {
        if (person.active == active)
            return std::nullopt;
        person.active = active;
        if (!active)
            person.badgeHash.clear(); // as with person.edit: a badge may lie about
        return auditOf(options, active ? QStringLiteral("person.enable") : QStringLiteral("person.disable"), person.id,
                       now, change(QStringLiteral("active"), !active, active));
    };
    return changeAndSay(options, parts, *email, std::nullopt, changing, [active](const Person &person) {
        return active ? tr("%1 may sign in, as %2.").arg(person.email, roleText(person.role))
                      : tr("%1 is disabled and signs in nowhere any more.").arg(person.email);
    });
}

QJsonObject listed(const Person &person)
{
    QJsonArray locations;
    for (const LocationId &location : person.locations)
        locations.append(location.toString());
    return {{QStringLiteral("active"), person.active},
            {QStringLiteral("email"), person.email},
            {QStringLiteral("has_pin"), !person.pinHash.isEmpty()},
            {QStringLiteral("id"), person.id.toString()},
            {QStringLiteral("locations"), locations},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("role"), roleText(person.role)}};
}

} // namespace

int createUser(const VerbOptions &options, const PlatformParts &parts)
{
    const UserOptions given(
        options.arguments,
        {QStringLiteral("email"), QStringLiteral("role"), QStringLiteral("password-file"), QStringLiteral("name")},
        QStringLiteral("user create --data DIR --email E --role R --password-file F"));
    const Result<QString> email = given.email();
    if (!email)
        return complainAbout(email.error());
    const Result<Role> role = given.role();
    if (!role)
        return complainAbout(role.error());
    Person person;
    person.email = *email;
    person.name = given.value("name").isEmpty() ? email->section(u'@', 0, 0) : given.value("name");
    person.role = *role;
    person.permissions = permissionsOf(*role);
    const Result<Person> checked = checkedPerson(person);
    if (!checked)
        return complainAbout(checked.error());
    const Result<QString> password =
        readNewPassword(given.value("password-file"), ownWordsOf(checked->name, checked->email));
    if (!password)
        return complainAbout(password.error());
    return withCompany(options, parts, [&](Connection &connection) {
        Person made = *checked;
        made.id = makeId<PersonId>(parts.clock.now(), parts.randomness);
        const QString hash = hashSecret(*password, parts.randomness);
        const Result<Person> kept =
            retrying([&] { return makeUser(connection, options, made, hash, parts.clock.now()); });
        if (!kept)
            return complainAbout(kept.error());
        say(kept->id.toString());
        return 0;
    });
}

int setUserPassword(const VerbOptions &options, const PlatformParts &parts)
{
    const UserOptions given(options.arguments, {QStringLiteral("email"), QStringLiteral("password-file")},
                            QStringLiteral("user set-password --data DIR --email E --password-file F"));
    const Result<QString> email = given.email();
    if (!email)
        return complainAbout(email.error());
    // Before anything is typed: the name is one of the words that it must not be made of.
    QString name;
    const int looked = withCompany(options, parts, [&](Connection &connection) {
        Transaction transaction(connection);
        const std::optional<Person> person = findPerson(transaction, *email);
        if (!person)
            return complainAbout(unknownAddress(*email));
        name = person->name;
        return 0;
    });
    if (looked != 0)
        return looked;
    const Result<QString> password = readNewPassword(given.value("password-file"), ownWordsOf(name, *email));
    if (!password)
        return complainAbout(password.error());
    const UtcTime now = parts.clock.now();
    const Changing changing = [&](Person &person) {
        return auditOf(options, QStringLiteral("person.set_password"), person.id, now, {});
    };
    return changeAndSay(
        options, parts, *email, hashSecret(*password, parts.randomness), changing,
        [](const Person &person) { return tr("%1 signs in with the new password.").arg(person.email); });
}

int setUserRole(const VerbOptions &options, const PlatformParts &parts)
{
    const UserOptions given(options.arguments, {QStringLiteral("email"), QStringLiteral("role")},
                            QStringLiteral("user set-role --data DIR --email E --role R"));
    const Result<QString> email = given.email();
    if (!email)
        return complainAbout(email.error());
    const Result<Role> role = given.role();
    if (!role)
        return complainAbout(role.error());
    const UtcTime now = parts.clock.now();
    const Changing changing = [&](Person &person) -> std::optional<AuditEntry> {
        if (person.role == *role && person.permissions == permissionsOf(*role))
            return std::nullopt;
        const QString before = roleText(person.role);
        person.role = *role;
        person.permissions = permissionsOf(*role);
        return auditOf(options, QStringLiteral("person.set_role"), person.id, now,
                       change(QStringLiteral("role"), before, roleText(*role)));
    };
    return changeAndSay(options, parts, *email, std::nullopt, changing, [](const Person &person) {
        return tr("%1 is %2 now.").arg(person.email, roleText(person.role));
    });
}

int disableUser(const VerbOptions &options, const PlatformParts &parts)
{
    return setActive(options, parts, false);
}

int enableUser(const VerbOptions &options, const PlatformParts &parts)
{
    return setActive(options, parts, true);
}

int removeUserTotp(const VerbOptions &options, const PlatformParts &parts)
{
    const QString use = QStringLiteral("user remove-totp --data DIR --email E");
    const Result<QString> email = UserOptions(options.arguments, {QStringLiteral("email")}, use).email();
    if (!email)
        return complainAbout(email.error());
    return withCompany(options, parts, [&](Connection &connection) {
        return retrying([&] {
            Transaction transaction(connection);
            const std::optional<Person> person = lockPerson(transaction, *email);
            if (!person)
                return complainAbout(unknownAddress(*email));
            if (removeTotp(transaction, person->id)) {
                writeAudit(transaction,
                           {auditOf(options, QStringLiteral("person.remove_totp"), person->id, parts.clock.now(), {})});
                transaction.commit();
            }
            say(tr("%1 signs in without a code, until they set up an authenticator again.").arg(*email));
            return 0;
        });
    });
}

int listUsers(const VerbOptions &options, const PlatformParts &parts)
{
    const bool asJson = options.arguments == QStringList{QStringLiteral("--json")};
    if (!options.arguments.isEmpty() && !asJson) {
        return complainAbout(usageProblem(tr("These options are not known here."),
                                          tr("Use: crema-platform %1").arg(QStringLiteral("user list [--json]"))));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        Transaction transaction(connection);
        QJsonArray items;
        for (const Person &person : listPeople(transaction)) {
            if (asJson) {
                items.append(listed(person));
                continue;
            }
            const QString use = person.active ? tr("active") : tr("disabled");
            say(QStringLiteral("%1  %2  %3  %4  %5")
                    .arg(person.email.isEmpty() ? QStringLiteral("-") : person.email, roleText(person.role), use,
                         person.id.toString(), person.name));
        }
        if (asJson) {
            const QByteArray list = json::writeCanonical(QJsonObject{
                {QStringLiteral("items"), items}, {QStringLiteral("schema"), QStringLiteral("user-list/1")}});
            say(withEscapes(QString::fromUtf8(list)));
        }
        return 0;
    });
}

} // namespace crema::platform
