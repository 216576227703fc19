// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/payment_rows.h"

#include "models/feed/payment_intent_codec.h"
#include "sync/store/documents.h"

#include <algorithm>

namespace crema::sync {
namespace {

constexpr int mostIntents = 1'000;

} // namespace

void PaymentRows::save(const PaymentIntent &intent, const QByteArray &document)
{
    const std::int64_t holds = intent.holdsShift() ? 1 : 0;
    m_database.run("save_payment_intent", {intent.id, intent.shift, holds, intent.askedAt.msSinceEpoch(), document});
}

void PaymentRows::remove(PaymentIntentId id)
{
    m_database.run("delete_payment_intent", {id});
}

std::optional<PaymentIntent> PaymentRows::intent(PaymentIntentId id)
{
    Rows rows = m_database.query("read_payment_intent", {id});
    return rows.next() ? std::optional(entityOf(rows.bytes(0), &codec::readPaymentIntent)) : std::nullopt;
}

QList<PaymentIntent> PaymentRows::intents(const PaymentFilter &filter)
{
    QList<PaymentIntent> result;
    const std::int64_t least = filter.holdsShiftOnly ? 1 : 0;
    const int limit = std::clamp(filter.limit, 1, mostIntents);
    Rows rows = filter.shift ? m_database.query("list_payment_intents_of_shift", {*filter.shift, least, limit})
                             : m_database.query("list_payment_intents", {least, limit});
    while (rows.next())
        result.append(entityOf(rows.bytes(0), &codec::readPaymentIntent));
    return result;
}

std::int64_t PaymentRows::holding(ShiftId shift)
{
    return m_database.value("count_intents_that_hold", {shift}).toLongLong();
}

} // namespace crema::sync
