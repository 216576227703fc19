// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema::documents {

/// How many columns a printer or terminal needs for the text: wide East Asian letters and emoji take two,
/// combining marks none.
[[nodiscard]] int displayWidth(QStringView text);

/// Breaks the text at blanks into lines of at most `columns` (at least 2); a longer word is broken inside, never
/// between a letter and its marks. An empty text is one empty line. What would steer a printer or turn the direction of
/// a line is left out, and so are marks beyond four on one letter: texts come from everywhere.
[[nodiscard]] QStringList wrapText(const QString &text, int columns);

/// Blanks in front, so that the text ends in the last column. A text that is too wide stays as it is.
[[nodiscard]] QString alignRight(const QString &text, int columns);
[[nodiscard]] QString alignCentre(const QString &text, int columns);

/// A name on the left, wrapped beside its amount, which stands at the right end of the first line.
[[nodiscard]] QStringList besideAmount(const QString &name, const QString &amount, int columns);

} // namespace crema::documents
