// SPDX-License-Identifier: GPL-3.0-or-later
// Customers who turned out to be one (ADR 067).
#include "models/customers/erasure.h"
#include "models/customers/merge.h"
#include "models/operations/apply.h"
#include "models/operations/customer_bodies.h"
#include "models/operations/operation_types.h"
#include "models/people/permission.h"
#include "tests/testing/memory_aggregates.h"

#include <gtest/gtest.h>

#include <random>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

CustomerId idAt(int n)
{
    return CustomerId(QUuid::fromString(u"0193f6a0-0000-7000-8000-0000000001%1"_s.arg(n, 2, 16, QChar(u'0'))));
}

Customer named(int n, const QString &name)
{
    Customer customer;
    customer.id = idAt(n);
    customer.name = name;
    return customer;
}

class MergeTest : public ::testing::Test
{
protected:
    Effect merge(int from, int into)
    {
        return judge(operation::customerMerge, from, body::toJson(body::CustomerMerge{idAt(into)}));
    }

    Effect unmerge(int from) { return judge(operation::customerUnmerge, from, {}); }

    Effect judge(QStringView type, int subject, const QJsonObject &body)
    {
        Operation operation;
        operation.type = type.toString();
        operation.schema = 1;
        operation.subject = {u"customer"_s, idAt(subject).value()};
        operation.body = body;
        operation.occurredAt = UtcTime(1'000);
        return applyOperation(operation, m_world, MergeMode::Judge);
    }

    void add(int n, const QString &name) { m_world.save(named(n, name)); }
    Customer at(int n) { return *m_world.customer(idAt(n)); }
    CustomerId rootAt(int n) { return rootOf(at(n), m_known).id; }

    testing::MemoryAggregates m_world;
    const CustomerLookup m_known = [this](CustomerId id) { return m_world.customer(id); };
};

QString codeOf(const Effect &effect)
{
    return effect.problem ? effect.problem->code : QString();
}

TEST_F(MergeTest, LinksBothAndMovesNothing)
{
    add(1, u"Ada"_s);
    add(2, u"Ada L."_s);
    ASSERT_EQ(merge(2, 1).outcome, Outcome::Applied);
    EXPECT_EQ(rootAt(2), idAt(1));
    EXPECT_EQ(at(2).name, u"Ada L."_s);
    EXPECT_EQ(at(1).mergedFrom, QList<CustomerId>{idAt(2)});
    EXPECT_EQ(idsOf(at(1), m_known), (QList<CustomerId>{idAt(1), idAt(2)}));
    ASSERT_EQ(unmerge(2).outcome, Outcome::Applied);
    EXPECT_EQ(at(1), named(1, u"Ada"_s));
    EXPECT_EQ(at(2), named(2, u"Ada L."_s));
    EXPECT_EQ(unmerge(2).outcome, Outcome::Applied) << "somebody else did it too";
}

TEST_F(MergeTest, TwoTillsThatSeeTheSameAreNoConflict)
{
    add(1, u"Ada"_s);
    add(2, u"Ada L."_s);
    ASSERT_EQ(merge(2, 1).outcome, Outcome::Applied);
    EXPECT_EQ(merge(1, 2).outcome, Outcome::Applied) << "the other way round";
    EXPECT_EQ(merge(2, 1).outcome, Outcome::Applied) << "again";
    EXPECT_EQ(rootAt(1), idAt(1));
    EXPECT_EQ(rootAt(2), idAt(1));
    EXPECT_EQ(at(1).mergedFrom.size(), 1);
}

TEST_F(MergeTest, TheSecondOneWhoMovesSomethingIsTold)
{
    add(1, u"Ada"_s);
    add(2, u"Ada L."_s);
    ASSERT_EQ(merge(2, 1).outcome, Outcome::Applied);
    const QJsonObject moving = body::toJson(body::CustomerMerge{idAt(1), true});
    EXPECT_EQ(codeOf(judge(operation::customerMerge, 2, moving)), u"customer.same"_s) << "it was moved already";
}

TEST_F(MergeTest, AChainLeadsToTheLastOne)
{
    for (int n = 1; n <= 4; ++n)
        add(n, u"Ada"_s);
    ASSERT_EQ(merge(1, 2).outcome, Outcome::Applied);
    ASSERT_EQ(merge(2, 3).outcome, Outcome::Applied);
    ASSERT_EQ(merge(4, 1).outcome, Outcome::Applied) << "into who was merged already";
    for (int n = 1; n <= 4; ++n)
        EXPECT_EQ(rootAt(n), idAt(3));
    EXPECT_EQ(at(4).mergedInto, idAt(3));
    EXPECT_EQ(idsOf(at(3), m_known).size(), 4);
    EXPECT_EQ(codeOf(merge(3, 1)), QString()) << "they are one";
    EXPECT_FALSE(at(3).mergedInto);
}

TEST_F(MergeTest, WhoIsGoneOrTakenIsRefused)
{
    for (int n = 1; n <= 3; ++n)
        add(n, u"Ada"_s);
    EXPECT_EQ(codeOf(merge(9, 1)), u"subject.unknown"_s);
    EXPECT_EQ(codeOf(merge(1, 9)), u"customer.unknown"_s);
    EXPECT_EQ(merge(1, 1).outcome, Outcome::DeadLetter);
    ASSERT_EQ(merge(1, 2).outcome, Outcome::Applied);
    EXPECT_EQ(codeOf(merge(1, 3)), u"customer.merged"_s);
    m_world.save(erasedCustomer(idAt(3), UtcTime(1)));
    EXPECT_EQ(codeOf(merge(2, 3)), u"customer.unknown"_s);
    EXPECT_EQ(merge(3, 2).outcome, Outcome::Applied) << "nothing of them is left to be found";
    EXPECT_FALSE(at(3).mergedInto);
}

TEST_F(MergeTest, WhoLeadsToSomebodyErasedStaysInTheLists)
{
    add(1, u"Ada"_s);
    add(2, u"Ada L."_s);
    ASSERT_EQ(merge(2, 1).outcome, Outcome::Applied);
    m_world.save(erasedCustomer(idAt(1), UtcTime(1)));
    EXPECT_EQ(rootAt(2), idAt(2)) << "until the erasure has followed";
}

TEST_F(MergeTest, AnyOrderEndsInOneCustomer)
{
    std::mt19937 dice(7);
    for (int round = 0; round < 200; ++round) {
        testing::MemoryAggregates fresh;
        std::swap(m_world, fresh);
        constexpr int all = 6;
        for (int n = 1; n <= all; ++n)
            add(n, u"Ada"_s);
        for (int i = 0; i < 40; ++i) {
            const int from = 1 + static_cast<int>(dice() % all);
            const int into = 1 + static_cast<int>(dice() % all);
            if (from != into)
                (void)merge(from, into);
        }
        for (int n = 1; n <= all; ++n) {
            const Customer root = rootOf(at(n), m_known);
            ASSERT_FALSE(root.mergedInto) << "no circle";
            ASSERT_TRUE(idsOf(root, m_known).contains(idAt(n))) << "what points up is pointed at";
            if (at(n).mergedInto) {
                ASSERT_TRUE(m_world.customer(*at(n).mergedInto)->mergedFrom.contains(idAt(n)));
            }
        }
    }
}

TEST_F(MergeTest, ANewCustomerSaysNothingOfAMerge)
{
    Customer customer = named(1, u"Ada"_s);
    customer.mergedInto = idAt(2);
    customer.mergedFrom = {idAt(3)};
    QJsonObject body = body::toJson(customer);
    EXPECT_FALSE(body.contains(u"merged_into"_s));
    body.insert(u"merged_into"_s, idAt(2).toString());
    body.insert(u"merged_from"_s, QJsonArray{idAt(3).toString()});
    ASSERT_EQ(judge(operation::customerCreate, 1, body).outcome, Outcome::Applied);
    EXPECT_EQ(at(1), named(1, u"Ada"_s));
}

TEST_F(MergeTest, ItIsForWhoMayMoveWhatCustomersHave)
{
    EXPECT_EQ(permissionForOperation(operation::customerMerge), Permission::GiftCardsManage);
    EXPECT_EQ(permissionForOperation(operation::customerUnmerge), Permission::GiftCardsManage);
}

TEST(FilledFrom, TakesWhatOnlyTheOtherHasAndANoToOffers)
{
    Customer into = named(1, u"Ada"_s);
    into.email = u"ada@example.com"_s;
    into.consent = Consent{ConsentState::Given, UtcTime(1), ConsentSource::Online};
    Customer from = named(2, u"Ada L."_s);
    from.email = u"other@example.com"_s;
    from.phone = u"040 123456"_s;
    from.card = u"2912345678905"_s;
    from.group = u"Cafés"_s;
    from.consent = Consent{ConsentState::Withdrawn, UtcTime(2), ConsentSource::ByPhone};
    const Customer filled = filledFrom(into, from);
    EXPECT_EQ(filled.name, u"Ada"_s);
    EXPECT_EQ(filled.email, u"ada@example.com"_s);
    EXPECT_EQ(filled.phone, u"040 123456"_s);
    EXPECT_EQ(filled.card, u"2912345678905"_s);
    EXPECT_TRUE(filled.group.isEmpty()) << "it decides prices";
    EXPECT_EQ(filled.consent, from.consent);
}

TEST(LikelyDuplicates, GoesByWhatPeopleShare)
{
    QList<Customer> all{named(1, u"Jonas Brandt"_s), named(2, u"JONAS  Brändt"_s), named(3, u"Café Nord"_s),
                        named(4, u"Nord"_s),         named(5, u"Nord"_s),          named(6, u"Somebody Else"_s)};
    all[2].phone = u"+49 40 123456"_s;
    all[5].phone = u"040/12 34 56"_s;
    all[3].email = u"nord@example.com"_s;
    const QList<LikelyDuplicate> found = likelyDuplicates(all, 10);
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[0].likeness, Likeness::Phone);
    EXPECT_EQ(found[0].first.id, idAt(3));
    EXPECT_EQ(found[0].second.id, idAt(6));
    EXPECT_EQ(found[1].likeness, Likeness::Name);
    EXPECT_EQ(found[1].second.id, idAt(2));
    EXPECT_EQ(likelyDuplicates(all, 1).size(), 1);
    all[1].archived = true;
    all[5].mergedInto = idAt(3);
    EXPECT_TRUE(likelyDuplicates(all, 10).isEmpty()) << "only who is in use";
}

TEST(LikelyDuplicates, TheStrongestLikenessCounts)
{
    QList<Customer> all{named(1, u"Ada Lovelace"_s), named(2, u"Ada Lovelace"_s)};
    all[0].email = u"ADA@example.com"_s;
    all[1].email = u" ada@example.com"_s;
    const QList<LikelyDuplicate> found = likelyDuplicates(all, 10);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found[0].likeness, Likeness::Email);
}

} // namespace
} // namespace crema
