// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/approver_flags.h"
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/base/json.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::ShiftCommand)
};

QList<Column> columns()
{
    return {{u"business_day"_s, Texts::tr("Business day")},
            {u"state"_s, Texts::tr("State")},
            {u"opened_at"_s, Texts::tr("Opened at")},
            {u"closed_at"_s, Texts::tr("Closed at")},
            {u"float"_s, Texts::tr("Float"), Align::End},
            {u"sale_count"_s, Texts::tr("Sales"), Align::End},
            {u"sales_total"_s, Texts::tr("Sales total"), Align::End},
            {u"cash_total"_s, Texts::tr("Cash taken"), Align::End},
            {u"moved_total"_s, Texts::tr("Cash moved"), Align::End},
            {u"expected"_s, Texts::tr("Expected"), Align::End},
            {u"counted"_s, Texts::tr("Counted"), Align::End},
            {u"difference"_s, Texts::tr("Difference"), Align::End},
            {u"z.number"_s, Texts::tr("Z number"), Align::End}};
}

Answer answerFor(const Shift &shift, const QString &next)
{
    return {.schema = u"shift/1"_s, .object = shiftJson(shift), .columns = columns(), .next = next};
}

QCoro::Task<Result<Answer>> openShift(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto shift = co_await (*services)->shift.open(*session.invocation().number(u"float"));
    if (!shift)
        co_return failure(shift.error());
    co_return answerFor(*shift, u"crema sale create --line CODE --tender cash:MINOR"_s);
}

QCoro::Task<Result<Answer>> closeShift(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const Result<std::optional<presenters::ApproverWord>> approver = approverOf(session);
    if (!approver)
        co_return failure(approver.error());
    const Invocation &invocation = session.invocation();
    const auto shift =
        co_await (*services)->shift.close(invocation.number(u"counted"), invocation.all(u"piece"), *approver);
    if (!shift)
        co_return failure(shift.error());
    const QString report = shift->z ? u"crema shift report --z %1"_s.arg(shift->z->number) : QString();
    co_return answerFor(*shift, report);
}

QList<Column> reportColumns()
{
    return {{u"number"_s, Texts::tr("Z number")},
            {u"business_day"_s, Texts::tr("Business day")},
            {u"opened_at"_s, Texts::tr("Opened at")},
            {u"closed_at"_s, Texts::tr("Closed at")},
            {u"sale_count"_s, Texts::tr("Sales"), Align::End},
            {u"sales_total"_s, Texts::tr("Sales total"), Align::End},
            {u"discounts"_s, Texts::tr("Discounts"), Align::End},
            {u"returns"_s, Texts::tr("Taken back"), Align::End},
            {u"by_method.method"_s, Texts::tr("Paid by")},
            {u"by_method.amount"_s, Texts::tr("Paid"), Align::End},
            {u"by_tax.tax"_s, Texts::tr("Taxes"), Align::End},
            {u"first"_s, Texts::tr("First receipt")},
            {u"last"_s, Texts::tr("Last receipt")},
            {u"float"_s, Texts::tr("Float"), Align::End},
            {u"cash_total"_s, Texts::tr("Cash taken"), Align::End},
            {u"moved_total"_s, Texts::tr("Cash moved"), Align::End},
            {u"expected"_s, Texts::tr("Expected"), Align::End},
            {u"counted"_s, Texts::tr("Counted"), Align::End},
            {u"difference"_s, Texts::tr("Difference"), Align::End},
            {u"perpetual"_s, Texts::tr("Perpetual total"), Align::End}};
}

QCoro::Task<Result<Answer>> reportShift(Session &session)
{
    const Invocation &invocation = session.invocation();
    const std::optional<std::int64_t> number = invocation.number(u"z");
    if (invocation.has(u"x") == number.has_value())
        co_return failure(ProblemKind::Invalid, u"usage.flag_missing"_s,
                          Texts::tr("A report is of the open shift, or of one that was closed."),
                          Texts::tr("Say either --x or --z NUMBER."));
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    auto asking = number ? (*services)->shift.z(*number) : (*services)->shift.x();
    const auto report = co_await asking;
    if (!report)
        co_return failure(report.error());
    co_return Answer{
        .schema = u"shift-report/1"_s, .object = shiftTotalsJson(*report), .columns = reportColumns(), .next = {}};
}

QCoro::Task<Result<Answer>> showShift(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto shift = co_await (*services)->shift.current();
    if (!shift)
        co_return failure(shift.error());
    co_return answerFor(*shift, {});
}

QCoro::Task<Result<Answer>> listShifts(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto shifts = co_await (*services)->shift.list(session.invocation().number(u"limit").value_or(50));
    if (!shifts)
        co_return failure(shifts.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"shift-list/1"_s, .columns = columns()};
    for (const Shift &shift : *shifts)
        answer.items.append(shiftJson(shift));
    co_return answer;
}

Flag amountFlag(const QString &name, const QString &help, bool required = true)
{
    return {.name = name,
            .kind = Flag::Kind::Number,
            .value = u"MINOR"_s,
            .help = help,
            .minimum = 0,
            .maximum = json::maxInteger,
            .required = required};
}

} // namespace

Noun shiftNoun()
{
    return {.name = u"shift"_s,
            .summary = Texts::tr("open, close and show the shift of this register"),
            .verbs = {{.name = u"open"_s,
                       .summary = Texts::tr("Opens a shift with cash in the drawer."),
                       .examples = {{u"crema shift open --float 10000"_s, Texts::tr("With 100.00 in the drawer.")}},
                       .flags = {amountFlag(u"float"_s, Texts::tr("cash in the drawer at the start"))},
                       .handler = openShift},
                      {.name = u"close"_s,
                       .summary = Texts::tr("Closes the shift with what was counted."),
                       .examples = {{u"crema shift close --counted 12345"_s, {}},
                                    {u"crema shift close --piece 5000*2 --piece 200*7"_s, {}}},
                       .flags = {amountFlag(u"counted"_s, Texts::tr("cash found in the drawer"), false),
                                 {.name = u"piece"_s,
                                  .kind = Flag::Kind::Text,
                                  .value = u"MINOR*COUNT"_s,
                                  .help = Texts::tr("so many of a note or coin; may be repeated"),
                                  .repeated = true},
                                 approverFlag(),
                                 approverPinFlag()},
                       .notes = Texts::tr("The Z report is made, numbered and stored with the closing. A difference "
                                          "that is larger than the shop accepts needs somebody who may accept it."),
                       .handler = closeShift},
                      {.name = u"report"_s,
                       .summary = Texts::tr("Tells what the open shift took (X), or a closed one (Z)."),
                       .examples = {{u"crema shift report --x"_s, {}}, {u"crema shift report --z 17 --json"_s, {}}},
                       .flags = {{.name = u"x"_s, .help = Texts::tr("of the open shift, which stays open")},
                                 {.name = u"z"_s,
                                  .kind = Flag::Kind::Number,
                                  .value = u"NUMBER"_s,
                                  .help = Texts::tr("of the shift that this Z closed"),
                                  .minimum = 1,
                                  .maximum = json::maxInteger}},
                       .handler = reportShift},
                      {.name = u"show"_s,
                       .summary = Texts::tr("Shows the open shift, or the last one."),
                       .examples = {{u"crema shift show --json"_s, {}}},
                       .handler = showShift},
                      {.name = u"list"_s,
                       .summary = Texts::tr("Lists the shifts of this register."),
                       .examples = {{u"crema shift list --limit 7"_s, {}}},
                       .common = {u"sort"_s, u"limit"_s},
                       .handler = listShifts}}};
}

} // namespace crema::command
