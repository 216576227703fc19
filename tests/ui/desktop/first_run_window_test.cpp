// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the first start, driven by object names.
#include "app/desktop/example/example_start.h"
#include "app/desktop/example/memory_preferences.h"
#include "tests/testing/fixed_clock.h"
#include "ui/desktop/first_run/first_run_page.h"
#include "ui/desktop/theme/theme.h"
#include "ui/presenters/first_run/first_run_presenter.h"
#include "ui/presenters/settings/appearance.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace crema::desktop {
namespace {

using namespace Qt::StringLiterals;

class FirstRunWindowTest : public ::testing::Test
{
protected:
    FirstRunWindowTest()
    {
        theme.apply(*qApp);
        page.resize(1024, 768);
        page.show();
        page.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
        settle();
    }

    static void settle()
    {
        for (int turns = 0; turns < 4; ++turns)
            QCoreApplication::processEvents();
    }

    template<class Widget = QWidget>
    [[nodiscard]] Widget *find(const QString &name)
    {
        auto *found = page.findChild<Widget *>(name);
        EXPECT_NE(found, nullptr) << qPrintable(name);
        return found;
    }

    void click(const QString &name)
    {
        QTest::mouseClick(find(name), Qt::LeftButton);
        settle();
    }

    void type(const QString &field, const QString &text) { find<QLineEdit>(field)->setText(text); }

    ExamplePlatform child;
    ExampleStart desk;
    testing::FixedClock clock;
    MemoryPreferences preferences;
    Appearance appearance{preferences};
    FirstRunPresenter presenter{child, desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
    Theme theme{u"light"_s};
    FirstRunPage page{theme, presenter, appearance, {{u"de"_s, u"Deutsch"_s}, {u"en"_s, u"English"_s}}, u"English"_s};
};

TEST_F(FirstRunWindowTest, EnterOpensTheSampleShop)
{
    QWidget *first = find(u"firstRunCard0"_s);
    EXPECT_EQ(QApplication::focusWidget(), first);
    EXPECT_GE(first->height(), 88);
    QTest::keyClick(first, Qt::Key_Return);
    settle();
    EXPECT_EQ(desk.kept, Business::Sample);
}

TEST_F(FirstRunWindowTest, ArrowsChooseAndTheButtonSaysWhatItDoes)
{
    const QString sample = find<QAbstractButton>(u"firstRunPrimary"_s)->text();
    QTest::keyClick(find(u"firstRunCard0"_s), Qt::Key_Down);
    settle();
    EXPECT_EQ(presenter.option(), FirstRunOption::NewShop);
    EXPECT_NE(find<QAbstractButton>(u"firstRunPrimary"_s)->text(), sample);
    EXPECT_FALSE(find(u"firstRunBack"_s)->isVisible());
}

TEST_F(FirstRunWindowTest, TheFormSaysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped)
{
    click(u"firstRunCard2"_s);
    click(u"firstRunPrimary"_s);
    ASSERT_EQ(presenter.step(), FirstRunStep::Connect);
    EXPECT_EQ(QApplication::focusWidget(), find(u"address"_s));
    type(u"address"_s, u"https://shop.example"_s);
    click(u"firstRunPrimary"_s);
    EXPECT_TRUE(find(u"code_problem"_s)->isVisible());
    EXPECT_FALSE(find(u"address_problem"_s)->isVisible());
    EXPECT_FALSE(find(u"code"_s)->accessibleDescription().isEmpty());
    desk.fails = Problem{ProblemKind::NotAllowed, u"device.wrong_code"_s, u"Unknown code."_s, u"Ask again."_s, {}};
    desk.failsAt = u"enrol"_s;
    type(u"code"_s, u"AAAA-BBBB"_s);
    QTest::keyClick(find(u"code"_s), Qt::Key_Return);
    settle();
    EXPECT_EQ(find<QLabel>(u"code_problem"_s)->text(), u"Ask again."_s);
    EXPECT_EQ(find<QLineEdit>(u"code"_s)->text(), u"AAAA-BBBB"_s);
    EXPECT_EQ(QApplication::focusWidget(), find(u"code"_s));
    QTest::keyClick(find(u"code"_s), Qt::Key_Escape);
    EXPECT_EQ(presenter.step(), FirstRunStep::Choices);
}

TEST_F(FirstRunWindowTest, TheCountryProposesCurrencyAndTaxes)
{
    click(u"firstRunCard1"_s);
    click(u"firstRunPrimary"_s);
    EXPECT_EQ(find<QComboBox>(u"country"_s)->currentData().toString(), u"IE"_s);
    EXPECT_EQ(find<QLineEdit>(u"standard_rate"_s)->text(), u"23"_s);
    auto *country = find<QComboBox>(u"country"_s);
    country->setCurrentIndex(country->findData(u"CH"_s));
    EXPECT_EQ(find<QComboBox>(u"currency"_s)->currentText(), u"CHF"_s);
    EXPECT_EQ(find<QLineEdit>(u"standard_rate"_s)->text(), u"8.1"_s);
    type(u"business_name"_s, u"Larkmoor"_s);
    type(u"shop_name"_s, u"Quai"_s);
    type(u"owner_name"_s, u"Mina"_s);
    type(u"email"_s, u"mina@larkmoor.example"_s);
    type(u"password"_s, u"lighthouse on wet paper"_s);
    click(u"firstRunPrimary"_s);
    EXPECT_EQ(child.made.currency, u"CHF"_s);
    EXPECT_EQ(desk.kept, Business::Shop);
}

TEST_F(FirstRunWindowTest, EnterInTheLastFieldSetsUpTheShopAndDoesNotStopIt)
{
    click(u"firstRunCard1"_s);
    click(u"firstRunPrimary"_s);
    type(u"business_name"_s, u"Larkmoor"_s);
    type(u"shop_name"_s, u"Quai"_s);
    type(u"owner_name"_s, u"Mina"_s);
    type(u"email"_s, u"mina@larkmoor.example"_s);
    type(u"password"_s, u"lighthouse on wet paper"_s);
    child.hold(true);
    find(u"password"_s)->setFocus();
    QTest::keyClick(find(u"password"_s), Qt::Key_Return);
    settle();
    EXPECT_EQ(presenter.step(), FirstRunStep::Working) << "the same Enter must not press Stop";
    child.hold(false);
    settle();
    EXPECT_EQ(desk.kept, Business::Shop);
}

TEST_F(FirstRunWindowTest, TheThemeIsKept)
{
    appearance.setTheme(ThemeChoice::Dark);
    EXPECT_EQ(preferences.value(u"appearance.theme"_s), u"dark"_s);
}

TEST_F(FirstRunWindowTest, WhatIsStuckCanBeLeft)
{
    child.fails =
        Problem{ProblemKind::Failed, u"platform.no_database"_s, u"PostgreSQL is missing."_s, u"Install."_s, {}};
    click(u"firstRunPrimary"_s);
    EXPECT_EQ(presenter.step(), FirstRunStep::Stuck);
    EXPECT_TRUE(find<QLabel>(u"messageText"_s)->isVisible());
    click(u"firstRunBack"_s);
    EXPECT_EQ(presenter.step(), FirstRunStep::Choices);
}

} // namespace
} // namespace crema::desktop
