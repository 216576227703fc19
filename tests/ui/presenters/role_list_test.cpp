// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/role_table_model.h"

#include "app/desktop/example/example_shop.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"
#include "ui/presenters/people/roles_presenter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::FixedClock;
using testing::MemoryDesk;

class RoleListTest : public ::testing::Test
{
protected:
    RoleListTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        desk.addExamplePeople();
        desk.addExampleRoles();
        presenter.arrive();
    }

    void open(const QString &name)
    {
        for (const RoleRow &row : presenter.rows()) {
            if (row.name == name)
                return presenter.open(row.id);
        }
        ADD_FAILURE() << qPrintable(name) << " is not in the list";
    }

    OwnRole kept(const QString &name)
    {
        OwnRole found;
        desk.roles().then([&](const Result<QList<OwnRole>> &roles) {
            for (const OwnRole &role : *roles)
                found = role.name == name ? role : found;
        });
        return found;
    }

    const RightRow &right(Permission permission)
    {
        return *std::ranges::find(presenter.detail()->rights, permission, &RightRow::permission);
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    Notices notices{clock};
    RoleListPresenter presenter{desk, notices, QLocale(QLocale::English, QLocale::UnitedStates)};
};

TEST_F(RoleListTest, ListsOwnRolesBeforeTheBuiltInOnesAndWhoHasThem)
{
    ASSERT_EQ(presenter.phase(), ListPhase::Rows);
    ASSERT_EQ(presenter.rows().size(), 3 + static_cast<qsizetype>(allRoles.size()));
    EXPECT_EQ(presenter.rows().at(0).name, QStringLiteral("Shift lead"));
    EXPECT_EQ(presenter.rows().at(0).originText, QStringLiteral("From Barista"));
    EXPECT_EQ(presenter.rows().at(0).holdersText, QStringLiteral("1 people"));
    EXPECT_EQ(presenter.rows().at(2).state.text, QStringLiteral("Retired"));
    EXPECT_TRUE(presenter.rows().at(3).isBuiltIn);
    const RoleTableModel model(presenter);
    const QAbstractItemModelTester tester(const_cast<RoleTableModel *>(&model),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    open(QStringLiteral("Shift lead"));
    EXPECT_EQ(presenter.detail()->holders, QStringList{QStringLiteral("Jonas Brandt")});
    EXPECT_EQ(presenter.discountText(), QStringLiteral("20"));
}

TEST_F(RoleListTest, ABuiltInRoleStaysAsItIs)
{
    open(QStringLiteral("Barista"));
    EXPECT_FALSE(presenter.detail()->lockedText.isEmpty());
    EXPECT_EQ(right(Permission::SalesCreate).entitlement, Entitlement::Allowed);
    EXPECT_EQ(right(Permission::PricesEdit).choices, QList<Entitlement>{Entitlement::WithApproval});
    presenter.setEntitlement(Permission::PricesEdit, Entitlement::Allowed);
    EXPECT_FALSE(presenter.isDirty());
    EXPECT_FALSE(presenter.actions().find(u"roles.retire")->isEnabled());
}

TEST_F(RoleListTest, ANewRoleBeginsWithWhatItIsMadeFromAsFarAsItsAuthorHasIt)
{
    presenter.open(RoleListPresenter::newId);
    presenter.setBase(Role::Admin);
    EXPECT_EQ(right(Permission::SettingsManage).entitlement, Entitlement::Denied) << "a manager has it not";
    EXPECT_EQ(right(Permission::SettingsManage).choices, QList<Entitlement>{Entitlement::Denied});
    EXPECT_FALSE(right(Permission::PeopleManage).choices.contains(Entitlement::WithApproval));
    presenter.setName(QStringLiteral("Deputy"));
    presenter.setDiscountText(QStringLiteral("12.5"));
    presenter.setRefundText(QStringLiteral("50"));
    presenter.setEntitlement(Permission::PricesEdit, Entitlement::WithApproval);
    QSignalSpy saved(&presenter, &RoleListPresenter::saved);
    presenter.save();
    ASSERT_EQ(saved.size(), 1) << qPrintable(presenter.problem() ? presenter.problem()->message : QString());
    const OwnRole made = kept(QStringLiteral("Deputy"));
    EXPECT_EQ(made.rights.discountLimit, 1'250);
    EXPECT_EQ(made.rights.refundLimit, 50);
    EXPECT_EQ(entitlementIn(made.rights, Permission::PricesEdit), Entitlement::WithApproval);
    EXPECT_EQ(presenter.openId(), made.id.toString());
    EXPECT_FALSE(presenter.isDirty());
}

TEST_F(RoleListTest, WhatIsTypedWrongIsSaidAtItsField)
{
    open(QStringLiteral("Shift lead"));
    presenter.setDiscountText(QStringLiteral("120"));
    presenter.setRefundText(QStringLiteral("much"));
    presenter.setName(QString());
    presenter.save();
    EXPECT_FALSE(presenter.fieldProblem(QStringLiteral("discount_limit")).isEmpty());
    EXPECT_FALSE(presenter.fieldProblem(QStringLiteral("refund_limit")).isEmpty());
    EXPECT_FALSE(presenter.fieldProblem(QStringLiteral("name")).isEmpty());
    presenter.drop();
    EXPECT_EQ(presenter.discountText(), QStringLiteral("20"));
    EXPECT_FALSE(presenter.isDirty());
}

TEST_F(RoleListTest, IsRetiredAndBroughtBack)
{
    open(QStringLiteral("Trainee"));
    presenter.actions().find(u"roles.retire")->trigger();
    EXPECT_TRUE(kept(QStringLiteral("Trainee")).retired);
    EXPECT_TRUE(presenter.detail()->isRetired);
    presenter.actions().find(u"roles.restore")->trigger();
    EXPECT_FALSE(kept(QStringLiteral("Trainee")).retired);
}

TEST_F(RoleListTest, AnotherPersonBeforeTheDeviceSavesNothingOfIt)
{
    open(QStringLiteral("Shift lead"));
    presenter.setName(QStringLiteral("Mine"));
    desk.changeState().person->id = desktop::exampleId<PersonId>(77);
    Q_EMIT desk.changed();
    EXPECT_TRUE(presenter.openId().isEmpty());
    presenter.save();
    EXPECT_EQ(kept(QStringLiteral("Mine")).name, QString());
}

TEST_F(RoleListTest, TakingANameBackLeavesWhatOthersChanged)
{
    open(QStringLiteral("Shift lead"));
    presenter.setName(QStringLiteral("Deputy"));
    const OwnRole before = kept(QStringLiteral("Shift lead"));
    OwnRole retired = before;
    retired.retired = true;
    desk.editRole(before, retired).then([](const Result<OwnRole> &) {});
    presenter.save();
    ASSERT_TRUE(kept(QStringLiteral("Deputy")).retired);
    notices.undo();
    EXPECT_TRUE(kept(QStringLiteral("Shift lead")).retired);
}

TEST_F(RoleListTest, IsNotForThoseWhoDoNotManagePeople)
{
    desk.changeState().person->permissions = permissionsOf(Role::Barista);
    Q_EMIT desk.changed();
    EXPECT_EQ(presenter.phase(), ListPhase::Failed);
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_FALSE(presenter.actions().find(u"roles.new")->isEnabled());
}

TEST(RoleChange, IsOneWordForEachRight)
{
    OwnRole role{{}, QStringLiteral("Lead"), Role::Barista, rightsOf(Role::Barista), false};
    EXPECT_TRUE(presenters::applyRoleChange(role, QStringLiteral("prices.edit=allow")));
    EXPECT_EQ(entitlementIn(role.rights, Permission::PricesEdit), Entitlement::Allowed);
    EXPECT_TRUE(presenters::applyRoleChange(role, QStringLiteral("prices.edit = Deny")));
    EXPECT_EQ(entitlementIn(role.rights, Permission::PricesEdit), Entitlement::Denied);
    EXPECT_TRUE(presenters::applyRoleChange(role, QStringLiteral("discount=12.5")));
    EXPECT_EQ(role.rights.discountLimit, 1'250);
    for (const char *wrong : {"discount=120", "discount=much", "prices.edit=maybe", "sells=allow", "allow"})
        EXPECT_FALSE(presenters::applyRoleChange(role, QString::fromLatin1(wrong))) << wrong;
}

} // namespace
} // namespace crema
