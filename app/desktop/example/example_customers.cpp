// SPDX-License-Identifier: GPL-3.0-or-later
// The customers of the example shop: as many kinds as a page of them has to show, changed by the rules that hold.
#include "app/desktop/example/example_desk.h"
#include "app/desktop/example/example_shop.h"
#include "models/text/fold.h"

#include <algorithm>

namespace crema::desktop {
namespace {

constexpr UtcTime today(1'795'171'320'000); ///< as StillClock

/// As the store does.
Customer withTimeOfConsent(Customer customer)
{
    if (customer.consent && customer.consent->at == UtcTime())
        customer.consent->at = today;
    return customer;
}

} // namespace

void ExampleDesk::addExampleCustomers()
{
    const auto add = [this](const char *name, const char *email, const char *phone, const char *taxId,
                            const char *notes) {
        Customer customer;
        customer.id = exampleId<CustomerId>(static_cast<int>(m_customers.size()) + 1);
        customer.name = QString::fromUtf8(name);
        customer.email = QString::fromUtf8(email);
        customer.phone = QString::fromUtf8(phone);
        customer.taxId = QString::fromUtf8(taxId);
        customer.notes = QString::fromUtf8(notes);
        m_customers.append(customer);
    };
    add("Jonas Brandt", "jonas@brandt.example", "+49 30 5550123", "", "Extra hot; oat milk when there is some.");
    add("Café Morgen", "einkauf@cafe-morgen.example", "+49 30 5550177", "DE136695976", "Delivers before seven.");
    m_customers.last().consent = Consent{ConsentState::Given, today.plusMs(-86'400'000), ConsentSource::ByPhone};
    m_customers.last().group = QStringLiteral("Cafés");
    add("Lena Vogt", "lena.vogt@post.example", "", "", "");
    add("Studio Nord", "hallo@studio-nord.example", "+49 40 5550110", "DE811193231", "");
    add("María-José Carreño Quiñones", "", "+34 91 5550164", "", "");
    add("Otto Altmann", "otto@altmann.example", "", "", "Moved away in spring.");
    m_customers.last().archived = true;
}

void ExampleDesk::addExampleDuplicate()
{
    Customer again;
    again.id = exampleId<CustomerId>(90);
    again.name = QStringLiteral("J. Brandt");
    again.phone = QStringLiteral("030 5550123");
    again.card = QStringLiteral("2912345678905");
    again.notes = QStringLiteral("Rings twice.");
    m_customers.append(again);
}

QCoro::Task<Result<QList<Customer>>> ExampleDesk::findCustomers(QString text, int limit)
{
    co_await turn();
    QList<Customer> found;
    for (const Customer &customer : std::as_const(m_customers)) {
        const QString words = foldForSearch(customer.name + u' ' + customer.email + u' ' + customer.phone);
        if (!customer.mergedInto && words.contains(foldForSearch(text)))
            found.append(customer);
    }
    std::ranges::sort(found, {}, [](const Customer &customer) { return std::pair(customer.archived, customer.name); });
    co_return found.mid(0, limit);
}

QCoro::Task<Result<Customer>> ExampleDesk::customer(CustomerId id)
{
    co_await turn();
    // Constant, because QCoro 0.8 moves out of what it is given to return.
    const auto found = std::ranges::find(std::as_const(m_customers), id, &Customer::id);
    if (found == m_customers.cend())
        co_return failure(ProblemKind::NotFound, QStringLiteral("customer.unknown"),
                          QStringLiteral("This customer is not known here."));
    const auto known = [this](CustomerId one) -> std::optional<Customer> {
        const auto other = std::ranges::find(std::as_const(m_customers), one, &Customer::id);
        return other == m_customers.cend() ? std::nullopt : std::optional(*other);
    };
    co_return rootOf(*found, known);
}

QCoro::Task<Result<Customer>> ExampleDesk::createCustomer(Customer customer)
{
    co_await turn();
    Result<Customer> made = checkedCustomer(withTimeOfConsent(customer));
    if (!made)
        co_return made;
    made->id = exampleId<CustomerId>(100 + static_cast<int>(m_customers.size()));
    m_customers.append(*made);
    Q_EMIT dataChanged();
    co_return made;
}

QCoro::Task<Result<Customer>> ExampleDesk::editCustomer(Customer before, Customer after)
{
    co_await turn();
    const Result<Customer> changed = checkedCustomer(withTimeOfConsent(after));
    if (!changed)
        co_return changed;
    std::ranges::replace_if(
        m_customers, [&](const Customer &customer) { return customer.id == before.id; }, *changed);
    Q_EMIT dataChanged();
    co_return changed;
}

QCoro::Task<Result<Customer>> ExampleDesk::eraseCustomer(CustomerId id, EraseReason reason)
{
    co_await turn();
    const auto found = std::ranges::find(m_customers, id, &Customer::id);
    if (found == m_customers.end())
        co_return failure(ProblemKind::NotFound, QStringLiteral("customer.unknown"),
                          QStringLiteral("This customer is not known here."));
    const Customer erased = erasedCustomer(id, today);
    *found = erased;
    m_eraseReason = reason;
    Q_EMIT dataChanged();
    co_return erased;
}

QCoro::Task<Result<Customer>> ExampleDesk::mergeCustomers(CustomerId from, CustomerId into)
{
    co_await turn();
    const auto goes = std::ranges::find(m_customers, from, &Customer::id);
    const auto stays = std::ranges::find(m_customers, into, &Customer::id);
    if (goes == m_customers.end() || stays == m_customers.end() || goes == stays)
        co_return failure(ProblemKind::NotFound, QStringLiteral("customer.unknown"),
                          QStringLiteral("This customer is not known here."));
    *stays = filledFrom(*stays, *goes);
    stays->mergedFrom.append(from);
    goes->mergedInto = into;
    const Customer merged = *stays;
    Q_EMIT dataChanged();
    co_return merged;
}

QCoro::Task<Result<Customer>> ExampleDesk::unmergeCustomer(CustomerId id)
{
    co_await turn();
    const auto apart = std::ranges::find(m_customers, id, &Customer::id);
    if (apart == m_customers.end() || !apart->mergedInto)
        co_return failure(ProblemKind::NotFound, QStringLiteral("customer.unknown"),
                          QStringLiteral("This customer is not known here."));
    for (Customer &customer : m_customers)
        customer.mergedFrom.removeAll(id);
    apart->mergedInto.reset();
    const Customer again = *apart;
    Q_EMIT dataChanged();
    co_return again;
}

QCoro::Task<Result<QList<Customer>>> ExampleDesk::customersMergedInto(CustomerId id)
{
    co_await turn();
    QList<Customer> merged;
    for (const Customer &customer : std::as_const(m_customers)) {
        if (customer.mergedInto == id)
            merged.append(customer);
    }
    co_return QList<Customer>(merged);
}

QCoro::Task<Result<QList<LikelyDuplicate>>> ExampleDesk::duplicateCustomers(int limit)
{
    co_await turn();
    co_return likelyDuplicates(m_customers, limit);
}

QCoro::Task<Result<QList<PriceList>>> ExampleDesk::priceLists()
{
    co_await turn();
    PriceList cafes;
    cafes.id = exampleId<PriceListId>(1);
    cafes.name = QStringLiteral("Cafés 2026");
    cafes.customerGroups = {QStringLiteral("Cafés")};
    PriceList friends;
    friends.id = exampleId<PriceListId>(2);
    friends.name = QStringLiteral("Friends of the house");
    friends.onlyByName = true;
    co_return QList<PriceList>{cafes, friends};
}

QCoro::Task<Result<QList<Customer>>> ExampleDesk::customersWithCard(QString card)
{
    co_await turn();
    QList<Customer> found;
    for (const Customer &customer : std::as_const(m_customers)) {
        if (!card.isEmpty() && customer.card == card && !customer.mergedInto)
            found.append(customer);
    }
    co_return QList<Customer>(found);
}

QCoro::Task<Result<QByteArray>> ExampleDesk::exportCustomer(CustomerId id)
{
    co_await turn();
    if (failExport)
        co_return failure(*std::exchange(failExport, std::nullopt));
    co_return QByteArray("{\"customer\":{\"id\":\"") + id.toString().toUtf8() + QByteArray("\"}}");
}

} // namespace crema::desktop
