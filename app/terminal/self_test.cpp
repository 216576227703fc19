// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/shots/terminal_stage.h"
#include "app/terminal/terminal_program.h"

#include <cstdio>

namespace crema::terminal {

namespace {

// Every screen has to show its title; what does not fit into a screen is cut off by itself.
bool drawsEverything(Size size, Charset charset)
{
    const QStringList names = TerminalStage::sceneNames();
    return std::ranges::all_of(names, [&](const QString &name) {
        TerminalStage stage(size, charset);
        stage.play(name);
        return !stage.canvas().rowText(0).isEmpty();
    });
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
