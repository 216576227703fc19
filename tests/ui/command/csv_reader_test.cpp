// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/csv_reader.h"

#include <QBuffer>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

QList<CsvRecord> readAll(const QByteArray &bytes, const CsvLimits &limits = {})
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, limits);
    QList<CsvRecord> records;
    while (const std::optional<CsvRecord> record = reader.next())
        records.append(*record);
    return records;
}

QList<QStringList> fieldsOf(const QList<CsvRecord> &records)
{
    QList<QStringList> all;
    for (const CsvRecord &record : records)
        all.append(record.problem ? QStringList{u"! "_s + record.problem->code} : record.fields);
    return all;
}

struct CsvCase {
    const char *name;
    QByteArray bytes;
    QList<QStringList> fields;
};

class CsvRules : public ::testing::TestWithParam<CsvCase>
{};

TEST_P(CsvRules, AreKept)
{
    EXPECT_EQ(fieldsOf(readAll(GetParam().bytes)), GetParam().fields);
}

INSTANTIATE_TEST_SUITE_P(
    Csv, CsvRules,
    ::testing::Values(
        CsvCase{"Plain", "a,b\nc,d\n", {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}},
        CsvCase{"NoLastLineEnd", "a,b\nc,d", {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}},
        CsvCase{"WindowsLineEnds", "a,b\r\nc,d\r\n", {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}},
        CsvCase{"ByteOrderMark",
                "\xEF\xBB\xBF"
                "a,b\n",
                {{u"a"_s, u"b"_s}}},
        CsvCase{"EmptyLinesAreNothing", "a,b\n\n\r\nc,d\n", {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}},
        CsvCase{"EmptyFields", "a,,\n,b,\n", {{u"a"_s, u""_s, u""_s}, {u""_s, u"b"_s, u""_s}}},
        CsvCase{"QuotedSeparatorAndLineEnd", "\"a,1\",\"b\n2\"\nc,d\n", {{u"a,1"_s, u"b\n2"_s}, {u"c"_s, u"d"_s}}},
        CsvCase{"DoubledQuotes", "\"say \"\"hi\"\"\",b\n", {{u"say \"hi\""_s, u"b"_s}}},
        CsvCase{"QuoteInsideBareField", "a\"b,c\nd,e\n", {{u"! csv.quote"_s}, {u"d"_s, u"e"_s}}},
        CsvCase{"TextAfterClosingQuote", "\"a\"b,c\nd,e\n", {{u"! csv.text_after_quote"_s}, {u"d"_s, u"e"_s}}},
        CsvCase{"QuoteNeverClosedLosesOneLineOnly",
                "\"a,b\nc,d\ne,f\n",
                {{u"! csv.unclosed_quote"_s}, {u"c"_s, u"d"_s}, {u"e"_s, u"f"_s}}},
        CsvCase{"NotUtf8", "a,\xff\xfe\nc,d\n", {{u"! csv.encoding"_s}, {u"c"_s, u"d"_s}}},
        CsvCase{"ZeroByte", QByteArray("a,b\0c\nd,e\n", 10), {{u"! csv.control_character"_s}, {u"d"_s, u"e"_s}}},
        CsvCase{"LoneCarriageReturn", "a\rb,c\nd,e\n", {{u"! csv.control_character"_s}, {u"d"_s, u"e"_s}}},
        CsvCase{"Semicolons", "a;b\nc,1;d\n", {{u"a"_s, u"b"_s}, {u"c,1"_s, u"d"_s}}},
        CsvCase{"Tabs", "a\tb\nc\td\n", {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}}, CsvCase{"Nothing", "", {}}),
    [](const auto &one) { return one.param.name; });

TEST(CsvReader, CountsLinesAlsoThroughQuotedLineEnds)
{
    const QList<CsvRecord> records = readAll("h,i\n\"a\nb\nc\",1\n\n\"x\n2,3\nlast,4\n");
    ASSERT_EQ(records.size(), 5);
    EXPECT_EQ(records.at(1).line, 2);
    EXPECT_EQ(records.at(2).line, 6);
    EXPECT_TRUE(records.at(2).problem);
    EXPECT_EQ(records.at(3).line, 7);
    EXPECT_EQ(records.at(4).line, 8);
    EXPECT_EQ(records.at(4).fields, (QStringList{u"last"_s, u"4"_s}));
}

TEST(CsvReader, SetsAHugeFieldAsideAndGoesOn)
{
    const QByteArray huge(300'000, 'x');
    const QList<QStringList> expected{{u"a"_s, u"b"_s}, {u"! csv.field_too_long"_s}, {u"c"_s, u"d"_s}};
    EXPECT_EQ(fieldsOf(readAll("a,b\n" + huge + ",1\nc,d\n")), expected);
    EXPECT_EQ(fieldsOf(readAll("a,b\n\"" + huge + "\",1\nc,d\n")), expected);
}

TEST(CsvReader, SetsARecordBeyondTheLimitAsideOnce)
{
    const QByteArray endless(5'000'000, 'x');
    EXPECT_EQ(fieldsOf(readAll("a,b\n" + endless + "\nc,d\n")),
              (QList<QStringList>{{u"a"_s, u"b"_s}, {u"! csv.record_too_long"_s}, {u"c"_s, u"d"_s}}));
}

TEST(CsvReader, RefusesFieldsWithoutEnd)
{
    const QList<CsvRecord> records = readAll("a,b\n" + QByteArray(1'000, ',') + "\nc,d\n");
    ASSERT_EQ(records.size(), 3);
    ASSERT_TRUE(records.at(1).problem);
    EXPECT_EQ(records.at(1).problem->code, u"csv.too_many_fields");
    EXPECT_EQ(records.at(2).line, 3);
}

/// Hands out a few bytes at a time, as a pipe may.
class DripDevice : public QIODevice
{
public:
    DripDevice(QByteArray bytes, qint64 step) : m_bytes(std::move(bytes)), m_step(step) { open(QIODevice::ReadOnly); }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = std::min({maximum, m_step, static_cast<qint64>(m_bytes.size())});
        std::copy_n(m_bytes.constData(), count, data);
        m_bytes.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_step;
};

RC_GTEST_PROP(CsvReaderProperty, ReadsBackWhatAWriterQuotes, (const std::vector<std::vector<std::string>> &written))
{
    QByteArray file("h,i\r\n");
    QList<QStringList> expected{{u"h"_s, u"i"_s}};
    for (const std::vector<std::string> &record : written) {
        if (record.empty() || record.size() > 200)
            continue;
        QStringList fields;
        QByteArrayList quoted;
        for (const std::string &raw : record) {
            const QString field = QString::fromLatin1(raw).remove(QChar(u'\0'));
            fields.append(field);
            quoted.append('"' + field.toUtf8().replace('"', "\"\"") + '"');
        }
        file += quoted.join(',') + "\r\n";
        expected.append(fields);
    }
    const auto step = *rc::gen::inRange(1, 50);
    DripDevice device(file, step);
    CsvReader reader(device);
    QList<QStringList> read;
    while (const std::optional<CsvRecord> record = reader.next())
        read.append(record->fields);
    RC_ASSERT(read == expected);
}

RC_GTEST_PROP(CsvReaderProperty, EndsWithAnyBytes, (const std::string &bytes))
{
    const QList<CsvRecord> records = readAll(QByteArray::fromStdString(bytes), {64, 16, 4});
    for (qsizetype i = 1; i < records.size(); ++i)
        RC_ASSERT(records.at(i).line >= records.at(i - 1).line);
}

} // namespace
} // namespace crema::presenters
