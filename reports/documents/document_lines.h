// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/document_block.h"

namespace crema::documents {

/// A part of a line in the columns it may fill.
struct PlacedText {
    enum class Edge { Start, Centre, End };

    QString text;
    int column = 0; ///< counted from where reading begins
    int columns = 0;
    Edge edge = Edge::Start; ///< of its columns, that it stands at
};

/// One line of a document: as text in columns, and as the parts it is made of, for whoever draws it.
struct DocumentLine {
    QString text; ///< left to right, without blanks at its end
    QList<PlacedText> parts;
    Emphasis emphasis = Emphasis::Normal;
};

/// The lines of a block that is written; none for a picture, a code and what moves the printer. No line is wider than
/// `columns`, unless an amount alone is. What would steer a printer is left out of every text.
[[nodiscard]] QList<DocumentLine> linesOf(const DocumentBlock &block, int columns);

} // namespace crema::documents
