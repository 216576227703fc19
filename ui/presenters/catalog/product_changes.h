// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/catalog/category.h"
#include "models/catalog/product.h"
#include "models/catalog/variant.h"

#include <QStringList>

namespace crema::presenters {

/// A product with one of its variants, as an edit by words sees them.
struct EditedProduct {
    Product product;
    Variant variant;
};

/// "name", "price" …: what a change can begin with.
[[nodiscard]] QStringList changeableFields();

/// Applies changes as people type them to what they saw: `name=House blend`, `price=1290`, `price=2490/1000` (for 1000
/// units), `price=` (unpriced), `barcode+=4006381333931`, `barcode-=…`, `category=Beans`, `archived=yes`.
/// Errors: `change.unreadable`, `change.unknown_field`, `change.unknown_category`, `change.value`, those of readAmount,
/// Barcode::parse, checkedProduct and checkedVariant.
[[nodiscard]] Result<EditedProduct> applyChanges(EditedProduct edited, const QStringList &changes,
                                                 const QList<Category> &categories, Currency currency);

/// Whether one of them is about what it costs the shop.
[[nodiscard]] bool changesCost(const QStringList &changes);

/// Reads "1290" or "2490/1000" as a price in minor units for a base quantity. Errors: those of readAmount,
/// `change.value`.
[[nodiscard]] Result<Price> readPriceWords(const QString &text, Currency currency);

/// The category with this name, whatever its case. Errors: `change.unknown_category` with what there is.
[[nodiscard]] Result<CategoryId> categoryNamed(const QString &name, const QList<Category> &categories);

} // namespace crema::presenters
