// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer's statement says, whatever they bought and whenever: it adds up, and two halves are the whole.
#include "models/customers/purchases.h"
#include "models/customers/statement.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

using testing::euro;

constexpr UtcTime begin(1'000);
constexpr UtcTime middle(2'000);
constexpr UtcTime end(3'000);

/// A document of this moment that sells for so much and takes back for so much, paid or paid back in one way.
Sale document(std::uint32_t number, std::int64_t at, Money sold, Money back, PaymentMethod method)
{
    Sale sale;
    sale.id = SaleId(testing::uuid(number));
    sale.number = QStringLiteral("MAIN-1-%1").arg(number);
    sale.completedAt = UtcTime(at);
    sale.rounding = Money(0, sold.currency());
    if (!sold.isZero()) {
        SaleLine line;
        line.gross = sold;
        sale.lines.append(line);
    }
    if (!back.isZero()) {
        ReturnedLine line;
        line.gross = back;
        line.fee = Money(0, back.currency());
        sale.returns.append(line);
    }
    sale.total = sold - back;
    Payment payment;
    payment.method = method;
    payment.amount = sale.total;
    sale.payments.append(payment);
    return sale;
}

Statement only(const QList<Sale> &sales, const StatementPeriod &period)
{
    const QList<Statement> statements = statementsOf(sales, period);
    return statements.isEmpty() ? Statement{period, euro(0), {}, euro(0), euro(0), euro(0), euro(0)}
                                : statements.first();
}

/// Of one customer, in no order; some before the time that is looked at and some after it.
QList<Sale> someSales()
{
    const auto count = *rc::gen::inRange<std::uint32_t>(0, 12);
    QList<Sale> sales;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Money sold = euro(*rc::gen::inRange<std::int64_t>(0, 5'000));
        const Money back = euro(*rc::gen::inRange<std::int64_t>(sold.isZero() ? 1 : 0, 5'000));
        const auto method = *rc::gen::element(PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::Invoice);
        sales.append(document(i + 1, *rc::gen::inRange<std::int64_t>(0, 4'000), sold, back, method));
    }
    return sales;
}

RC_GTEST_PROP(Statement, AddsUp, ())
{
    const Statement statement = only(someSales(), {begin, end});
    Money balance = statement.opening;
    Money total = euro(0);
    UtcTime before = begin;
    for (const StatementLine &line : statement.lines) {
        RC_ASSERT(line.at >= before);
        RC_ASSERT(line.at < end);
        RC_ASSERT(!line.onAccount.isNegative() && !line.offAccount.isNegative());
        balance += line.onAccount - line.offAccount;
        RC_ASSERT(line.balance == balance);
        total += line.total;
        before = line.at;
    }
    RC_ASSERT(statement.closing == balance);
    RC_ASSERT(statement.bought - statement.returned + statement.rounding == total);
}

RC_GTEST_PROP(Statement, OfTwoHalvesIsTheWhole, ())
{
    const QList<Sale> sales = someSales();
    const Statement whole = only(sales, {begin, end});
    const Statement first = only(sales, {begin, middle});
    const Statement second = only(sales, {middle, end});
    RC_ASSERT(first.opening == whole.opening);
    RC_ASSERT(second.opening == first.closing);
    RC_ASSERT(second.closing == whole.closing);
    RC_ASSERT((first.lines + second.lines == whole.lines));
    RC_ASSERT(first.bought + second.bought == whole.bought);
    RC_ASSERT(first.returned + second.returned == whole.returned);
}

TEST(Statement, SaysWhatWasPutOnAccountAndWhatCameOffIt)
{
    const QList<Sale> sales{document(3, 2'500, euro(0), euro(300), PaymentMethod::Invoice),
                            document(1, 500, euro(1'000), euro(0), PaymentMethod::Invoice),
                            document(2, 1'500, euro(700), euro(0), PaymentMethod::Cash),
                            document(4, 3'000, euro(999), euro(0), PaymentMethod::Invoice)};
    const Statement statement = only(sales, {begin, end});
    EXPECT_EQ(statement.opening, euro(1'000));
    ASSERT_EQ(statement.lines.size(), 2);
    EXPECT_EQ(statement.lines[0].kind, StatementKind::Purchase);
    EXPECT_EQ(statement.lines[0].balance, euro(1'000)) << "cash touches no account";
    EXPECT_EQ(statement.lines[1].kind, StatementKind::Return);
    EXPECT_EQ(statement.lines[1].offAccount, euro(300));
    EXPECT_EQ(statement.closing, euro(700));
    EXPECT_EQ(statement.bought, euro(700));
    EXPECT_EQ(statement.returned, euro(300));
}

TEST(Statement, IsOneForEachCurrency)
{
    const Money francs(500, testing::currency(u"CHF"));
    const QList<Statement> statements =
        statementsOf({document(1, 1'500, euro(100), euro(0), PaymentMethod::Cash),
                      document(2, 1'600, francs, Money(0, francs.currency()), PaymentMethod::Invoice)},
                     {begin, end});
    ASSERT_EQ(statements.size(), 2);
    EXPECT_EQ(statements[0].currency(), francs.currency());
    EXPECT_EQ(statements[0].closing, francs);
    EXPECT_EQ(statements[1].closing, euro(0));
}

TEST(Purchases, CountVisitsAndWhatWasSpent)
{
    Sale card = document(3, 1'700, euro(2'000), euro(0), PaymentMethod::Cash);
    card.lines.first().giftCard = GiftCardId(testing::uuid(9));
    const Purchases all = purchasesOf({document(1, 1'500, euro(1'000), euro(0), PaymentMethod::Cash),
                                       document(2, 1'600, euro(0), euro(400), PaymentMethod::Cash), card});
    EXPECT_EQ(all.visits, 2);
    EXPECT_EQ(all.returns, 1);
    EXPECT_EQ(all.spent, QList<Money>{euro(600)}) << "what is on a gift card is spent later";
    EXPECT_EQ(all.last, UtcTime(1'700));
}

} // namespace
} // namespace crema
