// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop sets, in the settings of the real window, by its objects' names.
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace crema {

using namespace testing;
using namespace desktop;

class ShopSettingsWindow : public WindowTest
{
protected:
    ShopSettingsWindow()
    {
        till.desk.addExamplePeople();
        be(QStringLiteral("Ada Lindqvist"));
        till.shop.shell.go({QStringLiteral("settings"), {}});
        settle();
    }

    void be(const QString &name)
    {
        till.desk.changeState().person = *std::ranges::find(till.desk.peopleHere(), name, &Person::name);
        Q_EMIT till.desk.changed();
        settle();
    }

    QLineEdit *lock() { return find<QLineEdit>("shop.till.lock_minutes.edit"); }
    QString textOf(const char *name) { return find<QLabel>(name)->text(); }
};

TEST_F(ShopSettingsWindow, WhatIsTypedCountsWhenTheFieldIsLeft)
{
    lock()->setFocus();
    lock()->selectAll();
    type(QStringLiteral("10"));
    EXPECT_EQ(till.desk.state().settings.number(shop_setting::tillLockMinutes), 5) << "not while it is typed";
    press(Qt::Key_Tab);
    settle();
    EXPECT_EQ(till.desk.state().settings.number(shop_setting::tillLockMinutes), 10);
    EXPECT_TRUE(textOf("shop.till.lock_minutes.standing").contains(QStringLiteral("Ada Lindqvist")));
    EXPECT_TRUE(find<TouchButton>("shop.till.lock_minutes.reset")->isVisible());
    find<TouchButton>("shop.till.lock_minutes.showHistory")->click();
    EXPECT_TRUE(find<QLabel>("shop.till.lock_minutes.history")->isVisible());
    find<TouchButton>("shop.till.lock_minutes.reset")->click();
    settle();
    EXPECT_EQ(lock()->text(), QStringLiteral("5"));
}

TEST_F(ShopSettingsWindow, AWrongValueStaysToBeMendedAndSaysWhatFits)
{
    lock()->setFocus();
    lock()->selectAll();
    type(QStringLiteral("600"));
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(lock()->text(), QStringLiteral("600"));
    EXPECT_TRUE(find<QLabel>("shop.till.lock_minutes.problem")->isVisible());
    EXPECT_TRUE(textOf("shop.till.lock_minutes.problem").contains(QStringLiteral("120")));
    EXPECT_EQ(till.desk.state().settings.number(shop_setting::tillLockMinutes), 5);
}

TEST_F(ShopSettingsWindow, WhatIsTypedIsNobodyElsesToChange)
{
    lock()->setFocus();
    lock()->selectAll();
    type(QStringLiteral("1"));
    till.desk.addSetting(PlaceId(till.desk.state().company.id),
                         {shop_setting::tillLockMinutes.toString(), {}, 30, {}, UtcTime(), {}});
    Q_EMIT till.desk.dataChanged();
    settle();
    EXPECT_EQ(lock()->text(), QStringLiteral("1"));
}

TEST_F(ShopSettingsWindow, ALocationIsChosenAndSwitchesAndLinesCount)
{
    auto *places = find<ChoiceBox>("shopPlace");
    ASSERT_EQ(places->count(), 3);
    find<TouchButton>("shop.feature.products_at_till.edit.off")->click();
    settle();
    EXPECT_FALSE(till.desk.state().settings.isOn(shop_setting::productsAtTill));
    auto *header = find<QPlainTextEdit>("shop.receipt.header.edit");
    header->setFocus();
    header->setPlainText(QStringLiteral("Larkmoor\nCoffee"));
    header->document()->setModified(true);
    lock()->setFocus();
    settle();
    EXPECT_EQ(till.desk.state().settings.text(shop_setting::receiptHeader), QStringLiteral("Larkmoor\nCoffee"));
    Q_EMIT places->activated(1);
    settle();
    EXPECT_EQ(window.findChild<QLineEdit *>(QStringLiteral("shop.people.session_days.edit")), nullptr);
    EXPECT_TRUE(lock()->isVisible());
}

TEST_F(ShopSettingsWindow, WhoMayNotChangeThemReadsWhy)
{
    be(QStringLiteral("Bea Brandt"));
    EXPECT_TRUE(lock()->isReadOnly());
    EXPECT_TRUE(find<QLabel>("shop.till.lock_minutes.locked")->isVisible());
}

} // namespace crema
