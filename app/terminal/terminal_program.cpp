// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/terminal_program.h"

#include "app/device/shop_program.h"
#include "app/terminal/main_menu.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/curses/curses_screen.h"
#include "ui/terminal/screen/linear_screen.h"
#include "ui/terminal/till/till_screen.h"

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

QString tillTitle()
{
    return QCoreApplication::translate("crema::terminal::MainMenu", "Till");
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
    const MenuEnter enter = options.linear ? MenuEnter::Required : options.menuEnter;
    const auto openTill = [&] { terminal.open(std::make_unique<TillScreen>(terminal, clock, enter, program.till())); };
    terminal.open(makeMainMenu(terminal, clock, enter, {MenuChoice{MenuEntry{u'8', tillTitle()}, openTill}}));
    // Selling is what this device is for: the till stands in front, the menu behind it.
    openTill();
    terminal.draw();
    program.start([&](const Problem &) { terminal.draw(); });
    return QCoreApplication::exec();
}

} // namespace crema::terminal
