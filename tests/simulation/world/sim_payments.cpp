// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/sim_payments.h"

#include "models/operations/storage_failure.h"

#include <algorithm>

namespace crema::simulation {

namespace {

constexpr std::int64_t turnMs = 1'000;
constexpr int stepsOfTurn = 20;

} // namespace

SimPayments::SimPayments(Scheduler &scheduler, SimPlatform &platform, Counts &counts, Dice dice, int lost)
    : m_scheduler(scheduler), m_platform(platform), m_counts(counts), m_provider(scheduler, dice, lost),
      m_store(platform.database()), m_desk(m_store, &m_provider, platform.clock(), *this)
{
    m_scheduler.after(turnMs, [this] { work(); });
}

void SimPayments::work()
{
    try {
        for (int step = 0; step < stepsOfTurn && m_desk.workOnce(); ++step)
            ++m_counts["payment.desk"];
    } catch (const StorageFailure &) {
        ++m_counts["payment.desk_ended"]; // what it held is due again when its claim ends
    }
    m_scheduler.after(turnMs, [this] { work(); });
}

void SimPayments::asked(platform::DeskCall call, std::int64_t, bool isAnswered)
{
    ++m_counts[QByteArray("payment.") + platform::deskCallText(call)];
    m_counts["payment.unanswered"] += isAnswered ? 0 : 1;
}

/// Whoever hears that nothing was taken asks the customer for it once more, even if another answer comes later.
void SimPayments::changed(const PaymentIntent &, const PaymentIntent &after)
{
    const bool isNothing = after.state == IntentState::Failed || after.state == IntentState::Cancelled;
    if (isNothing && after.reason.isEmpty() && m_provider.mayTake(after.id))
        m_objection =
            QStringLiteral("a payment counts as %1 that the provider may still take").arg(intentStateText(after.state));
}

void SimPayments::settle()
{
    m_provider.settle();
    m_store.wakeAll();
}

bool SimPayments::isAtRest() const
{
    const auto &turns = m_platform.database().state.paymentTurns;
    return std::none_of(turns.cbegin(), turns.cend(),
                        [](const MemoryState::PaymentTurn &turn) { return turn.dueAt.has_value(); });
}

QString SimPayments::objection() const
{
    if (!m_objection.isEmpty())
        return m_objection;
    const QString money = objectionToMoney();
    return money.isEmpty() ? objectionToSales() : money;
}

/// Whatever was taken is known, once, and so is what went back.
QString SimPayments::objectionToMoney() const
{
    const auto &intents = m_platform.database().state.paymentIntents;
    const auto &books = m_provider.books();
    for (auto taken = books.constBegin(); taken != books.constEnd(); ++taken) {
        if (taken->captures > 1)
            return QStringLiteral("a customer paid twice for one thing");
        const PaymentIntent intent = intents.value(taken.key()).value;
        const bool hasMoney = taken->state == SimProvider::Payment::State::Paid;
        if (hasMoney && intent.state != IntentState::Paid)
            return QStringLiteral("the provider has money for a payment that is %1 here")
                .arg(intentStateText(intent.state));
        if (taken->refunded != intent.refunded.minor()) {
            return QStringLiteral("%1 went back to a customer, and %2 are known of")
                .arg(taken->refunded)
                .arg(intent.refunded.minor());
        }
    }
    for (const platform::Stored<PaymentIntent> &intent : intents) {
        if (intent.value.state == IntentState::Paid && !m_provider.hasMoney(intent.value.id))
            return QStringLiteral("a payment is paid here of which the provider has nothing");
    }
    return {};
}

/// What was paid is for one sale, goes back, or holds its shift until somebody says what it is for.
QString SimPayments::objectionToSales() const
{
    const MemoryState &state = m_platform.database().state;
    QSet<SaleId> lookedAt;
    for (const platform::Review &review : state.reviews) {
        if (review.code == QLatin1String("payment.used_twice"))
            lookedAt.insert(SaleId(review.subject.id));
    }
    QHash<PaymentIntentId, std::int64_t> paidBack;
    for (const Sale &sale : state.sales) {
        for (const Payment &payment : sale.payments) {
            if (!payment.intent)
                continue;
            const auto intent = state.paymentIntents.constFind(*payment.intent);
            if (intent == state.paymentIntents.constEnd())
                return QStringLiteral("sale %1 was paid by nobody knows what").arg(sale.number);
            if (payment.amount.isNegative())
                paidBack[*payment.intent] -= payment.amount.minor();
            else if (intent->value.sale != sale.id && !lookedAt.contains(sale.id))
                return QStringLiteral("what paid sale %1 is for another one, and nobody is told").arg(sale.number);
        }
    }
    for (const platform::Stored<PaymentIntent> &stored : state.paymentIntents) {
        const PaymentIntent &intent = stored.value;
        if (intent.sale && !state.sales.contains(*intent.sale))
            return QStringLiteral("a payment is for a sale that is not there");
        const std::int64_t owed = std::min(paidBack.value(intent.id), intent.amount.minor());
        if (intent.refundAsked.minor() < owed)
            return QStringLiteral("%1 of a payment are paid back, and %2 are asked for")
                .arg(owed)
                .arg(intent.refundAsked.minor());
    }
    return {};
}

} // namespace crema::simulation
