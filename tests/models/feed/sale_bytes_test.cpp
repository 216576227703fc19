// SPDX-License-Identifier: GPL-3.0-or-later
// A sale is written and read in one go where it can be, and says the same as the long way.
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/selling_reader.h"
#include "models/feed/selling_writer.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_content.h"
#include "models/operations/operation_types.h"
#include "tests/models/generators.h"
#include "tests/models/wire_files.h"
#include "tests/models/wire_sales.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

using testing::operationBytes;
using testing::wireFile;

/// The till writes a sale once, from the value: those bytes are the ones that the object makes, and say the same.
RC_GTEST_PROP(WireSale, IsTheSameFromTheValueAndFromTheObject, ())
{
    const Sale sale = *testing::sale();
    RC_ASSERT(codec::canonicalBody(sale) == json::writeCanonical(body::toJson(sale)));
    RC_ASSERT(codec::readsBackUnchanged(sale));
    const Result<Operation> read = readOperation(operationBytes(sale));
    RC_ASSERT(read.has_value());
    const bool same = body::readSaleComplete(*read) == sale;
    RC_ASSERT(same);
}

/// A sale with texts and people in it, as tills make them.
rc::Gen<Sale> namedSale()
{
    return rc::gen::apply(
        [](Sale sale, const QString &name, const QString &note, bool isKnown) {
            sale.lines[0].name = name;
            sale.lines.last().note = note;
            sale.note = QStringLiteral("für später");
            if (isKnown)
                sale.customer = CustomerId(testing::uuid(20));
            if (isKnown)
                sale.cashier = PersonId(testing::uuid(21));
            return sale;
        },
        testing::sale(), testing::text(), testing::text(), rc::gen::arbitrary<bool>());
}

/// Reading in one go answers only what the long way answers as well, whatever the bytes are; and it answers for
/// whatever has nothing to escape.
void expectOneGoIsTheLongWay(const QByteArray &bytes)
{
    const Result<OperationContent> content = readContent(bytes);
    Result<Operation> operation = readOperation(bytes);
    RC_ASSERT(content.has_value() == operation.has_value());
    if (!content) {
        RC_ASSERT(content.error().code == operation.error().code);
        return;
    }
    if (content->sale) {
        const auto sale = body::readSaleComplete(*operation);
        RC_ASSERT(sale.has_value());
        const bool sameSale = *sale == *content->sale;
        RC_ASSERT(sameSale);
        operation->body = {};
    }
    const bool sameOperation = content->operation == *operation;
    RC_ASSERT(sameOperation);
}

RC_GTEST_PROP(WireSale, ReadInOneGoIsWhatTheLongWayReads, ())
{
    const Sale sale = *namedSale();
    const QByteArray bytes = operationBytes(sale);
    expectOneGoIsTheLongWay(bytes);
    if (!bytes.contains('\\'))
        RC_ASSERT(readContent(bytes)->sale.has_value() == codec::readsBackUnchanged(sale));
    const QByteArray document = codec::canonicalBytes(sale);
    if (const auto read = codec::readCanonicalSale(document)) {
        const bool same = *read == sale;
        RC_ASSERT(same);
    } else {
        RC_ASSERT(document.contains('\\') || !codec::readsBackUnchanged(sale));
    }
}

RC_GTEST_PROP(WireSale, ReadInOneGoTakesNothingThatTheLongWayDoesNot, ())
{
    QByteArray bytes = operationBytes(*namedSale());
    const auto place = [&] { return *rc::gen::inRange<qsizetype>(0, bytes.size()); };
    const auto letter = [] {
        return static_cast<char>(*rc::gen::oneOf(
            rc::gen::inRange(0, 256), rc::gen::map(rc::gen::element(' ', '0', '9', '-', ',', '"', '}', ']', 'n'),
                                                   [](char byte) { return int(byte); })));
    };
    switch (*rc::gen::inRange(0, 3)) {
    case 0: bytes[place()] = letter(); break;
    case 1: bytes.insert(place(), letter()); break;
    default: bytes.remove(place(), 1);
    }
    expectOneGoIsTheLongWay(bytes);
    expectOneGoIsTheLongWay(bytes.first(place()));
}

TEST(WireSale, ReadInOneGoKeepsToItsBounds)
{
    // Without its escapes, which are left to the long way as well.
    QByteArray good = wireFile(QStringLiteral("operations/sale.complete.1.json"));
    EXPECT_FALSE(readContent(good)->sale);
    good.replace("\\\"", "").replace("\\t", " ");
    ASSERT_TRUE(readContent(good)->sale);
    const auto isLeftToTheLongWay = [&](const QByteArray &part, const QByteArray &other) {
        EXPECT_TRUE(good.contains(part)) << part.toStdString();
        QByteArray bytes = good;
        const Result<OperationContent> content = readContent(bytes.replace(part, other));
        return !content || !content->sale;
    };
    EXPECT_TRUE(isLeftToTheLongWay("\"schema\":1", "\"schema\":2"));
    EXPECT_TRUE(isLeftToTheLongWay("\"type\":\"sale.complete\"", "\"type\":\"sale.complete\",\"zeal\":1"));
    EXPECT_TRUE(isLeftToTheLongWay("\"currency\":\"EUR\"", "\"currency\":\"XYZ\""));
    EXPECT_TRUE(isLeftToTheLongWay("\"total\":{\"currency\":\"EUR\"", "\"total\":{\"currency\":\"CHF\""));
    EXPECT_TRUE(isLeftToTheLongWay("\"minor\":0", "\"minor\":-0"));
    EXPECT_TRUE(isLeftToTheLongWay("\"minor\":0", "\"minor\":00"));
    EXPECT_TRUE(isLeftToTheLongWay("\"minor\":0", "\"minor\":9007199254740992"));
    EXPECT_TRUE(isLeftToTheLongWay("\"minor\":0", "\"minor\":99999999999999999999999999"));
    EXPECT_TRUE(isLeftToTheLongWay("\"occurred_at\":\"2026", "\"occurred_at\":\"0000"));
    EXPECT_TRUE(isLeftToTheLongWay("\"note\":\"\"", "\"note\":\"" + QByteArray(1'001, 'x') + '"'));
}

TEST(WireSale, ThatReadersWouldRefuseIsNotTakenForPlain)
{
    const Sale good = [] {
        Sale sale;
        sale.number = QStringLiteral("MAIN-1-000001");
        SaleLine line;
        line.variant = VariantId(testing::uuid(1));
        line.product = ProductId(testing::uuid(2));
        line.quantity = Quantity(1);
        sale.lines = {line};
        return sale;
    }();
    EXPECT_TRUE(codec::readsBackUnchanged(good));
    const auto refuses = [&](const std::function<void(Sale &)> &spoil) {
        Sale sale = good;
        spoil(sale);
        return !codec::readsBackUnchanged(sale);
    };
    EXPECT_TRUE(refuses([](Sale &sale) { sale.note = QString(1'001, u'x'); }));
    EXPECT_TRUE(refuses([](Sale &sale) { sale.customerNote = QString(1'001, u'x'); }));
    EXPECT_TRUE(refuses([](Sale &sale) { sale.lines[0].note = QStringLiteral("a") + QChar(u'\0'); }));
    EXPECT_TRUE(refuses([](Sale &sale) { sale.lines[0].name = QString(QChar(0xd800)); }));
    EXPECT_TRUE(refuses([](Sale &sale) { sale.lines.clear(); }));
    EXPECT_TRUE(refuses([](Sale &sale) { sale.number.clear(); }));
    EXPECT_TRUE(refuses([](Sale &sale) { sale.lines[0].quantity = Quantity(0); }));
    EXPECT_TRUE(refuses([](Sale &sale) { sale.rounding = Money(0, *Currency::fromCode(u"CHF")); }));
    EXPECT_TRUE(refuses([](Sale &sale) { sale.discounts = QList<SaleDiscount>(51); }));
}

} // namespace
} // namespace crema
