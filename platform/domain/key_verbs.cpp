// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/key_verbs.h"

#include "platform/domain/verb_parts.h"
#include "platform/identity/stored_token_keys.h"
#include "platform/sync/record_rows.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace crema::platform {
namespace {

constexpr std::int64_t lifetimeMs = AccessTokens::lifetimeS * 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::KeyVerbs", text);
}

void writeKeyAudit(Transaction &transaction, UtcTime now, const QByteArray &id, bool endsOthers,
                   const QString &systemUser)
{
    writeAudit(transaction,
               {{QUuid(),
                 now,
                 std::nullopt,
                 QStringLiteral("token_key.rotate"),
                 {QStringLiteral("token_key"), QUuid()},
                 std::nullopt,
                 {{QStringLiteral("key"), QString::fromLatin1(id)}, {QStringLiteral("ends_others"), endsOthers}},
                 std::nullopt,
                 systemUser}});
}

/// Makes a key, and forgets those of which no token can be good any more: all others with `endsOthers`.
Result<QByteArray> rotate(Transaction &transaction, UtcTime now, bool endsOthers, const QString &systemUser,
                          Randomness &randomness)
{
    const QList<StoredTokenKey> before = loadTokenKeys(transaction);
    const StoredTokenKey made = saveTokenKey(transaction, now, randomness);
    const Result<TokenKeyRing::Key> key = TokenKey::fromPem(made.pem);
    if (!key)
        return failure(key.error());
    if (endsOthers)
        transaction.run("identity/delete_other_signing_keys", {Param::utf8(made.pem)});
    else if (!before.isEmpty() && before.last().createdAt.plusMs(TokenKeyRing::announcedMs + 2 * lifetimeMs) < now)
        transaction.run("identity/delete_signing_keys", {before.last().createdAt});
    writeKeyAudit(transaction, now, (*key)->id(), endsOthers, systemUser);
    return (*key)->id();
}

} // namespace

int listTokenKeys(const VerbOptions &options, const PlatformParts &parts)
{
    if (!options.arguments.isEmpty()) {
        return complainAbout(
            usageProblem(tr("These options are not known here."), tr("Use: crema-platform keys list --data DIR")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        Transaction transaction(connection);
        const UtcTime now = parts.clock.now();
        const QList<StoredTokenKey> keys = loadTokenKeys(transaction);
        if (keys.isEmpty())
            return 0;
        const auto ring = TokenKeyRing::make(keys, now, lifetimeMs);
        if (!ring)
            return complainAbout(ring.error());
        for (const StoredTokenKey &stored : keys) {
            const Result<TokenKeyRing::Key> key = TokenKey::fromPem(stored.pem);
            if (!key)
                return complainAbout(key.error());
            const QByteArray id = (*key)->id();
            QString use = tr("has ended");
            if ((*ring)->signer(now)->id() == id)
                use = tr("signs");
            else if ((*ring)->find(id, now))
                use = stored.createdAt.plusMs(TokenKeyRing::announcedMs) > now ? tr("signs soon") : tr("is believed");
            say(QStringLiteral("%1  %2  %3").arg(QString::fromLatin1(id), stored.createdAt.toString(), use));
        }
        return 0;
    });
}

int rotateTokenKeys(const VerbOptions &options, const PlatformParts &parts)
{
    QCommandLineParser parser;
    const QCommandLineOption atOnce(QStringLiteral("now"));
    parser.addOption(atOnce);
    if (!parser.parse(QStringList{QStringLiteral("keys")} + options.arguments) ||
        !parser.positionalArguments().isEmpty()) {
        return complainAbout(usageProblem(tr("These options are not known here."),
                                          tr("Use: crema-platform keys rotate --data DIR [--now]")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const Result<QByteArray> id = retrying([&] {
            Transaction transaction(connection);
            transaction.run("identity/lock_signing_key");
            Result<QByteArray> made =
                rotate(transaction, parts.clock.now(), parser.isSet(atOnce), options.systemUser, parts.randomness);
            if (made)
                transaction.commit();
            return made;
        });
        if (!id)
            return complainAbout(id.error());
        say(QString::fromLatin1(*id));
        return 0;
    });
}

} // namespace crema::platform
