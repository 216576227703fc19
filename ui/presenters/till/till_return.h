// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/return_draft.h"

namespace crema {

/// What comes back in the document of a cart (ADR 050): chosen before, by a receipt or without one.
struct TillReturn {
    sync::ReturnDraft draft;   ///< what is bought is that of the cart
    QString number = {};       ///< the receipt of draft.sale; empty without
    QList<ReturnedLine> lines; ///< what the rules made of it last; empty until they were asked

    [[nodiscard]] bool isEmpty() const { return draft.lines.isEmpty() && draft.withoutReceipt.isEmpty(); }
};

} // namespace crema
