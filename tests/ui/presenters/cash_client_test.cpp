// SPDX-License-Identifier: GPL-3.0-or-later
// Cash besides sales on the real client and a real SQLite store: what a barista does with a manager's PIN, and the Z.
#include "app/desktop/example/memory_preferences.h"
#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "tests/sync/shop.h"
#include "ui/presenters/client_shop_desk.h"
#include "ui/presenters/people/approval_presenter.h"
#include "ui/presenters/till/cash_movement_presenter.h"
#include "ui/presenters/till/drawer_presenter.h"
#include "ui/presenters/till/shift_report_presenter.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

namespace crema {

namespace {

using sync::testing::StoreFolder;

class NoNetwork final : public sync::HttpTransport
{
public:
    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest) override
    {
        co_return failure(ProblemKind::Unavailable, QStringLiteral("network.unreachable"),
                          QStringLiteral("The platform does not answer."));
    }
};

/// Bea, a barista, is signed in with €100.00 in the drawer; Mina is a manager, whose PIN is 4711.
class CashOnStore : public ::testing::Test
{
protected:
    void SetUp() override
    {
        (void)folder.openEnrolled();
        till.start();
        approval.start();
        client.open(folder.request()).then([](const Result<void> &opened) { ASSERT_TRUE(opened); });
        till.openShift(10'000);
        (void)add("Mina", Role::Manager, "4711");
        const PersonId barista = add("Bea", Role::Barista, "1111");
        desk.switchByPin(barista, QStringLiteral("1111")).then([](const Result<Person> &now) { ASSERT_TRUE(now); });
    }

    PersonId add(const char *name, Role role, const char *pin)
    {
        Person person;
        person.name = QString::fromLatin1(name);
        person.role = role;
        PersonId id;
        desk.createPerson(person, QString::fromLatin1(pin)).then([&id](const Result<Person> &made) {
            ASSERT_TRUE(made);
            id = made->id;
        });
        return id;
    }

    void approve()
    {
        ASSERT_TRUE(approval.isAsking());
        for (const int digit : {4, 7, 1, 1})
            approval.typeDigit(digit);
        approval.submit();
        settle();
        EXPECT_FALSE(approval.isAsking());
    }

    static void settle()
    {
        for (int turn = 0; turn < 10; ++turn)
            QCoreApplication::processEvents();
    }

    [[nodiscard]] std::int64_t moved() const { return client.state().openShift->movedTotal.minor(); }

    const QLocale irish{QLocale::English, QLocale::Ireland};
    StoreFolder folder;
    NoNetwork network;
    sync::InlineExecutor executor;
    desktop::MemoryPreferences preferences;
    sync::Client client{{folder.clock, folder.randomness, executor, network, folder.disk}};
    ClientShopDesk desk{client};
    TillPresenter till{desk, folder.clock, irish};
    PrintPresenter printing{desk, till, preferences, folder.clock, {}, irish};
    ApprovalPresenter approval{desk};
    CashMovementPresenter cash{desk, till, printing, irish};
    DrawerPresenter drawer{desk, folder.clock, irish};
    ShiftReportPresenter report{desk, folder.clock, printing, irish};
};

} // namespace

TEST_F(CashOnStore, ABaristaPaysInAloneAndOutWithSomebodysPin)
{
    cash.setKind(CashMovementKind::PaidIn);
    cash.record(QStringLiteral("20"), QStringLiteral("Bank"), {});
    EXPECT_FALSE(approval.isAsking());
    EXPECT_EQ(moved(), 2'000) << qPrintable(cash.problem());
    cash.setKind(CashMovementKind::PaidOut);
    cash.record(QStringLiteral("5"), QStringLiteral("Milk"), {});
    EXPECT_TRUE(cash.isBusy()) << "it waits for the PIN";
    approve();
    EXPECT_FALSE(cash.isBusy());
    EXPECT_EQ(moved(), 1'500) << qPrintable(cash.problem());
}

TEST_F(CashOnStore, WhatNobodyApprovesMovesNothingAndIsSaid)
{
    cash.setKind(CashMovementKind::NoSale);
    cash.record({}, QStringLiteral("Change a note"), {});
    ASSERT_TRUE(approval.isAsking());
    approval.cancel();
    settle();
    EXPECT_FALSE(cash.isBusy());
    EXPECT_FALSE(cash.problem().isEmpty());
    report.showMoved();
    settle();
    EXPECT_TRUE(report.movedRows().isEmpty());
}

TEST_F(CashOnStore, ASmallDifferenceClosesAloneAndALargeOneWithAPin)
{
    report.showX();
    settle();
    EXPECT_FALSE(report.problemText().isEmpty()) << "it says what she counts blind";
    drawer.close(5'000);
    ASSERT_TRUE(approval.isAsking()) << "€50.00 less than expected";
    EXPECT_FALSE(approval.wantedText().contains(QStringLiteral("50"))) << "by how much is not told before";
    approval.cancel();
    settle();
    ASSERT_TRUE(client.state().openShift) << "the shift stays open";
    drawer.close(5'000, {0, 0, 1});
    approve();
    ASSERT_TRUE(drawer.closedTotals());
    EXPECT_EQ(drawer.closedTotals()->number, 1);
    EXPECT_EQ(drawer.closedTotals()->pieces.size(), 1);
    till.openShift(10'000);
    drawer.close(9'950);
    EXPECT_FALSE(approval.isAsking()) << "as little as the shop accepts";
    ASSERT_TRUE(drawer.closedTotals());
    EXPECT_EQ(drawer.closedTotals()->number, 2);
    report.showClosed();
    settle();
    ASSERT_EQ(report.closedRows().size(), 2) << qPrintable(report.problemText());
    EXPECT_EQ(report.closedRows().last().differenceText, QStringLiteral("−€50.00"));
}

} // namespace crema
