// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/account_presenter.h"

#include "app/desktop/example/example_shop.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/account_desk.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace testing;

const QString ada = QStringLiteral("ada@larkmoor.example");
const QString rightPassword = QStringLiteral("right password");

class AccountPresenterTest : public ::testing::Test
{
protected:
    AccountPresenterTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        signAdaIn(desk);
    }

    /// As for whoever switched by PIN, until somebody signs in.
    void arriveWithoutSession()
    {
        desk.failAccount = nobodyThere();
        presenter.arrive();
    }

    QStringList devices() const
    {
        QStringList devices;
        for (const SessionRow &row : presenter.rows())
            devices.append(row.deviceText);
        return devices;
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    AccountPresenter presenter{desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
};

TEST_F(AccountPresenterTest, TheAuthenticatorThatTheShopAsksForComesFirst)
{
    desk.asksForAuthenticator = true;
    presenter.arrive();
    EXPECT_EQ(presenter.phase(), AccountPhase::SetUp);
    EXPECT_EQ(presenter.problem()->code, QStringLiteral("auth.authenticator_needed"));
    EXPECT_TRUE(presenter.rows().isEmpty());
    desk.asksForAuthenticator = false;
    presenter.authenticatorSetUp();
    EXPECT_EQ(presenter.phase(), AccountPhase::Sessions);
    EXPECT_FALSE(presenter.problem());
}

TEST_F(AccountPresenterTest, WhoSignsInAndIsAskedForOneIsLedThere)
{
    arriveWithoutSession();
    ASSERT_EQ(presenter.phase(), AccountPhase::SignIn);
    desk.asksForAuthenticator = true;
    presenter.signIn().submit(ada, rightPassword);
    EXPECT_EQ(presenter.phase(), AccountPhase::SetUp);
}

TEST_F(AccountPresenterTest, ListsWhereOneIsSignedInTheOneAtHandFirst)
{
    presenter.arrive();
    ASSERT_EQ(presenter.phase(), AccountPhase::Sessions);
    EXPECT_EQ(devices(), (QStringList{QStringLiteral("Counter"), QStringLiteral("Office laptop")}));
    EXPECT_TRUE(presenter.rows().at(0).isThis);
    EXPECT_EQ(presenter.rows().at(0).usedText, QStringLiteral("2 min ago"));
    EXPECT_EQ(presenter.rows().at(1).registerText, QStringLiteral("MAIN-4"));
    EXPECT_FALSE(presenter.rows().at(1).begunExact.isEmpty());
}

TEST_F(AccountPresenterTest, EndsAnotherOneOnceThatIsAnswered)
{
    presenter.arrive();
    presenter.askToEnd(presenter.rows().at(1).id);
    ASSERT_TRUE(presenter.question());
    EXPECT_EQ(presenter.question()->text, QStringLiteral("Sign out on Office laptop?"));
    EXPECT_EQ(presenter.rows().size(), 2) << "nothing ended by the question";
    presenter.answer(false);
    EXPECT_FALSE(presenter.question());
    EXPECT_EQ(presenter.rows().size(), 2);
    presenter.askToEnd(presenter.rows().at(1).id);
    presenter.answer(true);
    EXPECT_EQ(devices(), QStringList{QStringLiteral("Counter")});
    EXPECT_FALSE(presenter.actions().find(u"account.end-others")->isEnabled());
}

TEST_F(AccountPresenterTest, TheOneAtHandIsNotEndedHere)
{
    presenter.arrive();
    presenter.askToEnd(presenter.rows().at(0).id);
    EXPECT_FALSE(presenter.question());
}

TEST_F(AccountPresenterTest, EndsAllOthersAtOnce)
{
    presenter.arrive();
    presenter.actions().find(u"account.end-others")->trigger();
    ASSERT_TRUE(presenter.question());
    EXPECT_EQ(presenter.question()->button, QStringLiteral("Sign out everywhere else"));
    presenter.answer(true);
    EXPECT_EQ(devices(), QStringList{QStringLiteral("Counter")});
}

TEST_F(AccountPresenterTest, WhatEndedByItselfIsNoProblemAndWhatFailsIsSaid)
{
    presenter.arrive();
    presenter.askToEnd(presenter.rows().at(1).id);
    desk.failAccount =
        Problem{ProblemKind::NotFound, QStringLiteral("session.unknown"), QStringLiteral("gone"), {}, {}};
    presenter.answer(true);
    EXPECT_FALSE(presenter.problem());
    presenter.askToEnd(presenter.rows().at(1).id);
    desk.failAccount =
        Problem{ProblemKind::Unavailable, QStringLiteral("network.away"), QStringLiteral("away"), {}, {}};
    presenter.answer(true);
    ASSERT_TRUE(presenter.problem());
    EXPECT_EQ(presenter.problem()->message, QStringLiteral("away"));
    EXPECT_EQ(presenter.rows().size(), 2);
    presenter.refresh();
    EXPECT_FALSE(presenter.problem());
}

TEST_F(AccountPresenterTest, SaysThatItAsksAndWhyItCouldNot)
{
    desk.holdAnswers(true);
    presenter.arrive();
    EXPECT_EQ(presenter.phase(), AccountPhase::Blank);
    clock.advance(300);
    EXPECT_EQ(presenter.phase(), AccountPhase::Loading);
    desk.failAccount =
        Problem{ProblemKind::Unavailable, QStringLiteral("network.away"), QStringLiteral("away"), {}, {}};
    desk.holdAnswers(false);
    EXPECT_EQ(presenter.phase(), AccountPhase::Failed);
    ASSERT_TRUE(presenter.problem());
    presenter.actions().find(u"account.refresh")->trigger();
    EXPECT_EQ(presenter.phase(), AccountPhase::Sessions);
}

TEST_F(AccountPresenterTest, WhoSwitchedByPinSignsInFirst)
{
    arriveWithoutSession();
    EXPECT_EQ(presenter.phase(), AccountPhase::SignIn);
    EXPECT_FALSE(presenter.problem()) << "being known by a PIN only is nothing wrong";
    SignInPresenter &signIn = presenter.signIn();
    EXPECT_EQ(signIn.email(), ada);
    signIn.submit(ada, {});
    EXPECT_TRUE(signIn.problem());
    signIn.submit(ada, QStringLiteral("wrong"));
    ASSERT_TRUE(signIn.problem());
    EXPECT_EQ(signIn.problem()->code, QStringLiteral("auth.wrong_credentials"));
    EXPECT_EQ(presenter.phase(), AccountPhase::SignIn);
    signIn.submit(ada, rightPassword);
    EXPECT_EQ(presenter.phase(), AccountPhase::Sessions);
}

TEST_F(AccountPresenterTest, AnAuthenticatorAsksForItsCode)
{
    desk.loginCode = QStringLiteral("123456");
    arriveWithoutSession();
    SignInPresenter &signIn = presenter.signIn();
    signIn.submit(ada, rightPassword);
    ASSERT_TRUE(signIn.isCodeNeeded());
    EXPECT_FALSE(signIn.problem());
    signIn.submitCode({});
    EXPECT_TRUE(signIn.problem());
    signIn.submitCode(QStringLiteral("654321"));
    ASSERT_TRUE(signIn.problem());
    EXPECT_EQ(signIn.problem()->code, QStringLiteral("auth.wrong_code"));
    EXPECT_TRUE(signIn.isCodeNeeded()) << "the next one may be typed";
    signIn.submitCode(QStringLiteral(" 123456 "));
    EXPECT_EQ(presenter.phase(), AccountPhase::Sessions);
    EXPECT_FALSE(signIn.isCodeNeeded());
}

TEST_F(AccountPresenterTest, LeavingForgetsThePasswordThatWaitsForACode)
{
    desk.loginCode = QStringLiteral("123456");
    arriveWithoutSession();
    presenter.signIn().submit(ada, rightPassword);
    ASSERT_TRUE(presenter.signIn().isCodeNeeded());
    presenter.leave();
    EXPECT_FALSE(presenter.signIn().isCodeNeeded());
    presenter.signIn().submitCode(QStringLiteral("123456"));
    EXPECT_EQ(presenter.phase(), AccountPhase::SignIn);
}

TEST_F(AccountPresenterTest, AnotherPersonFindsNothingOfTheOneBefore)
{
    presenter.arrive();
    presenter.askToEnd(presenter.rows().at(1).id);
    QSignalSpy changed(&presenter, &AccountPresenter::personChanged);
    desk.setSessions({});
    becomePerson(desk, QStringLiteral("Bea Brandt"));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_FALSE(presenter.question());
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_EQ(presenter.phase(), AccountPhase::SignIn) << "asked anew for who is here now";
    EXPECT_EQ(presenter.signIn().email(), QStringLiteral("bea@larkmoor.example"));
    desk.changeState().person.reset();
    Q_EMIT desk.changed();
    EXPECT_EQ(presenter.phase(), AccountPhase::Blank);
    EXPECT_FALSE(presenter.actions().find(u"account.refresh")->isEnabled());
}

TEST_F(AccountPresenterTest, AnAnswerForSomebodyWhoLeftIsDropped)
{
    desk.holdAnswers(true);
    presenter.arrive();
    presenter.leave();
    desk.changeState().person.reset();
    Q_EMIT desk.changed();
    desk.holdAnswers(false);
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_EQ(presenter.phase(), AccountPhase::Blank);
}

TEST_F(AccountPresenterTest, ShowsAndEndsWhereSomebodyElseIsSignedIn)
{
    const auto jonas = *std::ranges::find(desk.peopleHere(), QStringLiteral("Jonas Brandt"), &Person::name);
    signInToo(desk, jonas, {QStringLiteral("Old tablet"), QStringLiteral("Garden till")});
    presenter.showPerson(jonas.id, jonas.name);
    EXPECT_TRUE(presenter.isOfOther());
    EXPECT_EQ(presenter.personName(), QStringLiteral("Jonas Brandt"));
    EXPECT_EQ(devices(), (QStringList{QStringLiteral("Old tablet"), QStringLiteral("Garden till")}));
    presenter.askToEnd(presenter.rows().at(0).id);
    ASSERT_TRUE(presenter.question());
    EXPECT_TRUE(presenter.question()->hint.contains(QStringLiteral("Jonas Brandt")));
    presenter.answer(true);
    EXPECT_EQ(devices(), QStringList{QStringLiteral("Garden till")});
    presenter.askToEndOthers();
    ASSERT_TRUE(presenter.question());
    EXPECT_EQ(presenter.question()->button, QStringLiteral("Sign out everywhere"));
    presenter.answer(true);
    EXPECT_EQ(presenter.phase(), AccountPhase::Sessions);
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_EQ(desk.sessionsThere().size(), 4) << "those of who looked stay";
    presenter.leave();
    EXPECT_FALSE(presenter.isOfOther());
}

TEST_F(AccountPresenterTest, WhomSomebodyLookedAtIsNothingForTheNextPerson)
{
    const auto jonas = *std::ranges::find(desk.peopleHere(), QStringLiteral("Jonas Brandt"), &Person::name);
    signInToo(desk, jonas, {QStringLiteral("Old tablet")});
    presenter.showPerson(jonas.id, jonas.name);
    ASSERT_EQ(presenter.rows().size(), 1);
    becomePerson(desk, QStringLiteral("Bea Brandt"));
    EXPECT_FALSE(presenter.isOfOther());
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_EQ(presenter.phase(), AccountPhase::Blank);
}

} // namespace
} // namespace crema
