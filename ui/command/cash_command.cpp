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
    Q_DECLARE_TR_FUNCTIONS(crema::command::CashCommand)
};

QList<Column> columns()
{
    return {{u"at"_s, Texts::tr("When")},
            {u"kind"_s, Texts::tr("Kind")},
            {u"amount"_s, Texts::tr("Amount"), Align::End},
            {u"reason"_s, Texts::tr("Reason")},
            {u"note"_s, Texts::tr("Note")}};
}

QCoro::Task<Result<Answer>> move(Session &session, CashMovementKind kind)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const Result<std::optional<presenters::ApproverWord>> approver = approverOf(session);
    if (!approver)
        co_return failure(approver.error());
    const Invocation &invocation = session.invocation();
    const auto movement = co_await (*services)->cash.move(kind, invocation.number(u"amount").value_or(0),
                                                          invocation.text(u"reason").value_or(QString()),
                                                          invocation.text(u"note").value_or(QString()), *approver);
    if (!movement)
        co_return failure(movement.error());
    co_return Answer{.schema = u"cash-movement/1"_s,
                     .object = cashMovementJson(*movement),
                     .columns = columns(),
                     .next = u"crema shift report --x"_s};
}

QCoro::Task<Result<Answer>> payIn(Session &session)
{
    return move(session, CashMovementKind::PaidIn);
}

QCoro::Task<Result<Answer>> payOut(Session &session)
{
    return move(session, CashMovementKind::PaidOut);
}

QCoro::Task<Result<Answer>> drop(Session &session)
{
    return move(session, CashMovementKind::SafeDrop);
}

QCoro::Task<Result<Answer>> openDrawer(Session &session)
{
    return move(session, CashMovementKind::NoSale);
}

QCoro::Task<Result<Answer>> listMovements(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto movements =
        co_await (*services)->cash.list(invocation.has(u"all"), invocation.number(u"limit").value_or(50));
    if (!movements)
        co_return failure(movements.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"cash-movement-list/1"_s, .columns = columns()};
    for (const CashMovement &movement : *movements)
        answer.items.append(cashMovementJson(movement));
    co_return answer;
}

Flag amountFlag()
{
    return {.name = u"amount"_s,
            .kind = Flag::Kind::Number,
            .value = u"MINOR"_s,
            .help = Texts::tr("how much cash it is"),
            .minimum = 1,
            .maximum = json::maxInteger,
            .required = true};
}

QList<Flag> textFlags()
{
    return {{.name = u"reason"_s, .kind = Flag::Kind::Text, .value = u"TEXT"_s, .help = Texts::tr("why, on one line")},
            {.name = u"note"_s, .kind = Flag::Kind::Text, .value = u"TEXT"_s, .help = Texts::tr("more about why")},
            approverFlag(),
            approverPinFlag()};
}

} // namespace

Noun cashNoun()
{
    const QList<Flag> withAmount = QList<Flag>{amountFlag()} + textFlags();
    return {.name = u"cash"_s,
            .summary = Texts::tr("pay cash in and out of the drawer, and list it"),
            .verbs = {{.name = u"in"_s,
                       .summary = Texts::tr("Pays cash into the drawer."),
                       .examples = {{u"crema cash in --amount 5000 --reason Change"_s, {}}},
                       .flags = withAmount,
                       .handler = payIn},
                      {.name = u"out"_s,
                       .summary = Texts::tr("Pays cash out of the drawer."),
                       .examples = {{u"crema cash out --amount 320 --reason Milk"_s, {}}},
                       .flags = withAmount,
                       .handler = payOut},
                      {.name = u"drop"_s,
                       .summary = Texts::tr("Takes cash out of the drawer into the safe."),
                       .examples = {{u"crema cash drop --amount 20000"_s, {}}},
                       .flags = withAmount,
                       .handler = drop},
                      {.name = u"no-sale"_s,
                       .summary = Texts::tr("Notes that the drawer is opened without a sale."),
                       .examples = {{u"crema cash no-sale --reason 'change for a guest'"_s, {}}},
                       .flags = textFlags(),
                       .handler = openDrawer},
                      {.name = u"list"_s,
                       .summary = Texts::tr("Lists what was moved in the open shift."),
                       .examples = {{u"crema cash list --all --json"_s, {}}},
                       .flags = {{.name = u"all"_s, .help = Texts::tr("of all shifts that are known here")}},
                       .common = {u"sort"_s, u"limit"_s},
                       .handler = listMovements}}};
}

} // namespace crema::command
