// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSize>
#include <QString>

namespace crema::desktop {

/// One way to look at a scene: everything that changes the picture besides the scene itself.
struct Look {
    QString name; ///< what the file's name ends with: "1366-dark", "1024-text200"
    QSize size;
    QString theme = QStringLiteral("light");
    double textScale = 1.0; ///< 1.0 to 2.0
    QString language;       ///< empty: the program's own texts, with the numbers of Ireland
    bool mirrored = false;  ///< laid out from right to left
    bool grey = false;      ///< without colour, as a test that no status is told by colour alone
};

/// Every look that is written, those in other languages last.
[[nodiscard]] QList<Look> allLooks();

} // namespace crema::desktop
