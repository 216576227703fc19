// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/customer_merge_presenter.h"

#include "app/desktop/example/example_shop.h"
#include "models/loyalty/points_rules.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"
#include "ui/presenters/customers/customer_list_presenter.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::FixedClock;
using testing::MemoryDesk;
using Step = CustomerMergePresenter::Step;

class CustomerMergePresenterTest : public ::testing::Test
{
protected:
    CustomerMergePresenterTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        desk.addExampleCustomers();
        desk.addExampleDuplicate();
        customers.arrive();
    }

    [[nodiscard]] QString idOf(const QString &name) const
    {
        for (const CustomerRow &row : customers.rows()) {
            if (row.name == name)
                return row.id;
        }
        return {};
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    Notices notices{clock};
    CustomerListPresenter customers{desk, notices, QLocale::c()};
    CustomerMergePresenter &merging = customers.merging();
};

TEST_F(CustomerMergePresenterTest, OffersWhoMayBeThereTwice)
{
    merging.begin({});
    ASSERT_EQ(merging.step(), Step::Pairs);
    ASSERT_EQ(merging.rows().size(), 1);
    EXPECT_EQ(merging.rows().first().name, QStringLiteral("Jonas Brandt and J. Brandt"));
    EXPECT_EQ(merging.rows().first().aboutText, QStringLiteral("The same phone number"));
    merging.choose(0);
    ASSERT_EQ(merging.step(), Step::Compare);
    EXPECT_EQ(merging.stays()->name, QStringLiteral("Jonas Brandt"));
    EXPECT_EQ(merging.goes()->name, QStringLiteral("J. Brandt"));
    EXPECT_TRUE(merging.goes()->aboutTexts.contains(QStringLiteral("Card 2912345678905")));
    merging.swap();
    EXPECT_EQ(merging.stays()->name, QStringLiteral("J. Brandt"));
    merging.swap();
    QSignalSpy merged(&merging, &CustomerMergePresenter::merged);
    merging.merge();
    ASSERT_EQ(merged.size(), 1);
    EXPECT_EQ(merging.step(), Step::Pairs) << "the next pair";
    EXPECT_TRUE(merging.rows().isEmpty());
    EXPECT_EQ(merging.problemText(), QStringLiteral("Nobody seems to be here twice."));
    ASSERT_TRUE(customers.detail());
    EXPECT_EQ(customers.detail()->row.name, QStringLiteral("Jonas Brandt"));
    ASSERT_EQ(customers.detail()->merged.size(), 1);
    EXPECT_EQ(customers.detail()->merged.first().name, QStringLiteral("J. Brandt"));
    EXPECT_EQ(customers.draft().card, QStringLiteral("2912345678905"));
    EXPECT_TRUE(idOf(QStringLiteral("J. Brandt")).isEmpty());
    notices.undo();
    EXPECT_FALSE(idOf(QStringLiteral("J. Brandt")).isEmpty()) << "what was done can be taken back";
    EXPECT_TRUE(customers.detail()->merged.isEmpty());
    EXPECT_TRUE(customers.draft().card.isEmpty()) << "what was taken over is theirs no more";
}

TEST_F(CustomerMergePresenterTest, TheOtherOneOfSomebodyIsSearched)
{
    merging.begin(idOf(QStringLiteral("Lena Vogt")));
    ASSERT_EQ(merging.step(), Step::Search);
    EXPECT_TRUE(merging.rows().isEmpty()) << "nobody is like her";
    EXPECT_FALSE(merging.problemText().isEmpty());
    merging.setSearchText(QStringLiteral("nord"));
    ASSERT_EQ(merging.rows().size(), 1);
    merging.choose(0);
    EXPECT_EQ(merging.goes()->name, QStringLiteral("Studio Nord"));
    merging.goBack();
    EXPECT_EQ(merging.step(), Step::Search);
    EXPECT_EQ(merging.stays()->name, QStringLiteral("Lena Vogt"));
    merging.setSearchText(QStringLiteral("lena"));
    EXPECT_TRUE(merging.rows().isEmpty()) << "nobody is merged with themselves";
    merging.begin(idOf(QStringLiteral("Jonas Brandt")));
    ASSERT_EQ(merging.rows().size(), 1) << "who is like him, before anything is typed";
    EXPECT_EQ(merging.rows().first().name, QStringLiteral("J. Brandt"));
}

TEST_F(CustomerMergePresenterTest, TakingApartIsSaidAndCanBeTakenBack)
{
    merging.begin({});
    merging.choose(0);
    merging.merge();
    const QString goes = customers.detail()->merged.first().id;
    merging.unmerge(goes);
    EXPECT_FALSE(idOf(QStringLiteral("J. Brandt")).isEmpty());
    EXPECT_TRUE(notices.undoText().contains(QStringLiteral("J. Brandt")));
    notices.undo();
    EXPECT_TRUE(idOf(QStringLiteral("J. Brandt")).isEmpty());
    desk.setPoints(*CustomerId::fromString(goes), 20);
    customers.refresh();
    ASSERT_EQ(customers.detail()->merged.size(), 1);
    EXPECT_EQ(customers.detail()->merged.first().leftText, pointsText(20)) << "given by another till since";
    customers.open(goes);
    EXPECT_EQ(customers.detail()->row.name, QStringLiteral("Jonas Brandt")) << "a link to who was merged leads on";
}

} // namespace
} // namespace crema
