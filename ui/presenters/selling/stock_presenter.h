// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

namespace crema::presenters {

/// What is on hand of one variant.
struct StockView {
    sync::CodeHit product;
    QList<StockLevel> levels; ///< one for each location this device knows of
};

/// Stock as look-ups and adjustments need it. The client outlives it.
class StockPresenter
{
public:
    explicit StockPresenter(sync::Client &client) : m_client(client) {}

    /// Errors: `product.unknown_code`.
    [[nodiscard]] QCoro::Task<Result<StockView>> byCode(QString code) const;
    /// `delta` is not zero and at most Quantity::maxLine either way. Answers the stock afterwards.
    /// Errors: `product.unknown_code`, `stock.delta`, and those of Client::adjustStock.
    [[nodiscard]] QCoro::Task<Result<StockView>> adjust(QString code, std::int64_t delta, MovementReason reason,
                                                        QString note) const;
    /// This device's own location, when it is enrolled.
    [[nodiscard]] std::optional<Location> location() const { return m_client.state().location; }

private:
    sync::Client &m_client;
};

/// The reasons a person may give for an adjustment: "adjustment", "damage", "loss", "found", "receipt", "return".
[[nodiscard]] QStringList adjustmentReasons();

} // namespace crema::presenters
