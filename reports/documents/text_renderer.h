// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/document_block.h"

namespace crema::documents {

/// The document as lines of at most `columns` display columns, each ended by a newline, no blanks at line ends.
/// Pictures and codes are left out.
[[nodiscard]] QString textOf(const PrintedDocument &document, int columns);

} // namespace crema::documents
