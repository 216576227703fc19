// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/memory_preferences.h"
#include "tests/testing/fixed_clock.h"
#include "ui/presenters/settings/appearance.h"
#include "ui/presenters/shell/shell_presenter.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema::testing {

namespace {

const QString till = QStringLiteral("till");
const QString orders = QStringLiteral("orders");
const QString number = QStringLiteral("MAIN-2-000123");

struct Frame {
    Frame()
    {
        shell.addArea({till, QStringLiteral("Till"), QStringLiteral("till"), {}});
        shell.addArea({orders, QStringLiteral("Orders"), QStringLiteral("orders"), {}});
    }

    bool can(QStringView id) { return shell.actions().find(id)->isEnabled(); }
    void run(QStringView id) { EXPECT_TRUE(shell.actions().find(id)->trigger()); }

    FixedClock clock;
    Notices notices{clock};
    ShellPresenter shell{notices};
};

} // namespace

TEST(PageAddress, IsReadAsItIsWritten)
{
    const PageAddress address{orders, number};
    EXPECT_EQ(address.toString(), QStringLiteral("crema://orders/MAIN-2-000123"));
    EXPECT_EQ(PageAddress::fromString(address.toString()), address);
    EXPECT_EQ(PageAddress::fromString(QStringLiteral(" crema://till ")), (PageAddress{till, {}}));
    EXPECT_EQ(PageAddress::fromString(QStringLiteral("crema://catalog/a/b")),
              (PageAddress{QStringLiteral("catalog"), QStringLiteral("a/b")}));
    for (const char *wrong : {"", "crema://", "https://till", "till/1", "crema:/till"})
        EXPECT_FALSE(PageAddress::fromString(QString::fromLatin1(wrong))) << wrong;
}

TEST(Shell, BeginsAtItsFirstArea)
{
    Frame frame;
    EXPECT_EQ(frame.shell.address(), (PageAddress{till, {}}));
    EXPECT_FALSE(frame.can(u"program.back"));
    EXPECT_FALSE(frame.can(u"program.forward"));
}

TEST(Shell, AsksBeforeItLeavesAnArea)
{
    Frame frame;
    frame.run(u"go.orders");
    std::function<void()> then;
    frame.shell.setGuard([&then](std::function<void()> go) {
        then = std::move(go);
        return false;
    });
    EXPECT_TRUE(frame.shell.go({orders, number})) << "within the area nothing is left";
    EXPECT_FALSE(frame.shell.go({till, {}}));
    EXPECT_EQ(frame.shell.address(), (PageAddress{orders, number}));
    frame.run(u"program.back");
    EXPECT_EQ(frame.shell.address(), (PageAddress{orders, number}));
    frame.shell.setGuard({});
    then();
    EXPECT_EQ(frame.shell.address(), (PageAddress{orders, {}})) << "what was begun goes on";
}

TEST(Shell, GoesBackAndForwardThroughWhatWasSeen)
{
    Frame frame;
    frame.run(u"go.orders");
    frame.shell.moved({orders, number});
    frame.run(u"program.back");
    EXPECT_EQ(frame.shell.address(), (PageAddress{orders, {}}));
    frame.run(u"program.back");
    EXPECT_EQ(frame.shell.address(), (PageAddress{till, {}}));
    frame.run(u"program.forward");
    frame.run(u"program.forward");
    EXPECT_EQ(frame.shell.address(), (PageAddress{orders, number}));
    EXPECT_FALSE(frame.can(u"program.forward"));
}

TEST(Shell, GoingElsewhereForgetsWhatLayAhead)
{
    Frame frame;
    frame.shell.go({orders, number});
    frame.run(u"program.back");
    frame.shell.go({orders, {}});
    EXPECT_FALSE(frame.can(u"program.forward"));
}

TEST(Shell, AnUnknownAreaChangesNothing)
{
    Frame frame;
    QSignalSpy shown(&frame.shell, &ShellPresenter::addressChanged);
    EXPECT_FALSE(frame.shell.go({QStringLiteral("moon"), {}}));
    EXPECT_EQ(shown.count(), 0);
    EXPECT_EQ(frame.shell.address(), (PageAddress{till, {}}));
}

TEST(Shell, RecentPagesAreListedOnceAndWithoutThePresentOne)
{
    Frame frame;
    frame.shell.go({orders, number});
    frame.shell.go({till, {}});
    frame.shell.go({orders, number});
    frame.shell.go({orders, {}});
    EXPECT_EQ(frame.shell.recent(5), (std::vector<PageAddress>{{orders, number}, {till, {}}}));
    EXPECT_EQ(frame.shell.recent(1).size(), 1u);
}

TEST(Shell, UndoNamesWhatItTakesBack)
{
    Frame frame;
    EXPECT_FALSE(frame.can(u"program.undo"));
    bool undone = false;
    frame.notices.post(QStringLiteral("Price changed"), [&undone] { undone = true; });
    EXPECT_TRUE(frame.shell.actions().find(u"program.undo")->text().contains(QStringLiteral("Price changed")));
    frame.run(u"program.undo");
    EXPECT_TRUE(undone);
    EXPECT_FALSE(frame.can(u"program.undo"));
}

TEST(Appearance, IsKeptAndReadAgain)
{
    desktop::MemoryPreferences preferences;
    {
        Appearance appearance(preferences);
        appearance.setTheme(ThemeChoice::HighContrast);
        appearance.setTextPercent(150);
        appearance.setDensity(Density::Touch);
        appearance.setMotion(Motion::Reduced);
        appearance.setLanguage(QStringLiteral("de"));
    }
    const Appearance again(preferences);
    EXPECT_EQ(again.theme(), ThemeChoice::HighContrast);
    EXPECT_EQ(again.themeName(), QStringLiteral("high-contrast"));
    EXPECT_EQ(again.textPercent(), 150);
    EXPECT_EQ(again.density(), Density::Touch);
    EXPECT_EQ(again.motion(), Motion::Reduced);
    EXPECT_EQ(again.language(), QStringLiteral("de"));
}

TEST(Appearance, FollowsTheSystemOnlyWhileAskedTo)
{
    desktop::MemoryPreferences preferences;
    Appearance appearance(preferences);
    QSignalSpy changes(&appearance, &Appearance::themeChanged);
    EXPECT_EQ(appearance.themeName(), QStringLiteral("light"));
    appearance.setSystemIsDark(true);
    EXPECT_EQ(appearance.themeName(), QStringLiteral("dark"));
    appearance.setTheme(ThemeChoice::Light);
    appearance.setSystemIsDark(false);
    EXPECT_EQ(changes.count(), 2);
    EXPECT_EQ(appearance.themeName(), QStringLiteral("light"));
}

TEST(Appearance, WhatCannotBeReadCountsAsNotChosen)
{
    desktop::MemoryPreferences preferences;
    preferences.setValue(QStringLiteral("appearance.theme"), QStringLiteral("pink"));
    preferences.setValue(QStringLiteral("appearance.text_percent"), QStringLiteral("9000"));
    preferences.setValue(QStringLiteral("appearance.density"), QStringLiteral("tight"));
    const Appearance appearance(preferences);
    EXPECT_EQ(appearance.theme(), ThemeChoice::System);
    EXPECT_EQ(appearance.textPercent(), Appearance::largestTextPercent);
    EXPECT_EQ(appearance.density(), Density::Normal);
}

} // namespace crema::testing
