// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/import_row_reader.h"

#include <QFile>

#include <gtest/gtest.h>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

ImportRowReader readerFor(const QStringList &header, AmountUnit unit = AmountUnit::Minor)
{
    return ImportRowReader(ImportColumns::recognise(header, {}).value(), *Currency::fromCode(u"EUR"), unit);
}

Result<sync::ImportRow> readRow(ImportRowReader &reader, const QStringList &fields, std::int64_t line = 2)
{
    return reader.read(CsvRecord{line, fields, {}});
}

TEST(ImportColumns, AreRecognisedWhateverTheirSpelling)
{
    const auto columns = ImportColumns::recognise({u"Product Name"_s, u"EAN-13"_s, u"colour"_s, u"PRICE"_s}, {});
    ASSERT_TRUE(columns);
    const QStringList record{u" Beans "_s, u"4006381333931"_s, u"red"_s, u"1290"_s};
    EXPECT_EQ(columns->text(record, ImportField::Name), u"Beans");
    EXPECT_EQ(columns->text(record, ImportField::Barcode), u"4006381333931");
    EXPECT_EQ(columns->text(record, ImportField::Price), u"1290");
    EXPECT_EQ(columns->unread(), QStringList{u"colour"_s});
}

TEST(ImportColumns, CanBeChosenAndSayWhatIsMissing)
{
    const QStringList header{u"Bezeichnung"_s, u"code"_s};
    const auto unknown = ImportColumns::recognise(header, {});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, u"import.no_header");
    EXPECT_TRUE(ImportColumns::recognise(header, {{u"name"_s, u"Bezeichnung"_s}}));
    EXPECT_EQ(ImportColumns::recognise(header, {{u"name"_s, u"Nomen"_s}}).error().code, u"import.unknown_column");
    EXPECT_EQ(ImportColumns::recognise(header, {{u"nom"_s, u"Bezeichnung"_s}}).error().code, u"import.unknown_field");
}

struct RowCase {
    const char *name;
    QStringList fields;
    QString code;
};

class RowsSetAside : public ::testing::TestWithParam<RowCase>
{};

TEST_P(RowsSetAside, SayWhy)
{
    ImportRowReader reader = readerFor({u"barcode"_s, u"name"_s, u"price"_s});
    const auto row = readRow(reader, GetParam().fields);
    ASSERT_FALSE(row);
    EXPECT_EQ(row.error().code, GetParam().code);
    EXPECT_FALSE(row.error().message.isEmpty());
    EXPECT_FALSE(row.error().hint.isEmpty());
    EXPECT_EQ(row.error().fields.isEmpty(), row.error().code == u"import.field_count") << "which column is wrong";
}

INSTANTIATE_TEST_SUITE_P(
    Import, RowsSetAside,
    ::testing::Values(RowCase{"WrongCheckDigit", {u"4006381333930"_s, u"A"_s, u""_s}, u"barcode.check_digit"_s},
                      RowCase{"OddLength", {u"40063813339"_s, u"A"_s, u""_s}, u"barcode.length"_s},
                      RowCase{"NoName", {u"4006381333931"_s, u"  "_s, u""_s}, u"import.no_name"_s},
                      RowCase{"NoCode", {u""_s, u"A"_s, u""_s}, u"import.no_code"_s},
                      RowCase{"FieldTooFew", {u"4006381333931"_s, u"A"_s}, u"import.field_count"_s},
                      RowCase{"NegativePrice", {u"4006381333931"_s, u"A"_s, u"-5"_s}, u"amount.unreadable"_s},
                      RowCase{"PriceInWords", {u"4006381333931"_s, u"A"_s, u"free"_s}, u"amount.unreadable"_s},
                      RowCase{
                          "HugePrice", {u"4006381333931"_s, u"A"_s, u"99999999999999999999"_s}, u"amount.too_large"_s}),
    [](const auto &one) { return one.param.name; });

TEST(ImportRows, TakeACodeOnce)
{
    ImportRowReader reader = readerFor({u"barcode"_s, u"name"_s});
    ASSERT_TRUE(readRow(reader, {u"036000291452"_s, u"A"_s}, 2));
    // The EAN-13 of the same UPC-A is the same product.
    const auto again = readRow(reader, {u"0036000291452"_s, u"B"_s}, 7);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, u"import.repeated_code");
    EXPECT_TRUE(again.error().message.contains(u"Line 2"_s));
}

TEST(ImportRows, ReadAmountsInTheUnitOfTheFile)
{
    const Currency euro = *Currency::fromCode(u"EUR");
    const Currency yen = *Currency::fromCode(u"JPY");
    EXPECT_EQ(readAmount(u"1290", AmountUnit::Minor, euro)->minor(), 1290);
    EXPECT_EQ(readAmount(u"12.9", AmountUnit::Major, euro)->minor(), 1290);
    EXPECT_EQ(readAmount(u"12,90", AmountUnit::Major, euro)->minor(), 1290);
    EXPECT_EQ(readAmount(u"12", AmountUnit::Major, euro)->minor(), 1200);
    EXPECT_EQ(readAmount(u"12", AmountUnit::Major, yen)->minor(), 12);
    EXPECT_EQ(readAmount(u"12.905", AmountUnit::Major, euro).error().code, u"amount.decimals");
    EXPECT_EQ(readAmount(u"1.290,00", AmountUnit::Major, euro).error().code, u"amount.unreadable");
    EXPECT_EQ(readAmount(u"12.90", AmountUnit::Minor, euro).error().code, u"amount.unreadable");
}

/// GS1's rule, written down once more so that the product's own is not its own judge.
bool hasGoodCheckDigit(const QString &code)
{
    const QList<qsizetype> lengths{8, 12, 13, 14};
    if (!lengths.contains(code.size()))
        return false;
    int sum = 0;
    for (qsizetype i = 0; i + 1 < code.size(); ++i)
        sum += code.at(code.size() - 2 - i).digitValue() * (i % 2 == 0 ? 3 : 1);
    return (10 - sum % 10) % 10 == code.back().digitValue();
}

TEST(ImportRows, OfRealProductsSetAsideExactlyTheWrongBarcodes)
{
    QFile file(qEnvironmentVariable("CREMA_REAL_DATA") + u"/products.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        GTEST_SKIP() << "CREMA_REAL_DATA holds no products.csv on this machine";
    CsvReader reader(file);
    const std::optional<CsvRecord> header = reader.next();
    ASSERT_TRUE(header);
    ImportRowReader rows = readerFor(header->fields);
    std::int64_t count = 0;
    std::int64_t setAside = 0;
    while (const std::optional<CsvRecord> record = reader.next()) {
        ASSERT_FALSE(record->problem) << record->line;
        ++count;
        const QString code = record->fields.at(0);
        const bool taken = rows.read(*record).has_value();
        EXPECT_EQ(taken, hasGoodCheckDigit(code)) << qPrintable(code);
        EXPECT_EQ(taken, record->fields.at(2) == u"1") << qPrintable(code);
        setAside += taken ? 0 : 1;
    }
    EXPECT_EQ(count, 3902);
    EXPECT_EQ(setAside, 61);
}

} // namespace
} // namespace crema::presenters
