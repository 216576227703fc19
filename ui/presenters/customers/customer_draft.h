// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/customer.h"
#include "ui/presenters/customers/customer_list_view.h"

namespace crema {

[[nodiscard]] CustomerDraft draftOf(const Customer &customer);
/// What is typed, on a customer whom somebody else changed meanwhile: only what was typed is another.
[[nodiscard]] CustomerDraft laidOver(CustomerDraft now, const CustomerDraft &seen, const CustomerDraft &typed);
/// The customer with what was typed; `seen` is what stood there when typing began.
[[nodiscard]] Customer drafted(Customer customer, const CustomerDraft &draft, const CustomerDraft &seen);
/// Of the customer as they are now, what made `after` of `before` is undone, and nothing that somebody else changed.
[[nodiscard]] Customer takenBack(Customer now, const Customer &before, const Customer &after);

} // namespace crema
