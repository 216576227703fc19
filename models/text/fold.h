// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema {

/// Text as search compares it: without accents and case, compatibility forms and ligatures resolved, everything that
/// is neither letter nor digit a single blank, none at the ends. Deterministic; the same on device and platform.
[[nodiscard]] QString foldForSearch(QStringView text);

/// The folded text; of a text without any letter or digit ("☕") its signs, so that it is never empty unless the text
/// is blank.
[[nodiscard]] QString searchKey(QStringView text);

/// The folded words of a text, in order.
[[nodiscard]] QStringList searchWords(QStringView text);

/// The digits of a text without what stands between them, as phone numbers are compared.
[[nodiscard]] QString digitsIn(QStringView text);

/// Orders texts as people read numbers in them: "A2" before "A10"; case is looked at last.
[[nodiscard]] bool naturalLess(QStringView a, QStringView b);

} // namespace crema
