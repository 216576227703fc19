// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that need a look, and what could not be read, as whoever keeps the platform sees them.
#include "platform/sync/review_list.h"
#include "tests/platform/domain/services_fixture.h"

namespace crema::testing {
namespace {

class ReviewTest : public ServicesTest
{
protected:
    /// A sale of an article that nobody knows here.
    void sellTheUnknown()
    {
        const auto shift = newId<ShiftId>();
        ASSERT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
        sale = completeSale(till, newId<SaleId>(), shift, newId<VariantId>(), QStringLiteral("MAIN-1-000001"));
        ASSERT_EQ(pushOne(till, sale).outcome, Outcome::Applied);
    }

    QList<platform::ListedReview> open() { return platform::openReviews(*pool.borrow(), 50); }

    Till till = enrolTill();
    Operation sale;
};

TEST_F(ReviewTest, AFactThatNeedsALookIsListedAndShownWithItsOperation)
{
    EXPECT_TRUE(open().isEmpty());
    sellTheUnknown();
    const QList<platform::ListedReview> reviews = open();
    ASSERT_EQ(reviews.size(), 1);
    EXPECT_EQ(reviews[0].code, QStringLiteral("sale.unknown_variant"));
    EXPECT_EQ(reviews[0].subject, QStringLiteral("MAIN-1-000001"));
    EXPECT_FALSE(reviews[0].registerCode.isEmpty());
    EXPECT_TRUE(reviews[0].text().startsWith(QStringLiteral("An article was sold")));
    const auto shown = platform::reviewWith(*pool.borrow(), reviews[0].id);
    ASSERT_TRUE(shown);
    EXPECT_TRUE(shown->isOpen);
    EXPECT_EQ(shown->operationType, QStringLiteral("sale.complete"));
    EXPECT_TRUE(shown->payload.contains(sale.id.toString().toLatin1()));
    EXPECT_EQ(platform::reviewWith(*pool.borrow(), QStringLiteral("99")).error().code,
              QStringLiteral("review.unknown"));
    EXPECT_EQ(platform::reviewWith(*pool.borrow(), QStringLiteral("x")).error().code, QStringLiteral("review.unknown"));
}

TEST_F(ReviewTest, WhatWasLookedAtIsClosedAndKept)
{
    sellTheUnknown();
    const QString id = open().first().id;
    const auto closed = platform::closeReviews(*pool.borrow(), QStringLiteral("sale.unknown_variant"), clock.now());
    ASSERT_TRUE(closed);
    EXPECT_EQ(*closed, 1);
    EXPECT_TRUE(open().isEmpty());
    EXPECT_FALSE(platform::reviewWith(*pool.borrow(), id)->isOpen);
    EXPECT_EQ(platform::closeReviews(*pool.borrow(), id, clock.now()).error().code, QStringLiteral("review.unknown"));
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'review.close'"), 1);
}

/// sync.md rule 7: everyone can see what could not be read.
TEST_F(ReviewTest, WhatCouldNotBeReadIsListedWithItsBytes)
{
    const QByteArray unreadable = QByteArrayLiteral("{\"id\":1}");
    ASSERT_TRUE(push(till, {envelopeOf(till, unreadable)}));
    const QList<platform::ListedReview> reviews = open();
    ASSERT_EQ(reviews.size(), 1);
    EXPECT_EQ(reviews[0].code, QStringLiteral("dead_letter"));
    const auto shown = platform::reviewWith(*pool.borrow(), reviews[0].id);
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->payload, unreadable);
    ASSERT_TRUE(shown->problem);
    EXPECT_FALSE(shown->problem->message.isEmpty());
    EXPECT_EQ(platform::closeReviews(*pool.borrow(), reviews[0].id, clock.now()).error().code,
              QStringLiteral("review.dead_letter"));
}

TEST_F(ReviewTest, TheMetricsSayHowMuchWaitsAndForHowLong)
{
    const auto figure = [this](const QByteArray &name) {
        const QByteArrayList lines = metrics.text().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(name + ' '))
                return line.mid(name.size() + 1).toDouble();
        }
        return -1.0;
    };
    EXPECT_EQ(figure("crema_reviews_open"), 0);
    EXPECT_EQ(figure("crema_reviews_oldest_seconds"), 0);
    sellTheUnknown();
    ASSERT_TRUE(push(till, {envelopeOf(till, QByteArrayLiteral("{\"id\":1}"))}));
    pool.borrow()->runScript("update sync.review set created_at = created_at - interval '2 days'");
    EXPECT_EQ(figure("crema_reviews_open"), 1);
    EXPECT_NEAR(figure("crema_reviews_oldest_seconds"), 2 * 86'400, 60);
    EXPECT_EQ(figure("crema_dead_letters_open"), 1);
}

} // namespace
} // namespace crema::testing
