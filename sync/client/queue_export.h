// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/queue_entry.h"

namespace crema::sync {

/// The queue as a file that a person keeps or hands on:
/// `{"schema":"queue-export/1","device":…,"exported_at":…,"operations":[{"operation":{…},"sequence":…,"state":…,
/// "needs_attention":…,"subject_name":…,"acknowledgement":{…}}]}`. The operations are whole, as they are sent.
[[nodiscard]] QByteArray queueExport(const QList<QueueEntry> &entries, DeviceId device, UtcTime now);

} // namespace crema::sync
