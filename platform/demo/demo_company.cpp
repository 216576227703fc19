// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_company.h"

#include "platform/demo/demo_builder.h"

namespace crema::platform {
namespace {

std::optional<UtcTime> loadBegin(Connection &connection)
{
    const Rows rows = connection.run("demo/load_filling");
    return rows.isEmpty() ? std::nullopt : std::optional(UtcTime(rows.number(0, 0)));
}

} // namespace

bool isDemoBegun(Connection &connection)
{
    return loadBegin(connection).has_value();
}

Result<void> fillDemoCompany(Connection &connection, UtcTime now)
{
    // The same moment makes the same references and operations; those that the database has already are known to it
    // by their ids and numbers, and take effect once.
    DemoBuilder builder(connection, loadBegin(connection).value_or(now));
    builder.addReferences();
    return builder.addCatalog()
        .and_then([&] { return builder.addCustomers(); })
        .and_then([&] { return builder.addStock(); })
        .and_then([&] { return builder.addSales(); })
        .and_then([&] { return builder.addBundles(); })
        .and_then([&] { return builder.addPricing(); })
        .map([&] {
            builder.retireDevices();
            connection.run("demo/end_filling");
            connection.run("demo/refresh_statistics");
        });
}

} // namespace crema::platform
