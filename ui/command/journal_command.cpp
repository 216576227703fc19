// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/output_file.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/money/money_json.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;
using presenters::AuditorEntryView;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::JournalCommand)
};

QJsonValue moneyOrNull(const std::optional<Money> &money)
{
    return money ? QJsonValue(moneyToJson(*money)) : QJsonValue();
}

QJsonObject entryJson(const AuditorEntryView &view)
{
    return {{u"schema"_s, u"journal-entry/1"_s},
            {u"chain"_s, view.chain.toString(QUuid::WithoutBraces)},
            {u"number"_s, static_cast<qint64>(view.entry.number)},
            {u"kind"_s, sync::kindText(view.kind)},
            {u"at"_s, view.at.toString()},
            {u"receipt"_s, textOrNull(view.number)},
            {u"amount"_s, moneyOrNull(view.amount)},
            {u"perpetual"_s, moneyOrNull(view.perpetual)},
            {u"hash"_s, QString::fromLatin1(view.entry.hash.toHex())},
            {u"countersigned"_s, view.isCountersigned}};
}

QCoro::Task<Result<Answer>> listEntries(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    presenters::JournalFilter filter;
    filter.limit = static_cast<int>(session.invocation().number(u"limit").value_or(50));
    const auto entries = co_await (*services)->journal.list(filter);
    if (!entries)
        co_return failure(entries.error());
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"journal-entry-list/1"_s,
                  .columns = {{u"number"_s, Texts::tr("Entry"), Align::End},
                              {u"at"_s, Texts::tr("At")},
                              {u"kind"_s, Texts::tr("Document")},
                              {u"receipt"_s, Texts::tr("Receipt")},
                              {u"amount"_s, Texts::tr("Amount"), Align::End},
                              {u"perpetual"_s, Texts::tr("Perpetual total"), Align::End},
                              {u"countersigned"_s, Texts::tr("Countersigned")}}};
    for (const AuditorEntryView &entry : *entries)
        answer.items.append(entryJson(entry));
    co_return answer;
}

QCoro::Task<Result<Answer>> exportEntries(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const Result<OutputFile> file = OutputFile::make(session.environment(), session.invocation().argument(0));
    if (!file)
        co_return failure(file.error());
    const QString path = file->path();
    const auto written = co_await (*services)->journal.exportTo(path);
    if (!written)
        co_return failure(written.error());
    if (file->isStandardOutput())
        co_return file->answer();
    co_return Answer{.schema = u"journal-export/1"_s,
                     .object = {{u"entries"_s, static_cast<qint64>(*written)}, {u"path"_s, path}},
                     .columns = {{u"entries"_s, Texts::tr("Entries"), Align::End}, {u"path"_s, Texts::tr("File")}}};
}

} // namespace

Noun journalNoun()
{
    return {.name = u"journal"_s,
            .summary = Texts::tr("show and export the auditor's journal"),
            .verbs = {{.name = u"list"_s,
                       .summary = Texts::tr("Lists the newest entries."),
                       .examples = {{u"crema journal list --limit 20"_s, {}}},
                       .common = {u"limit"_s},
                       .notes = Texts::tr("crema db check says whether every entry is as it was written."),
                       .handler = listEntries},
                      {.name = u"export"_s,
                       .summary = Texts::tr("Writes the whole journal for an auditor."),
                       .examples = {{u"crema journal export journal.jsonl"_s, {}}},
                       .arguments = {{.name = u"FILE"_s,
                                      .help = Texts::tr("what to write; \"-\" is standard output"),
                                      .file = true}},
                       .notes = Texts::tr("The file holds one JSON object a line: the keys, every entry with its "
                                          "document, and the platform's signatures. docs/journal.md says how to check "
                                          "it without this program."),
                       .handler = exportEntries}}};
}

} // namespace crema::command
