// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/approval_presenter.h"

#include "models/operations/operation_types.h"
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

/// Mina is signed in; Ada and Jonas may approve. Everybody's PIN is 1234.
struct ApprovalTill : Till {
    ApprovalTill() : approval(shop.approval)
    {
        desk.addPerson(QStringLiteral("Ada Lindqvist"), Role::Admin);
        desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Manager);
        Q_EMIT desk.dataChanged();
    }

    void ask()
    {
        desk.askForApproval(operation::shiftClose, {QStringLiteral("Ada Lindqvist"), QStringLiteral("Jonas Brandt")});
    }

    void pin(const char *digits)
    {
        for (const char *digit = digits; *digit; ++digit)
            approval.typeDigit(*digit - '0');
        approval.submit();
    }

    ApprovalPresenter &approval;
};

} // namespace

TEST(ApprovalPresenter, SaysWhoWantsWhatAndTakesThePinOfWhoeverIsChosen)
{
    ApprovalTill till;
    EXPECT_FALSE(till.approval.isAsking());
    till.presenter.enterCode(QStringLiteral("4006381333931"));
    till.ask();
    ASSERT_TRUE(till.approval.isAsking());
    EXPECT_EQ(till.approval.wantedText(), QStringLiteral("Mina Kowalski wants to close the shift."));
    ASSERT_EQ(till.approval.approvers().size(), 2);
    till.approval.select(1);
    till.pin("1234");
    EXPECT_FALSE(till.approval.isAsking());
    EXPECT_EQ(till.desk.lastApproval(), QStringLiteral("Jonas Brandt"));
    EXPECT_EQ(till.desk.state().person->name, QStringLiteral("Mina Kowalski")) << "who is signed in stays so";
    EXPECT_EQ(till.presenter.lines().size(), 1) << "the cart stays";
}

TEST(ApprovalPresenter, AWrongPinIsSaidCalmlyAndForgotten)
{
    ApprovalTill till;
    till.ask();
    QSignalSpy refused(&till.approval, &ApprovalPresenter::refused);
    till.pin("9999");
    EXPECT_TRUE(till.approval.isAsking());
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(till.approval.pinLength(), 0);
    ASSERT_TRUE(till.approval.message());
    EXPECT_FALSE(till.approval.message()->hint.isEmpty());
    till.approval.typeDigit(1);
    EXPECT_FALSE(till.approval.message());
    till.approval.select(1);
    EXPECT_EQ(till.approval.pinLength(), 0) << "digits are of one person";
}

TEST(ApprovalPresenter, GivingUpEndsItAlsoWhileAPinIsLookedAt)
{
    ApprovalTill till;
    till.ask();
    till.desk.holdAnswers(true);
    till.pin("9999");
    EXPECT_TRUE(till.approval.isBusy());
    till.approval.cancel();
    EXPECT_EQ(till.desk.lastApproval(), QStringLiteral("declined"));
    EXPECT_FALSE(till.approval.isAsking());
    till.desk.holdAnswers(false);
    EXPECT_FALSE(till.approval.message()) << "the answer is of nothing that is asked now";
}

TEST(ApprovalPresenter, TheLockEndsIt)
{
    ApprovalTill till;
    till.ask();
    till.shop.lock.lock();
    EXPECT_FALSE(till.approval.isAsking());
    EXPECT_EQ(till.desk.lastApproval(), QStringLiteral("declined"));
}

TEST(ApprovalPresenter, WhoeverComesToTheTillGetsNothingThatSomebodyElseAskedFor)
{
    ApprovalTill till;
    till.ask();
    till.desk.changeState().person->id = PersonId(QUuid::createUuid());
    Q_EMIT till.desk.changed();
    EXPECT_FALSE(till.approval.isAsking());
    EXPECT_EQ(till.desk.lastApproval(), QStringLiteral("declined"));
}

} // namespace crema
