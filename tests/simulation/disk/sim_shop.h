// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/disk/sim_disk.h"
#include "tests/simulation/disk/sim_sqlite_file_system.h"
#include "tests/sync/shop.h"

namespace crema::simulation {

/// The test shop's store on a simulated disk, with clocks and randomness of its own.
class SimShop
{
public:
    explicit SimShop(std::uint64_t seed) : disk(QStringLiteral("/till"), seed), randomness(seed) { seedSqlite(seed); }
    SimShop(std::uint64_t seed, const DiskImage &image) : disk(QStringLiteral("/till"), seed, image), randomness(seed)
    {
        seedSqlite(seed);
    }

    [[nodiscard]] QString path() const { return disk.path("store.sqlite"); }

    [[nodiscard]] Result<std::unique_ptr<sync::LocalStore>> tryOpen(sync::OpenMode mode = sync::OpenMode::ReadWrite)
    {
        const sync::OpenRequest request{path(), mode, QStringLiteral("simulation"), *Currency::fromCode(u"EUR")};
        return sync::LocalStore::open(request, clock, randomness, vault);
    }

    [[nodiscard]] std::unique_ptr<sync::LocalStore> open(sync::OpenMode mode = sync::OpenMode::ReadWrite)
    {
        auto store = tryOpen(mode);
        if (!store)
            qFatal("%s: %s", qPrintable(store.error().code), qPrintable(store.error().message));
        return *std::move(store);
    }

    /// A shop that may sell its one article, closed again.
    void make()
    {
        const auto store = open();
        shop.enroll(*store);
        espresso = sync::testing::addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
        if (!sync::testing::openShift(*store))
            qFatal("no shift");
    }

    /// One espresso for cash; the number of its receipt.
    [[nodiscard]] Result<QString> sell(sync::LocalStore &store)
    {
        const Result<Sale> sale = sync::testing::sell(store, sync::testing::cashSale({espresso}, 2'000));
        if (!sale)
            return failure(sale.error());
        return sale->number;
    }

    /// Lets the store go as a program goes that has no chance to tidy up.
    void crash(std::unique_ptr<sync::LocalStore> store, Crash kind)
    {
        disk.files().die();
        store.reset();
        disk.files().crash(kind);
    }

    SimDisk disk;
    crema::testing::SeededRandomness nonces{1};
    sync::VaultDisk vault{disk, nonces}; ///< the same files, as product code sees them
    crema::testing::FixedClock clock;
    crema::testing::SeededRandomness randomness;
    sync::testing::Shop shop;
    VariantId espresso;
};

} // namespace crema::simulation
