// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/escpos_renderer.h"

namespace crema::documents {

/// What only a program with fonts can do; the functions are empty in one without.
struct PageDrawing {
    LineDrawer line;
    /// The document as a page of its own size, `columns` wide; empty bytes when it cannot be written.
    std::function<QByteArray(const PrintedDocument &document, int columns, const QString &title)> pdf;
};

} // namespace crema::documents
