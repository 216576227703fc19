// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/unsent_verbs.h"

#include "ui/command/output_file.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/money/money_json.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::UnsentVerbs)
};

const QString passphraseVariable = u"CREMA_PASSPHRASE"_s;

Result<QString> passphraseOf(Session &session)
{
    return session.secret(u"passphrase-file", passphraseVariable, Texts::tr("Passphrase"));
}

/// What was typed blindly is typed twice: nobody reads the file without it.
Result<QString> newPassphrase(Session &session)
{
    Result<QString> passphrase = passphraseOf(session);
    const bool isTyped =
        !session.invocation().has(u"passphrase-file") && session.environment().variable(passphraseVariable).isEmpty();
    if (!passphrase || !isTyped)
        return passphrase;
    const Result<QString> again = session.secret(u"passphrase-again", QString(), Texts::tr("The passphrase again"));
    if (!again)
        return failure(again.error());
    if (*again == *passphrase)
        return passphrase;
    return failure(ProblemKind::Invalid, u"passphrase.differs"_s, Texts::tr("The two passphrases are not the same."),
                   Texts::tr("Run it again; nothing was written."));
}

Answer answerFor(const QString &schema, const sync::UnsentSummary &summary)
{
    return {.schema = schema,
            .object = {{u"operations"_s, static_cast<qint64>(summary.operations)},
                       {u"known"_s, static_cast<qint64>(summary.known)},
                       {u"sales"_s, static_cast<qint64>(summary.sales)},
                       {u"sold"_s, moneyToJson(summary.sold)}},
            .columns = {{u"operations"_s, Texts::tr("Operations")},
                        {u"sales"_s, Texts::tr("Sales")},
                        {u"sold"_s, Texts::tr("Sold")}}};
}

QCoro::Task<Result<Answer>> exportUnsent(Session &session)
{
    const Result<QString> passphrase = newPassphrase(session);
    if (!passphrase)
        co_return failure(passphrase.error());
    const Result<OutputFile> file = OutputFile::make(session.environment(), session.invocation().argument(0));
    if (!file)
        co_return failure(file.error());
    // What is in a file may be left behind, which the store remembers. Whether what goes to standard output arrives
    // nobody here knows, so nothing is noted of it.
    auto services = co_await session.services(file->isStandardOutput() ? StoreAccess::Read : StoreAccess::Write);
    // On a full disk it cannot, and just then somebody wants to bring away what is in it.
    if (!services && services.error().code == u"store.disk_full")
        services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const QString path = file->path();
    const auto written = co_await (*services)->syncing.exportUnsent(path, *passphrase);
    if (!written)
        co_return failure(written.error());
    if (file->isStandardOutput())
        co_return file->answer();
    Answer answer = answerFor(u"sync-export/1"_s, *written);
    answer.object.insert(u"file"_s, path);
    if ((*services)->syncing.state().readOnly) {
        answer.warnings.append(Texts::tr("The file is written, but the store could not note it: what is in it still "
                                         "counts as only here."));
    }
    answer.next = u"crema sync import FILE"_s;
    co_return answer;
}

QCoro::Task<Result<Answer>> importUnsent(Session &session)
{
    const Result<QString> passphrase = passphraseOf(session);
    if (!passphrase)
        co_return failure(passphrase.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const QString path = session.environment().pathOf(session.invocation().argument(0));
    const auto taken = co_await (*services)->syncing.importUnsent(path, *passphrase);
    if (!taken)
        co_return failure(taken.error());
    Answer answer = answerFor(u"sync-import/1"_s, *taken);
    answer.columns.append({u"known"_s, Texts::tr("Known here already")});
    answer.next = u"crema sync run --wait"_s;
    co_return answer;
}

Flag passphraseFlag()
{
    return {.name = u"passphrase-file"_s,
            .kind = Flag::Kind::File,
            .value = u"FILE"_s,
            .help = Texts::tr("holds the passphrase; \"-\" is standard input")};
}

} // namespace

Verb exportVerb()
{
    return {.name = u"export"_s,
            .summary = Texts::tr("Writes what was not sent to an encrypted file."),
            .examples = {{u"crema sync export till-2.crema"_s, Texts::tr("Asks for a passphrase.")},
                         {u"crema sync export till-2.crema --passphrase-file secret"_s, {}}},
            .arguments = {{.name = u"FILE"_s,
                           .help = Texts::tr(
                               "the file to write, in place of one that is there; \"-\" is standard output")}},
            .flags = {passphraseFlag()},
            .common = {u"no-input"_s},
            .notes = Texts::tr("Any register of the company imports it. What is in it stays queued here too, and "
                               "arrives once, whoever sends it. The passphrase can also stand in CREMA_PASSPHRASE."),
            .handler = exportUnsent};
}

Verb importVerb()
{
    return {.name = u"import"_s,
            .summary = Texts::tr("Takes over what another register has not sent."),
            .examples = {{u"crema sync import till-2.crema"_s, Texts::tr("Asks for the passphrase.")},
                         {u"crema sync import till-2.crema --passphrase-file secret"_s, {}}},
            .arguments = {{.name = u"FILE"_s, .help = Texts::tr("a file that \"crema sync export\" wrote")}},
            .flags = {passphraseFlag()},
            .common = {u"no-input"_s},
            .notes = Texts::tr("The operations keep who did them, where and when. The passphrase can also stand in "
                               "CREMA_PASSPHRASE."),
            .handler = importUnsent};
}

} // namespace crema::command
