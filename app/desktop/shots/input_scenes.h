// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::desktop {

struct CatalogStage;

[[nodiscard]] QStringList inputSceneNames();
/// Brings the window, whose store is open, to this state of keys, scanner and the codes of scales.
void playInput(const QString &scene, const CatalogStage &stage);

} // namespace crema::desktop
