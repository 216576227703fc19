// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/keys/key_book.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::KeysCommand)
};

QString faceText(KeyFace face)
{
    return face == KeyFace::Window ? u"window"_s : u"terminal"_s;
}

/// action-keys/1
QJsonObject rowJson(const KeyRow &row)
{
    return {{u"schema"_s, u"action-keys/1"_s},
            {u"action"_s, row.action.id},
            {u"text"_s, row.action.text},
            {u"face"_s, faceText(KeyBook::faceOf(row.action.id))},
            {u"page"_s, textOrNull(row.action.area)},
            {u"keys"_s, QJsonArray::fromStringList(row.keys)},
            {u"keys_text"_s, row.keys.join(u"  "_s)},
            {u"usual"_s, QJsonArray::fromStringList(row.action.usual)},
            {u"is_changed"_s, row.isChanged}};
}

QList<Column> columns()
{
    return {{u"action"_s, Texts::tr("Action")},
            {u"keys_text"_s, Texts::tr("Keys")},
            {u"text"_s, Texts::tr("What it does")}};
}

tl::unexpected<Problem> noKeys()
{
    return failure(ProblemKind::Invalid, u"usage.argument"_s, Texts::tr("This program has no keys of its own."));
}

Answer answerFor(const KeyBook &book, const QString &id)
{
    const std::optional<KeyRow> row = book.row(id);
    Answer answer{.schema = u"action-keys/1"_s, .object = rowJson(*row), .columns = columns()};
    answer.sentence = row->keys.isEmpty()
                          ? Texts::tr("“%1” has no key.").arg(row->action.text)
                          : Texts::tr("“%1”: %2", "action, keys").arg(row->action.text, row->keys.join(u", "_s));
    return answer;
}

QCoro::Task<Result<Answer>> listKeys(Session &session)
{
    const KeyBook *book = session.environment().keys;
    if (book == nullptr)
        co_return noKeys();
    const QString face = session.invocation().text(u"face").value_or(QString());
    Answer answer{.shape = Answer::Shape::List, .schema = u"action-keys-list/1"_s, .columns = columns()};
    for (const KeyFace each : {KeyFace::Window, KeyFace::Terminal}) {
        if (!face.isEmpty() && face != faceText(each))
            continue;
        for (const KeyRow &row : book->rows(each)) {
            if (!session.invocation().has(u"changed") || row.isChanged)
                answer.items.append(rowJson(row));
        }
    }
    co_return answer;
}

QCoro::Task<Result<Answer>> setKeys(Session &session)
{
    KeyBook *book = session.environment().keys;
    if (book == nullptr)
        co_return noKeys();
    const Invocation &invocation = session.invocation();
    const QString id = invocation.argument(0);
    QStringList typed;
    for (const int place : {1, 2}) {
        if (!invocation.argument(place).isEmpty())
            typed.append(invocation.argument(place));
    }
    if (typed == QStringList{u"none"_s})
        typed.clear();
    const KeyTaking taking = invocation.has(u"take") ? KeyTaking::FromOthers : KeyTaking::Refused;
    if (const Result<void> set = book->set(id, typed, taking); !set)
        co_return failure(set.error());
    co_return answerFor(*book, id);
}

QCoro::Task<Result<Answer>> resetKeys(Session &session)
{
    KeyBook *book = session.environment().keys;
    if (book == nullptr)
        co_return noKeys();
    const QString id = session.invocation().argument(0);
    if (!id.isEmpty()) {
        if (const Result<void> reset = book->reset(id); !reset)
            co_return failure(reset.error());
        co_return answerFor(*book, id);
    }
    book->resetAll(KeyFace::Window);
    book->resetAll(KeyFace::Terminal);
    Answer answer{.schema = u"action-keys-reset/1"_s, .object = {{u"is_changed"_s, false}}};
    answer.sentence = Texts::tr("All keys of this device are as usual.");
    co_return answer;
}

} // namespace

Noun keysNoun()
{
    const Argument action{.name = u"ACTION"_s, .help = Texts::tr("an action, as the list has it")};
    return {
        .name = u"keys"_s,
        .summary = Texts::tr("see and change the keys of this device"),
        .verbs = {{.name = u"list"_s,
                   .summary = Texts::tr("Lists every action of the window and of the terminal with its keys."),
                   .examples = {{u"crema keys list"_s, {}},
                                {u"crema keys list --face terminal --json"_s, {}},
                                {u"crema keys list --changed"_s, Texts::tr("What is not as usual.")}},
                   .flags = {{.name = u"face"_s,
                              .kind = Flag::Kind::Choice,
                              .value = u"FACE"_s,
                              .help = Texts::tr("window or terminal (both)"),
                              .choices = {u"window"_s, u"terminal"_s}},
                             {.name = u"changed"_s, .help = Texts::tr("only what is not as usual")}},
                   .handler = listKeys},
                  {.name = u"set"_s,
                   .summary = Texts::tr("Gives an action one key or two."),
                   .examples = {{u"crema keys set till.hold F5 Alt+H"_s, {}},
                                {u"crema keys set terminal.done F5 ^E"_s, {}},
                                {u"crema keys set till.note none"_s, Texts::tr("No key at all.")}},
                   .arguments = {action,
                                 {.name = u"KEY"_s, .help = Texts::tr("as F6, Alt+H or ^E; none for no key")},
                                 {.name = u"TWIN"_s, .help = Texts::tr("a second key"), .optional = true}},
                   .flags = {{.name = u"take"_s, .help = Texts::tr("take the key from the action that has it")}},
                   .notes = Texts::tr("Programs that run on this device take it over at once. What the system, a text "
                                      "field or a scanner needs is refused."),
                   .handler = setKeys},
                  {.name = u"reset"_s,
                   .summary = Texts::tr("Gives one action, or all, the usual keys again."),
                   .examples = {{u"crema keys reset till.hold"_s, {}}, {u"crema keys reset"_s, {}}},
                   .arguments = {{.name = u"ACTION"_s,
                                  .help = Texts::tr("an action, as the list has it (all of them)"),
                                  .optional = true}},
                   .handler = resetKeys}}};
}

} // namespace crema::command
