// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace crema {

/// A moment in UTC with millisecond precision. Only screens and documents know a time zone.
class UtcTime
{
public:
    constexpr UtcTime() = default;
    /// `ms` counts from 1970-01-01T00:00:00Z; it may be negative.
    constexpr explicit UtcTime(std::int64_t ms) : m_ms(ms) {}

    /// Reads exactly `2026-11-20T19:16:00.123Z` (RFC 3339, UTC, three decimals); years 0001 to 9999.
    [[nodiscard]] static std::optional<UtcTime> fromString(QStringView text);
    [[nodiscard]] QString toString() const;

    [[nodiscard]] constexpr std::int64_t msSinceEpoch() const { return m_ms; }
    [[nodiscard]] constexpr UtcTime plusMs(std::int64_t ms) const { return UtcTime(m_ms + ms); }

    friend constexpr auto operator<=>(const UtcTime &, const UtcTime &) = default;

private:
    std::int64_t m_ms = 0;
};

} // namespace crema
