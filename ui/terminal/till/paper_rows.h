// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/widgets/layout.h"

#include <QStringList>

namespace crema::terminal {

/// How wide a paper is made for a screen of this width: as the printers have it.
[[nodiscard]] int paperColumns(int width);

/// A paper made as text, on a screen that may be narrower than any paper: name and amount keep their edges, and every
/// word and amount is kept.
[[nodiscard]] QStringList paperRows(const QString &paper, const Layout &layout);

} // namespace crema::terminal
