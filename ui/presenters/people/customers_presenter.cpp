// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/customers_presenter.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::CustomersPresenter)
};

struct TextField {
    QString name;
    QString Customer::*member;
};

const QList<TextField> &textFields()
{
    static const QList<TextField> fields{{u"name"_s, &Customer::name},   {u"email"_s, &Customer::email},
                                         {u"phone"_s, &Customer::phone}, {u"tax_id"_s, &Customer::taxId},
                                         {u"notes"_s, &Customer::notes}, {u"group"_s, &Customer::group},
                                         {u"card"_s, &Customer::card}};
    return fields;
}

tl::unexpected<Problem> unknownField(const QString &name)
{
    QStringList names;
    for (const TextField &field : textFields())
        names.append(field.name);
    names.append(u"archived"_s);
    names.append(u"marketing"_s);
    names.append(u"price_list"_s);
    return failure(ProblemKind::Invalid, u"change.unknown_field"_s,
                   Texts::tr("A customer has no field \"%1\" to change.").arg(name),
                   Texts::tr("It has: %1.").arg(names.join(u", "_s)));
}

Result<void> applyConsent(Customer &customer, const QString &value)
{
    const QStringList parts = value.split(u':');
    const auto state = consentStateFromText(parts.first());
    const auto source = parts.size() > 1 ? consentSourceFromText(parts.at(1)) : std::optional(ConsentSource::InPerson);
    if (parts.size() > 2 || !source || (!state && value != u"unknown"))
        return failure(ProblemKind::Invalid, u"change.value"_s,
                       Texts::tr("marketing is given, withdrawn or unknown, not \"%1\".").arg(value),
                       Texts::tr("Write marketing=given, or how they said so as well: marketing=given:by_phone."));
    const bool isSaid = customer.consent && customer.consent->state == state;
    if (!state)
        customer.consent.reset();
    else if (!isSaid || (parts.size() > 1 && customer.consent->source != *source))
        customer.consent = Consent{*state, {}, *source};
    return {};
}

/// An own price list by its id; empty: none.
Result<void> applyPriceList(Customer &customer, const QString &value)
{
    const auto list = PriceListId::fromString(value);
    if (!list && !value.isEmpty())
        return failure(ProblemKind::Invalid, u"change.value"_s,
                       Texts::tr("\"%1\" is not the id of a price list.").arg(value),
                       Texts::tr("Run \"crema price list\" to see them."));
    customer.priceList = list;
    return {};
}

Result<void> applyChange(Customer &customer, const QString &change)
{
    const qsizetype equals = change.indexOf(u'=');
    if (equals < 1)
        return failure(ProblemKind::Invalid, u"change.unreadable"_s, Texts::tr("\"%1\" is not a change.").arg(change),
                       Texts::tr("Write FIELD=VALUE, for example phone=0123456."));
    const QString name = change.left(equals).trimmed().toLower().replace(u'-', u'_');
    const QString value = change.mid(equals + 1).trimmed();
    for (const TextField &field : textFields()) {
        if (field.name == name) {
            customer.*field.member = value;
            return {};
        }
    }
    if (name == u"price_list")
        return applyPriceList(customer, value);
    if (name == u"marketing")
        return applyConsent(customer, value);
    if (name != u"archived")
        return unknownField(name);
    if (value != u"yes" && value != u"no")
        return failure(ProblemKind::Invalid, u"change.value"_s,
                       Texts::tr("archived is yes or no, not \"%1\".").arg(value), Texts::tr("Write archived=yes."));
    customer.archived = value == u"yes";
    return {};
}

Result<CustomerId> customerIdOf(const QString &text)
{
    if (const std::optional<CustomerId> id = CustomerId::fromString(text))
        return *id;
    return failure(ProblemKind::Invalid, u"customer.id"_s, Texts::tr("\"%1\" is not the id of a customer.").arg(text),
                   Texts::tr("Run \"crema customer list\": the id stands in the last column."));
}

} // namespace

QCoro::Task<Result<QList<Customer>>> CustomersPresenter::find(QString text, std::int64_t limit) const
{
    sync::Client &client = m_client;
    Result<QList<Customer>> found =
        co_await client.findCustomers(text, static_cast<int>(std::min<std::int64_t>(limit, 1000)));
    if (found)
        found->removeIf([](const Customer &customer) { return customer.archived; });
    co_return found;
}

QCoro::Task<Result<Customer>> CustomersPresenter::byWords(QString words) const
{
    if (const std::optional<CustomerId> id = CustomerId::fromString(words))
        co_return co_await m_client.customer(*id);
    const Result<QList<Customer>> found = co_await find(words, 2);
    if (!found)
        co_return failure(found.error());
    if (found->isEmpty())
        co_return failure(ProblemKind::NotFound, u"customer.unknown"_s,
                          Texts::tr("No customer fits \"%1\".").arg(words),
                          Texts::tr("Run \"crema customer list --filter TEXT\" to look for one."));
    if (found->size() > 1)
        co_return failure(ProblemKind::Invalid, u"customer.ambiguous"_s,
                          Texts::tr("More than one customer fits \"%1\".").arg(words),
                          Texts::tr("Write more of the name, or the id from \"crema customer list\"."));
    co_return found->first();
}

QCoro::Task<Result<Customer>> CustomersPresenter::byId(QString id) const
{
    sync::Client &client = m_client;
    const Result<CustomerId> known = customerIdOf(id);
    if (!known)
        co_return failure(known.error());
    co_return co_await client.customer(*known);
}

QCoro::Task<Result<Customer>> CustomersPresenter::erase(QString id, EraseReason reason) const
{
    sync::Client &client = m_client;
    const Result<CustomerId> known = customerIdOf(id);
    if (!known)
        co_return failure(known.error());
    co_return co_await client.eraseCustomer(*known, reason);
}

QCoro::Task<Result<Customer>> CustomersPresenter::merge(QString from, QString into,
                                                        std::optional<ApproverWord> approver) const
{
    sync::Client &client = m_client;
    const Result<CustomerId> goes = customerIdOf(from);
    if (!goes)
        co_return failure(goes.error());
    const Result<CustomerId> stays = customerIdOf(into);
    if (!stays)
        co_return failure(stays.error());
    GivenApproval given(client, std::move(approver));
    auto merging = given.of([&] { return client.mergeCustomers(*goes, *stays); });
    co_return given.told(co_await merging);
}

QCoro::Task<Result<Customer>> CustomersPresenter::unmerge(QString id, std::optional<ApproverWord> approver) const
{
    sync::Client &client = m_client;
    const Result<CustomerId> known = customerIdOf(id);
    if (!known)
        co_return failure(known.error());
    GivenApproval given(client, std::move(approver));
    auto parting = given.of([&] { return client.unmergeCustomer(*known); });
    co_return given.told(co_await parting);
}

QCoro::Task<Result<QList<Customer>>> CustomersPresenter::mergedInto(CustomerId id) const
{
    return m_client.customersMergedInto(id);
}

QCoro::Task<Result<QList<LikelyDuplicate>>> CustomersPresenter::duplicates(std::int64_t limit) const
{
    return m_client.duplicateCustomers(static_cast<int>(std::min<std::int64_t>(limit, 1000)));
}

QCoro::Task<Result<QByteArray>> CustomersPresenter::exported(QString id) const
{
    sync::Client &client = m_client;
    const Result<CustomerId> known = customerIdOf(id);
    if (!known)
        co_return failure(known.error());
    co_return co_await client.exportCustomer(*known);
}

QCoro::Task<Result<Customer>> CustomersPresenter::create(Customer customer) const
{
    sync::Client &client = m_client;
    const Result<Customer> checked = checkedCustomer(customer);
    if (!checked)
        co_return failure(checked.error());
    co_return co_await client.createCustomer(*checked);
}

QCoro::Task<Result<Customer>> CustomersPresenter::edit(QString words, QStringList changes) const
{
    sync::Client &client = m_client;
    const Result<Customer> before = co_await byWords(words);
    if (!before)
        co_return failure(before.error());
    Customer after = *before;
    for (const QString &change : changes) {
        if (const Result<void> applied = applyChange(after, change); !applied)
            co_return failure(applied.error());
    }
    const Result<Customer> checked = checkedCustomer(after);
    if (!checked)
        co_return failure(checked.error());
    if (*checked == *before)
        co_return *before;
    co_return co_await client.editCustomer(*before, *checked);
}

QCoro::Task<Result<CustomerPoints>> CustomersPresenter::points(QString words) const
{
    sync::Client &client = m_client;
    const Result<Customer> customer = co_await CustomersPresenter(client).byWords(words);
    if (!customer)
        co_return failure(customer.error());
    const Result<sync::PointsView> points = co_await client.points(customer->id);
    if (!points)
        co_return failure(points.error());
    co_return CustomerPoints{*customer, *points};
}

QCoro::Task<Result<CustomerPoints>> CustomersPresenter::adjustPoints(QString words, std::int64_t points, QString reason,
                                                                     std::optional<ApproverWord> approver) const
{
    sync::Client &client = m_client;
    const Result<Customer> customer = co_await CustomersPresenter(client).byWords(words);
    if (!customer)
        co_return failure(customer.error());
    GivenApproval given(client, std::move(approver));
    auto adjusting = given.of([&] { return client.adjustPoints(customer->id, points, reason); });
    const Result<sync::PointsView> adjusted = given.told(co_await adjusting);
    if (!adjusted)
        co_return failure(adjusted.error());
    co_return CustomerPoints{*customer, *adjusted};
}

} // namespace crema::presenters
