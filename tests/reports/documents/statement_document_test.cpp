// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/statement_document.h"
#include "reports/documents/text_columns.h"

#include <gtest/gtest.h>

namespace crema::documents {

namespace {

const QLocale irish(QLocale::English, QLocale::Ireland);

Money eur(std::int64_t minor)
{
    return Money(minor, *Currency::fromCode(u"EUR"));
}

StatementInput exampleStatement()
{
    StatementInput input;
    input.businessName = QStringLiteral("Larkmoor Coffee");
    input.locationName = QStringLiteral("Harbour Street");
    input.customerName = QStringLiteral("Studio Nord");
    input.customerTaxId = QStringLiteral("DE811193231");
    input.firstDay = QDate(2023, 11, 1);
    input.lastDay = QDate(2023, 11, 30);
    input.timeZone = "Europe/Dublin";
    input.at = UtcTime(1'701'400'000'000);
    Statement account;
    account.opening = eur(1000);
    account.lines = {{SaleId(), QStringLiteral("HARBOUR-1-000121"), UtcTime(1'700'000'000'000), StatementKind::Purchase,
                      eur(2700), eur(2700), eur(0), eur(3700)},
                     {SaleId(), QStringLiteral("HARBOUR-1-000124"), UtcTime(1'700'100'000'000), StatementKind::Return,
                      eur(-900), eur(0), eur(900), eur(2800)}};
    account.closing = eur(2800);
    account.bought = eur(2700);
    account.returned = eur(900);
    account.rounding = eur(0);
    input.accounts = {account};
    input.knownLocations = {QStringLiteral("Harbour Street")};
    input.knownSince = QDate(2023, 1, 2);
    return input;
}

TEST(StatementDocument, SaysWhatStandsOpenAndWhatItKnows)
{
    const QString text = statementText(exampleStatement(), irish, 60);
    for (const QString &said :
         {QStringLiteral("For Studio Nord"), QStringLiteral("HARBOUR-1-000124 Return"), QStringLiteral("37.00"),
          QStringLiteral("28.00"), QStringLiteral("It knows the documents of Harbour Street"),
          QStringLiteral("What was paid into the account is not in it")})
        EXPECT_TRUE(text.contains(said)) << qPrintable(said) << '\n' << qPrintable(text);
}

TEST(StatementDocument, FitsEveryPaper)
{
    for (const int columns : {20, 32, 42, 80}) {
        const QStringList lines = statementText(exampleStatement(), irish, columns).split(u'\n');
        for (const QString &line : lines)
            EXPECT_LE(displayWidth(line), columns) << qPrintable(line);
    }
}

TEST(StatementDocument, SaysWhereThereIsNothing)
{
    StatementInput input = exampleStatement();
    input.accounts.clear();
    EXPECT_TRUE(statementText(input, irish, 42).contains(QStringLiteral("Nothing was bought in this time")));
}

} // namespace

} // namespace crema::documents
