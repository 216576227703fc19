// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/json_values.h"
#include "ui/command/attention_verbs.h"
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/unsent_verbs.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/syncing/comparison_words.h"
#include "ui/presenters/syncing/deletion_words.h"
#include "ui/presenters/syncing/load_words.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::SyncCommand)
};

constexpr std::int64_t defaultTimeoutSeconds = 60;

QJsonObject countsJson(const sync::QueueCounts &counts)
{
    return {{u"queued"_s, static_cast<qint64>(counts.queued)},
            {u"sent"_s, static_cast<qint64>(counts.sent)},
            {u"receipted"_s, static_cast<qint64>(counts.receipted)},
            {u"needs_attention"_s, static_cast<qint64>(counts.needsAttention)},
            {u"unsent"_s, static_cast<qint64>(counts.unsent())},
            {u"only_here"_s, static_cast<qint64>(counts.onlyHere())}};
}

QString nextAfter(const sync::QueueCounts &counts)
{
    return counts.needsAttention > 0 ? u"crema sync list --attention"_s : QString();
}

Answer answerFor(const presenters::SyncReport &report)
{
    return {.schema = u"sync-run/1"_s,
            .object = {{u"sent"_s, static_cast<qint64>(report.sent)},
                       {u"applied"_s, static_cast<qint64>(report.applied)},
                       {u"needs_attention"_s, static_cast<qint64>(report.needsAttention)},
                       {u"waiting"_s, static_cast<qint64>(report.waiting)},
                       {u"fetched"_s, static_cast<qint64>(report.fetchedRows)},
                       {u"queue"_s, countsJson(report.queue)},
                       {u"state"_s, report.queue.needsAttention > 0 ? u"attention"_s
                                    : report.queue.unsent() > 0     ? u"queued"_s
                                                                    : u"synced"_s}},
            .columns = {{u"sent"_s, Texts::tr("Sent")},
                        {u"applied"_s, Texts::tr("Applied")},
                        {u"needs_attention"_s, Texts::tr("Need attention")},
                        {u"fetched"_s, Texts::tr("Fetched")},
                        {u"queue.unsent"_s, Texts::tr("Still queued")}},
            .next = nextAfter(report.queue),
            .exitCode = report.queue.needsAttention > 0 ? ExitCode::Conflict : ExitCode::Done};
}

QCoro::Task<Result<Answer>> runSync(Session &session)
{
    const Invocation &invocation = session.invocation();
    if (invocation.has(u"timeout") && !invocation.has(u"wait"))
        co_return failure(ProblemKind::Invalid, u"usage.flag_value"_s, Texts::tr("--timeout is for --wait."),
                          Texts::tr("Write: crema sync run --wait --timeout SECONDS"));
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const std::int64_t timeoutMs = invocation.number(u"timeout").value_or(defaultTimeoutSeconds) * 1000;
    const presenters::SyncPresenter &syncing = (*services)->syncing;
    auto running = invocation.has(u"wait") ? syncing.runUntilSynced(timeoutMs, session.environment().stopRequested)
                                           : syncing.run();
    const auto report = co_await running;
    if (!report)
        co_return failure(report.error());
    co_return answerFor(*report);
}

QJsonObject loadJson(const sync::LoadProgress &load)
{
    return {{u"first"_s, load.first},
            {u"may_sell"_s, load.maySell},
            {u"percent"_s, load.percent},
            {u"reading"_s, textOrNull(load.entityType)},
            {u"text"_s, loadText(load)}};
}

QJsonValue comparisonJson(const sync::ClientState &state, UtcTime now)
{
    const sync::StoreComparison &comparison = state.comparison;
    if (!comparison.at)
        return QJsonValue::Null;
    const TimeWords words = TimeWords::ofShop(QLocale(), state.location);
    return QJsonObject{{u"at"_s, comparison.at->toString()},
                       {u"different"_s, QJsonArray::fromStringList(comparison.different)},
                       {u"mended"_s, QJsonArray::fromStringList(comparison.mended)},
                       {u"mended_at"_s, codec::optionalTime(comparison.mendedAt)},
                       {u"text"_s, comparisonText(comparison, words, now)}};
}

QCoro::Task<Result<Answer>> showStatus(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const sync::ClientState &state = (*services)->syncing.state();
    const QJsonValue problem =
        state.linkProblem ? QJsonValue(problemJson(*state.linkProblem)) : QJsonValue(QJsonValue::Null);
    const QJsonValue warning = state.warning ? QJsonValue(problemJson(*state.warning)) : QJsonValue(QJsonValue::Null);
    const QJsonValue load = state.load ? QJsonValue(loadJson(*state.load)) : QJsonValue(QJsonValue::Null);
    co_return Answer{.schema = u"sync-status/1"_s,
                     .object = {{u"enrolled"_s, state.enrolled},
                                {u"platform"_s, textOrNull(state.platform.toString())},
                                {u"link"_s, sync::linkText(state.link)},
                                {u"problem"_s, problem},
                                {u"warning"_s, warning},
                                {u"last_sync_at"_s, codec::optionalTime(state.lastSyncAt)},
                                {u"load"_s, load},
                                {u"comparison"_s, comparisonJson(state, session.environment().clock->now())},
                                {u"clock_offset_ms"_s, static_cast<qint64>(state.clockOffsetMs)},
                                {u"queue"_s, countsJson(state.queue)}},
                     .columns = {{u"platform"_s, Texts::tr("Platform")},
                                 {u"enrolled"_s, Texts::tr("Enrolled")},
                                 {u"link"_s, Texts::tr("Connection")},
                                 {u"problem.message"_s, Texts::tr("Problem")},
                                 {u"problem.hint"_s, Texts::tr("What to do")},
                                 {u"warning.message"_s, Texts::tr("Warning")},
                                 {u"warning.hint"_s, Texts::tr("What to do")},
                                 {u"last_sync_at"_s, Texts::tr("Last synced")},
                                 {u"load.text"_s, Texts::tr("Progress")},
                                 {u"comparison.text"_s, Texts::tr("Comparison")},
                                 {u"queue.unsent"_s, Texts::tr("Queued")},
                                 {u"queue.needs_attention"_s, Texts::tr("Need attention")}},
                     .next = nextAfter(state.queue)};
}

QCoro::Task<Result<Answer>> listQueue(Session &session)
{
    const Invocation &invocation = session.invocation();
    if (invocation.has(u"attention")) {
        const Result<Answer> attention = co_await listAttention(session);
        co_return attention;
    }
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const std::int64_t limit =
        invocation.has(u"sort") ? std::numeric_limits<int>::max() : invocation.number(u"limit").value_or(100);
    const auto entries = co_await (*services)->syncing.queue(limit, false);
    if (!entries)
        co_return failure(entries.error());
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"operation-list/1"_s,
                  .columns = {{u"occurred_at"_s, Texts::tr("Time")},
                              {u"type"_s, Texts::tr("What")},
                              {u"subject.name"_s, Texts::tr("Of")},
                              {u"state"_s, Texts::tr("State")},
                              {u"acknowledgement.problem.message"_s, Texts::tr("Reason")},
                              {u"id"_s, Texts::tr("Id")}}};
    for (const presenters::QueueEntry &entry : *entries)
        answer.items.append(queueEntryJson(entry));
    co_return answer;
}

QCoro::Task<Result<Answer>> showDeletions(Session &session)
{
    const bool isAllowed = session.invocation().has(u"allow");
    if (isAllowed) {
        const Result<void> sure = session.confirm(Texts::tr("Let the records go that are about to be deleted?"));
        if (!sure)
            co_return failure(sure.error());
    }
    const auto services = co_await session.services(isAllowed ? StoreAccess::Write : StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const presenters::SyncPresenter &syncing = (*services)->syncing;
    const std::optional<sync::DeletionQuestion> question = syncing.state().deletion;
    if (isAllowed) {
        const Result<void> allowed = co_await syncing.allowDeletion();
        if (!allowed)
            co_return failure(allowed.error());
    }
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"deletion-list/1"_s,
                  .columns = {{u"text"_s, Texts::tr("What asks")}, {u"state"_s, Texts::tr("State")}}};
    if (!question)
        co_return answer;
    const bool isHere = question->source == sync::DeletionSource::Here;
    answer.items.append(QJsonObject{{u"type"_s, question->entityType},
                                    {u"source"_s, isHere ? u"here"_s : u"platform"_s},
                                    {u"text"_s, deletionText(*question, QLocale())},
                                    {u"leaving"_s, static_cast<qint64>(question->leaving)},
                                    {u"present"_s, static_cast<qint64>(question->present)},
                                    {u"state"_s, isAllowed ? u"allowed"_s : u"asked"_s}});
    if (!isAllowed)
        answer.next = u"crema sync deletions --allow"_s;
    else if (!isHere)
        answer.next = u"crema sync run"_s;
    else
        answer.warnings.append(Texts::tr("Agreed. Now take them out of use once more."));
    co_return answer;
}

} // namespace

Noun syncNoun()
{
    return {.name = u"sync"_s,
            .summary = Texts::tr("send and fetch; what waits, and what needs attention"),
            .verbs = {{.name = u"run"_s,
                       .summary = Texts::tr("Sends what is queued and fetches what is new."),
                       .examples = {{u"crema sync run"_s, Texts::tr("Once.")},
                                    {u"crema sync run --wait --timeout 30"_s, Texts::tr("Until everything is sent.")}},
                       .common = {u"wait"_s, u"timeout"_s},
                       .notes = Texts::tr("The exit code is 75 when --timeout passes first, and 5 when something needs "
                                          "attention."),
                       .handler = runSync},
                      {.name = u"status"_s,
                       .summary = Texts::tr("Shows the connection and how much waits."),
                       .examples = {{u"crema sync status --json"_s, {}}},
                       .handler = showStatus},
                      {.name = u"list"_s,
                       .summary = Texts::tr("Lists the operations the platform has not confirmed."),
                       .examples = {{u"crema sync list --json"_s, {}}, {u"crema sync list --attention"_s, {}}},
                       .flags = {{.name = u"attention"_s, .help = Texts::tr("only what a person has to decide")}},
                       .common = {u"sort"_s, u"limit"_s},
                       .handler = listQueue},
                      resolveVerb(),
                      {.name = u"deletions"_s,
                       .summary = Texts::tr("Shows what asks before many records go."),
                       .examples = {{u"crema sync deletions --json"_s, {}},
                                    {u"crema sync deletions --allow --yes"_s, Texts::tr("Lets them go.")}},
                       .flags = {{.name = u"allow"_s, .help = Texts::tr("agree: they may go")}},
                       .common = {u"yes"_s},
                       .notes = Texts::tr("More than 100 records of a kind, or 5 of 100, within an hour stay until a "
                                          "person agrees. With --allow the exit code is 3 when nothing is asked, "
                                          "and 4 when you may not agree."),
                       .handler = showDeletions},
                      exportVerb(),
                      importVerb()}};
}

} // namespace crema::command
