// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace crema {
class ActionList;
}

namespace crema::desktop {

class Theme;

/// Makes a QAction with its shortcuts in `window` for every action of a presenter. Shortcuts of a single printable
/// key are left to the page, because a scanner types them too.
void bindActions(const Theme &theme, ActionList &actions, QWidget &window);

} // namespace crema::desktop
