// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/secrets_key.h"

#include "models/operations/storage_failure.h"
#include "models/security/signing_key.h"
#include "platform/identity/audit_sealing.h"
#include "platform/identity/secret_places.h"
#include "platform/identity/stored_token_keys.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::platform {
namespace {

/// A tenth of a second lies between two.
constexpr int sessionLooks = 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::SecretColumns", text);
}

/// One value in one of the columns.
struct Stored {
    enum class Kind { TokenKey, Authenticator, AuditKey, JournalKey };
    Kind kind = Kind::TokenKey;
    QByteArray key; ///< of its row, as text; empty where there is one row
    QByteArray value;
    QByteArray place;
    QString whose = {}; ///< of an authenticator
};

QList<Stored> allSecrets(Transaction &transaction)
{
    using Kind = Stored::Kind;
    QList<Stored> all;
    const Rows keys = transaction.run("identity/list_signing_key_texts");
    for (int row = 0; row < keys.count(); ++row)
        all.append({Kind::TokenKey, keys.utf8(row, 0), keys.utf8(row, 1), tokenKeyPlace(keys.utf8(row, 0))});
    const Rows secrets = transaction.run("identity/list_totp_secrets");
    for (int row = 0; row < secrets.count(); ++row) {
        const auto person = PersonId::fromString(secrets.text(row, 0));
        all.append({Kind::Authenticator, secrets.utf8(row, 0), secrets.bytes(row, 1), totpPlace(*person),
                    secrets.text(row, 2)});
    }
    if (const Rows seed = transaction.run("identity/load_audit_key"); !seed.isEmpty())
        all.append({Kind::AuditKey, {}, seed.bytes(0, 0), auditKeyPlace()});
    if (const Rows seed = transaction.run("sync/load_journal_key"); !seed.isEmpty())
        all.append({Kind::JournalKey, {}, seed.bytes(0, 0), journalKeyPlace()});
    return all;
}

void store(Transaction &transaction, const Stored &stored, const QByteArray &sealed)
{
    switch (stored.kind) {
    case Stored::Kind::TokenKey:
        transaction.run("identity/seal_signing_key", {Param::utf8(stored.key), Param::utf8(sealed)});
        return;
    case Stored::Kind::Authenticator:
        transaction.run("identity/seal_totp", {Param::utf8(stored.key), Param::bytes(sealed)});
        return;
    case Stored::Kind::AuditKey: transaction.run("identity/seal_audit_key", {Param::bytes(sealed)}); return;
    case Stored::Kind::JournalKey: transaction.run("sync/seal_journal_key", {Param::bytes(sealed)}); return;
    }
    Q_UNREACHABLE();
}

void takeAway(Transaction &transaction, const Stored &stored)
{
    switch (stored.kind) {
    case Stored::Kind::TokenKey: transaction.run("identity/delete_signing_key", {Param::utf8(stored.key)}); return;
    case Stored::Kind::Authenticator: transaction.run("identity/delete_totp", {Param::utf8(stored.key)}); return;
    case Stored::Kind::AuditKey: transaction.run("identity/delete_audit_key"); return;
    case Stored::Kind::JournalKey: transaction.run("sync/delete_journal_key"); return;
    }
    Q_UNREACHABLE();
}

bool doesNotOpen(const Stored &stored, const SecretColumns *secrets)
{
    return SecretColumns::isSealed(stored.value) && !(secrets && secrets->open(stored.value, stored.place));
}

bool opensAll(const QList<Stored> &all, const SecretColumns *secrets)
{
    return std::ranges::none_of(all, [secrets](const Stored &stored) { return doesNotOpen(stored, secrets); });
}

/// The key in the file, or the one that a rotation left beside it after it had sealed all with that; nothing where no
/// key is there and none is needed. Nobody else changes what is sealed meanwhile.
Result<SecretsKey> keyThatOpens(const QList<Stored> &all, const QString &path)
{
    const Result<SecretsKey> key = readSecretsKey(path);
    if (!key || (opensAll(all, key->get())))
        return key;
    const Result<SecretsKey> next = readSecretsKey(nextSecretsKeyPath(path));
    if (!next || !*next || !opensAll(all, next->get()))
        return failure(secretsKeyProblem());
    if (const Result<void> taken = takeNextSecretsKey(path); !taken)
        return failure(taken.error());
    return next;
}

void sealWhatIsClear(Transaction &transaction, const QList<Stored> &all, const SecretColumns &secrets,
                     Randomness &randomness)
{
    for (const Stored &stored : all) {
        if (!SecretColumns::isSealed(stored.value))
            store(transaction, stored, secrets.seal(stored.value, stored.place, randomness));
    }
}

// Here and not at the first use, so that whoever uses them only reads.
void makeMissingSeeds(Transaction &transaction, Randomness &randomness)
{
    (void)auditSealKey(transaction.connection(), randomness);
    const QByteArray seed = SigningKey::generate(randomness).seed();
    const SecretColumns *secrets = transaction.connection().secrets();
    transaction.run("sync/keep_journal_key",
                    {Param::bytes(toSecretColumn(secrets, seed, journalKeyPlace(), randomness))});
}

Result<void> prepareOnce(Transaction &transaction, const QString &path, Randomness &randomness)
{
    // A node that starts beside this one waits.
    transaction.run("identity/lock_signing_key");
    const QList<Stored> all = allSecrets(transaction);
    Result<SecretsKey> key = keyThatOpens(all, path);
    // A key that is lost is not replaced by a new one: what the old one sealed would look damaged.
    if (key && !*key && !path.isEmpty())
        key = makeSecretsKey(path, randomness);
    if (!key)
        return failure(key.error());
    transaction.connection().setSecrets(*key);
    if (!*key)
        return {};
    sealWhatIsClear(transaction, all, **key, randomness);
    makeMissingSeeds(transaction, randomness);
    return {};
}

Problem inUse()
{
    return {ProblemKind::Conflict,
            QStringLiteral("secrets.in_use"),
            tr("A platform works with this database, and holds the key that is to be changed."),
            tr("Stop every platform of this database, change the key, and start them again."),
            {}};
}

/// Whoever starts now waits; false when somebody did before. A session that has just ended is listed a moment longer.
bool lockAlone(Transaction &transaction)
{
    transaction.run("identity/lock_signing_key");
    for (int look = 1; transaction.run("database/count_other_sessions").number(0, 0) > 0; ++look) {
        if (look == sessionLooks)
            return false;
        transaction.run("database/wait_for_sessions");
    }
    return true;
}

/// How many values have the next key now.
Result<int> sealAnew(Transaction &transaction, const QString &path, Randomness &randomness)
{
    if (!lockAlone(transaction))
        return failure(inUse());
    const SecretColumns &old = *transaction.connection().secrets();
    const Result<SecretsKey> next = makeSecretsKey(nextSecretsKeyPath(path), randomness);
    if (!next)
        return failure(next.error());
    const QList<Stored> all = allSecrets(transaction);
    for (const Stored &stored : all) {
        const QByteArray value = fromSecretColumn(&old, stored.value, stored.place);
        store(transaction, stored, (*next)->seal(value, stored.place, randomness));
    }
    return static_cast<int>(all.size());
}

} // namespace

bool lacksSecretsKey(Connection &connection)
{
    Transaction transaction(connection);
    return !opensAll(allSecrets(transaction), connection.secrets());
}

Result<void> prepareSecrets(Connection &connection, const QString &path, Randomness &randomness)
{
    return retrying([&]() -> Result<void> {
        Transaction transaction(connection);
        Result<void> prepared = prepareOnce(transaction, path, randomness);
        if (prepared)
            transaction.commit();
        return prepared;
    });
}

Result<int> rotateSecrets(Connection &connection, const QString &path, Randomness &randomness)
{
    if (const Result<void> prepared = prepareSecrets(connection, path, randomness); !prepared)
        return failure(prepared.error());
    const Result<int> sealed = retrying([&]() -> Result<int> {
        Transaction transaction(connection);
        Result<int> count = sealAnew(transaction, path, randomness);
        if (count)
            transaction.commit();
        return count;
    });
    if (!sealed)
        return sealed;
    return takeNextSecretsKey(path).and_then([&] { return readSecretsKey(path); }).map([&](const SecretsKey &key) {
        connection.setSecrets(key);
        return *sealed;
    });
}

Result<ReplacedSecrets> replaceLostSecrets(Transaction &transaction, const QString &path, UtcTime now,
                                           Randomness &randomness)
{
    if (!lockAlone(transaction))
        return failure(inUse());
    const QList<Stored> all = allSecrets(transaction);
    Result<SecretsKey> key = keyThatOpens(all, path);
    if (!key)
        key = readSecretsKey(path);
    if (key && !*key)
        key = makeSecretsKey(path, randomness);
    if (!key)
        return failure(key.error());
    transaction.connection().setSecrets(*key);
    ReplacedSecrets replaced;
    for (const Stored &stored : all) {
        if (!doesNotOpen(stored, key->get()))
            continue;
        takeAway(transaction, stored);
        switch (stored.kind) {
        case Stored::Kind::TokenKey: ++replaced.tokenKeys; break;
        case Stored::Kind::Authenticator: replaced.people.append(stored.whose); break;
        case Stored::Kind::AuditKey: replaced.auditKey = true; break;
        case Stored::Kind::JournalKey: replaced.journalKey = true; break;
        }
    }
    sealWhatIsClear(transaction, allSecrets(transaction), **key, randomness);
    makeMissingSeeds(transaction, randomness);
    if (loadTokenKeys(transaction).isEmpty())
        saveTokenKey(transaction, now, randomness);
    return replaced;
}

} // namespace crema::platform
