// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::desktop {

struct CatalogStage;

[[nodiscard]] QStringList cartSceneNames();
/// Brings the window, in whose cart a sale lies, to this state beside it. False when the scene is none of these.
bool playCart(const QString &scene, const CatalogStage &stage);

} // namespace crema::desktop
