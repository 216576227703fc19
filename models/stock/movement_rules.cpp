// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stock/movement_rules.h"

#include <QCoreApplication>

namespace crema {

Result<Movement> checkedMovement(const Movement &movement)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("crema::Movement", text); };
    const std::int64_t units = movement.delta.units();
    if (units == 0 || units > Quantity::maxLine || units < -Quantity::maxLine) {
        const QString message = tr("Stock moves by at least 1 and at most %1.").arg(Quantity::maxLine);
        return failure(ProblemKind::Invalid, QStringLiteral("stock.delta"), message,
                       tr("Enter how much more or less there is."), {{QStringLiteral("delta"), message}});
    }
    if (movement.note.size() > 1000) {
        const QString message = tr("The note may have at most 1000 characters.");
        return failure(ProblemKind::Invalid, QStringLiteral("stock.note"), message, tr("Shorten the note."),
                       {{QStringLiteral("note"), message}});
    }
    return movement;
}

std::optional<Quantity> sumOfMovements(std::span<const Movement> movements)
{
    std::int64_t sum = 0;
    for (const Movement &movement : movements) {
        if (__builtin_add_overflow(sum, movement.delta.units(), &sum))
            return std::nullopt;
    }
    return Quantity(sum);
}

} // namespace crema
