// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/customers/erasure.h"

#include "models/base/enum_names.h"

#include <array>

namespace crema {
namespace {

constexpr std::array reasonNames{
    EnumName<EraseReason>{EraseReason::Requested, u"requested"},
    EnumName<EraseReason>{EraseReason::NotNeeded, u"not_needed"},
};

} // namespace

QString eraseReasonText(EraseReason reason)
{
    return enumText(reasonNames, reason);
}

std::optional<EraseReason> eraseReasonFromText(QStringView text)
{
    return enumFromText<EraseReason>(reasonNames, text);
}

Customer erasedCustomer(CustomerId id, UtcTime at)
{
    Customer customer;
    customer.id = id;
    customer.archived = true;
    customer.erasedAt = at;
    return customer;
}

} // namespace crema
