// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/sale.h"

#include <array>

namespace crema {
namespace {

struct MethodName {
    PaymentMethod method;
    QStringView text;
};

constexpr std::array methodNames{
    MethodName{PaymentMethod::Cash, u"cash"},
    MethodName{PaymentMethod::Card, u"card"},
    MethodName{PaymentMethod::Invoice, u"invoice"},
    MethodName{PaymentMethod::GiftCard, u"gift_card"},
};

} // namespace

QString paymentMethodText(PaymentMethod method)
{
    for (const MethodName &name : methodNames) {
        if (name.method == method)
            return name.text.toString();
    }
    Q_UNREACHABLE();
}

std::optional<PaymentMethod> paymentMethodFromText(QStringView text)
{
    for (const MethodName &name : methodNames) {
        if (name.text == text)
            return name.method;
    }
    return std::nullopt;
}

} // namespace crema
