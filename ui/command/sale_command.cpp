// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/refund_verb.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/feed/entity_codec.h"
#include "models/money/money_json.h"
#include "ui/presenters/printing/printer_presenter.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::SaleCommand)
};

constexpr std::int64_t listLimit = 100;

QList<Column> columns()
{
    return {{u"number"_s, Texts::tr("Number")},
            {u"completed_at"_s, Texts::tr("Time")},
            {u"total"_s, Texts::tr("Total"), Align::End},
            {u"payments.method"_s, Texts::tr("Paid by")},
            {u"cashier_name"_s, Texts::tr("Cashier")},
            {u"customer_name"_s, Texts::tr("Customer")},
            {u"state"_s, Texts::tr("State")}};
}

QList<Column> detailColumns()
{
    return {{u"number"_s, Texts::tr("Number")},
            {u"completed_at"_s, Texts::tr("Time")},
            {u"lines.name"_s, Texts::tr("Products")},
            {u"lines.quantity"_s, Texts::tr("Quantities")},
            {u"lines.price"_s, Texts::tr("Prices")},
            {u"lines.gross"_s, Texts::tr("Amounts")},
            {u"taxes.tax"_s, Texts::tr("Taxes")},
            {u"total"_s, Texts::tr("Total")},
            {u"rounding"_s, Texts::tr("Rounding")},
            {u"payments.method"_s, Texts::tr("Paid by")},
            {u"payments.tendered"_s, Texts::tr("Tendered")},
            {u"tip"_s, Texts::tr("Tip")},
            {u"change"_s, Texts::tr("Change")},
            {u"cashier_name"_s, Texts::tr("Cashier")},
            {u"customer_name"_s, Texts::tr("Customer")},
            {u"state"_s, Texts::tr("State")},
            {u"id"_s, Texts::tr("Id")}};
}

presenters::SaleWords wordsOf(const Invocation &invocation)
{
    return {invocation.all(u"line"),
            invocation.all(u"tender"),
            invocation.text(u"customer").value_or(QString()),
            invocation.text(u"note").value_or(QString()),
            invocation.all(u"discount"),
            false,
            {},
            invocation.all(u"coupon"),
            invocation.all(u"off-catalog"),
            invocation.number(u"points").value_or(0),
            invocation.text(u"customer-note").value_or(QString())};
}

QCoro::Task<Result<Answer>> quoteSale(presenters::Services &services, presenters::SaleWords words)
{
    const auto quoted = co_await services.sales.quote(words);
    if (!quoted)
        co_return failure(quoted.error());
    QJsonObject json = codec::toJson(quoted->sale);
    for (const QString &made : {u"id"_s, u"number"_s, u"completed_at"_s, u"shift"_s})
        json.insert(made, QJsonValue::Null);
    json.insert(u"dry_run"_s, true);
    json.insert(u"cash_due"_s, moneyToJson(quoted->cashDue));
    QList<Column> columns = detailColumns();
    columns.append({u"cash_due"_s, Texts::tr("Due in cash")});
    Answer answer{.schema = u"sale/1"_s, .object = json, .columns = columns};
    answer.warnings.append(Texts::tr("This is what it would come to; nothing was sold."));
    co_return answer;
}

QCoro::Task<Result<Answer>> createSale(Session &session)
{
    presenters::SaleWords words = wordsOf(session.invocation());
    const bool dryRun = session.invocation().has(u"dry-run");
    if (words.lines.isEmpty() && words.offCatalog.isEmpty())
        co_return failure(ProblemKind::Invalid, u"usage.flag_missing"_s, Texts::tr("A sale needs something to sell."),
                          Texts::tr("Add --line CODE, or --off-catalog NAME:MINOR for what is no article."));
    if (words.tenders.isEmpty() && words.points == 0 && !dryRun)
        co_return failure(ProblemKind::Invalid, u"usage.flag_missing"_s, Texts::tr("A sale needs to be paid."),
                          Texts::tr("Add --tender cash:MINOR; --dry-run without it tells the total."));
    const auto services = co_await session.services(dryRun ? StoreAccess::Read : StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    if (dryRun)
        co_return co_await quoteSale(**services, words);
    auto sale = co_await (*services)->sales.create(words);
    if (!sale && sale.error().code == u"payment.unusual") {
        const Result<void> confirmed = session.confirm(Texts::tr("%1 Is that right?").arg(sale.error().message));
        if (!confirmed && confirmed.error().code == u"input.needs_yes") {
            Problem unusual = sale.error();
            unusual.hint = Texts::tr("Check the amount; add --yes if it is right.");
            co_return failure(unusual);
        }
        if (!confirmed)
            co_return failure(confirmed.error());
        words.isConfirmed = true;
        sale = co_await (*services)->sales.create(words);
    }
    if (!sale)
        co_return failure(sale.error());
    co_return Answer{.schema = u"sale/1"_s,
                     .object = saleJson(*sale),
                     .columns = detailColumns(),
                     .next = u"crema sale receipt "_s + sale->sale.number};
}

QCoro::Task<Result<Answer>> listSales(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const bool sorted = invocation.has(u"sort");
    const std::int64_t limit =
        sorted ? std::numeric_limits<int>::max() : invocation.number(u"limit").value_or(listLimit);
    const auto sales = co_await (*services)->sales.list(invocation.text(u"filter").value_or(QString()), limit,
                                                        session.environment().clock->now());
    if (!sales)
        co_return failure(sales.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"sale-list/1"_s, .columns = columns()};
    for (const presenters::SaleView &sale : *sales)
        answer.items.append(saleJson(sale));
    if (!invocation.has(u"limit") && sales->size() == limit)
        answer.warnings.append(Texts::tr("Only the newest %1 are shown; --limit N shows more.").arg(limit));
    co_return answer;
}

QCoro::Task<Result<Answer>> showSale(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto sale = co_await (*services)->sales.byNumber(session.invocation().argument(0));
    if (!sale)
        co_return failure(sale.error());
    co_return Answer{.schema = u"sale/1"_s, .object = saleJson(*sale), .columns = detailColumns()};
}

presenters::ReceiptForm receiptForm(const Session &session)
{
    using Format = presenters::ReceiptForm::Format;
    const Invocation &invocation = session.invocation();
    const QString format = invocation.text(u"format").value_or(u"text"_s);
    presenters::ReceiptForm form;
    form.format = format == u"escpos" ? Format::EscPos : format == u"pdf" ? Format::Pdf : Format::Text;
    form.columns = static_cast<int>(invocation.number(u"width").value_or(0));
    form.profile = invocation.text(u"printer").value_or(QString());
    // Bytes for the printer that is set here, unless another kind was asked for.
    const PrinterPresenter *printer = session.environment().printer;
    if (form.format == Format::EscPos && form.profile.isEmpty() && printer != nullptr) {
        form.profile = printer->profile();
        form.columns = form.columns == 0 ? printer->columns().toInt() : form.columns;
    }
    return form;
}

QCoro::Task<Result<Answer>> printReceipt(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto receipt = co_await (*services)->sales.receipt(session.invocation().argument(0),
                                                             session.environment().locale, receiptForm(session));
    if (!receipt)
        co_return failure(receipt.error());
    co_return Answer{.shape = Answer::Shape::Text, .text = *receipt};
}

QJsonObject mailJson(const sync::ReceiptMail &mail)
{
    return {{u"id"_s, mail.id.toString(QUuid::WithoutBraces)},
            {u"number"_s, mail.number},
            {u"address"_s, mail.address},
            {u"asked_at"_s, mail.at.toString()},
            {u"refusal"_s, mail.refusal.isEmpty() ? QJsonValue() : QJsonValue(mail.refusal)}};
}

QList<Column> mailColumns()
{
    return {{u"number"_s, Texts::tr("Number")},
            {u"address"_s, Texts::tr("Mail address")},
            {u"asked_at"_s, Texts::tr("Time")},
            {u"refusal"_s, Texts::tr("Refused because")}};
}

QCoro::Task<Result<Answer>> mailReceipt(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const QString number = session.invocation().argument(0);
    const QString address = session.invocation().text(u"to").value_or(QString());
    const auto mail =
        co_await (*services)->sales.mailReceipt(number, address, session.environment().locale.bcp47Name());
    if (!mail)
        co_return failure(mail.error());
    co_return Answer{.schema = u"receipt_mail/1"_s,
                     .object = mailJson(*mail),
                     .columns = mailColumns(),
                     .next = u"crema sync run"_s};
}

QCoro::Task<Result<Answer>> listReceiptMails(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto mails = co_await (*services)->sales.receiptMails();
    if (!mails)
        co_return failure(mails.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"receipt_mail-list/1"_s, .columns = mailColumns()};
    for (const sync::ReceiptMail &mail : *mails)
        answer.items.append(mailJson(mail));
    co_return answer;
}

Verb createVerb()
{
    return {.name = u"create"_s,
            .summary = Texts::tr("Records a paid sale. Works offline."),
            .examples = {{u"crema sale create --line 4006381333931*2 --tender cash:2000"_s, {}},
                         {u"crema sale create --line HOUSE-250 --line CUP --tender card:1890 --json"_s, {}},
                         {u"crema sale create --line CUP --tender card:1290,tip=110,brand=Visa"_s, {}},
                         {u"crema sale create --line HOUSE-250 --discount 1:10%:Damaged --tender cash:2000"_s, {}},
                         {u"crema sale create --line HOUSE-250 --dry-run"_s, Texts::tr("Only tells the total.")}},
            .flags =
                {{.name = u"line"_s,
                  .kind = Flag::Kind::Text,
                  .value = u"CODE[*QTY]"_s,
                  .help = Texts::tr("what is sold; QTY in pieces or grams; behind it ,with=NAME for each option"),
                  .repeated = true},
                 {.name = u"off-catalog"_s,
                  .kind = Flag::Kind::Text,
                  .value = u"NAME:MINOR"_s,
                  .help = Texts::tr("something that is no article; behind it ,tax=CLASS where it is not the usual one"),
                  .repeated = true},
                 {.name = u"tender"_s,
                  .kind = Flag::Kind::Text,
                  .value = u"METHOD:MINOR"_s,
                  .help = Texts::tr("cash, card, invoice, gift_card, store_credit or online, and how much; behind it "
                                    ",tip=MINOR, for a card ,brand=… and ,reference=…, for a gift card ,card=…, for an "
                                    "online payment ,intent=ID"),
                  .repeated = true},
                 {.name = u"discount"_s,
                  .kind = Flag::Kind::Text,
                  .value = u"LINE|cart:PERCENT%|MINOR[:REASON]"_s,
                  .help = Texts::tr("taken off a line (1 is the first) or the whole sale"),
                  .repeated = true},
                 {.name = u"coupon"_s,
                  .kind = Flag::Kind::Text,
                  .value = u"CODE"_s,
                  .help = Texts::tr("the code of a coupon that was shown"),
                  .repeated = true},
                 {.name = u"customer"_s,
                  .kind = Flag::Kind::Text,
                  .value = u"WHO"_s,
                  .help = Texts::tr("an id, or words that fit one customer")},
                 {.name = u"points"_s,
                  .kind = Flag::Kind::Number,
                  .value = u"N"_s,
                  .help = Texts::tr("of the customer; as many of them as make sense are taken"),
                  .minimum = 1,
                  .maximum = 1'000'000'000},
                 {.name = u"note"_s, .kind = Flag::Kind::Text, .value = u"TEXT"_s, .help = Texts::tr("for staff")},
                 {.name = u"customer-note"_s,
                  .kind = Flag::Kind::Text,
                  .value = u"TEXT"_s,
                  .help = Texts::tr("for the customer, on the receipt")}},
            .common = {u"dry-run"_s, u"yes"_s},
            .notes = Texts::tr("The sale is on disk when the command ends; \"state\" says whether the platform has it. "
                               "An open shift is needed: crema shift open --float MINOR."),
            .handler = createSale};
}

Verb receiptVerb()
{
    return {.name = u"receipt"_s,
            .summary = Texts::tr("Prints the receipt of a sale to standard output."),
            .examples = {{u"crema sale receipt MAIN-1-000123"_s, {}},
                         {u"crema sale receipt MAIN-1-000123 --width 32 | lp"_s, {}},
                         {u"crema sale receipt MAIN-1-000123 --format escpos > /dev/usb/lp0"_s, {}},
                         {u"crema sale receipt MAIN-1-000123 --format pdf > receipt.pdf"_s, {}}},
            .arguments = {{.name = u"NUMBER"_s, .help = Texts::tr("the receipt number, or the id of the sale")}},
            .flags = {{.name = u"format"_s,
                       .kind = Flag::Kind::Choice,
                       .help = Texts::tr("text, bytes for a printer, or a page"),
                       .choices = {u"text"_s, u"escpos"_s, u"pdf"_s}},
                      {.name = u"width"_s,
                       .kind = Flag::Kind::Number,
                       .value = u"N"_s,
                       .help = Texts::tr("characters in a line (42)"),
                       .minimum = 32,
                       .maximum = 120},
                      {.name = u"printer"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"KIND"_s,
                       .help = Texts::tr("for escpos: the kind of printer")}},
            .notes =
                Texts::tr("It is marked as a copy. ESC/POS and PDF are bytes: send them to a file or a printer. Kinds "
                          "of printers: %1. Without one it is the kind that is set here.")
                    .arg(printerProfileIds().join(u", "_s)),
            .output = Output::Text,
            .handler = printReceipt};
}

} // namespace

Noun saleNoun()
{
    return {.name = u"sale"_s,
            .summary = Texts::tr("ring up, show and refund sales; print receipts"),
            .verbs = {createVerb(),
                      {.name = u"list"_s,
                       .summary = Texts::tr("Lists sales, newest first."),
                       .examples = {{u"crema sale list --limit 20"_s, {}},
                                    {u"crema sale list --jsonl --fields number,total"_s, {}}},
                       .common = {u"filter"_s, u"sort"_s, u"limit"_s},
                       .notes = Texts::tr("--filter takes day:today, day:yesterday, day:7d, day:2026-11-20, "
                                          "day:2026-11-20..2026-11-22, state:queued (sending, synced, attention), "
                                          "shift:this, and a part of the receipt number."),
                       .handler = listSales},
                      {.name = u"show"_s,
                       .summary = Texts::tr("Shows one sale with its lines and payments."),
                       .examples = {{u"crema sale show MAIN-1-000123 --json"_s, {}}},
                       .arguments = {{.name = u"NUMBER"_s, .help = Texts::tr("the receipt number, or the id")}},
                       .handler = showSale},
                      receiptVerb(),
                      {.name = u"mail"_s,
                       .summary = Texts::tr("Has the receipt of a sale mailed. Works offline."),
                       .examples = {{u"crema sale mail MAIN-1-000123 --to mira@example.org"_s, {}}},
                       .arguments = {{.name = u"NUMBER"_s, .help = Texts::tr("the receipt number, or the id")}},
                       .flags = {{.name = u"to"_s,
                                  .kind = Flag::Kind::Text,
                                  .value = u"ADDRESS"_s,
                                  .help = Texts::tr("the mail address of whoever bought"),
                                  .required = true}},
                       .notes = Texts::tr("The platform sends it once this device has told it, with the next sync."),
                       .handler = mailReceipt},
                      {.name = u"mails"_s,
                       .summary = Texts::tr("Lists receipts that the platform has not taken to mail yet."),
                       .examples = {{u"crema sale mails"_s, {}}},
                       .handler = listReceiptMails},
                      refundVerb()}};
}

} // namespace crema::command
