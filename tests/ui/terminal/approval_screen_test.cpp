// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody else's PIN, typed at the terminal in front of what waits for it.
#include "models/operations/operation_types.h"
#include "tests/ui/terminal/till_screen_fixture.h"

namespace crema::terminal::testing {

class ApprovalScreenTest : public TillScreenTest
{
protected:
    void ask(const QStringList &approvers)
    {
        for (const QString &name : approvers)
            desk.addPerson(name, Role::Manager);
        desk.askForApproval(operation::saleComplete, approvers);
        settle();
    }

    [[nodiscard]] bool isAsked() const { return terminal.canvas().rowText(0).startsWith(QStringLiteral("APPROVAL")); }
};

TEST_F(ApprovalScreenTest, ChoosesWhoApprovesAndHidesThePin)
{
    start();
    scan(u"4006381333931");
    ask({QStringLiteral("Ada Lindqvist"), QStringLiteral("Jonas Brandt")});
    ASSERT_TRUE(isAsked()) << pane().toStdString();
    type(u"2\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("Jonas Brandt"))) << pane().toStdString();
    type(u"1234");
    EXPECT_FALSE(pane().contains(QStringLiteral("1234"))) << pane().toStdString();
    type(u"\n");
    EXPECT_FALSE(isAsked()) << pane().toStdString();
    EXPECT_EQ(desk.lastApproval(), QStringLiteral("Jonas Brandt"));
    EXPECT_EQ(presenter.lines().size(), 1) << "the cart stays";
}

TEST_F(ApprovalScreenTest, ASinglePersonIsAskedAtOnceAndAWrongPinIsSaid)
{
    start();
    ask({QStringLiteral("Ada Lindqvist")});
    type(u"9999\n");
    EXPECT_TRUE(isAsked());
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
    type(u"1234\n");
    EXPECT_FALSE(isAsked()) << pane().toStdString();
    EXPECT_EQ(desk.lastApproval(), QStringLiteral("Ada Lindqvist"));
}

TEST_F(ApprovalScreenTest, F3GoesBackWithoutItAndAScanIsNotTaken)
{
    start();
    ask({QStringLiteral("Ada Lindqvist")});
    scan(u"4006381333931");
    EXPECT_TRUE(presenter.lines().isEmpty());
    EXPECT_TRUE(isAsked());
    press(Key::F3);
    EXPECT_FALSE(isAsked());
    EXPECT_EQ(desk.lastApproval(), QStringLiteral("declined"));
}

TEST_F(ApprovalScreenTest, TheLockTakesItsPlace)
{
    start();
    ask({QStringLiteral("Ada Lindqvist")});
    shop.lock.lock();
    settle();
    EXPECT_FALSE(isAsked());
    EXPECT_EQ(desk.lastApproval(), QStringLiteral("declined"));
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("SIGNED OUT"))) << pane().toStdString();
}

} // namespace crema::terminal::testing
