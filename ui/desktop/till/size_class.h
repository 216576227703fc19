// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::desktop {

/// The three layouts of ux.md 2.2, by the width of the window in px.
enum class SizeClass {
    Compact, ///< below 1200: no rail
    Medium,  ///< 1200 to 1599: narrow rail
    Wide,    ///< from 1600: rail with labels
};

[[nodiscard]] constexpr SizeClass sizeClassOf(int windowWidth)
{
    return windowWidth < 1200 ? SizeClass::Compact : windowWidth < 1600 ? SizeClass::Medium : SizeClass::Wide;
}

} // namespace crema::desktop
