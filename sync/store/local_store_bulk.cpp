// SPDX-License-Identifier: GPL-3.0-or-later
// Many rows at once, and product search afterwards.
#include "sync/store/catalog_indices.h"
#include "sync/store/local_store.h"
#include "sync/store/setting_names.h"

namespace crema::sync {

Result<void> LocalStore::beginBulk(Bulk bulk)
{
    bool isWhole = false;
    const Result<void> marked = write([&]() -> Result<void> {
        isWhole = bulk == Bulk::Changes && !isSearchStale();
        m_deviceRows.setSetting(setting::staleSearch, QStringLiteral("1"));
        // Who worked here before goes on doing so meanwhile, and looks things up.
        if (bulk == Bulk::FirstLoad && m_queue.nextNumber() == 1)
            CatalogIndices(*m_database).drop();
        return {};
    });
    if (marked)
        m_rows.catalog().beginBulk();
    if (marked && isWhole)
        m_rows.catalog().followChanges();
    return marked;
}

Result<void> LocalStore::endBulk()
{
    const Result<void> ended = write([&]() -> Result<void> {
        m_rows.catalog().endBulk();
        m_deviceRows.setSetting(setting::staleSearch, QString());
        return {};
    });
    if (!ended)
        m_rows.catalog().giveUpBulk();
    return ended;
}

bool LocalStore::isSearchStale()
{
    return !m_deviceRows.setting(setting::staleSearch).isEmpty();
}

Result<SearchRebuild::Stage> LocalStore::stepEndBulk()
{
    const auto stage = write([&]() -> Result<SearchRebuild::Stage> {
        // Whoever takes the steps may go on with a store that was closed and opened again between two of them.
        if (!m_rows.catalog().isInBulk() && isSearchStale())
            m_rows.catalog().beginBulk();
        const SearchRebuild::Stage done = m_rows.catalog().stepEndBulk();
        if (done == SearchRebuild::Stage::Done)
            m_deviceRows.setSetting(setting::staleSearch, QString());
        return done;
    });
    if (!stage)
        m_rows.catalog().giveUpBulk();
    return stage;
}

Result<bool> LocalStore::stepEndChanges()
{
    if (!m_rows.catalog().followsChanges()) {
        const Result<SearchRebuild::Stage> stage = stepEndBulk();
        return stage ? Result<bool>(*stage == SearchRebuild::Stage::Done) : Result<bool>(failure(stage.error()));
    }
    const Result<bool> isOver = write([&]() -> Result<bool> {
        const bool over = m_rows.catalog().stepChanges();
        if (over)
            m_deviceRows.setSetting(setting::staleSearch, QString());
        return over;
    });
    if (!isOver)
        m_rows.catalog().giveUpBulk();
    return isOver;
}

} // namespace crema::sync
