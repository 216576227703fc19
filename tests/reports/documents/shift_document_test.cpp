// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/shift_document.h"
#include "reports/documents/text_columns.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crema::documents {

namespace {

const Currency euro = *Currency::fromCode(u"EUR");
const QLocale irish(QLocale::English, QLocale::Ireland);

Money eur(std::int64_t minor)
{
    return Money(minor, euro);
}

CashPaperHead exampleHead()
{
    return {QStringLiteral("Larkmoor Coffee"), QStringLiteral("Harbour Street"), QStringLiteral("Till 1"),
            "Europe/Dublin"};
}

ShiftReportInput exampleReport()
{
    ShiftReportInput input;
    input.head = exampleHead();
    input.openedByName = QStringLiteral("Mina");
    input.closedByName = QStringLiteral("Jonas");
    input.at = UtcTime(1'700'000'000'000);
    ShiftTotals &totals = input.totals;
    totals.number = 17;
    totals.businessDay = QDate(2023, 11, 14);
    totals.openedAt = UtcTime(1'699'970'000'000);
    totals.closedAt = UtcTime(1'700'000'000'000);
    totals.floatAmount = eur(10000);
    ShiftFigures &figures = totals.figures;
    figures.saleCount = 3;
    figures.salesTotal = eur(6930);
    figures.rounding = figures.returns = eur(0);
    figures.discounts = eur(150);
    figures.byMethod = {{PaymentMethod::Cash, 2, eur(4620)}, {PaymentMethod::Card, 1, eur(2310)}};
    figures.byTax = {{TaxRate(1350), eur(6106), eur(824), eur(6930)}};
    figures.movements = {{CashMovementKind::PaidOut, 1, eur(1250)}, {CashMovementKind::NoSale, 2, eur(0)}};
    figures.firstNumber = QStringLiteral("HARBOUR-1-000121");
    figures.lastNumber = QStringLiteral("HARBOUR-1-000123");
    totals.late = {{16, 1, eur(430)}};
    totals.perpetual = eur(1234560);
    totals.cashTotal = eur(4620);
    totals.moved = eur(-1250);
    totals.expected = eur(13370);
    totals.counted = eur(13300);
    totals.difference = eur(-70);
    totals.pieces = {{eur(5000), 2}, {eur(1000), 3}, {eur(100), 3}};
    return input;
}

} // namespace

TEST(ShiftDocument, TellsTipsByMethodApartFromTheTakings)
{
    ShiftReportInput input = exampleReport();
    input.totals.figures.byMethod[1].tips = eur(310);
    const QString text = shiftReportText(input, irish, 42);
    EXPECT_TRUE(text.contains(QStringLiteral("Card (1)                             23.10\n"
                                             "Tips: Card                            3.10\n")))
        << qPrintable(text);
}

TEST(ShiftDocument, TellsTheZInFortyTwoColumns)
{
    const QString expected = QStringLiteral("             Larkmoor Coffee\n"
                                            "              Harbour Street\n"
                                            "               Z report 17\n"
                                            "Register Till 1\n"
                                            "Business day 14/11/2023\n"
                                            "Opened 14/11/2023 13:53, Mina\n"
                                            "Closed 14/11/2023 22:13, Jonas\n"
                                            "------------------------------------------\n"
                                            "Sales (3)                            69.30\n"
                                            "Cash (2)                             46.20\n"
                                            "Card (1)                             23.10\n"
                                            "Discounts given                       1.50\n"
                                            "First receipt HARBOUR-1-000121\n"
                                            "Last receipt HARBOUR-1-000123\n"
                                            "------------------------------------------\n"
                                            "VAT                Net       Tax     Gross\n"
                                            "13.5\u00A0%           61.06      8.24     69.30\n"
                                            "------------------------------------------\n"
                                            "Paid out (1)                        -12.50\n"
                                            "No sale (2)                           0.00\n"
                                            "------------------------------------------\n"
                                            "Float                               100.00\n"
                                            "Cash from sales                      46.20\n"
                                            "Cash moved                          -12.50\n"
                                            "Expected in the drawer              133.70\n"
                                            "Counted                             133.00\n"
                                            "Difference                           -0.70\n"
                                            "2 x 50.00                           100.00\n"
                                            "3 x 10.00                            30.00\n"
                                            "3 x 1.00                              3.00\n"
                                            "------------------------------------------\n"
                                            "Came after Z 16 (1)                   4.30\n"
                                            "All Z reports together           12,345.60\n");
    EXPECT_EQ(shiftReportText(exampleReport(), irish, 42).toStdString(), expected.toStdString());
}

TEST(ShiftDocument, AnXSaysThatNothingIsClosed)
{
    ShiftReportInput input = exampleReport();
    input.totals.number.reset();
    input.totals.closedAt.reset();
    input.totals.counted.reset();
    input.totals.difference.reset();
    input.totals.pieces.clear();
    const QString text = shiftReportText(input, irish, 42);
    EXPECT_TRUE(text.contains(QStringLiteral("X report")));
    EXPECT_TRUE(text.contains(QStringLiteral("this is no closing")));
    EXPECT_FALSE(text.contains(QStringLiteral("Counted")));
    EXPECT_FALSE(text.contains(QStringLiteral("together"))) << "what all Z come to is of closed shifts";
}

TEST(ShiftDocument, FitsEveryPaper)
{
    for (const int columns : {20, 32, 42, 48}) {
        const QStringList lines = shiftReportText(exampleReport(), irish, columns).split(QLatin1Char('\n'));
        for (const QString &line : lines)
            EXPECT_LE(displayWidth(line), columns) << line.toStdString();
    }
}

TEST(ShiftDocument, ASlipSaysWhatWasMovedAndOpensNothingByItself)
{
    CashSlipInput slip{exampleHead(), {}, QStringLiteral("Mina")};
    slip.movement.kind = CashMovementKind::PaidOut;
    slip.movement.amount = eur(1250);
    slip.movement.reason = QStringLiteral("Milk");
    slip.movement.note = QStringLiteral("Two crates\nfrom next door");
    slip.movement.at = UtcTime(1'700'000'000'000);
    const PrintedDocument document = cashSlip(slip, irish);
    const auto isKick = [](const DocumentBlock &block) { return std::holds_alternative<DrawerKickBlock>(block); };
    EXPECT_TRUE(std::none_of(document.blocks.begin(), document.blocks.end(), isKick));
    const auto holds = [&](const QString &text) {
        return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const DocumentBlock &block) {
            const auto *line = std::get_if<TextBlock>(&block);
            const auto *pair = std::get_if<PairBlock>(&block);
            return (line && line->text.contains(text)) || (pair && pair->amount == text);
        });
    };
    for (const char *text : {"Paid out", "12.50", "Milk", "Two crates", "from next door", "Mina"})
        EXPECT_TRUE(holds(QString::fromLatin1(text))) << text;
}

} // namespace crema::documents
