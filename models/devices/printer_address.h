// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace crema {

/// Where a printer is reached.
struct PrinterAddress {
    enum class Way {
        Network,    ///< raw TCP, HOST:PORT
        DeviceFile, ///< /dev/usb/lp0
        Queue,      ///< of CUPS, by `lp`
    };
    static constexpr int usualPort = 9100;

    Way way = Way::Network;
    QString name; ///< host, path or queue
    int port = usualPort;

    /// As people type it: "192.168.1.50", "printer.local:9100", "[fe80::1]:9100", "/dev/usb/lp0", "cups:Receipts".
    /// Errors: `printer.address`.
    [[nodiscard]] static Result<PrinterAddress> fromText(const QString &text);
    /// The same, whole: the port is always there.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const PrinterAddress &, const PrinterAddress &) = default;
};

} // namespace crema
