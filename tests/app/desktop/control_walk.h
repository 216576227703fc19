// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/shots/first_run_scenes.h"
#include "app/desktop/shots/scenes.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

#include <functional>

namespace crema::testing {

/// The scenes that differ in what can be operated; the others show other data in the same controls.
[[nodiscard]] QStringList scenesWithControls();

/// Lets the program do what it put off.
void settleWidgets();

/// Shows the scene in its real window, active and settled, and hands it to `look`.
void inScene(desktop::Theme &theme, const QSize &size, const QString &scene,
             const std::function<void(QWidget &window)> &look);

/// The controls that Tab leads to, in this order, from the one that has the focus round to it again; `atEach` sees the
/// focus on each. Ends after `most` steps.
[[nodiscard]] QList<QWidget *> walkByTab(const std::function<void(QWidget &)> &atEach = {}, int most = 150);

/// Every control that Tab should lead to: seen, enabled, not behind what covers the window.
[[nodiscard]] QList<QWidget *> controlsIn(QWidget &window);

} // namespace crema::testing
