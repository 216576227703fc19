// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "tests/sync/fake_platform.h"
#include "tests/sync/now.h"

namespace crema::sync::testing {

/// A client enrolled at a fake platform.
class ClientTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        folder.shop.keepTax(*folder.open());
        const Result<void> opened = now(client.open(folder.request()));
        ASSERT_TRUE(opened) << qPrintable(opened.error().code + QStringLiteral(": ") + opened.error().message);
        ASSERT_TRUE(now(client.enroll(QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("K7QP-3M2X"),
                                      QStringLiteral("Till"))));
    }

    ProductView make(const QString &name, const QString &sku)
    {
        Product product;
        product.name = name;
        Variant variant;
        variant.sku = sku;
        variant.price = Price{euro(500), 1};
        return *now(client.createProduct(product, {variant}));
    }

    SyncReport sync() { return *now(client.syncOnce()); }

    StoreFolder folder;
    FakePlatform platform{folder.shop};
    InlineExecutor executor;
    Client client{{folder.clock, folder.randomness, executor, platform, folder.disk}};
};

} // namespace crema::sync::testing
