// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/uuid7.h"
#include "models/feed/feed_row.h"
#include "models/operations/envelope.h"
#include "models/operations/operation.h"
#include "models/people/person.h"
#include "models/security/signing_key.h"
#include "models/selling/location.h"
#include "models/selling/register.h"
#include "platform/database/connection_pool.h"
#include "platform/sync/postgres_sync_storage.h"
#include "platform/sync/push.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

#include <memory>

struct pg_conn;

namespace crema::testing {

/// One enrolled till as a test drives it: makes operations and their envelopes in order.
struct Till {
    DeviceId device;
    LocationId location;
    RegisterId registerId;
    PersonId person;
    std::int64_t sequence = 0;
};

/// A company with one shop and a manager on a real database.
class CompanyTest : public ::testing::Test
{
protected:
    CompanyTest() : CompanyTest(freshCompany()) {}

    /// Enrols a device the way the platform does, for `person` (the manager unless told).
    Till enrolTill(const std::optional<Person> &person = std::nullopt);
    Person addPerson(Role role, const QString &email) { return addPerson(role, email, {shop.id}); }
    /// Without locations: who works everywhere.
    Person addPerson(Role role, const QString &email, const QList<LocationId> &locations);

    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(clock.now(), randomness);
    }

    /// An operation of this till's person; its id is new.
    Operation operationOf(const Till &till, QStringView type, const SubjectRef &subject, const QJsonObject &body);
    Operation createProduct(const Till &till, ProductId id, const QString &name);
    Operation createVariant(const Till &till, VariantId id, ProductId product, const QString &sku,
                            const QStringList &barcodes = {});
    Operation editProduct(const Till &till, ProductId id, const QString &field, const QJsonValue &from,
                          const QJsonValue &to);
    Operation adjustStock(const Till &till, VariantId variant, std::int64_t delta);
    Operation openShift(const Till &till, ShiftId id);
    Operation moveCash(const Till &till, CashMovementId id, ShiftId shift, CashMovementKind kind, std::int64_t minor);
    /// One line of one piece for 11.90 with 19 % tax inside, paid in cash.
    Operation completeSale(const Till &till, SaleId id, ShiftId shift, VariantId variant, const QString &number,
                           std::optional<CustomerId> customer = std::nullopt);

    /// The next envelope of the till.
    static Envelope envelopeOf(Till &till, const Operation &operation);
    static Envelope envelopeOf(Till &till, const QByteArray &bytes);

    Result<platform::PushOutcome> push(const Till &till, const QList<Envelope> &envelopes);
    /// Pushes one operation and gives its acknowledgement.
    Acknowledgement pushOne(Till &till, const Operation &operation);
    QStringList audiences(const Till &till) const;

    FeedPage pull(const Till &till, const Cursor &after, int limit = 2'000);
    /// Everything from the beginning.
    QList<FeedRow> pullAll(const Till &till, int limit = 2'000);

    /// The number in the first column of the first row of this text.
    std::int64_t countOf(const QByteArray &query);
    /// The first value that a query answers with; "-1" without a row.
    QByteArray textOf(const QByteArray &query);
    /// Ends the session that countOf() and textOf() keep.
    void stopLooking() { m_looking.reset(); }

    FixedClock clock;
    SeededRandomness randomness;
    QString url;
    platform::ConnectionPool pool;
    platform::PostgresSyncStorage storage{pool};
    Location shop;
    Person manager;

private:
    /// What every test begins with.
    struct Company {
        QString url;
        Location shop;
        Person manager;
        /// As it is after the company was set up.
        SeededRandomness randomness;
    };
    explicit CompanyTest(const Company &company);
    /// Set up once, copied for each test.
    static Company freshCompany();

    struct Finish {
        void operator()(pg_conn *connection) const;
    };
    /// One session for all that a test looks up: a new one costs more than most of what it would ask.
    std::unique_ptr<pg_conn, Finish> m_looking;
};

} // namespace crema::testing
