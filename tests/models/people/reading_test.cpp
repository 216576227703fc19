// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_codec.h"
#include "models/people/reading.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crema {
namespace {

Person personOf(Role role)
{
    Person person;
    person.name = QStringLiteral("Kim");
    person.role = role;
    person.permissions = permissionsOf(role);
    return person;
}

QList<Reading> readingsOf(Role role)
{
    QList<Reading> readings;
    std::ranges::copy_if(allReadings, std::back_inserter(readings),
                         [&](Reading reading) { return mayRead(personOf(role), reading).has_value(); });
    return readings;
}

TEST(Readings, EachRoleSeesWhatItsPermissionsSay)
{
    using enum Reading;
    const QList<Reading> all(allReadings.begin(), allReadings.end());
    EXPECT_EQ(readingsOf(Role::Admin), all);
    EXPECT_EQ(readingsOf(Role::Manager), all);
    QList<Reading> atTheCounter = all;
    atTheCounter.removeIf([](Reading reading) { return reading == Costs || reading == People; });
    EXPECT_EQ(readingsOf(Role::Barista), atTheCounter);
    EXPECT_EQ(readingsOf(Role::Warehouse), (QList<Reading>{Catalog, Products, Stock}));
    EXPECT_EQ(readingsOf(Role::Office),
              (QList<Reading>{Catalog, Products, Stock, Sales, ShiftSales, Journal, Customers}));
}

TEST(Readings, WhoSellsFindsProductsAndTheSalesOfTheShift)
{
    Person person = personOf(Role::Warehouse);
    person.permissions = {Permission::SalesCreate};
    EXPECT_TRUE(mayRead(person, Reading::Products));
    EXPECT_TRUE(mayRead(person, Reading::ShiftSales));
    for (const Reading reading : {Reading::Catalog, Reading::Stock, Reading::Sales, Reading::Journal, Reading::Shifts,
                                  Reading::Customers, Reading::Costs, Reading::People})
        EXPECT_FALSE(mayRead(person, reading)) << static_cast<int>(reading);
}

TEST(Readings, ARefusalSaysWhoMayNotAndWhomToAsk)
{
    Person person = personOf(Role::Warehouse);
    const Result<void> refused = mayRead(person, Reading::Sales);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::NotAllowed);
    EXPECT_EQ(refused.error().code, QStringLiteral("auth.not_allowed"));
    EXPECT_EQ(refused.error().message, QStringLiteral("Kim may not see sales."));
    EXPECT_TRUE(refused.error().hint.contains(QStringLiteral("manager")));
    person = personOf(Role::Admin);
    person.active = false;
    EXPECT_FALSE(mayRead(person, Reading::Catalog)) << "who is disabled sees nothing more";
}

/// Programs of before stored a person with all that their role gave then.
TEST(Costs, AreSeenByWhoHadAllElseThatTheirRoleGives)
{
    const auto read = [](const RoleRef &role, const QList<Permission> &permissions) {
        Person person = personOf(Role::Barista);
        person.id = PersonId(QUuid::createUuid());
        person.role = role;
        person.permissions = permissions;
        return codec::readPerson(codec::toJson(person)).value().permissions;
    };
    for (const Role role : allRoles) {
        QList<Permission> before = permissionsOf(role);
        before.removeIf([](Permission each) {
            return each == Permission::ShiftsCloseBeyond || each == Permission::CashPayOut ||
                   each == Permission::CashNoSale;
        });
        EXPECT_EQ(read(role, before), permissionsOf(role)) << qPrintable(roleText(role));
        before.removeAll(Permission::CatalogCosts);
        EXPECT_EQ(read(role, before), permissionsOf(role)) << qPrintable(roleText(role));
        EXPECT_EQ(read(role, permissionsOf(role)), permissionsOf(role));
        EXPECT_EQ(read(role, withoutLaterRights(permissionsOf(role))), permissionsOf(role));
    }
    const QList<Permission> fewer{Permission::CatalogRead, Permission::PeopleManage};
    EXPECT_EQ(read(Role::Manager, fewer), fewer);
}

} // namespace
} // namespace crema
