// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

namespace crema::desktop {

/// The picture of a way to pay: a file of resources/icons without its ending.
[[nodiscard]] inline QString tenderIcon(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash: return QStringLiteral("cash");
    case PaymentMethod::Card: return QStringLiteral("card");
    case PaymentMethod::Invoice: return QStringLiteral("file");
    case PaymentMethod::GiftCard: return QStringLiteral("gift");
    case PaymentMethod::StoreCredit: return QStringLiteral("gift");
    case PaymentMethod::Online: return QStringLiteral("link");
    }
    Q_UNREACHABLE();
}

} // namespace crema::desktop
