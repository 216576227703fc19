// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/variant.h"

namespace crema {

QString unitText(Unit unit)
{
    return unit == Unit::Gram ? QStringLiteral("gram") : QStringLiteral("piece");
}

std::optional<Unit> unitFromText(QStringView text)
{
    if (text == u"gram")
        return Unit::Gram;
    if (text == u"piece")
        return Unit::Piece;
    return std::nullopt;
}

QString Variant::optionText() const
{
    QStringList values;
    for (const VariantOption &option : options)
        values.append(option.value);
    return values.join(QStringLiteral(" · "));
}

} // namespace crema
