// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/wedge_scanner.h"

#include "models/catalog/barcode.h"

#include <algorithm>

namespace crema::desktop {

namespace {

/// Longer rows are not codes; the bound keeps a stuck key from growing the row.
constexpr qsizetype maxRow = 256;
constexpr qsizetype aimLength = 3;

bool isControl(QChar letter)
{
    return letter.category() == QChar::Other_Control;
}

/// A GTIN with a good check digit: nobody means it as a number of pieces, and chance makes one in ten at most.
bool isArticleNumber(const QString &code)
{
    const Result<Barcode> barcode = Barcode::parse(code);
    return barcode && barcode->kind() == Barcode::Kind::Gtin;
}

QString withoutControlsAtEnds(QString code)
{
    while (!code.isEmpty() && isControl(code.front()))
        code.remove(0, 1);
    while (!code.isEmpty() && isControl(code.back()))
        code.chop(1);
    return code;
}

} // namespace

void WedgeScanner::key(QChar letter, std::int64_t nowMs)
{
    const std::int64_t gap = nowMs - lastMs();
    if (m_keys.isEmpty() || gap > m_limits.stallMs || m_keys.size() == maxRow) {
        reset();
    } else if (gap > m_limits.maxGapMs) {
        m_isTorn = isScan() && looksLikeCode();
        m_afterStall = m_keys.size();
        if (!m_isTorn)
            m_begin = m_keys.size();
    }
    m_keys += letter;
    m_times.append(nowMs);
}

void WedgeScanner::reset()
{
    m_keys.clear();
    m_times.clear();
    m_begin = 0;
    m_afterStall = 0;
    m_isTorn = false;
}

std::optional<QString> WedgeScanner::end(std::int64_t nowMs)
{
    const std::int64_t patience = m_isTorn || looksLikeCode() ? m_limits.stallMs : m_limits.maxGapMs;
    const bool scan = isScan() && nowMs - lastMs() <= patience;
    const bool isTorn = isTornArticle(nowMs);
    const qsizetype begin = std::exchange(m_begin, 0);
    const QString all = m_keys;
    const QString code = withoutControlsAtEnds(all.mid(begin + introductionOf(all.mid(begin))));
    const QString last = all.mid(m_afterStall);
    reset();
    m_tookEarlierKeys = isTorn && begin > 0 && !(scan && isArticleNumber(code));
    if (m_tookEarlierKeys)
        return all;
    // A code that was cut off and is read once more: the second one alone.
    if (scan && !isArticleNumber(code) && isArticleNumber(last))
        return last;
    if (isTorn)
        return code;
    return scan && !code.isEmpty() ? std::optional<QString>(code) : std::nullopt;
}

bool WedgeScanner::isTornArticle(std::int64_t nowMs) const
{
    if (!isArticleNumber(m_keys) || nowMs - lastMs() > m_limits.stallMs)
        return false;
    qsizetype shortGaps = 0;
    for (qsizetype i = 1; i < m_times.size(); ++i)
        shortGaps += m_times.at(i) - m_times.at(i - 1) <= m_limits.articleGapMs ? 1 : 0;
    return shortGaps * 2 > m_times.size() - 1;
}

bool WedgeScanner::isScanning(std::int64_t nowMs) const
{
    return isScan() && nowMs - lastMs() <= m_limits.maxGapMs;
}

bool WedgeScanner::isScan() const
{
    return m_isTorn || isCertain() || (m_keys.size() - m_begin >= m_limits.minLength && isFast());
}

bool WedgeScanner::looksLikeCode() const
{
    const QString keys = row();
    const auto digits = std::count_if(keys.begin(), keys.end(), [](QChar letter) { return letter.isDigit(); });
    return isCertain() || digits * 2 >= keys.size();
}

qsizetype WedgeScanner::introductionOf(const QString &keys) const
{
    if (!m_limits.prefix.isEmpty() && keys.startsWith(m_limits.prefix))
        return m_limits.prefix.size();
    const bool aim =
        keys.size() >= aimLength && keys.at(0) == u']' && keys.at(1).isLetter() && keys.at(2).isLetterOrNumber();
    return aim ? aimLength : 0;
}

bool WedgeScanner::isFast() const
{
    const std::int64_t gaps = m_keys.size() - m_begin - 1;
    return gaps > 0 && lastMs() - m_times.at(m_begin) <= gaps * m_limits.maxMeanGapMs;
}

std::int64_t WedgeScanner::patienceMs() const
{
    return isScan() ? m_limits.maxGapMs : m_limits.typistMs;
}

bool WedgeScanner::isRepeat(const QString &code, std::int64_t nowMs)
{
    // Scanners of two kinds go by clocks that have nothing to do with each other.
    const std::int64_t age = nowMs - m_lastCodeMs;
    const bool repeat = code == m_lastCode && age >= 0 && age < m_limits.sameCodeMs;
    m_lastCode = code;
    m_lastCodeMs = nowMs;
    return repeat;
}

} // namespace crema::desktop
