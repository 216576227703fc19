// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/customer_merge_presenter.h"

namespace crema {
namespace {

QString reachText(const Customer &customer)
{
    QStringList about{customer.email, customer.phone, customer.taxId};
    about.removeAll(QString());
    return about.isEmpty() ? customer.notes.simplified() : about.join(QStringLiteral(" · "));
}

} // namespace

CustomerMergePresenter::CustomerMergePresenter(ShopDesk &desk, QObject *parent) : QObject(parent), m_desk(desk) {}

CustomerMergePresenter::~CustomerMergePresenter()
{
    m_stop.request_stop();
}

QString CustomerMergePresenter::consequenceText()
{
    return tr("Who stays takes over what only the other one has: address, phone, tax number, card, notes, points and "
              "store credit. Price list and group stay as they are. The sales of both show together.");
}

MergeSide CustomerMergePresenter::sideOf(const Customer &customer)
{
    MergeSide side{customer.name, {}};
    const auto add = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            side.aboutTexts.append(label.arg(value));
    };
    add(QStringLiteral("%1"), customer.email);
    add(QStringLiteral("%1"), customer.phone);
    add(tr("Tax number %1"), customer.taxId);
    add(tr("Card %1", "of a customer"), customer.card);
    add(QStringLiteral("%1"), customer.notes.simplified());
    return side;
}

void CustomerMergePresenter::begin(const QString &id)
{
    m_stop.request_stop();
    m_stop = {};
    m_stays.reset();
    m_goes.reset();
    m_text.clear();
    ++m_choice;
    m_beganWithPairs = id.isEmpty();
    const auto known = CustomerId::fromString(id);
    if (!known) {
        show(Step::Pairs);
        return;
    }
    m_step = Step::Search;
    m_rows.clear();
    m_problem.clear();
    m_isReading = true;
    start(this, m_stop.get_token(), *known);
    Q_EMIT changed();
}

QCoro::Task<> CustomerMergePresenter::start(Self self, std::stop_token stop, CustomerId id)
{
    const Result<Customer> customer = co_await self->m_desk.customer(id);
    if (stop.stop_requested() || !self)
        co_return;
    if (!customer) {
        self->report(customer.error());
        co_return;
    }
    self->m_stays = *customer;
    self->show(Step::Search);
}

void CustomerMergePresenter::show(Step step)
{
    m_step = step;
    m_rows.clear();
    m_problem.clear();
    if (step != Step::Compare)
        readRows();
    Q_EMIT changed();
}

void CustomerMergePresenter::readRows()
{
    m_stop.request_stop(); // the answer to fewer letters is of no use any more
    m_stop = {};
    m_isReading = true;
    // Before anything is typed those are offered who are likely the same.
    if (m_step == Step::Pairs || m_text.trimmed().isEmpty())
        readPairs(this, m_stop.get_token());
    else
        readOthers(this, m_stop.get_token(), m_text.trimmed());
}

QCoro::Task<> CustomerMergePresenter::readPairs(Self self, std::stop_token stop)
{
    const bool isOfOne = self->m_step == Step::Search;
    const Result<QList<LikelyDuplicate>> found = co_await self->m_desk.duplicateCustomers(isOfOne ? 10'000 : mostRows);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    self->m_rows.clear();
    self->m_pairs.clear();
    self->m_others.clear();
    self->m_problem.clear();
    if (!found) {
        self->report(found.error());
        co_return;
    }
    for (const LikelyDuplicate &pair : *found) {
        const QString why = likenessText(pair.likeness);
        if (!isOfOne) {
            self->m_pairs.append(pair);
            self->m_rows.append({tr("%1 and %2", "two customers").arg(pair.first.name, pair.second.name), why});
            continue;
        }
        const CustomerId stays = self->m_stays->id;
        if (pair.first.id != stays && pair.second.id != stays)
            continue;
        const Customer &other = pair.first.id == stays ? pair.second : pair.first;
        self->m_others.append(other);
        self->m_rows.append({other.name, why});
    }
    if (self->m_rows.isEmpty())
        self->m_problem = isOfOne ? tr("Nobody looks like the same one. Search for the other one by a part of a name, "
                                       "an address or a number.")
                                  : tr("Nobody seems to be here twice.");
    Q_EMIT self->changed();
}

QCoro::Task<> CustomerMergePresenter::readOthers(Self self, std::stop_token stop, QString text)
{
    const Result<QList<Customer>> found = co_await self->m_desk.findCustomers(text, mostRows + 1);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    self->m_rows.clear();
    self->m_others.clear();
    self->m_problem.clear();
    if (!found) {
        self->report(found.error());
        co_return;
    }
    for (const Customer &customer : *found) {
        if (customer.id == self->m_stays->id || customer.isErased() || self->m_others.size() == mostRows)
            continue;
        self->m_others.append(customer);
        self->m_rows.append({customer.name, reachText(customer)});
    }
    if (self->m_rows.isEmpty())
        self->m_problem = tr("No other customer fits “%1”.").arg(text);
    Q_EMIT self->changed();
}

void CustomerMergePresenter::setSearchText(const QString &text)
{
    if (m_step != Step::Search || !m_stays || m_text == text)
        return;
    m_text = text;
    readRows();
    Q_EMIT changed();
}

void CustomerMergePresenter::choose(int row)
{
    if (row < 0 || row >= m_rows.size() || m_step == Step::Compare)
        return;
    if (m_step == Step::Pairs) {
        m_stays = m_pairs.at(row).first;
        m_goes = m_pairs.at(row).second;
    } else {
        m_goes = m_others.at(row);
    }
    show(Step::Compare);
}

void CustomerMergePresenter::goBack()
{
    if (m_step != Step::Compare || m_isWorking)
        return;
    m_goes.reset();
    if (m_beganWithPairs)
        m_stays.reset();
    show(m_beganWithPairs ? Step::Pairs : Step::Search);
}

void CustomerMergePresenter::swap()
{
    if (m_step != Step::Compare || m_isWorking)
        return;
    std::swap(m_stays, m_goes);
    m_problem.clear();
    Q_EMIT changed();
}

void CustomerMergePresenter::report(const Problem &problem)
{
    m_isReading = false;
    m_problem = problem.hint.isEmpty() ? problem.message : problem.message + u' ' + problem.hint;
    Q_EMIT changed();
}

void CustomerMergePresenter::merge()
{
    if (m_step != Step::Compare || !m_stays || !m_goes || std::exchange(m_isWorking, true))
        return;
    m_problem.clear();
    run(this, *m_goes, *m_stays, m_choice);
}

QCoro::Task<> CustomerMergePresenter::run(Self self, Customer goes, Customer stays, int choice)
{
    const Result<Customer> customer = co_await self->m_desk.mergeCustomers(goes.id, stays.id);
    if (!self)
        co_return;
    self->m_isWorking = false;
    // Somebody began anew meanwhile: what they chose stays.
    const bool isHere = choice == self->m_choice;
    if (!customer) {
        if (isHere)
            self->report(customer.error());
        co_return;
    }
    if (isHere) {
        // Whoever looks for duplicates goes on with the next pair.
        self->m_goes.reset();
        self->m_stays.reset();
        if (self->m_beganWithPairs)
            self->show(Step::Pairs);
    }
    Q_EMIT self->merged({goes.id, stays, *customer},
                        tr("%1 and %2 are one customer now.").arg(goes.name, customer->name));
}

void CustomerMergePresenter::unmerge(const QString &id)
{
    const auto known = CustomerId::fromString(id);
    if (!known || std::exchange(m_isWorking, true))
        return;
    m_problem.clear();
    part(this, *known);
}

void CustomerMergePresenter::takeOver(const QString &id, const QString &stays)
{
    const auto goes = CustomerId::fromString(id);
    const auto into = CustomerId::fromString(stays);
    if (!goes || !into || std::exchange(m_isWorking, true))
        return;
    move(this, *goes, *into);
}

QCoro::Task<> CustomerMergePresenter::move(Self self, CustomerId goes, CustomerId stays)
{
    const Result<Customer> customer = co_await self->m_desk.mergeCustomers(goes, stays);
    if (!self)
        co_return;
    self->m_isWorking = false;
    if (customer)
        Q_EMIT self->tookOver(
            tr("%1 has all of it now.", "a customer, of points and store credit").arg(customer->name));
    else
        Q_EMIT self->notDone(customer.error());
}

QCoro::Task<> CustomerMergePresenter::part(Self self, CustomerId id)
{
    const Result<Customer> customer = co_await self->m_desk.unmergeCustomer(id);
    if (!self)
        co_return;
    self->m_isWorking = false;
    if (!customer) {
        Q_EMIT self->notDone(customer.error());
        co_return;
    }
    Q_EMIT self->parted(id,
                        tr("%1 is a customer of their own again. What was taken over stays where it is: look at the "
                           "fields, points and store credit of both.")
                            .arg(customer->name));
}

} // namespace crema
