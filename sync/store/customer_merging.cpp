// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/customer_merging.h"

#include "models/feed/entity_types.h"
#include "models/operations/customer_bodies.h"
#include "models/operations/operation_types.h"
#include "models/operations/points_body.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/gift_recording.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::CustomerMerge)
};

SubjectRef subjectOf(CustomerId id)
{
    return {entity::customer.toString(), id.value()};
}

/// Says nothing of either of them: reasons outlive a person who is erased.
QString reason()
{
    return Texts::tr("Customers merged");
}

Result<Customer> inUse(LocalStore &store, CustomerId id)
{
    const std::optional<Customer> customer = store.rows().customers().current(id);
    if (!customer) {
        return failure(ProblemKind::NotFound, QStringLiteral("customer.unknown"),
                       Texts::tr("This customer is not known here."),
                       Texts::tr("Fetch the latest changes, or search for another name."));
    }
    if (customer->isErased()) {
        return failure(ProblemKind::Conflict, QStringLiteral("customer.erased"),
                       Texts::tr("What was known of this customer was erased."),
                       Texts::tr("There is nothing left to merge."));
    }
    return *customer;
}

/// `after` is the merge that it belongs to: where that is refused, nothing is moved.
Result<void> movePoints(LocalStore &store, CustomerId from, CustomerId into, const QList<OperationId> &after)
{
    const std::optional<LoyaltyAccount> account = store.rows().points().account(from);
    if (!account || account->points == 0)
        return {};
    const auto adjust = [&](CustomerId id, std::int64_t points) {
        Operation operation =
            store.newOperation(operation::pointsAdjust, {entity::loyaltyAccount.toString(), id.value()},
                               body::toJson(body::PointsAdjust{points, reason()}));
        operation.after = after;
        return store.record(operation);
    };
    return adjust(from, -account->points).and_then([&] { return adjust(into, account->points); });
}

Result<void> moveCredit(LocalStore &store, CustomerId from, CustomerId into, const QList<OperationId> &after)
{
    const GiftCard credit = storeCreditOf(store, from).card;
    if (credit.balance.isZero())
        return {};
    const GiftCard other = storeCreditOf(store, into).card;
    return recordGiftCardAdjust(store, credit, -credit.balance, reason(), after)
        .and_then([&](const GiftCard &) { return recordGiftCardAdjust(store, other, credit.balance, reason(), after); })
        .map([](const GiftCard &) {});
}

bool hasSomething(LocalStore &store, CustomerId id)
{
    const std::optional<LoyaltyAccount> account = store.rows().points().account(id);
    return (account && account->points != 0) || !storeCreditOf(store, id).card.balance.isZero();
}

} // namespace

Result<Customer> recordCustomerMerge(LocalStore &store, CustomerId from, CustomerId into)
{
    const Result<Customer> goes = inUse(store, from);
    if (!goes)
        return goes;
    const Result<Customer> stays = inUse(store, into);
    if (!stays)
        return stays;
    if (goes->id == stays->id) {
        // What another till added to who was merged, after it.
        if (from != stays->id && hasSomething(store, from)) {
            const Result<void> moved =
                movePoints(store, from, stays->id, {}).and_then([&] { return moveCredit(store, from, stays->id, {}); });
            return moved ? Result<Customer>(*stays) : failure(moved.error());
        }
        return failure(ProblemKind::Invalid, QStringLiteral("customer.same"),
                       Texts::tr("These two are one customer already."), Texts::tr("Choose another one."));
    }
    const Operation merge =
        store.newOperation(operation::customerMerge, subjectOf(goes->id),
                           body::toJson(body::CustomerMerge{stays->id, hasSomething(store, goes->id)}));
    const QList<OperationId> after{merge.id};
    if (const Result<void> merged = store.record(merge); !merged)
        return failure(merged.error());
    const Customer linked = store.rows().customers().customer(stays->id).value_or(*stays);
    const Result<void> done = recordCustomerEdit(store, linked, filledFrom(linked, *goes), after)
                                  .and_then([&] { return movePoints(store, goes->id, stays->id, after); })
                                  .and_then([&] { return moveCredit(store, goes->id, stays->id, after); });
    if (!done)
        return failure(done.error());
    return store.rows().customers().customer(stays->id).value_or(*stays);
}

Result<Customer> recordCustomerUnmerge(LocalStore &store, CustomerId id)
{
    const std::optional<Customer> customer = store.rows().customers().customer(id);
    if (!customer) {
        return failure(ProblemKind::NotFound, QStringLiteral("customer.unknown"),
                       Texts::tr("This customer is not known here."),
                       Texts::tr("Fetch the latest changes, or search for another name."));
    }
    if (!customer->mergedInto) {
        return failure(ProblemKind::Invalid, QStringLiteral("customer.not_merged"),
                       Texts::tr("This customer was merged into nobody."), Texts::tr("Choose another one."));
    }
    const Result<void> recorded =
        store.record(store.newOperation(operation::customerUnmerge, subjectOf(id), QJsonObject()));
    if (!recorded)
        return failure(recorded.error());
    return store.rows().customers().customer(id).value_or(*customer);
}

} // namespace crema::sync
