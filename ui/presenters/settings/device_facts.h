// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"

#include <QList>
#include <QLocale>

namespace crema {

/// One line of what a person may want to read out when they ask for help.
struct DeviceFact {
    QString name;  ///< translated: "Register"
    QString value; ///< never empty: "–" where there is nothing

    bool operator==(const DeviceFact &) const = default;
};

/// Which device this is, whose it is and how it stands; nothing personal and no secret.
[[nodiscard]] QList<DeviceFact> deviceFacts(const sync::ClientState &state, const QString &version,
                                            const QLocale &locale);

} // namespace crema
