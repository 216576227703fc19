// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/till/cart_list_model.h"
#include "ui/presenters/till/hit_list_model.h"
#include "ui/presenters/till/tile_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {

using namespace testing;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
const Currency euro = *Currency::fromCode(u"EUR");

} // namespace

TEST(CartListModel, StaysValidThroughEveryKindOfChange)
{
    Till till;
    CartListModel model(till.presenter);
    const QAbstractItemModelTester tester(&model, fatal);
    for (const char *code : {"FW", "CC", "GUJI-250"})
        till.presenter.enterCode(QString::fromLatin1(code));
    ASSERT_EQ(model.rowCount(), 3);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    till.presenter.removeLine(1);
    EXPECT_EQ(removed.size(), 1);
    till.presenter.undo();
    EXPECT_EQ(inserted.size(), 1);
    EXPECT_EQ(model.at(1).name, QStringLiteral("Café crème"));
    EXPECT_TRUE(reset.isEmpty());
    EXPECT_TRUE(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("line 2 of 3")));
}

TEST(TileListModel, ShowsCountsWithoutAReset)
{
    Till till;
    TileListModel model(till.presenter);
    const QAbstractItemModelTester tester(&model, fatal);
    ASSERT_EQ(model.rowCount(), 5);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    till.presenter.addTile(0);
    EXPECT_EQ(model.at(0).inCart, 1);
    EXPECT_TRUE(reset.isEmpty());
    EXPECT_EQ(model.at(2).stockText, QStringLiteral("2 left"));
    EXPECT_FALSE(model.at(4).sellable);
    till.presenter.selectCategory(2);
    EXPECT_EQ(model.rowCount(), 2);
}

TEST(HitListModel, FollowsTheSearch)
{
    Till till;
    HitListModel model(till.presenter);
    const QAbstractItemModelTester tester(&model, fatal);
    till.presenter.setSearchText(QStringLiteral("a"));
    till.clock.advance(TillPresenter::searchDelayMs);
    EXPECT_EQ(model.rowCount(), 4);
    till.presenter.setSearchText({});
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace crema
