// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QBoxLayout;
class QScrollArea;

namespace crema::desktop {

/// Lets a column of cards scroll in the area, `widest` px wide at most, from the side where lines begin. `name` begins
/// the names of the area and of what is in it.
void scrollColumn(QScrollArea &area, QBoxLayout &column, const QString &name, int widest);

} // namespace crema::desktop
