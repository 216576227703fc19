// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/devices/printer_address.h"

#include <QByteArray>

#include <QCoroTask>

namespace crema::sync {

/// Bytes for a printer, in its own language.
struct PrintOrder {
    PrinterAddress address;
    QByteArray bytes;
    /// The printer says so itself once it has printed what it was sent (GS r 1), and that is waited for.
    bool waitsForAnswer = false;
};

/// The printers that this machine reaches.
class Printer
{
public:
    virtual ~Printer() = default;

    /// Errors (of the kind Device): `printer.unreachable`, when nothing was printed; `printer.cut_off`, when it cannot
    /// be whole on paper; `printer.unclear`, when the printer took everything and did not say what became of it.
    [[nodiscard]] virtual QCoro::Task<Result<void>> print(PrintOrder order) = 0;
};

} // namespace crema::sync
