// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <algorithm>
#include <optional>

namespace crema::platform {

/// What a unit of work knows about entities of one kind: loaded, found missing, or to be written. Changes after
/// savepoint() lie in a layer of their own until they are released or rolled back.
template<class Key, class Value>
class PendingMap
{
public:
    struct Entry {
        std::optional<Value> value; ///< nothing: known to be missing
        std::int64_t revision = 0;  ///< as loaded; 0 for one that is new
        bool dirty = false;
    };

    /// Nothing when this key has not been asked for yet.
    [[nodiscard]] const Entry *find(const Key &key) const
    {
        if (const auto it = m_layer.constFind(key); it != m_layer.constEnd())
            return &*it;
        const auto it = m_base.constFind(key);
        return it == m_base.constEnd() ? nullptr : &*it;
    }

    /// Remembers what storage holds; it is true whether or not the savepoint is rolled back.
    const Entry &loaded(const Key &key, std::optional<Value> value, std::int64_t revision = 0)
    {
        return *m_base.insert(key, Entry{std::move(value), revision, false});
    }

    void put(const Key &key, std::optional<Value> value)
    {
        const Entry *known = find(key);
        const Entry entry{std::move(value), known ? known->revision : 0, true};
        (m_hasSavepoint ? m_layer : m_base).insert(key, entry);
    }

    void savepoint()
    {
        Q_ASSERT(!m_hasSavepoint);
        m_hasSavepoint = true;
    }
    void release()
    {
        for (auto it = m_layer.constBegin(); it != m_layer.constEnd(); ++it)
            m_base.insert(it.key(), it.value());
        rollback();
    }
    void rollback()
    {
        m_layer.clear();
        m_hasSavepoint = false;
    }

    /// Calls `visit(key, entry)` for everything that has to be written, in the order of the keys: the same work gives
    /// the same feed, and two units lock what they share in one order.
    template<class Visit>
    void eachDirty(Visit visit) const
    {
        Q_ASSERT(!m_hasSavepoint);
        QList<Key> keys;
        for (auto it = m_base.constBegin(); it != m_base.constEnd(); ++it) {
            if (it->dirty)
                keys.append(it.key());
        }
        std::sort(keys.begin(), keys.end());
        for (const Key &key : std::as_const(keys))
            visit(key, *m_base.constFind(key));
    }

    /// How many have to be written, those after a savepoint among them.
    [[nodiscard]] qsizetype dirtyCount() const
    {
        qsizetype count = m_layer.size();
        for (auto it = m_base.constBegin(); it != m_base.constEnd(); ++it)
            count += it->dirty && !m_layer.contains(it.key()) ? 1 : 0;
        return count;
    }

    template<class Change>
    void changeDirty(Change change)
    {
        for (auto it = m_base.begin(); it != m_base.end(); ++it) {
            if (it->dirty)
                change(*it->value);
        }
    }

    /// Calls `visit(value)` for every value that is to be written or was loaded, newest state.
    template<class Visit>
    void eachKnown(Visit visit) const
    {
        for (auto it = m_layer.constBegin(); it != m_layer.constEnd(); ++it) {
            if (it->value)
                visit(*it->value);
        }
        for (auto it = m_base.constBegin(); it != m_base.constEnd(); ++it) {
            if (it->value && !m_layer.contains(it.key()))
                visit(*it->value);
        }
    }

private:
    QHash<Key, Entry> m_base;
    QHash<Key, Entry> m_layer;
    bool m_hasSavepoint = false;
};

/// The same for what is only ever added.
template<class Value>
class PendingList
{
public:
    void append(const Value &value) { m_values.append(value); }
    void savepoint() { m_kept = m_values.size(); }
    void release() {}
    void rollback() { m_values.resize(m_kept); }
    [[nodiscard]] const QList<Value> &values() const { return m_values; }

private:
    QList<Value> m_values;
    qsizetype m_kept = 0;
};

} // namespace crema::platform
