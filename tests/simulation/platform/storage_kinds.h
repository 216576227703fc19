// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/postgres_sync_storage.h"
#include "tests/platform/database/test_cluster.h"
#include "tests/simulation/platform/memory_database.h"

#include <gtest/gtest.h>

namespace crema::simulation {

/// A fresh PostgreSQL database.
struct Postgres {
    platform::ConnectionPool pool{crema::testing::TestCluster::instance().makeDatabase(), 8};
    platform::PostgresSyncStorage storage{pool};
};

/// The database in memory that the simulation runs on.
struct Memory {
    MemoryDatabase storage;
};

/// What a conformance suite asks alike: the simulation is worth as much as these two agree.
using StorageKinds = ::testing::Types<Postgres, Memory>;

} // namespace crema::simulation
