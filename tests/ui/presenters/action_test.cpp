// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/action.h"

#include "tests/ui/testing/till_fixture.h"

#include <QSet>

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

TEST(Action, RunsOnlyWhileEnabledAndSaysWhyNot)
{
    int runs = 0;
    ActionList list;
    Action &action =
        list.add({QStringLiteral("a.b"), QStringLiteral("Do it"), QStringLiteral("cash")}, [&runs] { ++runs; });
    EXPECT_TRUE(action.trigger());
    action.setDisabledReason(QStringLiteral("The drawer is closed."));
    EXPECT_FALSE(action.trigger());
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(action.disabledReason(), QStringLiteral("The drawer is closed."));
    action.enable();
    EXPECT_TRUE(action.trigger());
    EXPECT_EQ(runs, 2);
}

TEST(Action, TellsAboutAChangeOnceAndOnlyWhenThereIsOne)
{
    ActionList list;
    Action &action = list.add({QStringLiteral("a.b"), QStringLiteral("Do it"), QStringLiteral("cash")}, [] {});
    int changes = 0;
    QObject::connect(&action, &Action::changed, &action, [&changes] { ++changes; });
    action.setText(QStringLiteral("Do it"));
    action.enable();
    EXPECT_EQ(changes, 0);
    action.setText(QStringLiteral("Do that"));
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(list.find(u"a.b"), &action);
    EXPECT_EQ(list.find(u"a.c"), nullptr);
}

TEST(TillActions, EachHasTextIconAndKeysThatNobodyElseHas)
{
    Till till;
    QSet<QString> shortcuts;
    QSet<QString> terminalKeys;
    for (const auto &action : till.presenter.actions().all()) {
        EXPECT_FALSE(action->text().isEmpty()) << qPrintable(action->id());
        EXPECT_FALSE(action->iconName().isEmpty()) << qPrintable(action->id());
        for (const QString &key : action->shortcuts()) {
            EXPECT_FALSE(shortcuts.contains(key)) << qPrintable(key);
            shortcuts.insert(key);
        }
        for (const QString &key : action->terminalKeys()) {
            EXPECT_FALSE(terminalKeys.contains(key)) << qPrintable(key);
            terminalKeys.insert(key);
        }
    }
    EXPECT_TRUE(shortcuts.contains(QStringLiteral("F12")));
}

} // namespace crema
