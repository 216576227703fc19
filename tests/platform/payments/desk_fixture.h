// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/payments/payment_desk.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include "models/base/uuid7.h"

#include <gtest/gtest.h>

#include <map>

namespace crema::testing {

/// Intents in memory, with the rules that IntentStore states.
class MemoryIntentStore final : public platform::IntentStore
{
public:
    struct Row {
        PaymentIntent intent;
        std::optional<UtcTime> dueAt;
        std::optional<UtcTime> claimedUntil;
        std::optional<UtcTime> firstAskedAt;
        int tries = 0;
    };

    QList<platform::DueIntent> due(UtcTime now, UtcTime claimedUntil, int limit) override
    {
        QList<platform::DueIntent> taken;
        for (auto &[id, row] : rows) {
            const bool isFree = !row.claimedUntil || *row.claimedUntil <= now;
            if (taken.size() == limit || !row.dueAt || *row.dueAt > now || !isFree)
                continue;
            row.claimedUntil = row.dueAt = claimedUntil;
            taken.append({row.intent, row.firstAskedAt, row.tries});
        }
        return taken;
    }
    UtcTime beginAsking(PaymentIntentId id, UtcTime now) override
    {
        Row &row = rows.at(id);
        row.firstAskedAt = row.firstAskedAt.value_or(now);
        return *row.firstAskedAt;
    }
    Money beginRefund(PaymentIntentId, const Money &before, const Money &amount) override
    {
        return refunds.try_emplace(before.minor(), amount).first->second;
    }
    std::optional<PaymentIntent> change(PaymentIntentId id,
                                        const std::function<PaymentIntent(const PaymentIntent &)> &step) override
    {
        const auto found = rows.find(id);
        if (found == rows.end())
            return std::nullopt;
        return found->second.intent = step(found->second.intent);
    }
    void putOff(PaymentIntentId id, std::optional<UtcTime> nextAt, int tries) override
    {
        Row &row = rows.at(id);
        row.claimedUntil.reset();
        row.tries = tries;
        if (row.dueAt != UtcTime(0))
            row.dueAt = nextAt;
    }
    QString readerOf(RegisterId) override { return reader; }

    std::map<PaymentIntentId, Row> rows;
    std::map<std::int64_t, Money> refunds;
    QString reader;
};

/// The platform was killed.
struct Killed {};

/// A provider as the interface promises it, whose answers a test may lose.
class ScriptedProvider final : public platform::PaymentProvider
{
public:
    struct Payment {
        ProviderOutcome outcome = ProviderOutcome::Open;
        int captures = 0;
    };

    QStringView name() const override { return u"scripted"; }
    ProviderAnswer ask(const platform::PaymentQuestion &question) override
    {
        calls.append(QStringLiteral("ask"));
        onAsk(question);
        payments.try_emplace(question.intent.id);
        if (paysAtOnce)
            pay(question.intent.id);
        return told(question.intent.id);
    }
    ProviderAnswer status(const platform::PaymentQuestion &question) override
    {
        calls.append(QStringLiteral("status"));
        return told(question.intent.id);
    }
    ProviderAnswer cancel(const platform::PaymentQuestion &question) override
    {
        calls.append(QStringLiteral("cancel"));
        Payment &payment = payments[question.intent.id];
        if (payment.outcome == ProviderOutcome::Open)
            payment.outcome = ProviderOutcome::Cancelled;
        return told(question.intent.id);
    }
    platform::RefundAnswer refund(const PaymentIntent &, const Money &amount, const QString &key) override
    {
        calls.append(QStringLiteral("refund %1 %2").arg(key.section(u'-', -1)).arg(amount.minor()));
        if (refusesRefunds)
            return {platform::RefundOutcome::Refused, QStringLiteral("insufficient_funds")};
        const bool isNew = refunds.try_emplace(key, amount.minor()).second;
        EXPECT_EQ(refunds.at(key), amount.minor()) << "the same key for another amount";
        refunded += isNew ? amount.minor() : 0;
        if (lost-- > 0)
            return {};
        return {platform::RefundOutcome::Done, {}};
    }

    void pay(PaymentIntentId id)
    {
        Payment &payment = payments.at(id);
        if (payment.outcome == ProviderOutcome::Open) {
            payment.outcome = ProviderOutcome::Paid;
            ++payment.captures;
        }
    }

    QStringList calls;
    std::map<PaymentIntentId, Payment> payments;
    std::map<QString, std::int64_t> refunds;
    std::int64_t refunded = 0;
    std::function<void(const platform::PaymentQuestion &)> onAsk = [](const platform::PaymentQuestion &) {};
    bool paysAtOnce = false;
    bool isKilling = false; ///< the next answer finds nobody
    bool refusesRefunds = false;
    int lost = 0; ///< so many answers do not come

private:
    ProviderAnswer told(PaymentIntentId id)
    {
        if (std::exchange(isKilling, false))
            throw Killed();
        ProviderAnswer answer;
        if (lost-- > 0)
            return answer;
        answer.outcome = payments.at(id).outcome;
        answer.reference = QStringLiteral("ref_1");
        if (answer.outcome == ProviderOutcome::Open)
            answer.url = QStringLiteral("https://pay.example/1");
        return answer;
    }
};

/// Counts what it hears.
class CountingWatcher final : public platform::DeskWatcher
{
public:
    void asked(platform::DeskCall, std::int64_t, bool isAnswered) override { silent += isAnswered ? 0 : 1; }
    void changed(const PaymentIntent &, const PaymentIntent &after) override
    {
        told.append(intentStateText(after.state));
    }
    void refundRefused(const PaymentIntent &, const QString &) override { ++refused; }

    int silent = 0;
    int refused = 0;
    QStringList told;
};

class DeskTest : public ::testing::Test
{
protected:
    DeskTest()
    {
        PaymentIntent intent;
        intent.id = id;
        intent.registerId = makeId<RegisterId>(clock.now(), randomness);
        intent.location = makeId<LocationId>(clock.now(), randomness);
        intent.shift = makeId<ShiftId>(clock.now(), randomness);
        intent.askedAt = clock.now();
        intent.amount = euros(1'000);
        intent.refundAsked = intent.refunded = euros(0);
        store.rows[id] = {intent, UtcTime(0), {}, {}, 0};
    }

    static Money euros(std::int64_t minor) { return Money(minor, *Currency::fromCode(u"EUR")); }
    PaymentIntent &intent() { return store.rows.at(id).intent; }
    /// As an operation leaves it.
    void wish(const std::function<void(PaymentIntent &)> &change)
    {
        change(intent());
        store.rows.at(id).dueAt = UtcTime(0);
    }
    /// All that is due at this moment, at most some steps.
    int work(platform::PaymentProvider *who)
    {
        platform::PaymentDesk desk(store, who, clock, watcher);
        int steps = 0;
        constexpr int most = 20;
        while (steps < most && desk.workOnce())
            ++steps;
        return steps;
    }
    int work() { return work(&provider); }

    FixedClock clock;
    SeededRandomness randomness;
    PaymentIntentId id = makeId<PaymentIntentId>(clock.now(), randomness);
    MemoryIntentStore store;
    ScriptedProvider provider;
    CountingWatcher watcher;
};

} // namespace crema::testing
