// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_problems.h"

#include <QCoreApplication>

namespace crema::platform {

Problem otherEpoch(std::int64_t epoch)
{
    return {ProblemKind::Conflict,
            QStringLiteral("sync.cursor_epoch"),
            QCoreApplication::translate("crema::platform::Sync", "The change feed began anew and is at epoch %1.")
                .arg(epoch),
            QCoreApplication::translate("crema::platform::Sync",
                                        "Start from the beginning of that epoch; the queue stays."),
            {{QStringLiteral("epoch"), QString::number(epoch)}}};
}

Problem aheadOfFeed()
{
    return {ProblemKind::Conflict,
            QStringLiteral("sync.cursor_ahead"),
            QCoreApplication::translate("crema::platform::Sync",
                                        "This device has seen changes that the platform does not have."),
            QCoreApplication::translate("crema::platform::Sync",
                                        "The platform's database was put back to an older state: run crema-platform "
                                        "feed renew there, then sync again. Nothing is lost on this device."),
            {}};
}

Problem cursorTooOld()
{
    return {ProblemKind::Conflict,
            QStringLiteral("sync.cursor_too_old"),
            QCoreApplication::translate("crema::platform::Sync",
                                        "This device was away for so long that the change feed cannot tell it any more "
                                        "what was deleted meanwhile."),
            QCoreApplication::translate("crema::platform::Sync", "Start from a snapshot; the queue stays."),
            {}};
}

} // namespace crema::platform
