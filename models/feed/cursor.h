// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace crema {

/// A place in the platform's change feed (sync.md rule 9): everything up to and including it was seen.
/// Its text form is `epoch.xid.position`, as in "1.7423.19".
struct Cursor {
    std::int64_t epoch = 0;    ///< at least 1 on a platform; changes when a backup was restored
    std::uint64_t xid = 0;     ///< PostgreSQL's xid8 of the transaction that wrote the row
    std::int64_t position = 0; ///< running number of the row

    [[nodiscard]] static std::optional<Cursor> fromString(QStringView text);
    [[nodiscard]] static std::optional<Cursor> fromString(QLatin1StringView text);
    [[nodiscard]] QString toString() const;

    friend auto operator<=>(const Cursor &, const Cursor &) = default;
};

} // namespace crema
