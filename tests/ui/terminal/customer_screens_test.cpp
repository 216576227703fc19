// SPDX-License-Identifier: GPL-3.0-or-later
// Customers through the keys of a terminal: what cannot be taken back, and what is handed out.
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/terminal/till_screen_fixture.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

using namespace crema::terminal;
using namespace crema::terminal::testing;

namespace {

class CustomerScreensTest : public TillScreenTest
{
protected:
    CustomerScreensTest() { QStandardPaths::setTestModeEnabled(true); }
    ~CustomerScreensTest() override { QStandardPaths::setTestModeEnabled(false); }

    /// The screen of the second of the list.
    void openCustomer()
    {
        terminal.resize({80, 24});
        start();
        desk.addExampleCustomers();
        press(Key::F3);
        type(u"87");
        type(u"2");
    }

    [[nodiscard]] bool shows(const QString &text) const { return paneText(terminal.canvas()).contains(text); }
    [[nodiscard]] std::string pane() const { return paneText(terminal.canvas()).toStdString(); }
};

TEST_F(CustomerScreensTest, ErasingAsksWhyAndThenWhetherItIsSure)
{
    openCustomer();
    const QString name = shop.customers.detail()->row.name;
    press(Key::F8);
    type(u"4");
    EXPECT_TRUE(shows(QStringLiteral("Erase %1?").arg(name))) << pane();
    type(u"2");
    EXPECT_TRUE(shows(QStringLiteral("Nobody can take it back"))) << pane();
    type(u"1");
    EXPECT_FALSE(desk.lastEraseReason()) << "the first answer keeps them";
    EXPECT_TRUE(shows(name)) << pane();
    type(u"42");
    type(u"2");
    EXPECT_EQ(desk.lastEraseReason(), crema::EraseReason::NotNeeded) << pane();
    EXPECT_TRUE(shows(QStringLiteral("Erased"))) << pane();
}

TEST_F(CustomerScreensTest, ACopyIsWrittenToTheDocumentsAndSaidWhere)
{
    openCustomer();
    press(Key::F8);
    type(u"3");
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString path = documents.filePath(shop.customers.exportName());
    EXPECT_TRUE(QFile::exists(path)) << pane();
    EXPECT_TRUE(shop.customers.exportedText().contains(path));
    EXPECT_TRUE(shows(QStringLiteral("What is known of the customer"))) << pane();
    QFile::remove(path);
}

TEST_F(CustomerScreensTest, PointsAreAdjustedWithAReason)
{
    openCustomer();
    desk.setPoints(*crema::CustomerId::fromString(shop.customers.openId()), 100);
    shop.customers.refresh();
    settle();
    press(Key::F8);
    EXPECT_TRUE(shows(QStringLiteral("Points"))) << pane();
    type(u"1");
    type(u"50\n");
    type(u"As an apology\n");
    settle();
    EXPECT_TRUE(shop.customers.detail()->pointsText.startsWith(QStringLiteral("150"))) << pane();
}

TEST_F(CustomerScreensTest, WhoMayNotReadsWhy)
{
    openCustomer();
    desk.changeState().person->permissions = {crema::Permission::CustomersRead, crema::Permission::CustomersEdit};
    Q_EMIT desk.changed();
    press(Key::F8);
    type(u"4");
    EXPECT_TRUE(shows(QStringLiteral("manage people"))) << pane();
    EXPECT_FALSE(desk.lastEraseReason());
}

TEST_F(CustomerScreensTest, WhatTheySayOfOffersIsKeptWithHowTheySaidIt)
{
    openCustomer();
    const QString id = shop.customers.openId();
    type(u"8");
    EXPECT_TRUE(shows(QStringLiteral("Did not say"))) << pane();
    type(u"1");
    type(u"3");
    EXPECT_TRUE(shows(QStringLiteral("Agreed"))) << pane();
    press(Key::F4);
    const auto kept = std::ranges::find(desk.customersHere(), id,
                                        [](const crema::Customer &customer) { return customer.id.toString(); });
    ASSERT_TRUE(kept->consent) << pane();
    EXPECT_EQ(kept->consent->state, crema::ConsentState::Given);
    EXPECT_EQ(kept->consent->source, crema::ConsentSource::ByPhone);
    EXPECT_NE(kept->consent->at, crema::UtcTime());
}

TEST_F(CustomerScreensTest, TwoAreMadeOneAndTwoAgain)
{
    terminal.resize({80, 24});
    start();
    desk.addExampleCustomers();
    desk.addExampleDuplicate();
    press(Key::F3);
    type(u"87");
    press(Key::F9);
    EXPECT_TRUE(shows(QStringLiteral("Jonas Brandt and J. Brandt"))) << pane();
    type(u"1");
    EXPECT_TRUE(shows(QStringLiteral("IS MERGED"))) << pane();
    type(u"1");
    EXPECT_TRUE(desk.customersHere().last().mergedInto) << pane();
    EXPECT_TRUE(shows(QStringLiteral("are one customer now"))) << pane();
    press(Key::F3);
    type(u"jonas\n");
    type(u"1");
    press(Key::F8);
    EXPECT_TRUE(shows(QStringLiteral("Merged: J. Brandt"))) << pane();
    type(u"3");
    type(u"1");
    EXPECT_FALSE(desk.customersHere().last().mergedInto) << pane();
}

TEST_F(CustomerScreensTest, TheirHistoryAndStatementAreAKeyAway)
{
    openCustomer();
    press(Key::F9);
    settle();
    EXPECT_TRUE(shows(QStringLiteral("HISTORY"))) << pane();
    EXPECT_TRUE(shows(QStringLiteral("Nothing was sold to this customer yet"))) << pane();
    press(Key::F4);
    settle();
    EXPECT_TRUE(shows(QStringLiteral("STATEMENT"))) << pane();
    EXPECT_TRUE(shows(shop.customers.detail()->row.name)) << pane();
}

} // namespace
