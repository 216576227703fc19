// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/widgets/layout.h"

#include <functional>

namespace crema::terminal {

/// Columns of the side panel of large screens.
inline constexpr int sidePanelWidth = 28;

/// Two widgets beside each other with a line between them; the one at the side has sidePanelWidth columns.
[[nodiscard]] Canvas sideBySide(const std::function<Canvas(const Layout &)> &main,
                                const std::function<Canvas(const Layout &)> &side, const Layout &layout);

} // namespace crema::terminal
