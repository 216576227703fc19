// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/customers/customer_retention.h"

#include "models/base/uuid7.h"
#include "models/customers/erasure.h"
#include "models/customers/merge.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"
#include "platform/database/transaction.h"
#include "platform/sync/erasure.h"
#include "platform/sync/push.h"

namespace crema::platform {
namespace {

constexpr std::int64_t dayMs = 24LL * 3'600'000;
constexpr std::int64_t yearMs = dayMs * 36'525 / 100;

AuditEntry auditOf(CustomerId id, EraseReason reason, UtcTime now)
{
    const QJsonObject document{{QStringLiteral("outcome"), QStringLiteral("applied")},
                               {QStringLiteral("reason"), eraseReasonText(reason)}};
    return {QUuid(), now,     {}, operation::customerErase.toString(), {entity::customer.toString(), id.value()},
            {},      document};
}

} // namespace

RetentionOutcome CustomerRetention::run(std::int64_t years, UtcTime now) const
{
    if (years <= 0)
        return {};
    const auto connection = m_pool.borrow();
    Transaction turn(*connection);
    if (!turn.run("customers/hold_retention").boolean(0, 0))
        return {};
    const Rows counts = turn.run("customers/count_retention", {now.plusMs(-dayMs)});
    const std::int64_t goneToday = counts.number(0, 1);
    const std::int64_t all = counts.number(0, 0) + goneToday;
    const std::int64_t room = mostADay - goneToday;
    if (room <= 0)
        return {};
    const Rows due = turn.run("customers/list_unneeded_customers", {now.plusMs(-years * yearMs), room});
    if (due.isEmpty())
        return {};
    if ((goneToday + due.count()) * largestPart > all)
        return {0, due.count()};
    std::int64_t erased = 0;
    for (int row = 0; row < due.count(); ++row) {
        const QList<CustomerId> ids = allOf(CustomerId(due.uuid(row, 0)));
        for (const CustomerId &id : ids)
            erase(id, EraseReason::NotNeeded, now);
        erased += ids.size();
    }
    // What waited for their operations is judged again.
    Push(m_makeUnit).releaseOverdue(now);
    return {erased, 0};
}

QList<CustomerId> CustomerRetention::allOf(CustomerId id) const
{
    const std::unique_ptr<UnitOfWork> unit = m_makeUnit();
    const std::optional<Customer> root = unit->customer(id);
    QList<CustomerId> ids{id};
    if (!root)
        return ids;
    for (const Customer &part : mergedInto(*root, [&](CustomerId one) { return unit->customer(one); }))
        ids.append(part.id);
    return ids;
}

std::int64_t CustomerRetention::followErasures(UtcTime now) const
{
    const auto connection = m_pool.borrow();
    Transaction turn(*connection);
    if (!turn.run("customers/hold_retention").boolean(0, 0))
        return 0;
    const Rows half = turn.run("customers/list_half_erased", {mostADay});
    for (int row = 0; row < half.count(); ++row)
        erase(CustomerId(half.uuid(row, 0)), EraseReason::Requested, now);
    if (!half.isEmpty())
        Push(m_makeUnit).releaseOverdue(now);
    return half.count();
}

void CustomerRetention::erase(CustomerId id, EraseReason reason, UtcTime now) const
{
    retrying([&] {
        const std::unique_ptr<UnitOfWork> unit = m_makeUnit();
        const std::optional<Customer> before = unit->customer(id);
        if (!before || before->isErased())
            return;
        unit->save(erasedCustomer(id, now));
        const CardSettlement settled{Decision::SetAside, makeId<OperationId>(now, m_randomness), {}, now};
        [[maybe_unused]] const QList<OperationId> changed =
            Erasure(*unit).run({entity::customer.toString(), id.value()}, codec::toJson(*before), settled);
        unit->append(auditOf(id, reason, now));
        unit->commit({});
    });
}

} // namespace crema::platform
