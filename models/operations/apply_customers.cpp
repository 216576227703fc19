// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_customers.h"

#include "models/customers/merge.h"
#include "models/operations/apply_edit.h"
#include "models/operations/bodies.h"
#include "models/operations/customer_bodies.h"
#include "models/operations/refusals.h"

#include <QCoreApplication>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Operation)
};

Problem otherIsGone()
{
    return {ProblemKind::NotFound,
            QStringLiteral("customer.unknown"),
            Texts::tr("The customer who should stay is not there, or not any more."),
            Texts::tr("Look them up again."),
            {}};
}

Problem isAnotherAlready()
{
    return {ProblemKind::Conflict,
            QStringLiteral("customer.merged"),
            Texts::tr("This customer was merged into another one already."),
            Texts::tr("Merge that one, or take the two apart first."),
            {}};
}

Problem areOneAlready()
{
    return {ProblemKind::Conflict,
            QStringLiteral("customer.same"),
            Texts::tr("These two are one customer already; their points and store credit were moved by somebody else."),
            Texts::tr("Set it aside: nothing is left to do."),
            {}};
}

} // namespace

Effect applyCustomerCreate(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<Customer> body = body::readCustomerCreate(operation);
    if (!body)
        return unreadableFor(body.error());
    const std::optional<Customer> current = aggregates.customer(body->id);
    if (current && current->isErased())
        return {}; // whoever was erased does not come back
    const Result<Customer> customer = checkedCustomer(*body);
    if (!customer)
        return refusedFor(customer.error());
    if (current)
        return subjectIsThere();
    aggregates.save(*customer);
    return {};
}

Effect applyCustomerEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const std::optional<Customer> current = aggregates.customer(CustomerId(operation.subject.id));
    if (current && current->isErased())
        return {};
    return applyEdit<Customer>(operation, aggregates, mode, current, body::customerFields(), &codec::readCustomer,
                               &checkedCustomer);
}

Effect applyCustomerErase(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    if (const Result<body::CustomerErase> body = body::readCustomerErase(operation); !body)
        return unreadableFor(body.error());
    const CustomerId id(operation.subject.id);
    const std::optional<Customer> current = aggregates.customer(id);
    // Also of one who was never made: an operation that makes them may wait, or come later.
    if (!current || !current->isErased())
        aggregates.save(erasedCustomer(id, operation.occurredAt));
    return {};
}

Effect applyCustomerMerge(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<body::CustomerMerge> body = body::readCustomerMerge(operation);
    if (!body)
        return unreadableFor(body.error());
    const CustomerLookup known = [&](CustomerId id) { return aggregates.customer(id); };
    std::optional<Customer> from = known(CustomerId(operation.subject.id));
    if (!from)
        return subjectIsGone();
    if (from->isErased())
        return {}; // there is nothing of them to be found with the other
    const std::optional<Customer> named = known(body->into);
    if (!named || named->isErased())
        return refusedFor(otherIsGone());
    Customer into = rootOf(*named, known);
    if (rootOf(*from, known).id == into.id || into.id == from->id) {
        // Somebody else saw it too, whichever way round. What was to be moved after it was moved by them.
        return body->moves ? refusedFor(areOneAlready()) : Effect();
    }
    if (rootOf(*from, known).id != from->id)
        return refusedFor(isAnotherAlready());
    from->mergedInto = into.id;
    if (!into.mergedFrom.contains(from->id))
        into.mergedFrom.append(from->id);
    aggregates.save(*from);
    aggregates.save(into);
    return {};
}

Effect applyCustomerUnmerge(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    std::optional<Customer> from = aggregates.customer(CustomerId(operation.subject.id));
    if (!from)
        return subjectIsGone();
    if (!from->mergedInto)
        return {};
    std::optional<Customer> into = aggregates.customer(*from->mergedInto);
    from->mergedInto.reset();
    aggregates.save(*from);
    if (into && into->mergedFrom.removeAll(from->id) > 0)
        aggregates.save(*into);
    return {};
}

} // namespace crema
