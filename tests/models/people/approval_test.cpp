// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what alone, with somebody else's word, or not at all.
#include "models/people/approval.h"

#include "models/base/uuid7.h"
#include "models/operations/operation_demand.h"
#include "models/operations/operation_types.h"
#include "models/selling/discount_share.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

class ApprovalRuleTest : public ::testing::Test
{
protected:
    Person person(Role role, const QList<LocationId> &places = {})
    {
        Person made;
        made.id = makeId<PersonId>(clock.now(), randomness);
        made.role = role;
        made.permissions = permissionsOf(role);
        made.locations = places;
        return made;
    }

    Lack lack(const Demand &demand, const std::optional<Person> &actor, const std::optional<Person> &approver)
    {
        return lackOf(demand, {actor, approver, here});
    }

    testing::FixedClock clock;
    testing::SeededRandomness randomness;
    LocationId here = makeId<LocationId>(clock.now(), randomness);
    LocationId elsewhere = makeId<LocationId>(clock.now(), randomness);
};

/// Every permission, every role, every approver: the table in one rule.
TEST_F(ApprovalRuleTest, TheWordOfWhoHoldsItMakesUpForWhoDoesNotAndOfNobodyElse)
{
    for (const Permission permission : allPermissions) {
        for (const Role role : allRoles) {
            const Person actor = person(role);
            const bool mayAlone = permissionsOf(role).contains(permission);
            EXPECT_EQ(lack({permission, 0}, actor, {}) == Lack::Nothing, mayAlone) << qPrintable(roleText(role));
            EXPECT_EQ(entitlementOf(actor, permission), mayAlone                    ? Entitlement::Allowed
                                                        : mayBeApproved(permission) ? Entitlement::WithApproval
                                                                                    : Entitlement::Denied);
            for (const Role other : allRoles) {
                const bool together =
                    mayAlone || (mayBeApproved(permission) && permissionsOf(other).contains(permission));
                EXPECT_EQ(lack({permission, 0}, actor, person(other)), together ? Lack::Nothing : Lack::Permission)
                    << qPrintable(permissionText(permission) + u' ' + roleText(role) + u' ' + roleText(other));
            }
        }
    }
}

TEST_F(ApprovalRuleTest, CostsAndRightsOfPeopleDevicesAndSettingsAreNeverApproved)
{
    for (const Permission permission :
         {Permission::CatalogCosts, Permission::PeopleManage, Permission::DevicesManage, Permission::SettingsManage})
        EXPECT_EQ(lack({permission, 0}, person(Role::Barista), person(Role::Admin)), Lack::Permission)
            << qPrintable(permissionText(permission));
}

TEST_F(ApprovalRuleTest, AnApproverIsSomebodyElseActiveAndOfThisPlace)
{
    const Demand edit{Permission::CatalogEdit, 0};
    const Person barista = person(Role::Barista);
    EXPECT_EQ(lack(edit, barista, person(Role::Manager, {here})), Lack::Nothing);
    EXPECT_EQ(lack(edit, barista, person(Role::Manager, {elsewhere})), Lack::Permission);
    EXPECT_EQ(lackOf(edit, {barista, person(Role::Manager, {here}), {}}), Lack::Permission);
    Person left = person(Role::Manager);
    left.active = false;
    EXPECT_EQ(lack(edit, barista, left), Lack::Permission);
    Person same = person(Role::Manager);
    same.id = barista.id;
    EXPECT_EQ(lack(edit, barista, same), Lack::Permission) << "nobody approves for themselves";
    EXPECT_EQ(lack(edit, {}, person(Role::Manager)), Lack::Permission) << "for nobody nobody approves";
    Person gone = barista;
    gone.active = false;
    EXPECT_EQ(lack(edit, gone, person(Role::Manager)), Lack::Permission);
}

TEST_F(ApprovalRuleTest, RightsHoldWhereSomebodyWorks)
{
    const Demand edit{Permission::CatalogEdit, 0};
    const Person visitor = person(Role::Manager, {elsewhere});
    EXPECT_EQ(lack(edit, person(Role::Manager, {here, elsewhere}), {}), Lack::Nothing);
    EXPECT_EQ(lack(edit, person(Role::Manager), {}), Lack::Nothing) << "no place of theirs is everywhere";
    EXPECT_EQ(lack(edit, visitor, {}), Lack::Permission);
    EXPECT_EQ(lack(edit, visitor, person(Role::Manager, {here})), Lack::Nothing) << "who works here says so";
    EXPECT_EQ(lack({Permission::PeopleManage, 0}, visitor, person(Role::Admin)), Lack::Permission);
    EXPECT_EQ(lackOf(edit, {visitor, {}, {}}), Lack::Nothing) << "before a device belongs to a place";
}

TEST_F(ApprovalRuleTest, ADiscountBeyondTheLimitOfTheRoleAsksForSomebodyWhoseLimitAllowsIt)
{
    const Person barista = person(Role::Barista);
    const auto taken = [&](std::int32_t share, const std::optional<Person> &approver) {
        return lack({Permission::SalesCreate, share}, barista, approver);
    };
    EXPECT_EQ(taken(1'000, {}), Lack::Nothing);
    EXPECT_EQ(taken(1'001, {}), Lack::Discount);
    EXPECT_EQ(taken(1'001, person(Role::Barista)), Lack::Discount);
    EXPECT_EQ(taken(1'001, person(Role::Warehouse)), Lack::Discount);
    EXPECT_EQ(taken(10'000, person(Role::Manager)), Lack::Nothing);
    EXPECT_EQ(taken(10'000, person(Role::Manager, {elsewhere})), Lack::Discount);
    EXPECT_EQ(lack({Permission::SalesCreate, 10'000}, person(Role::Manager), {}), Lack::Nothing);
}

TEST_F(ApprovalRuleTest, ARefundBeyondTheLimitOfTheRoleAsksForSomebodyWhoseLimitAllowsIt)
{
    const Currency euro = *Currency::fromCode(u"EUR");
    const auto paidBack = [&](std::int64_t minor, const Person &actor, const std::optional<Person> &approver) {
        return lack({Permission::SalesCreate, 0, {Permission::SalesReturn}, 0, Money(minor, euro)}, actor, approver);
    };
    const Person barista = person(Role::Barista);
    EXPECT_EQ(paidBack(10'000, barista, {}), Lack::Nothing);
    EXPECT_EQ(paidBack(10'001, barista, {}), Lack::Refund);
    EXPECT_EQ(paidBack(10'001, barista, person(Role::Barista)), Lack::Refund);
    EXPECT_EQ(paidBack(10'001, barista, person(Role::Manager)), Lack::Nothing);
    EXPECT_EQ(paidBack(10'001, barista, person(Role::Manager, {elsewhere})), Lack::Refund);
    EXPECT_EQ(paidBack(1, person(Role::Warehouse), {}), Lack::Permission);
    EXPECT_EQ(paidBack(9'000'000'000, person(Role::Admin), {}), Lack::Nothing);
    EXPECT_EQ(refundLimit(Role::Barista, *Currency::fromCode(u"JPY")), 100);
    EXPECT_EQ(refundLimit(Role::Barista, *Currency::fromCode(u"KWD")), 100'000);
    Person lead = barista;
    lead.role = RoleId(QUuid::createUuid());
    EXPECT_EQ(refundLimit(lead, euro), refundLimit(Role::Manager, euro));
    lead.limits = RoleLimits{{}, 0, 50};
    EXPECT_EQ(refundLimit(lead, euro), 5'000);
    EXPECT_EQ(paidBack(5'000, lead, {}), Lack::Nothing);
    EXPECT_EQ(paidBack(5'001, lead, {}), Lack::Refund);
    EXPECT_EQ(paidBack(5'001, lead, person(Role::Manager)), Lack::Nothing);
    ShopSettings company;
    company.values.insert(shop_setting::refundManagerLimit.toString(), 20);
    const SettingValues careful(company, std::nullopt);
    EXPECT_EQ(refundLimit(lead, euro, careful), 2'000) << "never more than managers";
}

SaleLine lineOf(std::int64_t paidMinor, std::int64_t takenMinor)
{
    const Currency euro = *Currency::fromCode(QStringLiteral("EUR"));
    SaleLine line;
    line.gross = Money(paidMinor, euro);
    line.net = line.gross;
    line.cartDiscount = Money(0, euro);
    if (takenMinor > 0)
        line.discounts.append({QStringLiteral("Off"), std::nullopt, Money(takenMinor, euro)});
    return line;
}

TEST_F(ApprovalRuleTest, TheShareIsOfWhatTheSaleWouldHaveComeTo)
{
    Sale sale;
    EXPECT_EQ(discountShare(sale), 0);
    sale.lines = {lineOf(1'000, 0)};
    EXPECT_EQ(discountShare(sale), 0);
    sale.lines = {lineOf(355, 40)};
    EXPECT_LE(discountShare(sale), 1'000) << "39.5 cents round to 40, which is ten percent all the same";
    sale.lines = {lineOf(900, 102)};
    EXPECT_GT(discountShare(sale), 1'000);
    sale.lines = {lineOf(900, 100), lineOf(1'000, 0)};
    EXPECT_LT(discountShare(sale), 600);
    const Currency euro = *Currency::fromCode(QStringLiteral("EUR"));
    sale.discounts = {{QStringLiteral("Cart"), std::nullopt, Money(950, euro)}};
    sale.lines = {lineOf(850, 100), lineOf(100, 0)};
    EXPECT_GT(discountShare(sale), 5'000) << "line and cart add up";
    sale.lines = {lineOf(-5'000, 0)};
    EXPECT_EQ(discountShare(sale), 10'000) << "what makes no sense is looked at";
}

TEST_F(ApprovalRuleTest, AGiftCardBesideTheGoodsMakesADiscountNoSmaller)
{
    Sale sale;
    sale.lines = {lineOf(500, 500)};
    const std::int32_t alone = discountShare(sale);
    EXPECT_GT(alone, 1'000);
    sale.lines.append(lineOf(10'000, 0));
    sale.lines.last().giftCard = GiftCardId(QUuid::createUuid());
    EXPECT_EQ(discountShare(sale), alone);
}

TEST_F(ApprovalRuleTest, AnOperationAsksWhatTheTableSays)
{
    Operation operation;
    operation.type = operation::productEdit.toString();
    EXPECT_EQ(demandOf(operation).permission, Permission::CatalogEdit);
    AttentionCard card;
    card.operationType = operation::personEdit.toString();
    operation.type = operation::attentionResolve.toString();
    EXPECT_EQ(demandOf(operation, &card).permission, Permission::PeopleManage)
        << "a decision is as much as what it is about";
    Sale sale;
    sale.lines = {lineOf(500, 500)};
    operation.type = operation::saleComplete.toString();
    EXPECT_GT(demandOf(operation, nullptr, &sale).discount, 4'900);
}

/// What is charged and what it costs is not for everybody who edits the catalog.
TEST_F(ApprovalRuleTest, PricesAskForTheirOwnPermissionWhereverTheyAreSet)
{
    const QList<Permission> prices{Permission::PricesEdit};
    const QList<Permission> costs{Permission::PricesEdit, Permission::CatalogCosts};
    Operation operation;
    operation.type = operation::variantEdit.toString();
    operation.subject.type = QStringLiteral("variant");
    const auto edits = [&](const QString &field, const QJsonValue &to) {
        const QJsonObject change{{QStringLiteral("from"), QStringLiteral("a")}, {QStringLiteral("to"), to}};
        operation.body = {{QStringLiteral("fields"), QJsonObject{{field, change}}}};
        return demandOf(operation).ofFields;
    };
    EXPECT_EQ(edits(QStringLiteral("price"), QStringLiteral("b")), prices);
    EXPECT_EQ(edits(QStringLiteral("cost"), QStringLiteral("b")), costs);
    EXPECT_EQ(edits(QStringLiteral("unit"), QStringLiteral("b")), prices) << "by the gram, not the kilo";
    EXPECT_TRUE(edits(QStringLiteral("sku"), QStringLiteral("b")).isEmpty());
    EXPECT_TRUE(edits(QStringLiteral("price"), QStringLiteral("a")).isEmpty()) << "seen is not set";
    EXPECT_TRUE(edits(QStringLiteral("cost"), QStringLiteral("a")).isEmpty());
    operation.type = operation::variantCreate.toString();
    operation.body = {{QStringLiteral("price"), QJsonObject()}};
    EXPECT_EQ(demandOf(operation).ofFields, prices);
    operation.body = {{QStringLiteral("price"), QJsonObject()}, {QStringLiteral("cost"), QJsonObject()}};
    EXPECT_EQ(demandOf(operation).ofFields.size(), 2) << "each once";
    operation.body = {{QStringLiteral("price"), QJsonValue()}, {QStringLiteral("unit"), QStringLiteral("g")}};
    EXPECT_TRUE(demandOf(operation).ofFields.isEmpty()) << "an article without a price yet";

    Person editor = person(Role::Office);
    editor.permissions.removeAll(Permission::PricesEdit);
    const Demand price{Permission::CatalogEdit, 0, prices};
    EXPECT_EQ(lack(price, editor, {}), Lack::Permission);
    EXPECT_EQ(lack(price, editor, person(Role::Manager)), Lack::Nothing);
    const Demand cost{Permission::CatalogEdit, 0, costs};
    EXPECT_EQ(lack(cost, person(Role::Office), {}), Lack::Permission) << "all of them are asked for";
    EXPECT_EQ(lack(cost, person(Role::Office), person(Role::Manager)), Lack::Permission);
    EXPECT_EQ(lack(cost, person(Role::Manager), {}), Lack::Nothing);
    EXPECT_EQ(lack({Permission::CatalogEdit, 0}, editor, {}), Lack::Nothing);
}

TEST_F(ApprovalRuleTest, ADecisionAboutAPriceAsksForItToo)
{
    Operation operation;
    operation.type = operation::attentionResolve.toString();
    operation.subject.type = QStringLiteral("attention");
    AttentionCard card;
    card.operationType = operation::variantEdit.toString();
    card.subject.type = QStringLiteral("variant");
    EXPECT_TRUE(demandOf(operation, &card).ofFields.isEmpty());
    card.fields.append({FieldConflict{QStringLiteral("price"), 1, 2, 3}, {}});
    EXPECT_EQ(demandOf(operation, &card).ofFields, QList{Permission::PricesEdit});
    card.fields.append({FieldConflict{QStringLiteral("cost"), 1, 2, 3}, {}});
    EXPECT_TRUE(demandOf(operation, &card).ofFields.contains(Permission::CatalogCosts));
}

TEST_F(ApprovalRuleTest, LimitsOfDiscountsAreThoseOfTheShop)
{
    ShopSettings company;
    company.values.insert(shop_setting::discountBaristaPercent.toString(), 25);
    company.values.insert(shop_setting::discountManagerPercent.toString(), 50);
    const SettingValues settings(company, std::nullopt);
    const auto lackAt = [&](std::int32_t discount, Role role) {
        return lackOf({std::nullopt, discount}, {person(role), std::nullopt, here, settings});
    };
    EXPECT_EQ(discountLimit(Role::Barista), 1'000);
    EXPECT_EQ(lackAt(2'500, Role::Barista), Lack::Nothing);
    EXPECT_EQ(lackAt(2'501, Role::Barista), Lack::Discount);
    EXPECT_EQ(lackAt(5'001, Role::Manager), Lack::Discount);
    EXPECT_EQ(lackAt(10'000, Role::Admin), Lack::Nothing) << "somebody can approve everything";
}

} // namespace
} // namespace crema
