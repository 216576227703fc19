// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QString>

namespace crema {

/// One till: a device enrolled for selling at a location, with its own receipt numbering.
struct Register {
    RegisterId id;
    LocationId location;
    QString code; ///< part of its receipt numbers: "2" in MAIN-2-000123
    QString name; ///< "Till 2"
    DeviceId device;

    friend bool operator==(const Register &, const Register &) = default;
};

} // namespace crema
