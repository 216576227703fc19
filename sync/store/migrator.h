// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.h"

namespace crema::sync {

/// Brings a store to the schema of this program (sync.md rule 25): numbered files in sync/sql/migrations, never edited.
class Migrator
{
public:
    /// `upTo` stops at an older version; tests make old stores with it. 0 means the newest.
    explicit Migrator(Database &database, Disk &disk, int upTo = 0);

    /// The version of the newest migration in this program.
    [[nodiscard]] static int newestVersion();
    /// 0 for an empty file.
    [[nodiscard]] static int versionOf(Database &database);
    /// Whether the file is a store at all, of whatever version.
    [[nodiscard]] static bool isStore(Database &database);
    /// Where the copy from before the migration to `version` lies.
    [[nodiscard]] static QString backupPath(const QString &storePath, int version);

    /// An existing store is copied first (`<path>.before-<version>`) and checked; everything happens in one
    /// transaction. Errors: `store.foreign`, `store.damaged`, `store.disk_full`. Throws nothing.
    [[nodiscard]] Result<void> migrate();

private:
    void backUp(int version);
    void apply(int version);

    Database &m_database;
    Disk &m_disk;
    int m_upTo;
};

} // namespace crema::sync
