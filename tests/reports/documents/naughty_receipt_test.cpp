// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that stands on a receipt with every naughty string: the paper looks as it does with a harmless one.
#include "models/text/plain_text.h"
#include "reports/documents/receipt_document.h"
#include "reports/documents/text_columns.h"
#include "tests/testing/naughty_strings.h"

#include <gtest/gtest.h>

namespace crema::documents {
namespace {

using namespace Qt::StringLiterals;

Money eur(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

ReceiptInput receipt()
{
    ReceiptInput input;
    input.businessName = u"Larkmoor Coffee"_s;
    input.locationName = u"Harbour Street"_s;
    input.headerLines = u"1 Harbour Street\nVAT IE1234567T"_s;
    input.cashierName = u"Mina"_s;
    input.timeZone = "Europe/Dublin";
    SaleLine line;
    line.name = u"Flat white"_s;
    line.options = u"large"_s;
    line.quantity = Quantity(2);
    line.price = Price{eur(430), 1};
    line.gross = line.net = eur(797);
    line.tax = line.cartDiscount = eur(0);
    line.discounts = {{u"Members"_s, 500, eur(63)}};
    Sale &sale = input.sale;
    sale.number = u"HARBOUR-1-000123"_s;
    sale.lines = {line};
    sale.discounts = {{u"Happy hour"_s, 500, eur(40)}};
    sale.taxes = {{TaxRate(1350), eur(667), eur(90), eur(757)}};
    sale.total = eur(757);
    sale.rounding = eur(0);
    sale.payments = {{PaymentMethod::Cash, eur(757), eur(1000), eur(243)}};
    return input;
}

struct Place {
    const char *name;
    QString &(*text)(ReceiptInput &);
};

/// Every text of a receipt that somebody typed somewhere.
constexpr std::array places{
    Place{"business", [](ReceiptInput &input) -> QString & { return input.businessName; }},
    Place{"location", [](ReceiptInput &input) -> QString & { return input.locationName; }},
    Place{"footer", [](ReceiptInput &input) -> QString & { return input.footerLines; }},
    Place{"header", [](ReceiptInput &input) -> QString & { return input.headerLines; }},
    Place{"cashier", [](ReceiptInput &input) -> QString & { return input.cashierName; }},
    Place{"note", [](ReceiptInput &input) -> QString & { return input.sale.customerNote; }},
    Place{"number", [](ReceiptInput &input) -> QString & { return input.sale.number; }},
    Place{"line", [](ReceiptInput &input) -> QString & { return input.sale.lines[0].name; }},
    Place{"options", [](ReceiptInput &input) -> QString & { return input.sale.lines[0].options; }},
    Place{"line discount", [](ReceiptInput &input) -> QString & { return input.sale.lines[0].discounts[0].label; }},
    Place{"discount", [](ReceiptInput &input) -> QString & { return input.sale.discounts[0].label; }},
};

const QLocale irish(QLocale::English, QLocale::Ireland);

/// The rows that end with an amount, without what stands before it.
QStringList amountsOf(const QString &text, int columns)
{
    QStringList amounts;
    for (const QString &row : text.split(u'\n')) {
        const QString last = row.section(u' ', -1);
        if (displayWidth(row) == columns && !last.startsWith(u"--"_s))
            amounts.append(last);
    }
    return amounts;
}

TEST(NaughtyReceipt, HasNoByteThatSteersAndNoRowThatIsTooWide)
{
    for (const Place &place : places) {
        for (const QString &typed : testing::naughtyStrings()) {
            ReceiptInput input = receipt();
            place.text(input) = typed;
            for (const int columns : {narrowReceipt, mediumReceipt, wideReceipt}) {
                SCOPED_TRACE(place.name + (u' ' + typed.left(40)).toStdString());
                const QString text = receiptText(input, irish, columns);
                for (const QString &row : text.split(u'\n')) {
                    EXPECT_TRUE(isPlainText(row)) << qPrintable(row);
                    ASSERT_LE(displayWidth(row), columns) << qPrintable(row);
                    ASSERT_LE(row.size(), 8 * columns) << "marks that are set over each other";
                }
            }
        }
    }
}

/// Amounts end in the last column, each where it was and as it was, and the rules between the parts stay.
TEST(NaughtyReceipt, KeepsEveryAmountInItsColumn)
{
    const QString rule(mediumReceipt, u'-');
    const QString harmless = receiptText(receipt(), irish, mediumReceipt);
    const QStringList expected{u"8.60"_s, u"-0.63"_s, u"-0.40"_s, u"7.57"_s, u"10.00"_s, u"-2.43"_s};
    for (const QString &amount : expected)
        ASSERT_TRUE(amountsOf(harmless, mediumReceipt).contains(amount)) << qPrintable(amount);
    for (const Place &place : places) {
        for (const QString &typed : testing::naughtyStrings()) {
            ReceiptInput input = receipt();
            place.text(input) = typed;
            const QString text = receiptText(input, irish, mediumReceipt);
            const QStringList amounts = amountsOf(text, mediumReceipt);
            qsizetype at = -1;
            for (const QString &amount : expected) {
                at = amounts.indexOf(amount, at + 1);
                ASSERT_GE(at, 0) << place.name << ' ' << qPrintable(typed.left(40)) << ' ' << qPrintable(amount);
            }
            EXPECT_EQ(text.split(u'\n').count(rule), harmless.split(u'\n').count(rule));
        }
    }
}

/// What a name may be stays as it is.
TEST(NaughtyReceipt, LeavesTextsOfAllLanguagesAlone)
{
    for (const QString &name :
         {u"Café crème"_s, u"مقهى"_s, u"コーヒー"_s, u"👩‍👩‍👧"_s, u"<b>=1+1 %1 %n"_s, u"Tiếng Việt"_s}) {
        ReceiptInput input = receipt();
        input.sale.lines[0].name = name;
        EXPECT_TRUE(receiptText(input, irish, mediumReceipt).contains(name)) << qPrintable(name);
    }
}

} // namespace
} // namespace crema::documents
