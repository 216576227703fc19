// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/base/ready_checks.h"
#include "platform/base/worker_pool.h"
#include "platform/domain/domain_services.h"
#include "platform/http/route_runner.h"
#include "tests/platform/domain/api_document.h"
#include "tests/platform/domain/company_fixture.h"

#include <QTemporaryDir>

namespace crema::testing {

/// Remembers who was woken.
class RecordingPublisher final : public http::EventPublisher
{
public:
    void publish(const QByteArray &key, const http::Event &) override { keys.append(key); }

    QByteArrayList keys;
};

/// A device on its way in, with its key.
struct Applicant {
    DeviceId device;
    SigningKey key;
};

/// The whole domain side, asked through its routes without a network. Every answer is held against the API document.
class ServicesTest : public CompanyTest
{
protected:
    ServicesTest();
    ~ServicesTest() override { background.stop(); }

    http::Response call(http::Method method, const QByteArray &target, const QJsonObject &body = {},
                        const QByteArray &token = {});
    /// What the route of the request answers, as it goes out; with no route an empty one.
    http::Response serve(http::Request request);
    http::Response get(const QByteArray &target, const QByteArray &token = {})
    {
        return call(http::Method::Get, target, {}, token);
    }
    http::Response post(const QByteArray &target, const QJsonObject &body, const QByteArray &token = {})
    {
        return call(http::Method::Post, target, body, token);
    }

    Applicant newApplicant() { return {newId<DeviceId>(), SigningKey::generate(randomness)}; }
    QString newCode(const QString &email = {});
    http::Response enrol(const Applicant &applicant, const QString &code);
    /// Enrols a device and gives its access token.
    QByteArray enrolledToken();
    /// Makes and reads tokens as the platform does, for what no sign-in would give.
    std::unique_ptr<platform::AccessTokens> platformTokens();
    http::Response askToken(const Applicant &applicant, const QString &nonce);
    void givePassword(const Person &person, const QString &password);
    void givePasswordHash(const Person &person, const QString &hash);

    /// Card payments are simulated here, and webhooks are believed with this.
    static inline const QString webhookSecret = QStringLiteral("whsec_ForTestsOnly0000000000000000");

    static QJsonObject json(const http::Response &response);
    /// The code of a problem answer.
    static QString code(const http::Response &response);

    /// The messages that were mailed so far, oldest first: the head and, read, the text.
    QStringList mails();

    QTemporaryDir folder;
    QByteArrayList logged; ///< from warnings on
    platform::Log log{clock, platform::LogLevel::Warning,
                      [this](QByteArrayView line) { logged.append(line.toByteArray()); }};
    platform::Metrics metrics;
    platform::ReadyChecks checks;
    platform::WorkerPool background{"test", 1, 4};
    RecordingPublisher events;
    http::Router router;
    platform::DomainServices services;
    http::DoorParts doorParts;
    http::RouteRunner runner;
    ApiDocument api;
    QString address = QStringLiteral("10.0.0.1");
    QUuid requestId; ///< of the last call
};

} // namespace crema::testing
