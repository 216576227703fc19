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

QString tr(const char *text, const char *note = nullptr, int count = -1)
{
    return QCoreApplication::translate("crema::platform::KeyVerbs", text, note, count);
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

void writeSecretsAudit(Transaction &transaction, UtcTime now, const QString &action, const QJsonObject &document,
                       const QString &systemUser)
{
    writeAudit(transaction, {{QUuid(),
                              now,
                              std::nullopt,
                              action,
                              {QStringLiteral("token_key"), QUuid()},
                              std::nullopt,
                              document,
                              std::nullopt,
                              systemUser}});
}

QJsonObject documentOf(const ReplacedSecrets &replaced)
{
    return {{QStringLiteral("audit_key"), replaced.auditKey},
            {QStringLiteral("authenticators"), replaced.people.size()},
            {QStringLiteral("journal_key"), replaced.journalKey},
            {QStringLiteral("token_keys"), replaced.tokenKeys}};
}

Problem noKeyFile()
{
    return usageProblem(tr("Nothing says where the key file lies."), tr("Set CREMA_SECRETS_KEY_FILE to it."));
}

QStringList linesOf(const ReplacedSecrets &replaced)
{
    if (replaced.isNothing())
        return {tr("Every key opens: nothing was replaced.")};
    QStringList lines;
    if (replaced.tokenKeys > 0)
        lines.append(tr("There is a new key of tokens: devices come in by themselves, people sign in again."));
    if (replaced.auditKey)
        lines.append(tr("There is a new key of the audit trail's seals; those of before are still checked."));
    if (replaced.journalKey)
        lines.append(tr("There is a new key that countersigns auditor's journals; keep the old one's public half."));
    for (const QString &person : replaced.people)
        lines.append(tr("%1 sets up their authenticator anew.").arg(person));
    return lines;
}

Result<ReplacedSecrets> replaceLost(Connection &connection, const VerbOptions &options, const PlatformParts &parts)
{
    return retrying([&]() -> Result<ReplacedSecrets> {
        Transaction transaction(connection);
        const UtcTime now = parts.clock.now();
        Result<ReplacedSecrets> replaced =
            replaceLostSecrets(transaction, options.secretsKeyFile, now, parts.randomness);
        if (!replaced)
            return replaced;
        if (!replaced->isNothing()) {
            writeSecretsAudit(transaction, now, QStringLiteral("token_key.replace"), documentOf(*replaced),
                              options.systemUser);
        }
        transaction.commit();
        return replaced;
    });
}

/// Makes a key, and forgets those of which no token can be good any more: all others with `endsOthers`.
Result<QByteArray> rotate(Transaction &transaction, UtcTime now, bool endsOthers, const QString &systemUser,
                          Randomness &randomness)
{
    // Who ends the others need not be able to read them.
    const QList<StoredTokenKey> before = endsOthers ? QList<StoredTokenKey>() : loadTokenKeys(transaction);
    if (endsOthers)
        transaction.run("identity/clear_signing_keys");
    const StoredTokenKey made = saveTokenKey(transaction, now, randomness);
    const Result<TokenKeyRing::Key> key = TokenKey::fromPem(made.pem);
    if (!key)
        return failure(key.error());
    if (!before.isEmpty() && before.last().createdAt.plusMs(TokenKeyRing::announcedMs + 2 * lifetimeMs) < now)
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
    return withSecrets(options, parts, [&](Connection &connection) {
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

int rotateSecretsKey(const VerbOptions &options, const PlatformParts &parts)
{
    if (!options.arguments.isEmpty()) {
        return complainAbout(usageProblem(tr("These options are not known here."),
                                          tr("Use: crema-platform keys rotate-secrets --data DIR")));
    }
    if (options.secretsKeyFile.isEmpty())
        return complainAbout(noKeyFile());
    return withDatabase(options, [&](Connection &connection) {
        const Result<int> sealed = rotateSecrets(connection, options.secretsKeyFile, parts.randomness);
        if (!sealed)
            return complainAbout(sealed.error());
        retrying([&] {
            Transaction transaction(connection);
            writeSecretsAudit(transaction, parts.clock.now(), QStringLiteral("token_key.encrypt"),
                              {{QStringLiteral("values"), *sealed}}, options.systemUser);
            transaction.commit();
        });
        std::puts(
            qPrintable(tr("%1 has a new key. Keep a copy of it apart from the backups.").arg(options.secretsKeyFile)));
        return 0;
    });
}

int replaceLostKeys(const VerbOptions &options, const PlatformParts &parts)
{
    if (!options.arguments.isEmpty()) {
        return complainAbout(
            usageProblem(tr("These options are not known here."), tr("Use: crema-platform keys replace --data DIR")));
    }
    return withDatabase(
        options, [&](Connection &connection) { return replaceLostKeysOver(connection, options, parts, stdout); });
}

int replaceLostKeysOver(Connection &connection, const VerbOptions &options, const PlatformParts &parts, std::FILE *file)
{
    if (options.secretsKeyFile.isEmpty())
        return complainAbout(noKeyFile());
    const Result<ReplacedSecrets> replaced = replaceLost(connection, options, parts);
    if (!replaced)
        return complainAbout(replaced.error());
    const QStringList lines = linesOf(*replaced);
    for (const QString &line : lines)
        std::fprintf(file, "%s\n", qPrintable(line));
    return 0;
}

} // namespace crema::platform
