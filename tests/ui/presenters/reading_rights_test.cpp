// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages show to whom.
#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_shop.h"
#include "tests/ui/testing/till_fixture.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

#include <algorithm>

namespace crema {

namespace {

using testing::Till;

class ReadingRights : public ::testing::Test
{
protected:
    ReadingRights()
    {
        desktop::fillExampleShop(desk);
        desktop::addExampleSales(desk, till.clock.now());
    }

    void settle()
    {
        for (int turn = 0; turn < 8; ++turn)
            QCoreApplication::processEvents();
    }

    /// Whoever works here has these rights from now on.
    void allow(const QList<Permission> &permissions)
    {
        desk.changeState().person->permissions = permissions;
        Q_EMIT desk.changed();
        settle();
    }

    void arriveInCatalog()
    {
        catalog.arrive();
        settle();
    }

    void search(const char *text)
    {
        till.shop.palette.setText(QString::fromUtf8(text));
        till.clock.advance(1000);
        settle();
    }

    Till till;
    testing::MemoryDesk &desk = till.desk;
    SaleListPresenter &sales = till.shop.sales;
    CatalogPresenter &catalog = till.shop.catalog;
    CatalogTableModel &table = catalog.table();
};

} // namespace

TEST_F(ReadingRights, WhoMaySeeNoSalesIsToldSoAndNothingIsLeftOfThem)
{
    sales.arrive();
    ASSERT_EQ(sales.phase(), ListPhase::Rows);
    const QString number = sales.rows().first().number;
    sales.openSale(number);
    ASSERT_TRUE(sales.detail());
    allow(permissionsOf(Role::Warehouse));
    EXPECT_TRUE(sales.isDenied());
    EXPECT_EQ(sales.phase(), ListPhase::Failed);
    EXPECT_TRUE(sales.rows().isEmpty());
    EXPECT_FALSE(sales.detail());
    ASSERT_TRUE(sales.problem());
    EXPECT_EQ(sales.problem()->code, u"auth.not_allowed");
    EXPECT_TRUE(sales.summary().countText.isEmpty());
    sales.closeSale();
    ASSERT_TRUE(sales.takeScan(number));
    EXPECT_FALSE(sales.detail());
    ASSERT_TRUE(sales.detailProblem());
    EXPECT_EQ(sales.detailProblem()->kind, ProblemKind::NotAllowed);
    allow(permissionsOf(Role::Barista));
    EXPECT_FALSE(sales.isDenied());
    EXPECT_EQ(sales.phase(), ListPhase::Rows);
    EXPECT_TRUE(sales.detail());
}

TEST_F(ReadingRights, WhoSellsSeesSalesWhileAShiftIsOpen)
{
    desk.changeState().person->permissions = {Permission::SalesCreate};
    sales.arrive();
    ASSERT_TRUE(desk.state().openShift);
    EXPECT_FALSE(sales.isDenied());
    EXPECT_EQ(sales.phase(), ListPhase::Rows);
    desk.changeState().openShift.reset();
    Q_EMIT desk.changed();
    EXPECT_TRUE(sales.isDenied());
    EXPECT_TRUE(sales.rows().isEmpty());
}

TEST_F(ReadingRights, WhoMayNotSeeTheCatalogIsToldSoAndNothingIsLeftOfIt)
{
    arriveInCatalog();
    catalog.openRow(0);
    settle();
    const QString product = catalog.place();
    ASSERT_FALSE(product.isEmpty());
    allow({Permission::SalesCreate});
    EXPECT_TRUE(catalog.isDenied());
    EXPECT_EQ(catalog.face(), CatalogFace::Error);
    EXPECT_EQ(table.rowCount(), 0);
    EXPECT_TRUE(catalog.place().isEmpty());
    ASSERT_TRUE(catalog.problem());
    EXPECT_EQ(catalog.problem()->code, u"auth.not_allowed");
    catalog.showPlace(product);
    catalog.retry();
    Q_EMIT desk.dataChanged();
    till.clock.advance(CatalogPresenter::refreshDelayMs);
    settle();
    EXPECT_EQ(table.rowCount(), 0);
    EXPECT_TRUE(catalog.place().isEmpty());
    allow(permissionsOf(Role::Barista));
    EXPECT_EQ(catalog.face(), CatalogFace::Rows);
    EXPECT_GT(table.rowCount(), 0);
    EXPECT_FALSE(catalog.problem());
}

TEST_F(ReadingRights, WhoDoesNotSeeStockIsShownNone)
{
    sync::ProductView product;
    product.product.name = QStringLiteral("Guji Natural");
    sync::VariantView variant;
    variant.isStockHidden = true;
    product.variants = {variant};
    table.showRows(catalogRows(product));
    const QModelIndex cell = table.index(0, table.placeOf(CatalogColumn::Stock));
    EXPECT_EQ(cell.data().toString(), u"–");
    EXPECT_TRUE(cell.data(DataRole::Raw).toString().isEmpty());
    arriveInCatalog();
    EXPECT_FALSE(catalog.sums({}).isEmpty());
    desk.changeState().person->permissions.removeAll(Permission::StockRead);
    EXPECT_TRUE(catalog.sums({}).isEmpty());
}

TEST_F(ReadingRights, ThePaletteFindsWhatMayBeSeen)
{
    for (const char *area : {"till", "catalog", "orders"})
        till.shop.shell.addArea({QString::fromLatin1(area), QString::fromLatin1(area), QString::fromLatin1(area), {}});
    till.shop.palette.open();
    const auto finds = [this](const char *text, const char *area) {
        search(text);
        return std::ranges::any_of(till.shop.palette.rows(), [&](const PaletteRow &row) {
            return row.group == PaletteGroup::Records && row.address.area == QLatin1String(area);
        });
    };
    EXPECT_TRUE(finds("flat", "catalog"));
    EXPECT_TRUE(finds("#000", "orders"));
    allow({Permission::StockRead});
    EXPECT_FALSE(finds("flat w", "catalog"));
    EXPECT_FALSE(finds("#0000", "orders"));
}

TEST_F(ReadingRights, TheDrawerKeepsItsFiguresFromWhoDoesNotManageShifts)
{
    EXPECT_FALSE(till.shop.drawer.drawer()->floatText.isEmpty());
    allow({Permission::SalesCreate});
    const std::optional<DrawerView> seller = till.shop.drawer.drawer();
    ASSERT_TRUE(seller.has_value()) << "that a shift is open is no secret";
    EXPECT_TRUE(seller->floatText.isEmpty());
    EXPECT_TRUE(seller->saleCount.has_value());
    allow(permissionsOf(Role::Warehouse));
    EXPECT_FALSE(till.shop.drawer.drawer()->saleCount.has_value());
}

TEST_F(ReadingRights, TheJournalIsShownToWhoSeesSalesOnly)
{
    sync::AuditorEntryView entry;
    entry.kind = sync::AuditorEntryView::Kind::ShiftOpen;
    entry.entry.number = 1;
    desk.setJournal({entry});
    JournalPresenter &journal = till.shop.journal;
    journal.read();
    settle();
    ASSERT_EQ(journal.rows().size(), 1);
    const PersonId before = desk.state().person->id;
    desk.changeState().person->id = PersonId(QUuid(QStringLiteral("01902e00-0000-7000-8000-0000000000aa")));
    allow(permissionsOf(Role::Warehouse));
    EXPECT_TRUE(journal.rows().isEmpty());
    EXPECT_TRUE(journal.summary().contains(QStringLiteral("may not see the auditor's journal")))
        << journal.summary().toStdString();
    desk.changeState().person->id = before;
    allow(permissionsOf(Role::Office));
    EXPECT_EQ(journal.rows().size(), 1);
}

} // namespace crema
