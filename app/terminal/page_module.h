// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/page_drawing.h"

#include <memory>

class QCoreApplication;

namespace crema::terminal {

/// What of this program has letters and pages to draw: a library of its own, since to load what draws (Qt Gui and what
/// belongs to a window system) is a third of the time that a verb takes to start.
struct PageModule {
    /// An application with fonts and without a window. It has to be made before any other.
    std::unique_ptr<QCoreApplication> (*makeApplication)(int &count, char **values);
    /// What can be drawn while that application lives.
    documents::PageDrawing (*drawing)();
};

/// From lib/crema beside the folder of the program, and loaded until it ends; nothing where it is not there.
[[nodiscard]] const PageModule *loadPageModule();

} // namespace crema::terminal
