// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/check_sale.h"
#include "models/selling/complete_sale.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <limits>

namespace crema {
namespace {

using testing::article;
using testing::euro;

Quote costing(std::int64_t minor)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = {article(1, minor)};
    return quote(cart, {}).value();
}

Tender cash(std::int64_t minor)
{
    return {PaymentMethod::Cash, euro(minor)};
}
Tender card(std::int64_t minor)
{
    return {PaymentMethod::Card, euro(minor)};
}

Result<Sale> paid(std::int64_t total, const QList<Tender> &tenders, std::int64_t coin = 1)
{
    return completeSale(costing(total), tenders, CashRounding{coin}, testing::saleHeader());
}

QString codeOf(const Result<Sale> &result)
{
    return result ? QString() : result.error().code;
}

TEST(CompleteSale, GivesChangeForCash)
{
    const auto sale = paid(1290, {cash(2000)});
    ASSERT_TRUE(sale);
    EXPECT_EQ(sale->payments, (QList<Payment>{{PaymentMethod::Cash, euro(1290), euro(2000), euro(710)}}));
    EXPECT_TRUE(sale->rounding.isZero());
    EXPECT_EQ(sale->number, QStringLiteral("MAIN-2-000123"));
}

TEST(CompleteSale, SettlesCardsFirstAndRoundsTheRestForCash)
{
    const auto sale = paid(1293, {cash(1000), card(500)}, 5);
    ASSERT_TRUE(sale);
    EXPECT_EQ(sale->rounding, euro(2));
    EXPECT_EQ(sale->payments, (QList<Payment>{{PaymentMethod::Card, euro(500), euro(500), euro(0)},
                                              {PaymentMethod::Cash, euro(795), euro(1000), euro(205)}}));
}

TEST(CompleteSale, NeverRoundsACard)
{
    const auto sale = paid(1293, {card(1293)}, 5);
    ASSERT_TRUE(sale);
    EXPECT_TRUE(sale->rounding.isZero());
    EXPECT_EQ(codeOf(paid(1293, {card(1295)}, 5)), QStringLiteral("payment.too_much"));
}

TEST(CompleteSale, SaysWhatIsMissing)
{
    const auto sale = paid(1293, {card(500), cash(100)}, 5);
    ASSERT_FALSE(sale);
    EXPECT_EQ(sale.error().code, QStringLiteral("payment.short"));
    EXPECT_TRUE(sale.error().message.contains(QStringLiteral("6.95 EUR"))) << sale.error().message.toStdString();
    EXPECT_EQ(codeOf(paid(1293, {})), QStringLiteral("payment.short"));
    EXPECT_EQ(codeOf(paid(1293, {card(1292)})), QStringLiteral("payment.short"));
    EXPECT_EQ(remainingInCash(euro(1293), {card(500), cash(100)}, {5}), (CashDue{euro(695), euro(2)}));
    EXPECT_EQ(remainingInCash(euro(1293), {cash(5000)}, {5}).due, euro(0));
}

TEST(CompleteSale, RefusesTendersThatMeanNothing)
{
    EXPECT_EQ(codeOf(paid(100, {cash(-100)})), QStringLiteral("payment.amount"));
    EXPECT_EQ(codeOf(paid(100, {card(0), cash(100)})), QStringLiteral("payment.amount"));
    EXPECT_EQ(codeOf(paid(100, {card(100), cash(50)})), QStringLiteral("payment.too_much"));
    EXPECT_EQ(codeOf(paid(100, {{PaymentMethod::Cash, Money(100, testing::currency(u"USD"))}})),
              QStringLiteral("payment.currency"));
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(codeOf(paid(100, {cash(most), cash(most)})), QStringLiteral("money.overflow"));
    Cart nothing;
    nothing.currency = testing::currency(u"EUR");
    EXPECT_EQ(codeOf(completeSale(quote(nothing, {}).value(), {}, {}, testing::saleHeader())),
              QStringLiteral("sale.empty"));
}

TEST(CompleteSale, AsksAboutMoreCashThanAnybodyHandsOver)
{
    EXPECT_TRUE(paid(350, {cash(20'000)})) << "the largest note";
    EXPECT_TRUE(paid(19'500, {cash(20'500)})) << "and a coin, for a round change";
    EXPECT_EQ(codeOf(paid(350, {cash(35'000)})), QStringLiteral("payment.unusual"));
    EXPECT_EQ(codeOf(paid(350, {cash(20'000), cash(20'000)})), QStringLiteral("payment.unusual"));
    Tender confirmed = cash(50'000);
    confirmed.isConfirmed = true;
    EXPECT_TRUE(paid(350, {confirmed}));
    confirmed.amount = euro(10'000'000'00);
    EXPECT_EQ(codeOf(paid(350, {confirmed})), QStringLiteral("payment.too_much"));
    EXPECT_EQ(codeOf(paid(350, {card(300), cash(35'000)})), QStringLiteral("payment.unusual"));
}

TEST(CompleteSale, TakesNothingOnAccountOfNobodyAndNoGiftCard)
{
    EXPECT_EQ(codeOf(paid(350, {{PaymentMethod::Invoice, euro(350)}})), QStringLiteral("payment.customer"));
    EXPECT_EQ(codeOf(paid(350, {{PaymentMethod::GiftCard, euro(350)}})), QStringLiteral("payment.gift_card"));
    Quote known = costing(350);
    known.customer = CustomerId(QUuid(QStringLiteral("01900000-0000-7000-8000-00000000abcd")));
    EXPECT_TRUE(completeSale(known, {{PaymentMethod::Invoice, euro(350)}}, {}, testing::saleHeader()));
}

TEST(CompleteSale, TakesNothingForWhatIsFreeOrRoundsToNothing)
{
    EXPECT_TRUE(paid(0, {}).value().payments.isEmpty());
    const auto sale = paid(2, {cash(0)}, 5);
    ASSERT_TRUE(sale);
    EXPECT_EQ(sale->rounding, euro(-2));
    EXPECT_TRUE(checkSale(*sale).isEmpty());
}

TEST(CompleteSale, MakesOnePaymentOfAllCash)
{
    const auto sale = paid(1500, {cash(1000), cash(1000)});
    ASSERT_TRUE(sale);
    EXPECT_EQ(sale->payments, (QList<Payment>{{PaymentMethod::Cash, euro(1500), euro(2000), euro(500)}}));
}

TEST(CompleteSale, KeepsATipApartFromWhatIsPaid)
{
    Tender withTip = card(500);
    withTip.tip = euro(50);
    withTip.card = CardSlip{QStringLiteral("Visa"), QStringLiteral("4711")};
    const auto sale = paid(1295, {withTip, cash(1000)});
    ASSERT_TRUE(sale) << sale.error().message.toStdString();
    EXPECT_EQ(sale->total, euro(1295));
    EXPECT_EQ(sale->payments[0], (Payment{PaymentMethod::Card, euro(500), euro(550), euro(0), withTip.card, euro(50)}));
    EXPECT_EQ(sale->payments[1], (Payment{PaymentMethod::Cash, euro(795), euro(1000), euro(205)}));
    EXPECT_TRUE(checkSale(*sale).isEmpty()) << checkSale(*sale).join(u' ').toStdString();
}

TEST(CompleteSale, KeepsATipInCashOutOfTheChange)
{
    Tender handed = cash(2000);
    handed.tip = euro(110);
    const auto sale = paid(1290, {handed});
    ASSERT_TRUE(sale) << sale.error().message.toStdString();
    EXPECT_EQ(sale->payments,
              (QList<Payment>{{PaymentMethod::Cash, euro(1290), euro(2000), euro(600), {}, euro(110)}}));
    EXPECT_TRUE(checkSale(*sale).isEmpty());
    handed.amount = euro(1300);
    EXPECT_EQ(codeOf(paid(1290, {handed})), QStringLiteral("payment.short"));
}

TEST(CompleteSale, TakesNoTipBeyondWhatIsPaid)
{
    Tender tender = card(500);
    tender.tip = euro(501);
    EXPECT_EQ(codeOf(paid(500, {tender})), QStringLiteral("payment.tip"));
    tender.tip = euro(-1);
    EXPECT_EQ(codeOf(paid(500, {tender})), QStringLiteral("payment.tip"));
    Tender handed = cash(2000);
    handed.tip = euro(501);
    EXPECT_EQ(codeOf(paid(500, {handed})), QStringLiteral("payment.tip"));
}

struct Fault {
    const char *code;
    std::function<void(Sale &)> damage;
};

TEST(CheckSale, NamesWhatDoesNotAddUp)
{
    const Sale good = paid(1290, {card(290), cash(2000)}).value();
    ASSERT_TRUE(checkSale(good).isEmpty()) << checkSale(good).join(u' ').toStdString();
    const Money dollar(5, testing::currency(u"USD"));
    const std::vector<Fault> faults{
        {"sale.number_malformed", [](Sale &sale) { sale.number = QStringLiteral("main-2-1"); }},
        {"sale.no_lines", [](Sale &sale) { sale.lines.clear(); }},
        {"sale.currency_mixed", [&](Sale &sale) { sale.payments[0].amount = dollar; }},
        {"sale.currency_mixed", [&](Sale &sale) { sale.lines[0].tax = dollar; }},
        {"sale.currency_mixed", [](Sale &sale) { sale.lines[0].net = euro(std::numeric_limits<std::int64_t>::max()); }},
        {"sale.quantity_range", [](Sale &sale) { sale.lines[0].quantity = Quantity(-1); }},
        {"sale.quantity_range",
         [](Sale &sale) { sale.lines[0].quantity = Quantity(std::numeric_limits<std::int64_t>::max()); }},
        {"sale.line_mismatch", [](Sale &sale) { sale.lines[0].net -= euro(1); }},
        {"sale.line_mismatch", [](Sale &sale) { sale.lines[0].price.amount += euro(1); }},
        {"sale.line_mismatch", [](Sale &sale) { sale.lines[0].price.per = 0; }},
        {"sale.line_mismatch",
         [](Sale &sale) {
             sale.lines[0].discounts.append({{}, {}, euro(1)});
         }},
        {"sale.discount_mismatch",
         [](Sale &sale) {
             sale.discounts.append({{}, {}, euro(1)});
         }},
        {"sale.tax_mismatch", [](Sale &sale) { sale.taxes[0].tax += euro(1); }},
        {"sale.tax_mismatch", [](Sale &sale) { sale.lines[0].taxRate = TaxRate(700); }},
        {"sale.tax_mismatch", [](Sale &sale) { sale.lines[0].taxRate = TaxRate(-10'000); }},
        {"sale.tax_mismatch", [](Sale &sale) { sale.taxes.clear(); }},
        {"sale.line_sum_mismatch", [](Sale &sale) { sale.total += euro(1); }},
        {"sale.payment_mismatch", [](Sale &sale) { sale.payments[1].change += euro(1); }},
        {"sale.payment_mismatch", [](Sale &sale) { sale.payments.removeLast(); }},
        {"sale.payment_mismatch",
         [](Sale &sale) {
             sale.payments[0].tendered += euro(5);
             sale.payments[0].change += euro(5);
         }},
        {"sale.payment_mismatch", [](Sale &sale) { sale.payments[0].tip = euro(5); }},
        {"sale.tip_beyond",
         [](Sale &sale) {
             sale.payments[0].tip = euro(291);
             sale.payments[0].tendered += euro(291);
         }},
        {"sale.tip_beyond",
         [](Sale &sale) {
             sale.payments[0].tip = euro(-5);
             sale.payments[0].tendered -= euro(5);
         }},
        {"sale.currency_mixed", [&](Sale &sale) { sale.payments[0].tip = dollar; }},
        {"sale.currency_mixed",
         [&](Sale &sale) {
             sale.lines[0].modifiers.append({ModifierId(), {}, dollar});
         }},
        {"sale.modifier_mismatch",
         [](Sale &sale) {
             sale.lines[0].modifiers.append({ModifierId(), {}, euro(1'000'000)});
         }},
        {"sale.gift_card_taxed", [](Sale &sale) { sale.lines[0].giftCard = GiftCardId(testing::uuid(5)); }},
        {"sale.rounding_mismatch",
         [](Sale &sale) {
             sale.payments.removeLast();
             sale.rounding = euro(-1000);
         }},
    };
    for (const Fault &fault : faults) {
        Sale sale = good;
        fault.damage(sale);
        EXPECT_TRUE(checkSale(sale).contains(QString::fromLatin1(fault.code)))
            << fault.code << " is not in: " << checkSale(sale).join(u' ').toStdString();
    }
}

RC_GTEST_PROP(CheckSale, FindsNothingInWhatWasCompleted, ())
{
    const Sale sale = *testing::sale();
    const QString codes = checkSale(sale).join(u' ');
    RC_LOG() << codes.toStdString();
    RC_ASSERT(codes.isEmpty());
}

RC_GTEST_PROP(CheckSale, SeesAnyOneAmountThatChanged, ())
{
    Sale sale = *testing::sale();
    const Money one = euro(*rc::gen::element<std::int64_t>(-1, 1));
    SaleLine &line = sale.lines[*rc::gen::inRange<qsizetype>(0, sale.lines.size())];
    Money *const amounts[] = {&line.net,      &line.tax,          &line.gross,        &line.cartDiscount,  &sale.total,
                              &sale.rounding, &sale.taxes[0].net, &sale.taxes[0].tax, &sale.taxes[0].gross};
    *amounts[*rc::gen::inRange<size_t>(0, std::size(amounts))] += one;
    RC_ASSERT(!checkSale(sale).isEmpty());
}

} // namespace
} // namespace crema
