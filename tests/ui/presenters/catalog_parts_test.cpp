// SPDX-License-Identifier: GPL-3.0-or-later
// The pure parts of the catalog: filter as text, order of rows, what is typed into cells, rows for a spreadsheet.
#include "ui/presenters/catalog/catalog_filter.h"
#include "ui/presenters/catalog/catalog_order.h"
#include "ui/presenters/catalog/cell_reader.h"
#include "ui/presenters/catalog/record_states.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

const Currency euro = *Currency::fromCode(u"EUR");
const QLocale english(QStringLiteral("en_IE"));

QList<Category> categories()
{
    QList<Category> all;
    for (const QString &name : {QStringLiteral("Espresso bar"), QStringLiteral("Beans"), QStringLiteral("Café")}) {
        Category category;
        category.id = CategoryId(QUuid::createUuid());
        category.name = name;
        all.append(category);
    }
    return all;
}

CatalogRow row(const QString &name, const QString &sku, std::optional<std::int64_t> priceMinor = 100)
{
    CatalogRow row;
    row.name = name;
    row.sku = sku;
    if (priceMinor)
        row.price = Price{Money(*priceMinor, euro), 1};
    return row;
}

QStringList skus(CatalogOrder &order)
{
    QStringList found;
    const QList<CatalogRow> rows = order.takeRows();
    for (const CatalogRow &each : rows)
        found.append(each.sku);
    return found;
}

} // namespace

TEST(CatalogFilterTest, ReadsConditionsAndWordsInAnyOrder)
{
    const QList<Category> all = categories();
    const CatalogFilter filter = readCatalogFilter(QStringLiteral("guji no:price CATEGORY:beans 250"), all);
    EXPECT_EQ(filter.words, u"guji 250");
    EXPECT_EQ(filter.category, all.at(1).id);
    EXPECT_EQ(filter.categoryName, u"Beans");
    EXPECT_TRUE(filter.withoutPrice);
    EXPECT_FALSE(filter.withoutBarcode);
    EXPECT_EQ(filter.conditions(), 2);
}

TEST(CatalogFilterTest, FindsCategoriesInQuotesByTheirBeginningAndWithoutAccents)
{
    const QList<Category> all = categories();
    EXPECT_EQ(readCatalogFilter(QStringLiteral("category:\"espresso bar\""), all).category, all.at(0).id);
    EXPECT_EQ(readCatalogFilter(QStringLiteral("category:esp"), all).category, all.at(0).id);
    EXPECT_EQ(readCatalogFilter(QStringLiteral("category:cafe"), all).category, all.at(2).id);
    const CatalogFilter unknown = readCatalogFilter(QStringLiteral("category:tea"), all);
    EXPECT_FALSE(unknown.category);
    EXPECT_EQ(unknown.categoryName, u"tea");
    EXPECT_FALSE(unknown.takes(row(QStringLiteral("Tea"), QStringLiteral("T"))));
    EXPECT_EQ(readCatalogFilter(QStringLiteral("category:"), all).categoryName, QString())
        << "the name is still being typed";
}

TEST(CatalogFilterTest, ItsTextIsReadAsTheSameFilter)
{
    const QList<Category> all = categories();
    CatalogFilter filter;
    filter.words = QStringLiteral("oat milk");
    filter.category = all.at(0).id;
    filter.categoryName = all.at(0).name;
    filter.withoutBarcode = filter.archived = true;
    EXPECT_EQ(catalogFilterText(filter), u"category:\"espresso bar\" no:barcode is:archived oat milk");
    EXPECT_EQ(readCatalogFilter(catalogFilterText(filter), all), filter);
}

TEST(CatalogFilterTest, TakesRowsThatMeetEveryCondition)
{
    CatalogFilter filter;
    CatalogRow priced = row(QStringLiteral("A"), QStringLiteral("A"));
    CatalogRow unpriced = row(QStringLiteral("B"), QStringLiteral("B"), std::nullopt);
    EXPECT_TRUE(filter.takes(priced));
    filter.withoutPrice = true;
    EXPECT_FALSE(filter.takes(priced));
    EXPECT_TRUE(filter.takes(unpriced));
    unpriced.archived = true;
    EXPECT_FALSE(filter.takes(unpriced));
    filter.archived = true;
    EXPECT_TRUE(filter.takes(unpriced));
}

TEST(CatalogOrderTest, ReadsTheNumbersOfSkusAndMergesPages)
{
    CatalogOrder order(QLocale(QLocale::English), {{CatalogColumn::Sku, Qt::AscendingOrder}});
    order.add({row(u"a"_qs, u"LC-10"_qs), row(u"b"_qs, u"LC-2"_qs)});
    order.add({row(u"c"_qs, u"LC-1"_qs), row(u"d"_qs, u"LC-11"_qs)});
    EXPECT_EQ(order.size(), 4);
    EXPECT_EQ(skus(order), (QStringList{u"LC-1"_qs, u"LC-2"_qs, u"LC-10"_qs, u"LC-11"_qs}));
}

TEST(CatalogOrderTest, ComparesNamesAsTheLocaleDoes)
{
    CatalogOrder order(QLocale(QLocale::German), {{CatalogColumn::Name, Qt::AscendingOrder}});
    order.add({row(u"Zimt"_qs, u"3"_qs), row(u"Äpfel"_qs, u"1"_qs), row(u"bohnen"_qs, u"2"_qs)});
    EXPECT_EQ(skus(order), (QStringList{u"1"_qs, u"2"_qs, u"3"_qs}));
}

TEST(CatalogOrderTest, TheSecondKeyDecidesEqualsKeepTheirOrderAndWhatIsMissingComesLast)
{
    const QList<CatalogRow> page{row(u"Guji"_qs, u"G1"_qs, 500), row(u"Guji"_qs, u"G2"_qs, std::nullopt),
                                 row(u"Guji"_qs, u"G3"_qs, 900), row(u"Guji"_qs, u"G4"_qs, 500)};
    for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        CatalogOrder order(QLocale::c(),
                           {{CatalogColumn::Name, Qt::AscendingOrder}, {CatalogColumn::Price, direction}});
        order.add(page);
        EXPECT_EQ(skus(order), direction == Qt::AscendingOrder ? (QStringList{u"G1"_qs, u"G4"_qs, u"G3"_qs, u"G2"_qs})
                                                               : (QStringList{u"G3"_qs, u"G1"_qs, u"G4"_qs, u"G2"_qs}));
    }
}

TEST(CellReaderTest, PricesAreReadAsPeopleTypeThem)
{
    const CatalogRow piece = row(u"A"_qs, u"A"_qs);
    for (const QString &text : {u"12,5"_qs, u"12.5"_qs, u" 12.50 "_qs, u"€12.50"_qs})
        EXPECT_EQ((*readPriceCell(text, piece, euro, english))->amount.minor(), 1250) << text.toStdString();
    EXPECT_EQ((*readPriceCell(u"3*12"_qs, piece, euro, english))->amount.minor(), 3600);
    EXPECT_EQ(*readPriceCell(u"  "_qs, piece, euro, english), std::nullopt);
    EXPECT_EQ(readPriceCell(u"-1"_qs, piece, euro, english).error().code, u"price.negative");
    EXPECT_EQ(readPriceCell(u"12.345"_qs, piece, euro, english).error().code, u"money.decimals");
    EXPECT_EQ(readPriceCell(u"1.005"_qs, piece, euro, english).error().code, u"money.decimals");
    EXPECT_EQ((*readPriceCell(u"1.005"_qs, piece, euro, QLocale(QStringLiteral("de_DE"))))->amount.minor(), 100'500);
    EXPECT_EQ(readPriceCell(u"cheap"_qs, piece, euro, english).error().code, u"money.input");
    EXPECT_EQ(readPriceCell(u"99999999999.00"_qs, piece, euro, english).error().code, u"price.too_large");
}

TEST(CellReaderTest, APriceKeepsItsBaseQuantityAndANewOneOfWhatIsWeighedIsPerKilogram)
{
    CatalogRow weighed = row(u"A"_qs, u"A"_qs, std::nullopt);
    weighed.unit = Unit::Gram;
    EXPECT_EQ((*readPriceCell(u"24.90"_qs, weighed, euro, english))->per, 1000);
    weighed.price = Price{Money(249, euro), 100};
    EXPECT_EQ((*readPriceCell(u"24.90"_qs, weighed, euro, english))->per, 100);
}

TEST(CellReaderTest, BarcodesAreNormalisedAndAWrongCheckDigitNamesTheRightOne)
{
    EXPECT_EQ(*readBarcodesCell(u"4006381333931, 96385074 ; shop-1"_qs),
              (QStringList{u"04006381333931"_qs, u"00000096385074"_qs, u"shop-1"_qs}));
    EXPECT_EQ(*readBarcodesCell(u"4006381333931 04006381333931"_qs), (QStringList{u"04006381333931"_qs}));
    EXPECT_TRUE(readBarcodesCell(QString())->isEmpty());
    const Problem problem = readBarcodesCell(u"4006381333932"_qs).error();
    EXPECT_EQ(problem.code, u"barcode.check_digit");
    EXPECT_TRUE(problem.message.contains(u"should be 1")) << problem.message.toStdString();
}

TEST(CellReaderTest, ANameIsTrimmedAndNotEmpty)
{
    EXPECT_EQ(*readNameCell(u"  Guji  "_qs), u"Guji");
    EXPECT_FALSE(readNameCell(u"   "_qs));
}

TEST(RecordStatesTest, TheMostUrgentOperationOfARecordCounts)
{
    sync::QueueEntry queued;
    queued.operation.subject.id = QUuid::createUuid();
    sync::QueueEntry stuck = queued;
    stuck.needsAttention = true;
    sync::QueueEntry done;
    done.operation.subject.id = QUuid::createUuid();
    done.state = sync::OperationState::Receipted;
    const RecordStates states = recordStates({queued, stuck, queued, done});
    EXPECT_EQ(states.value(queued.operation.subject.id), RecordState::NeedsAttention);
    EXPECT_EQ(states.value(done.operation.subject.id), RecordState::Synced);
    EXPECT_EQ(states.value(QUuid::createUuid()), RecordState::Synced);
}

} // namespace crema
