// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// One thing about a device that a person may want to read out when they ask for help.
struct DeviceFact {
    QString name;  ///< translated: "Register"
    QString value; ///< never empty: "–" where there is nothing

    bool operator==(const DeviceFact &) const = default;
};

} // namespace crema
