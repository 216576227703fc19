// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema {
class ShopPresenters;
}

namespace crema::desktop {

class MainWindow;
class SceneDesk;
class StillClock;

/// What the states of the catalog are made of.
struct CatalogStage {
    SceneDesk &desk;
    StillClock &clock;
    ShopPresenters &shop;
    MainWindow &window;
};

/// A bundle that the example shop sells where it is shown: SET-NYE.
void addExampleBundle(const CatalogStage &stage);

[[nodiscard]] QStringList catalogSceneNames();
/// Brings the window, whose store is open, to this state of the catalog.
void playCatalog(const QString &scene, const CatalogStage &stage);

} // namespace crema::desktop
