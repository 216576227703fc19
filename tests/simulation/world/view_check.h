// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/entity_rows.h"

namespace crema::simulation {

/// Entities whose rows here are not the platform's with what is pending laid over them (sync.md rule 16): computed from
/// scratch in a transaction that is undone, and compared with what is shown. Nothing in a sound store. The database is
/// open for writing and no transaction is under way. Throws StorageFailure.
[[nodiscard]] QList<sync::EntityRef> entitiesOutOfStep(sync::Database &database);

} // namespace crema::simulation
