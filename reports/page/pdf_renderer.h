// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/document_block.h"

namespace crema::documents {

/// The document on one page as wide as its paper roll and as long as it needs, its text as text. Needs a
/// QGuiApplication. Empty when it cannot be written.
[[nodiscard]] QByteArray pdfOf(const PrintedDocument &document, int columns, const QString &title);

} // namespace crema::documents
