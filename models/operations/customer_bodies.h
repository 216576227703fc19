// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/erasure.h"
#include "models/operations/edit.h"
#include "models/operations/operation.h"

namespace crema::body {

/// Of a customer and of a person.
struct CustomerErase {
    EraseReason reason = EraseReason::Requested;

    friend bool operator==(const CustomerErase &, const CustomerErase &) = default;
};

/// The subject turned out to be somebody else (ADR 067).
struct CustomerMerge {
    CustomerId into;    ///< who stays in the lists
    bool moves = false; ///< adjustments come after it that move what the subject has; two merges move it once

    friend bool operator==(const CustomerMerge &, const CustomerMerge &) = default;
};

/// An entity without its id, which is the operation's subject, and without what operations of their own say.
[[nodiscard]] QJsonObject toJson(const Customer &customer);
[[nodiscard]] Result<Customer> readCustomerCreate(const Operation &operation);
[[nodiscard]] const EditableFields &customerFields();
/// The oldest schema of customer.create that says this customer, and of customer.edit that says this edit: the card
/// came with the second.
[[nodiscard]] int schemaOf(const Customer &customer);
[[nodiscard]] int schemaOfCustomerEdit(const Edit &edit);

// Readers answer `operation.malformed` with the fields.
[[nodiscard]] QJsonObject toJson(const CustomerErase &body);
[[nodiscard]] Result<CustomerErase> readCustomerErase(const Operation &operation);
[[nodiscard]] QJsonObject toJson(const CustomerMerge &body);
[[nodiscard]] Result<CustomerMerge> readCustomerMerge(const Operation &operation);

} // namespace crema::body
