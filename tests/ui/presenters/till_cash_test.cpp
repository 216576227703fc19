// SPDX-License-Identifier: GPL-3.0-or-later
// Cash besides sales: movements, the count by pieces, X and Z, and the drawer that is too full.
#include "models/selling/shift_rules.h"
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

const QString flatWhite = QStringLiteral("4006381333931");

struct CashTill : Till {
    void set(QStringView key, const QJsonValue &value)
    {
        desk.setShopSetting(PlaceId(desk.state().location->id.value()), key.toString(), QJsonValue(), value)
            .then([](const Result<void> &set) { EXPECT_TRUE(set.has_value()); });
        QCoreApplication::processEvents();
    }

    void move(CashMovementKind kind, const char *amount, const char *reason = "")
    {
        shop.cash.setKind(kind);
        shop.cash.record(QString::fromLatin1(amount), QString::fromLatin1(reason), {});
    }

    void sell()
    {
        presenter.enterCode(flatWhite);
        presenter.startPaying();
        clock.advance(1000);
        presenter.takeTender();
        ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    }

    /// What should be in the drawer, in cents.
    [[nodiscard]] std::int64_t expected() const { return expectedCash(*desk.state().openShift).minor(); }
};

} // namespace

TEST(TillCash, IsPaidInAndOutAndDroppedIntoTheSafe)
{
    CashTill till;
    QSignalSpy moved(&till.shop.cash, &CashMovementPresenter::moved);
    till.move(CashMovementKind::PaidIn, "50");
    till.move(CashMovementKind::PaidOut, "12,50", "Milk");
    till.move(CashMovementKind::SafeDrop, "100.00");
    till.move(CashMovementKind::NoSale, "99");
    ASSERT_EQ(moved.size(), 4);
    EXPECT_EQ(moved.at(1).first().toString(), QStringLiteral("€12.50 paid out."));
    EXPECT_EQ(till.expected(), 10'000 + 5'000 - 1'250 - 10'000) << "no sale changes nothing, whatever was typed before";
    EXPECT_EQ(till.presenter.message()->tone, Tone::Ok);
}

TEST(TillCash, SaysWhatIsWrongAtTheFieldAndKeepsTheRest)
{
    CashTill till;
    till.move(CashMovementKind::PaidOut, "a lot");
    EXPECT_FALSE(till.shop.cash.problem(QStringLiteral("amount")).isEmpty());
    till.move(CashMovementKind::PaidOut, "0");
    EXPECT_FALSE(till.shop.cash.problem(QStringLiteral("amount")).isEmpty());
    till.shop.cash.setKind(CashMovementKind::PaidIn);
    EXPECT_TRUE(till.shop.cash.problem(QStringLiteral("amount")).isEmpty()) << "it was about something else";
    till.desk.failCash = Problem{ProblemKind::NotAllowed,
                                 QStringLiteral("auth.not_allowed"),
                                 QStringLiteral("Nobody approved it."),
                                 QStringLiteral("Ask a manager."),
                                 {}};
    till.move(CashMovementKind::PaidOut, "5");
    EXPECT_EQ(till.shop.cash.problem(), QStringLiteral("Nobody approved it. Ask a manager."));
    EXPECT_FALSE(till.shop.cash.isBusy());
    EXPECT_EQ(till.expected(), 10'000);
}

TEST(TillCash, ReasonsAreThoseOfTheShop)
{
    CashTill till;
    till.shop.cash.setKind(CashMovementKind::PaidOut);
    EXPECT_FALSE(till.shop.cash.reasons().isEmpty()) << "usual ones before anybody set some";
    till.set(shop_setting::cashReasons, QStringLiteral("Flowers\n\n  Window cleaner \n"));
    EXPECT_EQ(till.shop.cash.reasons(), (QStringList{QStringLiteral("Flowers"), QStringLiteral("Window cleaner")}));
}

TEST(TillCash, NothingIsMovedWithoutAShift)
{
    CashTill till;
    till.shop.drawer.close(10'000);
    EXPECT_FALSE(till.shop.cash.obstacle().isEmpty());
    for (const QStringView id : {u"cash.move", u"cash.no-sale"})
        EXPECT_FALSE(till.shop.cash.actions().find(id)->isEnabled());
    EXPECT_FALSE(till.shop.shiftReport.actions().find(u"shift.report")->isEnabled());
}

TEST(TillCash, ADrawerThatIsTooFullIsSaidUntilSomeOfItIsInTheSafe)
{
    CashTill till;
    EXPECT_TRUE(till.shop.drawer.tooFullText().isEmpty()) << "the shop sets no limit";
    till.set(shop_setting::cashDrawerLimit, 10'000);
    EXPECT_TRUE(till.shop.drawer.tooFullText().isEmpty()) << "just as much as it may";
    till.move(CashMovementKind::PaidIn, "0.01");
    EXPECT_EQ(till.shop.drawer.tooFullText(), QStringLiteral("There is more than €100.00 in the drawer."));
    till.move(CashMovementKind::SafeDrop, "50");
    EXPECT_TRUE(till.shop.drawer.tooFullText().isEmpty());
}

TEST(TillCash, WhatIsExpectedIsToldBeforeOnlyWhereTheShopHasItSo)
{
    CashTill till;
    EXPECT_TRUE(till.shop.drawer.drawer()->expectedText.isEmpty());
    till.set(shop_setting::cashBlindCount, false);
    till.move(CashMovementKind::PaidIn, "20");
    EXPECT_EQ(till.shop.drawer.drawer()->expectedText, QStringLiteral("€120.00"));
}

TEST(TillCash, ACountByPiecesIsKeptAndTheZIsShown)
{
    CashTill till;
    till.sell();
    till.move(CashMovementKind::PaidOut, "3.80", "Milk");
    // Two of €50: 100.00, as expected.
    till.shop.drawer.close(10'000, {0, 0, 2});
    ASSERT_TRUE(till.shop.drawer.closedTotals());
    const ShiftTotals &z = *till.shop.drawer.closedTotals();
    EXPECT_EQ(z.number, 1);
    ASSERT_EQ(z.pieces.size(), 1);
    EXPECT_EQ(z.pieces.first().count, 2);
    EXPECT_TRUE(z.difference->isZero());
    EXPECT_EQ(till.shop.shiftReport.titleText(), QStringLiteral("Z report 1"));
    const QString paper = till.shop.shiftReport.reportText(42);
    EXPECT_TRUE(paper.contains(QStringLiteral("Paid out (1)"))) << paper.toStdString();
    EXPECT_TRUE(paper.contains(QStringLiteral("2 x 50.00"))) << paper.toStdString();
    EXPECT_TRUE(paper.contains(QStringLiteral("Mina Kowalski"))) << paper.toStdString();
}

TEST(TillCash, PiecesThatDoNotComeToTheSumAreNotKept)
{
    CashTill till;
    till.shop.drawer.close(9'950, {0, 0, 2});
    ASSERT_TRUE(till.shop.drawer.closedTotals());
    EXPECT_TRUE(till.shop.drawer.closedTotals()->pieces.isEmpty());
}

TEST(TillCash, TheXReportIsOfNowAndClosesNothing)
{
    CashTill till;
    till.sell();
    ASSERT_TRUE(till.shop.shiftReport.actions().find(u"shift.report")->trigger());
    EXPECT_EQ(till.shop.shiftReport.titleText(), QStringLiteral("X report"));
    EXPECT_TRUE(till.shop.shiftReport.reportText(42).contains(QStringLiteral("103.80")));
    EXPECT_TRUE(till.desk.state().openShift);
}

TEST(TillCash, TheXReportIsNotForWhoCountsBlind)
{
    CashTill till;
    Person barista = *till.desk.state().person;
    barista.permissions.removeAll(Permission::ShiftsCloseBeyond);
    till.desk.changeState().person = barista;
    till.shop.shiftReport.showX();
    EXPECT_TRUE(till.shop.shiftReport.reportText(42).isEmpty());
    EXPECT_FALSE(till.shop.shiftReport.problemText().isEmpty());
    till.set(shop_setting::cashBlindCount, false);
    till.shop.shiftReport.showX();
    EXPECT_FALSE(till.shop.shiftReport.reportText(42).isEmpty());
}

TEST(TillCash, TheJournalListsWhatWasMovedNewestFirst)
{
    CashTill till;
    till.shop.shiftReport.showMoved();
    EXPECT_FALSE(till.shop.shiftReport.problemText().isEmpty()) << "nothing was moved";
    till.move(CashMovementKind::PaidOut, "12.50", "Milk");
    till.move(CashMovementKind::NoSale, "");
    till.shop.shiftReport.showMoved();
    const QList<MovedCashRow> &rows = till.shop.shiftReport.movedRows();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows.first().kindText, QStringLiteral("No sale"));
    EXPECT_TRUE(rows.first().amountText.isEmpty());
    EXPECT_EQ(rows.last().amountText, QStringLiteral("−€12.50"));
    EXPECT_EQ(rows.last().aboutText, QStringLiteral("Milk · Mina Kowalski"));
}

TEST(TillCash, EarlierClosingsAreListedAndOpened)
{
    CashTill till;
    till.shop.shiftReport.showClosed();
    EXPECT_FALSE(till.shop.shiftReport.problemText().isEmpty()) << "none yet";
    till.shop.drawer.close(9'800);
    till.presenter.openShift(5'000);
    till.sell();
    till.shop.drawer.close(5'380);
    till.shop.shiftReport.showClosed();
    const QList<ClosedShiftRow> &rows = till.shop.shiftReport.closedRows();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows.first().titleText, QStringLiteral("Z report 2"));
    EXPECT_EQ(rows.first().salesText, QStringLiteral("€3.80"));
    EXPECT_EQ(rows.last().differenceText, QStringLiteral("−€2.00"));
    till.shop.shiftReport.openZ(1);
    EXPECT_EQ(till.shop.shiftReport.titleText(), QStringLiteral("Z report 1"));
    till.shop.shiftReport.openZ(7);
    EXPECT_EQ(till.shop.shiftReport.titleText(), QStringLiteral("Z report 1")) << "there is no such row";
}

TEST(TillCash, WhoeverIsAskedToApproveClosesInPlace)
{
    CashTill till;
    QSignalSpy closed(&till.shop.drawer, &DrawerPresenter::shiftClosed);
    till.desk.holdAnswers(true);
    till.shop.drawer.close(1'000);
    EXPECT_TRUE(till.shop.drawer.isClosing()) << "it waits for somebody's PIN";
    till.desk.holdAnswers(false);
    EXPECT_FALSE(till.shop.drawer.isClosing());
    EXPECT_EQ(closed.size(), 1);
}

} // namespace crema
