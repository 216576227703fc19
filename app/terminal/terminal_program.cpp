// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/terminal_program.h"

#include "app/device/shop_program.h"
#include "app/terminal/device_keys_file.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/curses/curses_screen.h"
#include "ui/terminal/screen/linear_screen.h"
#include "ui/terminal/shop/shop_screens.h"

#include <QCoreApplication>

#include <cstdio>

#include <unistd.h>

namespace crema::terminal {

namespace {

constexpr int failedExitCode = 1;
constexpr int linearWidth = 72;

// Linear mode hears whole lines: nothing about timing can be told from them.
ScanSettings scanSettings(const TerminalOptions &options)
{
    return {.prefix = options.scanPrefix, .timing = options.linear ? ScanTiming::Ignored : ScanTiming::Used};
}

Result<std::unique_ptr<Screen>> makeScreen(const TerminalOptions &options, Charset charset)
{
    if (options.linear)
        return std::make_unique<LinearScreen>(STDIN_FILENO, stdout, linearWidth, charset);
    Result<std::unique_ptr<CursesScreen>> screen =
        CursesScreen::take(charset, options.colour ? Colour::On : Colour::Off);
    if (!screen)
        return failure(screen.error());
    return std::move(*screen);
}

// What the device's keys send is known before the first key comes.
void teachDeviceKeys(Screen &screen)
{
    for (const DeviceKey &key : readDeviceKeys())
        screen.learnKey(key.bytes, key.key);
}

int refuse(const Problem &problem)
{
    std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(problem.message), qUtf8Printable(problem.hint));
    return failedExitCode;
}

} // namespace

int runTerminal(QCoreApplication &application, const TerminalOptions &options, Charset localeCharset)
{
    const Result<presenters::StoreChoice> choice = DeviceWorld::storeChoice();
    if (!choice)
        return refuse(choice.error());
    const Result<std::unique_ptr<Screen>> screen = makeScreen(options, options.charset.value_or(localeCharset));
    if (!screen)
        return refuse(screen.error());
    ShopProgram program(QStringLiteral("crema"), *choice);
    Clock &clock = program.clock();
    TerminalApplication terminal(**screen, clock, scanSettings(options));
    QObject::connect(&terminal, &TerminalApplication::finished, &application, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    terminal.setOkBell(options.okBell);
    teachDeviceKeys(**screen);
    const MenuEnter enter = options.linear ? MenuEnter::Required : options.menuEnter;
    const auto saveKey = [](const QByteArray &bytes, Key key) { return keepDeviceKey({bytes, key}); };
    ShopScreens screens(terminal, clock, enter, program.shop(), saveKey);
    terminal.setLeaveQuestion([&screens] { return screens.leaveQuestion(); });
    terminal.setScanFilter([&screens](const QString &code) { return screens.openByBarcode(code); });
    terminal.open(screens.mainMenu());
    // Selling is what this device is for: the till stands in front, the menu behind it.
    terminal.open(screens.till());
    terminal.draw();
    program.start([&](const Problem &) { terminal.draw(); });
    return QCoreApplication::exec();
}

} // namespace crema::terminal
