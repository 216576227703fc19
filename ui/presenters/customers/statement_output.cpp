// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/statement_output.h"

#include "models/money/money_text.h"
#include "ui/presenters/table/table_text.h"

#include <QCoreApplication>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::StatementOutput)
};

TimeWords timesOf(const sync::ClientState &state)
{
    return TimeWords::ofShop(QLocale::c(), state.location);
}

QString endingOf(StatementFormat format)
{
    switch (format) {
    case StatementFormat::Text: return u"txt"_s;
    case StatementFormat::Pdf: return u"pdf"_s;
    case StatementFormat::Csv: return u"csv"_s;
    }
    return {};
}

} // namespace

StatementPeriod periodOfDays(QDate first, QDate last, const TimeWords &times)
{
    return {times.beginOf(first), times.beginOf(last.addDays(1))};
}

documents::StatementInput statementInputOf(const sync::CustomerStatement &statement, const sync::ClientState &state)
{
    const TimeWords times = timesOf(state);
    documents::StatementInput input;
    input.businessName = state.company.name;
    input.timeZone = QByteArrayLiteral("UTC");
    if (state.location) {
        input.locationName = state.location->name;
        input.headerLines = state.location->receiptHeader;
        input.timeZone = state.location->timeZone;
    }
    input.customerName = statement.customer.name;
    input.customerTaxId = statement.customer.taxId;
    input.firstDay = times.dayOf(statement.period.from);
    input.lastDay = times.dayOf(statement.period.to.plusMs(-1));
    input.accounts = statement.accounts;
    input.knownLocations = statement.known.locations;
    if (statement.known.since)
        input.knownSince = times.dayOf(*statement.known.since);
    input.at = statement.at;
    return input;
}

QByteArray statementCsv(const sync::CustomerStatement &statement, const sync::ClientState &state)
{
    const TimeWords times = timesOf(state);
    const documents::StatementInput input = statementInputOf(statement, state);
    QString csv = commaSeparated({Texts::tr("Date"), Texts::tr("Number"), Texts::tr("Kind"), Texts::tr("Currency"),
                                  Texts::tr("Total"), Texts::tr("Put on account"), Texts::tr("Off the account"),
                                  Texts::tr("Open on account")});
    const auto day = [](QDate date) { return date.toString(Qt::ISODate); };
    for (const Statement &account : statement.accounts) {
        const QString currency = account.currency().code();
        csv += commaSeparated(
            {day(input.firstDay), {}, Texts::tr("Open before"), currency, {}, {}, {}, plainAmount(account.opening)});
        for (const StatementLine &line : account.lines) {
            csv += commaSeparated({times.plain(line.at), line.number, documents::statementKindName(line.kind), currency,
                                   plainAmount(line.total), plainAmount(line.onAccount), plainAmount(line.offAccount),
                                   plainAmount(line.balance)});
        }
        csv += commaSeparated(
            {day(input.lastDay), {}, Texts::tr("Open after"), currency, {}, {}, {}, plainAmount(account.closing)});
    }
    return csv.toUtf8();
}

Result<QByteArray> statementBytes(const sync::CustomerStatement &statement, const sync::ClientState &state,
                                  const QLocale &locale, StatementFormat format, int columns,
                                  const documents::PageDrawing &drawing)
{
    const documents::StatementInput input = statementInputOf(statement, state);
    if (format == StatementFormat::Csv)
        return statementCsv(statement, state);
    if (format == StatementFormat::Text)
        return documents::statementText(input, locale, columns).toUtf8();
    const QByteArray pdf = drawing.pdf ? drawing.pdf(documents::statementDocument(input, locale), columns,
                                                     documents::statementTitle(input, locale))
                                       : QByteArray();
    if (pdf.isEmpty())
        return failure(ProblemKind::Failed, u"statement.drawing"_s, Texts::tr("The statement could not be drawn."),
                       Texts::tr("Take it as text, or as a table."));
    return pdf;
}

QString statementFileName(const documents::StatementInput &input, StatementFormat format)
{
    return u"statement-%1-%2.%3"_s.arg(input.firstDay.toString(Qt::ISODate), input.lastDay.toString(Qt::ISODate),
                                       endingOf(format));
}

} // namespace crema
