// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/input/key.h"

#include <QByteArray>
#include <QList>

namespace crema::terminal {

/// What a device sends for a function key that no terminal description knows.
struct DeviceKey {
    QByteArray bytes; ///< begins with an escape
    Key key = Key::F1;

    bool operator==(const DeviceKey &) const = default;
};

/// The keys as lines of a file that people can read: `F6 ESC[29~`.
[[nodiscard]] QByteArray deviceKeysText(const QList<DeviceKey> &keys);

/// Reads them; lines that say nothing of the kind are passed over.
[[nodiscard]] QList<DeviceKey> deviceKeysOf(const QByteArray &text);

} // namespace crema::terminal
