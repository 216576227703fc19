// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::desktop {

struct CatalogStage;

[[nodiscard]] QStringList customerSceneNames();
/// Brings the window, whose store is open, to this state of the customers.
void playCustomers(const QString &scene, const CatalogStage &stage);

} // namespace crema::desktop
