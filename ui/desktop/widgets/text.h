// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace crema::desktop {

class Theme;

/// A label of this size; `tone` is a property the style sheet knows: "", "muted", "ok", "warning", "error".
[[nodiscard]] QLabel *makeText(const Theme &theme, const QString &objectName, int px, QFont::Weight weight,
                               const char *tone = "");

/// Gives the widget another value of a property the style sheet looks at.
void restyle(QWidget &widget, const char *property, const QVariant &value);

} // namespace crema::desktop
