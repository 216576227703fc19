// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/customer_rows.h"

#include "models/feed/entity_codec.h"
#include "models/text/fold.h"
#include "sync/store/documents.h"
#include "sync/store/search_words.h"

#include <QSet>

#include <algorithm>

namespace crema::sync {
namespace {

QString wordsOf(const Customer &customer)
{
    QStringList words;
    // Phone numbers are typed with and without blanks, so their digits stand together as one word as well.
    for (const QString &text :
         {customer.name, customer.email, customer.phone, digitsIn(customer.phone), customer.taxId, customer.card})
        words += indexWords(text);
    return indexedWords(words);
}

bool containsAll(const QString &words, const QStringList &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) { return words.contains(word); });
}

} // namespace

void CustomerRows::save(const Customer &customer, const QByteArray &document)
{
    if (customer.isErased()) {
        const auto before = this->customer(customer.id);
        if (!before || !before->isErased())
            m_database.run("open_erasure", {customer.id});
    }
    // Nobody's is empty, and no null.
    const QString card = customer.card.isEmpty() ? QStringLiteral("") : cardKey(customer.card);
    m_database.run("save_customer", {customer.id, searchKey(customer.name), wordsOf(customer),
                                     customer.archived ? 1 : 0, document, card});
}

void CustomerRows::remove(CustomerId id)
{
    m_database.run("delete_customer", {id});
}

std::optional<Customer> CustomerRows::customer(CustomerId id)
{
    Rows rows = m_database.query("read_customer", {id});
    if (!rows.next())
        return std::nullopt;
    return entityOf(rows.bytes(0), &codec::readCustomer);
}

CustomerLookup CustomerRows::lookup()
{
    return [this](CustomerId id) { return customer(id); };
}

std::optional<Customer> CustomerRows::current(CustomerId id)
{
    const std::optional<Customer> known = customer(id);
    return known ? std::optional(rootOf(*known, lookup())) : std::nullopt;
}

QList<Customer> CustomerRows::mergedInto(const Customer &root)
{
    return crema::mergedInto(root, lookup());
}

QList<CustomerId> CustomerRows::idsOf(CustomerId id)
{
    const std::optional<Customer> root = current(id);
    QList<CustomerId> ids = root ? crema::idsOf(*root, lookup()) : QList<CustomerId>();
    if (!ids.contains(id))
        ids.prepend(id);
    return ids;
}

QList<Customer> CustomerRows::find(const QString &text, int limit)
{
    const QStringList wanted = indexWords(text);
    QList<Customer> result;
    QSet<CustomerId> found;
    bool isMixed = false;
    for (const char *query : {"list_customers", "list_archived_customers"}) {
        Rows rows = m_database.query(query);
        while (result.size() < limit && rows.next()) {
            if (!containsAll(rows.text(0), wanted))
                continue;
            const Customer customer = entityOf(rows.bytes(1), &codec::readCustomer);
            if (customer.isErased())
                continue;
            const Customer root = rootOf(customer, lookup());
            if (found.contains(root.id))
                continue;
            found.insert(root.id);
            result.append(root);
            isMixed = isMixed || root.id != customer.id;
        }
    }
    // Who is found by the name of another one stands where their own name does.
    if (isMixed) {
        std::ranges::stable_sort(result, {}, [](const Customer &customer) {
            return std::pair(customer.archived, searchKey(customer.name));
        });
    }
    return result;
}

QList<Customer> CustomerRows::withCard(const QString &card)
{
    QList<Customer> result;
    if (card.isEmpty())
        return result;
    // What was saved before there was a key stands there as it was typed.
    const QString key = cardKey(card);
    const QString number = key.last(std::min<qsizetype>(key.size(), 13));
    Rows rows = m_database.query("list_customers_with_card", {key, card, card.toLower(), number,
                                                              number.last(std::min<qsizetype>(number.size(), 12))});
    while (rows.next()) {
        const Customer customer = entityOf(rows.bytes(0), &codec::readCustomer);
        const Customer root = rootOf(customer, lookup());
        const auto isSame = [&](const Customer &each) { return each.id == root.id; };
        if (!root.isErased() && !root.archived && std::ranges::none_of(result, isSame))
            result.append(root);
    }
    return result;
}

QList<Customer> CustomerRows::after(CustomerId last, int limit)
{
    QList<Customer> result;
    Rows rows = m_database.query("list_customer_documents", {last, limit});
    while (rows.next())
        result.append(entityOf(rows.bytes(1), &codec::readCustomer));
    return result;
}

} // namespace crema::sync
