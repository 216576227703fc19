// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/session_verbs.h"

#include "platform/company/stored_reference.h"
#include "platform/domain/verb_parts.h"
#include "platform/identity/sessions.h"
#include "platform/sync/record_rows.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::SessionVerbs", text);
}

QString endedText(int count)
{
    return QCoreApplication::translate("crema::platform::SessionVerbs",
                                       "%n session(s) ended; it takes some seconds until all notice.", nullptr, count);
}

/// What these verbs are about: a session, everything of a person, or everybody.
struct Wanted {
    std::optional<SessionId> session;
    std::optional<QString> email;
};

/// Nothing when the arguments cannot be read.
std::optional<Wanted> readWanted(const VerbOptions &options)
{
    QCommandLineParser parser;
    parser.addOption(valueOption("email"));
    if (!parser.parse(QStringList{QStringLiteral("session")} + options.arguments))
        return std::nullopt;
    Wanted wanted;
    if (parser.isSet(QStringLiteral("email")))
        wanted.email = parser.value(QStringLiteral("email")).trimmed();
    const QStringList ids = parser.positionalArguments();
    if (ids.isEmpty())
        return wanted;
    wanted.session = SessionId::fromString(ids.first());
    return ids.size() == 1 && wanted.session && !wanted.email ? std::optional(wanted) : std::nullopt;
}

tl::unexpected<Problem> unknownAddress(const QString &email)
{
    return failure(ProblemKind::NotFound, QStringLiteral("person.unknown"), tr("Nobody has the address %1.").arg(email),
                   tr("crema-platform user list shows everybody."));
}

/// Those that go on, of one person or of everybody.
Result<QList<PersonSession>> listed(Transaction &transaction, const std::optional<QString> &email, UtcTime now)
{
    if (!email)
        return listSessions(transaction, std::nullopt, now);
    const std::optional<Person> person = findPerson(transaction, *email);
    if (!person)
        return unknownAddress(*email);
    return listSessions(transaction, person->id, now);
}

/// Whose session each one is that is meant.
Result<QList<std::pair<SessionId, PersonId>>> meant(Transaction &transaction, const Wanted &wanted, UtcTime now)
{
    QList<std::pair<SessionId, PersonId>> sessions;
    if (wanted.session) {
        const std::optional<PersonId> owner = ownerOfSession(transaction, *wanted.session, now);
        if (!owner) {
            return failure(ProblemKind::NotFound, QStringLiteral("session.unknown"), tr("There is no such session."),
                           tr("crema-platform session list shows those that go on."));
        }
        sessions.append({*wanted.session, *owner});
        return sessions;
    }
    const Result<QList<PersonSession>> all = listed(transaction, wanted.email, now);
    if (!all)
        return failure(all.error());
    for (const PersonSession &session : *all)
        sessions.append({session.id, session.person});
    return sessions;
}

/// How many.
Result<int> endThem(Connection &connection, const Wanted &wanted, const QString &systemUser, UtcTime now)
{
    return retrying([&]() -> Result<int> {
        Transaction transaction(connection);
        const auto sessions = meant(transaction, wanted, now);
        if (!sessions)
            return failure(sessions.error());
        QList<AuditEntry> entries;
        for (const auto &[session, person] : *sessions) {
            if (!endSession(transaction, session, SessionEnd::EndedByAnother, now))
                continue;
            entries.append({QUuid(),
                            now,
                            std::nullopt,
                            QStringLiteral("session.end"),
                            {QStringLiteral("session"), session.value()},
                            std::nullopt,
                            {{QStringLiteral("person"), person.toString()},
                             {QStringLiteral("why"), sessionEndText(SessionEnd::EndedByAnother)}},
                            std::nullopt,
                            systemUser});
        }
        writeAudit(transaction, entries);
        transaction.commit();
        return static_cast<int>(entries.size());
    });
}

} // namespace

int listSessionsVerb(const VerbOptions &options, const PlatformParts &parts)
{
    const std::optional<Wanted> wanted = readWanted(options);
    if (!wanted || wanted->session) {
        return complainAbout(
            usageProblem(tr("These options are not known here."),
                         tr("Use: crema-platform %1").arg(QStringLiteral("session list --data DIR [--email E]"))));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        Transaction transaction(connection);
        const Result<QList<PersonSession>> sessions = listed(transaction, wanted->email, parts.clock.now());
        if (!sessions)
            return complainAbout(sessions.error());
        for (const PersonSession &session : *sessions) {
            say(QStringLiteral("%1  %2  %3  %4  %5")
                    .arg(session.id.toString(), session.registerText, session.usedAt.toString(),
                         session.endsAt.toString(), session.personName));
        }
        return 0;
    });
}

int endSessionVerb(const VerbOptions &options, const PlatformParts &parts)
{
    const std::optional<Wanted> wanted = readWanted(options);
    if (!wanted || (!wanted->session && !wanted->email)) {
        return complainAbout(
            usageProblem(tr("The session is missing."),
                         tr("Use: crema-platform %1").arg(QStringLiteral("session end ID|--email E --data DIR"))));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const Result<int> ended = endThem(connection, *wanted, options.systemUser, parts.clock.now());
        if (!ended)
            return complainAbout(ended.error());
        say(endedText(*ended));
        return 0;
    });
}

} // namespace crema::platform
