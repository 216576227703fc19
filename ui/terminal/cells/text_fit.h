// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/cells/charset.h"

#include <QStringList>

namespace crema::terminal {

/// Cuts a text to `width` columns; a cut text ends with an ellipsis ("." outside UTF-8). Never splits a character.
[[nodiscard]] QString elided(QStringView text, int width, Charset charset);

/// Breaks a text at spaces into lines of at most `width` columns, and inside words longer than a line. More than
/// `maximumLines` are elided at the end of the last one. Always at least one line.
[[nodiscard]] QStringList wrapped(QStringView text, int width, int maximumLines, Charset charset);

/// `text` with spaces before it, so that it ends at `width`; elided when it is longer.
[[nodiscard]] QString rightAligned(QStringView text, int width, Charset charset);

/// `text` with spaces after it up to `width`; elided when it is longer.
[[nodiscard]] QString leftAligned(QStringView text, int width, Charset charset);

/// `left` at the start and `right` at the end of one line. The right part is kept whole as long as it fits.
[[nodiscard]] QString justified(QStringView left, QStringView right, int width, Charset charset);

} // namespace crema::terminal
