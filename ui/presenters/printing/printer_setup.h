// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/printer_address.h"
#include "reports/documents/printer_profile.h"
#include "ui/presenters/settings/preferences.h"

#include <QStringList>

#include <optional>

namespace crema {

/// The receipt printer of this computer, as somebody set it.
struct PrinterSetup {
    PrinterAddress address;
    QString profile; ///< id of a printer profile
    int columns = 0; ///< characters in a line; 0: as many as its profile says

    /// Nothing where none is set, or what is set cannot be read.
    [[nodiscard]] static std::optional<PrinterSetup> of(const Preferences &preferences);
    /// What was typed. Errors: `printer.address`, `printer.profile`, `printer.columns`.
    [[nodiscard]] static Result<PrinterSetup> fromTexts(const QString &address, const QString &profile,
                                                        const QString &columns);
    void keepIn(Preferences &preferences) const;
    static void removeFrom(Preferences &preferences);

    /// Its profile, with the columns that were chosen.
    [[nodiscard]] documents::PrinterProfile printer() const;

    static constexpr int fewestColumns = 24;
    static constexpr int mostColumns = 64;
};

/// The profiles there are: ids, and names for people in the same order.
[[nodiscard]] QStringList printerProfileIds();
[[nodiscard]] QStringList printerProfileNames();

} // namespace crema
