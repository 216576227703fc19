// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <memory>

namespace crema::simulation {

class SimFiles;

/// The file system (VFS) through which SQLite reaches the files of simulated disks. It is SQLite's default once a disk
/// was made, since SQLite takes its own randomness (the salts of the log) from the default one; real stores name
/// theirs. One thread only.
class SimSqliteFileSystem
{
public:
    static constexpr const char *name = "crema-simulation";

    /// Files below `root` are those of `files` from now on.
    static void attach(const QString &root, const std::shared_ptr<SimFiles> &files);
    static void detach(const QString &root);
    /// The disk that a path lies on; null when none does.
    [[nodiscard]] static std::shared_ptr<SimFiles> filesOf(const QString &path);
};

/// Begins SQLite's randomness afresh, so that what it writes depends on the seed alone.
void seedSqlite(std::uint64_t seed);

} // namespace crema::simulation
