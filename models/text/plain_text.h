// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace crema {

enum class Lines { One, Many };

/// Whether a text can be shown and printed as it is: no control characters, no lone surrogates, no
/// direction overrides that would make a receipt read differently from what is stored. Line breaks and tabs are
/// allowed in texts of many lines.
[[nodiscard]] bool isPlainText(QStringView text, Lines lines = Lines::One);

/// The text as it may be shown and printed, whoever wrote it: a blank for what steers or ends a line, nothing for what
/// turns the direction, U+FFFD for half a letter. A text that is plain stays as it is.
[[nodiscard]] QString madePlain(QStringView text, Lines lines = Lines::One);

/// The text with each character that is not plain written as JSON writes it, "\u001b", so that nothing is lost and a
/// JSON document says the same as before. Half a letter becomes U+FFFD.
[[nodiscard]] QString withEscapes(QStringView text, Lines lines = Lines::One);

} // namespace crema
