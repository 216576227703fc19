// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/customer.h"

namespace crema {

/// Why a person is erased: one of a list and never words, which could name the person again (ADR 041).
enum class EraseReason {
    Requested, ///< they asked for it (GDPR art. 17)
    NotNeeded, ///< what was known is not needed any more
};

[[nodiscard]] QString eraseReasonText(EraseReason reason);
[[nodiscard]] std::optional<EraseReason> eraseReasonFromText(QStringView text);

/// What stays of a customer: that there was one, and since when nothing is known of them.
[[nodiscard]] Customer erasedCustomer(CustomerId id, UtcTime at);

} // namespace crema
