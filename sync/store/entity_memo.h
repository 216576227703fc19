// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.h"

#include <array>
#include <optional>

namespace crema::sync {

/// Remembers entities that were read or written last, by id: a sale asks for its shift and each of its articles more
/// than once. Only for the connection that writes, since nobody else changes its rows (sync.md rule 26); it must be
/// told of each change, and forgets everything when a transaction is undone.
template<class AnyId, class Entity>
class EntityMemo
{
public:
    explicit EntityMemo(const Database &database) : m_on(database.access() == Access::ReadWrite) {}

    /// Null when it is not remembered.
    [[nodiscard]] const Entity *find(AnyId id) const
    {
        const std::optional<Entity> &slot = m_slots[qHash(id) % m_slots.size()];
        return slot && slot->id == id ? &*slot : nullptr;
    }

    void keep(const Entity &entity)
    {
        if (m_on)
            m_slots[qHash(entity.id) % m_slots.size()] = entity;
    }

    void forget(AnyId id)
    {
        if (find(id))
            m_slots[qHash(id) % m_slots.size()].reset();
    }

    void forgetAll() { m_slots.fill(std::nullopt); }

private:
    bool m_on;
    std::array<std::optional<Entity>, 64> m_slots;
};

} // namespace crema::sync
