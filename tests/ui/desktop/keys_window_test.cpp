// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desktop/window_fixture.h"
#include "ui/presenters/till/unreceipted_presenter.h"

#include <QAction>
#include <QLabel>

namespace crema::testing {
namespace {

class KeysWindowTest : public WindowTest
{
protected:
    [[nodiscard]] QList<ActionList *> lists()
    {
        ShopPresenters &shop = till.shop;
        return {&shop.shell.actions(),
                &shop.cartSteps.actions(),
                &shop.drawer.actions(),
                &shop.cash.actions(),
                &shop.shiftReport.actions(),
                &shop.syncPanel.actions(),
                &shop.attention.actions(),
                &shop.lock.actions(),
                &shop.till.actions(),
                &shop.sales.actions(),
                &shop.payments.actions(),
                &shop.catalog.actions(),
                &shop.customers.actions(),
                &shop.devices.actions(),
                &shop.people.actions(),
                &shop.roles.actions(),
                &shop.account.actions(),
                &shop.audit.actions(),
                &shop.giftCard.actions(),
                &shop.receiptMail.actions(),
                &shop.offCatalog.actions(),
                &shop.favourites.actions(),
                &shop.training.actions(),
                &window.findChild<UnreceiptedPresenter *>()->actions()};
    }

    [[nodiscard]] Action *action(const QString &id)
    {
        for (ActionList *list : lists()) {
            if (Action *found = list->find(id))
                return found;
        }
        return nullptr;
    }

    void goToKeys()
    {
        till.shop.shell.go({QStringLiteral("keys"), {}});
        settle();
    }
};

TEST_F(KeysWindowTest, TheTableSaysWhatThePresentersDeclare)
{
    const QList<KeyedAction> table = keyedActions(KeyFace::Window);
    for (const KeyedAction &row : table) {
        const Action *declared = action(row.id);
        ASSERT_NE(declared, nullptr) << qPrintable(row.id);
        EXPECT_EQ(declared->shortcuts(), row.usual) << qPrintable(row.id);
        // Some go on with what they are about: "Pay 4.20".
        EXPECT_TRUE(declared->text().startsWith(row.text)) << qPrintable(row.id + u' ' + declared->text());
    }
    for (ActionList *list : lists()) {
        for (const auto &each : list->all()) {
            const bool known = std::any_of(table.begin(), table.end(),
                                           [&each](const KeyedAction &row) { return row.id == each->id(); });
            EXPECT_TRUE(known || each->shortcuts().isEmpty()) << qPrintable(each->id());
        }
    }
}

TEST_F(KeysWindowTest, AKeyThatIsPressedCountsAtOnceAndIsShown)
{
    till.presenter.enterCode(QStringLiteral("4006381333931"));
    settle();
    goToKeys();
    click("key1.till.pay");
    EXPECT_TRUE(find("keysMessage")->isVisible());
    press(Qt::Key_F5);
    EXPECT_FALSE(find("keysMessage")->isVisible());
    EXPECT_EQ(till.presenter.actions().find(u"till.pay")->shortcuts().first(), QStringLiteral("F5"));
    till.shop.shell.go({QStringLiteral("till"), {}});
    settle();
    EXPECT_TRUE(find("payButton")->toolTip().contains(QStringLiteral("F5")));
    press(Qt::Key_F12);
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling) << "the key before means nothing any more";
    press(Qt::Key_F5);
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying);
}

TEST_F(KeysWindowTest, WhatAKeyIsUsedForIsSaidAndItIsTakenWhenAskedTo)
{
    goToKeys();
    click("key1.till.hold");
    press(Qt::Key_F12);
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    ASSERT_TRUE(till.shop.keyEditor.problem());
    EXPECT_EQ(till.shop.keyEditor.problem()->message, QStringLiteral("F12 is used for “Pay”."));
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(till.shop.keyEditor.problem()->code, QStringLiteral("keys.needed"));
    press(Qt::Key_Escape);
    EXPECT_FALSE(till.shop.keyEditor.isAsking());
    EXPECT_FALSE(till.shop.keys.hasChanges(KeyFace::Window));
}

TEST_F(KeysWindowTest, TheListIsFoundInByNameAndByKey)
{
    goToKeys();
    type(QStringLiteral("hold"));
    EXPECT_TRUE(find("keyRow.till.hold")->isVisible());
    EXPECT_FALSE(find("keyRow.till.pay")->isVisible());
    till.shop.shell.go({QStringLiteral("till"), {}});
    settle();
    EXPECT_TRUE(till.shop.keys.rows(KeyFace::Window).size() > 40);
}

} // namespace
} // namespace crema::testing
