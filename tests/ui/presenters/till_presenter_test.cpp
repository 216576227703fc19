// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

void scan(Till &till, const char *code)
{
    till.presenter.enterCode(QString::fromLatin1(code));
}

/// Pays the present cart exactly.
void payExactly(Till &till)
{
    till.presenter.startPaying();
    till.presenter.completeCash();
}

} // namespace

TEST(TillPresenter, GoesFromEnrolmentOverTheFloatToSelling)
{
    MemoryDesk desk;
    FixedClock clock;
    TillPresenter presenter(desk, clock, QLocale::c());
    presenter.start();
    EXPECT_EQ(presenter.mode(), TillMode::Starting);
    desk.openStore(false, false);
    EXPECT_EQ(presenter.mode(), TillMode::NotEnrolled);
    presenter.enrol(QStringLiteral("https://shop.example"), QStringLiteral("WRONG"));
    EXPECT_EQ(presenter.mode(), TillMode::NotEnrolled);
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->tone, Tone::Error);
    presenter.enrol(QStringLiteral("https://shop.example"), QStringLiteral("K7QP-3M2X"));
    EXPECT_EQ(presenter.mode(), TillMode::NoShift);
    EXPECT_EQ(presenter.header().placeText, QStringLiteral("Harbour Street · Till 1"));
    presenter.openShift(10000);
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    EXPECT_EQ(desk.state().openShift->floatAmount.minor(), 10000);
    EXPECT_FALSE(presenter.totals().totalText.contains(Currency().code()))
        << "an empty cart counts in the shop's currency";
}

TEST(TillPresenter, RefusesAnAddressThatIsNone)
{
    MemoryDesk desk;
    FixedClock clock;
    TillPresenter presenter(desk, clock, QLocale::c());
    presenter.start();
    desk.openStore(false, false);
    presenter.enrol(QStringLiteral("   "), QStringLiteral("K7QP-3M2X"));
    EXPECT_EQ(presenter.mode(), TillMode::NotEnrolled);
    ASSERT_TRUE(presenter.message());
    EXPECT_FALSE(presenter.message()->hint.isEmpty());
}

TEST(TillPresenter, ScansAddUpInOneLineAndTotalsFollow)
{
    Till till;
    scan(till, "4006381333931");
    scan(till, "96385074");
    scan(till, "4006381333931");
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(0).quantityText, QStringLiteral("2"));
    EXPECT_EQ(till.presenter.lines().at(0).totalText, QStringLiteral("€7.60"));
    EXPECT_EQ(till.presenter.lines().at(0).unitPriceText, QStringLiteral("€3.80 each"));
    EXPECT_TRUE(till.presenter.lines().at(1).unitPriceText.isEmpty());
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€11.00"));
    EXPECT_EQ(till.presenter.totals().itemCount, 3);
    EXPECT_EQ(till.presenter.selectedLine(), 0);
}

TEST(TillPresenter, PayWorksInTheFirstMomentOfSelling)
{
    MemoryDesk desk;
    fillBar(desk);
    FixedClock clock;
    TillPresenter presenter(desk, clock, QLocale::c());
    desk.openStore(true, true);
    presenter.start();
    presenter.enterCode(QStringLiteral("4006381333931"));
    presenter.actions().find(u"till.pay")->trigger();
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    presenter.actions().find(u"till.pay")->trigger();
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "a double press never takes the money";
}

TEST(TillPresenter, AnUnknownCodeLeavesTheCartAloneAndIsTold)
{
    Till till;
    scan(till, "FW");
    QSignalSpy refused(&till.presenter, &TillPresenter::codeRefused);
    scan(till, "9999999999999");
    EXPECT_EQ(till.presenter.lines().size(), 1);
    ASSERT_EQ(refused.size(), 1);
    EXPECT_EQ(refused.first().first().toString(), QStringLiteral("9999999999999"));
    EXPECT_EQ(till.presenter.message()->tone, Tone::Error);
}

TEST(TillPresenter, AnItemWithoutAPriceIsNotSold)
{
    Till till;
    scan(till, "JAR");
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_TRUE(till.presenter.message()->text.contains(QStringLiteral("Mystery jar")));
}

TEST(TillPresenter, QuantityFirstThenTheCode)
{
    Till till;
    till.presenter.typeDigit(3);
    till.presenter.typeTimes();
    EXPECT_EQ(till.presenter.entryText(), QStringLiteral("3 ×"));
    scan(till, "FW");
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("3"));
    EXPECT_TRUE(till.presenter.entryText().isEmpty());
    scan(till, "12*CC");
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("12"));
    scan(till, "2*");
    EXPECT_EQ(till.presenter.entryText(), QStringLiteral("2 ×"));
    till.presenter.addTile(0);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("5"));
}

TEST(TillPresenter, DigitsEditTheSelectedLineWhenCommitted)
{
    Till till;
    scan(till, "FW");
    till.presenter.typeDigit(1);
    till.presenter.typeDigit(2);
    EXPECT_EQ(till.presenter.entryText(), QStringLiteral("12"));
    till.presenter.commitEntry();
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("12"));
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€45.60"));
}

TEST(TillPresenter, ALongNumberIsNeverAQuantityButAsksToLookItUp)
{
    Till till;
    scan(till, "CC");
    for (const QChar digit : QStringLiteral("4006381333931"))
        till.presenter.typeDigit(digit.digitValue());
    till.presenter.commitEntry();
    EXPECT_EQ(till.presenter.lookUpQuestion(), QStringLiteral("4006381333931"));
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("1"));
    till.presenter.answerLookUp(true);
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(1).name, QStringLiteral("Flat white"));

    for (int i = 0; i < 4; ++i)
        till.presenter.typeDigit(1);
    till.presenter.typeTimes();
    EXPECT_EQ(till.presenter.lookUpQuestion(), QStringLiteral("1111"));
    till.presenter.answerLookUp(false);
    EXPECT_TRUE(till.presenter.lookUpQuestion().isEmpty());
    EXPECT_EQ(till.presenter.lines().size(), 2);
}

TEST(TillPresenter, UndoTakesBackFiftyChangesAndMore)
{
    Till till;
    scan(till, "FW");
    for (int i = 0; i < 60; ++i)
        till.presenter.changeQuantity(1);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("61"));
    till.presenter.removeLine(0);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_EQ(till.presenter.totals().totalMinor, 0);
    till.presenter.undo();
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("61"));
    for (int i = 0; i < 60; ++i)
        till.presenter.undo();
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("1"));
    till.presenter.undo();
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_FALSE(till.presenter.canUndo());
}

TEST(TillPresenter, OneLessThanOneRemovesTheLine)
{
    Till till;
    scan(till, "FW");
    till.presenter.changeQuantity(-1);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_EQ(till.presenter.selectedLine(), -1);
    EXPECT_FALSE(till.presenter.actions().find(u"till.pay")->isEnabled());
}

TEST(TillSearch, WaitsForAPauseAndForgetsOldAnswers)
{
    Till till;
    till.presenter.setSearchText(QStringLiteral("fl"));
    till.clock.advance(79);
    EXPECT_EQ(till.desk.findCalls, 0);
    till.presenter.setSearchText(QStringLiteral("fla"));
    till.clock.advance(79);
    EXPECT_EQ(till.desk.findCalls, 0);
    till.desk.holdAnswers(true);
    till.clock.advance(1);
    EXPECT_EQ(till.desk.findCalls, 1);
    till.presenter.setSearchText(QStringLiteral("caf"));
    till.desk.holdAnswers(false);
    EXPECT_TRUE(till.presenter.hits().isEmpty());
    EXPECT_FALSE(till.presenter.hitsAreCurrent());
    till.clock.advance(TillPresenter::searchDelayMs);
    ASSERT_EQ(till.presenter.hits().size(), 1);
    EXPECT_EQ(till.presenter.hits().first().name, QStringLiteral("Café crème"));
    EXPECT_TRUE(till.presenter.hitsAreCurrent());
}

TEST(TillSearch, EnterTakesTheFirstResultOnlyWhenItAnswersTheText)
{
    Till till;
    till.presenter.setSearchText(QStringLiteral("flat"));
    till.clock.advance(TillPresenter::searchDelayMs);
    till.presenter.setSearchText(QStringLiteral("CC"));
    till.presenter.acceptSearch();
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Café crème"));
    till.presenter.setSearchText(QStringLiteral("flat"));
    till.clock.advance(TillPresenter::searchDelayMs);
    till.presenter.acceptSearch();
    EXPECT_EQ(till.presenter.lines().at(1).name, QStringLiteral("Flat white"));
    EXPECT_TRUE(till.presenter.searchText().isEmpty());
}

TEST(TillSearch, MarksWhatMatchedApartFromCaseAndAccents)
{
    EXPECT_EQ(matchRanges(QStringLiteral("Café crème"), QStringLiteral("CREME cafe")),
              (QList<MatchRange>{{0, 4}, {5, 5}}));
    EXPECT_TRUE(matchRanges(QStringLiteral("Flat white"), QStringLiteral("x")).isEmpty());
}

TEST(TillPayment, DoublePressingPayRecordsOneSale)
{
    Till till;
    scan(till, "FW");
    till.presenter.startPaying();
    till.desk.holdAnswers(true);
    till.presenter.completeCash();
    till.presenter.completeCash();
    EXPECT_TRUE(till.presenter.payment().recording);
    EXPECT_FALSE(till.presenter.actions().find(u"till.pay")->isEnabled());
    till.presenter.backToSale();
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying);
    till.desk.holdAnswers(false);
    EXPECT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    till.presenter.completeCash();
    EXPECT_EQ(till.desk.soldHere().size(), 1);
}

TEST(TillPayment, ADoubleClickOnPayDoesNotTakeTheMoney)
{
    Till till;
    scan(till, "FW");
    Action &pay = *till.presenter.actions().find(u"till.pay");
    pay.trigger();
    pay.trigger();
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying);
    till.clock.advance(TillPresenter::doublePressMs);
    pay.trigger();
    EXPECT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    pay.trigger();
    EXPECT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(till.desk.soldHere().size(), 1);
}

TEST(TillPayment, ADoublePressThatIsHandledLateDoesNotTakeTheMoney)
{
    Till till;
    scan(till, "FW");
    Action &pay = *till.presenter.actions().find(u"till.pay");
    const auto press = [&](std::int64_t atMs) {
        till.presenter.notePress(atMs);
        pay.trigger();
    };
    press(5'000);
    till.clock.advance(2 * TillPresenter::doublePressMs); // the machine was busy with the first
    press(5'060);
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying);
    press(5'000 + TillPresenter::doublePressMs);
    EXPECT_EQ(till.presenter.mode(), TillMode::ChangeDue);
}

TEST(TillPayment, SaysWhatIsMissingAndWhatToGiveBack)
{
    Till till;
    scan(till, "GUJI-250");
    till.presenter.startPaying();
    EXPECT_EQ(till.presenter.payment().dueText, QStringLiteral("€14.50"));
    QStringList quick;
    for (const QuickAmount &amount : till.presenter.payment().quickAmounts)
        quick.append(amount.text);
    EXPECT_EQ(quick, (QStringList{QStringLiteral("€14.50"), QStringLiteral("€15"), QStringLiteral("€20"),
                                  QStringLiteral("€50")}));
    for (const int digit : {1, 0, 0, 0})
        till.presenter.typeAmountDigit(digit);
    EXPECT_EQ(till.presenter.payment().missingText, QStringLiteral("€4.50 is missing"));
    till.presenter.completeCash();
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(till.desk.soldHere().isEmpty());
    till.presenter.chooseQuickAmount(2);
    EXPECT_EQ(till.presenter.payment().changeText, QStringLiteral("€5.50"));
    till.presenter.completeCash();
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(till.presenter.change().changeText, QStringLiteral("€5.50"));
    EXPECT_EQ(till.presenter.change().handOut, (QStringList{QStringLiteral("1 × €5"), QStringLiteral("1 × €0.50")}));
    EXPECT_TRUE(till.presenter.receiptText(42).contains(QStringLiteral("HARBOUR-1-000001")));
}

TEST(TillPayment, AFailedSaleStaysAndCanBeTakenAgain)
{
    Till till;
    scan(till, "FW");
    till.desk.failSale = Problem{ProblemKind::Device,
                                 QStringLiteral("store.disk_full"),
                                 QStringLiteral("The disk is full, so the sale was not saved."),
                                 QStringLiteral("Make room and take the money again."),
                                 {}};
    payExactly(till);
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying);
    EXPECT_FALSE(till.presenter.payment().recording);
    EXPECT_EQ(till.presenter.message()->tone, Tone::Error);
    till.presenter.completeCash();
    EXPECT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(till.desk.soldHere().size(), 1);
}

TEST(TillPayment, TheNextScanStartsANewSale)
{
    Till till;
    scan(till, "FW");
    payExactly(till);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    scan(till, "CC");
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Café crème"));
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€3.40"));
    EXPECT_FALSE(till.presenter.lines().first().totalText.isEmpty());
}

TEST(TillPayment, AScanWhilePayingIsRefused)
{
    Till till;
    scan(till, "FW");
    till.presenter.startPaying();
    QSignalSpy refused(&till.presenter, &TillPresenter::codeRefused);
    scan(till, "CC");
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.message()->tone, Tone::Warning);
}

TEST(TillPayment, PayWaitsForAScanThatIsStillBeingLookedUp)
{
    Till till;
    scan(till, "FW");
    till.desk.holdAnswers(true);
    scan(till, "CC");
    till.presenter.startPaying();
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    till.desk.holdAnswers(false);
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying);
    EXPECT_EQ(till.presenter.payment().dueText, QStringLiteral("€7.20"));
}

TEST(TillPayment, PayWaitsForTheFirstItemToo)
{
    Till till;
    till.desk.holdAnswers(true);
    scan(till, "FW");
    Action &pay = *till.presenter.actions().find(u"till.pay");
    EXPECT_EQ(pay.disabledReason(), QString());
    pay.trigger();
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    till.desk.holdAnswers(false);
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying);
    EXPECT_EQ(till.presenter.payment().dueText, QStringLiteral("€3.80"));
}

TEST(TillPayment, ACodeThatNobodyKnowsLeavesNothingToPay)
{
    Till till;
    till.desk.holdAnswers(true);
    scan(till, "nobody knows this");
    Action &pay = *till.presenter.actions().find(u"till.pay");
    pay.trigger();
    till.desk.holdAnswers(false);
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    EXPECT_FALSE(pay.disabledReason().isEmpty());
}

TEST(TillPresenter, AnswersAfterItsEndAreDropped)
{
    MemoryDesk desk;
    fillBar(desk);
    desk.openStore(true, true);
    FixedClock clock;
    auto presenter = std::make_unique<TillPresenter>(desk, clock, QLocale::c());
    presenter->start();
    desk.holdAnswers(true);
    presenter->enterCode(QStringLiteral("FW"));
    presenter.reset();
    desk.holdAnswers(false); // must not touch the presenter that is gone; the sanitizers would tell
    EXPECT_TRUE(desk.soldHere().isEmpty());
}

TEST(TillHeader, SaysHowSyncStands)
{
    Till till;
    EXPECT_EQ(till.presenter.header().sync.text, QStringLiteral("Online"));
    EXPECT_EQ(till.presenter.header().initials, QStringLiteral("MK"));
    till.desk.changeState().link = sync::Link::Offline;
    till.desk.changeState().queue.queued = 14;
    Q_EMIT till.desk.changed();
    EXPECT_EQ(till.presenter.header().sync.tone, Tone::Warning);
    EXPECT_TRUE(till.presenter.header().sync.text.contains(QStringLiteral("14")));
}

} // namespace crema
