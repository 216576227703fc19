// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/cells/canvas.h"
#include "ui/terminal/cells/charset.h"

namespace crema::terminal {

/// The three densities of ux.md 3.1: under 40 columns, under 80 columns or 20 rows, and above.
enum class Density { Small, Medium, Large };

/// The room a widget has and what the terminal can show in it.
struct Layout {
    static constexpr Size minimum{16, 8};

    Size size;
    Charset charset = Charset::Utf8;
    Density density = Density::Small;

    [[nodiscard]] static Density densityOf(Size screen)
    {
        if (screen.width < 40)
            return Density::Small;
        return screen.width >= 80 && screen.height >= 20 ? Density::Large : Density::Medium;
    }

    /// The layout of a whole screen.
    [[nodiscard]] static Layout of(Size screen, Charset charset) { return {screen, charset, densityOf(screen)}; }

    /// The same density in a smaller room.
    [[nodiscard]] Layout within(Size part) const { return {part, charset, density}; }

    [[nodiscard]] QString text(QStringView any) const { return transliterated(any, charset); }
};

} // namespace crema::terminal
