// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "sync/store/local_store.h"
#include "tests/simulation/world/dice.h"
#include "tests/simulation/world/platform_watch.h"
#include "tests/simulation/world/template_world.h"

namespace crema::simulation {

/// What must hold in the store of a till after each step in which it changed (docs/reliability.md, 'The simulation').
/// Looks at a few things drawn each time: what is wrong stays so for a while.
class TillWatch
{
public:
    TillWatch(const TemplateRegister &origin, const PlatformWatch &platform, const MemoryDatabase &database, Dice dice)
        : m_origin(origin), m_platform(platform), m_database(database), m_dice(dice)
    {}

    /// The person at the till was told of it.
    void moved(VariantId variant, std::int64_t delta) { m_own[variant] += delta; }
    /// Nobody knows whether it was moved.
    void mayHaveMoved(VariantId variant) { m_inDoubt.insert(variant); }
    /// Its store may hold what was moved elsewhere from now on.
    void forgetOwn() { m_isOther = true; }
    /// There is another store like it: the one that sends first stays the register that it is (sync.md rule 29).
    void storeWasCopied() { m_mayBecomeAnother = true; }
    /// Its device is to go to another place (ADR 046).
    void mayMove() { m_mayBecomeAnother = true; }
    /// It is not the store any more in which all of this happened.
    void storeIsAnother() { m_isOther = m_mayBecomeAnother = true; }

    /// The first thing that does not hold, or nothing.
    [[nodiscard]] QString look(sync::Client &client);
    /// Search does not hold everything, and nobody has made it good yet.
    [[nodiscard]] static bool isSearchStale(sync::Client &client);
    /// It reads the platform's feed of this epoch, and knows what a platform that was put back has lost of it.
    [[nodiscard]] static bool hasHeardOf(sync::Client &client, std::int64_t feedEpoch);

private:
    [[nodiscard]] QString objectionToLevel(sync::LocalStore &store, VariantId variant);
    [[nodiscard]] QString objectionToRow(sync::LocalStore &store, const Cursor &cursor, LocationId here);

    const TemplateRegister &m_origin;
    const PlatformWatch &m_platform;
    const MemoryDatabase &m_database;
    Dice m_dice;
    QHash<VariantId, std::int64_t> m_own;
    QSet<VariantId> m_inDoubt;
    bool m_isOther = false;
    bool m_mayBecomeAnother = false;
};

} // namespace crema::simulation
