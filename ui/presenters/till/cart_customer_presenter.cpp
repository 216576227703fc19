// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/cart_customer_presenter.h"

namespace crema {

CartCustomerPresenter::CartCustomerPresenter(ShopDesk &desk, TillPresenter &till, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till)
{}

CartCustomerPresenter::~CartCustomerPresenter()
{
    m_stop.request_stop();
}

void CartCustomerPresenter::arrive()
{
    m_isCreating = false;
    forgetProblems();
    setSearchText({});
}

void CartCustomerPresenter::leave()
{
    m_stop.request_stop();
    m_stop = {};
    m_text.clear();
    m_found.clear();
    m_rows.clear();
    m_problem.clear();
    forgetProblems();
    m_isReading = m_isCreating = m_isMaking = false;
}

QString CartCustomerPresenter::attachedName() const
{
    const std::optional<TillCustomer> &customer = m_till.sale().cart().customer;
    return customer ? customer->name : QString();
}

void CartCustomerPresenter::setSearchText(const QString &text)
{
    m_stop.request_stop(); // the answer to fewer letters is of no use any more
    m_stop = {};
    m_text = text;
    m_isReading = true;
    find(this, m_stop.get_token(), text.trimmed());
    Q_EMIT changed();
}

QCoro::Task<> CartCustomerPresenter::find(Self self, std::stop_token stop, QString text)
{
    const Result<QList<Customer>> found = co_await self->m_desk.findCustomers(text, 2 * maxRows);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    self->m_found.clear();
    self->m_rows.clear();
    self->m_problem.clear();
    if (!found) {
        self->m_problem = found.error().message;
    } else {
        for (const Customer &customer : *found) {
            if (customer.archived || customer.isErased() || self->m_found.size() == maxRows)
                continue;
            self->m_found.append(customer);
            self->m_rows.append({customer.name, customer.email.isEmpty() ? customer.phone : customer.email});
        }
        if (self->m_rows.isEmpty())
            self->m_problem =
                text.isEmpty() ? tr("There are no customers yet.") : tr("No customer fits “%1”.").arg(text);
    }
    Q_EMIT self->changed();
}

void CartCustomerPresenter::setCustomer(const std::optional<TillCustomer> &customer, const QString &said)
{
    // Said first: what follows the cart may have more to say of them.
    m_till.changeCart([&](TillSale &sale) {
        const bool isAnother = sale.setCustomer(customer);
        if (isAnother)
            m_till.say(Tone::Ok, said);
        return isAnother;
    });
    Q_EMIT chosen();
}

void CartCustomerPresenter::attach(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    const Customer customer = m_found.at(row);
    setCustomer(TillCustomer::of(customer), tr("The sale is for %1.").arg(customer.name));
}

void CartCustomerPresenter::detach()
{
    setCustomer(std::nullopt, tr("The sale is for nobody in particular."));
}

void CartCustomerPresenter::beginNew()
{
    if (!mayCreate())
        return;
    m_isCreating = true;
    Q_EMIT changed();
}

void CartCustomerPresenter::stopNew()
{
    m_isCreating = false;
    forgetProblems();
    Q_EMIT changed();
}

void CartCustomerPresenter::forgetProblems()
{
    m_fieldProblems.clear();
    m_makingProblem.clear();
}

void CartCustomerPresenter::create(const QString &name, const QString &email, const QString &phone)
{
    if (!m_isCreating || m_isMaking)
        return;
    Customer customer;
    customer.name = name.simplified();
    customer.email = email.trimmed();
    customer.phone = phone.trimmed();
    m_isMaking = true;
    make(this, m_stop.get_token(), customer);
}

QCoro::Task<> CartCustomerPresenter::make(Self self, std::stop_token stop, Customer customer)
{
    const Result<Customer> made = co_await self->m_desk.createCustomer(customer);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isMaking = false;
    self->forgetProblems();
    if (!made) {
        for (const FieldProblem &field : made.error().fields)
            self->m_fieldProblems.insert(field.field, field.message);
        self->m_problem = made.error().message;
        if (made.error().fields.isEmpty())
            self->m_makingProblem = QString(made.error().message + QLatin1Char(' ') + made.error().hint).trimmed();
        Q_EMIT self->changed();
        co_return;
    }
    self->setCustomer(TillCustomer::of(*made), tr("%1 is kept, and the sale is for them.").arg(made->name));
}

} // namespace crema
