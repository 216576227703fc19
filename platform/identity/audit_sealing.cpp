// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/audit_sealing.h"

#include "models/operations/storage_failure.h"
#include "models/security/signing_key.h"
#include "models/security/tokens.h"
#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/base/worker_pool.h"
#include "platform/database/transaction.h"
#include "platform/identity/secret_places.h"

#include <prometheus/gauge.h>

#include <limits>

namespace crema::platform {
namespace {

SigningKey sealKey(Connection &connection, Randomness &randomness)
{
    const QByteArray fresh =
        toSecretColumn(connection.secrets(), SigningKey::generate(randomness).seed(), auditKeyPlace(), randomness);
    const QByteArray kept = connection.run("identity/keep_audit_key", {Param::bytes(fresh)}).bytes(0, 0);
    SigningKey key = *SigningKey::fromSeed(fromSecretColumn(connection.secrets(), kept, auditKeyPlace()));
    connection.run("identity/keep_audit_public_key", {Param::bytes(key.publicKey())});
    return key;
}

QList<auditing::ChainHead> newHeads(Transaction &transaction)
{
    const Rows rows = transaction.run("identity/list_unsealed_heads");
    QList<auditing::ChainHead> heads;
    for (int row = 0; row < rows.count(); ++row)
        heads.append({QUuid::fromString(rows.text(row, 0)), rows.number(row, 1), rows.bytes(row, 2)});
    return heads;
}

std::optional<MadeSeal> sealOnce(Transaction &transaction, const SigningKey &key, UtcTime now)
{
    transaction.run("identity/lock_audit_seals");
    AuditSeal seal{1, now, auditing::chainStart(), newHeads(transaction)};
    if (seal.heads.isEmpty())
        return std::nullopt;
    if (const Rows last = transaction.run("identity/find_last_audit_seal"); !last.isEmpty()) {
        seal.number = last.number(0, 0) + 1;
        seal.previous = sealHash(last.view(0, 1));
    }
    const QByteArray document = sealDocument(seal);
    transaction.run("identity/save_audit_seal",
                    {seal.number, Param::utf8(document), Param::bytes(key.sign(sealMessage(document)))});
    transaction.run("identity/save_sealed_heads", {Param::utf8(document)});
    transaction.commit();
    return MadeSeal{seal.number, sealHash(document), seal.heads.size()};
}

} // namespace

std::optional<MadeSeal> sealAuditTrail(Connection &connection, UtcTime now, Randomness &randomness)
{
    const SigningKey key = sealKey(connection, randomness);
    return retrying([&] {
        Transaction transaction(connection);
        return sealOnce(transaction, key, now);
    });
}

QByteArray auditSealKey(Connection &connection, Randomness &randomness)
{
    return sealKey(connection, randomness).publicKey();
}

QList<EarlierSealKey> earlierSealKeys(Connection &connection)
{
    const Rows rows = connection.run("identity/list_audit_public_keys");
    QList<EarlierSealKey> keys;
    for (int row = 1; row < rows.count(); ++row)
        keys.append({rows.number(row, 0) - 1, rows.bytes(row - 1, 1)});
    return keys;
}

QString sealText(std::int64_t number, const QByteArray &hash)
{
    return QString::number(number) + u':' + toBase64Url(hash);
}

std::int64_t countAuditEntries(Connection &connection)
{
    return connection.run("identity/count_audit_entries").number(0, 0);
}

AuditSealing::AuditSealing(const PlatformParts &parts, ConnectionPool &pool)
    : m_parts(parts), m_pool(pool),
      m_entries(parts.metrics.addGauge("crema_audit_entries",
                                       "Entries of the audit trail when it was looked at last; never fewer."))
{
    // Not known yet: 0 would say that all of them are gone.
    m_entries.Set(std::numeric_limits<double>::quiet_NaN());
    work();
}

void AuditSealing::stop()
{
    m_timer.reset();
    seal();
}

void AuditSealing::work()
{
    m_timer = m_parts.clock.after(periodMs, [this] { work(); });
    // A pool that is full has more urgent things to do; the next hour comes.
    [[maybe_unused]] const bool isPosted = m_parts.background.tryPost([this] { seal(); });
}

void AuditSealing::seal()
{
    try {
        const auto connection = m_pool.borrow();
        const auto seal = sealAuditTrail(*connection, m_parts.clock.now(), m_parts.randomness);
        const std::int64_t entries = countAuditEntries(*connection);
        m_entries.Set(static_cast<double>(entries));
        if (!seal)
            return;
        m_parts.log.write(LogLevel::Info, "audit.sealed",
                          LogFields()
                              .add("seal", QStringView(sealText(seal->number, seal->hash)))
                              .add("chains", seal->heads)
                              .add("entries", entries));
    } catch (const StorageFailure &) {
        // Whoever needs the database says that it does not answer; this is tried again in an hour.
    }
}

} // namespace crema::platform
