// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QString>

#include <optional>

namespace crema {

/// A place in the catalog's tree and a group of tiles on the till.
struct Category {
    CategoryId id;
    QString name; ///< 1 to 100 characters
    std::optional<CategoryId> parent;
    int position = 0;    ///< order among its siblings, smallest first
    QString colourToken; ///< "series-1" … "series-6" of the theme; empty: none
    bool archived = false;

    friend bool operator==(const Category &, const Category &) = default;
};

} // namespace crema
