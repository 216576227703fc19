// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

#include <QLocale>

namespace crema {

/// What a document is about, in few words: "2 × House blend, Mug and 3 more"; what it takes back stands behind "back:".
[[nodiscard]] QString boughtWords(const Sale &sale, const QLocale &locale);

} // namespace crema
