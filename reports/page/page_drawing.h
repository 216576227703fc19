// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/page_drawing.h"

namespace crema::documents {

/// What this program can draw: everything under a QGuiApplication, else nothing.
[[nodiscard]] PageDrawing pageDrawing();

} // namespace crema::documents
