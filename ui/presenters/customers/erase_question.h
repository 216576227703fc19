// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/erasure.h"

#include <QList>
#include <QString>

namespace crema {

/// Why a customer or a person is erased, as people choose it.
struct EraseChoice {
    EraseReason reason = EraseReason::Requested;
    QString text;

    bool operator==(const EraseChoice &) const = default;
};

/// What people read before they erase somebody, which nobody takes back.
struct EraseQuestion {
    QString title; ///< names them
    QString goesText;
    QString staysText;
    QList<EraseChoice> reasons; ///< none of them is the usual one

    bool operator==(const EraseQuestion &) const = default;
};

} // namespace crema
