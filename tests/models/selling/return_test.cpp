// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/check_sale.h"
#include "models/selling/return_reason.h"
#include "models/selling/return_rules.h"
#include "models/selling/shift_rules.h"
#include "tests/models/selling/any_sale.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <map>

namespace crema {
namespace {

using testing::anySale;
using testing::article;
using testing::currency;
using testing::euro;
using testing::inCurrency;
using testing::Sold;

SaleHeader headerOf(std::uint32_t number)
{
    SaleHeader header = testing::saleHeader();
    header.id = SaleId(testing::uuid(100 + number));
    header.number = QStringLiteral("MAIN-2-%1").arg(1000 + number, 6, 10, QLatin1Char('0'));
    return header;
}

Quote nothing(const Sale &sale)
{
    Cart cart;
    cart.currency = sale.total.currency();
    return quote(cart, {sale.pricesInclude}).value();
}

Result<Sale> returned(const Sold &sold, const QList<Sale> &earlier, const QList<ReturnPick> &picks,
                      RefundTo to = RefundTo::Original)
{
    const auto lines = takeBack(sold.sale, earlier, picks);
    if (!lines)
        return failure(lines.error());
    const auto number = static_cast<std::uint32_t>(earlier.size());
    return completeReturn(nothing(sold.sale), *lines, {}, {to, sold.sale, earlier}, sold.rounding, headerOf(number));
}

std::map<PaymentMethod, std::int64_t> paidBy(const QList<Sale> &sales)
{
    std::map<PaymentMethod, std::int64_t> sums;
    for (const Sale &sale : sales) {
        for (const Payment &payment : sale.payments)
            sums[payment.method] += payment.amount.minor();
    }
    return sums;
}

/// Some of what is left, at least one of something.
QList<ReturnPick> somePicks(const Sale &sale, const QList<Sale> &earlier)
{
    QList<ReturnPick> picks = everythingLeft(sale, earlier, QString(), true);
    const auto only = *rc::gen::inRange<qsizetype>(0, picks.size());
    QList<ReturnPick> some;
    for (qsizetype i = 0; i < picks.size(); ++i) {
        if (i != only && *rc::gen::arbitrary<bool>())
            continue;
        ReturnPick pick = picks[i];
        pick.quantity = Quantity(*rc::gen::inRange<std::int64_t>(1, pick.quantity.units() + 1));
        some.append(pick);
    }
    return some;
}

RC_GTEST_PROP(Return, InPartsComesToNothingPerLineRateAndMethod, ())
{
    const Sold sold = anySale();
    QList<Sale> documents;
    for (int i = 0; i < 6 && !everythingLeft(sold.sale, documents, {}, true).isEmpty(); ++i) {
        const bool isLast = i == 5;
        const QList<ReturnPick> picks =
            isLast ? everythingLeft(sold.sale, documents, {}, true) : somePicks(sold.sale, documents);
        const Result<Sale> document = returned(sold, documents, picks);
        RC_ASSERT(document.has_value());
        RC_ASSERT(checkSale(*document).isEmpty());
        for (const ReturnedLine &line : document->returns)
            RC_ASSERT(!line.net.isNegative() && !line.tax.isNegative());
        documents.append(*document);
    }
    RC_ASSERT(everythingLeft(sold.sale, documents, {}, true).isEmpty());
    for (qsizetype i = 0; i < sold.sale.lines.size(); ++i) {
        Money net(0, sold.sale.total.currency());
        Money tax = net;
        Money gross = net;
        for (const Sale &document : std::as_const(documents)) {
            for (const ReturnedLine &line : document.returns) {
                if (line.line != i)
                    continue;
                net += line.net;
                tax += line.tax;
                gross += line.gross;
            }
        }
        RC_ASSERT(net == sold.sale.lines[i].net);
        RC_ASSERT(tax == sold.sale.lines[i].tax);
        RC_ASSERT(gross == sold.sale.lines[i].gross);
    }
    std::map<TaxRate, std::int64_t> taxes;
    QList<Sale> all = documents;
    all.append(sold.sale);
    Shift shift;
    shift.floatAmount = shift.salesTotal = shift.cashTotal = Money(0, sold.sale.total.currency());
    for (const Sale &document : std::as_const(all)) {
        for (const TaxSummary &tax : document.taxes)
            taxes[tax.rate] += tax.tax.minor();
        shift = recordSale(shift, document);
    }
    for (const auto &[rate, tax] : taxes)
        RC_ASSERT(tax == 0);
    for (const auto &[method, sum] : paidBy(all))
        RC_ASSERT(sum == 0);
    RC_ASSERT(shift.cashTotal.isZero());
    RC_ASSERT(shift.salesTotal.isZero());
}

RC_GTEST_PROP(Return, OfAllPaysBackWhatWasPaidByEachMethod, ())
{
    const Sold sold = anySale();
    const Result<Sale> document = returned(sold, {}, everythingLeft(sold.sale, {}, QStringLiteral("damaged"), false));
    RC_ASSERT(document.has_value());
    RC_ASSERT(checkSale(*document).isEmpty());
    RC_ASSERT(document->total == -sold.sale.total);
    for (const auto &[method, sum] : paidBy({sold.sale, *document}))
        RC_ASSERT(sum == 0);
    if (!sold.sale.total.isZero())
        RC_ASSERT(document->rounding == -sold.sale.rounding);
}

/// Whatever is taken back and bought beside it, the document adds up, and coins are never off by more than one.
RC_GTEST_PROP(Return, WithAPurchaseAndFeesAddsUp, ())
{
    const Sold sold = anySale();
    QList<ReturnPick> picks = somePicks(sold.sale, {});
    const QList<ReturnedLine> free = takeBack(sold.sale, {}, picks).value();
    for (qsizetype i = 0; i < picks.size(); ++i) {
        if (*rc::gen::arbitrary<bool>())
            picks[i].fee = Money(free[i].gross.minor() / 3, sold.sale.total.currency());
    }
    const QList<ReturnedLine> lines = takeBack(sold.sale, {}, picks).value();
    const Quote bought =
        quote(inCurrency(*testing::cart(), sold.sale.total.currency()), {sold.sale.pricesInclude}).value();
    const Sale totals = returnTotals(bought, lines).value();
    QList<Tender> tenders;
    if (totals.total > Money(0, totals.total.currency()))
        tenders.append({PaymentMethod::Cash, sold.rounding.roundForCash(totals.total).due, true});
    const Result<Sale> document =
        completeReturn(bought, lines, tenders, {RefundTo::Original, sold.sale, {}}, sold.rounding, headerOf(1));
    RC_ASSERT(document.has_value());
    RC_ASSERT(checkSale(*document).isEmpty());
    RC_ASSERT(std::abs(document->rounding.minor()) <= sold.rounding.increment);
    RC_ASSERT(document->total == totals.total);
}

Sale soldFor(std::int64_t minor, std::int64_t quantity, const QList<Tender> &tenders, std::int64_t coin = 1)
{
    Cart cart;
    cart.currency = currency(u"EUR");
    cart.lines = {article(1, minor, 1900, quantity)};
    return completeSale(quote(cart, {}).value(), tenders, CashRounding{coin}, testing::saleHeader()).value();
}

QString codeOf(const Result<QList<ReturnedLine>> &result)
{
    return result ? QString() : result.error().code;
}

TEST(Return, OfThreeForTenPaysTheCentThatIsLeftWithTheLast)
{
    Cart cart;
    cart.currency = currency(u"EUR");
    cart.lines = {article(1, 1000, 1900, 1)};
    cart.lines[0].price.per = 3;
    cart.lines[0].quantity = Quantity(3);
    const Sold sold{
        completeSale(quote(cart, {}).value(), {{PaymentMethod::Cash, euro(1000)}}, {}, testing::saleHeader()).value(),
        {}};
    QList<Sale> documents;
    for (const std::int64_t expected : {333, 334, 333}) {
        const Sale document = returned(sold, documents, {{0, Quantity(1), {}, true, {}}}).value();
        EXPECT_EQ(document.total, euro(-expected));
        EXPECT_EQ(document.payments,
                  (QList<Payment>{{PaymentMethod::Cash, euro(-expected), euro(-expected), euro(0)}}));
        documents.append(document);
    }
    EXPECT_EQ(returnable(sold.sale, documents)[0].left, Quantity(0));
}

TEST(Return, InPartsPaysCoinsAsIfItWereOne)
{
    const Sold sold{soldFor(334, 3, {{PaymentMethod::Cash, euro(1000)}}, 5), {5}};
    ASSERT_EQ(sold.sale.rounding, euro(-2));
    QList<Sale> documents;
    for (const std::int64_t coins : {335, 335, 330}) {
        documents.append(returned(sold, documents, {{0, Quantity(1), {}, true, {}}}).value());
        EXPECT_EQ(documents.last().payments[0].amount, euro(-coins));
    }
    EXPECT_EQ(documents.last().rounding, euro(4));
}

TEST(Return, GoesBackByCardFirstWhereTheCardWasFirst)
{
    const Sold sold{soldFor(500, 4, {{PaymentMethod::Card, euro(700)}, {PaymentMethod::Cash, euro(2000)}}), {}};
    const Sale first = returned(sold, {}, {{0, Quantity(1), {}, true, {}}}).value();
    EXPECT_EQ(first.payments, (QList<Payment>{{PaymentMethod::Card, euro(-500), euro(-500), euro(0)}}));
    const Sale second = returned(sold, {first}, {{0, Quantity(1), {}, true, {}}}).value();
    EXPECT_EQ(second.payments, (QList<Payment>{{PaymentMethod::Card, euro(-200), euro(-200), euro(0)},
                                               {PaymentMethod::Cash, euro(-300), euro(-300), euro(0)}}));
    EXPECT_EQ(paidOut(second), euro(500));
    const Sale cash = returned(sold, {}, {{0, Quantity(1), {}, true, {}}}, RefundTo::Cash).value();
    EXPECT_EQ(cash.payments, (QList<Payment>{{PaymentMethod::Cash, euro(-500), euro(-500), euro(0)}}));
}

TEST(Return, KeepsAFeeWithTheTaxInIt)
{
    const Sold sold{soldFor(1190, 1, {{PaymentMethod::Card, euro(1190)}}), {}};
    const Sale document = returned(sold, {}, {{0, Quantity(1), euro(119), false, QStringLiteral("damaged")}}).value();
    EXPECT_EQ(document.total, euro(-1071));
    EXPECT_EQ(document.taxes, (QList<TaxSummary>{{TaxRate(1900), euro(-900), euro(-171), euro(-1071)}}));
    EXPECT_TRUE(checkSale(document).isEmpty());
    EXPECT_EQ(document.returns[0].credit(), euro(1071));
}

TEST(Return, TakesNoMoreThanIsLeft)
{
    const Sale sale = soldFor(500, 10, {{PaymentMethod::Cash, euro(5000)}});
    const Sold sold{sale, {}};
    const QList<Sale> earlier{returned(sold, {}, {{0, Quantity(4), {}, true, {}}}).value()};
    const ReturnableLine left = returnable(sale, earlier)[0];
    EXPECT_EQ(left.sold, Quantity(10));
    EXPECT_EQ(left.returned, Quantity(4));
    EXPECT_EQ(left.left, Quantity(6));
    EXPECT_EQ(left.gross, euro(3000));
    const auto taken = takeBack(sale, earlier, {{0, Quantity(7), {}, true, {}}});
    EXPECT_EQ(codeOf(taken), QStringLiteral("return.exceeds"));
    EXPECT_TRUE(taken.error().message.contains(u'6'));
    EXPECT_EQ(taken.error().fields[0].field, QStringLiteral("lines[0].quantity"));
    EXPECT_EQ(codeOf(takeBack(sale, earlier, {{1, Quantity(1), {}, true, {}}})), QStringLiteral("return.no_line"));
    EXPECT_EQ(codeOf(takeBack(sale, earlier, {{0, Quantity(1), {}, true, {}}, {0, Quantity(1), {}, true, {}}})),
              QStringLiteral("return.no_line"));
    EXPECT_EQ(codeOf(takeBack(sale, earlier, {{0, Quantity(0), {}, true, {}}})), QStringLiteral("return.quantity"));
    EXPECT_EQ(codeOf(takeBack(sale, earlier, {{0, Quantity(1), euro(501), true, {}}})), QStringLiteral("return.fee"));
    EXPECT_EQ(codeOf(takeBack(sale, earlier, {{0, Quantity(1), euro(-1), true, {}}})), QStringLiteral("return.fee"));
    EXPECT_EQ(codeOf(takeBack(sale, earlier, {{0, Quantity(1), {}, true, QString(201, u'x')}})),
              QStringLiteral("return.reason"));
    EXPECT_EQ(codeOf(takeBack(sale, earlier, {})), QStringLiteral("return.empty"));
}

/// Two registers did not know of each other: seven and four of ten came back (story 7).
TEST(Return, ShowsWhatCameBackBeyondWhatWasSold)
{
    const Sale sale = soldFor(500, 10, {{PaymentMethod::Cash, euro(5000)}});
    const Sold sold{sale, {}};
    const Sale here = returned(sold, {}, {{0, Quantity(4), {}, true, {}}}).value();
    const Sale there = returned(sold, {}, {{0, Quantity(7), {}, true, {}}}).value();
    const ReturnableLine line = returnable(sale, {here, there})[0];
    EXPECT_EQ(line.returned, Quantity(11));
    EXPECT_EQ(line.left, Quantity(0));
    EXPECT_TRUE(line.gross.isZero());
    EXPECT_TRUE(everythingLeft(sale, {here, there}, {}, true).isEmpty());
}

TEST(Return, InAnExchangePaysTheDifferenceEitherWay)
{
    const Sold sold{soldFor(500, 2, {{PaymentMethod::Cash, euro(1000)}}), {}};
    const QList<ReturnedLine> back = takeBack(sold.sale, {}, {{0, Quantity(1), {}, true, {}}}).value();
    Cart cart;
    cart.currency = currency(u"EUR");
    cart.lines = {article(2, 800, 700)};
    const Quote dearer = quote(cart, {}).value();
    const RefundBasis basis{RefundTo::Original, sold.sale, {}};
    const Sale paid = completeReturn(dearer, back, {{PaymentMethod::Cash, euro(500)}}, basis, {}, headerOf(1)).value();
    EXPECT_EQ(paid.total, euro(300));
    EXPECT_EQ(paid.payments, (QList<Payment>{{PaymentMethod::Cash, euro(300), euro(500), euro(200)}}));
    EXPECT_TRUE(checkSale(paid).isEmpty());
    EXPECT_EQ(completeReturn(dearer, back, {}, basis, {}, headerOf(1)).error().code, QStringLiteral("payment.short"));
    cart.lines = {article(2, 100, 700)};
    const Quote cheaper = quote(cart, {}).value();
    const Sale refunded = completeReturn(cheaper, back, {}, basis, {}, headerOf(1)).value();
    EXPECT_EQ(refunded.total, euro(-400));
    EXPECT_EQ(cashOf(refunded), euro(-400));
    EXPECT_TRUE(checkSale(refunded).isEmpty());
    EXPECT_EQ(completeReturn(cheaper, back, {{PaymentMethod::Cash, euro(1)}}, basis, {}, headerOf(1)).error().code,
              QStringLiteral("payment.nothing_due"));
    cart.lines = {article(2, 500, 1900)};
    const Sale even = completeReturn(quote(cart, {}).value(), back, {}, basis, {}, headerOf(1)).value();
    EXPECT_TRUE(even.payments.isEmpty());
    EXPECT_TRUE(checkSale(even).isEmpty());
}

TEST(Return, WithoutAReceiptIsWorthWhatTheLineCostsNow)
{
    const CartLine line = article(3, 250, 1900);
    const ReturnedLine back =
        takeBackWithoutReceipt(line, PricesInclude::Tax, {0, Quantity(2), euro(100), false, QStringLiteral("other")})
            .value();
    EXPECT_FALSE(back.sale);
    EXPECT_FALSE(back.line);
    EXPECT_EQ(back.gross, euro(500));
    EXPECT_EQ(back.tax, euro(80));
    EXPECT_EQ(back.credit(), euro(400));
    Cart cart;
    cart.currency = currency(u"EUR");
    const Sale document = completeReturn(quote(cart, {}).value(), {back}, {}, RefundBasis(), {5}, headerOf(1)).value();
    EXPECT_TRUE(checkSale(document).isEmpty());
    EXPECT_EQ(cashOf(document), euro(-400));
    EXPECT_EQ(takeBackWithoutReceipt(line, PricesInclude::Tax, {0, Quantity(0), {}, true, {}}).error().code,
              QStringLiteral("return.quantity"));
}

/// ADR 050: what has no receipt goes back in cash, whatever the sale beside it was paid by.
TEST(Return, WithAndWithoutAReceiptPaysEachPartBackItsOwnWay)
{
    const Sold sold{soldFor(500, 2, {{PaymentMethod::Card, euro(1000)}}), {}};
    QList<ReturnedLine> back = takeBack(sold.sale, {}, {{0, Quantity(1), {}, true, {}}}).value();
    back += takeBackWithoutReceipt(article(3, 250, 1900), PricesInclude::Tax, {0, Quantity(1), {}, true, {}}).value();
    const RefundBasis basis{RefundTo::Original, sold.sale, {}};
    const Sale both = completeReturn(nothing(sold.sale), back, {}, basis, {}, headerOf(1)).value();
    EXPECT_EQ(both.total, euro(-750));
    EXPECT_TRUE(checkSale(both).isEmpty());
    EXPECT_EQ(paidBy({both}),
              (std::map<PaymentMethod, std::int64_t>{{PaymentMethod::Card, -500}, {PaymentMethod::Cash, -250}}));
    // What is bought beside it is paid by the part without a receipt first.
    Cart cart;
    cart.currency = currency(u"EUR");
    cart.lines = {article(2, 100, 700)};
    const Sale exchanged = completeReturn(quote(cart, {}).value(), back, {}, basis, {}, headerOf(1)).value();
    EXPECT_EQ(paidBy({exchanged}),
              (std::map<PaymentMethod, std::int64_t>{{PaymentMethod::Card, -500}, {PaymentMethod::Cash, -150}}));
    EXPECT_TRUE(checkSale(exchanged).isEmpty());
}

TEST(Return, IsSeenToBeSpoiled)
{
    const Sold sold{soldFor(1190, 2, {{PaymentMethod::Cash, euro(2380)}}), {}};
    const Sale good = returned(sold, {}, {{0, Quantity(1), euro(119), true, {}}}).value();
    const auto finds = [&](const char *code, const std::function<void(Sale &)> &spoil) {
        Sale sale = good;
        spoil(sale);
        return checkSale(sale).contains(QString::fromLatin1(code));
    };
    EXPECT_TRUE(finds("sale.return_mismatch", [](Sale &sale) { sale.returns[0].net += euro(1); }));
    EXPECT_TRUE(finds("sale.return_mismatch", [](Sale &sale) { sale.returns[0].fee = euro(1191); }));
    EXPECT_TRUE(finds("sale.return_mismatch", [](Sale &sale) { sale.returns[0].fee = euro(-1); }));
    EXPECT_TRUE(finds("sale.return_mismatch", [](Sale &sale) { sale.returns[0].line.reset(); }));
    EXPECT_TRUE(finds("sale.quantity_range", [](Sale &sale) { sale.returns[0].quantity = Quantity(0); }));
    EXPECT_TRUE(finds("sale.line_sum_mismatch", [](Sale &sale) { sale.total += euro(1); }));
    EXPECT_TRUE(finds("sale.tax_mismatch", [](Sale &sale) { sale.taxes[0].tax += euro(1); }));
    EXPECT_TRUE(finds("sale.payment_mismatch", [](Sale &sale) { sale.payments[0].amount += euro(1); }));
    EXPECT_TRUE(finds("sale.currency_mixed", [](Sale &sale) { sale.returns[0].fee = Money(0, currency(u"CHF")); }));
    EXPECT_TRUE(finds("sale.no_lines", [](Sale &sale) { sale.returns.clear(); }));
    EXPECT_TRUE(finds("sale.payment_mismatch", [&](Sale &sale) {
        sale = sold.sale;
        sale.payments = {{PaymentMethod::Cash, euro(2400), euro(2400), euro(0)},
                         {PaymentMethod::Cash, euro(-20), euro(-20), euro(0)}};
    }));
}

TEST(ReturnReason, HasWordsForEachAndKeepsWhatWasTyped)
{
    for (const ReturnReason reason : allReturnReasons)
        EXPECT_FALSE(returnReasonWords(returnReasonText(reason)).isEmpty());
    EXPECT_EQ(returnReasonWords(QStringLiteral("wrong_item")), QStringLiteral("wrong item"));
    EXPECT_EQ(returnReasonWords(QStringLiteral("smelled odd")), QStringLiteral("smelled odd"));
    EXPECT_FALSE(isUsuallyRestocked(ReturnReason::Damaged));
}

TEST(Return, PaysNoTipBack)
{
    Tender tender{PaymentMethod::Card, euro(1190)};
    tender.tip = euro(210);
    const Sold sold{soldFor(1190, 1, {tender}), {}};
    ASSERT_EQ(sold.sale.payments[0].tendered, euro(1400));
    const Sale document = returned(sold, {}, {{0, Quantity(1), {}, true, {}}}).value();
    EXPECT_EQ(document.payments, (QList<Payment>{{PaymentMethod::Card, euro(-1190), euro(-1190), euro(0)}}));
    EXPECT_TRUE(checkSale(document).isEmpty());
}

TEST(Return, SaysWhatWasChosenAndCreditsIt)
{
    Sold sold{soldFor(480, 2, {{PaymentMethod::Card, euro(960)}}), {}};
    sold.sale.lines[0].options = QStringLiteral("Large");
    sold.sale.lines[0].modifiers = {{ModifierId(testing::uuid(7)), QStringLiteral("Oat milk"), euro(50)}};
    const Sale document = returned(sold, {}, {{0, Quantity(1), {}, true, {}}}).value();
    EXPECT_EQ(document.returns[0].options, QStringLiteral("Large · Oat milk"));
    EXPECT_EQ(document.returns[0].gross, euro(480));
}

} // namespace
} // namespace crema
