// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

#include <QByteArray>
#include <QString>

namespace crema::sync {

/// A file system (VFS) for SQLite that lies over another one and encrypts what stores write (ADR 039): pages of the
/// database, of the log and of a rollback journal, each by itself and with room for nonce and tag at its end. What only
/// this process needs for a moment, as statement journals, never reaches a disk. A database that was made in clear is
/// read and written in clear until it is converted.
class VaultFileSystem
{
public:
    static constexpr int pageBytes = 4'096;

    /// How the file of a database begins.
    enum class Form {
        Empty,   ///< there is none, or it holds nothing yet
        Clear,   ///< a database that is not encrypted
        Sealed,  ///< encrypted
        Unknown, ///< nothing that is known: damaged, or none of ours
    };
    /// `start` are the first bytes of a file, some 100 of them.
    [[nodiscard]] static Form formOf(QByteArrayView start);
    /// Which key a sealed file was written with, as StoreCipher::fingerprintOf() has it.
    [[nodiscard]] static QByteArray fingerprintIn(QByteArrayView start);

    /// The first bytes of a database on the file system called `base`; empty when there is none.
    [[nodiscard]] static QByteArray startOf(const char *base, const QString &path);

    /// The name of this file system over the one called `base`.
    [[nodiscard]] static const char *over(const char *base);
    /// Files at `storePath`, and those beside it whose names begin with it, are read and written under `key` of 32
    /// bytes. `randomness` outlives that.
    static void unlock(const char *base, const QString &storePath, const QByteArray &key, Randomness &randomness);
    static void lock(const char *base, const QString &storePath);

    /// A file control (sqlite3_file_control) that answers through an int how many bytes of each page are not SQLite's.
    static constexpr int controlReserve = 0x43524501;
};

} // namespace crema::sync
