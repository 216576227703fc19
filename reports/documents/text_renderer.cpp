// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/text_renderer.h"

#include "reports/documents/document_lines.h"

namespace crema::documents {

QString textOf(const PrintedDocument &document, int columns)
{
    QString text;
    for (const DocumentBlock &block : document.blocks) {
        for (const DocumentLine &line : linesOf(block, columns))
            text += line.text + QLatin1Char('\n');
    }
    return text;
}

} // namespace crema::documents
