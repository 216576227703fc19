// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QList>
#include <QString>

#include <optional>

namespace crema {

/// What the catalog describes; what is sold, scanned, stocked and priced is its variants.
struct Product {
    ProductId id;
    QString name;        ///< 1 to 200 characters
    QString description; ///< at most 4000 characters
    QString brand;       ///< at most 100 characters
    QList<CategoryId> categories;
    std::optional<TaxClassId> taxClass; ///< nothing: the company's default
    bool archived = false;

    friend bool operator==(const Product &, const Product &) = default;
};

} // namespace crema
