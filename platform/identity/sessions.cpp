// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/sessions.h"

#include "models/base/sha256.h"
#include "models/base/uuid7.h"
#include "models/security/tokens.h"
#include "platform/company/config_service.h"
#include "platform/identity/stored_person.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>

namespace crema::platform {
namespace {

/// Longer than an access token lives.
constexpr std::int64_t keptAfterErasureMs = 60ll * 60 * 1000;

constexpr qsizetype tokenLength = 32;

Problem replayed()
{
    return {
        ProblemKind::NotSignedIn,
        QStringLiteral("session.replayed"),
        QCoreApplication::translate("crema::platform::Sessions",
                                    "This session was used from two places, so it was ended."),
        QCoreApplication::translate("crema::platform::Sessions", "Sign in again, and tell whoever runs the platform."),
        {}};
}

QByteArray textOf(const QByteArray &bytes)
{
    return toBase64Url(bytes).toLatin1();
}

/// Only who has the token and the salt makes it: neither a copy of the database nor an old token is enough.
QByteArray successorOf(const QByteArray &token, const QByteArray &salt)
{
    return textOf(QMessageAuthenticationCode::hash(token, salt, QCryptographicHash::Sha256));
}

struct LockedSession {
    SessionId id;
    DeviceId device;
    bool isOver = false;
    UtcTime endsAt;
    Person person;
};

std::optional<LockedSession> lockSessionOf(Transaction &transaction, const QByteArray &hash, UtcTime now)
{
    const Rows found = transaction.run("identity/find_refresh_token", {Param::bytes(hash)});
    if (found.isEmpty())
        return std::nullopt;
    const SessionId id(found.uuid(0, 0));
    const Rows rows = transaction.run("identity/lock_session", {id});
    if (rows.isEmpty())
        return std::nullopt;
    const Person person = storedPerson(rows, 0, 3, 4);
    const UtcTime endsAt(rows.number(0, 2));
    return LockedSession{id, DeviceId(rows.uuid(0, 0)), rows.boolean(0, 1) || endsAt <= now || !person.active, endsAt,
                         person};
}

void endReplayed(Transaction &transaction, const LockedSession &session, DeviceId device, UtcTime now,
                 std::optional<QUuid> requestId)
{
    endSession(transaction, session.id, SessionEnd::Replayed, now);
    writeAudit(transaction, {{device.value(),
                              now,
                              session.person.id,
                              QStringLiteral("session.replay"),
                              {QStringLiteral("session"), session.id.value()},
                              std::nullopt,
                              {{QStringLiteral("device"), session.device.toString()},
                               {QStringLiteral("person"), session.person.id.toString()}},
                              requestId}});
}

void endEarlier(Transaction &transaction, PersonId person, DeviceId device, UtcTime now, std::optional<QUuid> requestId)
{
    const QString why = sessionEndText(SessionEnd::SignedInAgain);
    const Rows ended = transaction.run("identity/end_earlier_session", {person, device, now, why});
    QList<AuditEntry> entries;
    for (int row = 0; row < ended.count(); ++row) {
        entries.append({device.value(),
                        now,
                        person,
                        QStringLiteral("session.end_earlier"),
                        {QStringLiteral("session"), ended.uuid(row, 0)},
                        std::nullopt,
                        {{QStringLiteral("person"), person.toString()}, {QStringLiteral("why"), why}},
                        requestId});
    }
    if (!entries.isEmpty())
        writeAudit(transaction, entries);
}

/// What follows the token; nothing when it was used too long ago.
std::optional<QByteArray> follow(Transaction &transaction, const QByteArray &token, const QByteArray &hash,
                                 SessionId session, UtcTime now, Randomness &randomness)
{
    const Rows rows = transaction.run("identity/load_refresh_token", {Param::bytes(hash)});
    if (!rows.isNull(0, 0)) {
        const bool isInGrace = now.msSinceEpoch() - rows.number(0, 0) <= refreshGraceMs;
        return isInGrace ? std::optional(successorOf(token, rows.bytes(0, 1))) : std::nullopt;
    }
    const QByteArray salt = randomBytes(tokenLength, randomness);
    const QByteArray successor = successorOf(token, salt);
    transaction.run("identity/use_refresh_token", {Param::bytes(hash), now, Param::bytes(salt)});
    transaction.run("identity/save_refresh_token", {Param::bytes(sha256(successor)), session});
    transaction.run("identity/touch_session", {session, now});
    return successor;
}

} // namespace

Problem sessionEnded()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("session.ended"),
            QCoreApplication::translate("crema::platform::Sessions", "This session has ended."),
            QCoreApplication::translate("crema::platform::Sessions", "Sign in again."),
            {}};
}

QString sessionEndText(SessionEnd why)
{
    switch (why) {
    case SessionEnd::SignedOut: return QStringLiteral("signed_out");
    case SessionEnd::SignedInAgain: return QStringLiteral("signed_in_again");
    case SessionEnd::EndedByAnother: return QStringLiteral("ended_by_another");
    case SessionEnd::Replayed: return QStringLiteral("replayed");
    case SessionEnd::PasswordSet: return QStringLiteral("password_set");
    case SessionEnd::PersonDisabled: return QStringLiteral("person_disabled");
    case SessionEnd::DeviceRevoked: return QStringLiteral("device_revoked");
    }
    Q_UNREACHABLE();
}

std::int64_t sessionLifetimeMs(const SettingValues &settings)
{
    return settings.number(shop_setting::sessionDays) * 24 * 60 * 60 * 1000;
}

SessionGrant beginSession(Transaction &transaction, PersonId person, DeviceId device, UtcTime now,
                          Randomness &randomness, std::optional<QUuid> requestId)
{
    const SessionGrant grant{makeId<SessionId>(now, randomness), textOf(randomBytes(tokenLength, randomness)),
                             now.plusMs(sessionLifetimeMs(loadSettings(transaction)))};
    transaction.run("identity/delete_old_sessions", {now});
    endEarlier(transaction, person, device, now, requestId);
    transaction.run("identity/save_session", {grant.session, person, device, now, grant.endsAt});
    transaction.run("identity/save_refresh_token", {Param::bytes(sha256(grant.refreshToken)), grant.session});
    return grant;
}

Result<RefreshedSession> refreshSession(Connection &connection, const QByteArray &token, DeviceId device, UtcTime now,
                                        Randomness &randomness, std::optional<QUuid> requestId)
{
    return retrying([&]() -> Result<RefreshedSession> {
        Transaction transaction(connection);
        const QByteArray hash = sha256(token);
        const std::optional<LockedSession> session = lockSessionOf(transaction, hash, now);
        if (!session || session->isOver)
            return failure(sessionEnded());
        std::optional<QByteArray> successor;
        if (session->device == device)
            successor = follow(transaction, token, hash, session->id, now, randomness);
        if (!successor)
            endReplayed(transaction, *session, device, now, requestId);
        transaction.commit();
        if (!successor)
            return failure(replayed());
        return RefreshedSession{{session->id, *successor, session->endsAt}, session->person};
    });
}

QList<PersonSession> listSessions(Transaction &transaction, const std::optional<PersonId> &person, UtcTime now)
{
    const Rows rows = transaction.run("identity/list_sessions", {person, now});
    QList<PersonSession> sessions;
    for (int row = 0; row < rows.count(); ++row) {
        sessions.append({SessionId(rows.uuid(row, 0)), PersonId(rows.uuid(row, 1)), rows.text(row, 2),
                         DeviceId(rows.uuid(row, 3)), rows.text(row, 4), rows.text(row, 5),
                         UtcTime(rows.number(row, 6)), UtcTime(rows.number(row, 7)), UtcTime(rows.number(row, 8))});
    }
    return sessions;
}

std::optional<PersonId> ownerOfSession(Transaction &transaction, SessionId session, UtcTime now)
{
    const Rows rows = transaction.run("identity/find_session", {session, now});
    return rows.isEmpty() ? std::nullopt : std::optional(PersonId(rows.uuid(0, 0)));
}

bool endSession(Transaction &transaction, SessionId session, SessionEnd why, UtcTime now)
{
    return transaction.run("identity/end_session", {session, now, sessionEndText(why)}).affected() == 1;
}

void endSessionsOf(Transaction &transaction, PersonId person, SessionEnd why, UtcTime now,
                   const std::optional<SessionId> &kept)
{
    transaction.run("identity/end_sessions_of_person", {person, now, sessionEndText(why), kept});
}

void endSessionsOf(Transaction &transaction, DeviceId device, SessionEnd why, UtcTime now)
{
    transaction.run("identity/end_sessions_of_device", {device, now, sessionEndText(why)});
}

void eraseAccount(Transaction &transaction, PersonId person, UtcTime now)
{
    transaction.run("identity/erase_account",
                    {person, now, sessionEndText(SessionEnd::PersonDisabled), now.plusMs(keptAfterErasureMs)});
}

} // namespace crema::platform
