// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/customers/merge.h"

#include "models/base/enum_names.h"
#include "models/text/fold.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::CustomerMerge)
};

constexpr std::array likenessNames{
    EnumName<Likeness>{Likeness::Card, u"card"},   EnumName<Likeness>{Likeness::TaxId, u"tax_id"},
    EnumName<Likeness>{Likeness::Email, u"email"}, EnumName<Likeness>{Likeness::Phone, u"phone"},
    EnumName<Likeness>{Likeness::Name, u"name"},
};

// Somebody is merged two or three times; what was put together on many devices at once ends here.
constexpr int deepest = 64;
constexpr qsizetype fewestDigits = 6;

void visit(const Customer &customer, const CustomerLookup &known, int depth, QSet<CustomerId> &seen,
           QList<CustomerId> &ids, QList<Customer> &all)
{
    for (const CustomerId &id : customer.mergedFrom) {
        if (depth >= deepest || seen.contains(id))
            continue;
        seen.insert(id);
        ids.append(id);
        const std::optional<Customer> member = known(id);
        if (!member || member->isErased())
            continue;
        all.append(*member);
        visit(*member, known, depth + 1, seen, ids, all);
    }
}

/// What two have to have in common; empty where it says nothing.
QString keyOf(const Customer &customer, Likeness likeness)
{
    switch (likeness) {
    case Likeness::Card: return cardKey(customer.card);
    case Likeness::TaxId: return foldForSearch(customer.taxId).remove(u' ');
    case Likeness::Email: return customer.email.trimmed().toCaseFolded();
    case Likeness::Phone: {
        // "+49 40 123456" and "040 123456" are one number: what stands before its last eight digits says from where.
        const QString digits = digitsIn(customer.phone);
        return digits.size() < fewestDigits ? QString() : digits.last(std::min<qsizetype>(digits.size(), 8));
    }
    case Likeness::Name: break;
    }
    const QString name = foldForSearch(customer.name);
    return name.contains(u' ') ? name : QString();
}

} // namespace

QString likenessText(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Card: return Texts::tr("The same card");
    case Likeness::TaxId: return Texts::tr("The same tax number");
    case Likeness::Email: return Texts::tr("The same e-mail address");
    case Likeness::Phone: return Texts::tr("The same phone number");
    case Likeness::Name: break;
    }
    return Texts::tr("The same name");
}

QString likenessName(Likeness likeness)
{
    return enumText(likenessNames, likeness);
}

Customer rootOf(Customer customer, const CustomerLookup &known)
{
    for (int i = 0; i < deepest && customer.mergedInto; ++i) {
        const std::optional<Customer> next = known(*customer.mergedInto);
        if (!next || next->isErased())
            break;
        customer = *next;
    }
    return customer;
}

QList<Customer> mergedInto(const Customer &root, const CustomerLookup &known)
{
    QSet<CustomerId> seen{root.id};
    QList<CustomerId> ids;
    QList<Customer> all;
    visit(root, known, 0, seen, ids, all);
    return all;
}

QList<CustomerId> idsOf(const Customer &root, const CustomerLookup &known)
{
    QSet<CustomerId> seen{root.id};
    QList<CustomerId> ids{root.id};
    QList<Customer> all;
    visit(root, known, 0, seen, ids, all);
    return ids;
}

Customer filledFrom(Customer into, const Customer &from)
{
    for (QString Customer::*const field :
         {&Customer::email, &Customer::phone, &Customer::taxId, &Customer::notes, &Customer::card}) {
        if ((into.*field).isEmpty())
            into.*field = from.*field;
    }
    const bool saidNo = from.consent && from.consent->state == ConsentState::Withdrawn;
    if (from.consent && (!into.consent || saidNo))
        into.consent = from.consent;
    return into;
}

QList<LikelyDuplicate> likelyDuplicates(const QList<Customer> &customers, int limit)
{
    QList<const Customer *> all;
    for (const Customer &customer : customers) {
        if (!customer.archived && !customer.isErased() && !customer.mergedInto)
            all.append(&customer);
    }
    std::ranges::sort(all, [](const Customer *a, const Customer *b) { return a->id < b->id; });
    QList<LikelyDuplicate> found;
    QSet<CustomerId> paired;
    for (const Likeness likeness :
         {Likeness::Card, Likeness::TaxId, Likeness::Email, Likeness::Phone, Likeness::Name}) {
        QHash<QString, const Customer *> firsts;
        const qsizetype before = found.size();
        for (const Customer *customer : std::as_const(all)) {
            const QString key = keyOf(*customer, likeness);
            if (key.isEmpty())
                continue;
            const Customer *const first = firsts.value(key);
            if (!first) {
                firsts.insert(key, customer);
            } else if (!paired.contains(customer->id)) {
                paired.insert(customer->id);
                found.append({*first, *customer, likeness});
            }
        }
        std::stable_sort(found.begin() + before, found.end(), [](const LikelyDuplicate &a, const LikelyDuplicate &b) {
            return naturalLess(a.second.name, b.second.name);
        });
        if (found.size() >= limit)
            break;
    }
    return found.first(std::min<qsizetype>(found.size(), limit));
}

} // namespace crema
