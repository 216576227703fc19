// SPDX-License-Identifier: GPL-3.0-or-later
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
            {u"expected"_s, Texts::tr("Expected"), Align::End},
            {u"counted"_s, Texts::tr("Counted"), Align::End},
            {u"difference"_s, Texts::tr("Difference"), Align::End}};
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
    const auto shift = co_await (*services)->shift.close(*session.invocation().number(u"counted"));
    if (!shift)
        co_return failure(shift.error());
    co_return answerFor(*shift, u"crema sync run"_s);
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

Flag amountFlag(const QString &name, const QString &help)
{
    return {.name = name,
            .kind = Flag::Kind::Number,
            .value = u"MINOR"_s,
            .help = help,
            .minimum = 0,
            .maximum = json::maxInteger,
            .required = true};
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
                       .examples = {{u"crema shift close --counted 12345"_s, {}}},
                       .flags = {amountFlag(u"counted"_s, Texts::tr("cash found in the drawer"))},
                       .handler = closeShift},
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
