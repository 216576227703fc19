// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_company.h"

#include "platform/demo/demo_builder.h"

namespace crema::platform {

Result<void> fillDemoCompany(Connection &connection, std::int64_t feedEpoch, UtcTime now)
{
    DemoBuilder builder(connection, feedEpoch, now);
    builder.addReferences();
    return builder.addCatalog()
        .and_then([&] { return builder.addCustomers(); })
        .and_then([&] { return builder.addStock(); })
        .and_then([&] { return builder.addSales(); })
        .map([&] { builder.retireDevices(); });
}

} // namespace crema::platform
