// SPDX-License-Identifier: GPL-3.0-or-later
// What takes back on the wire: schema 2 of sale.complete, and the row of such a sale (ADR 050).
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/feed_row.h"
#include "models/feed/selling_reader.h"
#include "models/feed/selling_writer.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_content.h"
#include "models/operations/operation_types.h"
#include "models/selling/check_sale.h"
#include "models/selling/return_rules.h"
#include "tests/models/generators.h"
#include "tests/models/wire_files.h"
#include "tests/models/wire_sales.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

namespace crema {
namespace {

using testing::wireFile;

/// A return of all of some sale with texts of people in it, and sometimes with something without a receipt, or bought.
Sale takingBack()
{
    const Sale sold = *testing::sale();
    Cart cart;
    cart.currency = sold.total.currency();
    if (*rc::gen::arbitrary<bool>())
        cart.lines.append(*testing::cartLine());
    QList<ReturnedLine> lines =
        takeBack(sold, {}, everythingLeft(sold, {}, *testing::text(), true)).value_or(QList<ReturnedLine>());
    for (ReturnedLine &line : lines)
        line.name = *testing::text();
    if (lines.isEmpty() || *rc::gen::arbitrary<bool>()) {
        lines.append(takeBackWithoutReceipt(testing::article(5, 250), sold.pricesInclude,
                                            {0, Quantity(2), testing::euro(10), false, QStringLiteral("other")})
                         .value());
    }
    Sale sale = returnTotals(quote(cart, {sold.pricesInclude}).value(), lines).value();
    if (sale.total.isNegative()) {
        const Refund refund = refundOf(-sale.total, {RefundTo::Original, sold, {}}, {5});
        sale.payments = refund.payments;
        sale.rounding = refund.rounding;
    }
    const SaleHeader header = testing::saleHeader();
    sale.id = header.id;
    sale.number = header.number;
    sale.shift = header.shift;
    sale.location = header.location;
    sale.registerId = header.registerId;
    sale.completedAt = header.completedAt;
    return sale;
}

TEST(WireReturn, AddsUp)
{
    const Result<Operation> operation = readOperation(wireFile(QStringLiteral("operations/sale.complete.2.json")));
    ASSERT_TRUE(operation);
    const Result<Sale> sale = body::readSaleComplete(*operation);
    ASSERT_TRUE(sale) << sale.error().message.toStdString();
    EXPECT_TRUE(checkSale(*sale).isEmpty()) << checkSale(*sale).join(u' ').toStdString();
    EXPECT_EQ(sale->returns.size(), 2);
    EXPECT_EQ(body::schemaOf(*sale), 2);
}

TEST(WireReturn, ItsRowIsReadAndWrittenByteForByte)
{
    const QByteArray bytes = wireFile(QStringLiteral("feed/sale_that_takes_back.1.json"));
    const QByteArray page =
        R"({"after":"1.7423.11","horizon":null,"more":false,"next":"1.7423.12","rows":[)" + bytes + "]}";
    const Result<FeedPage> read = readFeedPage(page);
    ASSERT_TRUE(read) << read.error().message.toStdString();
    EXPECT_EQ(json::writeCanonical(feedRowToJson(read->rows[0])), bytes);
    const QByteArray document = json::writeCanonical(read->rows[0].entity.json());
    const Result<Sale> sale = codec::readSale(read->rows[0].entity.json());
    ASSERT_TRUE(sale) << sale.error().message.toStdString();
    EXPECT_EQ(codec::canonicalBytes(*sale), document);
    EXPECT_EQ(json::writeCanonical(codec::toJson(*sale)), document);
    EXPECT_EQ(codec::readCanonicalSale(document), *sale);
}

/// A sale that takes nothing back is written as before there were returns, so that whoever does not know them reads it.
RC_GTEST_PROP(WireReturn, IsNamedOnlyWhereSomethingComesBack, ())
{
    const Sale plain = *testing::sale();
    RC_ASSERT(body::schemaOf(plain) == 1);
    RC_ASSERT(!codec::canonicalBytes(plain).contains("\"returns\""));
    const Sale sale = takingBack();
    RC_ASSERT(body::schemaOf(sale) == 2);
}

RC_GTEST_PROP(WireReturn, AllFourCodecsAgree, ())
{
    testing::expectCodecsAgree(takingBack(), 2);
}

RC_GTEST_PROP(WireReturn, SpoiledBytesAreReadTheSameBothWays, ())
{
    testing::expectSpoiledBytesReadTheSame(testing::operationBytes(takingBack()));
}

TEST(WireReturn, WhatReadersWouldRefuseIsNotTakenForPlain)
{
    const QByteArray row = wireFile(QStringLiteral("operations/sale.complete.2.json"));
    const Sale good = body::readSaleComplete(*readOperation(row)).value();
    EXPECT_TRUE(codec::readsBackUnchanged(good));
    const auto isRefused = [&](const std::function<void(Sale &)> &spoil) {
        Sale sale = good;
        spoil(sale);
        const bool reads = codec::readSale(codec::toJson(sale)).has_value();
        EXPECT_EQ(codec::readsBackUnchanged(sale), reads);
        return !reads;
    };
    EXPECT_FALSE(isRefused([](Sale &) {}));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns.clear(); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns[0].quantity = Quantity(0); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns[0].quantity = Quantity(Quantity::maxLine + 1); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns[0].line = -1; }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns[0].line = 1'000; }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns[0].reason = QString(201, u'x'); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns[0].name = QString(1'001, u'x'); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns[0].variant = VariantId(); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns[0].fee = Money(0, testing::currency(u"CHF")); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.returns = QList<ReturnedLine>(1'001, sale.returns[0]); }));
}

} // namespace
} // namespace crema
