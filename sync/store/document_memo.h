// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/documents.h"

#include <array>

namespace crema::sync {

/// Remembers what the last documents read as. The same bytes always read as the same entity, so nothing here can be
/// out of date; a sale reads its shift and each of its articles more than once.
template<class Entity>
class DocumentMemo
{
public:
    explicit DocumentMemo(Result<Entity> (*read)(const QJsonObject &)) : m_read(read) {}

    /// The entity of a document column. Throws StorageFailure.
    [[nodiscard]] Entity entity(const QByteArray &document)
    {
        Slot &slot = slotOf(document);
        if (!slot.entity || slot.document != document) {
            slot.entity = entityOf(document, m_read);
            slot.document = document;
        }
        return *slot.entity;
    }

    /// `entity` was just written as `document`, so it need not be read back.
    void remember(const QByteArray &document, const Entity &entity) { slotOf(document) = {document, entity}; }

private:
    struct Slot {
        QByteArray document;
        std::optional<Entity> entity;
    };

    [[nodiscard]] Slot &slotOf(const QByteArray &document) { return m_slots[qHash(document) % m_slots.size()]; }

    Result<Entity> (*m_read)(const QJsonObject &);
    std::array<Slot, 64> m_slots;
};

} // namespace crema::sync
