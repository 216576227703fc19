// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stock/movement.h"

#include "models/base/enum_names.h"

#include <array>

namespace crema {
namespace {

constexpr std::array reasonNames{
    EnumName<MovementReason>{MovementReason::Sale, u"sale"},
    EnumName<MovementReason>{MovementReason::Return, u"return"},
    EnumName<MovementReason>{MovementReason::Adjustment, u"adjustment"},
    EnumName<MovementReason>{MovementReason::Damage, u"damage"},
    EnumName<MovementReason>{MovementReason::Loss, u"loss"},
    EnumName<MovementReason>{MovementReason::Found, u"found"},
    EnumName<MovementReason>{MovementReason::Receipt, u"receipt"},
    EnumName<MovementReason>{MovementReason::Transfer, u"transfer"},
    EnumName<MovementReason>{MovementReason::Count, u"count"},
};

} // namespace

QString movementReasonText(MovementReason reason)
{
    return enumText(reasonNames, reason);
}

std::optional<MovementReason> movementReasonFromText(QStringView text)
{
    return enumFromText<MovementReason>(reasonNames, text);
}

} // namespace crema
