// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/modifier_groups.h"
#include "ui/presenters/till/till_sale.h"

namespace crema {

/// What waits for its modifiers, one group after the other.
struct AskedModifiers {
    TillItem item;
    std::int64_t quantity = 0;
    QString note;
    QList<ModifierGroup> groups;
    int group = 0;
    QList<SaleModifier> chosen;
};

} // namespace crema
