// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/practice_sale.h"
#include "reports/documents/receipt_document.h"
#include "sync/client/client_state.h"

namespace crema {

/// The receipt of a sale as it is printed at this place; `cashier` may be empty.
[[nodiscard]] inline documents::ReceiptInput receiptInputOf(const Sale &sale, const sync::ClientState &state,
                                                            const QString &cashier, documents::ReceiptKind kind)
{
    documents::ReceiptInput input;
    input.sale = sale;
    input.businessName = state.company.name;
    input.cashierName = cashier;
    input.timeZone = QByteArrayLiteral("UTC");
    if (state.location) {
        input.locationName = state.location->name;
        input.headerLines = state.location->receiptHeader;
        input.timeZone = state.location->timeZone;
    }
    input.footerLines = state.settings.text(shop_setting::receiptFooter);
    input.kind = isPractice(sale) ? documents::ReceiptKind::Training : kind;
    return input;
}

} // namespace crema
