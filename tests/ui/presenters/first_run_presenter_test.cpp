// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/first_run/first_run_presenter.h"

#include "app/desktop/example/example_start.h"
#include "tests/testing/fixed_clock.h"
#include "ui/presenters/first_run/backup_presenter.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

NewShop goodShop()
{
    return {u"Larkmoor Coffee"_s,
            u"Harbour Street"_s,
            u"IE"_s,
            u"EUR"_s,
            u"23"_s,
            u"0"_s,
            u"Mina Kowalski"_s,
            u"mina@larkmoor.example"_s,
            u"harbour walks at seven"_s,
            u"4711"_s};
}

Problem problemOf(const QString &code)
{
    return {ProblemKind::Unavailable, code, u"effect"_s, u"what to do"_s, {}};
}

class FirstRunPresenterTest : public ::testing::Test
{
protected:
    FirstRunPresenterTest()
    {
        QObject::connect(&presenter, &FirstRunPresenter::finished, &presenter,
                         [this](Business business) { opened.append(business); });
        QObject::connect(&presenter, &FirstRunPresenter::problemShown, &presenter,
                         [this](const Problem &problem) { shown.append(problem.code); });
    }

    void take(FirstRunOption option)
    {
        presenter.choose(option);
        presenter.goOn();
        settle();
    }

    static void settle()
    {
        for (int turns = 0; turns < 8; ++turns)
            QCoreApplication::processEvents();
    }

    desktop::ExamplePlatform child;
    desktop::ExampleStart desk;
    testing::FixedClock clock;
    FirstRunPresenter presenter{child, desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
    QList<Business> opened;
    QStringList shown;
};

TEST_F(FirstRunPresenterTest, OpensTheSampleShop)
{
    EXPECT_EQ(presenter.cards().size(), 4);
    take(FirstRunOption::Sample);
    EXPECT_EQ(child.calls, (QStringList{u"start sample 0"_s, u"code sample"_s}));
    EXPECT_EQ(desk.calls, (QStringList{u"open sample"_s, u"enrol http://127.0.0.1:40001 K7QP-3M2X"_s, u"fetch"_s}));
    EXPECT_EQ(desk.kept, Business::Sample);
    EXPECT_EQ(opened, QList<Business>{Business::Sample});
}

TEST_F(FirstRunPresenterTest, ATillThatIsOneAlreadyOnlyLearnsTheAddress)
{
    desk.standing = {true, QUrl(u"http://127.0.0.1:40777"_s)};
    take(FirstRunOption::Sample);
    EXPECT_EQ(child.calls, QStringList{u"start sample 40777"_s});
    EXPECT_EQ(desk.calls, (QStringList{u"open sample"_s, u"move http://127.0.0.1:40001"_s, u"fetch"_s}));
    EXPECT_EQ(opened.size(), 1);
}

/// sync.md rule 15: the person sees how far the first load is.
TEST_F(FirstRunPresenterTest, ShowsHowFarTheFetchingIs)
{
    desk.progress = sync::LoadProgress{.first = true, .percent = 42, .entityType = u"product"_s};
    QStringList texts;
    QObject::connect(&presenter, &FirstRunPresenter::changed, &presenter, [&] { texts.append(presenter.patience()); });
    take(FirstRunOption::Sample);
    EXPECT_TRUE(texts.contains(u"Fetching products and prices: 42 %."_s));
    EXPECT_EQ(opened.size(), 1);
}

TEST_F(FirstRunPresenterTest, SaysWhatItDoesAndCanBeStopped)
{
    child.hold(true);
    take(FirstRunOption::Sample);
    ASSERT_EQ(presenter.step(), FirstRunStep::Working);
    ASSERT_EQ(presenter.tasks().size(), 3);
    EXPECT_EQ(presenter.tasks()[0].state, FirstRunTask::State::Running);
    EXPECT_TRUE(presenter.primaryText().isEmpty());
    EXPECT_TRUE(presenter.patience().isEmpty());
    clock.advance(FirstRunPresenter::longMs);
    EXPECT_FALSE(presenter.patience().isEmpty());
    presenter.back();
    EXPECT_EQ(presenter.step(), FirstRunStep::Choices);
    EXPECT_TRUE(child.calls.contains(u"stop"_s));
    child.hold(false);
    settle();
    EXPECT_TRUE(opened.isEmpty()) << "what was stopped must not open a till later";
    EXPECT_EQ(presenter.step(), FirstRunStep::Choices);
}

TEST_F(FirstRunPresenterTest, WithoutADatabaseSaysSoAndLeavesTheOtherWaysOpen)
{
    child.fails = problemOf(u"platform.no_database"_s);
    take(FirstRunOption::Sample);
    EXPECT_EQ(presenter.step(), FirstRunStep::Stuck);
    ASSERT_TRUE(presenter.problem());
    EXPECT_EQ(presenter.problem()->hint, u"what to do"_s);
    EXPECT_EQ(shown, QStringList{u"platform.no_database"_s});
    presenter.goOn();
    settle();
    EXPECT_EQ(opened.size(), 1) << "tried again once it is there";
}

TEST_F(FirstRunPresenterTest, EveryFailureHasAWayBackToTheChoices)
{
    for (const QString &at : {u"start"_s, u"code"_s}) {
        child.fails = problemOf(u"platform.failed"_s);
        child.failsAt = at;
        take(FirstRunOption::Sample);
        EXPECT_EQ(presenter.step(), FirstRunStep::Stuck) << qPrintable(at);
        presenter.back();
        EXPECT_EQ(presenter.step(), FirstRunStep::Choices);
        EXPECT_FALSE(presenter.problem());
    }
    for (const QString &at : {u"open"_s, u"enrol"_s, u"fetch"_s}) {
        desk.fails = problemOf(u"store.disk_full"_s);
        desk.failsAt = at;
        take(FirstRunOption::Sample);
        EXPECT_EQ(presenter.step(), FirstRunStep::Stuck) << qPrintable(at);
        presenter.back();
        EXPECT_EQ(presenter.step(), FirstRunStep::Choices);
    }
    EXPECT_TRUE(opened.isEmpty());
    EXPECT_EQ(desk.kept, Business::None);
}

TEST_F(FirstRunPresenterTest, ConnectsToABusiness)
{
    take(FirstRunOption::Connect);
    ASSERT_EQ(presenter.step(), FirstRunStep::Connect);
    presenter.connectTo(u" shop.example "_s, u" k7qp-3m2x "_s);
    settle();
    EXPECT_EQ(desk.calls,
              (QStringList{u"open connected"_s, u"enrol http://shop.example K7QP-3M2X"_s, u"sign out"_s, u"fetch"_s}))
        << "the code names somebody, but nobody has shown to be that person";
    EXPECT_EQ(opened, QList<Business>{Business::Connected});
    EXPECT_TRUE(child.calls.isEmpty());
}

TEST_F(FirstRunPresenterTest, SaysAtTheFieldWhatIsWrong)
{
    take(FirstRunOption::Connect);
    presenter.connectTo(QString(), QString());
    EXPECT_FALSE(presenter.fieldProblem(u"address"_s).isEmpty());
    EXPECT_FALSE(presenter.fieldProblem(u"code"_s).isEmpty());
    EXPECT_TRUE(desk.calls.isEmpty());

    desk.fails = problemOf(u"device.wrong_code"_s);
    desk.failsAt = u"enrol"_s;
    presenter.connectTo(u"https://shop.example"_s, u"AAAA-BBBB"_s);
    settle();
    EXPECT_EQ(presenter.step(), FirstRunStep::Connect);
    EXPECT_TRUE(presenter.fieldProblem(u"address"_s).isEmpty());
    EXPECT_EQ(presenter.fieldProblem(u"code"_s), u"what to do"_s);

    desk.fails = problemOf(u"network.unreachable"_s);
    presenter.connectTo(u"https://shop.example"_s, u"AAAA-BBBB"_s);
    settle();
    EXPECT_FALSE(presenter.fieldProblem(u"address"_s).isEmpty());
    presenter.connectTo(u"https://shop.example"_s, u"AAAA-BBBB"_s);
    settle();
    EXPECT_EQ(opened.size(), 1);
}

TEST_F(FirstRunPresenterTest, SetsUpAShop)
{
    EXPECT_EQ(presenter.proposedCountry(), u"IE"_s);
    take(FirstRunOption::NewShop);
    presenter.setUpShop(goodShop());
    settle();
    EXPECT_EQ(child.made.businessName, u"Larkmoor Coffee"_s);
    EXPECT_EQ(child.calls, (QStringList{u"create"_s, u"start shop 0"_s, u"code shop"_s}));
    EXPECT_EQ(desk.kept, Business::Shop);
    EXPECT_EQ(opened, QList<Business>{Business::Shop});
}

TEST_F(FirstRunPresenterTest, ChecksEveryFieldOfANewShop)
{
    take(FirstRunOption::NewShop);
    presenter.setUpShop({});
    for (const QString &field : {u"business_name"_s, u"shop_name"_s, u"country"_s, u"currency"_s, u"standard_rate"_s,
                                 u"reduced_rate"_s, u"owner_name"_s, u"email"_s, u"password"_s})
        EXPECT_FALSE(presenter.fieldProblem(field).isEmpty()) << qPrintable(field);
    NewShop shop = goodShop();
    for (const QString &pin : {u"123"_s, u"123456789"_s, u"12a4"_s}) {
        shop.pin = pin;
        presenter.setUpShop(shop);
        EXPECT_FALSE(presenter.fieldProblem(u"pin"_s).isEmpty()) << qPrintable(pin);
    }
    EXPECT_TRUE(child.calls.isEmpty());
    shop.pin.clear();
    presenter.setUpShop(shop);
    settle();
    EXPECT_EQ(opened.size(), 1);
}

TEST_F(FirstRunPresenterTest, ASecondTryDoesNotMakeTheShopTwice)
{
    take(FirstRunOption::NewShop);
    child.fails = problemOf(u"platform.failed"_s);
    child.failsAt = u"start"_s;
    presenter.setUpShop(goodShop());
    settle();
    ASSERT_EQ(presenter.step(), FirstRunStep::Stuck);
    presenter.goOn();
    settle();
    EXPECT_EQ(child.calls.count(u"create"_s), 1);
    EXPECT_EQ(opened, QList<Business>{Business::Shop});
}

TEST_F(FirstRunPresenterTest, OpensTheShopThatIsThere)
{
    take(FirstRunOption::NewShop);
    child.fails = problemOf(u"platform.shop_exists"_s);
    presenter.setUpShop(goodShop());
    settle();
    ASSERT_EQ(presenter.step(), FirstRunStep::Stuck);
    const QString tryAgain = presenter.primaryText();
    presenter.goOn();
    settle();
    EXPECT_NE(tryAgain, u"Try again"_s);
    EXPECT_EQ(opened, QList<Business>{Business::Shop});
    EXPECT_EQ(child.calls.count(u"create"_s), 1);
}

TEST_F(FirstRunPresenterTest, RestoresBeforeItOpensTheStore)
{
    take(FirstRunOption::Restore);
    presenter.restoreFrom(QString());
    EXPECT_FALSE(presenter.fieldProblem(u"file"_s).isEmpty());
    child.fails = problemOf(u"platform.backup_unreadable"_s);
    presenter.restoreFrom(u"/tmp/shop.backup"_s);
    settle();
    EXPECT_EQ(presenter.step(), FirstRunStep::Restore);
    EXPECT_FALSE(presenter.fieldProblem(u"file"_s).isEmpty());
    EXPECT_TRUE(desk.calls.isEmpty()) << "a store with sales in it is not put aside";
    presenter.restoreFrom(u"/tmp/shop.backup"_s);
    settle();
    EXPECT_EQ(opened, QList<Business>{Business::Shop});
}

TEST(BackupPresenterTest, WritesAsksAndCanBeUndone)
{
    desktop::ExamplePlatform child;
    testing::FixedClock clock;
    Notices notices(clock);
    BackupPresenter presenter(LocalBusiness::Shop, child, notices);
    QStringList failures;
    bool asked = false;
    QObject::connect(&presenter, &BackupPresenter::fileWanted, &presenter, [&] { asked = true; });
    QObject::connect(&presenter, &BackupPresenter::failed, &presenter,
                     [&](const Problem &problem) { failures.append(problem.code); });
    Action *action = presenter.actions().find(u"program.backup");
    ASSERT_TRUE(action->trigger());
    EXPECT_TRUE(asked);

    child.hold(true);
    presenter.backUpTo(u"/tmp/a.backup"_s);
    EXPECT_FALSE(action->isEnabled());
    presenter.backUpTo(u"/tmp/b.backup"_s);
    child.hold(false);
    for (int turns = 0; turns < 8; ++turns)
        QCoreApplication::processEvents();
    EXPECT_TRUE(action->isEnabled());
    EXPECT_EQ(child.calls, QStringList{u"backup shop /tmp/a.backup"_s});
    ASSERT_TRUE(notices.shown());
    EXPECT_TRUE(notices.shown()->text.contains(u"a.backup"_s));

    child.fails = problemOf(u"platform.backup_write"_s);
    presenter.backUpTo(u"/nowhere/c.backup"_s);
    EXPECT_EQ(failures, QStringList{u"platform.backup_write"_s});
    EXPECT_EQ(BackupPresenter::proposedName(UtcTime(1'795'816'000'000)).size(),
              QStringLiteral("crema-2026-11-28.backup").size());
}

} // namespace
} // namespace crema
