// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/customer_rows.h"

#include "models/feed/entity_codec.h"
#include "models/text/fold.h"
#include "sync/store/documents.h"
#include "sync/store/search_words.h"

namespace crema::sync {
namespace {

/// Phone numbers are typed with and without blanks, so their digits stand together as one word as well.
QString digitsOf(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

QString wordsOf(const Customer &customer)
{
    QStringList words;
    for (const QString &text :
         {customer.name, customer.email, customer.phone, digitsOf(customer.phone), customer.taxId})
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
    m_database.run("save_customer",
                   {customer.id, searchKey(customer.name), wordsOf(customer), customer.archived ? 1 : 0, document});
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

QList<Customer> CustomerRows::find(const QString &text, int limit)
{
    const QStringList wanted = indexWords(text);
    QList<Customer> result;
    for (const char *query : {"list_customers", "list_archived_customers"}) {
        Rows rows = m_database.query(query);
        while (result.size() < limit && rows.next()) {
            if (!containsAll(rows.text(0), wanted))
                continue;
            const Customer customer = entityOf(rows.bytes(1), &codec::readCustomer);
            if (!customer.isErased())
                result.append(customer);
        }
    }
    return result;
}

} // namespace crema::sync
