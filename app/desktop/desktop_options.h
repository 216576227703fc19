// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringList>

namespace crema::desktop {

/// What the command line of crema-desktop says.
struct DesktopOptions {
    bool version = false;
    bool help = false;
    bool selfTest = false;           ///< open every page and end
    QString shotsFolder;             ///< write pictures of every page there and end; empty: run
    QString shotsPattern;            ///< only pictures whose file name contains this, with * and ?; empty: all
    QString theme;                   ///< "light", "dark", "high-contrast"; empty: from the environment
    std::optional<double> textScale; ///< 1.0 to 2.0; nothing: as chosen in the settings
};

/// Errors: `usage.unknown_option`, `usage.value`.
[[nodiscard]] Result<DesktopOptions> desktopOptionsOf(const QStringList &arguments);

[[nodiscard]] QString desktopOptionsHelp();

} // namespace crema::desktop
