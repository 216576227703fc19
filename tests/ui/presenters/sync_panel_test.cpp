// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/queue_list_model.h"

#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_shop.h"
#include "app/desktop/example/example_unsent.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::FixedClock;
using testing::MemoryDesk;

class SyncPanelTest : public ::testing::Test
{
protected:
    SyncPanelTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
    }

    void goOffline()
    {
        desk.changeState().link = sync::Link::Offline;
        desk.changeState().lastSyncAt = clock.now().plusMs(-14 * 60'000);
        Q_EMIT desk.changed();
    }

    void goOnline()
    {
        desk.changeState().link = sync::Link::Online;
        Q_EMIT desk.changed();
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    SyncPanelPresenter presenter{desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
};

} // namespace

TEST(SyncWords, ThePillSaysHowSyncStands)
{
    sync::ClientState state;
    const auto text = [&state] { return syncPillOf(state).text; };
    EXPECT_EQ(text(), QStringLiteral("Offline"));
    state.queue.queued = 14;
    EXPECT_EQ(text(), QStringLiteral("Offline · 14 waiting"));
    state.link = sync::Link::Online;
    EXPECT_EQ(text(), QStringLiteral("Sending 14"));
    state.queue = {.queued = 11, .sent = 3};
    EXPECT_EQ(text(), QStringLiteral("Sending 3 of 14"));
    state.queue = {};
    EXPECT_EQ(text(), QStringLiteral("Online"));
    state.queue.needsAttention = 2;
    EXPECT_EQ(text(), QStringLiteral("2 need attention"));
    EXPECT_EQ(syncPillOf(state).tone, Tone::Error);
}

TEST(SyncWords, EveryStateHasTextIconAndWord)
{
    for (const RecordState state :
         {RecordState::SavedHere, RecordState::Sending, RecordState::Synced, RecordState::NeedsAttention}) {
        EXPECT_FALSE(recordStateText(state).isEmpty());
        EXPECT_FALSE(recordStateIcon(state).isEmpty());
        EXPECT_EQ(recordStateFromWord(recordStateWord(state)), state);
    }
    EXPECT_FALSE(recordStateFromWord(u"lost"));
}

TEST_F(SyncPanelTest, PutsWhatNeedsAPersonFirstWithItsReason)
{
    desktop::addExampleSales(desk, clock.now());
    presenter.arrive();
    const QList<QueueRow> &rows = presenter.rows();
    ASSERT_EQ(rows.size(), 9);
    EXPECT_TRUE(rows.at(0).isGroup);
    EXPECT_EQ(rows.at(0).title, QStringLiteral("Could not be read"));
    EXPECT_EQ(rows.at(0).ageText, QStringLiteral("1"));
    EXPECT_EQ(rows.at(1).title, QStringLiteral("Sale HARBOUR-1-000051"));
    EXPECT_EQ(rows.at(1).state, RecordState::NeedsAttention);
    EXPECT_TRUE(rows.at(2).isGroup);
    EXPECT_EQ(rows.at(2).title, QStringLiteral("Changed in two places"));
    EXPECT_EQ(rows.at(3).title, QStringLiteral("Price of Guji Natural 250 g and more changed"));
    EXPECT_EQ(rows.at(3).problemText, QStringLiteral("Changed in two places: Price, SKU."));
    EXPECT_FALSE(rows.at(3).hintText.isEmpty());
    EXPECT_EQ(rows.at(3).ageText, QStringLiteral("26 min"));
    EXPECT_TRUE(rows.at(4).isGroup);
    EXPECT_EQ(rows.at(5).title, QStringLiteral("Name of Night Ferry 250 g changed"));
    EXPECT_EQ(rows.at(6).state, RecordState::Sending);
    EXPECT_EQ(rows.at(7).state, RecordState::SavedHere);
}

TEST_F(SyncPanelTest, NothingIsBeingSentWhileThePlatformIsAway)
{
    desktop::addExampleSales(desk, clock.now());
    presenter.arrive();
    ASSERT_EQ(presenter.rows().at(6).state, RecordState::Sending);
    goOffline();
    for (const QueueRow &row : presenter.rows())
        EXPECT_NE(row.state, RecordState::Sending) << row.title.toStdString();
    EXPECT_EQ(presenter.rows().at(6).state, RecordState::SavedHere);
    goOnline();
    EXPECT_EQ(presenter.rows().at(6).state, RecordState::Sending);
}

/// What waits for another operation says for which, and leads to what has to be decided.
TEST_F(SyncPanelTest, ListsWhatWaitsWithItsCause)
{
    desktop::addExampleSales(desk, clock.now());
    sync::WaitingItem item;
    item.operation = OperationId(QUuid::createUuid());
    item.operationType = QStringLiteral("variant.edit");
    item.subjectName = QStringLiteral("Guji");
    item.causeType = QStringLiteral("variant.create");
    item.causeName = QStringLiteral("Guji");
    item.card = CardId(QUuid::createUuid());
    desk.addWaiting(item);
    presenter.arrive();
    const QueueRow &row = presenter.rows().at(5);
    EXPECT_EQ(presenter.rows().at(4).title, QStringLiteral("Waits for another change"));
    EXPECT_EQ(row.problemText, QStringLiteral("It waits for “New variant Guji”, which needs a decision."));
    EXPECT_EQ(row.card, item.card->toString());
}

TEST_F(SyncPanelTest, OpensWhatARowIsAbout)
{
    desktop::addExampleSales(desk, clock.now());
    presenter.arrive();
    QSignalSpy opened(&presenter, &SyncPanelPresenter::openWanted);
    QSignalSpy decided(&presenter, &SyncPanelPresenter::cardWanted);
    presenter.open(0); // a title
    presenter.open(3);
    presenter.open(5);
    presenter.open(99);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_TRUE(opened.first().first().toString().startsWith(QStringLiteral("crema://catalog/")));
    ASSERT_EQ(decided.size(), 1);
    EXPECT_EQ(decided.first().first().toString(), presenter.rows().at(3).card);
}

/// sync.md rule 28: whoever may decide lets them go; anybody else is told whom to ask.
TEST_F(SyncPanelTest, AsksBeforeManyRecordsGo)
{
    presenter.arrive();
    goOnline();
    Action &agree = *presenter.actions().find(u"sync.allow_deletion");
    EXPECT_FALSE(agree.isEnabled());
    desk.changeState().deletion =
        sync::DeletionQuestion{sync::DeletionSource::Platform, QStringLiteral("product"), 30, 200, {}};
    desk.changeState().person->permissions.removeAll(Permission::ReviewsResolve);
    Q_EMIT desk.changed();
    EXPECT_TRUE(presenter.asksAboutDeletion());
    EXPECT_EQ(presenter.status().pill.text, QStringLiteral("1 need attention"));
    EXPECT_TRUE(presenter.status().sentence.startsWith(QStringLiteral("30 of 200 products would be deleted here")));
    EXPECT_EQ(agree.disabledReason(), QStringLiteral("Ask a manager to decide."));
    desk.changeState().person->permissions.append(Permission::ReviewsResolve);
    Q_EMIT desk.changed();
    ASSERT_TRUE(agree.trigger());
    EXPECT_FALSE(presenter.asksAboutDeletion());
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->tone, Tone::Ok);
}

/// ADR 027.
TEST_F(SyncPanelTest, ADeviceThatWasShutOutComesInWithACode)
{
    presenter.arrive();
    goOnline();
    Action &readmit = *presenter.actions().find(u"sync.readmit");
    EXPECT_FALSE(readmit.isEnabled());
    presenter.readmit(QStringLiteral("K7QP-3M2X"));
    EXPECT_FALSE(presenter.message()) << "nobody shut it out";
    desktop::shutExampleOut(desk);
    EXPECT_TRUE(presenter.isShutOut());
    EXPECT_EQ(presenter.status().pill.text, QStringLiteral("Shut out"));
    QSignalSpy wanted(&presenter, &SyncPanelPresenter::codeWanted);
    EXPECT_TRUE(readmit.trigger());
    EXPECT_EQ(wanted.size(), 1);

    presenter.readmit(QStringLiteral(" "));
    EXPECT_EQ(presenter.message()->tone, Tone::Warning);
    presenter.readmit(QStringLiteral("WRONG"));
    EXPECT_EQ(presenter.message()->tone, Tone::Error);
    EXPECT_TRUE(presenter.isShutOut());
    presenter.readmit(QStringLiteral(" k7qp-3m2x"));
    EXPECT_FALSE(presenter.isShutOut());
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->tone, Tone::Ok) << "and what waited was sent";
    EXPECT_FALSE(readmit.isEnabled());
}

TEST_F(SyncPanelTest, RetryRunsOnceAndSaysHowItWent)
{
    presenter.arrive();
    Action &retry = *presenter.actions().find(u"sync.retry");
    desk.holdAnswers(true);
    EXPECT_TRUE(retry.trigger());
    EXPECT_FALSE(retry.isEnabled());
    EXPECT_TRUE(presenter.status().busy);
    EXPECT_FALSE(retry.trigger());
    desk.holdAnswers(false);
    EXPECT_TRUE(retry.isEnabled());
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->tone, Tone::Ok);

    desk.changeState().linkProblem = Problem{ProblemKind::Unavailable,
                                             QStringLiteral("network.unreachable"),
                                             QStringLiteral("The platform does not answer."),
                                             {},
                                             {}};
    presenter.retry();
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->tone, Tone::Warning);
    EXPECT_EQ(presenter.message()->text, QStringLiteral("The platform does not answer."));
}

TEST_F(SyncPanelTest, SaysWhenItIsTriedNextAndFollowsIt)
{
    goOffline();
    desk.setNextTryAt(clock.now().plusMs(120'000));
    presenter.arrive();
    EXPECT_EQ(presenter.status().nextText, QStringLiteral("Next try at 11:44"));
    EXPECT_EQ(presenter.status().lastText, QStringLiteral("Last sent and fetched: 14 min ago"));
    clock.advance(110'000);
    desk.setNextTryAt(clock.now().plusMs(300'000));
    clock.advance(15'000);
    EXPECT_EQ(presenter.status().nextText, QStringLiteral("Next try at 11:48"));
    goOnline();
    EXPECT_TRUE(presenter.status().nextText.isEmpty());
}

/// sync.md rule 14.
TEST_F(SyncPanelTest, SaysHowTheStoreComparesWithThePlatform)
{
    EXPECT_TRUE(presenter.status().comparedText.isEmpty()) << "it was never compared";
    const auto textOf = [this](const sync::StoreComparison &comparison) {
        desk.changeState().comparison = comparison;
        Q_EMIT desk.changed();
        return presenter.status().comparedText;
    };
    sync::StoreComparison comparison;
    comparison.at = clock.now().plusMs(-20 * 60'000);
    EXPECT_EQ(textOf(comparison), QStringLiteral("Compared with the platform, all the same: 20 min ago"));
    comparison.different = {QStringLiteral("product"), QStringLiteral("sale")};
    comparison.isOpen = true;
    EXPECT_EQ(textOf(comparison),
              QStringLiteral("Some records were not those of the platform and are being fetched anew."));
    comparison.isOpen = false;
    EXPECT_TRUE(textOf(comparison).contains(QStringLiteral("did not help. Selling goes on.")));
    comparison.mended = std::exchange(comparison.different, {});
    comparison.mendedAt = comparison.at;
    EXPECT_EQ(textOf(comparison),
              QStringLiteral("2 kinds of records were not those of the platform and were fetched anew: 20 min ago"));
    comparison.mendedAt = clock.now().plusMs(-8LL * 24 * 3'600'000);
    EXPECT_TRUE(textOf(comparison).startsWith(QStringLiteral("Compared with the platform, all the same")));
}

TEST_F(SyncPanelTest, TheOfflineMessageComesOnceForEachTime)
{
    QSignalSpy changes(&presenter, &SyncPanelPresenter::offlineNoticeChanged);
    EXPECT_FALSE(presenter.offlineNotice());
    goOffline();
    ASSERT_TRUE(presenter.offlineNotice());
    EXPECT_EQ(presenter.offlineNotice()->title, QStringLiteral("Showing data as of 11:28."));
    EXPECT_TRUE(presenter.offlineNotice()->showText.isEmpty());
    desktop::addWaitingSales(desk, 14, clock.now());
    EXPECT_EQ(presenter.offlineNotice()->showText, QStringLiteral("Show 14 waiting"));
    presenter.closeOfflineNotice();
    EXPECT_FALSE(presenter.offlineNotice());
    desktop::addWaitingSales(desk, 1, clock.now());
    EXPECT_FALSE(presenter.offlineNotice()) << "closed is closed while the platform stays away";
    goOnline();
    goOffline();
    EXPECT_TRUE(presenter.offlineNotice());
    goOnline();
    EXPECT_FALSE(presenter.offlineNotice());
}

TEST_F(SyncPanelTest, ExportsToTheFileThatWasChosen)
{
    desktop::addWaitingSales(desk, 3, clock.now());
    EXPECT_EQ(presenter.exportName(), QStringLiteral("crema-queue-2026-11-20.json"));
    QSignalSpy wanted(&presenter, &SyncPanelPresenter::exportWanted);
    EXPECT_TRUE(presenter.actions().find(u"sync.export")->trigger());
    EXPECT_EQ(wanted.size(), 1);
    presenter.exportTo({});
    EXPECT_FALSE(presenter.message());
    presenter.exportTo(QStringLiteral("/media/stick/queue.json"));
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->text, QStringLiteral("3 saved to /media/stick/queue.json."));
}

TEST_F(SyncPanelTest, TheModelKeepsItsPromisesAndItsPlaceWhileAgesGrow)
{
    QueueListModel model(presenter);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    presenter.arrive();
    desktop::addExampleSales(desk, clock.now());
    ASSERT_EQ(model.rowCount(), 9);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    clock.advance(60'000);
    EXPECT_EQ(model.at(3).ageText, QStringLiteral("27 min"));
    EXPECT_EQ(resets.size(), 0);
    EXPECT_FALSE(model.index(0).flags() & Qt::ItemIsSelectable);
    EXPECT_TRUE(model.index(3).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Price, SKU")));
}

/// sync.md rule 15: percent, what is read, and that a person can sell already.
TEST_F(SyncPanelTest, SaysHowFarTheFirstLoadIs)
{
    desk.changeState().link = sync::Link::Online;
    desk.changeState().load =
        sync::LoadProgress{.first = true, .maySell = false, .percent = 42, .entityType = QStringLiteral("product")};
    Q_EMIT desk.changed();
    EXPECT_EQ(presenter.status().sentence, QStringLiteral("Fetching products and prices: 42 %."));
    desk.changeState().load =
        sync::LoadProgress{.first = true, .maySell = true, .percent = 70, .entityType = QStringLiteral("sale")};
    Q_EMIT desk.changed();
    EXPECT_EQ(presenter.status().sentence,
              QStringLiteral("You can sell already; the rest is on its way. Fetching earlier sales: 70 %."));
    goOffline();
    EXPECT_FALSE(presenter.status().sentence.contains(QStringLiteral("70 %")));
}

TEST_F(SyncPanelTest, ReadsNothingWhileNobodyLooks)
{
    desktop::addWaitingSales(desk, 2, clock.now());
    EXPECT_TRUE(presenter.rows().isEmpty());
    presenter.arrive();
    EXPECT_EQ(presenter.rows().size(), 3);
    presenter.leave();
    desktop::addWaitingSales(desk, 2, clock.now());
    EXPECT_EQ(presenter.rows().size(), 3);
}

} // namespace crema
