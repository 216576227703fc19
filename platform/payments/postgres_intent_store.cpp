// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/postgres_intent_store.h"

#include "models/feed/entity_types.h"
#include "models/feed/payment_intent_codec.h"
#include "platform/database/transaction.h"
#include "platform/sync/feed_writer.h"
#include "platform/sync/load_stored.h"

#include <algorithm>

namespace crema::platform {
namespace {

PaymentIntent readIntentRow(const Rows &rows, int row)
{
    return sound(codec::readPaymentIntent(rows.json(row, 0)));
}

} // namespace

QList<DueIntent> PostgresIntentStore::due(UtcTime now, UtcTime claimedUntil, int limit)
{
    return retrying([&] {
        const auto connection = m_pool.borrow();
        const Rows rows = connection->run("payments/take_due_intents", {now, claimedUntil, limit});
        QList<DueIntent> due;
        for (int row = 0; row < rows.count(); ++row) {
            DueIntent one{readIntentRow(rows, row), std::nullopt, static_cast<int>(rows.number(row, 2))};
            if (!rows.isNull(row, 1))
                one.firstAskedAt = UtcTime(rows.number(row, 1));
            due.append(one);
        }
        return due;
    });
}

UtcTime PostgresIntentStore::beginAsking(PaymentIntentId id, UtcTime now)
{
    return retrying([&] { return UtcTime(m_pool.borrow()->run("payments/begin_asking", {id, now}).number(0, 0)); });
}

Money PostgresIntentStore::beginRefund(PaymentIntentId id, const Money &before, const Money &amount)
{
    return retrying([&] {
        const Rows rows = m_pool.borrow()->run("payments/begin_refund", {id, before.minor(), amount.minor()});
        return Money(rows.number(0, 0), amount.currency());
    });
}

std::optional<PaymentIntent>
PostgresIntentStore::change(PaymentIntentId id, const std::function<PaymentIntent(const PaymentIntent &)> &step)
{
    const auto changed = retrying([&]() -> std::optional<PaymentIntent> {
        const auto connection = m_pool.borrow();
        Transaction transaction(*connection);
        const Rows rows = transaction.run("payments/lock_intent", {id});
        if (rows.isEmpty())
            return std::nullopt;
        const PaymentIntent before = readIntentRow(rows, 0);
        const PaymentIntent after = step(before);
        if (after == before)
            return after;
        const QJsonObject document = codec::toJson(after);
        transaction.run("payments/save_intent", {id, intentStateText(after.state), document});
        const FeedEntry entry{entity::paymentIntent.toString(), id.value(), audienceOf(after.location), false,
                              document};
        writeFeed(transaction, {entry}, {});
        transaction.commit();
        return after;
    });
    if (changed)
        m_events.publish("feed:" + audienceOf(changed->location).toLatin1(), {{}, "changes", {}});
    return changed;
}

void PostgresIntentStore::putOff(PaymentIntentId id, std::optional<UtcTime> nextAt, int tries)
{
    retrying([&] { m_pool.borrow()->run("payments/put_off_intent", {id, nextAt, tries}); });
}

QString PostgresIntentStore::readerOf(RegisterId reg)
{
    const Rows rows = retrying([&] { return m_pool.borrow()->run("payments/load_reader", {reg}); });
    return rows.isEmpty() ? m_usualReader : rows.text(0, 0);
}

void PostgresIntentStore::wake(PaymentIntentId id)
{
    retrying([&] { m_pool.borrow()->run("payments/wake_intent", {id}); });
}

IntentCounts PostgresIntentStore::counts(UtcTime now)
{
    const auto connection = m_pool.borrow();
    const Rows rows = connection->run("payments/count_intents", {now});
    IntentCounts counts;
    for (int row = 0; row < rows.count(); ++row) {
        counts.byState.insert(rows.text(row, 0), rows.number(row, 1));
        counts.oldestSeconds = std::max(counts.oldestSeconds, rows.number(row, 2));
    }
    counts.paidDue = connection->run("payments/count_refunds").number(0, 0);
    return counts;
}

} // namespace crema::platform
