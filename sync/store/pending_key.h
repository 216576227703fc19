// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/entity_rows.h"

namespace crema::sync {

/// What ties a pending operation to what may change under it: an entity that it is laid over, an entity or a code that
/// its replay reads, or the mark that its replay was refused (sync.md rule 16).
struct PendingKey {
    EntityRef ref;
    bool left = false; ///< of an entity: the platform's row holds the effect already, so it is not laid over it again

    /// Keys of entities are those that an operation changes; all others it only looks at.
    [[nodiscard]] bool isEntity() const { return EntityRows::keeps(ref.type); }
    [[nodiscard]] bool isOpen() const { return !left; }
    /// See held().
    [[nodiscard]] bool isHeld() const { return ref.type.startsWith(heldPrefix); }
    [[nodiscard]] EntityRef heldEntity() const { return {ref.type.sliced(heldPrefix.size()), ref.id}; }

    /// The replay looks at this entity, or at whether it is there.
    [[nodiscard]] static EntityRef reads(QStringView type, const QUuid &id);
    /// What reads() says.
    [[nodiscard]] std::optional<EntityRef> lookedAt() const;
    /// The replay looks for who holds this SKU, without regard to case, or this barcode.
    [[nodiscard]] static EntityRef sku(const QString &sku);
    [[nodiscard]] static EntityRef barcode(const QString &barcode);
    /// The replay was refused: anything that changes may make it possible.
    [[nodiscard]] static EntityRef refused();
    /// A sale of so large an amount that sums may have no room for it (models/selling/shift_rules.h).
    [[nodiscard]] static EntityRef largeSale();
    /// The row here holds the effect, but the platform does not have it any more: it is laid over this entity again as
    /// soon as the platform's present row of it came (sync.md rule 12).
    [[nodiscard]] static EntityRef held(const EntityRef &entity);

    static constexpr QLatin1String heldPrefix{"held."};
    static constexpr QLatin1String readsPrefix{"reads."};

    friend bool operator==(const PendingKey &, const PendingKey &) = default;
};

/// The `touched` column: pairs of type and id; the type of a key that was left begins with '-'.
[[nodiscard]] QByteArray writeKeys(const QList<PendingKey> &keys);
/// Throws StorageFailure.
[[nodiscard]] QList<PendingKey> readKeys(const QByteArray &bytes);

} // namespace crema::sync
