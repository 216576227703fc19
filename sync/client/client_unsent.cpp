// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/sealed_text.h"
#include "sync/client/client_private.h"
#include "sync/client/unsent_export.h"

#include <limits>

/// What was not sent leaves one store and goes out from another (sync.md rule 30).
namespace crema::sync {
namespace {

struct Written {
    UnsentSummary summary;
    std::int64_t last = 0; ///< number of the newest operation in it
};

QList<UnsentOperation> unsentOf(LocalStore &local)
{
    return local.queue().unsent(std::numeric_limits<qsizetype>::max());
}

QList<QByteArray> bytesOf(const QList<UnsentOperation> &operations)
{
    QList<QByteArray> bytes;
    for (const UnsentOperation &operation : operations)
        bytes.append(operation.bytes);
    return bytes;
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
    auto writing = Private::read(self, [disk, randomness, path, passphrase](LocalStore &local) -> Result<Written> {
        const QList<UnsentOperation> unsent = unsentOf(local);
        if (unsent.isEmpty())
            return failure(nothingUnsent());
        const QList<QByteArray> operations = bytesOf(unsent);
        const UnsentExport exported{local.place().device.id, local.clock().now(), operations};
        const Result<QByteArray> sealed = seal(toBytes(exported), passphrase, *randomness);
        if (!sealed)
            return failure(sealed.error());
        if (const Result<void> kept = disk->replacePrivate(path, *sealed); !kept)
            return failure(kept.error());
        return Written{summaryOf(operations, local.place().company.currency), unsent.last().number};
    });
    const Result<Written> written = co_await writing;
    if (!written)
        co_return failure(written.error());
    const UnsentSummary summary = written->summary;
    if (self->state.readOnly)
        co_return summary;
    const std::int64_t last = written->last;
    auto noting = Private::write(self, [last](LocalStore &local) -> Result<void> {
        local.noteExport(last);
        return {};
    });
    // The file is there either way. One that could not be noted is asked for again, which loses nothing.
    co_await noting;
    co_return summary;
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
