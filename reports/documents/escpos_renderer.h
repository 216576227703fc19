// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/document_lines.h"
#include "reports/documents/printer_profile.h"

#include <functional>

namespace crema::documents {

/// Draws a line whose letters the printer does not have, or that is read from the right: `dots` wide, as high as its
/// letters need. Where nobody can draw, an empty function: question marks are printed.
using LineDrawer = std::function<Raster(const DocumentLine &line, ReadingDirection direction, int dots)>;

/// The document as ESC/POS bytes for a printer of this kind. Whatever the texts hold, they never become a command.
[[nodiscard]] QByteArray escPosOf(const PrintedDocument &document, const PrinterProfile &profile,
                                  const LineDrawer &draw = {});

} // namespace crema::documents
