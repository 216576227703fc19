// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_types.h"
#include "sync/store/pending_sums.h"
#include "sync/store/rebase.h"

#include <QJsonArray>

#include <queue>
#include <set>

namespace crema::sync {
namespace {

/// Follows the keys of operations until nothing new is reached.
class Closure
{
public:
    enum class Sums { LikeAllOthers, Apart };

    Closure(PendingLookup &pending, Sums sums) : m_pending(pending), m_sums(sums) {}

    void open(const EntityRef &key)
    {
        if (m_seenKeys.contains(key))
            return;
        m_seenKeys.insert(key);
        if (m_sums == Sums::Apart && isSum(key)) {
            // Those that open and close a shift are few; those that add to it may be all there are.
            if (key.type != entity::shift)
                return;
            const QList<std::int64_t> about = m_pending.pendingAbout(key.id);
            for (const std::int64_t number : about)
                add(number);
        } else {
            m_open.push(key);
        }
    }

    void add(std::int64_t number)
    {
        if (m_operations.contains(number) || m_adding.contains(number))
            return;
        const QList<PendingKey> keys = m_pending.keysOf(number);
        if (m_sums == Sums::Apart && addSums(number, keys))
            return;
        m_operations.insert(number);
        for (const PendingKey &key : keys) {
            if (!key.isOpen())
                continue;
            if (key.isEntity()) {
                m_restored.insert(key.ref);
                open(PendingKey::reads(key.ref.type, key.ref.id));
                open(key.ref);
            } else if (const auto looked = key.lookedAt()) {
                addLater(number, *looked);
            } else if (!key.isHeld()) {
                open(key.ref);
            }
        }
    }

    std::optional<RebasePlan> follow()
    {
        while (!m_open.empty()) {
            const EntityRef key = m_open.front();
            m_open.pop();
            const QList<std::int64_t> numbers = m_pending.pendingOn(key);
            for (const std::int64_t number : numbers)
                add(number);
        }
        if (m_isTied)
            return std::nullopt;
        return RebasePlan{
            {m_operations.begin(), m_operations.end()}, m_restored, {m_adding.begin(), m_adding.end()}, m_touchedSums};
    }

private:
    /// Those that change what an earlier one looks at, which has to find it as it was before them.
    void addLater(std::int64_t than, const EntityRef &looked)
    {
        if (m_sums == Sums::Apart && isSum(looked))
            return;
        const QList<std::int64_t> numbers = m_pending.pendingOn(looked);
        for (const std::int64_t number : numbers) {
            if (number > than)
                add(number);
        }
    }

    /// Takes an operation that has to do with sums. False for one that has not.
    bool addSums(std::int64_t number, const QList<PendingKey> &keys)
    {
        const auto isSumKey = [](const PendingKey &key) { return isSum(key.ref); };
        if (std::none_of(keys.begin(), keys.end(), isSumKey))
            return false;
        const auto isOf = [&](QStringView type) {
            return std::any_of(keys.begin(), keys.end(), [&](const PendingKey &key) { return key.ref.type == type; });
        };
        // Who opens a shift looks whether it is there already.
        const bool addsOnly = std::all_of(keys.begin(), keys.end(), [&](const PendingKey &key) {
            const bool isLook = key.ref == PendingKey::reads(entity::shift, key.ref.id);
            return isSum(key.ref) || isDocument(key.ref) ||
                   (isLook && std::any_of(keys.begin(), keys.end(), [&](const PendingKey &other) {
                        return other.ref == EntityRef{entity::shift.toString(), key.ref.id};
                    }));
        });
        m_isTied = m_isTied || !addsOnly;
        // A shift without a document: it is opened or closed, and laid over what the documents come to.
        const bool adds = isOf(entity::sale) || isOf(entity::cashMovement) || !isOf(entity::shift);
        (adds ? m_adding : m_operations).insert(number);
        for (const PendingKey &key : keys) {
            if (isSum(key.ref) && key.isOpen()) {
                m_touchedSums.insert(key.ref);
                open(key.ref);
            }
        }
        return true;
    }

    /// What is added to a shift, and never changed.
    static bool isDocument(const EntityRef &key)
    {
        return key.type == entity::sale || key.type == entity::cashMovement;
    }
    static bool isSum(const EntityRef &key) { return PendingSums::isSum(key.type); }

    PendingLookup &m_pending;
    Sums m_sums;
    bool m_isTied = false;
    std::queue<EntityRef> m_open;
    QSet<EntityRef> m_seenKeys;
    std::set<std::int64_t> m_operations;
    std::set<std::int64_t> m_adding;
    QSet<EntityRef> m_restored;
    QSet<EntityRef> m_touchedSums;
};

std::optional<RebasePlan> follow(const Changes &changes, PendingLookup &pending, Closure::Sums sums)
{
    Closure closure(pending, sums);
    closure.open(PendingKey::refused());
    for (const EntityRef &key : changes.keys)
        closure.open(key);
    for (const std::int64_t number : changes.operations)
        closure.add(number);
    return closure.follow();
}

} // namespace

QList<EntityRef> keysOf(const QList<FeedRow> &rows)
{
    QList<EntityRef> keys;
    for (const FeedRow &row : rows) {
        if (!EntityRows::keeps(row.entityType))
            continue;
        keys.append({row.entityType, row.entityId});
        keys.append(PendingKey::reads(row.entityType, row.entityId));
        if (row.entityType != entity::variant || row.deleted)
            continue;
        const QJsonObject variant = row.entity.json();
        keys.append(PendingKey::sku(variant.value(QStringLiteral("sku")).toString()));
        const QJsonArray barcodes = variant.value(QStringLiteral("barcodes")).toArray();
        for (const QJsonValue &barcode : barcodes)
            keys.append(PendingKey::barcode(barcode.toString()));
    }
    return keys;
}

RebasePlan planRebase(const Changes &changes, PendingLookup &pending)
{
    return *follow(changes, pending, Closure::Sums::LikeAllOthers);
}

std::optional<RebasePlan> planAdvance(const Changes &changes, PendingLookup &pending)
{
    return follow(changes, pending, Closure::Sums::Apart);
}

} // namespace crema::sync
