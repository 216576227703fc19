// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/shell/palette_match.h"

#include <algorithm>

namespace crema {

namespace {

QList<int> wordStartsOf(const QString &text)
{
    QList<int> starts;
    for (int i = 0; i < text.size(); ++i) {
        if (text.at(i).isLetterOrNumber() && (i == 0 || !text.at(i - 1).isLetterOrNumber()))
            starts.append(i);
    }
    return starts;
}

int commonLength(QStringView text, QStringView typed)
{
    int length = 0;
    while (length < text.size() && length < typed.size() && text.at(length) == typed.at(length))
        ++length;
    return length;
}

/// The typed letters as beginnings of words in their order, each as long as it fits: "orn" and "on" both find
/// "Open register now". A shorter beginning is tried where the longest one leads nowhere.
bool takesWordStarts(QStringView text, QStringView typed, const QList<int> &starts, qsizetype from,
                     QList<MatchRange> &ranges)
{
    if (typed.isEmpty())
        return true;
    for (qsizetype word = from; word < starts.size(); ++word) {
        for (int length = commonLength(text.mid(starts.at(word)), typed); length > 0; --length) {
            ranges.append({starts.at(word), length});
            if (takesWordStarts(text, typed.mid(length), starts, word + 1, ranges))
                return true;
            ranges.removeLast();
        }
    }
    return false;
}

/// Each typed word begins a word of the text, in any order.
bool wordsBeginWords(QStringView text, const QStringList &typed, const QList<int> &starts, QList<MatchRange> &ranges)
{
    QList<int> free = starts;
    for (const QString &word : typed) {
        const auto found = std::find_if(free.begin(), free.end(),
                                        [&](int start) { return commonLength(text.mid(start), word) == word.size(); });
        if (found == free.end())
            return false;
        ranges.append({*found, static_cast<int>(word.size())});
        free.erase(found);
    }
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.start < b.start; });
    return true;
}

bool takesSubsequence(QStringView text, QStringView typed, QList<MatchRange> &ranges)
{
    qsizetype next = 0;
    for (int i = 0; i < text.size() && next < typed.size(); ++i) {
        if (text.at(i) != typed.at(next))
            continue;
        ++next;
        if (!ranges.isEmpty() && ranges.last().start + ranges.last().length == i)
            ++ranges.last().length;
        else
            ranges.append({i, 1});
    }
    return next == typed.size();
}

std::optional<PaletteMatch> matchOne(const QString &typed, const QString &name)
{
    const QString text = foldedLetters(name);
    if (text == typed)
        return PaletteMatch{MatchRank::ExactAlias, {{0, static_cast<int>(text.size())}}};
    const QList<int> starts = wordStartsOf(text);
    PaletteMatch match{MatchRank::WordStarts, {}};
    if (wordsBeginWords(text, typed.split(u' ', Qt::SkipEmptyParts), starts, match.ranges))
        return match;
    match.ranges.clear();
    if (!typed.contains(u' ') && takesWordStarts(text, typed, starts, 0, match.ranges))
        return match;
    if (const qsizetype place = text.indexOf(typed); place >= 0)
        return PaletteMatch{MatchRank::Substring, {{static_cast<int>(place), static_cast<int>(typed.size())}}};
    match = {MatchRank::Subsequence, {}};
    return takesSubsequence(text, typed, match.ranges) ? std::optional(match) : std::nullopt;
}

} // namespace

std::optional<PaletteMatch> matchPalette(const QString &typed, const QString &title, const QStringList &otherNames)
{
    const QString wanted = foldedLetters(typed.simplified());
    if (wanted.isEmpty())
        return PaletteMatch{MatchRank::Substring, {}};
    std::optional<PaletteMatch> best = matchOne(wanted, title);
    for (const QString &name : otherNames) {
        const std::optional<PaletteMatch> match = matchOne(wanted, name);
        if (match && (!best || match->rank < best->rank))
            best = PaletteMatch{match->rank, best ? best->ranges : QList<MatchRange>()};
    }
    return best;
}

} // namespace crema
