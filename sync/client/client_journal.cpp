// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/store/auditors_reader.h"

namespace crema::sync {

QString kindText(AuditorEntryView::Kind kind)
{
    switch (kind) {
    case AuditorEntryView::Kind::Begin: return QStringLiteral("begin");
    case AuditorEntryView::Kind::Sale: return QStringLiteral("sale");
    case AuditorEntryView::Kind::CashMovement: return QStringLiteral("cash_movement");
    case AuditorEntryView::Kind::ShiftOpen: return QStringLiteral("shift_open");
    case AuditorEntryView::Kind::ShiftClose: return QStringLiteral("shift_close");
    case AuditorEntryView::Kind::Closing: return QStringLiteral("closing");
    case AuditorEntryView::Kind::Unknown: return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

QCoro::Task<Result<QList<AuditorEntryView>>> Client::auditorsJournal(JournalFilter filter)
{
    return Private::read(d, Reading::Journal, [filter](LocalStore &local) {
        return local.read([&]() -> Result<QList<AuditorEntryView>> { return findEntries(local, filter); });
    });
}

QCoro::Task<Result<std::int64_t>> Client::exportAuditorsJournal(QString path)
{
    Disk *disk = &d->parts.disk;
    return Private::read(d, Reading::Journal, [disk, path](LocalStore &local) {
        return local.read([&]() -> Result<std::int64_t> {
            std::int64_t entries = 0;
            const QByteArray lines = journalExport(local, entries);
            if (disk->exists(path))
                disk->remove(path);
            if (const Result<void> written = disk->writePrivate(path, lines); !written)
                return failure(written.error());
            return entries;
        });
    });
}

} // namespace crema::sync
