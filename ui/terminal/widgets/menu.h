// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/widgets/layout.h"

#include <QList>

namespace crema::terminal {

/// One numbered line of a menu.
struct MenuEntry {
    QChar digit;
    QString text;
    QString badge = {}; ///< at the end of the line: "(5)"
};

/// Numbered entries; in several columns where the rows do not suffice.
[[nodiscard]] Canvas menu(const QList<MenuEntry> &entries, const Layout &layout);

} // namespace crema::terminal
