// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/attention_verbs.h"

#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::AttentionVerbs)
};

QJsonValue theirsBy(const sync::AttentionField &field)
{
    if (!field.origin)
        return {};
    return QJsonObject{{u"person"_s, textOrNull(field.origin->personName)},
                       {u"location"_s, textOrNull(field.locationName)},
                       {u"device"_s, field.origin->device.toString()},
                       {u"at"_s, field.origin->at.toString()}};
}

QJsonArray fieldsJson(const QList<sync::AttentionField> &fields)
{
    QJsonArray array;
    for (const sync::AttentionField &field : fields) {
        QJsonObject each{{u"field"_s, field.field}, {u"theirs_by"_s, theirsBy(field)}};
        if (!field.isHidden) {
            each.insert(u"base"_s, fieldValueToJson(field.base));
            each.insert(u"mine"_s, fieldValueToJson(field.mine));
            each.insert(u"theirs"_s, fieldValueToJson(field.theirs));
        }
        array.append(each);
    }
    return array;
}

QJsonObject itemJson(const sync::AttentionItem &item)
{
    const bool isConflict = item.outcome == Outcome::Conflict;
    return {{u"id"_s, item.id.toString()},
            {u"state"_s, u"attention"_s},
            {u"outcome"_s, outcomeText(item.outcome)},
            {u"type"_s, textOrNull(item.operationType)},
            {u"subject"_s, QJsonObject{{u"type"_s, textOrNull(item.subject.type)},
                                       {u"id"_s, item.subject.id.isNull()
                                                     ? QJsonValue()
                                                     : QJsonValue(item.subject.id.toString(QUuid::WithoutBraces))},
                                       {u"name"_s, textOrNull(item.subjectName)}}},
            {u"person"_s, textOrNull(item.personName)},
            {u"own"_s, item.isOwn},
            {u"occurred_at"_s, item.at.toString()},
            {u"problem"_s, item.problem ? QJsonValue(problemJson(*item.problem)) : QJsonValue()},
            {u"fields"_s, fieldsJson(isConflict ? item.fields : item.retryFields)},
            {u"can_retry"_s, item.canRetry},
            {u"may_decide"_s, item.mayDecide}};
}

QJsonObject waitingJson(const sync::WaitingItem &item)
{
    return {{u"id"_s, item.operation.toString()},
            {u"state"_s, u"queued"_s},
            {u"outcome"_s, outcomeText(Outcome::Waiting)},
            {u"type"_s, item.operationType},
            {u"subject"_s, QJsonObject{{u"type"_s, item.subject.type},
                                       {u"id"_s, item.subject.id.toString(QUuid::WithoutBraces)},
                                       {u"name"_s, textOrNull(item.subjectName)}}},
            {u"occurred_at"_s, item.at.toString()},
            {u"waits_for"_s, item.cause.toString()}};
}

Problem usage(const QString &message)
{
    return {
        ProblemKind::Invalid,
        u"usage.flag_value"_s,
        message,
        Texts::tr("Write: crema sync resolve ID --keep mine|theirs [--field FIELD], or --value, --retry, --set-aside"),
        {}};
}

/// Flags that say different things about one card are a slip, and which one was meant cannot be known.
Result<void> checkFlags(const Invocation &invocation)
{
    const bool keeps = invocation.has(u"keep");
    const bool types = invocation.has(u"value");
    const bool retries = invocation.has(u"retry");
    const bool setsAside = invocation.has(u"set-aside");
    if (keeps && types)
        return failure(usage(Texts::tr("--keep and --value do not go together: it is one or the other.")));
    if (retries && (keeps || setsAside))
        return failure(usage(Texts::tr("--retry does not go together with --keep or --set-aside.")));
    if (setsAside && (keeps || types || invocation.has(u"field")))
        return failure(usage(Texts::tr("--set-aside goes alone: all of it stays undone.")));
    return {};
}

/// A value as it is given on the command line; prices and costs in minor units, as everywhere there.
Result<FieldValue> valueOf(const sync::AttentionField &field, const QString &text, Currency currency)
{
    const FieldKind kind = fieldKind(field.field);
    if (kind == FieldKind::Text)
        return FieldValue(text);
    if (text.isEmpty())
        return FieldValue();
    bool isNumber = false;
    const std::int64_t number = text.toLongLong(&isNumber);
    const bool isAmount =
        kind == FieldKind::Price || kind == FieldKind::Money || kind == FieldKind::Grams || kind == FieldKind::Number;
    if (!isAmount)
        return failure(usage(Texts::tr("%1 is not typed: keep mine or theirs.").arg(field.field)));
    if (!isNumber || number < 0)
        return failure(usage(Texts::tr("%1 takes a whole number, amounts in minor units.").arg(field.field)));
    if (kind == FieldKind::Grams || kind == FieldKind::Number)
        return FieldValue(number);
    if (kind == FieldKind::Money)
        return FieldValue(Money(number, currency));
    const auto *like = std::get_if<Price>(&field.theirs);
    return FieldValue(Price{Money(number, currency), like ? like->per : 1});
}

Result<sync::CardAnswer> answerOf(const Invocation &invocation, const sync::AttentionItem &item, Currency currency)
{
    const auto value = invocation.text(u"value");
    const bool isConflict = item.outcome == Outcome::Conflict;
    const QList<sync::AttentionField> &fields = isConflict ? item.fields : item.retryFields;
    const auto named = invocation.text(u"field");
    sync::CardAnswer answer;
    if (invocation.has(u"set-aside"))
        answer.decision = Decision::SetAside;
    else if (invocation.has(u"retry") || (!isConflict && value))
        answer.decision = Decision::Retry;
    if (answer.decision == Decision::Fields && !isConflict)
        return failure(usage(Texts::tr("This was not changed in two places: use --retry or --set-aside.")));
    if (answer.decision == Decision::SetAside || (answer.decision == Decision::Retry && !value))
        return answer;
    if (value && !named && fields.size() != 1)
        return failure(usage(Texts::tr("--value is for one field: name it with --field.")));
    const Keep keep =
        value ? Keep::Typed : keepFromText(invocation.text(u"keep").value_or(u"theirs"_s)).value_or(Keep::Theirs);
    for (const sync::AttentionField &field : fields) {
        if (named && field.field != *named)
            continue;
        sync::FieldChoice choice{keep, {}};
        if (value) {
            const auto typed = valueOf(field, *value, currency);
            if (!typed)
                return failure(typed.error());
            choice.typed = *typed;
        }
        answer.fields.insert(field.field, choice);
    }
    if (answer.fields.isEmpty())
        return failure(usage(Texts::tr("There is nothing to decide about %1.").arg(named.value_or(QString()))));
    return answer;
}

QCoro::Task<Result<Answer>> resolve(Session &session)
{
    const Invocation &invocation = session.invocation();
    if (const Result<void> checked = checkFlags(invocation); !checked)
        co_return failure(checked.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const presenters::SyncPresenter &syncing = (*services)->syncing;
    const QString id = invocation.argument(0);
    const auto item = co_await syncing.attentionItem(id);
    if (!item)
        co_return failure(item.error());
    const auto answer = answerOf(invocation, *item, syncing.state().currency());
    if (!answer)
        co_return failure(answer.error());
    const auto resolved = co_await syncing.resolve(item->id, *answer);
    if (!resolved)
        co_return failure(resolved.error());
    QJsonObject kept;
    for (auto it = answer->fields.begin(); it != answer->fields.end(); ++it)
        kept.insert(it.key(), keepText(it->keep));
    co_return Answer{.schema = u"resolution/1"_s,
                     .object = {{u"id"_s, id},
                                {u"decision"_s, decisionText(answer->decision)},
                                {u"fields"_s, kept},
                                {u"state"_s, u"queued"_s}},
                     .columns = {{u"id"_s, Texts::tr("Id")}, {u"decision"_s, Texts::tr("Decision")}},
                     .next = u"crema sync run"_s};
}

} // namespace

QCoro::Task<Result<Answer>> listAttention(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto list = co_await (*services)->syncing.attention(invocation.number(u"limit").value_or(100));
    if (!list)
        co_return failure(list.error());
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"attention-list/1"_s,
                  .columns = {{u"occurred_at"_s, Texts::tr("Time")},
                              {u"outcome"_s, Texts::tr("Outcome")},
                              {u"type"_s, Texts::tr("What")},
                              {u"subject.name"_s, Texts::tr("Of")},
                              {u"person"_s, Texts::tr("By")},
                              {u"fields.field"_s, Texts::tr("Field")},
                              {u"fields.base"_s, Texts::tr("Before")},
                              {u"fields.mine"_s, Texts::tr("Mine")},
                              {u"fields.theirs"_s, Texts::tr("Theirs")},
                              {u"problem.message"_s, Texts::tr("Reason")},
                              {u"id"_s, Texts::tr("Id")}},
                  .next = list->items.isEmpty() ? QString() : u"crema sync resolve ID --keep theirs"_s};
    for (const sync::AttentionItem &item : list->items)
        answer.items.append(itemJson(item));
    for (const sync::WaitingItem &item : list->waiting)
        answer.items.append(waitingJson(item));
    co_return answer;
}

Verb resolveVerb()
{
    return {.name = u"resolve"_s,
            .summary = Texts::tr("Decides about what needs attention."),
            .examples = {{u"crema sync resolve ID --keep theirs"_s, Texts::tr("What stands on the platform stays.")},
                         {u"crema sync resolve ID --keep mine --field price"_s, {}},
                         {u"crema sync resolve ID --field price --value 1290"_s, Texts::tr("A third value.")},
                         {u"crema sync resolve ID --retry"_s, Texts::tr("Does again what was refused.")},
                         {u"crema sync resolve ID --set-aside"_s, Texts::tr("It stays undone.")}},
            .arguments = {{.name = u"ID"_s, .help = Texts::tr("from crema sync list --attention")}},
            .flags = {{.name = u"keep"_s,
                       .kind = Flag::Kind::Choice,
                       .value = u"WHOSE"_s,
                       .help = Texts::tr("which value stands; theirs if not given"),
                       .choices = {u"mine"_s, u"theirs"_s}},
                      {.name = u"field"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"FIELD"_s,
                       .help = Texts::tr("this field only; the others stay open")},
                      {.name = u"value"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"VALUE"_s,
                       .help = Texts::tr("another value; amounts in minor units")},
                      {.name = u"retry"_s, .help = Texts::tr("do what was refused again")},
                      {.name = u"set-aside"_s, .help = Texts::tr("leave it undone")}},
            .notes =
                Texts::tr("Works offline. The exit code is 3 when there is nothing to decide under this id, 4 when "
                          "you may not, and 5 when somebody else has decided already."),
            .handler = resolve};
}

} // namespace crema::command
