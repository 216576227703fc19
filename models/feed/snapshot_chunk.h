// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/entity_types.h"
#include "models/feed/feed_row.h"

#include <array>

namespace crema {

/// The order in which a snapshot hands out entities (sync.md rule 15): staff and keys, then catalog and prices, then
/// what is open, then the rest.
inline constexpr std::array snapshotOrder{
    entity::company,       entity::location,       entity::settings, entity::registerType, entity::role,
    entity::person,        entity::taxClass,       entity::category, entity::promotion,    entity::priceList,
    entity::product,       entity::variant,        entity::shift,    entity::attention,    entity::parkedCart,
    entity::paymentIntent, entity::customer,       entity::giftCard, entity::stockLevel,   entity::sale,
    entity::cashMovement,  entity::acknowledgement};
/// With the last entity of this type selling may start.
inline constexpr QStringView lastTypeForSelling = entity::variant;

/// How far a snapshot was handed out: everything of the types before `type`, and of that one what is not after `id`.
struct SnapshotPlace {
    QString type; ///< one of snapshotOrder; empty: nothing yet
    QUuid id;

    /// Its text form is `type.id`, as in "product.0193f6a0-0000-7000-8000-000000000001"; empty at the beginning.
    [[nodiscard]] static std::optional<SnapshotPlace> fromString(QStringView text);
    [[nodiscard]] QString toString() const;

    friend bool operator==(const SnapshotPlace &, const SnapshotPlace &) = default;
};

/// A part of the platform's state as the transactions below `cut` left it. What later ones changed is missing here; the
/// feed has it, from `cut` on (ADR 022).
struct SnapshotChunk {
    QList<FeedRow> rows;
    Cursor cut;
    SnapshotPlace after; ///< what was asked with
    SnapshotPlace next;
    bool more = false;
    bool maySell = false;              ///< all that selling needs is in the chunks up to this one
    std::optional<std::int64_t> total; ///< about how many rows there are in all; with the first chunk only

    friend bool operator==(const SnapshotChunk &, const SnapshotChunk &) = default;
};

[[nodiscard]] QByteArray writeSnapshotChunk(const SnapshotChunk &chunk);
/// Errors: `json.malformed`, `feed.malformed`. As with a page, one row that does not read refuses the whole.
[[nodiscard]] Result<SnapshotChunk> readSnapshotChunk(QByteArrayView bytes);

/// The hash that comes with a chunk, as `Content-Digest` (RFC 9530).
[[nodiscard]] QByteArray contentDigest(QByteArrayView body);

} // namespace crema
