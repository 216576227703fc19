// SPDX-License-Identifier: GPL-3.0-or-later
// Customers who turned out to be one (ADR 067), on a real database: what every device is told, who is found, who is
// kept, and that an erasure of one is an erasure of all.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/operations/points_body.h"
#include "models/operations/resolution.h"
#include "platform/customers/customer_retention.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "tests/platform/domain/audit_check.h"
#include "tests/platform/domain/company_fixture.h"
#include "tests/platform/domain/word_search.h"

namespace crema::testing {
namespace {

constexpr std::int64_t yearMs = 365LL * 24 * 3'600'000;

class CustomerMergePlatformTest : public CompanyTest
{
protected:
    static SubjectRef subjectOf(CustomerId id) { return {entity::customer.toString(), id.value()}; }

    CustomerId add(const QString &name)
    {
        Customer customer;
        customer.id = newId<CustomerId>();
        customer.name = name;
        EXPECT_EQ(
            pushOne(till, operationOf(till, operation::customerCreate, subjectOf(customer.id), body::toJson(customer)))
                .outcome,
            Outcome::Applied);
        return customer.id;
    }

    Acknowledgement merge(Till &by, CustomerId from, CustomerId into)
    {
        return pushOne(
            by, operationOf(by, operation::customerMerge, subjectOf(from), body::toJson(body::CustomerMerge{into})));
    }

    std::optional<Customer> told(CustomerId id)
    {
        std::optional<Customer> customer;
        const QList<FeedRow> rows = pullAll(till);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::customer && row.entityId == id.value())
                customer = codec::readCustomer(row.entity.json()).value();
        }
        return customer;
    }

    platform::CustomerRetention retention()
    {
        return {pool, [this] { return std::make_unique<platform::BufferedUnitOfWork>(storage.begin()); }, randomness};
    }

    QByteArray run(const char *statement, const platform::Params &parameters)
    {
        const platform::Rows rows = pool.borrow()->run(statement, parameters);
        QByteArray all;
        for (int row = 0; row < rows.count(); ++row)
            all += rows.utf8(row, 0);
        return all;
    }

    bool isErased(CustomerId id)
    {
        return countOf("select count(*) from customers.customer where id = '" + id.toString().toUtf8() +
                       "' and document ->> 'erased_at' is not null") == 1;
    }

    Till till = enrolTill();
    Till other = enrolTill();
};

TEST_F(CustomerMergePlatformTest, EveryDeviceIsToldBothAndOneIsFound)
{
    const CustomerId ada = add(QStringLiteral("Ada Lovelace"));
    const CustomerId again = add(QStringLiteral("PLANT Ada"));
    ASSERT_EQ(merge(till, again, ada).outcome, Outcome::Applied);
    EXPECT_EQ(told(again)->mergedInto, ada);
    EXPECT_EQ(told(ada)->mergedFrom, QList<CustomerId>{again});
    EXPECT_EQ(merge(other, ada, again).outcome, Outcome::Applied) << "who saw the same is no conflict";
    EXPECT_FALSE(told(ada)->mergedInto);
    const QString first = QUuid().toString(QUuid::WithoutBraces);
    const QByteArray listed = run("customers/list_customers", {QString(), first, 10});
    EXPECT_TRUE(listed.contains("Ada Lovelace"));
    EXPECT_FALSE(listed.contains("PLANT"));
    const QByteArray found = run("customers/find_customers",
                                 {QString(), first, 10, QStringLiteral("plant"), QStringLiteral("plant"), QString(),
                                  QStringLiteral("PLANT")});
    EXPECT_TRUE(found.contains("Ada Lovelace")) << "by what is known of who was merged";
    EXPECT_FALSE(found.contains("PLANT"));
    const QByteArray exported = run("customers/export_customer", {ada, clock.now().toString()});
    EXPECT_TRUE(exported.contains("PLANT Ada")) << "all that is known of them";
    EXPECT_TRUE(auditVerifies(pool));
}

TEST_F(CustomerMergePlatformTest, WhoMayNotMovePointsMergesNobody)
{
    const CustomerId ada = add(QStringLiteral("Ada"));
    const CustomerId again = add(QStringLiteral("Ada"));
    const Person barista = addPerson(Role::Barista, QStringLiteral("b@example.org"));
    Till counter = enrolTill(barista);
    EXPECT_EQ(merge(counter, again, ada).outcome, Outcome::Refused);
    EXPECT_FALSE(told(again)->mergedInto);
}

/// What the second one brings with it waits for its merge, and goes with it.
TEST_F(CustomerMergePlatformTest, TwoTillsMovePointsOnce)
{
    const CustomerId ada = add(QStringLiteral("Ada"));
    const CustomerId again = add(QStringLiteral("Ada"));
    const auto adjust = [&](Till &by, CustomerId whose, std::int64_t points, const QList<OperationId> &after) {
        Operation operation =
            operationOf(by, operation::pointsAdjust, {entity::loyaltyAccount.toString(), whose.value()},
                        body::toJson(body::PointsAdjust{points, QStringLiteral("Customers merged")}));
        operation.after = after;
        return pushOne(by, operation).outcome;
    };
    ASSERT_EQ(adjust(till, again, 100, {}), Outcome::Applied);
    const auto mergeAndMove = [&](Till &by) {
        const Operation merge =
            operationOf(by, operation::customerMerge, subjectOf(again), body::toJson(body::CustomerMerge{ada, true}));
        const Outcome merged = pushOne(by, merge).outcome;
        EXPECT_EQ(adjust(by, again, -100, {merge.id}), merged == Outcome::Applied ? merged : Outcome::Waiting);
        EXPECT_EQ(adjust(by, ada, 100, {merge.id}), merged == Outcome::Applied ? merged : Outcome::Waiting);
        return merge.id;
    };
    mergeAndMove(till);
    const OperationId second = mergeAndMove(other);
    EXPECT_EQ(countOf("select sum(points) from sales.loyalty_account where points = 100"), 100);
    const Operation aside =
        operationOf(other, operation::attentionResolve, {entity::attention.toString(), second.value()},
                    resolutionToJson({Decision::SetAside, {}}));
    ASSERT_EQ(pushOne(other, aside).outcome, Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from sync.operation where outcome = 'waiting'"), 0);
    EXPECT_EQ(countOf("select points from sales.loyalty_account where id = '" + ada.toString().toUtf8() + "'"), 100);
    EXPECT_EQ(countOf("select points from sales.loyalty_account where id = '" + again.toString().toUtf8() + "'"), 0);
}

TEST_F(CustomerMergePlatformTest, AnErasureByWhoDidNotKnowIsFollowed)
{
    const CustomerId ada = add(QStringLiteral("PLANT Ada"));
    const CustomerId again = add(QStringLiteral("PLANT Ada again"));
    const CustomerId third = add(QStringLiteral("PLANT third"));
    const CustomerId kept = add(QStringLiteral("KEPT Charles"));
    ASSERT_EQ(merge(till, again, ada).outcome, Outcome::Applied);
    ASSERT_EQ(merge(till, third, again).outcome, Outcome::Applied);
    EXPECT_EQ(retention().followErasures(clock.now()), 0);
    ASSERT_EQ(pushOne(other, operationOf(other, operation::customerErase, subjectOf(again),
                                         body::toJson(body::CustomerErase{})))
                  .outcome,
              Outcome::Applied);
    std::int64_t followed = 0;
    while (const std::int64_t some = retention().followErasures(clock.now()))
        followed += some;
    EXPECT_EQ(followed, 2);
    EXPECT_TRUE(isErased(ada) && isErased(again) && isErased(third));
    EXPECT_FALSE(isErased(kept));
    EXPECT_EQ(placesOfWords(url, {"PLANT"}), QStringList());
    EXPECT_TRUE(auditVerifies(pool));
}

TEST_F(CustomerMergePlatformTest, WhoIsOneWithSomebodyNeededIsKept)
{
    const CustomerId ada = add(QStringLiteral("Ada"));
    const CustomerId again = add(QStringLiteral("Ada"));
    ASSERT_EQ(merge(till, again, ada).outcome, Outcome::Applied);
    clock.advance(yearMs);
    const Edit edit{{{QStringLiteral("phone"), {QString(), QStringLiteral("040 123456")}}}, {}};
    ASSERT_EQ(pushOne(till, operationOf(till, operation::customerEdit, subjectOf(again), editToJson(edit))).outcome,
              Outcome::Applied);
    clock.advance(yearMs + yearMs / 2);
    for (int n = 0; n < 12; ++n)
        add(QStringLiteral("New %1").arg(n));
    EXPECT_EQ(retention().run(2, clock.now()).erased, 0) << "something was heard of who was merged";
    clock.advance(yearMs);
    EXPECT_EQ(retention().run(2, clock.now()).erased, 2) << "who stays, and with them who was merged";
    EXPECT_EQ(retention().followErasures(clock.now()), 0);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'customer.erase' and "
                      "document::jsonb #>> '{document,reason}' = 'not_needed'"),
              2);
}

} // namespace
} // namespace crema::testing
