// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/suggestion.h"

#include <vector>

namespace crema::command {

// Optimal string alignment: Levenshtein with neighbours swapped, the commonest slip at a keyboard.
int editDistance(QStringView a, QStringView b)
{
    const qsizetype width = b.size() + 1;
    std::vector<int> cells(static_cast<size_t>((a.size() + 1) * width));
    const auto at = [&](qsizetype i, qsizetype j) -> int & { return cells[static_cast<size_t>(i * width + j)]; };
    for (qsizetype i = 0; i <= a.size(); ++i)
        at(i, 0) = static_cast<int>(i);
    for (qsizetype j = 0; j <= b.size(); ++j)
        at(0, j) = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            int best = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = std::min(best, at(i - 2, j - 2) + 1);
            at(i, j) = best;
        }
    }
    return at(a.size(), b.size());
}

QString closestWord(QStringView typed, const QStringList &words)
{
    // A word of the grammar is short; a megabyte typed by mistake is not worth comparing.
    if (typed.isEmpty() || typed.size() > 64)
        return {};
    QString closest;
    int closestDistance = 0;
    for (const QString &word : words) {
        const int distance = editDistance(typed, word);
        const int allowed = std::max(1, static_cast<int>(word.size()) / 3);
        if (distance <= allowed && (closest.isEmpty() || distance < closestDistance)) {
            closest = word;
            closestDistance = distance;
        }
    }
    return closest;
}

} // namespace crema::command
