// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/return_reason.h"

#include "models/base/enum_names.h"

#include <QCoreApplication>

namespace crema {
namespace {

constexpr std::array reasonNames{
    EnumName<ReturnReason>{ReturnReason::Damaged, u"damaged"},
    EnumName<ReturnReason>{ReturnReason::WrongItem, u"wrong_item"},
    EnumName<ReturnReason>{ReturnReason::NotLiked, u"not_liked"},
    EnumName<ReturnReason>{ReturnReason::TooMany, u"too_many"},
    EnumName<ReturnReason>{ReturnReason::Other, u"other"},
};

QString words(ReturnReason reason)
{
    switch (reason) {
    case ReturnReason::Damaged: return QCoreApplication::translate("crema::ReturnReason", "damaged");
    case ReturnReason::WrongItem: return QCoreApplication::translate("crema::ReturnReason", "wrong item");
    case ReturnReason::NotLiked: return QCoreApplication::translate("crema::ReturnReason", "not liked");
    case ReturnReason::TooMany: return QCoreApplication::translate("crema::ReturnReason", "too many");
    case ReturnReason::Other: return QCoreApplication::translate("crema::ReturnReason", "other reason");
    }
    Q_UNREACHABLE();
}

} // namespace

QString returnReasonText(ReturnReason reason)
{
    return enumText(reasonNames, reason);
}

QString returnReasonWords(const QString &reason)
{
    const auto known = enumFromText<ReturnReason>(reasonNames, reason);
    return known ? words(*known) : reason;
}

bool isUsuallyRestocked(ReturnReason reason)
{
    return reason != ReturnReason::Damaged;
}

} // namespace crema
