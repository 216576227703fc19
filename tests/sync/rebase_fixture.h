// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/catalog_recording.h"
#include "tests/sync/shop.h"

#include <gtest/gtest.h>

namespace crema::sync::testing {

/// sync.md rules 16 and 17: view = the platform's rows, and what is pending laid over them.
class RebaseTest : public ::testing::Test
{
protected:
    void SetUp() override { store = folder.openEnrolled(); }

    /// Sends everything and answers it: what took effect is visible from this xid on.
    void answer(std::uint64_t xid, Outcome outcome = Outcome::Applied)
    {
        const QList<PlannedOperation> batch = *takeBatch(*store, {});
        QList<Acknowledgement> answers;
        for (const PlannedOperation &planned : batch) {
            Acknowledgement given{planned.envelope.sequence, planned.id, outcome, {}, {}, {}, {}};
            if (outcome == Outcome::Applied)
                given.visibleAt = Cursor{1, xid, 1};
            answers.append(given);
        }
        ASSERT_TRUE(keepAcknowledgements(*store, batch, answers));
    }

    /// Sends a new name, which meets another one on the platform.
    QList<PlannedOperation> loseRename(const Product &product)
    {
        rename(product, QStringLiteral("Mine"));
        const QList<PlannedOperation> batch = *takeBatch(*store, {});
        Acknowledgement lost{batch.first().envelope.sequence, batch.first().id, Outcome::Conflict, {}, {}, {}, {}};
        lost.visibleAt = Cursor{1, 100, 1};
        lost.conflicts = {
            {QStringLiteral("name"), product.name, QStringLiteral("Mine"), QStringLiteral("Theirs"), std::nullopt}};
        EXPECT_TRUE(keepAcknowledgements(*store, batch, {lost}));
        return batch;
    }

    void page(const QList<FeedRow> &rows, std::optional<Cursor> horizon = std::nullopt)
    {
        const Cursor after = store->device().read()->cursor.value_or(Cursor{1, 0, 0});
        ASSERT_TRUE(keepPage(*store, {rows, rows.isEmpty() ? after : rows.last().cursor, false, after, horizon}));
    }

    static FeedRow row(std::uint64_t xid, std::int64_t position, QStringView type, const QUuid &id,
                       const QJsonObject &entity)
    {
        return {Cursor{1, xid, position}, type.toString(), id, QStringLiteral("company"), entity.isEmpty(), entity};
    }

    static FeedRow rowOf(std::uint64_t xid, const Product &product)
    {
        return row(xid, 1, entity::product, product.id.value(), codec::toJson(product));
    }

    Product addServerProduct(const QString &name)
    {
        Product product;
        product.id = ProductId(QUuid::createUuidV5(QUuid(), name));
        product.name = name;
        page({rowOf(10, product)});
        return product;
    }

    Variant variantOf(const Product &product, const QString &sku)
    {
        Variant variant;
        variant.id = VariantId(QUuid::createUuidV5(QUuid(), sku + product.name));
        variant.product = product.id;
        variant.sku = sku;
        variant.price = Price{euro(500), 1};
        return variant;
    }

    void rename(const Product &product, const QString &name)
    {
        Product after = product;
        after.name = name;
        ASSERT_TRUE(store->write([&] { return recordProductEdit(*store, product, after); }));
    }

    QString nameOf(const Product &product)
    {
        const auto found = store->rows().catalog().product(product.id);
        return found ? found->name : QString();
    }

    QueueCounts counts() { return store->queue().counts(); }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
};

} // namespace crema::sync::testing
