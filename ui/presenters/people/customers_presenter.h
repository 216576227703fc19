// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "ui/presenters/selling/approver_word.h"

#include <QStringList>

namespace crema::presenters {

/// A customer, and their points as this device knows them.
struct CustomerPoints {
    Customer customer;
    sync::PointsView points;
};

/// Customers as look-ups and edits need them. The client outlives it.
class CustomersPresenter
{
public:
    explicit CustomersPresenter(sync::Client &client) : m_client(client) {}

    /// Those in use; at most 1,000.
    [[nodiscard]] QCoro::Task<Result<QList<Customer>>> find(QString text, std::int64_t limit) const;
    /// By id, or by words that fit one customer in use. Errors: `customer.unknown`, `customer.ambiguous`.
    [[nodiscard]] QCoro::Task<Result<Customer>> byWords(QString words) const;
    /// Errors: `customer.rules`.
    [[nodiscard]] QCoro::Task<Result<Customer>> create(Customer customer) const;
    /// Changes like `email=a@b.example`; fields: name, email, phone, tax_id, notes, card, archived, marketing.
    /// Errors: `change.unreadable`, `change.unknown_field`, `change.value`, `customer.rules`.
    [[nodiscard]] QCoro::Task<Result<Customer>> edit(QString words, QStringList changes) const;
    /// For good; by id alone, since words may fit another one tomorrow. Errors: `customer.unknown`, `customer.id`.
    [[nodiscard]] QCoro::Task<Result<Customer>> erase(QString id, EraseReason reason) const;
    /// Makes one of two; both by id. Gives who stays. Errors: `customer.unknown`, `customer.id`, those of
    /// Client::mergeCustomers().
    [[nodiscard]] QCoro::Task<Result<Customer>> merge(QString from, QString into,
                                                      std::optional<ApproverWord> approver) const;
    /// Two again. Errors: as above, `customer.not_merged`.
    [[nodiscard]] QCoro::Task<Result<Customer>> unmerge(QString id, std::optional<ApproverWord> approver) const;
    /// Who was merged into them. Errors: `customer.unknown`, `customer.ambiguous`.
    [[nodiscard]] QCoro::Task<Result<QList<Customer>>> mergedInto(CustomerId id) const;
    /// Pairs who may be one, the likeliest first.
    [[nodiscard]] QCoro::Task<Result<QList<LikelyDuplicate>>> duplicates(std::int64_t limit) const;
    /// As erase(), without doing it.
    [[nodiscard]] QCoro::Task<Result<Customer>> byId(QString id) const;
    /// Everything that the platform knows of them, as JSON. Errors: `customer.id`, those of Client::exportCustomer().
    [[nodiscard]] QCoro::Task<Result<QByteArray>> exported(QString id) const;

    /// What they have, with what it is worth here. Errors: `customer.unknown`, `customer.ambiguous`.
    [[nodiscard]] QCoro::Task<Result<CustomerPoints>> points(QString words) const;
    /// Adds to it or takes some away. Errors: as above, and those of Client::adjustPoints().
    [[nodiscard]] QCoro::Task<Result<CustomerPoints>> adjustPoints(QString words, std::int64_t points, QString reason,
                                                                   std::optional<ApproverWord> approver) const;

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
