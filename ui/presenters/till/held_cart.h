// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/tender_list.h"
#include "ui/presenters/till/till_sale.h"

namespace crema {

/// An open cart and its number; the number changes with each sale, so that late answers never reach another one.
struct HeldCart {
    TillSale sale;
    std::uint64_t number = 0;
    TenderList tenders; ///< what is paid of it already
};

} // namespace crema
