// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/sealed_text.h"
#include "sync/client/client_private.h"
#include "sync/client/unsent_export.h"

#include <limits>

/// What was not sent leaves one store and goes out from another (sync.md rule 30).
namespace crema::sync {
namespace {

QList<QByteArray> unsentOf(LocalStore &local)
{
    QList<QByteArray> operations;
    const QList<UnsentOperation> unsent = local.queue().unsent(std::numeric_limits<qsizetype>::max());
    for (const UnsentOperation &operation : unsent)
        operations.append(operation.bytes);
    return operations;
}

Problem nothingUnsent()
{
    return {ProblemKind::Invalid,
            QStringLiteral("export.empty"),
            Client::tr("Everything of this device was sent, so there is nothing to export."),
            Client::tr("Nothing has to be done."),
            {}};
}

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("device.not_enrolled"),
            Client::tr("This device is not enrolled, so it cannot send for another."),
            Client::tr("Import the file on a register that is enrolled."),
            {}};
}

} // namespace

QCoro::Task<Result<UnsentSummary>> Client::exportUnsent(QString path, QString passphrase)
{
    const auto self = d;
    Disk *disk = &self->parts.disk;
    Randomness *randomness = &self->parts.randomness;
    return Private::read(self, [disk, randomness, path, passphrase](LocalStore &local) -> Result<UnsentSummary> {
        const QList<QByteArray> operations = unsentOf(local);
        if (operations.isEmpty())
            return failure(nothingUnsent());
        const UnsentExport unsent{local.place().device.id, local.clock().now(), operations};
        const Result<QByteArray> sealed = seal(toBytes(unsent), passphrase, *randomness);
        if (!sealed)
            return failure(sealed.error());
        if (const Result<void> written = disk->replacePrivate(path, *sealed); !written)
            return failure(written.error());
        return summaryOf(operations, local.place().company.currency);
    });
}

QCoro::Task<Result<UnsentSummary>> Client::importUnsent(QString path, QString passphrase)
{
    const auto self = d;
    Disk *disk = &self->parts.disk;
    return Private::write(self, [disk, path, passphrase](LocalStore &local) -> Result<UnsentSummary> {
        if (!local.place().device.enrolled())
            return failure(notEnrolled());
        const auto unsent = disk->read(path)
                                .and_then([&](const QByteArray &bytes) { return unseal(bytes, passphrase); })
                                .and_then([](const QByteArray &text) { return readUnsentExport(text); });
        if (!unsent)
            return failure(unsent.error());
        UnsentSummary summary = summaryOf(unsent->operations, local.place().company.currency);
        for (const QByteArray &operation : unsent->operations) {
            const Result<bool> added = local.bringIn(operation);
            if (!added)
                return failure(added.error());
            summary.known += *added ? 0 : 1;
        }
        return summary;
    });
}

} // namespace crema::sync
