// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/document_lines.h"

class QFont;
class QPainter;
class QRectF;

namespace crema::documents {

/// A line of the height of a printer's, `dots` wide: each part in its columns, letters shaped and ordered as their
/// script wants it, and the whole mirrored where it is read from the right. Needs a QGuiApplication.
[[nodiscard]] Raster drawnLine(const DocumentLine &line, ReadingDirection direction, int dots);

/// Paints the parts of a line into the rectangle with columns of this width; what is too wide is set narrower.
void paintLine(QPainter &painter, const DocumentLine &line, ReadingDirection direction, const QRectF &place,
               double columnWidth, const QFont &font);

} // namespace crema::documents
