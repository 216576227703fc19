// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "tests/agreement/handler_network.h"
#include "tests/agreement/printed_sums.h"
#include "tests/platform/domain/services_fixture.h"
#include "tests/sync/now.h"
#include "tests/sync/shop.h"

namespace crema::testing {

using sync::testing::now;

/// A register as the programs make it: the client with a store on disk, and the platform's handlers behind it.
class Counter
{
public:
    Counter(Clock &clock, HandlerNetwork::Handler platform, std::uint64_t seed)
        : folder(seed), network(std::move(platform)), client({clock, folder.randomness, executor, network, folder.disk})
    {}

    /// Sends and fetches all there is.
    void sync();

    sync::testing::StoreFolder folder;
    sync::InlineExecutor executor;
    HandlerNetwork network;
    sync::Client client;
};

/// A company on a real PostgreSQL with the platform's real handlers, and registers that sell with the real client.
class AgreementTest : public ServicesTest
{
protected:
    void SetUp() override;

    /// A shop in another country, with its money and its prices.
    Location addPlace(const QString &code, QStringView currency, const QString &country, PricesInclude pricesInclude);
    void addTaxClass(const QString &name, TaxRate rate);
    /// A register of the place, with the owner at it and all the platform knows of.
    std::unique_ptr<Counter> addCounter(const Location &place);

    Sale saleAtPlatform(SaleId id);
    Shift shiftAtPlatform(ShiftId id);
    /// What waits for a manager's look.
    std::int64_t reviews() { return countOf("select count(*) from sync.review"); }

    Person owner;

private:
    std::uint64_t m_counters = 0;
};

/// What comes out of a printer when the sale's receipt is printed, added up.
[[nodiscard]] PrintedSums printed(const Sale &sale);
/// What a receipt of the sale has to say.
[[nodiscard]] PrintedSums toBePrinted(const Sale &sale);

} // namespace crema::testing
