// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/wedge_scanner.h"

namespace crema::desktop {

namespace {

/// Longer rows are not codes; the bound keeps a stuck key from growing the row.
constexpr qsizetype maxRow = 256;

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
    const bool scan = m_row.size() >= m_limits.minLength && isFast() && nowMs - m_lastMs <= m_limits.maxGapMs;
    const QString code = std::exchange(m_row, {});
    return scan ? std::optional<QString>(code) : std::nullopt;
}

bool WedgeScanner::isFast() const
{
    const std::int64_t gaps = m_row.size() - 1;
    return gaps > 0 && m_lastMs - m_firstMs <= gaps * m_limits.maxMeanGapMs;
}

std::int64_t WedgeScanner::patienceMs() const
{
    return m_row.size() >= m_limits.minLength && isFast() ? m_limits.maxGapMs : m_limits.typistMs;
}

bool WedgeScanner::isRepeat(const QString &code, std::int64_t nowMs)
{
    const bool repeat = code == m_lastCode && nowMs - m_lastCodeMs < m_limits.sameCodeMs;
    m_lastCode = code;
    m_lastCodeMs = nowMs;
    return repeat;
}

} // namespace crema::desktop
