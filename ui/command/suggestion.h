// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::command {

/// How many letters must be typed, dropped, changed or swapped with their neighbour to make one word the other.
[[nodiscard]] int editDistance(QStringView a, QStringView b);

/// The one word that was most likely meant: at most a third of its letters (and at least one) differ.
/// Nothing (an empty string) when no word is near enough. Of equally near ones the first of the list wins.
[[nodiscard]] QString closestWord(QStringView typed, const QStringList &words);

} // namespace crema::command
