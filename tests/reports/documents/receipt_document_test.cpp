// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/amount_format.h"
#include "reports/documents/receipt_document.h"
#include "reports/documents/text_columns.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema::documents {

namespace {

const Currency euro = *Currency::fromCode(u"EUR");
const QLocale irish(QLocale::English, QLocale::Ireland);

Money eur(std::int64_t minor)
{
    return Money(minor, euro);
}

SaleLine line(const QString &name, std::int64_t quantity, std::int64_t unitMinor, std::int32_t rate)
{
    SaleLine result;
    result.name = name;
    result.quantity = Quantity(quantity);
    result.price = Price{eur(unitMinor), 1};
    result.gross = eur(unitMinor * quantity);
    result.tax = eur(0);
    result.net = result.gross;
    result.cartDiscount = eur(0);
    result.taxRate = TaxRate(rate);
    return result;
}

ReceiptInput exampleReceipt()
{
    ReceiptInput input;
    input.businessName = QStringLiteral("Larkmoor Coffee");
    input.locationName = QStringLiteral("Harbour Street");
    input.headerLines = QStringLiteral("1 Harbour Street\nVAT IE1234567T");
    input.cashierName = QStringLiteral("Mina");
    input.timeZone = "Europe/Dublin";
    Sale &sale = input.sale;
    sale.number = QStringLiteral("HARBOUR-1-000123");
    sale.completedAt = UtcTime(1'700'000'000'000);
    sale.lines = {line(QStringLiteral("Flat white"), 2, 430, 1350),
                  line(QStringLiteral("Guji Natural whole bean in the tall blue tin"), 1, 1450, 2300)};
    sale.taxes = {{TaxRate(1350), eur(758), eur(102), eur(860)}, {TaxRate(2300), eur(1179), eur(271), eur(1450)}};
    sale.total = eur(2310);
    sale.rounding = eur(0);
    sale.payments = {{PaymentMethod::Cash, eur(2310), eur(5000), eur(2690)}};
    return input;
}

} // namespace

TEST(ReceiptDocument, StandsInFortyTwoColumns)
{
    const QString expected = QStringLiteral("             Larkmoor Coffee\n"
                                            "              Harbour Street\n"
                                            "             1 Harbour Street\n"
                                            "              VAT IE1234567T\n"
                                            "------------------------------------------\n"
                                            "Flat white                            8.60\n"
                                            "  2 x 4.30\n"
                                            "Guji Natural whole bean in the tall  14.50\n"
                                            "blue tin\n"
                                            "------------------------------------------\n"
                                            "Total EUR                            23.10\n"
                                            "Cash                                 50.00\n"
                                            "Change                              -26.90\n"
                                            "------------------------------------------\n"
                                            "VAT                Net       Tax     Gross\n"
                                            "13.5\u00A0%            7.58      1.02      8.60\n"
                                            "23\u00A0%             11.79      2.71     14.50\n"
                                            "------------------------------------------\n"
                                            "Receipt HARBOUR-1-000123\n");
    const QString text = receiptText(exampleReceipt(), irish, mediumReceipt);
    EXPECT_EQ(text.left(expected.size()).toStdString(), expected.toStdString());
    EXPECT_TRUE(text.contains(QStringLiteral("22:13"))) << qPrintable(text);
    EXPECT_TRUE(text.endsWith(QStringLiteral("Served by Mina\n")));
}

TEST(ReceiptDocument, NeverIsWiderThanThePaper)
{
    ReceiptInput input = exampleReceipt();
    input.sale.lines.append(line(QString(70, QLatin1Char('x')), 3, 199, 2300));
    input.sale.lines.append(line(QStringLiteral("浅煎りコーヒー豆エチオピア産の特別な缶入り"), 1, 999, 2300));
    for (const int columns : {narrowReceipt, mediumReceipt, wideReceipt}) {
        const QString text = receiptText(input, irish, columns);
        for (const QString &row : text.split(QLatin1Char('\n'))) {
            EXPECT_LE(displayWidth(row), columns) << qPrintable(row);
            EXPECT_FALSE(row.endsWith(QLatin1Char(' '))) << qPrintable(row);
        }
        EXPECT_TRUE(text.contains(QStringLiteral("5.97")));
    }
}

/// In forints every third receipt has a sum that is wider than a quarter of a narrow paper.
TEST(ReceiptDocument, KeepsTheSumsOfTheTaxTableApart)
{
    ReceiptInput input = exampleReceipt();
    const auto rowWith = [&](std::int64_t gross) {
        input.sale.taxes = {{TaxRate(2700), eur(gross - 1'000), eur(1'000), eur(gross)}};
        const QStringList lines = receiptText(input, irish, narrowReceipt).split(QLatin1Char('\n'));
        return lines.mid(lines.indexOf(QStringLiteral("VAT          Net     Tax   Gross")) + 1, 4);
    };
    EXPECT_EQ(rowWith(99'999).first(), QStringLiteral("27\u00A0%      989.99   10.00  999.99"));
    EXPECT_EQ(rowWith(1'234'567).first(), QStringLiteral("27\u00A0%   12,335.67 10.00 12,345.67"));
    EXPECT_EQ(rowWith(123'456'789'012),
              (QStringList{QStringLiteral("27\u00A0%"), QStringLiteral("                1,234,567,880.12"),
                           QStringLiteral("                           10.00"),
                           QStringLiteral("                1,234,567,890.12")}));
}

TEST(ReceiptDocument, SaysTheTaxThatComesToPricesWithoutIt)
{
    ReceiptInput input = exampleReceipt();
    Sale &sale = input.sale;
    sale.pricesInclude = PricesInclude::NoTax;
    sale.lines = {line(QStringLiteral("Flat white"), 2, 430, 1350)};
    sale.lines[0].net = eur(860);
    sale.lines[0].tax = eur(116);
    sale.lines[0].gross = sale.total = eur(976);
    sale.taxes = {{TaxRate(1350), eur(860), eur(116), eur(976)}};
    sale.payments = {{PaymentMethod::Card, eur(976), eur(976), eur(0)}};
    const QString expected = QStringLiteral("Flat white                            8.60\n"
                                            "  2 x 4.30\n"
                                            "------------------------------------------\n"
                                            "Tax                                   1.16\n"
                                            "Total EUR                             9.76\n"
                                            "Card                                  9.76\n");
    const QString text = receiptText(input, irish, mediumReceipt);
    EXPECT_TRUE(text.contains(expected)) << qPrintable(text);
}

TEST(ReceiptDocument, NamesWhatComesBackAndWhatIsPaidBack)
{
    ReceiptInput input = exampleReceipt();
    Sale &sale = input.sale;
    ReturnedLine back;
    back.sale = SaleId(QUuid::createUuid());
    back.line = 1;
    back.number = QStringLiteral("HARBOUR-2-000077");
    back.name = QStringLiteral("Guji Natural");
    back.quantity = Quantity(2);
    back.gross = eur(2900);
    back.fee = eur(150);
    ReturnedLine free = back;
    free.number.clear();
    free.name = QStringLiteral("Mug");
    free.quantity = Quantity(1);
    free.gross = eur(900);
    free.fee = eur(0);
    sale.lines.clear();
    sale.returns = {back, free};
    sale.total = eur(-3653);
    sale.rounding = eur(3);
    sale.payments = {{PaymentMethod::Card, eur(-2000), eur(-2000), eur(0)},
                     {PaymentMethod::Cash, eur(-1650), eur(-1650), eur(0)}};
    const QString expected = QStringLiteral("------------------------------------------\n"
                                            "                  RETURN\n"
                                            "Guji Natural                        -29.00\n"
                                            "  2 of receipt HARBOUR-2-000077\n"
                                            "Restocking fee                        1.50\n"
                                            "Mug                                  -9.00\n"
                                            "  1, without a receipt\n"
                                            "------------------------------------------\n"
                                            "Total EUR                           -36.53\n"
                                            "Rounding                              0.03\n"
                                            "To pay back                         -36.50\n"
                                            "Paid back: Card                     -20.00\n"
                                            "Paid back: Cash                     -16.50\n"
                                            "------------------------------------------\n");
    const QString text = receiptText(input, irish, mediumReceipt);
    EXPECT_TRUE(text.contains(expected)) << qPrintable(text);
}

TEST(ReceiptDocument, ShowsTipAndSlipBesideTheTotalAndOptionsBelowTheirLine)
{
    ReceiptInput input = exampleReceipt();
    Sale &sale = input.sale;
    sale.lines.first().modifiers = {{ModifierId(QUuid::createUuid()), QStringLiteral("Oat milk"), eur(50)},
                                    {ModifierId(QUuid::createUuid()), QStringLiteral("Hot"), eur(0)}};
    sale.payments = {{PaymentMethod::Card, sale.total, sale.total + eur(200), eur(0),
                      CardSlip{QStringLiteral("Visa"), QStringLiteral("4711")}, eur(200)}};
    const QString text = receiptText(input, irish, mediumReceipt);
    EXPECT_TRUE(text.contains(QStringLiteral("  Oat milk +0.50\n  Hot\n"))) << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("Tip                                   2.00\n"
                                             "Card                                 25.10\n"
                                             "  Visa 4711\n")))
        << qPrintable(text);
}

TEST(ReceiptDocument, EndsWithTheLinesOfTheShop)
{
    ReceiptInput input = exampleReceipt();
    EXPECT_FALSE(receiptText(input, irish, 42).contains(QStringLiteral("Thank you")));
    input.footerLines = QStringLiteral("Thank you!\nReturns within 14 days");
    const QString text = receiptText(input, irish, 42);
    EXPECT_TRUE(text.trimmed().endsWith(QStringLiteral("Returns within 14 days"))) << text.toStdString();
    EXPECT_LT(text.indexOf(QStringLiteral("Served by Mina")), text.indexOf(QStringLiteral("Thank you!")));
}

/// What the bundle took off is in its price; what a person gave for it stands once, whatever parts it was shared over.
TEST(ReceiptDocument, NamesABundleWithWhatIsInIt)
{
    ReceiptInput input = exampleReceipt();
    const auto part = [](const QString &name, std::int64_t quantity, std::int64_t unitMinor, std::int64_t off,
                         std::int64_t given) {
        SaleLine result = line(name, quantity, unitMinor, 700);
        result.bundle = SaleBundle{0, VariantId(), QStringLiteral("Gift box"), Quantity(2), eur(off)};
        result.discounts.append({QStringLiteral("Gift box"), std::nullopt, eur(off)});
        result.discounts.append({QStringLiteral("dented"), std::nullopt, eur(given)});
        result.gross = result.net = result.gross - eur(off + given);
        return result;
    };
    SaleLine beans = part(QStringLiteral("House blend"), 4, 990, 548, 60);
    beans.options = QStringLiteral("250 g");
    input.sale.lines = {beans, part(QStringLiteral("Mug"), 2, 1490, 412, 40),
                        line(QStringLiteral("Mug"), 1, 1490, 1900)};
    const QString text = receiptText(input, irish, mediumReceipt);
    EXPECT_TRUE(text.contains(QStringLiteral("Gift box                             59.80\n"
                                             "  2 x 29.90\n"
                                             "  4 x House blend 250 g\n"
                                             "  2 x Mug\n"
                                             "dented                               -1.00\n"
                                             "Mug                                  14.90\n")))
        << qPrintable(text);
}

TEST(ReceiptDocument, ACopySaysSo)
{
    ReceiptInput input = exampleReceipt();
    EXPECT_FALSE(receiptText(input, irish, mediumReceipt).contains(QStringLiteral("COPY")));
    input.kind = ReceiptKind::Copy;
    EXPECT_TRUE(receiptText(input, irish, mediumReceipt).contains(QStringLiteral("*** COPY ***")));
}

TEST(ReceiptDocument, WhatWasPractisedIsNoReceipt)
{
    ReceiptInput input = exampleReceipt();
    input.kind = ReceiptKind::Training;
    input.drawer = DrawerKick::Open;
    const QString text = receiptText(input, irish, mediumReceipt);
    EXPECT_EQ(text.count(QStringLiteral("*** TRAINING ***")), 2) << "whoever tears it off has one of them";
    EXPECT_TRUE(text.contains(QStringLiteral("Not valid as a receipt")));
    EXPECT_FALSE(text.contains(input.sale.number)) << qPrintable(text);
    const PrintedDocument paper = receiptDocument(input, irish);
    for (const DocumentBlock &block : paper.blocks) {
        EXPECT_FALSE(std::holds_alternative<BarcodeBlock>(block));
        EXPECT_FALSE(std::holds_alternative<DrawerKickBlock>(block)) << "the drawer stays shut";
    }
}

TEST(ReceiptDocument, ShowsDiscountsRoundingAndWeights)
{
    ReceiptInput input = exampleReceipt();
    SaleLine beans = line(QStringLiteral("House blend"), 1, 0, 2300);
    beans.unit = Unit::Gram;
    beans.quantity = Quantity(250);
    beans.price = Price{eur(2490), 1000};
    beans.gross = eur(560);
    beans.discounts = {{QStringLiteral("Members 10 %"), 1000, eur(63)}};
    input.sale.lines = {beans};
    input.sale.total = eur(560);
    input.sale.rounding = eur(-2);
    const QString text = receiptText(input, irish, mediumReceipt);
    EXPECT_TRUE(text.contains(QStringLiteral("  250 g, 24.90 per 1,000 g")));
    EXPECT_TRUE(text.contains(QStringLiteral("6.23\n")));
    EXPECT_TRUE(text.contains(QStringLiteral("-0.63\n")));
    EXPECT_TRUE(text.contains(QStringLiteral("To pay                                5.58\n"))) << qPrintable(text);
}

RC_GTEST_PROP(TextColumns, WrappedLinesFitAndKeepEveryLetter, ())
{
    const auto raw = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab c")));
    const int columns = *rc::gen::inRange(2, 20);
    const QString text = QString::fromStdString(raw);
    const QStringList lines = wrapText(text, columns);
    for (const QString &row : lines)
        RC_ASSERT(displayWidth(row) <= columns);
    RC_ASSERT(lines.join(QString()).remove(QLatin1Char(' ')) == QString(text).remove(QLatin1Char(' ')));
}

TEST(TextColumns, CountsCellsNotLetters)
{
    EXPECT_EQ(displayWidth(u"abc"), 3);
    EXPECT_EQ(displayWidth(u"コーヒー"), 8);
    EXPECT_EQ(displayWidth(u"e\u0301"), 1);
    EXPECT_EQ(displayWidth(u"☕"), 2);
}

TEST(AmountFormat, PutsTheMinusInFront)
{
    EXPECT_EQ(amountText(eur(-405), irish), QStringLiteral("\u2212€4.05"));
    EXPECT_EQ(amountText(eur(123456), QLocale(QLocale::German)), QStringLiteral("1.234,56\u00A0€"));
    EXPECT_EQ(amountText(Money(-1234, *Currency::fromCode(u"USD")), QLocale(QLocale::English)),
              QStringLiteral("\u2212$12.34"));
    EXPECT_EQ(amountText(Money(500, *Currency::fromCode(u"JPY")), QLocale(QLocale::English)), QStringLiteral("¥500"));
    EXPECT_EQ(plainAmount(eur(-5), irish), QStringLiteral("-0.05"));
    EXPECT_EQ(percentText(770, irish), QStringLiteral("7.7\u00A0%"));
}

} // namespace crema::documents
