// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace crema::desktop {

/// Everything below `root` that is seen, in the order in which a page is read: rows from top to bottom, in a row from
/// the leading to the trailing edge, what stands in a frame before what stands after it.
[[nodiscard]] QList<QWidget *> inReadingOrder(const QWidget &root);

/// Whether Tab leads to this widget.
[[nodiscard]] bool takesTab(const QWidget &widget);

/// Gives the focus to the next control below `root` in the order of reading, or to the one before; round at the ends.
/// Scrolls it into view. What a window and whatever covers it do for Tab: Qt's own order is that in which widgets were
/// made, and those that come later stand at its end. Answers whether there was one.
bool moveFocus(QWidget &root, bool next);

} // namespace crema::desktop
