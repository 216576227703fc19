// SPDX-License-Identifier: GPL-3.0-or-later
// Customers who turned out to be one, in the store of a register (ADR 067).
#include "sync/store/customer_merging.h"

#include "models/settings/shop_settings.h"
#include "sync/store/attention_reader.h"
#include "sync/store/gift_recording.h"
#include "sync/store/points_recording.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/rebase_fixture.h"

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

class CustomerMergeTest : public RebaseTest
{
protected:
    void SetUp() override
    {
        RebaseTest::SetUp();
        ada.id = record(u"Ada Lovelace"_s, u"ada@example.com"_s, {});
        again.id = record(u"A. Lovelace"_s, {}, u"040 123456"_s);
    }

    CustomerId record(const QString &name, const QString &email, const QString &phone)
    {
        Customer customer;
        customer.name = name;
        customer.email = email;
        customer.phone = phone;
        return store->write([&] { return recordNewCustomer(*store, customer); }).value();
    }

    Result<Customer> merge(CustomerId from, CustomerId into)
    {
        return store->write([&] { return recordCustomerMerge(*store, from, into); });
    }

    Result<Customer> unmerge(CustomerId id)
    {
        return store->write([&] { return recordCustomerUnmerge(*store, id); });
    }

    void give(CustomerId id, std::int64_t points)
    {
        ASSERT_TRUE(store->write([&] { return recordPointsAdjust(*store, id, points, u"As an apology"_s); }));
    }

    void credit(CustomerId id, const Money &amount)
    {
        ASSERT_TRUE(store->write(
            [&] { return recordGiftCardAdjust(*store, storeCreditOf(*store, id).card, amount, u"Returned"_s); }));
    }

    QStringList namesFor(const QString &words)
    {
        QStringList names;
        for (const Customer &customer : store->rows().customers().find(words, 100))
            names.append(customer.name);
        return names;
    }

    std::int64_t points(CustomerId id) { return pointsOf(*store, id).points; }
    Money creditOf(CustomerId id) { return storeCreditOf(*store, id).card.balance; }

    Customer ada;
    Customer again;
};

TEST_F(CustomerMergeTest, OneIsFoundByWhatIsKnownOfBoth)
{
    const Result<Customer> merged = merge(again.id, ada.id);
    ASSERT_TRUE(merged) << qPrintable(merged.error().message);
    EXPECT_EQ(merged->id, ada.id);
    EXPECT_EQ(merged->phone, u"040 123456"_s) << "what only the other one had";
    EXPECT_EQ(namesFor({}), QStringList{u"Ada Lovelace"_s});
    EXPECT_EQ(namesFor(u"a. lovelace"_s), QStringList{u"Ada Lovelace"_s});
    EXPECT_EQ(store->rows().customers().current(again.id)->id, ada.id);
    EXPECT_EQ(store->rows().customers().idsOf(again.id), (QList<CustomerId>{ada.id, again.id}));
    EXPECT_EQ(merge(again.id, ada.id).error().code, u"customer.same"_s);
    ASSERT_TRUE(unmerge(again.id));
    EXPECT_EQ(namesFor({}), (QStringList{u"A. Lovelace"_s, u"Ada Lovelace"_s}));
    EXPECT_EQ(unmerge(again.id).error().code, u"customer.not_merged"_s);
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(CustomerMergeTest, PointsAndCreditGoToWhoStaysAlsoThoseThatComeLater)
{
    give(again.id, 70);
    give(ada.id, 5);
    credit(again.id, euro(1'250));
    ASSERT_TRUE(merge(again.id, ada.id));
    EXPECT_EQ(points(ada.id), 75);
    EXPECT_EQ(points(again.id), 0);
    EXPECT_EQ(creditOf(ada.id), euro(1'250));
    EXPECT_TRUE(creditOf(again.id).isZero());
    page({row(50, 1, entity::loyaltyAccount, again.id.value(),
              QJsonObject{{u"id"_s, again.id.toString()}, {u"points"_s, 20}})});
    ASSERT_EQ(points(again.id), 20) << "another till gave 20 to who was merged";
    ASSERT_TRUE(merge(again.id, ada.id)) << "what came late is moved by merging again";
    EXPECT_EQ(points(ada.id), 95);
    EXPECT_EQ(points(again.id), 0);
}

TEST_F(CustomerMergeTest, ASaleIsForWhoStaysWhoeverWasChosen)
{
    const VariantId espresso = addProduct(*store, u"Espresso"_s, u"ESP"_s, 1'000);
    ASSERT_TRUE(openShift(*store));
    ASSERT_TRUE(merge(again.id, ada.id));
    SaleDraft draft = cashSale({espresso}, 2'000);
    draft.customer = again.id;
    const Result<Sale> sale = store->write([&] { return recordSaleOf(*store, draft); });
    ASSERT_TRUE(sale) << qPrintable(sale.error().message);
    EXPECT_EQ(sale->customer, ada.id);
}

TEST_F(CustomerMergeTest, ThePlatformsLinksLieUnderWhatIsPending)
{
    answer(20);
    Customer told = *store->rows().customers().customer(ada.id);
    Customer other = *store->rows().customers().customer(again.id);
    ASSERT_TRUE(merge(ada.id, again.id)) << "here the other way round";
    told.mergedFrom = {again.id};
    other.mergedInto = ada.id;
    page({row(30, 1, entity::customer, told.id.value(), codec::toJson(told)),
          row(30, 2, entity::customer, other.id.value(), codec::toJson(other))});
    EXPECT_EQ(store->rows().customers().current(again.id)->id, ada.id) << "no circle";
    EXPECT_EQ(store->rows().customers().current(ada.id)->id, ada.id);
}

TEST_F(CustomerMergeTest, ACardIsFoundAlsoOfWhoWasMerged)
{
    Customer known = *store->rows().customers().customer(again.id);
    Customer carded = known;
    carded.card = u"2912345678905"_s;
    ASSERT_TRUE(store->write([&] { return recordCustomerEdit(*store, known, carded); }));
    ASSERT_EQ(store->rows().customers().withCard(u"2912345678905"_s).size(), 1);
    EXPECT_TRUE(store->rows().customers().withCard({}).isEmpty());
    ASSERT_TRUE(merge(again.id, ada.id));
    const QList<Customer> holders = store->rows().customers().withCard(u"2912345678905"_s);
    ASSERT_EQ(holders.size(), 1) << "both have it now, and are one";
    EXPECT_EQ(holders.constFirst().id, ada.id);
}

/// What waits for a merge that was refused is not done on the platform, and is not shown here.
TEST_F(CustomerMergeTest, PointsStayWhereTheyAreWhileTheirMergeIsRefused)
{
    give(again.id, 40);
    answer(20);
    page({row(20, 1, entity::loyaltyAccount, again.id.value(),
              QJsonObject{{u"id"_s, again.id.toString()}, {u"points"_s, 40}})});
    ASSERT_TRUE(merge(again.id, ada.id));
    ASSERT_EQ(points(ada.id), 40);
    const QList<PlannedOperation> batch = *takeBatch(*store, {});
    ASSERT_GE(batch.size(), 3);
    const OperationId cause = batch.first().id;
    QList<Acknowledgement> answers;
    for (const PlannedOperation &planned : batch)
        answers.append({planned.envelope.sequence, planned.id, Outcome::Waiting, {}, {}, {}, {cause}});
    answers[0].outcome = Outcome::Refused;
    answers[0].waitingFor.clear();
    answers[0].problem = Problem{ProblemKind::NotAllowed, u"actor.lacks_permission"_s, {}, {}, {}};
    ASSERT_TRUE(keepAcknowledgements(*store, batch, answers));
    EXPECT_EQ(points(again.id), 40);
    EXPECT_EQ(points(ada.id), 0);
    EXPECT_EQ(store->rows().customers().current(again.id)->id, again.id);
    ASSERT_TRUE(store->write([&] { return recordResolution(*store, CardId(cause.value()), {Decision::Retry, {}}); }));
    EXPECT_EQ(points(again.id), 0) << "somebody decided to do it again";
    EXPECT_EQ(points(ada.id), 40);
}

TEST_F(CustomerMergeTest, ACardIsFoundHoweverItIsRead)
{
    Customer known = *store->rows().customers().customer(again.id);
    for (const auto &[kept, read] :
         {std::pair(u"012345678905"_s, u"0012345678905"_s), std::pair(u"gold-17b"_s, u"GOLD-17B"_s)}) {
        Customer carded = known;
        carded.card = kept;
        ASSERT_TRUE(store->write([&] { return recordCustomerEdit(*store, known, carded); }));
        known = carded;
        EXPECT_EQ(store->rows().customers().withCard(read).size(), 1) << qPrintable(read);
        EXPECT_EQ(store->rows().customers().withCard(kept).size(), 1) << qPrintable(kept);
    }
}

} // namespace
} // namespace crema::sync::testing
