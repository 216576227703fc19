// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen draws while something is done about a device: finished, translated texts.
#pragma once

#include "models/devices/device_health.h"
#include "ui/presenters/people/person_list_view.h"

namespace crema {

enum class DeviceStep {
    None,
    Place,   ///< for which location is the new device?
    Code,    ///< a code is shown, this once
    Rename,  ///< which name?
    ShutOut, ///< why, and is it meant?
    Move,    ///< to which location and register?
};

struct DeviceCodeView {
    QString title;     ///< "Code for a new device at Harbour Street"
    QString code;      ///< "K7QP-3M2X"; empty until the platform has made it
    QString untilText; ///< until when, and for how many devices
    QString howText;   ///< where it is typed
    QString command;   ///< what does the same on the command line of the device

    bool operator==(const DeviceCodeView &) const = default;
};

/// What is asked before a device is shut out, which cannot be taken back.
struct ShutOutQuestion {
    QString title;           ///< "Shut out Window?"
    QString meaning;         ///< what follows of it
    QString warning;         ///< what would be missing, or that it is this device; may be empty
    QString button;          ///< the verb again
    QStringList reasonNames; ///< in the order of allShutOutReasons

    bool operator==(const ShutOutQuestion &) const = default;
};

} // namespace crema
