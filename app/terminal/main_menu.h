// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/menu_screen.h"

namespace crema::terminal {

/// The first screen of the terminal app, with the areas that this program offers. Their numbers stay the same when
/// others come and go, because hands learn them. Typing "keys" opens the screen that shows what keys send.
[[nodiscard]] std::unique_ptr<MenuScreen> makeMainMenu(Navigator &navigator, Clock &clock, MenuEnter enter,
                                                       const QList<MenuChoice> &areas);

} // namespace crema::terminal
