// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/wedge_scanner.h"

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
    if (m_row.isEmpty() || nowMs - m_lastMs > m_limits.maxGapMs || m_row.size() == maxRow) {
        m_row.clear();
        m_firstMs = nowMs;
    }
    m_row += letter;
    m_lastMs = nowMs;
}

std::optional<QString> WedgeScanner::end(std::int64_t nowMs)
{
    const bool scan = isScanning(nowMs);
    const qsizetype start = introduction();
    const QString code = withoutControlsAtEnds(std::exchange(m_row, {}).mid(start));
    return scan && !code.isEmpty() ? std::optional<QString>(code) : std::nullopt;
}

bool WedgeScanner::isScanning(std::int64_t nowMs) const
{
    const bool enough = isCertain() || (m_row.size() >= m_limits.minLength && isFast());
    return enough && nowMs - m_lastMs <= m_limits.maxGapMs;
}

bool WedgeScanner::looksLikeCode() const
{
    const auto digits = std::count_if(m_row.begin(), m_row.end(), [](QChar letter) { return letter.isDigit(); });
    return isCertain() || digits * 2 >= m_row.size();
}

qsizetype WedgeScanner::introduction() const
{
    if (!m_limits.prefix.isEmpty() && m_row.startsWith(m_limits.prefix))
        return m_limits.prefix.size();
    const bool aim =
        m_row.size() >= aimLength && m_row.at(0) == u']' && m_row.at(1).isLetter() && m_row.at(2).isLetterOrNumber();
    return aim ? aimLength : 0;
}

bool WedgeScanner::isFast() const
{
    const std::int64_t gaps = m_row.size() - 1;
    return gaps > 0 && m_lastMs - m_firstMs <= gaps * m_limits.maxMeanGapMs;
}

std::int64_t WedgeScanner::patienceMs() const
{
    const bool scan = isCertain() || (m_row.size() >= m_limits.minLength && isFast());
    return scan ? m_limits.maxGapMs : m_limits.typistMs;
}

bool WedgeScanner::isRepeat(const QString &code, std::int64_t nowMs)
{
    const bool repeat = code == m_lastCode && nowMs - m_lastCodeMs < m_limits.sameCodeMs;
    m_lastCode = code;
    m_lastCodeMs = nowMs;
    return repeat;
}

} // namespace crema::desktop
