// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "platform/database/database_failure.h"
#include "tests/simulation/platform/storage_kinds.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

namespace crema::simulation {

using platform::DatabaseFailure;
using platform::Stored;
using platform::StoredOperation;
using platform::UnitStorage;

template<class Kind>
class StorageFixture : public ::testing::Test
{
protected:
    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(clock.now(), randomness);
    }

    std::unique_ptr<UnitStorage> begin() { return kind.storage.begin(); }

    template<class Records>
    void commitAll(const Records &records)
    {
        const auto unit = begin();
        if constexpr (std::is_same_v<Records, QList<Movement>>)
            (void)unit->write(records);
        else
            unit->write(records);
        unit->commit();
    }

    Product productNamed(const QString &name)
    {
        Product product;
        product.id = newId<ProductId>();
        product.name = name;
        return product;
    }

    Variant variantOf(const Product &product, const QString &sku, const QStringList &barcodes = {})
    {
        Variant variant;
        variant.id = newId<VariantId>();
        variant.product = product.id;
        variant.sku = sku;
        variant.barcodes = barcodes;
        return variant;
    }

    Sale saleNumbered(const QString &number)
    {
        const Money nothing(0, *Currency::fromCode(u"EUR"));
        Sale sale;
        sale.id = newId<SaleId>();
        sale.number = number;
        sale.shift = newId<ShiftId>();
        sale.location = newId<LocationId>();
        sale.registerId = newId<RegisterId>();
        sale.total = nothing;
        sale.rounding = nothing;
        return sale;
    }

    Movement moved(VariantId variant, LocationId location, std::int64_t delta)
    {
        Movement movement;
        movement.id = newId<MovementId>();
        movement.variant = variant;
        movement.location = location;
        movement.delta = Quantity(delta);
        movement.source = newId<OperationId>();
        movement.at = clock.now();
        return movement;
    }

    StoredOperation waitingFor(const QList<OperationId> &causes)
    {
        StoredOperation operation;
        operation.id = newId<OperationId>();
        operation.device = device;
        operation.sequence = ++sequence;
        operation.payload = QByteArrayLiteral("{}");
        operation.payloadHash = QByteArray(32, 'h');
        operation.type = QStringLiteral("product.edit");
        operation.subject = {QStringLiteral("product"), newId<ProductId>().value()};
        operation.acknowledgement.sequence = operation.sequence;
        operation.acknowledgement.operation = operation.id;
        operation.acknowledgement.outcome = Outcome::Waiting;
        operation.acknowledgement.waitingFor = causes;
        return operation;
    }

    platform::FeedEntry entryOf(const QUuid &id, int number, const QString &audience = platform::companyAudience())
    {
        return {QStringLiteral("probe"), id, audience, false, QJsonObject{{QStringLiteral("number"), number}}};
    }

    QList<QByteArray> feedNumbers(const Cursor &after, int limit = 1'000)
    {
        QList<QByteArray> numbers;
        const platform::FeedRows rows = kind.storage.feed(after, {platform::companyAudience()}, limit);
        for (const platform::FeedText &row : rows.rows) {
            if (row.entityType == QByteArrayView("probe"))
                numbers.append(row.entity.toByteArray());
        }
        return numbers;
    }

    Cursor start() { return {kind.storage.feedEpoch(), 0, 0}; }

    static QByteArray codeOf(const std::function<void()> &work)
    {
        try {
            work();
        } catch (const DatabaseFailure &failure) {
            return failure.sqlState();
        }
        return {};
    }

    Kind kind;
    crema::testing::FixedClock clock;
    crema::testing::SeededRandomness randomness{11};
    DeviceId device = newId<DeviceId>();
    std::int64_t sequence = 0;
};

} // namespace crema::simulation
