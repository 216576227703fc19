// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the shop asks for an authenticator.
#include "models/people/authenticator_rule.h"
#include "models/people/role_rules.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

SettingValues asking(QStringView whom)
{
    ShopSettings company;
    company.id = PlaceId(QUuid::createUuid());
    company.values = {{shop_setting::requireAuthenticator.toString(), whom.toString()}};
    return {company, std::nullopt};
}

Person with(const RoleRef &role, const QList<Permission> &permissions)
{
    Person person;
    person.role = role;
    person.permissions = permissions;
    return person;
}

Person builtIn(Role role)
{
    return with(role, permissionsOf(role));
}

TEST(AuthenticatorRule, AsksNobodyUntilTheShopDoes)
{
    for (const Role role : allRoles)
        EXPECT_FALSE(needsAuthenticator(builtIn(role), {}));
}

TEST(AuthenticatorRule, AsksAdministratorsAloneOrManagersToo)
{
    for (const Role role : allRoles) {
        SCOPED_TRACE(qPrintable(roleText(role)));
        EXPECT_EQ(needsAuthenticator(builtIn(role), asking(shop_setting::administrators)), role == Role::Admin);
        EXPECT_EQ(needsAuthenticator(builtIn(role), asking(shop_setting::managers)),
                  role == Role::Admin || role == Role::Manager);
        EXPECT_FALSE(needsAuthenticator(builtIn(role), asking(shop_setting::nobody)));
    }
}

TEST(AuthenticatorRule, GoesByTheRightsOfARoleOfTheCompanysOwn)
{
    const RoleRef own(RoleId(QUuid::createUuid()));
    const Person seller = with(own, {Permission::SalesCreate, Permission::SettingsManage});
    const Person manager = with(own, {Permission::PeopleManage});
    const Person administrator = with(own, {Permission::PeopleManage, Permission::SettingsManage});
    EXPECT_FALSE(needsAuthenticator(seller, asking(shop_setting::managers)));
    EXPECT_TRUE(needsAuthenticator(manager, asking(shop_setting::managers)));
    EXPECT_FALSE(needsAuthenticator(manager, asking(shop_setting::administrators)));
    EXPECT_TRUE(needsAuthenticator(administrator, asking(shop_setting::administrators)));
}

} // namespace
} // namespace crema
