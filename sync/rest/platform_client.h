// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/feed/cursor.h"
#include "models/people/company.h"
#include "models/people/person.h"
#include "models/security/signing_key.h"
#include "models/selling/location.h"
#include "models/selling/register.h"
#include "sync/rest/answer_verdict.h"

namespace crema::sync {

/// What enrolment gives a device.
struct Enrolment {
    Company company;
    Location location;
    std::optional<Register> registerInfo;
    Person person;
    std::int64_t feedEpoch = 1;
};

/// What a device signs with.
struct DeviceIdentity {
    DeviceId device;
    std::int64_t epoch = 1;
    SigningKey key;
};

/// How far the platform's clock is from this machine's (sync.md rule 23).
struct ClockSample {
    std::int64_t offsetMs = 0;      ///< platform time − time of this machine
    std::int64_t uncertaintyMs = 0; ///< half a second and half the round trip
};

/// `now` is when the answer came in. Pure.
[[nodiscard]] ClockSample sampleOf(UtcTime serverTime, UtcTime now, std::int64_t roundTripMs);

/// The platform's REST API as a device uses it. Holds the access token, which is got by signing a challenge and
/// renewed when it has run out. Lives on one thread.
class PlatformClient : public std::enable_shared_from_this<PlatformClient>
{
public:
    PlatformClient(HttpTransport &network, Clock &clock, QUrl base, DeviceIdentity identity);

    /// Errors: `device.wrong_code`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<Enrolment>> enroll(QString code, QString name);
    /// Errors: `auth.wrong_credentials`, `auth.too_many_attempts`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<Person>> login(QString email, QString password);
    /// `body` as writePushRequest() makes it.
    [[nodiscard]] QCoro::Task<Exchange> push(QByteArray body);
    [[nodiscard]] QCoro::Task<Exchange> pull(Cursor cursor, int limit);
    /// Which of these the platform has, at most maxKnownReceipts of them; the answer is one for readReceipts().
    [[nodiscard]] QCoro::Task<Exchange> knownReceipts(QList<OperationId> operations);

    /// The last measurement of the platform's clock; nothing before the first answer.
    [[nodiscard]] const std::optional<ClockSample> &clockSample() const { return m_clockSample; }

    [[nodiscard]] const QUrl &base() const { return m_base; }

private:
    [[nodiscard]] QCoro::Task<Exchange> exchange(HttpRequest request);
    [[nodiscard]] QCoro::Task<Exchange> post(QString path, QJsonObject body);
    [[nodiscard]] QCoro::Task<Exchange> authorised(HttpRequest request);
    [[nodiscard]] QCoro::Task<Exchange> renewToken();
    [[nodiscard]] HttpRequest request(const QByteArray &method, const QString &path) const;
    void keepToken(const QJsonObject &answer);

    HttpTransport &m_network;
    Clock &m_clock;
    QUrl m_base;
    DeviceIdentity m_identity;
    QByteArray m_token;
    std::optional<ClockSample> m_clockSample;
    std::int64_t m_tokenEndsMs = 0; // on the monotonic clock: the wall clock of a till is not trusted
};

} // namespace crema::sync
