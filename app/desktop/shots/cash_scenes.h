// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::desktop {

struct CatalogStage;

[[nodiscard]] QStringList cashSceneNames();
/// Brings the window, whose store is open, to this state of the drawer.
void playCash(const QString &scene, const CatalogStage &stage);

} // namespace crema::desktop
