// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// Where this till belongs: the choice of the first start, which later starts follow.
enum class Business {
    None,      ///< nothing was chosen yet
    Sample,    ///< the sample shop on this computer
    Shop,      ///< a shop of one's own on this computer
    Connected, ///< a platform somewhere else
};

/// How it is kept in the preferences, under setupBusinessKey: "sample", "shop", "connected"; empty for None.
[[nodiscard]] QString businessText(Business business);
/// None for anything else.
[[nodiscard]] Business businessFromText(const QString &text);

inline const QString setupBusinessKey = QStringLiteral("setup.business");

} // namespace crema
