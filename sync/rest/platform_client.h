// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/feed/cursor.h"
#include "models/feed/snapshot_chunk.h"
#include "models/operations/epoch_claim.h"
#include "models/people/company.h"
#include "models/people/person.h"
#include "models/security/signing_key.h"
#include "models/selling/location.h"
#include "models/selling/register.h"
#include "sync/rest/answer_verdict.h"
#include "sync/rest/platform_addresses.h"
#include "sync/rest/questions.h"
#include "sync/rest/retry_budget.h"

#include <QUrlQuery>

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

/// Where a store is to go, and what it asks with for its epoch there (ADR 046).
struct StoreMove {
    QUuid claim;
    RegisterId registerId;
    Location location;
};

/// What the platform said of a store when it gave it a token.
struct KnownStore {
    std::int64_t epoch = 1;
    bool known = true;                     ///< the platform gave this epoch to a store
    std::int64_t highestSequence = 0;      ///< that came under it
    std::optional<std::int64_t> feedEpoch; ///< of the platform then (sync.md rule 12)
    std::optional<StoreMove> move = std::nullopt;
};

/// How far the platform's clock is from this machine's (sync.md rule 23).
struct ClockSample {
    std::int64_t offsetMs = 0;      ///< platform time − time of this machine
    std::int64_t uncertaintyMs = 0; ///< half a second and half the round trip
};

/// `now` is when the answer came in. Pure.
[[nodiscard]] ClockSample sampleOf(UtcTime serverTime, UtcTime now, std::int64_t roundTripMs);

/// The platform's REST API as a device uses it. Holds the access token, which is got by signing a challenge and
/// renewed when it has run out. What one address of the platform does not answer is asked at another, as long as that
/// stays a small part of all traffic (sync.md rule 22). Lives on one thread.
class PlatformClient : public std::enable_shared_from_this<PlatformClient>
{
public:
    /// `addresses` has at least one.
    PlatformClient(HttpTransport &network, Clock &clock, const QList<QUrl> &addresses, DeviceIdentity identity);

    /// Errors: `device.wrong_code`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<Enrolment>> enroll(QString code, QString name);
    /// For a device that was shut out. Errors: `device.wrong_code`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<void>> readmit(QString code);
    /// `code` is empty where none was asked for. Errors: `auth.wrong_credentials`, `auth.code_needed`,
    /// `auth.wrong_code`, `auth.too_many_attempts`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<Person>> login(QString email, QString password, QString code);
    /// Asks as the device, for what needs nobody to be signed in.
    [[nodiscard]] QCoro::Task<Exchange> askAsDevice(QString path, QJsonObject body);
    /// Asks as the person who signed in last. Errors of the answer: also `session.ended` when nobody did.
    [[nodiscard]] QCoro::Task<Exchange> askAsPerson(QString path, QJsonObject body);
    /// The same for what is only read.
    [[nodiscard]] QCoro::Task<Exchange> readAsPerson(QString path, QUrlQuery query);
    /// Nobody asks as the person who signed in last any more; their session is ended where the platform can be reached.
    QCoro::Task<> leave();
    /// Who signed in last by password, and did not leave.
    [[nodiscard]] const std::optional<PersonId> &personHere() const { return m_person; }
    /// Gets a token when there is none that is good.
    [[nodiscard]] QCoro::Task<Exchange> session();
    /// Whether there is one that is good.
    [[nodiscard]] bool hasToken() const;
    /// What the platform said of this store with the last token; nothing when it said nothing.
    [[nodiscard]] const std::optional<KnownStore> &knownStore() const { return m_knownStore; }
    /// Its feed epoch was looked at: later ones are told by the answers to pages and pushes.
    void forgetFeedEpoch();
    /// The next exchange gets a new token, and hears what the platform knows of this store by then.
    void forgetSession();
    /// The answer is one for readEpochGiven().
    [[nodiscard]] QCoro::Task<Exchange> claimEpoch(EpochClaim claim);
    /// From now on this store has this epoch; the next exchange gets a token for it.
    void useEpoch(std::int64_t epoch);
    /// `body` as writePushRequest() makes it. A platform whose feed is in another epoch than `feedEpoch` takes nothing.
    [[nodiscard]] QCoro::Task<Exchange> push(QByteArray body, std::optional<std::int64_t> feedEpoch);
    [[nodiscard]] QCoro::Task<Exchange> pull(Cursor cursor, int limit);
    /// The next chunk of the starting state; `cut` is the beginning of an epoch for the first one. No types: all.
    [[nodiscard]] QCoro::Task<Exchange> snapshot(Cursor cut, SnapshotPlace after, QStringList types, int limit);
    /// What whoever has read up to `cursor` has to hold; the answer is one for readCheckpoint(). The types that are
    /// named are held otherwise here, and are counted anew there.
    [[nodiscard]] QCoro::Task<Exchange> checkpoint(Cursor cursor, QStringList differs);
    /// Which of these the platform has, at most maxKnownReceipts of them; the answer is one for readReceipts(). A
    /// platform whose feed is in another epoch than `feedEpoch` does not say.
    [[nodiscard]] QCoro::Task<Exchange> knownReceipts(QList<OperationId> asked, std::optional<std::int64_t> feedEpoch);

    /// `body` as auditing::writeChainRequest() makes it; the answer is one for readCountersignature().
    [[nodiscard]] QCoro::Task<Exchange> countersign(QByteArray body);
    /// `body` as codec::toJson(DeviceHealth) makes it. Given up soon: nothing waits for it.
    [[nodiscard]] QCoro::Task<Exchange> reportHealth(QByteArray body);
    /// How all devices are, for this person; the answer is one for codec::readDeviceList().
    [[nodiscard]] QCoro::Task<Exchange> deviceHealth(PersonId person);
    /// What was done, for this person; the answer is one for codec::readAuditPage().
    [[nodiscard]] QCoro::Task<Exchange> auditTrail(PersonId person, QUrlQuery query);
    /// All that is known of a customer, for this person.
    [[nodiscard]] QCoro::Task<Exchange> exportCustomer(PersonId person, CustomerId id);

    /// Is told when there is more to pull. Null when the platform cannot be reached or this way has no streams.
    [[nodiscard]] QCoro::Task<std::unique_ptr<EventStream>> follow(EventListener listener);

    /// The last measurement of the platform's clock; nothing before the first answer.
    [[nodiscard]] const std::optional<ClockSample> &clockSample() const { return m_clockSample; }

    [[nodiscard]] const PlatformAddresses &addresses() const { return m_addresses; }

private:
    /// When a request goes to a further address.
    enum class Failover {
        Unanswered, ///< the platform knows it again: what was sent twice is done once
        Unsent,     ///< a second one would count as well: a try of a password, a mail
    };
    /// The address of `request` is a path; where it goes is decided here.
    [[nodiscard]] QCoro::Task<Exchange> exchange(HttpRequest request, Failover failover = Failover::Unanswered);
    [[nodiscard]] QCoro::Task<Exchange> exchangeAt(int address, HttpRequest request);
    [[nodiscard]] QCoro::Task<Exchange> post(QString path, QJsonObject body);
    [[nodiscard]] QCoro::Task<Exchange> authorised(HttpRequest request, Failover failover = Failover::Unanswered);
    /// Whether a new access token may help. A wrong password or code must not be tried a second time: each attempt
    /// counts. A session that has ended is the token's own, or else the one that was asked about.
    [[nodiscard]] static bool isAboutToken(const Exchange &exchange, bool isPersons);
    [[nodiscard]] QCoro::Task<Exchange> asPerson(HttpRequest request, Failover failover);
    /// As this person where they signed in by password, else as the device.
    [[nodiscard]] QCoro::Task<Exchange> asPersonOrDevice(PersonId person, HttpRequest request);
    /// The token of the person, by the refresh token of their session.
    [[nodiscard]] QCoro::Task<Exchange> renewSession();
    void keepSession(const QJsonObject &answer);
    void forgetPerson();
    [[nodiscard]] QCoro::Task<Exchange> renewToken();
    [[nodiscard]] QCoro::Task<Exchange> askForToken();
    [[nodiscard]] HttpRequest request(const QByteArray &method, const QString &path) const;
    void keepToken(const QJsonObject &answer);

    HttpTransport &m_network;
    Clock &m_clock;
    Questions m_questions;
    PlatformAddresses m_addresses;
    RetryBudget m_retries;
    DeviceIdentity m_identity;
    QByteArray m_token;
    bool m_isPersons = false;         ///< the token names who signed in; otherwise only the device
    std::optional<PersonId> m_person; ///< who signed in by password
    QString m_session;                ///< of who signed in; in memory only: whoever starts anew signs in anew
    QString m_refreshToken;
    std::optional<ClockSample> m_clockSample;
    std::optional<KnownStore> m_knownStore;
    std::int64_t m_tokenEndsMs = 0; // on the monotonic clock: the wall clock of a till is not trusted
};

} // namespace crema::sync
