// SPDX-License-Identifier: GPL-3.0-or-later
// What the changes of people need of storage, asked of PostgreSQL and of the database in memory alike.
#include "models/base/uuid7.h"
#include "platform/database/database_failure.h"
#include "tests/simulation/platform/storage_kinds.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <functional>

namespace crema::simulation {
namespace {

using platform::Stored;
using platform::UnitStorage;

template<class Kind>
class PeopleConformance : public ::testing::Test
{
protected:
    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(clock.now(), randomness);
    }

    std::unique_ptr<UnitStorage> begin() { return kind.storage.begin(); }

    /// The SQLSTATE that the work ends with; empty when it is done.
    static QByteArray codeOf(const std::function<void()> &work)
    {
        try {
            work();
        } catch (const platform::DatabaseFailure &failure) {
            return failure.sqlState();
        }
        return {};
    }

    QByteArray keep(const QList<Stored<Person>> &people)
    {
        return codeOf([&] {
            const auto unit = begin();
            (void)unit->write(people);
            unit->commit();
        });
    }

    Kind kind;
    crema::testing::FixedClock clock;
    crema::testing::SeededRandomness randomness{3};
};

TYPED_TEST_SUITE(PeopleConformance, StorageKinds);

TYPED_TEST(PeopleConformance, AnAddressBelongsToOnePersonAndAChangeToOneTransaction)
{
    Person ada;
    ada.id = this->template newId<PersonId>();
    ada.name = QStringLiteral("Ada");
    ada.email = QStringLiteral("Ada@example.org");
    ada.role = Role::Admin;
    Person other = ada;
    other.id = this->template newId<PersonId>();
    EXPECT_EQ(this->keep({{ada, 0}}), "");
    EXPECT_EQ(this->keep({{other, 0}}), "23505");
    other.email.clear();
    EXPECT_EQ(this->keep({{other, 0}}), "");
    const auto unit = this->begin();
    EXPECT_EQ(unit->person(ada.id)->value, ada);
    EXPECT_EQ(unit->personWithEmail(QStringLiteral("ada@example.org")), ada.id);
    EXPECT_FALSE(unit->personWithEmail(QString()));
    const auto stale = *unit->person(ada.id);
    EXPECT_EQ(this->keep({stale}), "");
    EXPECT_EQ(this->keep({stale}), "40001");
}

TYPED_TEST(PeopleConformance, AnAddressIsHandedOnInOneTransaction)
{
    Person ada;
    ada.id = this->template newId<PersonId>();
    ada.email = QStringLiteral("shop@example.org");
    Person bea = ada;
    bea.id = this->template newId<PersonId>();
    bea.email = QStringLiteral("bea@example.org");
    ASSERT_EQ(this->keep({{ada, 0}, {bea, 0}}), "");
    std::swap(ada.email, bea.email);
    EXPECT_EQ(this->keep({{ada, 1}, {bea, 1}}), "");
    EXPECT_EQ(this->begin()->personWithEmail(QStringLiteral("shop@example.org")), bea.id);
    Person cleo = ada;
    cleo.id = this->template newId<PersonId>();
    cleo.email = bea.email;
    bea.email.clear();
    EXPECT_EQ(this->keep({{cleo, 0}, {bea, 2}}), "");
    ada.email = cleo.email;
    EXPECT_EQ(this->keep({{ada, 2}, {bea, 3}}), "23505") << "of a third one it is not taken";
}

/// Upper and lower case are those of ASCII, whatever locale a database has.
TYPED_TEST(PeopleConformance, CaseOfAddressesFollowsNoLocale)
{
    Person ada;
    ada.id = this->template newId<PersonId>();
    ada.email = QStringLiteral("\u00c4da@example.org");
    Person other = ada;
    other.id = this->template newId<PersonId>();
    other.email = QStringLiteral("\u00e4da@example.org");
    EXPECT_EQ(this->keep({{ada, 0}, {other, 0}}), "");
    const auto unit = this->begin();
    EXPECT_EQ(unit->personWithEmail(QStringLiteral("\u00c4da@example.org")), ada.id);
}

TYPED_TEST(PeopleConformance, WhoIsAnAdministratorIsChangedByOneTransactionAtATime)
{
    Person ada;
    ada.id = this->template newId<PersonId>();
    ada.role = Role::Admin;
    Person off = ada;
    off.id = this->template newId<PersonId>();
    off.active = false;
    Person mina = ada;
    mina.id = this->template newId<PersonId>();
    mina.role = Role::Manager;
    {
        const auto unit = this->begin();
        (void)unit->write(QList<Stored<Person>>{{ada, 0}, {off, 0}, {mina, 0}});
        unit->commit();
    }
    {
        const auto unit = this->begin();
        EXPECT_EQ(unit->lockAdmins(), QList<PersonId>{ada.id});
        if constexpr (std::is_same_v<TypeParam, Memory>) {
            const auto second = this->begin();
            EXPECT_EQ(this->codeOf([&] { (void)second->lockAdmins(); }), "55P03");
        }
    }
    EXPECT_EQ(this->begin()->lockAdmins(), QList<PersonId>{ada.id});
}

TYPED_TEST(PeopleConformance, WhoMovesIsGoneForThoseWhoWereTold)
{
    const LocationId here = this->template newId<LocationId>();
    const LocationId there = this->template newId<LocationId>();
    Person person;
    person.id = this->template newId<PersonId>();
    person.locations = {here};
    const auto keep = [&](std::int64_t revision) {
        const auto unit = this->begin();
        QList<platform::FeedEntry> feed = unit->write(QList<Stored<Person>>{{person, revision}});
        (void)unit->write(feed, {});
        unit->commit();
        return feed;
    };
    ASSERT_EQ(keep(0).size(), 1);
    person.locations = {there};
    const QList<platform::FeedEntry> moved = keep(1);
    ASSERT_EQ(moved.size(), 2);
    EXPECT_TRUE(moved[0].deleted);
    EXPECT_EQ(moved[0].audience, platform::audienceOf(here));
    EXPECT_EQ(moved[1].audience, platform::audienceOf(there));
    EXPECT_EQ(keep(2).size(), 1) << "it is gone already";
}

} // namespace
} // namespace crema::simulation
