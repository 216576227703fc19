// SPDX-License-Identifier: GPL-3.0-or-later
// A process of its own for tests that kill it or starve it: `store_child make PATH` makes a store with one product,
// `store_child sell PATH [COUNT]` records sales and prints each number once it is durable.
#include "sync/seams/system_clock.h"
#include "sync/seams/system_randomness.h"
#include "sync/store/catalog_reader.h"
#include "tests/sync/shop.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace crema;
using namespace crema::sync;
using namespace crema::sync::testing;

namespace {

const QString code = QStringLiteral("4006381333931");

int complain(const Problem &problem)
{
    std::printf("%s\n", qPrintable(problem.code));
    return 1;
}

int make(LocalStore &store)
{
    Shop().enroll(store);
    addProduct(store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290, {code});
    const Result<Shift> shift = openShift(store);
    return shift ? 0 : complain(shift.error());
}

int sellOn(LocalStore &store, int count)
{
    const Result<CodeHit> espresso = CatalogReader(store).byCode(code);
    if (!espresso)
        return complain(espresso.error());
    for (int i = 0; count < 0 || i < count; ++i) {
        const Result<Sale> sale = sell(store, cashSale({espresso->variant}, 2'000));
        if (!sale)
            return complain(sale.error());
        std::printf("%s\n", qPrintable(sale->number));
        std::fflush(stdout);
        store.checkpointIfDue();
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    // A write past the file size limit of the full-disk test shall fail, not kill.
    std::signal(SIGXFSZ, SIG_IGN);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    SystemClock clock;
    SystemRandomness randomness;
    SystemDisk system;
    SystemRandomness nonces;
    VaultDisk disk(system, nonces);
    const OpenRequest request{arguments[2], OpenMode::ReadWrite, QStringLiteral("store_child"),
                              *Currency::fromCode(u"EUR")};
    const auto store = LocalStore::open(request, clock, randomness, disk);
    if (!store)
        return complain(store.error());
    if (arguments[1] == QLatin1String("make"))
        return make(**store);
    return sellOn(**store, arguments.size() > 3 ? arguments[3].toInt() : -1);
}
