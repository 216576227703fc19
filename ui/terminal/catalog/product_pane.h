// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/catalog/product_lookup.h"
#include "ui/terminal/widgets/layout.h"

namespace crema::terminal {

enum class PaneDetail { Short, Full };

/// A product as text: name, price in reverse, what is on hand, codes; with everything else when Full.
[[nodiscard]] Canvas productPane(const LookupView &product, PaneDetail detail, const Layout &layout);

} // namespace crema::terminal
