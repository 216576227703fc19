// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/merge.h"
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
    /// Whoever stays for this one (ADR 067): themselves, or into whom they were merged.
    [[nodiscard]] std::optional<Customer> current(CustomerId id);
    /// As mergedInto() of models/customers/merge.h.
    [[nodiscard]] QList<Customer> mergedInto(const Customer &root);
    /// The ids of whoever stays for this one, and of all who were merged into them; the id itself where nobody is
    /// known.
    [[nodiscard]] QList<CustomerId> idsOf(CustomerId id);
    /// Every word of `text` stands somewhere in name, mail, phone, tax id or card, also of one who was merged into whom
    /// is found; by name, those who are archived last. Who was erased is not found.
    [[nodiscard]] QList<Customer> find(const QString &text, int limit);
    /// Who has this card, or had it before they were merged; in use; by name.
    [[nodiscard]] QList<Customer> withCard(const QString &card);
    /// Those behind `last` in the order of ids, as they are kept; the first ones where it is null.
    [[nodiscard]] QList<Customer> after(CustomerId last, int limit);

private:
    [[nodiscard]] CustomerLookup lookup();

    Database &m_database;
};

} // namespace crema::sync
