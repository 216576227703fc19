// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/variant.h"
#include "sync/client/client.h"

#include <QStringList>

namespace crema::presenters {

/// Whether a change by words is about what is in a bundle: `part=HOUSE-250:2,MUG` (all of it), `part+=MUG`,
/// `part-=MUG`, `part=` (it is no bundle any more).
[[nodiscard]] bool changesParts(const QString &change);

/// A part as people type it: "HOUSE-250:2", a code with the quantity that is in one bundle (1 where none stands there).
struct TypedPart {
    QString code;
    Quantity quantity{1};

    friend bool operator==(const TypedPart &, const TypedPart &) = default;
};

/// Errors: `change.value`.
[[nodiscard]] Result<TypedPart> readTypedPart(const QString &text);

/// Looks the codes up and applies the changes to what somebody saw. Errors: `change.value`, `product.unknown_code`,
/// those of checkedVariant() and checkComponents().
[[nodiscard]] QCoro::Task<Result<Variant>> applyPartChanges(sync::Client &client, Variant variant, QStringList changes);

/// The components as one word for each, as readTypedPart() reads them: "HOUSE-250:2". None for what is no bundle.
[[nodiscard]] QStringList partWords(const sync::VariantView &view);

} // namespace crema::presenters
