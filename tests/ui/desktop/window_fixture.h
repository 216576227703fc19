// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/testing/till_fixture.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/window/main_window.h"

#include <QApplication>
#include <QTest>
#include <algorithm>

#include <gtest/gtest.h>

namespace crema::testing {

/// The real window on the bar of the till fixture, driven by object names.
class WindowTest : public ::testing::Test
{
protected:
    WindowTest() : theme(QStringLiteral("light")), window(theme, till.shop, till.clock, QLocale::c())
    {
        theme.apply(*qApp);
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        settle();
    }

    template<class Widget = QWidget>
    [[nodiscard]] Widget *find(const char *name)
    {
        // Pages have parts of the same name; a person acts on the one that is seen.
        const QList<Widget *> all = window.findChildren<Widget *>(QString::fromLatin1(name));
        const auto seen =
            std::find_if(all.begin(), all.end(), [](const Widget *widget) { return widget->isVisible(); });
        EXPECT_FALSE(all.isEmpty()) << name;
        return seen != all.end() ? *seen : all.value(0);
    }

    void click(const char *name) { QTest::mouseClick(find(name), Qt::LeftButton); }

    /// A key where the focus is, as a person presses it: alone, with time before the next one.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
        till.clock.advance(200);
    }

    void type(const QString &text)
    {
        for (const QChar letter : text) {
            QTest::keyClick(focus(), letter.toLatin1());
            till.clock.advance(120);
        }
    }

    /// What a keyboard-wedge scanner sends: the letters `gapMs` apart, then Enter.
    void scan(const QString &code, std::int64_t gapMs = 8)
    {
        for (const QChar letter : code) {
            QTest::keyClick(focus(), letter.toLatin1());
            till.clock.advance(gapMs);
        }
        QTest::keyClick(focus(), Qt::Key_Return);
        till.clock.advance(500);
        settle();
    }

    /// What a window manager does when a dialog closes: the offscreen platform leaves no window active.
    void comeBack()
    {
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        settle();
    }

    static void settle()
    {
        for (int turns = 0; turns < 4; ++turns)
            QCoreApplication::processEvents();
    }

    [[nodiscard]] QWidget *focus() { return QApplication::focusWidget() ? QApplication::focusWidget() : &window; }

    Till till;
    desktop::Theme theme;
    desktop::MainWindow window;
};

} // namespace crema::testing
