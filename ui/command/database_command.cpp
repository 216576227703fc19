// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/json_values.h"
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::DatabaseCommand)
};

QCoro::Task<Result<Answer>> checkDatabase(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto check = co_await (*services)->diagnosis.checkDatabase();
    if (!check)
        co_return failure(check.error());
    Answer answer{.schema = u"db-check/1"_s,
                  .object = {{u"sound"_s, check->isSound()},
                             {u"findings"_s, QJsonArray::fromStringList(check->findings)},
                             {u"operations"_s, static_cast<qint64>(check->operations)},
                             {u"products"_s, static_cast<qint64>(check->products)},
                             {u"sales"_s, static_cast<qint64>(check->sales)},
                             {u"journal_entries"_s, static_cast<qint64>(check->journalEntries)},
                             {u"schema_version"_s, check->schemaVersion},
                             {u"compared_at"_s, codec::optionalTime((*services)->syncing.state().comparison.at)},
                             {u"path"_s, (*services)->diagnosis.storePath()}},
                  .columns = {{u"sound"_s, Texts::tr("Sound")},
                              {u"operations"_s, Texts::tr("Operations")},
                              {u"products"_s, Texts::tr("Products")},
                              {u"sales"_s, Texts::tr("Sales")},
                              {u"journal_entries"_s, Texts::tr("Journal entries")},
                              {u"compared_at"_s, Texts::tr("Compared with the platform")},
                              {u"path"_s, Texts::tr("Store")}},
                  .warnings = check->findings};
    if (!check->isSound()) {
        answer.exitCode = ExitCode::Failed;
        answer.next = u"crema doctor"_s;
    }
    co_return answer;
}

QCoro::Task<Result<Answer>> showPath(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const QString path = (*services)->diagnosis.storePath();
    co_return Answer{.schema = u"db-path/1"_s,
                     .object = {{u"path"_s, path}},
                     .columns = {{u"path"_s, Texts::tr("Store")}},
                     .sentence = path};
}

} // namespace

Noun databaseNoun()
{
    return {.name = u"db"_s,
            .summary = Texts::tr("check the local store, and say where it lies"),
            .verbs = {{.name = u"check"_s,
                       .summary = Texts::tr("Reads the whole store and verifies it."),
                       .examples = {{u"crema db check"_s, {}}, {u"crema db check --json"_s, {}}},
                       .handler = checkDatabase},
                      {.name = u"path"_s,
                       .summary = Texts::tr("Prints where the store lies."),
                       .examples = {{u"crema db path"_s, {}}},
                       .handler = showPath}}};
}

} // namespace crema::command
