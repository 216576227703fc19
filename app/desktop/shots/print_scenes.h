// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::desktop {

struct CatalogStage;
class ExamplePrinter;

[[nodiscard]] QStringList printSceneNames();
/// Brings the window, whose store is open, to this state of printing.
void playPrinting(const QString &scene, const CatalogStage &stage, ExamplePrinter &printer);

} // namespace crema::desktop
