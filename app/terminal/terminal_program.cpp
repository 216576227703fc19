// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/terminal_program.h"

#include "app/terminal/main_menu.h"
#include "sync/seams/system_clock.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/curses/curses_screen.h"
#include "ui/terminal/screen/linear_screen.h"

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

} // namespace

int runTerminal(QCoreApplication &application, const TerminalOptions &options, Charset localeCharset)
{
    sync::SystemClock clock;
    const Result<std::unique_ptr<Screen>> screen = makeScreen(options, options.charset.value_or(localeCharset));
    if (!screen) {
        std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(screen.error().message), qUtf8Printable(screen.error().hint));
        return failedExitCode;
    }
    TerminalApplication terminal(**screen, clock, scanSettings(options));
    QObject::connect(&terminal, &TerminalApplication::finished, &application, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    const MenuEnter enter = options.linear ? MenuEnter::Required : options.menuEnter;
    terminal.open(makeMainMenu(terminal, clock, enter, {}));
    terminal.draw();
    return QCoreApplication::exec();
}

} // namespace crema::terminal
