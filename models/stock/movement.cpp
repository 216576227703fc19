// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stock/movement.h"

#include <array>

namespace crema {
namespace {

struct ReasonName {
    MovementReason reason;
    QStringView text;
};

constexpr std::array reasonNames{
    ReasonName{MovementReason::Sale, u"sale"},
    ReasonName{MovementReason::Return, u"return"},
    ReasonName{MovementReason::Adjustment, u"adjustment"},
    ReasonName{MovementReason::Damage, u"damage"},
    ReasonName{MovementReason::Loss, u"loss"},
    ReasonName{MovementReason::Found, u"found"},
    ReasonName{MovementReason::Receipt, u"receipt"},
    ReasonName{MovementReason::Transfer, u"transfer"},
    ReasonName{MovementReason::Count, u"count"},
};

} // namespace

QString movementReasonText(MovementReason reason)
{
    for (const ReasonName &name : reasonNames) {
        if (name.reason == reason)
            return name.text.toString();
    }
    Q_UNREACHABLE();
}

std::optional<MovementReason> movementReasonFromText(QStringView text)
{
    for (const ReasonName &name : reasonNames) {
        if (name.text == text)
            return name.reason;
    }
    return std::nullopt;
}

} // namespace crema
