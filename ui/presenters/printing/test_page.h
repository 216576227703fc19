// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/document_block.h"
#include "ui/presenters/printing/printer_setup.h"

namespace crema {

/// A page that shows whether letters, edges, codes and the knife are right.
[[nodiscard]] documents::PrintedDocument testPage(const PrinterSetup &setup);

} // namespace crema
