// SPDX-License-Identifier: GPL-3.0-or-later
// The catalog as a list: reading, filter, order, cells, one product.
#include "tests/ui/testing/till_fixture.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::FixedClock;
using testing::MemoryDesk;

class CatalogTest : public ::testing::Test
{
protected:
    CatalogTest()
    {
        testing::fillBar(desk);
        desk.openStore(true, true);
        desk.addPerson(QStringLiteral("Nils Holm"), Role::Barista);
    }

    void settle()
    {
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    }

    void arrive()
    {
        catalog.arrive();
        settle();
    }

    void type(const QString &text)
    {
        catalog.setFilterText(text);
        clock.advance(CatalogPresenter::filterDelayMs);
        settle();
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList found;
        for (const CatalogRow &row : table.rows())
            found.append(row.name);
        return found;
    }

    [[nodiscard]] int rowOf(const QString &sku) const
    {
        for (int row = 0; row < table.rows().size(); ++row) {
            if (table.rows().at(row).sku == sku)
                return row;
        }
        return -1;
    }

    void edit(const QString &sku, CatalogColumn column, const QString &text)
    {
        catalog.submitCell(rowOf(sku), table.placeOf(column), text);
        settle();
    }

    [[nodiscard]] QString shown(const QString &sku, CatalogColumn column) const
    {
        return table.index(rowOf(sku), table.placeOf(column)).data().toString();
    }

    MemoryDesk desk;
    FixedClock clock;
    Notices notices{clock};
    desktop::MemoryPreferences preferences;
    CatalogPresenter catalog{desk, clock, notices, preferences, QLocale(QLocale::English, QLocale::Ireland)};
    CatalogTableModel &table = catalog.table();
    std::unique_ptr<QAbstractItemModelTester> tester =
        std::make_unique<QAbstractItemModelTester>(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
};

} // namespace

// Reading

TEST_F(CatalogTest, ReadsNothingBeforeSomebodyLooks)
{
    EXPECT_EQ(desk.productCalls, 0);
    arrive();
    EXPECT_EQ(catalog.face(), CatalogFace::Rows);
    EXPECT_EQ(names().size(), 5);
    EXPECT_EQ(shown(QStringLiteral("GUJI-250"), CatalogColumn::Price), u"14.50");
    EXPECT_EQ(shown(QStringLiteral("JAR"), CatalogColumn::Price), u"–");
    EXPECT_EQ(shown(QStringLiteral("FW"), CatalogColumn::Barcode), u"4006381333931");
    EXPECT_EQ(table.headerData(table.placeOf(CatalogColumn::Price), Qt::Horizontal, Qt::DisplayRole).toString(),
              u"Price, €");
    EXPECT_EQ(catalog.countText(0), u"5 variant(s)");
    EXPECT_EQ(catalog.sums({}), (QList<AmountRow>{{u"In stock"_qs, u"202"_qs}}));
    EXPECT_EQ(catalog.sums({2, 3}), (QList<AmountRow>{{u"In stock"_qs, u"52"_qs}}));
}

TEST_F(CatalogTest, ShowsNothingThenASkeletonThenWhatIsBeingRead)
{
    desk.holdAnswers(true);
    arrive();
    EXPECT_EQ(catalog.face(), CatalogFace::Blank);
    clock.advance(CatalogPresenter::skeletonAfterMs - 1);
    EXPECT_EQ(catalog.face(), CatalogFace::Blank);
    clock.advance(1);
    EXPECT_EQ(catalog.face(), CatalogFace::Skeleton);
    EXPECT_TRUE(catalog.progressText().isEmpty());
    clock.advance(CatalogPresenter::sayAfterMs - CatalogPresenter::skeletonAfterMs);
    EXPECT_FALSE(catalog.progressText().isEmpty());
    desk.holdAnswers(false);
    settle();
    EXPECT_EQ(catalog.face(), CatalogFace::Rows);
    EXPECT_TRUE(catalog.progressText().isEmpty());
}

TEST_F(CatalogTest, AFailureIsAPageErrorAndCanBeTriedAgain)
{
    desk.failProducts = Problem{ProblemKind::Failed, u"store.damaged"_qs, u"The catalog could not be read."_qs, {}, {}};
    arrive();
    EXPECT_EQ(catalog.face(), CatalogFace::Error);
    ASSERT_TRUE(catalog.problem());
    EXPECT_EQ(catalog.problem()->code, u"store.damaged");
    catalog.retry();
    settle();
    EXPECT_EQ(catalog.face(), CatalogFace::Rows);
    EXPECT_FALSE(catalog.problem());
}

TEST_F(CatalogTest, OldRowsStayWhileTheyAreReadAgainAndAfterAFailure)
{
    arrive();
    desk.holdAnswers(true);
    Q_EMIT desk.dataChanged();
    clock.advance(CatalogPresenter::refreshDelayMs + 2'000);
    EXPECT_EQ(catalog.face(), CatalogFace::Rows);
    EXPECT_EQ(table.rows().size(), 5);
    desk.failProducts = Problem{ProblemKind::Failed, u"store.damaged"_qs, u"No."_qs, {}, {}};
    desk.holdAnswers(false);
    settle();
    EXPECT_EQ(catalog.face(), CatalogFace::Rows);
    EXPECT_EQ(table.rows().size(), 5);
    EXPECT_TRUE(catalog.problem());
    Q_EMIT desk.dataChanged();
    clock.advance(CatalogPresenter::refreshDelayMs);
    settle();
    EXPECT_FALSE(catalog.problem()) << "the next answer was good";
}

TEST_F(CatalogTest, AnEmptyCatalogIsNotAFilteredOne)
{
    desk.clearProducts();
    arrive();
    EXPECT_EQ(catalog.face(), CatalogFace::EmptyFirstUse);
    type(QStringLiteral("no:price"));
    EXPECT_EQ(catalog.face(), CatalogFace::EmptyFiltered);
}

TEST_F(CatalogTest, ChangesOfOthersAreReadOnceAndRowsKeepTheirPlace)
{
    arrive();
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    const int calls = desk.productCalls;
    desk.addProduct(QStringLiteral("New tea"), QStringLiteral("TEA"), {}, 300);
    for (int change = 0; change < 5; ++change)
        Q_EMIT desk.dataChanged();
    clock.advance(CatalogPresenter::refreshDelayMs);
    settle();
    EXPECT_EQ(desk.productCalls, calls + 1);
    EXPECT_EQ(names().last(), u"New tea");
    EXPECT_EQ(reset.size(), 0);
}

TEST_F(CatalogTest, NothingIsReadUnderACellThatIsBeingEdited)
{
    arrive();
    const int calls = desk.productCalls;
    catalog.setEditing(true);
    Q_EMIT desk.dataChanged();
    clock.advance(10'000);
    settle();
    EXPECT_EQ(desk.productCalls, calls);
    catalog.setEditing(false);
    clock.advance(CatalogPresenter::refreshDelayMs);
    settle();
    EXPECT_EQ(desk.productCalls, calls + 1);
}

TEST_F(CatalogTest, NobodyLooksSoNothingIsRead)
{
    arrive();
    catalog.leave();
    const int calls = desk.productCalls;
    Q_EMIT desk.dataChanged();
    clock.advance(10'000);
    settle();
    EXPECT_EQ(desk.productCalls, calls);
    catalog.arrive();
    settle();
    EXPECT_EQ(desk.productCalls, calls + 1);
}

TEST_F(CatalogTest, AHundredThousandProductsAreReadAWindowAtATime)
{
    tester.reset(); // it fetches whatever there is
    desk.clearProducts();
    for (int number = 0; number < 100'000; ++number)
        desk.addProduct(QStringLiteral("Product %1").arg(number), QStringLiteral("P-%1").arg(number), {}, 100);
    arrive();
    EXPECT_EQ(desk.productsRead, CatalogReading::firstPage);
    EXPECT_EQ(table.rows().size(), CatalogReading::firstPage);
    EXPECT_TRUE(table.canFetchMore({}));
    EXPECT_EQ(catalog.countText(0), u"First 100 variants of 100,000 products");
    table.fetchMore({});
    settle();
    EXPECT_EQ(desk.productsRead, CatalogReading::firstPage + CatalogReading::laterPage);
    EXPECT_EQ(table.rows().size(), 600);
    EXPECT_EQ(table.rows().last().name, u"Product 599");
    // What was changed elsewhere is looked for among what is loaded, not in the whole catalog.
    Q_EMIT desk.dataChanged();
    clock.advance(CatalogPresenter::refreshDelayMs);
    settle();
    EXPECT_EQ(desk.productsRead, 2 * (CatalogReading::firstPage + CatalogReading::laterPage));
    EXPECT_EQ(table.rows().size(), 600);
}

// Filter and order

TEST_F(CatalogTest, FiltersAsPeopleTypeOnceTheyPause)
{
    arrive();
    const int calls = desk.productCalls;
    for (const QString &text : {u"g"_qs, u"gu"_qs, u"guj"_qs}) {
        catalog.setFilterText(text);
        clock.advance(CatalogPresenter::filterDelayMs - 1);
    }
    EXPECT_EQ(desk.productCalls, calls);
    clock.advance(1);
    settle();
    EXPECT_EQ(desk.productCalls, calls + 1);
    EXPECT_EQ(names(), (QStringList{u"Guji Natural 250 g"_qs}));
}

TEST_F(CatalogTest, ChipsAndTextAreOneFilter)
{
    arrive();
    type(QStringLiteral("category:beans guji"));
    EXPECT_EQ(names(), (QStringList{u"Guji Natural 250 g"_qs}));
    ASSERT_EQ(catalog.chips().size(), 1);
    EXPECT_EQ(catalog.chips().first().text, u"Category is Beans");
    catalog.removeChip(catalog.chips().first().id);
    settle();
    EXPECT_EQ(catalog.filterText(), u"guji");
    catalog.clearFilter();
    catalog.addChip(QStringLiteral("no:price"));
    settle();
    EXPECT_EQ(catalog.filterText(), u"no:price");
    EXPECT_EQ(names(), (QStringList{u"Mystery jar"_qs}));
    catalog.addChip(QStringLiteral("category:Espresso bar"));
    settle();
    EXPECT_EQ(catalog.filterText(), u"category:\"espresso bar\" no:price");
    EXPECT_EQ(catalog.face(), CatalogFace::EmptyFiltered);
    EXPECT_EQ(catalog.emptyText(), u"No products match 2 filter(s)");
    catalog.actions().find(u"catalog.clear")->trigger();
    settle();
    EXPECT_EQ(names().size(), 5);
}

TEST_F(CatalogTest, ALateAnswerToAnOldFilterIsNotShown)
{
    arrive();
    desk.holdAnswers(true);
    type(QStringLiteral("guji"));
    type(QStringLiteral("flat"));
    desk.holdAnswers(false);
    settle();
    EXPECT_EQ(names(), (QStringList{u"Flat white"_qs}));
}

TEST_F(CatalogTest, SortsByTwoKeysOverTheWholeCatalog)
{
    arrive();
    const int price = table.placeOf(CatalogColumn::Price);
    const int category = table.placeOf(CatalogColumn::Category);
    catalog.setSortKeys({{category, Qt::AscendingOrder}, {price, Qt::DescendingOrder}});
    settle();
    EXPECT_EQ(names(), (QStringList{u"House blend 1 kg"_qs, u"Guji Natural 250 g"_qs, u"Flat white"_qs,
                                    u"Café crème"_qs, u"Mystery jar"_qs}));
}

// Cells

TEST_F(CatalogTest, APriceIsSavedTintedAndCanBeTakenBack)
{
    arrive();
    QSignalSpy saved(&catalog, &CatalogPresenter::cellSaved);
    edit(QStringLiteral("GUJI-250"), CatalogColumn::Price, QStringLiteral("3*5,20"));
    ASSERT_EQ(saved.size(), 1);
    EXPECT_EQ(shown(QStringLiteral("GUJI-250"), CatalogColumn::Price), u"15.60");
    const QModelIndex cell = table.index(rowOf(QStringLiteral("GUJI-250")), table.placeOf(CatalogColumn::Price));
    EXPECT_TRUE(cell.data(DataRole::Saved).toBool());
    clock.advance(CatalogPresenter::tintMs);
    EXPECT_FALSE(cell.data(DataRole::Saved).toBool());
    ASSERT_TRUE(notices.shown());
    EXPECT_EQ(notices.shown()->text, u"Price of Guji Natural 250 g is now €15.60");
    notices.undo();
    settle();
    EXPECT_EQ(shown(QStringLiteral("GUJI-250"), CatalogColumn::Price), u"14.50");
}

TEST_F(CatalogTest, ATextThatCannotBeReadIsRefusedAndNothingIsSaved)
{
    arrive();
    QSignalSpy refused(&catalog, &CatalogPresenter::cellRefused);
    edit(QStringLiteral("FW"), CatalogColumn::Price, QStringLiteral("cheap"));
    ASSERT_EQ(refused.size(), 1);
    EXPECT_TRUE(refused.first().first().toString().contains(u"“cheap”"));
    edit(QStringLiteral("FW"), CatalogColumn::Name, QStringLiteral("  "));
    EXPECT_EQ(refused.size(), 2);
    edit(QStringLiteral("FW"), CatalogColumn::Barcode, QStringLiteral("4006381333932"));
    ASSERT_EQ(refused.size(), 3);
    EXPECT_TRUE(refused.last().first().toString().contains(u"should be 1"));
    EXPECT_FALSE(notices.canUndo());
    EXPECT_EQ(shown(QStringLiteral("FW"), CatalogColumn::Price), u"3.80");
}

TEST_F(CatalogTest, ABarcodeOfAnotherVariantNamesItAndLeadsThere)
{
    arrive();
    QSignalSpy refused(&catalog, &CatalogPresenter::cellRefused);
    edit(QStringLiteral("CC"), CatalogColumn::Barcode, QStringLiteral("96385074, 4006381333931"));
    ASSERT_EQ(refused.size(), 1);
    EXPECT_TRUE(refused.first().at(0).toString().startsWith(u"This barcode belongs to Flat white."));
    EXPECT_EQ(refused.first().at(1).toString(), u"Open Flat white");
    catalog.openLinked();
    settle();
    EXPECT_EQ(catalog.detail().view().name, u"Flat white");
    EXPECT_FALSE(catalog.place().isEmpty());
}

TEST_F(CatalogTest, ANameIsChangedInEveryRowOfTheProduct)
{
    desk.addVariant(QStringLiteral("Mystery jar"), QStringLiteral("large"), QStringLiteral("JAR-L"), {}, 900);
    arrive();
    edit(QStringLiteral("JAR"), CatalogColumn::Name, QStringLiteral(" Cookie jar "));
    EXPECT_EQ(shown(QStringLiteral("JAR"), CatalogColumn::Name), u"Cookie jar");
    EXPECT_EQ(shown(QStringLiteral("JAR-L"), CatalogColumn::Name), u"Cookie jar");
    notices.undo();
    settle();
    EXPECT_EQ(shown(QStringLiteral("JAR-L"), CatalogColumn::Name), u"Mystery jar");
}

TEST_F(CatalogTest, WhatIsTypedUnchangedIsNoEdit)
{
    arrive();
    QSignalSpy saved(&catalog, &CatalogPresenter::cellSaved);
    edit(QStringLiteral("FW"), CatalogColumn::Price, QStringLiteral("3,8"));
    EXPECT_EQ(saved.size(), 1);
    EXPECT_FALSE(notices.canUndo());
    EXPECT_EQ(desk.state().queue.queued, 0);
}

TEST_F(CatalogTest, WhoMayNotEditIsToldWhoMay)
{
    desk.changeState().person = desk.peopleHere().last();
    Q_EMIT desk.changed();
    arrive();
    const QModelIndex cell = table.index(0, table.placeOf(CatalogColumn::Price));
    EXPECT_FALSE(cell.flags() & Qt::ItemIsEditable);
    catalog.explainCell(table.placeOf(CatalogColumn::Price));
    settle();
    ASSERT_TRUE(catalog.problem());
    EXPECT_EQ(catalog.problem()->kind, ProblemKind::NotAllowed);
    EXPECT_EQ(catalog.problem()->hint, u"These people can do it: Mina Kowalski.");
    EXPECT_FALSE(catalog.actions().find(u"catalog.edit")->isEnabled());
}

TEST_F(CatalogTest, AChangedRecordSaysThatItIsSavedHere)
{
    arrive();
    sync::QueueEntry entry;
    entry.operation.subject.id = table.rows().at(rowOf(QStringLiteral("FW"))).variant.value();
    desk.addQueueEntry(entry);
    settle();
    const QModelIndex cell = table.index(rowOf(QStringLiteral("FW")), table.placeOf(CatalogColumn::Status));
    EXPECT_EQ(cell.data(DataRole::Badge).value<CellBadge>().text, u"Saved here");
    catalog.openRow(rowOf(QStringLiteral("FW")));
    settle();
    EXPECT_EQ(catalog.detail().view().state.text, u"Saved here");
    catalog.openRow(rowOf(QStringLiteral("CC")));
    settle();
    EXPECT_EQ(catalog.detail().view().state.text, u"Synced");
}

// One product

TEST_F(CatalogTest, AScanOpensTheProductAndAnUnknownOneIsExplained)
{
    arrive();
    QSignalSpy moved(&catalog, &CatalogPresenter::placeChanged);
    catalog.takeScan(QStringLiteral("5901234123457"));
    settle();
    EXPECT_EQ(moved.size(), 1);
    EXPECT_EQ(catalog.detail().face(), DetailFace::Shown);
    EXPECT_EQ(catalog.detail().view().name, u"Guji Natural 250 g");
    EXPECT_EQ(catalog.detail().view().categories, u"Beans");
    EXPECT_EQ(catalog.detail().view().taxText, u"Standard, 20 %");
    const QString place = catalog.place();
    catalog.takeScan(QStringLiteral("9999999999994"));
    settle();
    EXPECT_EQ(catalog.problem()->code, u"product.unknown_code");
    EXPECT_EQ(catalog.place(), place);
    catalog.actions().find(u"catalog.back")->trigger();
    EXPECT_TRUE(catalog.place().isEmpty());
    catalog.showPlace(place);
    settle();
    EXPECT_EQ(catalog.detail().view().name, u"Guji Natural 250 g");
    catalog.showPlace(QStringLiteral("nothing"));
    EXPECT_TRUE(catalog.place().isEmpty());
    EXPECT_EQ(catalog.problem()->code, u"catalog.unknown_place");
}

TEST_F(CatalogTest, APriceSavedInTheProductIsSeenInTheList)
{
    arrive();
    catalog.openRow(rowOf(QStringLiteral("FW")));
    settle();
    ProductDetail &detail = catalog.detail();
    QAbstractItemModelTester detailTester(&detail.table(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    detail.submitCell(0, detail.table().placeOf(CatalogColumn::Price), QStringLiteral("4"));
    settle();
    EXPECT_EQ(shown(QStringLiteral("FW"), CatalogColumn::Price), u"4.00");
    notices.undo();
    settle();
    EXPECT_EQ(shown(QStringLiteral("FW"), CatalogColumn::Price), u"3.80");
}

TEST_F(CatalogTest, SaysHowOldTheListIsWhileThePlatformIsAway)
{
    arrive();
    EXPECT_TRUE(catalog.asOfText().isEmpty());
    desk.changeState().link = sync::Link::Offline;
    desk.changeState().lastSyncAt = UtcTime(1'700'000'000'000);
    Q_EMIT desk.changed();
    EXPECT_EQ(catalog.asOfText(), u"As of 23:13");
}

} // namespace crema
