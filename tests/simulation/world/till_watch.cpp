// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/till_watch.h"

#include "models/feed/entity_types.h"
#include "platform/sync/feed_writer.h"
#include "sync/client/client_private.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/view_check.h"

namespace crema::simulation {

using sync::EntityRef;
using sync::LocalStore;

namespace {

/// The store behind a client, which shows it to nobody: a watch looks at rows and copies that no screen needs. An
/// explicit instantiation may name private members.
std::shared_ptr<sync::StoreAccess> storeOf(sync::Client &client);

template<auto Member>
struct Reach {
    friend std::shared_ptr<sync::StoreAccess> storeOf(sync::Client &client) { return (client.*Member)->store; }
};

template struct Reach<&sync::Client::d>;

/// Of so many changes one is recomputed from scratch.
constexpr std::int64_t recomputedPerMille = 60;

bool isLookedAt(const QString &type)
{
    return type == entity::product || type == entity::variant || type == entity::customer || type == entity::shift ||
           type == entity::stockLevel;
}

/// What the platform said of an entity last, as this store remembers it.
std::optional<QByteArray> saidOf(LocalStore &store, const EntityRef &ref)
{
    if (sync::Rows copy = store.database().query("read_server_copy", {ref.type, ref.id}); copy.next())
        return copy.isNull(0) ? std::nullopt : std::optional(copy.bytes(0));
    return store.rows().document(ref);
}

} // namespace

QString TillWatch::look(sync::Client &client)
{
    const auto looking = answerOf(storeOf(client)->run([this](LocalStore &store) -> Result<QString> {
        const std::optional<sync::ReloadState> reload = store.reload().state();
        const sync::DeviceRow device = store.device().read().value_or(sync::DeviceRow());
        if (device.registerId != m_origin.entry.id && !m_mayBecomeAnother)
            return QStringLiteral("it became another register, and its store is the only one and the newest");
        m_isOther = m_isOther || device.registerId != m_origin.entry.id;
        const std::optional<Cursor> &cursor = device.cursor;
        if (!cursor || (reload && reload->takesAtOnce()))
            return QString(); // its first rows are on their way
        QString objection = objectionToLevel(store, m_dice.oneOf(TemplateWorld::instance().variants).id);
        if (objection.isEmpty() && !reload)
            objection = objectionToRow(store, *cursor, device.location.value_or(LocationId()));
        if (objection.isEmpty() && !reload && m_dice.chance(recomputedPerMille)) {
            const QList<EntityRef> different = entitiesOutOfStep(store.database());
            if (!different.isEmpty())
                objection = QStringLiteral("%1 %2 is not what the platform said with what is pending")
                                .arg(different.first().type, different.first().id.toString(QUuid::WithoutBraces));
            const QList<std::int64_t> pending = store.queue().pendingNumbers();
            for (const std::int64_t number : pending) {
                const QList<sync::PendingKey> keys = store.queue().keysOf(number);
                if (std::any_of(keys.begin(), keys.end(), [](const sync::PendingKey &key) { return key.isHeld(); }))
                    objection = QStringLiteral("operation %1 is held, and nothing is read anew").arg(number);
            }
        }
        return objection;
    }));
    return looking && *looking ? **looking : QString();
}

bool TillWatch::isSearchStale(sync::Client &client)
{
    const auto stale =
        answerOf(storeOf(client)->run([](LocalStore &store) -> Result<bool> { return store.isSearchStale(); }));
    return stale && *stale && **stale;
}

bool TillWatch::hasHeardOf(sync::Client &client, std::int64_t feedEpoch)
{
    const auto heard = answerOf(storeOf(client)->run([feedEpoch](LocalStore &store) -> Result<bool> {
        const std::optional<Cursor> cursor = store.device().read().value_or(sync::DeviceRow()).cursor;
        return cursor && cursor->epoch == feedEpoch;
    }));
    return heard && *heard && **heard;
}

/// Each movement of this till counts once, from the moment on that it was told of.
QString TillWatch::objectionToLevel(LocalStore &store, VariantId variant)
{
    if (m_isOther || m_inDoubt.contains(variant))
        return {};
    const LocationId location = m_origin.location.id;
    const std::int64_t here = store.rows().selling().onHand(variant, location).units();
    const std::int64_t own = m_own.value(variant);
    if (m_platform.wasTrue(m_origin.entry.id, location, variant, here, own))
        return {};
    return QStringLiteral("%1 of a variant are shown when it was moved by %2 here, and never by %3 elsewhere")
        .arg(here)
        .arg(own)
        .arg(here - own);
}

/// Whatever lies up to the cursor is here: no row was skipped, and the cursor is not ahead of any.
QString TillWatch::objectionToRow(LocalStore &store, const Cursor &cursor, LocationId here)
{
    const MemoryState &state = m_database.state;
    if (cursor.epoch != state.feedEpoch || state.feed.isEmpty())
        return {};
    const auto drawn = std::next(state.feed.constBegin(), m_dice.between(0, state.feed.size() - 1));
    const MemoryState::FeedKey &key = drawn.value();
    const EntityRef ref{key.entityType, key.entityId};
    const bool isTold = key.audience == platform::companyAudience() || key.audience == platform::audienceOf(here);
    const bool isPast = drawn.key() <= MemoryState::FeedPlace{cursor.xid, cursor.position};
    if (!isPast || !isLookedAt(ref.type) || !isTold || store.queue().isHeld(ref))
        return {};
    const MemoryState::FeedRow &row = state.feedRows.value(key).second;
    const std::optional<QByteArray> said = saidOf(store, ref);
    if (row.deleted ? !said : said && *said == row.entity)
        return {};
    return QStringLiteral("%1 %2 lies before the cursor and is another one here")
        .arg(ref.type, ref.id.toString(QUuid::WithoutBraces));
}

} // namespace crema::simulation
