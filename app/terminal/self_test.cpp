// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/main_menu.h"
#include "app/terminal/terminal_program.h"
#include "sync/seams/system_clock.h"
#include "ui/terminal/application/keys_screen.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/screen/memory_screen.h"

#include <cstdio>

namespace crema::terminal {

namespace {

// Draws the screen on top and its help; every screen has to show its title.
bool drawsScreenAndHelp(TerminalApplication &terminal, MemoryScreen &memory)
{
    terminal.draw();
    const bool screenShown = !memory.canvas().rowText(0).isEmpty();
    memory.send(Key::F1);
    const bool helpShown = !memory.canvas().rowText(0).isEmpty();
    memory.send(Key::F3);
    return screenShown && helpShown;
}

bool drawsEverything(Size size, Charset charset)
{
    sync::SystemClock clock;
    MemoryScreen memory(size, charset);
    TerminalApplication terminal(memory, clock, {});
    terminal.open(makeMainMenu(terminal, clock, MenuEnter::Required, {}));
    if (!drawsScreenAndHelp(terminal, memory))
        return false;
    terminal.open(std::make_unique<KeysScreen>(terminal));
    return drawsScreenAndHelp(terminal, memory);
}

} // namespace

int runSelfTest()
{
    for (const Size size : {Layout::minimum, Size{20, 16}, Size{40, 12}, Size{80, 24}, Size{132, 43}}) {
        for (const Charset charset : {Charset::Utf8, Charset::Latin1, Charset::Ascii}) {
            if (!drawsEverything(size, charset)) {
                std::fprintf(stderr, "A screen stays empty at %dx%d.\n", size.width, size.height);
                return 1;
            }
        }
    }
    std::puts("ok");
    return 0;
}

} // namespace crema::terminal
