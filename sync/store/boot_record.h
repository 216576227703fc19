// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/device_rows.h"
#include "sync/store/entity_rows.h"

#include <QJsonObject>

namespace crema::sync {

/// Whether a store is the one that its record was written for (sync.md rule 29).
enum class StoreOrigin {
    Same,
    Copied,   ///< another file or another machine: the first one may go on working beside it
    Restored, ///< older than what this device knew already: a backup was put in its place
};

/// A row as it was when the record was written.
struct KeptRow {
    EntityRef ref;
    QJsonObject document;

    friend bool operator==(const KeptRow &, const KeptRow &) = default;
};

/// What is known of a store outside of its database: a small file beside it, replaced as a whole. It says whether the
/// database is still the same one, and enough of the device to go on when it is damaged.
struct BootRecord {
    QByteArray machineId;
    std::optional<FileIdentity> identity;
    std::int64_t lastNumber = 0; ///< the newest operation when it was written; the journal knows the newer ones
    DeviceRow device;            ///< without cursor, last sync and clock
    /// Without which nobody sells: the company with its tax classes, the location, the register and who is signed in.
    QList<KeptRow> rows;
    bool damaged = false; ///< something did not read: the next start looks closely, and rebuilds it

    /// Whether everything but the newest number is the same: then there is nothing new to write down.
    [[nodiscard]] bool hasFactsOf(const BootRecord &other) const;

    [[nodiscard]] static QString pathFor(const QString &storePath);
    /// Nothing when there is none, or it does not read: then nothing is known.
    [[nodiscard]] static std::optional<BootRecord> read(const Disk &disk, const QString &storePath);
    /// Durably. `successor` is a file that is about to take the place of the database: read() takes it for the same one
    /// when it did. Errors: `store.write`, `store.disk_full`.
    [[nodiscard]] Result<void> write(Disk &disk, const QString &storePath,
                                     const std::optional<FileIdentity> &successor = std::nullopt) const;
};

/// Compares what the record of the last program says with what is found now. A fact that is not known tells nothing.
[[nodiscard]] StoreOrigin originOf(const BootRecord &kept, const BootRecord &found);

} // namespace crema::sync
