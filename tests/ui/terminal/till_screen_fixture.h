// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/till_fixture.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/screen/memory_screen.h"
#include "ui/terminal/shop/shop_screens.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

namespace crema::terminal::testing {

using crema::testing::FixedClock;

enum class Drawer { Open, Closed };
enum class Device { Enrolled, New };

/// The till through its keys: what a cashier at a terminal does and sees.
class TillScreenTest : public ::testing::Test
{
protected:
    TillScreenTest()
    {
        crema::testing::fillBar(desk);
        application.setLeaveQuestion([this] { return screens.leaveQuestion(); });
        application.setScanFilter([this](const QString &code) { return screens.takeScan(code); });
    }

    void start(Device device = Device::Enrolled, Drawer shift = Drawer::Open)
    {
        desk.openStore(device == Device::Enrolled, shift == Drawer::Open);
        shop.start();
        application.open(screens.mainMenu());
        application.open(screens.till());
        screens.guard();
        settle();
    }

    // Lets answers arrive and drawing happen.
    void settle()
    {
        for (int turn = 0; turn < 20; ++turn) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents();
        }
    }

    void scan(QStringView code)
    {
        clock.advance(500);
        terminal.sendAtOnce(QString(code.toString() + QLatin1Char('\n')));
        settle();
    }

    void type(QStringView text)
    {
        for (const KeyEvent &key : keysOf(text)) {
            clock.advance(150);
            terminal.send({key});
        }
        clock.advance(150);
        settle();
    }

    void press(Key key)
    {
        terminal.send(key);
        settle();
    }

    [[nodiscard]] QString pane() const { return paneText(terminal.canvas()); }

    FixedClock clock;
    crema::testing::MemoryDesk desk;
    crema::desktop::MemoryPreferences preferences;
    crema::desktop::ExamplePrintDesk printDesk;
    crema::desktop::ExamplePrinter printer; ///< prints nothing until it is set
    crema::ShopPresenters shop{
        desk, clock, preferences, QLocale(QLocale::English, QLocale::Ireland), {&printDesk, &printer, {}}};
    crema::TillPresenter &presenter = shop.till;
    MemoryScreen terminal{{20, 16}};
    TerminalApplication application{terminal, clock, {}};
    ShopScreens screens{application, clock, MenuEnter::AfterPause, shop,
                        [](const QByteArray &, Key) { return crema::Result<void>(); }};
};

} // namespace crema::terminal::testing
