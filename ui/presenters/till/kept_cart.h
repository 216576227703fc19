// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"
#include "models/selling/complete_sale.h"
#include "models/selling/parked_cart.h"
#include "sync/client/sale_draft.h"
#include "ui/presenters/till/till_return.h"

#include <QMap>

namespace crema {

/// A cart as it is kept: what cannot be read from the catalog or the list of customers again.
struct KeptSale {
    QList<sync::SaleLineDraft> lines;
    QList<sync::DiscountDraft> discounts = {};
    std::optional<CustomerId> customer = std::nullopt;
    QString note = {};
    QString name = {};                                 ///< of a sale that was parked: "Table 4"; may be empty
    std::optional<UtcTime> parkedAt = std::nullopt;    ///< nothing: it is not parked, or an older program did it
    QList<Tender> paid = {};                           ///< the parts of it that were taken already
    std::optional<ParkedCartId> origin = std::nullopt; ///< the parked cart that it goes on with
    TillReturn back = {};                              ///< what comes back in the same document
    QStringList coupons = {};                          ///< codes that were shown
    QString customerNote = {};                         ///< on the receipt
    std::int64_t points = 0;                           ///< of the customer that are to be taken
    /// The online payment that was asked for it and is not among `paid` yet.
    std::optional<PaymentIntentId> awaited = std::nullopt;

    /// Nothing is sold, nothing comes back.
    [[nodiscard]] bool isEmpty() const { return lines.isEmpty() && back.isEmpty(); }

    /// What the rules need to know of it.
    [[nodiscard]] sync::SaleDraft draft() const;
};

/// The open carts of a till by the id of their cashier, empty for nobody: each cashier has one.
using KeptCarts = QMap<QString, KeptSale>;

/// Sales that were left for later, the oldest first.
using ParkedSales = QList<KeptSale>;

/// The carts as the store keeps them; names, usual prices and tax come from the catalog when a sale goes on. Empty
/// without anything in them. A cart of nothing but lines is written as it was before there was more, so that older
/// programs read it.
[[nodiscard]] QString keptCartsText(const KeptCarts &carts, const ParkedSales &parked = {});

/// Reads them back. What cannot be read is left out: a damaged note must not stop the till.
[[nodiscard]] KeptCarts keptCarts(const QString &text);
[[nodiscard]] ParkedSales parkedSales(const QString &text);

} // namespace crema
