// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"
#include "ui/presenters/devices/device_fact.h"

#include <QList>
#include <QLocale>

namespace crema {

/// Which device this is, whose it is and how it stands; nothing personal and no secret.
[[nodiscard]] QList<DeviceFact> deviceFacts(const sync::ClientState &state, const QString &version,
                                            const QLocale &locale);

} // namespace crema
