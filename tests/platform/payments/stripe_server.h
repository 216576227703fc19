// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/base/system_clock.h"
#include "platform/base/system_randomness.h"
#include "platform/http/door.h"
#include "tests/testing/fixed_clock.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <mutex>

namespace crema::testing {

/// So much of Stripe's API as the provider uses, over real HTTP: it keeps idempotency keys with their parameters,
/// captures once, refuses what Stripe's reference says it refuses, and can lose a reply after the effect.
class StripeServer
{
public:
    explicit StripeServer(const FixedClock &clock);
    ~StripeServer() { m_door->stop(); }
    StripeServer(const StripeServer &) = delete;
    StripeServer &operator=(const StripeServer &) = delete;

    static inline const QString secretKey = QStringLiteral("sk_test_ForTestsOnly");
    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

    // What a customer and time do.
    void payLink();
    void tapCard();
    void declineCard();
    void forgetReaderAction();
    void forgetKeys();

    /// So many of the next replies are lost after their effect.
    void loseReplies(int count);
    /// The next requests are answered so, without any effect.
    void failNext(int status, const QByteArray &code, int count = 1);

    [[nodiscard]] int captures();
    [[nodiscard]] qsizetype sessions();
    [[nodiscard]] QString stateOfIntent();
    [[nodiscard]] std::int64_t refunded();
    [[nodiscard]] QStringList complaints(); ///< what a request did not have that each has to have

private:
    struct Reply {
        int status = 200;
        QJsonObject body;
    };
    using Form = QHash<QString, QString>;
    using Effect = std::function<Reply(const Form &, const QString &id)>;

    void add(http::Method method, const QString &pattern, const Effect &effect);
    http::Response answer(const http::Request &request, const QString &id, const Effect &effect);
    Reply effectOnce(const http::Request &request, const QString &id, const Effect &effect);
    void addSessions();
    void addIntents();
    void addReaders();

    Reply makeSession(const Form &form);
    Reply makeIntent(const Form &form);
    Reply refund(const Form &form);
    QJsonObject withCharge(QJsonObject intent) const;
    QJsonObject current(QJsonObject session) const;
    void capture(const QString &intent);
    static Reply error(int status, const QString &code, const QString &type = QStringLiteral("invalid_request_error"));

    const FixedClock &m_clock;
    platform::SystemClock m_time;
    platform::SystemRandomness m_randomness;
    platform::Log m_log{m_time, platform::LogLevel::Severe, [](QByteArrayView) {}};
    platform::Metrics m_metrics;
    http::Router m_router;
    quint16 m_port = 0;

    std::mutex m_mutex;
    QHash<QString, QJsonObject> m_sessions;
    QHash<QString, QJsonObject> m_intents;
    QJsonObject m_action; ///< of the one reader, tmr_1
    QHash<QByteArray, std::pair<QByteArray, Reply>> m_keys;
    QStringList m_complaints;
    int m_lost = 0;
    int m_failures = 0;
    int m_captures = 0;
    std::int64_t m_refunded = 0;
    QJsonArray m_refunds;
    Reply m_failure;
    std::unique_ptr<http::Door> m_door; ///< last: it answers by all of the above
};

} // namespace crema::testing
