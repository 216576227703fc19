// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the pages: ways through it, the palette, toasts, themes.
#include "tests/ui/desktop/window_fixture.h"

#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>

namespace crema::testing {

namespace {

QString currentPage(desktop::MainWindow &window)
{
    return window.findChild<QStackedWidget *>(QStringLiteral("pageArea"))->currentWidget()->objectName();
}

} // namespace

TEST_F(WindowTest, EveryAreaIsReachedByRailAndByKeyAndBackLeadsBack)
{
    const QString first = currentPage(window);
    click("rail.settings");
    EXPECT_EQ(currentPage(window), QStringLiteral("settingsPage"));
    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(currentPage(window), first);
    press(Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(currentPage(window), QStringLiteral("settingsPage"));
    press(Qt::Key_1, Qt::AltModifier);
    EXPECT_EQ(currentPage(window), first);
    for (const QString &area : window.areas())
        EXPECT_NE(window.findChild<QAction *>(QStringLiteral("action.go.") + area), nullptr) << qPrintable(area);
}

TEST_F(WindowTest, ThePaletteOpensOnEveryPageAndGivesTheFocusBack)
{
    for (const QString &area : window.areas()) {
        till.shop.shell.go({area, {}});
        settle();
        QWidget *before = QApplication::focusWidget();
        press(Qt::Key_K, Qt::ControlModifier);
        ASSERT_TRUE(find("palette")->isVisible()) << qPrintable(area);
        EXPECT_TRUE(find("paletteField")->hasFocus());
        press(Qt::Key_Escape);
        EXPECT_FALSE(find("palette")->isVisible());
        EXPECT_EQ(QApplication::focusWidget(), before) << qPrintable(area);
    }
}

TEST_F(WindowTest, ThePaletteRunsWhatWasTyped)
{
    press(Qt::Key_K, Qt::ControlModifier);
    type(QStringLiteral("settings"));
    press(Qt::Key_Return);
    EXPECT_FALSE(find("palette")->isVisible());
    EXPECT_EQ(currentPage(window), QStringLiteral("settingsPage"));
}

TEST_F(WindowTest, EveryActionOfTheWindowHasTextIconAndCategory)
{
    const QList<ActionList *> lists{&till.shop.shell.actions(), &till.presenter.actions()};
    for (ActionList *list : lists) {
        for (const auto &action : list->all()) {
            EXPECT_FALSE(action->text().isEmpty()) << qPrintable(action->id());
            EXPECT_TRUE(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(action->iconName())))
                << qPrintable(action->id());
            EXPECT_NE(window.findChild<QAction *>(QStringLiteral("action.") + action->id()), nullptr)
                << qPrintable(action->id());
        }
    }
}

TEST_F(WindowTest, NoTwoActionsShareAKeyOnAnyPage)
{
    for (const QString &area : window.areas()) {
        till.shop.shell.go({area, {}});
        QHash<QKeySequence, QString> owners;
        for (const QAction *action : window.actions()) {
            for (const QKeySequence &key : action->shortcuts()) {
                EXPECT_FALSE(owners.contains(key)) << qPrintable(area + QStringLiteral(": ") + key.toString() + u' ' +
                                                                 owners.value(key) + u' ' + action->objectName());
                owners.insert(key, action->objectName());
            }
        }
    }
}

TEST_F(WindowTest, NothingOnAnyPageIsWithoutANameForScreenReaders)
{
    const auto check = [this](const QString &where) {
        settle();
        QList<QAccessibleInterface *> open{QAccessible::queryAccessibleInterface(&window)};
        int seen = 0;
        while (!open.isEmpty()) {
            QAccessibleInterface *item = open.takeLast();
            if (!item || !item->isValid() || item->state().invisible)
                continue;
            ++seen;
            static const QList<QAccessible::Role> acting{
                QAccessible::PushButton, QAccessible::EditableText, QAccessible::List,     QAccessible::Table,
                QAccessible::CheckBox,   QAccessible::RadioButton,  QAccessible::ListItem, QAccessible::ComboBox};
            if (acting.contains(item->role())) {
                EXPECT_FALSE(item->text(QAccessible::Name).isEmpty())
                    << qPrintable(where) << ": role " << item->role() << ' '
                    << (item->object() ? qPrintable(item->object()->objectName()) : "");
            }
            // Long lists are all alike.
            for (int child = 0; child < qMin(item->childCount(), 60); ++child)
                open.append(item->child(child));
        }
        EXPECT_GT(seen, 10) << qPrintable(where);
    };
    scan(QStringLiteral("4006381333931"));
    for (const QString &area : window.areas()) {
        till.shop.shell.go({area, {}});
        check(area);
    }
    press(Qt::Key_K, Qt::ControlModifier);
    check(QStringLiteral("palette"));
    press(Qt::Key_Escape);
    till.shop.notices.post(QStringLiteral("Price changed"), [] {});
    check(QStringLiteral("toast"));
}

TEST_F(WindowTest, TheToastTakesTheStepBack)
{
    bool undone = false;
    till.shop.notices.post(QStringLiteral("Price changed"), [&undone] { undone = true; });
    settle();
    ASSERT_TRUE(find("toast")->isVisible());
    const QRect toast(find("toast")->mapTo(&window, QPoint(0, 0)), find("toast")->size());
    const QRect cart(find("cartPanel")->mapTo(&window, QPoint(0, 0)), find("cartPanel")->size());
    EXPECT_FALSE(toast.intersects(cart));
    click("toastUndo");
    EXPECT_TRUE(undone);
    EXPECT_FALSE(find("toast")->isVisible());
}

TEST_F(WindowTest, NoPageLiesOverTheToast)
{
    till.shop.notices.post(QStringLiteral("Price changed"), [] {});
    const auto *pages = find<QStackedWidget>("pageArea");
    for (const QString &area : window.areas()) { // each is made when it is first looked at
        till.shop.shell.go({area, {}});
        settle();
        QWidget *lowest = nullptr;
        for (QObject *child : pages->children()) {
            if (auto *widget = qobject_cast<QWidget *>(child))
                lowest = widget;
        }
        EXPECT_EQ(lowest, find("toast")) << "what is drawn last in " << qPrintable(area);
    }
}

TEST_F(WindowTest, TheSyncPanelLeavesTheCartInSight)
{
    press(Qt::Key_J, Qt::ControlModifier);
    settle();
    const auto placeOf = [this](const char *name) {
        return QRect(find(name)->mapTo(&window, QPoint(0, 0)), find(name)->size());
    };
    ASSERT_TRUE(find("syncPanel")->isVisible());
    for (const QSize &size : {QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)}) {
        window.resize(size);
        settle();
        EXPECT_FALSE(placeOf("syncPanel").intersects(placeOf("cartPanel"))) << size.width();
    }
    till.shop.shell.go({QStringLiteral("settings"), {}});
    settle();
    EXPECT_EQ(placeOf("syncPanel").right(), placeOf("pageArea").right()) << "elsewhere there is no cart to see";
}

TEST_F(WindowTest, AnotherThemeLeavesNoStaleColour)
{
    till.shop.notices.post(QStringLiteral("Price changed"), [] {});
    for (const QString &area : window.areas()) { // every page has been drawn once in the first theme
        till.shop.shell.go({area, {}});
        settle();
    }
    theme.setName(QStringLiteral("dark"));
    settle();

    desktop::MainWindow fresh(theme, till.shop, till.clock, QLocale::c());
    fresh.resize(window.size());
    fresh.show();
    for (const QString &area : window.areas()) {
        till.shop.shell.go({area, {}});
        // Focus and its ring differ between the windows; everything else has to be the same picture.
        for (desktop::MainWindow *shown : {&window, &fresh}) {
            shown->activateWindow();
            (void)QTest::qWaitForWindowActive(shown);
            if (QWidget *focused = QApplication::focusWidget())
                focused->clearFocus();
            settle();
        }
        const QImage switched = window.grab().toImage();
        const QImage made = fresh.grab().toImage();
        EXPECT_TRUE(switched == made) << qPrintable(area);
        if (switched != made && qEnvironmentVariableIsSet("CREMA_KEEP_PICTURES")) {
            switched.save(QStringLiteral("stale-%1-switched.png").arg(area));
            made.save(QStringLiteral("stale-%1-made.png").arg(area));
        }
    }
}

TEST_F(WindowTest, ANarrowWindowKeepsItsAreasBehindAButton)
{
    window.resize(1024, 768);
    settle();
    EXPECT_FALSE(find("rail")->isVisible());
    click("railButton");
    ASSERT_TRUE(find("rail")->isVisible());
    click("rail.settings");
    EXPECT_FALSE(find("rail")->isVisible());
    EXPECT_EQ(currentPage(window), QStringLiteral("settingsPage"));
    window.resize(1366, 768);
    settle();
    EXPECT_TRUE(find("rail")->isVisible());
}

TEST_F(WindowTest, TheLookIsChosenInTheSettings)
{
    till.shop.shell.go({QStringLiteral("settings"), {}});
    settle();
    click("settings.theme.dark");
    EXPECT_EQ(till.shop.appearance.theme(), ThemeChoice::Dark);
    click("settings.text.150");
    EXPECT_EQ(till.shop.appearance.textPercent(), 150);
    click("settings.density.2");
    EXPECT_EQ(till.shop.appearance.density(), Density::Touch);
    EXPECT_TRUE(find<QPushButton>("settings.theme.dark")->isChecked());
}

} // namespace crema::testing
