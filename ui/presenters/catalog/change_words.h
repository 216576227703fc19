// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace crema::presenters {

enum class Sign { Set, Add, Remove };

/// One change as it is typed: "price=1290", "barcode+=4006381333931", "part-=MUG".
struct Change {
    QString field; ///< in small letters, "_" for "-", one word for its plural
    Sign sign = Sign::Set;
    QString value;
};

/// Errors: `change.unreadable`.
[[nodiscard]] Result<Change> readChange(const QString &text);

} // namespace crema::presenters
