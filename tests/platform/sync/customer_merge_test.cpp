// SPDX-License-Identifier: GPL-3.0-or-later
// Customers who turned out to be one (ADR 067), on a real database: what every device is told, who is found, who is
// kept, and that an erasure of one is an erasure of all.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
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
                                 {QString(), first, 10, QStringLiteral("plant"), QStringLiteral("plant"), QString()});
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
    EXPECT_EQ(retention().run(2, clock.now()).erased, 1) << "who stays";
    EXPECT_EQ(retention().followErasures(clock.now()), 1) << "and with them who was merged";
}

} // namespace
} // namespace crema::testing
