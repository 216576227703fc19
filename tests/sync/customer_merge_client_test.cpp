// SPDX-License-Identifier: GPL-3.0-or-later
// Customers who turned out to be one, through the client (ADR 067).
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

using CustomerMergeClientTest = ClientTest;

TEST_F(CustomerMergeClientTest, ErasingOneErasesAll)
{
    Customer customer;
    customer.name = u"Ada Lovelace"_s;
    const Customer ada = *now(client.createCustomer(customer));
    const Customer again = *now(client.createCustomer(customer));
    const auto pairs = now(client.duplicateCustomers(10));
    ASSERT_TRUE(pairs);
    ASSERT_EQ(pairs->size(), 1);
    EXPECT_EQ(pairs->constFirst().likeness, Likeness::Name);
    ASSERT_TRUE(now(client.mergeCustomers(again.id, ada.id)));
    EXPECT_TRUE(now(client.duplicateCustomers(10))->isEmpty());
    EXPECT_EQ(now(client.customersMergedInto(ada.id))->size(), 1);
    EXPECT_EQ(now(client.customer(again.id))->id, ada.id);
    ASSERT_TRUE(now(client.eraseCustomer(ada.id, EraseReason::Requested)));
    EXPECT_TRUE(now(client.customer(ada.id))->isErased());
    EXPECT_TRUE(now(client.customer(again.id))->isErased());
    EXPECT_TRUE(now(client.findCustomers({}, 10))->isEmpty());
}

} // namespace
} // namespace crema::sync::testing
