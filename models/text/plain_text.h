// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace crema {

enum class Lines { One, Many };

/// Whether a text can be shown and printed as it is: no control characters, no lone surrogates, no
/// direction overrides that would make a receipt read differently from what is stored. Line breaks and tabs are
/// allowed in texts of many lines.
[[nodiscard]] bool isPlainText(QStringView text, Lines lines = Lines::One);

} // namespace crema
