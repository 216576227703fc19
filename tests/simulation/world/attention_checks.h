// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/local_store.h"
#include "tests/simulation/platform/memory_database.h"
#include "tests/simulation/world/price_oracle.h"

namespace crema::simulation {

/// Each losing edit has a card, each refused operation and each dead letter too; a card is settled once, by an
/// operation that took effect (sync.md rule 18). The first thing that is otherwise, or nothing.
[[nodiscard]] QString objectionToCards(const MemoryState &state);
/// A store holds the cards of its location as the platform does, and lists those that are open.
[[nodiscard]] QString objectionToCardsOf(sync::LocalStore &store, LocationId location, const MemoryState &state);
/// The prices that lost, as cards say.
[[nodiscard]] QList<PriceOracle::Step> lostPrices(const MemoryState &state);

} // namespace crema::simulation
