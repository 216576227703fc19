// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/audit_verbs.h"

#include "models/security/tokens.h"
#include "platform/database/transaction.h"
#include "platform/domain/verb_parts.h"
#include "platform/identity/audit_sealing.h"
#include "platform/identity/audit_verifier.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform", text);
}

QString verifyUsage()
{
    return tr("Use: crema-platform audit verify --data DIR [--seal NUMBER:HASH]… [--expect-at-least NUMBER]");
}

Result<NotedSeal> notedSealOf(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    bool isNumber = false;
    const qint64 number = text.left(colon).toLongLong(&isNumber);
    const auto hash = fromBase64Url(text.mid(colon + 1));
    if (colon < 1 || !isNumber || number < 1 || !hash || hash->size() != 32)
        return failure(usageProblem(tr("%1 is not a seal as the log writes it.").arg(text), verifyUsage()));
    return NotedSeal{number, *hash};
}

/// What whoever verifies knows of the trail from elsewhere.
struct Known {
    QList<NotedSeal> seals;
    std::int64_t entries = 0; ///< so many there were at least
};

Result<Known> readKnown(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption seal = valueOption("seal");
    const QCommandLineOption entries = valueOption("expect-at-least");
    parser.addOptions({seal, entries});
    if (!parser.parse(QStringList{QStringLiteral("audit")} + arguments) || !parser.positionalArguments().isEmpty())
        return failure(usageProblem(tr("These options are not known here."), verifyUsage()));
    Known known;
    if (parser.isSet(entries)) {
        bool isNumber = false;
        known.entries = parser.value(entries).toLongLong(&isNumber);
        if (!isNumber || known.entries < 1)
            return failure(
                usageProblem(tr("%1 is not a number of entries.").arg(parser.value(entries)), verifyUsage()));
    }
    const QStringList texts = parser.values(seal);
    for (const QString &text : texts) {
        const Result<NotedSeal> one = notedSealOf(text);
        if (!one)
            return failure(one.error());
        known.seals.append(*one);
    }
    return known;
}

/// The null id names the platform itself, and what is no entity.
QUuid idOf(const Rows &rows, int row, int column)
{
    return QUuid::fromString(rows.text(row, column));
}

std::optional<QUuid> optionalIdOf(const Rows &rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional(idOf(rows, row, column));
}

std::optional<QByteArray> optionalBytesOf(const Rows &rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional(rows.bytes(row, column));
}

AuditRow auditRowOf(const Rows &rows, int row)
{
    return {idOf(rows, row, 0),
            rows.number(row, 1),
            UtcTime(rows.number(row, 2)),
            optionalIdOf(rows, row, 3),
            rows.text(row, 4),
            rows.text(row, 5),
            optionalIdOf(rows, row, 6),
            optionalIdOf(rows, row, 7),
            rows.utf8(row, 8),
            rows.bytes(row, 9),
            rows.bytes(row, 10),
            optionalBytesOf(rows, row, 11),
            optionalBytesOf(rows, row, 12),
            rows.isNull(row, 13) ? std::nullopt : std::optional(rows.utf8(row, 13))};
}

std::optional<AuditFault> takeSeals(Transaction &transaction, AuditVerifier &verifier)
{
    for (std::int64_t after = 0;;) {
        const Rows rows = transaction.run("identity/list_audit_seals", {after});
        for (int row = 0; row < rows.count(); ++row) {
            if (const auto fault = verifier.take(SignedAuditSeal{rows.utf8(row, 1), rows.bytes(row, 2)}))
                return fault;
        }
        if (rows.isEmpty())
            return std::nullopt;
        after = rows.number(rows.count() - 1, 0);
    }
}

std::optional<AuditFault> takeEntries(Transaction &transaction, AuditVerifier &verifier)
{
    for (auditing::ChainHead after;;) {
        const Rows rows = transaction.run("identity/list_audit_entries", {after.chain, after.number});
        for (int row = 0; row < rows.count(); ++row) {
            if (const auto fault = verifier.take(auditRowOf(rows, row)))
                return fault;
        }
        if (rows.isEmpty())
            return verifier.end();
        after = {idOf(rows, rows.count() - 1, 0), rows.number(rows.count() - 1, 1), {}};
    }
}

QString idText(const std::optional<QUuid> &id)
{
    return id.value_or(QUuid()).toString(QUuid::WithoutBraces);
}

QString faultText(const AuditFault &fault)
{
    const QString chain =
        fault.chain.isNull() ? QStringLiteral("platform") : fault.chain.toString(QUuid::WithoutBraces);
    switch (fault.kind) {
    case AuditFault::Kind::Missing: return tr("Entry %1 of chain %2 is missing.").arg(fault.number).arg(chain);
    case AuditFault::Kind::Changed:
        return tr("Entry %1 of chain %2 was changed or moved.").arg(fault.number).arg(chain);
    case AuditFault::Kind::Columns:
        return tr("What entry %1 of chain %2 is found by does not say what the entry says.")
            .arg(fault.number)
            .arg(chain);
    case AuditFault::Kind::CutOff:
        return tr("Chain %2 was cut off: a seal names its entry %1.").arg(fault.number).arg(chain);
    case AuditFault::Kind::OtherPast:
        return tr("Chain %2 was written anew: entry %1 is not the one that was sealed.").arg(fault.number).arg(chain);
    case AuditFault::Kind::Operation:
        return tr("Operation %1 was changed: it is not the one that entry %2 of chain %3 was written for.")
            .arg(idText(fault.operation))
            .arg(fault.number)
            .arg(chain);
    case AuditFault::Kind::Words:
        return tr("What entry %1 of chain %2 says about a person was changed or deleted, and nobody erased them.")
            .arg(fault.number)
            .arg(chain);
    case AuditFault::Kind::NoOperation:
        return tr("Operation %1 is missing, which entry %2 of chain %3 was written for.")
            .arg(idText(fault.operation))
            .arg(fault.number)
            .arg(chain);
    case AuditFault::Kind::SealMissing: return tr("Seal %1 is missing.").arg(fault.number);
    case AuditFault::Kind::SealChanged: return tr("Seal %1 was changed, moved or made anew.").arg(fault.number);
    case AuditFault::Kind::SealUnsigned: return tr("Seal %1 is not signed by this platform.").arg(fault.number);
    }
    Q_UNREACHABLE();
}

Problem faultProblem(const AuditFault &fault)
{
    return {ProblemKind::Failed,
            QStringLiteral("audit.broken"),
            faultText(fault),
            tr("Somebody changed the database by other means than the platform: keep a copy of it, and look at the "
               "backups."),
            {}};
}

/// Each chain is whole, and the trail is shorter than it was: whole chains went, or the ends of some with their seals.
Problem tooFew(std::int64_t entries, std::int64_t expected)
{
    return {ProblemKind::Failed,
            QStringLiteral("audit.cut_off"),
            tr("The audit trail has %1 entries, where at least %2 are expected.").arg(entries).arg(expected),
            tr("Something was cut off, or this is an older backup. audit verify --seal finds where."),
            {}};
}

/// That one was lost is for a person to know: whoever owns the database can write such a key there.
void sayEarlier(const QList<EarlierSealKey> &keys)
{
    for (const EarlierSealKey &key : keys) {
        std::puts(qPrintable(tr("Seals up to %1 are signed by an earlier key, %2, that was replaced when it was lost.")
                                 .arg(key.lastSeal)
                                 .arg(toBase64Url(key.publicKey))));
    }
}

} // namespace

int verifyAuditTrail(const VerbOptions &options, const PlatformParts &parts)
{
    const Result<Known> known = readKnown(options.arguments);
    if (!known)
        return complainAbout(known.error());
    return withSecrets(options, parts, [&](Connection &connection) {
        const QByteArray key = auditSealKey(connection, parts.randomness);
        const QList<EarlierSealKey> earlier = earlierSealKeys(connection);
        AuditVerifier verifier(key, earlier);
        // One snapshot: entries that come meanwhile are looked at the next time.
        Transaction transaction(connection, Isolation::RepeatableRead);
        std::optional<AuditFault> fault = takeSeals(transaction, verifier);
        for (const NotedSeal &seal : known->seals)
            fault = fault ? fault : verifier.takeNoted(seal);
        if (!fault)
            fault = takeEntries(transaction, verifier);
        if (fault)
            return complainAbout(faultProblem(*fault));
        if (verifier.entries() < known->entries)
            return complainAbout(tooFew(verifier.entries(), known->entries));
        say(tr("The audit trail is whole: %1 entries in %2 chains, %3 seals.")
                .arg(verifier.entries())
                .arg(verifier.chains())
                .arg(verifier.seals()));
        sayEarlier(earlier);
        return 0;
    });
}

int sealAuditTrailNow(const VerbOptions &options, const PlatformParts &parts)
{
    if (!options.arguments.isEmpty()) {
        return complainAbout(
            usageProblem(tr("These options are not known here."), tr("Use: crema-platform audit seal --data DIR")));
    }
    return withSecrets(options, parts, [&](Connection &connection) {
        const auto seal = sealAuditTrail(connection, parts.clock.now(), parts.randomness);
        if (seal)
            say(sealText(seal->number, seal->hash));
        else
            say(tr("Nothing was added since the last seal."));
        return 0;
    });
}

} // namespace crema::platform
