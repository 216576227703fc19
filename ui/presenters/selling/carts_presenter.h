// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

namespace crema::presenters {

/// A parked sale as verbs show it.
struct ShownCart {
    sync::ParkedCartView view;
    QStringList lines; ///< "2 × Flat white", as far as the catalog knows the item
};

/// The sales that wait at this place, as verbs take them. The client outlives it.
class CartsPresenter
{
public:
    explicit CartsPresenter(sync::Client &client) : m_client(client) {}

    /// The oldest first.
    [[nodiscard]] QCoro::Task<Result<QList<sync::ParkedCartView>>> list() const;
    /// By its name, whatever the case of its letters, or its id. Errors: `cart.unknown`, `cart.several`.
    [[nodiscard]] QCoro::Task<Result<ShownCart>> find(QString word) const;
    /// Errors: those of find(), and of Client::discardCart().
    [[nodiscard]] QCoro::Task<Result<ShownCart>> discard(QString word) const;

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
