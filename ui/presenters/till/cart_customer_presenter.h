// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_presenter.h"

#include <QHash>
#include <QPointer>

#include <stop_token>

namespace crema {

/// Somebody who may be the customer of the open sale.
struct CartCustomerRow {
    QString name;
    QString aboutText; ///< e-mail or phone, so that two of one name are told apart; may be empty

    bool operator==(const CartCustomerRow &) const = default;
};

/// Who the open sale is for: found by words, made on the spot, also without a network, and taken off again. Desk and
/// till outlive it.
class CartCustomerPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxRows = 20;

    CartCustomerPresenter(ShopDesk &desk, TillPresenter &till, QObject *parent = nullptr);
    ~CartCustomerPresenter() override;

    /// Begins with everybody, by name.
    void arrive();
    /// Forgets what was found and typed: nobody reads it there later.
    void leave();

    /// Who it is for now; empty: nobody in particular.
    [[nodiscard]] QString attachedName() const;
    /// A part of a name, an address or a number.
    void setSearchText(const QString &text);
    [[nodiscard]] const QString &searchText() const { return m_text; }
    [[nodiscard]] const QList<CartCustomerRow> &rows() const { return m_rows; }
    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// Why nothing is found, or why somebody was not made.
    [[nodiscard]] const QString &problemText() const { return m_problem; }

    void attach(int row);
    /// The sale is for nobody in particular again.
    void detach();

    [[nodiscard]] bool mayCreate() const { return m_desk.state().may(Permission::CustomersEdit); }
    /// A name has to be typed for somebody new; begins with what was looked for.
    [[nodiscard]] bool isCreating() const { return m_isCreating; }
    void beginNew();
    void stopNew();
    /// Makes them and attaches them; the fields may be empty but for the name.
    void create(const QString &name, const QString &email, const QString &phone);
    /// What is wrong with a field: name, email, phone.
    [[nodiscard]] QString fieldProblem(const QString &field) const { return m_fieldProblems.value(field); }
    /// Why they were not made, where no field is to blame; else empty.
    [[nodiscard]] const QString &makingProblem() const { return m_makingProblem; }

Q_SIGNALS:
    void changed();
    /// The customer of the sale is decided upon.
    void chosen();

private:
    using Self = QPointer<CartCustomerPresenter>;

    void forgetProblems();
    void setCustomer(const std::optional<TillCustomer> &customer, const QString &said);
    static QCoro::Task<> find(Self self, std::stop_token stop, QString text);
    static QCoro::Task<> make(Self self, std::stop_token stop, Customer customer);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    std::stop_source m_stop;
    QString m_text;
    QList<Customer> m_found;
    QList<CartCustomerRow> m_rows;
    QString m_problem;
    QHash<QString, QString> m_fieldProblems;
    QString m_makingProblem;
    bool m_isReading = false;
    bool m_isCreating = false;
    bool m_isMaking = false;
};

} // namespace crema
