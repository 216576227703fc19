// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/page/page_drawing.h"

#include "reports/page/line_painter.h"
#include "reports/page/pdf_renderer.h"

#include <QGuiApplication>

namespace crema::documents {

PageDrawing pageDrawing()
{
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()) == nullptr)
        return {};
    return {&drawnLine, &pdfOf};
}

} // namespace crema::documents
