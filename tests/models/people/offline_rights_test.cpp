// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/offline_rights.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

Person manager()
{
    Person person;
    person.permissions = permissionsOf(Role::Manager);
    return person;
}

TEST(OfflineRightsTest, HoldInFullForThreeDays)
{
    const UtcTime heard = *UtcTime::fromString(u"2026-11-20T10:00:00.000Z");
    EXPECT_EQ(withRightsThatHold(manager(), heard, heard.plusMs(rightsHoldMs)), manager());
    EXPECT_EQ(withRightsThatHold(manager(), heard, heard.plusMs(-1)), manager()) << "a clock that was put back";
    EXPECT_EQ(withRightsThatHold(manager(), std::nullopt, heard), manager());
}

TEST(OfflineRightsTest, LeaveWhatSellingNeeds)
{
    const UtcTime heard = *UtcTime::fromString(u"2026-11-20T10:00:00.000Z");
    const Person later = withRightsThatHold(manager(), heard, heard.plusMs(rightsHoldMs + 1));
    for (const Permission permission : {Permission::SalesCreate, Permission::ShiftsManage, Permission::CatalogRead,
                                        Permission::CustomersEdit, Permission::StockAdjust})
        EXPECT_TRUE(later.may(permission)) << qPrintable(permissionText(permission));
    for (const Permission permission : {Permission::CatalogEdit, Permission::PricesEdit, Permission::PeopleManage,
                                        Permission::DevicesManage, Permission::ReviewsResolve})
        EXPECT_FALSE(later.may(permission)) << qPrintable(permissionText(permission));
}

/// Nobody gains one by waiting.
TEST(OfflineRightsTest, AddNone)
{
    const UtcTime heard = *UtcTime::fromString(u"2026-11-20T10:00:00.000Z");
    for (const Role role : allRoles) {
        Person person;
        person.permissions = permissionsOf(role);
        const Person later = withRightsThatHold(person, heard, heard.plusMs(rightsHoldMs + 1));
        for (const Permission permission : later.permissions)
            EXPECT_TRUE(person.may(permission));
    }
}

TEST(OfflineRights, HoldForAsLongAsTheShopHasSet)
{
    ShopSettings company;
    company.values.insert(shop_setting::rightsHoldHours.toString(), 24);
    const std::int64_t holdMs = rightsHoldMsBy(SettingValues(company, std::nullopt));
    EXPECT_EQ(holdMs, 24ll * 60 * 60 * 1000);
    EXPECT_EQ(rightsHoldMsBy({}), rightsHoldMs);
    const UtcTime heard(1'000);
    EXPECT_TRUE(withRightsThatHold(manager(), heard, heard.plusMs(holdMs), holdMs).may(Permission::PricesEdit));
    EXPECT_FALSE(withRightsThatHold(manager(), heard, heard.plusMs(holdMs + 1), holdMs).may(Permission::PricesEdit));
}

} // namespace
} // namespace crema
