// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/customer_merging.h"

#include <algorithm>

namespace crema::sync {
namespace {

/// Few enough that nobody at the till waits for them.
constexpr int readAtOnce = 1'000;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::sync::Client)
};

tl::unexpected<Problem> unknownCustomer()
{
    return failure(ProblemKind::NotFound, QStringLiteral("customer.unknown"),
                   Texts::tr("This customer is not in the local store."),
                   Texts::tr("Fetch the latest changes, or search by name."));
}

} // namespace

QCoro::Task<Result<QList<Customer>>> Client::findCustomers(QString text, int limit)
{
    return Private::read(d, Reading::Customers, [text, limit](LocalStore &local) -> Result<QList<Customer>> {
        return local.rows().customers().find(text, std::clamp(limit, 1, 1'000));
    });
}

QCoro::Task<Result<Customer>> Client::customer(CustomerId id)
{
    return Private::read(d, Reading::Customers, [id](LocalStore &local) -> Result<Customer> {
        const auto found = local.rows().customers().current(id);
        return found ? Result<Customer>(*found) : unknownCustomer();
    });
}

QCoro::Task<Result<Customer>> Client::createCustomer(Customer customer)
{
    return Private::write(d, [customer](LocalStore &local) -> Result<Customer> {
        const Result<CustomerId> id = recordNewCustomer(local, customer);
        if (!id)
            return failure(id.error());
        return local.rows().customers().customer(*id).value_or(customer);
    });
}

QCoro::Task<Result<Customer>> Client::editCustomer(Customer before, Customer after)
{
    return Private::write(d, [before, after](LocalStore &local) -> Result<Customer> {
        if (const Result<void> edited = recordCustomerEdit(local, before, after); !edited)
            return failure(edited.error());
        return local.rows().customers().customer(before.id).value_or(after);
    });
}

QCoro::Task<Result<Customer>> Client::eraseCustomer(CustomerId id, EraseReason reason)
{
    return Private::write(d, [id, reason](LocalStore &local) -> Result<Customer> {
        CustomerRows &customers = local.rows().customers();
        if (!customers.customer(id))
            return unknownCustomer();
        // Whoever asks to be forgotten means all that is known of them.
        const QList<CustomerId> ids = customers.idsOf(id);
        for (const CustomerId &each : ids) {
            const std::optional<Customer> known = customers.customer(each);
            if (known && known->isErased() && each != id)
                continue;
            if (const Result<void> erased = recordCustomerErasure(local, each, reason); !erased)
                return failure(erased.error());
        }
        return *customers.customer(id);
    });
}

QCoro::Task<Result<Customer>> Client::mergeCustomers(CustomerId from, CustomerId into)
{
    return Private::write(d, [from, into](LocalStore &local) { return recordCustomerMerge(local, from, into); });
}

QCoro::Task<Result<Customer>> Client::unmergeCustomer(CustomerId id)
{
    return Private::write(d, [id](LocalStore &local) { return recordCustomerUnmerge(local, id); });
}

QCoro::Task<Result<QList<Customer>>> Client::customersMergedInto(CustomerId id)
{
    return Private::read(d, Reading::Customers, [id](LocalStore &local) -> Result<QList<Customer>> {
        CustomerRows &customers = local.rows().customers();
        const auto root = customers.current(id);
        return root ? Result<QList<Customer>>(customers.mergedInto(*root)) : unknownCustomer();
    });
}

QCoro::Task<Result<QList<Customer>>> Client::customersWithCard(QString card)
{
    return Private::read(d, Reading::Customers, [card](LocalStore &local) -> Result<QList<Customer>> {
        return local.rows().customers().withCard(card.trimmed());
    });
}

QCoro::Task<Result<QList<LikelyDuplicate>>> Client::duplicateCustomers(int limit)
{
    const auto self = d;
    QList<Customer> all;
    CustomerId last;
    while (true) {
        auto reading = Private::read(self, Reading::Customers, [last](LocalStore &local) -> Result<QList<Customer>> {
            return local.rows().customers().after(last, readAtOnce);
        });
        const Result<QList<Customer>> some = co_await reading;
        if (!some)
            co_return failure(some.error());
        all += *some;
        if (some->size() < readAtOnce)
            break;
        last = some->constLast().id;
    }
    co_return likelyDuplicates(all, limit);
}

} // namespace crema::sync
