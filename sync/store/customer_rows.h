// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/customer.h"
#include "sync/store/database.h"

namespace crema::sync {

/// The rows of customers. Failures are thrown as StorageFailure.
class CustomerRows
{
public:
    explicit CustomerRows(Database &database) : m_database(database) {}

    void save(const Customer &customer, const QByteArray &document);
    void remove(CustomerId id);
    [[nodiscard]] std::optional<Customer> customer(CustomerId id);
    /// Every word of `text` stands somewhere in name, mail, phone or tax id; by name, those who are archived last. Who
    /// was erased is not found.
    [[nodiscard]] QList<Customer> find(const QString &text, int limit);

private:
    Database &m_database;
};

} // namespace crema::sync
