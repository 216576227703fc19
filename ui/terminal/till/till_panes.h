// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_view.h"
#include "ui/terminal/widgets/layout.h"

namespace crema::terminal {

/// The cart with its total in reverse in the last row: the last lines on small screens, a table on wider ones, with
/// subtotal and tax beside it on large ones. Lines are numbered, so that one can be taken out by its number.
[[nodiscard]] Canvas cartPane(const QList<CartLineView> &lines, int selected, const TotalsView &totals,
                              const Layout &layout);

/// The cart beside something else, in a column of its own.
[[nodiscard]] Canvas cartColumn(const QList<CartLineView> &lines, const TotalsView &totals, const Layout &layout);

/// What is due, what was received and what is missing or goes back.
[[nodiscard]] Canvas paymentPane(const PaymentView &payment, const Layout &layout);

/// An online payment that is awaited: its amount in reverse, how it stands, and the code to scan where there is room.
[[nodiscard]] Canvas onlinePane(const OnlinePaymentView &online, const Layout &layout);

/// What is paid back in reverse, by which ways, and how it comes about.
[[nodiscard]] Canvas payBackPane(const PayBackView &back, bool isRecording, const Layout &layout);

/// The change in reverse, how to hand it out, and the number of the receipt.
[[nodiscard]] Canvas changePane(const ChangeView &change, const Layout &layout);

} // namespace crema::terminal
