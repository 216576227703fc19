// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/snapshot_chunk.h"

#include <QMap>

#include <array>

namespace crema {

/// How many entities of one type there are, and what they hash to together (sync.md rule 14): the exclusive or of a
/// hash of each, so that they are added and taken away in any order, and two sides that know none of each other's
/// changes come to the same. It finds what rotted or went missing; against who forges rows there are other means.
struct TypeDigest {
    std::int64_t count = 0;
    std::array<std::uint64_t, 2> hash{}; ///< 0 where there are none

    /// `document` is the canonical JSON of the entity. Of SHA-256 over "<id> <document>", the first 16 bytes are taken.
    void add(const QUuid &id, QByteArrayView document);
    /// Another part of the same type, which has none of these entities.
    void add(const TypeDigest &other);
    /// 32 hexadecimal digits.
    [[nodiscard]] QString hashText() const;

    friend bool operator==(const TypeDigest &, const TypeDigest &) = default;
};

/// By entity type; a type that is missing has none.
using Digests = QMap<QString, TypeDigest>;

/// Whether a device compares this type: everything that a snapshot hands out but acknowledgements, which are no rows.
[[nodiscard]] bool isCompared(QStringView type);

/// The compared types in which the two differ, in the order of snapshotOrder.
[[nodiscard]] QStringList differences(const Digests &here, const Digests &there);

/// `GET /api/v1/sync/checkpoint?cursor=…`: what a device that has read up to `at` has to have.
struct Checkpoint {
    Cursor at; ///< what was asked with
    /// More has come since, so that nothing can be said of `at`: the types are empty.
    bool moved = false;
    Digests types;

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

/// `{"at":"1.7423.19","moved":false,"types":{"product":{"count":2,"hash":"<32 hexadecimal digits>"}}}`.
[[nodiscard]] QByteArray writeCheckpoint(const Checkpoint &checkpoint);
/// Errors: `json.malformed`, `feed.malformed`.
[[nodiscard]] Result<Checkpoint> readCheckpoint(QByteArrayView bytes);

} // namespace crema
