// SPDX-License-Identifier: GPL-3.0-or-later
// Modifiers, promotions, card slips, tips and cards on the wire: schema 3 of sale.complete, and the row of such a sale
// (ADR 054).
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
#include "tests/models/generators.h"
#include "tests/models/wire_files.h"
#include "tests/models/wire_sales.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

namespace crema {
namespace {

using testing::wireFile;

Sale wireSale()
{
    return body::readSaleComplete(*readOperation(wireFile(QStringLiteral("operations/sale.complete.3.json")))).value();
}

/// Some sale with one of the members of schema 3, or several.
Sale withMembers()
{
    Sale sale = *testing::sale();
    const int members = *rc::gen::inRange(1, 128);
    SaleLine &line = sale.lines.first();
    if (members & 1)
        line.modifiers.append({ModifierId(testing::uuid(41)), *testing::text(), testing::euro(-30)});
    if (members & 2)
        line.giftCard = GiftCardId(testing::uuid(42));
    if (members & 4)
        line.discounts.append({*testing::text(), 500, testing::euro(1), PromotionId(testing::uuid(43))});
    if (members & 8)
        sale.discounts.append({QStringLiteral("off"), {}, testing::euro(1), {}, QStringLiteral("WELCOME")});
    Payment payment{PaymentMethod::StoreCredit, testing::euro(1), testing::euro(1), testing::euro(0)};
    if (members & 16)
        payment.card = CardSlip{*testing::text(), QStringLiteral("4711")};
    if (members & 32)
        payment.tip = testing::euro(7);
    if (members & 64)
        payment.giftCard = GiftCardId(testing::uuid(44));
    sale.payments.append(payment);
    return sale;
}

TEST(WireSaleMembers, AddUp)
{
    const Sale sale = wireSale();
    EXPECT_TRUE(checkSale(sale).isEmpty()) << checkSale(sale).join(u' ').toStdString();
    EXPECT_EQ(body::schemaOf(sale), 3);
    EXPECT_EQ(sale.lines[0].modifiers.size(), 2);
    EXPECT_EQ(sale.lines[0].discounts[0].promotion.has_value(), true);
    EXPECT_EQ(sale.lines[1].giftCard.has_value(), true);
    EXPECT_EQ(sale.discounts[0].coupon, QStringLiteral("WELCOME"));
    EXPECT_EQ(sale.payments[0].giftCard.has_value(), true);
    EXPECT_EQ(sale.payments[1].method, PaymentMethod::StoreCredit);
    EXPECT_EQ(sale.payments[1].tip, testing::euro(0));
    EXPECT_EQ(sale.payments[2].tip, testing::euro(200));
    EXPECT_EQ(sale.payments[2].card, (CardSlip{QStringLiteral("Visa"), QStringLiteral("4711")}));
}

void expectRowKept(const QString &file)
{
    const QByteArray bytes = wireFile(file);
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

TEST(WireSaleMembers, TheirRowsAreReadAndWrittenByteForByte)
{
    expectRowKept(QStringLiteral("feed/sale_with_a_tip.1.json"));
    expectRowKept(QStringLiteral("feed/sale_with_a_note.1.json"));
}

/// Whoever knows schema 1 or 2 only reads what they can say, to the byte as before.
RC_GTEST_PROP(WireSaleMembers, AreNamedOnlyWhereThereAreAny, ())
{
    const Sale plain = *testing::sale();
    RC_ASSERT(body::schemaOf(plain) == 1);
    const QByteArray bytes = codec::canonicalBytes(plain);
    for (const char *name :
         {"\"modifiers\"", "\"gift_card\"", "\"card\":", "\"tip\"", "\"promotion\"", "\"coupon\"", "\"customer_note\""})
        RC_ASSERT(!bytes.contains(name));
    RC_ASSERT(body::schemaOf(withMembers()) == 3);
}

RC_GTEST_PROP(WireSaleMembers, AllFourCodecsAgree, ())
{
    testing::expectCodecsAgree(withMembers(), 3);
}

/// Schema 5, whatever else there is in it.
RC_GTEST_PROP(WireSaleMembers, ANoteForTheCustomerIsReadAndWrittenByAll, ())
{
    Sale sale = *rc::gen::element(*testing::sale(), withMembers());
    sale.points = *rc::gen::element<std::int64_t>(0, 12);
    sale.customerNote = *testing::text();
    RC_PRE(!sale.customerNote.isEmpty());
    RC_ASSERT(body::schemaOf(sale) == 5);
    testing::expectCodecsAgree(sale, 5);
    testing::expectSpoiledBytesReadTheSame(testing::operationBytes(sale));
}

RC_GTEST_PROP(WireSaleMembers, SpoiledBytesAreReadTheSameBothWays, ())
{
    testing::expectSpoiledBytesReadTheSame(testing::operationBytes(withMembers()));
}

TEST(WireSaleMembers, WhatReadersWouldRefuseIsNotTakenForPlain)
{
    const Sale good = wireSale();
    const auto isRefused = [&](const std::function<void(Sale &)> &spoil) {
        Sale sale = good;
        spoil(sale);
        const bool reads = codec::readSale(codec::toJson(sale)).has_value();
        EXPECT_EQ(codec::readsBackUnchanged(sale), reads);
        return !reads;
    };
    const Money franc(1, testing::currency(u"CHF"));
    EXPECT_FALSE(isRefused([](Sale &) {}));
    EXPECT_TRUE(isRefused([&](Sale &sale) { sale.lines[0].modifiers[0].price = franc; }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.lines[0].modifiers[0].modifier = ModifierId(); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.lines[0].modifiers[0].name = QString(1'001, u'x'); }));
    EXPECT_TRUE(
        isRefused([](Sale &sale) { sale.lines[0].modifiers = QList<SaleModifier>(51, sale.lines[0].modifiers[0]); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.lines[1].giftCard = GiftCardId(); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.lines[0].discounts[0].promotion = PromotionId(); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.discounts[0].coupon = QString(61, u'x'); }));
    EXPECT_TRUE(isRefused([&](Sale &sale) { sale.payments[2].tip = franc; }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.payments[2].card->brand = QString(61, u'x'); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.payments[2].card->reference = QString(101, u'x'); }));
    EXPECT_TRUE(isRefused([](Sale &sale) { sale.payments[0].giftCard = GiftCardId(); }));
}

/// Points and online payments are of the fourth (ADR 061, ADR 062).
TEST(WireSaleMembers, AnOnlinePaymentIsOfTheFourthSchema)
{
    const QByteArray bytes = wireFile(QStringLiteral("operations/sale.complete.4.json"));
    const Sale sale = body::readSaleComplete(*readOperation(bytes)).value();
    EXPECT_TRUE(checkSale(sale).isEmpty()) << checkSale(sale).join(u' ').toStdString();
    EXPECT_EQ(body::schemaOf(sale), 4);
    EXPECT_EQ(sale.payments[0].method, PaymentMethod::Online);
    EXPECT_EQ(sale.payments[0].intent, PaymentIntentId::fromString(u"0193f6a0-0000-7000-8000-0000000000b1"));
    EXPECT_EQ(sale.discounts[0].points, 64);
    EXPECT_EQ(sale.points, 8);
    const Result<Operation> closing = readOperation(wireFile(QStringLiteral("operations/shift.close.4.json")));
    ASSERT_TRUE(closing);
    EXPECT_EQ(body::readShiftClose(*closing)->schema(), 4);
}

} // namespace
} // namespace crema
