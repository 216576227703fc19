// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QMap>

#include <cstdint>

namespace crema::sync {

/// Where rows are to go from.
enum class DeletionSource {
    Platform, ///< the feed says that they are gone, or does not know them when everything is read anew
    Here,     ///< people take them out of use at this device
};

/// More of one kind would go within an hour than people take away by hand, so a person is asked first (sync.md
/// rule 28). Until then all of them stay; selling and sending go on.
struct DeletionQuestion {
    DeletionSource source = DeletionSource::Platform;
    QString entityType;                   ///< models/feed/entity_types.h
    std::int64_t leaving = 0;             ///< within the hour, with those that went already
    std::int64_t present = 0;             ///< how many there are here
    QMap<QString, std::int64_t> together; ///< by entity type: everything that goes with them

    friend bool operator==(const DeletionQuestion &, const DeletionQuestion &) = default;
};

/// The same as a problem: `sync.mass_delete` or, for what was done here, `deletion.asks_first`.
[[nodiscard]] Problem deletionProblem(const DeletionQuestion &question);

} // namespace crema::sync
