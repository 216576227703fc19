// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::desktop {

struct CatalogStage;

[[nodiscard]] QStringList paymentSceneNames();
/// Brings the window, whose cart is filled, to this state of taking money.
void playPayment(const QString &scene, const CatalogStage &stage);

} // namespace crema::desktop
