// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/money/money.h"

#include <QByteArray>
#include <QList>

namespace crema::sync {

/// What one store has not sent, for another register to send (sync.md rule 30). It carries the canonical bytes of each
/// operation, with their ids, so the platform takes each once, whoever sends it and however often.
struct UnsentExport {
    DeviceId device;
    UtcTime writtenAt;
    QList<QByteArray> operations; ///< canonical bytes, in the order they were recorded

    friend bool operator==(const UnsentExport &, const UnsentExport &) = default;
};

/// `{"device":…,"operations":["…"],"schema":"unsent-export/1","written_at":…}`; each operation is its canonical text.
[[nodiscard]] QByteArray toBytes(const UnsentExport &unsent);
/// Errors: `export.malformed`.
[[nodiscard]] Result<UnsentExport> readUnsentExport(const QByteArray &bytes);

/// What an export or an import holds, for a person.
struct UnsentSummary {
    std::int64_t operations = 0;
    std::int64_t known = 0; ///< of these, those that an import found here already
    std::int64_t sales = 0;
    Money sold; ///< what the sales come to
};

/// Currency is that of the company.
[[nodiscard]] UnsentSummary summaryOf(const QList<QByteArray> &operations, const Currency &currency);

/// So many operations would be left behind by what was to be done. `unsent.would_be_left`.
[[nodiscard]] Problem wouldBeLeft(std::int64_t operations);

} // namespace crema::sync
