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
    Q_DECLARE_TR_FUNCTIONS(crema::command::PaymentCommand)
};

constexpr std::int64_t listLimit = 100;
/// For the way to the provider and back, where nobody waits for the customer.
constexpr std::int64_t openWithinMs = 20'000;
constexpr std::int64_t defaultTimeoutSeconds = 600;

QList<Column> columns()
{
    return {{u"asked_at"_s, Texts::tr("Asked at")},
            {u"amount"_s, Texts::tr("Amount"), Align::End},
            {u"state"_s, Texts::tr("State")},
            {u"holds_shift"_s, Texts::tr("Holds the shift")},
            {u"channel"_s, Texts::tr("Way")},
            {u"problem"_s, Texts::tr("Problem")},
            {u"id"_s, Texts::tr("Id")}};
}

QList<Column> detailColumns()
{
    return {{u"id"_s, Texts::tr("Id")},
            {u"amount"_s, Texts::tr("Amount")},
            {u"state"_s, Texts::tr("State")},
            {u"text"_s, Texts::tr("That means")},
            {u"url"_s, Texts::tr("The customer pays at")},
            {u"cancel_asked"_s, Texts::tr("Given up")},
            {u"problem"_s, Texts::tr("Problem")},
            {u"channel"_s, Texts::tr("Way")},
            {u"brand"_s, Texts::tr("Card")},
            {u"last_digits"_s, Texts::tr("Ends in")},
            {u"asked_at"_s, Texts::tr("Asked at")},
            {u"sale"_s, Texts::tr("Sale")},
            {u"refunded"_s, Texts::tr("Given back")},
            {u"reason"_s, Texts::tr("Reason")}};
}

/// What is still open is no failure of the command; that nothing was taken is.
ExitCode exitCodeOf(const PaymentIntent &intent)
{
    const bool isNothing = intent.state == IntentState::Failed || intent.state == IntentState::Cancelled;
    return isNothing ? ExitCode::Failed : intent.state == IntentState::Unknown ? ExitCode::Conflict : ExitCode::Done;
}

Answer answerOf(const PaymentIntent &intent)
{
    Answer answer{.schema = u"payment/1"_s, .object = paymentJson(intent), .columns = detailColumns()};
    if (intent.isUndecided())
        answer.next = u"crema payment show "_s + intent.id.toString();
    return answer;
}

QCoro::Task<Result<Answer>> listPayments(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto payments =
        co_await (*services)->payments.list(invocation.has(u"open"), invocation.number(u"limit").value_or(listLimit));
    if (!payments)
        co_return failure(payments.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"payment-list/1"_s, .columns = columns()};
    for (const PaymentIntent &intent : *payments)
        answer.items.append(paymentJson(intent));
    co_return answer;
}

QCoro::Task<Result<Answer>> showPayment(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto intent = co_await (*services)->payments.find(session.invocation().argument(0));
    if (!intent)
        co_return failure(intent.error());
    co_return answerOf(*intent);
}

QCoro::Task<Result<Answer>> askPayment(Session &session)
{
    const Invocation &invocation = session.invocation();
    const bool waits = invocation.has(u"wait");
    if (invocation.has(u"timeout") && !waits)
        co_return failure(ProblemKind::Invalid, u"usage.flag_value"_s, Texts::tr("--timeout is for --wait."),
                          Texts::tr("Write: crema payment ask --amount MINOR --wait --timeout SECONDS"));
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const presenters::PaymentsPresenter &payments = (*services)->payments;
    const IntentChannel channel = invocation.has(u"reader") ? IntentChannel::Reader : IntentChannel::Link;
    const auto asked = co_await payments.ask(invocation.number(u"amount").value_or(0), channel,
                                             invocation.text(u"text").value_or(QString()));
    if (!asked)
        co_return failure(asked.error());
    const std::int64_t timeoutMs =
        waits ? invocation.number(u"timeout").value_or(defaultTimeoutSeconds) * 1000 : openWithinMs;
    const auto followed = co_await payments.follow(asked->id, waits, timeoutMs, session.environment().stopRequested);
    // It is stored, whatever became of it: without its id nobody finds it again.
    if (!followed && (waits || followed.error().code != u"sync.timeout"))
        co_return failure(followed.error());
    const PaymentIntent intent = followed ? *followed : *asked;
    Answer answer = answerOf(intent);
    answer.exitCode = exitCodeOf(intent);
    if (intent.state == IntentState::Paid)
        answer.next = u"crema sale create --line CODE --tender online:%1,intent=%2"_s.arg(intent.amount.minor())
                          .arg(intent.id.toString());
    if (intent.state == IntentState::Unknown)
        answer.warnings.append(Texts::tr("The outcome is unknown. Do not charge again: it is being asked."));
    co_return answer;
}

QCoro::Task<Result<Answer>> cancelPayment(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto intent = co_await (*services)->payments.cancel(session.invocation().argument(0));
    if (!intent)
        co_return failure(intent.error());
    Answer answer = answerOf(*intent);
    answer.warnings.append(Texts::tr("The provider says whether that was in time."));
    co_return answer;
}

QCoro::Task<Result<Answer>> settlePayment(Session &session)
{
    const Invocation &invocation = session.invocation();
    const std::optional<IntentVerdict> verdict = intentVerdictFromText(invocation.text(u"as").value_or(QString()));
    if (!verdict)
        co_return failure(ProblemKind::Invalid, u"usage.flag_value"_s, Texts::tr("--as says nothing that is known."),
                          Texts::tr("It is paid, failed or give_back."));
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const Result<std::optional<presenters::ApproverWord>> approver = approverOf(session);
    if (!approver)
        co_return failure(approver.error());
    const auto intent = co_await (*services)->payments.settle(
        invocation.argument(0), *verdict, invocation.text(u"reason").value_or(QString()), *approver);
    if (!intent)
        co_return failure(intent.error());
    co_return answerOf(*intent);
}

Argument idArgument()
{
    return {.name = u"ID"_s, .help = Texts::tr("the id of the payment")};
}

Verb askVerb()
{
    return {.name = u"ask"_s,
            .summary = Texts::tr("Asks a customer to pay by link or at the reader."),
            .examples = {{u"crema payment ask --amount 1290"_s, Texts::tr("Shows the link.")},
                         {u"crema payment ask --amount 1290 --wait --timeout 300 --json"_s, {}}},
            .flags = {{.name = u"amount"_s,
                       .kind = Flag::Kind::Number,
                       .value = u"MINOR"_s,
                       .help = Texts::tr("how much, in minor units"),
                       .minimum = 1,
                       .maximum = json::maxInteger,
                       .required = true},
                      {.name = u"reader"_s, .help = Texts::tr("at the card reader instead of a link")},
                      {.name = u"text"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"TEXT"_s,
                       .help = Texts::tr("what the customer reads")},
                      {.name = u"wait"_s, .help = Texts::tr("wait until it is decided")},
                      {.name = u"timeout"_s,
                       .kind = Flag::Kind::Number,
                       .value = u"SECONDS"_s,
                       .help = Texts::tr("how long --wait waits at most (600)"),
                       .minimum = 1,
                       .maximum = 86'400}},
            .notes = Texts::tr("An open shift and a connection are needed. With --wait it ends when it is known what "
                               "became of it: 0 is paid, 1 that nothing was taken, 5 that the outcome is unknown, 75 "
                               "that the time ran out. An unknown outcome is asked about by itself: do not charge "
                               "again. What is paid pays a sale with --tender online:MINOR,intent=ID."),
            .handler = askPayment};
}

Verb settleVerb()
{
    return {.name = u"settle"_s,
            .summary = Texts::tr("Says what became of it, or gives the money back."),
            .examples = {{u"crema payment settle ID --as failed --reason 'not at the provider'"_s, {}},
                         {u"crema payment settle ID --as give_back --reason 'paid in cash'"_s, {}}},
            .arguments = {idArgument()},
            .flags = {{.name = u"as"_s,
                       .kind = Flag::Kind::Choice,
                       .help = Texts::tr("an unknown one was paid or failed; a paid one goes back"),
                       .choices = {u"paid"_s, u"failed"_s, u"give_back"_s},
                       .required = true},
                      {.name = u"reason"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"TEXT"_s,
                       .help = Texts::tr("why, on one line"),
                       .required = true},
                      approverFlag(),
                      approverPinFlag()},
            .handler = settlePayment};
}

} // namespace

Noun paymentNoun()
{
    return {.name = u"payment"_s,
            .summary = Texts::tr("ask for online payments, and settle them"),
            .verbs = {{.name = u"list"_s,
                       .summary = Texts::tr("Lists online payments, what holds a shift first."),
                       .examples = {{u"crema payment list --open"_s, {}}, {u"crema payment list --json"_s, {}}},
                       .flags = {{.name = u"open"_s, .help = Texts::tr("only what holds a shift")}},
                       .common = {u"sort"_s, u"limit"_s},
                       .handler = listPayments},
                      {.name = u"show"_s,
                       .summary = Texts::tr("Shows one online payment."),
                       .examples = {{u"crema payment show ID --json"_s, {}}},
                       .arguments = {idArgument()},
                       .handler = showPayment},
                      askVerb(),
                      {.name = u"cancel"_s,
                       .summary = Texts::tr("Gives an online payment up. Works offline."),
                       .examples = {{u"crema payment cancel ID"_s, {}}},
                       .arguments = {idArgument()},
                       .handler = cancelPayment},
                      settleVerb()}};
}

} // namespace crema::command
