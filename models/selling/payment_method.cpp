// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/sale.h"

#include "models/base/enum_names.h"

#include <array>

namespace crema {
namespace {

constexpr std::array methodNames{
    EnumName<PaymentMethod>{PaymentMethod::Cash, u"cash"},
    EnumName<PaymentMethod>{PaymentMethod::Card, u"card"},
    EnumName<PaymentMethod>{PaymentMethod::Invoice, u"invoice"},
    EnumName<PaymentMethod>{PaymentMethod::GiftCard, u"gift_card"},
    EnumName<PaymentMethod>{PaymentMethod::StoreCredit, u"store_credit"},
    EnumName<PaymentMethod>{PaymentMethod::Online, u"online"},
};

} // namespace

QString paymentMethodText(PaymentMethod method)
{
    return enumText(methodNames, method);
}

std::optional<PaymentMethod> paymentMethodFromText(QStringView text)
{
    return enumFromText<PaymentMethod>(methodNames, text);
}

} // namespace crema
