// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/currency.h"

#include <QString>
#include <QUuid>

namespace crema {

/// Whose platform this is. There is one per platform.
struct Company {
    QUuid id;
    QString name;
    Currency currency;

    friend bool operator==(const Company &, const Company &) = default;
};

} // namespace crema
