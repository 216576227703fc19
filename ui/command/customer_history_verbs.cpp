// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/customer_history_verbs.h"

#include "models/money/money_json.h"
#include "models/money/money_text.h"
#include "ui/command/output_file.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/customers/bought_words.h"
#include "ui/presenters/customers/private_file.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::CustomerHistoryVerbs)
};

constexpr std::int64_t usualLimit = 25;

QJsonValue timeOrNone(const std::optional<UtcTime> &time)
{
    return time ? QJsonValue(time->toString()) : QJsonValue();
}

QJsonObject rowJson(const sync::CustomerSaleView &view, const QLocale &locale)
{
    QJsonObject json = saleJson(view.sale);
    json.insert(u"location_name"_s, textOrNull(view.locationName));
    json.insert(u"register_name"_s, textOrNull(view.registerName));
    json.insert(u"bought"_s, boughtWords(view.sale.sale, locale));
    return json;
}

QJsonObject sumsJson(const sync::CustomerHistory &history)
{
    QJsonArray spent;
    for (const Money &money : history.purchases.spent)
        spent.append(moneyToJson(money));
    return {{u"count"_s, static_cast<qint64>(history.count)},
            {u"visits"_s, static_cast<qint64>(history.purchases.visits)},
            {u"returns"_s, static_cast<qint64>(history.purchases.returns)},
            {u"spent"_s, spent},
            {u"last_at"_s, timeOrNone(history.purchases.last)},
            {u"known_since"_s, timeOrNone(history.known.since)},
            {u"known_locations"_s, QJsonArray::fromStringList(history.known.locations)}};
}

/// For people, beside the rows.
QString sumsText(const sync::CustomerHistory &history)
{
    QStringList spent;
    for (const Money &money : history.purchases.spent)
        spent.append(plainMoney(money));
    const QString visits =
        Texts::tr("%n visit(s)", "of a customer",
                  static_cast<int>(std::min<std::int64_t>(history.purchases.visits, std::numeric_limits<int>::max())));
    return spent.isEmpty() ? visits : Texts::tr("%1, %2 spent").arg(visits, spent.join(u", "_s));
}

QCoro::Task<Result<Answer>> showHistory(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const std::int64_t limit = invocation.number(u"limit").value_or(usualLimit);
    const auto history = co_await (*services)->histories.history(invocation.argument(0), limit);
    if (!history)
        co_return failure(history.error());
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"customer-history/1"_s,
                  .object = sumsJson(*history),
                  .columns = {{u"number"_s, Texts::tr("Number")},
                              {u"completed_at"_s, Texts::tr("Time")},
                              {u"location_name"_s, Texts::tr("Location")},
                              {u"register_name"_s, Texts::tr("Register")},
                              {u"bought"_s, Texts::tr("Bought")},
                              {u"total"_s, Texts::tr("Total"), Align::End}}};
    for (const sync::CustomerSaleView &sale : history->sales)
        answer.items.append(rowJson(sale, session.environment().locale));
    if (invocation.form() == Form::Human && session.environment().errorIsTerminal)
        session.say(sumsText(*history));
    if (history->count > history->sales.size() && !invocation.has(u"limit"))
        answer.warnings.append(Texts::tr("Only the newest %1 are shown; --limit N shows more.").arg(limit));
    co_return answer;
}

presenters::StatementForm formOf(const Invocation &invocation)
{
    const QString format = invocation.text(u"format").value_or(u"text"_s);
    presenters::StatementForm form;
    form.format = format == u"csv"   ? StatementFormat::Csv
                  : format == u"pdf" ? StatementFormat::Pdf
                                     : StatementFormat::Text;
    form.columns = static_cast<int>(invocation.number(u"width").value_or(0));
    return form;
}

QCoro::Task<Result<Answer>> makeStatement(Session &session)
{
    const Invocation &invocation = session.invocation();
    const QString typed = invocation.arguments.size() > 1 ? invocation.argument(1) : QString(u"-"_s);
    const Result<OutputFile> file = OutputFile::make(session.environment(), typed);
    if (!file)
        co_return failure(file.error());
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const presenters::StatementDays days{invocation.text(u"from").value_or(QString()),
                                         invocation.text(u"to").value_or(QString())};
    const presenters::StatementForm form = formOf(invocation);
    const QLocale &locale = session.environment().locale;
    const UtcTime now = session.environment().clock->now();
    const auto statement = co_await (*services)->histories.statement(invocation.argument(0), days, form, locale, now);
    if (!statement)
        co_return failure(statement.error());
    // Not by way of a file: what is known of somebody stays nowhere but where it was asked for.
    if (file->isStandardOutput())
        co_return Answer{.shape = Answer::Shape::Text, .text = *statement};
    if (const Result<void> written = writePrivateFile(file->path(), *statement); !written)
        co_return failure(written.error());
    session.say(Texts::tr("The statement is in %1.", "a file").arg(file->path()));
    co_return Answer{.shape = Answer::Shape::Text};
}

Flag dayFlag(const QString &name, const QString &help)
{
    return {.name = name, .kind = Flag::Kind::Text, .value = u"DAY"_s, .help = help};
}

} // namespace

Verb customerHistoryVerb(const Argument &who)
{
    return {
        .name = u"history"_s,
        .summary = Texts::tr("Lists what a customer bought, newest first. Works offline."),
        .examples = {{u"crema customer history ada"_s, {}}, {u"crema customer history ada --limit 100 --json"_s, {}}},
        .arguments = {who},
        .common = {u"limit"_s},
        .notes = Texts::tr("As this device knows it: the sales of its location. What was put on a gift card is "
                           "spent when somebody pays with it."),
        .handler = showHistory};
}

Verb customerStatementVerb(const Argument &who)
{
    return {.name = u"statement"_s,
            .summary = Texts::tr("Writes the statement of a customer. Works offline."),
            .examples = {{u"crema customer statement ada"_s, Texts::tr("Of this month, up to today.")},
                         {u"crema customer statement ada --from 2026-11-01 --format pdf ada.pdf"_s, {}},
                         {u"crema customer statement ada --from 2026-01-01 --format csv > ada.csv"_s, {}}},
            .arguments = {who,
                          {.name = u"FILE"_s,
                           .help = Texts::tr("what to write; standard output when left out"),
                           .optional = true,
                           .file = true}},
            .flags = {dayFlag(u"from"_s, Texts::tr("the first day; that of this month when left out")),
                      dayFlag(u"to"_s, Texts::tr("the last day; today when left out")),
                      {.name = u"format"_s,
                       .kind = Flag::Kind::Choice,
                       .help = Texts::tr("text, a page, or a table"),
                       .choices = {u"text"_s, u"pdf"_s, u"csv"_s}},
                      {.name = u"width"_s,
                       .kind = Flag::Kind::Number,
                       .value = u"N"_s,
                       .help = Texts::tr("characters in a line (80)"),
                       .minimum = 32,
                       .maximum = 120}},
            .notes = Texts::tr("It says what was put on account and what documents took off it, as far as this device "
                               "knows; what was paid into an account is not in it."),
            .output = Output::Text,
            .handler = makeStatement};
}

} // namespace crema::command
