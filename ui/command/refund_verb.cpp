// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/refund_verb.h"

#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/selling/return_reason.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::RefundVerb)
};

QList<Column> columns()
{
    return {{u"number"_s, Texts::tr("Number")},
            {u"returns.number"_s, Texts::tr("Of receipts")},
            {u"returns.name"_s, Texts::tr("Products")},
            {u"returns.quantity"_s, Texts::tr("Quantities")},
            {u"returns.gross"_s, Texts::tr("Amounts")},
            {u"returns.fee"_s, Texts::tr("Fees")},
            {u"lines.name"_s, Texts::tr("Bought")},
            {u"lines.gross"_s, Texts::tr("Prices")},
            {u"total"_s, Texts::tr("Total")},
            {u"rounding"_s, Texts::tr("Rounding")},
            {u"payments.method"_s, Texts::tr("Paid back by")},
            {u"payments.amount"_s, Texts::tr("Paid back")},
            {u"state"_s, Texts::tr("State")},
            {u"id"_s, Texts::tr("Id")}};
}

presenters::ReturnWords wordsOf(const Invocation &invocation)
{
    return {invocation.argument(0),
            invocation.all(u"line"),
            invocation.text(u"to").value_or(QString()),
            invocation.text(u"reason").value_or(QString()),
            invocation.text(u"note").value_or(QString()),
            invocation.number(u"fee"),
            !invocation.has(u"no-restock"),
            invocation.all(u"without-receipt"),
            invocation.all(u"buy"),
            invocation.all(u"tender"),
            invocation.text(u"gift-card").value_or(QString()),
            invocation.text(u"customer-note").value_or(QString())};
}

QCoro::Task<Result<Answer>> quoteRefund(presenters::Services &services, presenters::ReturnWords words)
{
    const auto quoted = co_await services.sales.quoteReturn(words);
    if (!quoted)
        co_return failure(quoted.error());
    QJsonObject json = codec::toJson(*quoted);
    for (const QString &made : {u"id"_s, u"number"_s, u"completed_at"_s, u"shift"_s})
        json.insert(made, QJsonValue::Null);
    json.insert(u"dry_run"_s, true);
    Answer answer{.schema = u"sale/1"_s, .object = json, .columns = columns()};
    answer.warnings.append(quoted->total.isNegative() ? Texts::tr("This is what would be paid back; nothing was done.")
                                                      : Texts::tr("This is what would be to pay; nothing was done."));
    co_return answer;
}

QCoro::Task<Result<Answer>> refund(Session &session)
{
    const presenters::ReturnWords words = wordsOf(session.invocation());
    const bool dryRun = session.invocation().has(u"dry-run");
    const auto services = co_await session.services(dryRun ? StoreAccess::Read : StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    if (dryRun)
        co_return co_await quoteRefund(**services, words);
    const auto sale = co_await (*services)->sales.takeBack(words);
    if (!sale)
        co_return failure(sale.error());
    co_return Answer{.schema = u"sale/1"_s,
                     .object = saleJson(*sale),
                     .columns = columns(),
                     .next = u"crema sale receipt "_s + sale->sale.number};
}

QString reasonNames()
{
    QStringList names;
    for (const ReturnReason reason : allReturnReasons)
        names.append(returnReasonText(reason));
    return names.join(u", "_s);
}

} // namespace

Verb refundVerb()
{
    return {.name = u"refund"_s,
            .summary = Texts::tr("Takes back what was sold, and pays it back or exchanges it."),
            .examples = {{u"crema sale refund MAIN-1-000123"_s, Texts::tr("All that is left of it.")},
                         {u"crema sale refund MAIN-1-000123 --line 1*2 --reason damaged --no-restock"_s, {}},
                         {u"crema sale refund MAIN-1-000123 --line 2 --to cash --fee 150 --dry-run"_s, {}},
                         {u"crema sale refund MAIN-1-000123 --line 1 --buy CUP --tender cash:500"_s,
                          Texts::tr("An exchange: only the difference is paid.")},
                         {u"crema sale refund --without-receipt HOUSE-250*2:900 --reason damaged"_s, {}}},
            .arguments = {{.name = u"NUMBER"_s,
                           .help = Texts::tr("the receipt number, or the id of the sale"),
                           .optional = true}},
            .flags = {{.name = u"line"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"LINE[*QTY]"_s,
                       .help = Texts::tr("1 is the first line; QTY: all that is left"),
                       .repeated = true},
                      {.name = u"to"_s,
                       .kind = Flag::Kind::Choice,
                       .help = Texts::tr("as it was paid, or in another way"),
                       .choices = {u"original"_s, u"cash"_s, u"store_credit"_s, u"gift_card"_s}},
                      {.name = u"gift-card"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"CARD"_s,
                       .help = Texts::tr("the card to which it goes: code, id or digits")},
                      {.name = u"reason"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"WORD"_s,
                       .help = Texts::tr("why it comes back")},
                      {.name = u"fee"_s,
                       .kind = Flag::Kind::Number,
                       .value = u"MINOR"_s,
                       .help = Texts::tr("kept of what it had cost, in minor units"),
                       .minimum = 0,
                       .maximum = json::maxInteger},
                      {.name = u"without-receipt"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"CODE[*QTY][:MINOR]"_s,
                       .help = Texts::tr("comes back with no receipt; MINOR: the price of one"),
                       .repeated = true},
                      {.name = u"buy"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"CODE[*QTY]"_s,
                       .help = Texts::tr("what is sold in exchange"),
                       .repeated = true},
                      {.name = u"tender"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"METHOD:MINOR"_s,
                       .help = Texts::tr("what pays the difference"),
                       .repeated = true},
                      {.name = u"no-restock"_s, .help = Texts::tr("it does not go back into stock")},
                      {.name = u"note"_s, .kind = Flag::Kind::Text, .value = u"TEXT"_s, .help = Texts::tr("for staff")},
                      {.name = u"customer-note"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"TEXT"_s,
                       .help = Texts::tr("for the customer, on the receipt")}},
            .common = {u"dry-run"_s},
            .notes =
                Texts::tr("The usual reasons: %1. The refund has a receipt number of its own and works offline, also "
                          "of a sale of another register of the location. An open shift is needed.")
                    .arg(reasonNames()),
            .handler = refund};
}

} // namespace crema::command
