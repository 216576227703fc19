// SPDX-License-Identifier: GPL-3.0-or-later
// The catalog on the real client and a real SQLite store, without a network.
#include "app/desktop/example/memory_preferences.h"
#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "tests/sync/shop.h"
#include "ui/presenters/catalog/catalog_presenter.h"
#include "ui/presenters/client_shop_desk.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

using sync::testing::StoreFolder;

class NoNetwork final : public sync::HttpTransport
{
public:
    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest) override
    {
        co_return failure(ProblemKind::Unavailable, QStringLiteral("network.unreachable"),
                          QStringLiteral("The platform does not answer."));
    }
};

/// One run of the program on a store that stays.
struct Program {
    explicit Program(StoreFolder &folder)
        : client({folder.clock, folder.randomness, executor, network, folder.disk}), desk(client),
          notices(folder.clock),
          catalog(desk, folder.clock, notices, preferences, QLocale(QLocale::English, QLocale::Ireland))
    {
        bool opened = false;
        client.open(folder.request()).then([&opened](const Result<void> &result) { opened = result.has_value(); });
        EXPECT_TRUE(opened);
        catalog.arrive();
    }

    ~Program()
    {
        bool closed = false;
        client.close().then([&closed](const Result<void> &result) { closed = result.has_value(); });
        EXPECT_TRUE(closed);
    }

    [[nodiscard]] const CatalogRow &row(const QString &sku)
    {
        const QList<CatalogRow> &rows = catalog.table().rows();
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&](const CatalogRow &row) { return row.sku == sku; });
        EXPECT_NE(found, rows.end()) << sku.toStdString();
        return *found;
    }

    void edit(const QString &sku, CatalogColumn column, const QString &text)
    {
        catalog.submitCell(catalog.table().rowOf(row(sku).variant), catalog.table().placeOf(column), text);
    }

    NoNetwork network;
    sync::InlineExecutor executor;
    sync::Client client;
    ClientShopDesk desk;
    Notices notices;
    desktop::MemoryPreferences preferences;
    CatalogPresenter catalog;
};

class CatalogOnStore : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const auto store = folder.openEnrolled();
        sync::testing::addProduct(*store, QStringLiteral("Flat white"), QStringLiteral("FW"), 380,
                                  {QStringLiteral("4006381333931")});
        sync::testing::addProduct(*store, QStringLiteral("Guji Natural"), QStringLiteral("GUJI"), 1450);
    }

    StoreFolder folder;
};

} // namespace

TEST_F(CatalogOnStore, EditsSurviveARestart)
{
    {
        Program program(folder);
        program.edit(QStringLiteral("GUJI"), CatalogColumn::Price, QStringLiteral("15,20"));
        program.edit(QStringLiteral("GUJI"), CatalogColumn::Barcode, QStringLiteral("5901234123457"));
        program.edit(QStringLiteral("FW"), CatalogColumn::Name, QStringLiteral("Flat White"));
        EXPECT_FALSE(program.catalog.problem());
        EXPECT_GE(program.client.state().queue.unsent(), 3);
        const CatalogRow row = program.row(QStringLiteral("GUJI"));
        const QModelIndex status = program.catalog.table().index(
            program.catalog.table().rowOf(row.variant), program.catalog.table().placeOf(CatalogColumn::Status));
        EXPECT_EQ(status.data(DataRole::Badge).value<CellBadge>().text, u"Saved here");
    }
    Program program(folder);
    EXPECT_EQ(program.row(QStringLiteral("GUJI")).price->amount.minor(), 1520);
    EXPECT_EQ(program.row(QStringLiteral("GUJI")).barcodes, (QStringList{u"05901234123457"_qs}));
    EXPECT_EQ(program.row(QStringLiteral("FW")).name, u"Flat White");
    program.catalog.takeScan(QStringLiteral("5901234123457"));
    EXPECT_EQ(program.catalog.detail().view().name, u"Guji Natural");
}

TEST_F(CatalogOnStore, AnUndoIsAnOperationTooAndABarcodeStaysWithItsOwner)
{
    Program program(folder);
    program.edit(QStringLiteral("FW"), CatalogColumn::Price, QStringLiteral("4"));
    EXPECT_EQ(program.row(QStringLiteral("FW")).price->amount.minor(), 400);
    const std::int64_t before = program.client.state().queue.unsent();
    program.notices.undo();
    EXPECT_EQ(program.row(QStringLiteral("FW")).price->amount.minor(), 380);
    EXPECT_EQ(program.client.state().queue.unsent(), before + 1);
    QString refused;
    QObject::connect(&program.catalog, &CatalogPresenter::cellRefused, &program.catalog,
                     [&refused](const QString &sentence) { refused = sentence; });
    program.edit(QStringLiteral("GUJI"), CatalogColumn::Barcode, QStringLiteral("4006381333931"));
    EXPECT_TRUE(refused.startsWith(u"This barcode belongs to Flat white.")) << refused.toStdString();
    EXPECT_TRUE(program.row(QStringLiteral("GUJI")).barcodes.isEmpty());
}

TEST_F(CatalogOnStore, FiltersAndOrdersWhatTheStoreHolds)
{
    Program program(folder);
    program.catalog.addChip(QStringLiteral("no:barcode"));
    ASSERT_EQ(program.catalog.table().rows().size(), 1);
    EXPECT_EQ(program.catalog.table().rows().first().sku, u"GUJI");
    program.catalog.clearFilter();
    program.catalog.setSortKeys({{program.catalog.table().placeOf(CatalogColumn::Price), Qt::DescendingOrder}});
    ASSERT_EQ(program.catalog.table().rows().size(), 2);
    EXPECT_EQ(program.catalog.table().rows().first().sku, u"GUJI");
    program.catalog.setFilterText(QStringLiteral("4006381333931"));
    folder.clock.advance(CatalogPresenter::filterDelayMs);
    ASSERT_EQ(program.catalog.table().rows().size(), 1);
    EXPECT_EQ(program.catalog.table().rows().first().sku, u"FW");
}

} // namespace crema
