// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_types.h"
#include "platform/sync/effect_rows.h"
#include "platform/sync/postgres_unit_of_work.h"
#include "platform/sync/record_rows.h"

namespace crema::platform {

namespace {

bool tookEffect(const Acknowledgement &acknowledgement)
{
    return acknowledgement.outcome == Outcome::Applied || acknowledgement.outcome == Outcome::Conflict;
}

} // namespace

QList<FeedEntry> PostgresUnitOfWork::writeEffects()
{
    QList<FeedEntry> feed;
    writeProducts(m_transaction, m_products, feed);
    writeVariants(m_transaction, m_products, m_variants, feed);
    writeCustomers(m_transaction, m_customers, feed);
    writeShifts(m_transaction, m_shifts, feed);
    writeSales(m_transaction, m_sales.values(), feed);
    writeMovements(m_transaction, m_movements.values(), feed);
    return feed;
}

void PostgresUnitOfWork::stampVisible(const Cursor &visible)
{
    m_operations.changeDirty([&](StoredOperation &operation) {
        if (tookEffect(operation.acknowledgement) && !operation.acknowledgement.visibleAt)
            operation.acknowledgement.visibleAt = visible;
    });
}

QList<FeedEntry> PostgresUnitOfWork::announcements()
{
    QList<FeedEntry> feed;
    for (const OperationId &id : m_announced.values()) {
        const StoredOperation &operation = *m_operations.find(id)->value;
        feed.append({entity::acknowledgement.toString(), id.value(), audienceOf(operation.device), false,
                     acknowledgementToJson(operation.acknowledgement)});
    }
    return feed;
}

void PostgresUnitOfWork::writeRecords()
{
    QList<StoredOperation> operations;
    m_operations.eachDirty([&](OperationId, const auto &entry) { operations.append(*entry.value); });
    writeOperations(m_transaction, operations);
    writeReceipts(m_transaction, m_receipts.values());
    writeDeadLetters(m_transaction, m_deadLetters.values());
    writeReviews(m_transaction, m_reviews.values());
    writeAudit(m_transaction, m_audit.values());
}

void PostgresUnitOfWork::commit(const QStringList &audiences)
{
    const Cursor visible = writeFeed(m_transaction, m_feedEpoch, writeEffects(), audiences);
    stampVisible(visible);
    writeFeed(m_transaction, m_feedEpoch, announcements(), audiences);
    writeRecords();
    m_transaction.commit();
}

} // namespace crema::platform
