// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/diagnosis/log_files.h"
#include "ui/presenters/services.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;
using presenters::Finding;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::DoctorCommand)
};

/// Without a UTF-8 locale, names with accents cannot be typed or shown as they are.
Finding lookAtLocale(const CommandEnvironment &environment)
{
    QString name;
    for (const QString &variable : {u"LC_ALL"_s, u"LC_CTYPE"_s, u"LANG"_s}) {
        if (name.isEmpty())
            name = environment.variable(variable);
    }
    const QString folded = name.toLower().remove(u'-');
    if (folded.contains(u"utf8"))
        return {u"locale"_s, Finding::State::Good, Texts::tr("The locale is %1.").arg(name), {}};
    return {u"locale"_s, Finding::State::Notice,
            name.isEmpty() ? Texts::tr("No locale is set; names with accents may look wrong.")
                           : Texts::tr("The locale %1 is not UTF-8; names with accents may look wrong.").arg(name),
            Texts::tr("Set LANG, for example: export LANG=C.UTF-8")};
}

Finding lookAtTerminal(const CommandEnvironment &environment)
{
    if (!environment.outputIsTerminal)
        return {u"terminal"_s,
                Finding::State::Good,
                Texts::tr("The output is not a terminal; nothing is coloured or cut."),
                {}};
    const QString kind = environment.variable(u"TERM"_s);
    if (kind.isEmpty() || kind == u"dumb")
        return {u"terminal"_s, Finding::State::Notice,
                Texts::tr("TERM does not name a terminal; the full-screen app needs one."),
                Texts::tr("Set TERM to what your terminal is, for example: export TERM=xterm-256color")};
    return {u"terminal"_s,
            Finding::State::Good,
            Texts::tr("The terminal is %1 with %2 columns.").arg(kind).arg(environment.columns),
            {}};
}

/// Where the logs lie; with --logs DIR also what was copied.
Result<Finding> lookAtLogs(const Session &session)
{
    const QString folder = session.environment().logFolder;
    const std::optional<QString> target = session.invocation().text(u"logs");
    if (!target)
        return Finding{
            u"logs"_s, Finding::State::Good, Texts::tr("The programs of this device write to %1.").arg(folder), {}};
    const Result<QStringList> copied = presenters::copyLogs(folder, *target);
    if (!copied)
        return failure(copied.error());
    return Finding{u"logs"_s,
                   Finding::State::Good,
                   Texts::tr("%n log(s) copied to %1.", nullptr, static_cast<int>(copied->size())).arg(*target),
                   {}};
}

QJsonObject findingJson(const Finding &finding)
{
    return {{u"schema"_s, u"finding/1"_s},
            {u"subject"_s, finding.subject},
            {u"state"_s, presenters::findingStateText(finding.state)},
            {u"says"_s, finding.says},
            {u"mend"_s, textOrNull(finding.mend)}};
}

Answer answerFor(const QList<Finding> &findings)
{
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"doctor/1"_s,
                  .columns = {{u"subject"_s, Texts::tr("Of")},
                              {u"state"_s, Texts::tr("State")},
                              {u"says"_s, Texts::tr("What was found")},
                              {u"mend"_s, Texts::tr("How to mend it")}}};
    for (const Finding &finding : findings) {
        answer.items.append(findingJson(finding));
        if (finding.state == Finding::State::Bad)
            answer.exitCode = ExitCode::Failed;
    }
    answer.object.insert(u"well"_s, answer.exitCode == ExitCode::Done);
    return answer;
}

QCoro::Task<Result<Answer>> lookOver(Session &session)
{
    QList<Finding> findings;
    const auto services = co_await session.services(StoreAccess::Read);
    if (services) {
        findings = co_await (*services)->diagnosis.lookOver();
    } else {
        const bool none = services.error().code == u"store.missing";
        findings.append({u"store"_s, none ? Finding::State::Notice : Finding::State::Bad, services.error().message,
                         services.error().hint});
    }
    findings.append(lookAtLocale(session.environment()));
    findings.append(lookAtTerminal(session.environment()));
    const Result<Finding> logs = lookAtLogs(session);
    if (!logs)
        co_return failure(logs.error());
    findings.append(*logs);
    co_return answerFor(findings);
}

} // namespace

Noun doctorNoun()
{
    return {.name = u"doctor"_s,
            .summary = Texts::tr("what is wrong with this set-up, and how to mend it"),
            .verbs = {{.summary = Texts::tr("Looks over store, disk, platform, clock, locale, terminal and logs."),
                       .examples = {{u"crema doctor"_s, {}},
                                    {u"crema doctor --json"_s, {}},
                                    {u"crema doctor --logs /tmp/crema-logs"_s, {}}},
                       .flags = {{.name = u"logs"_s,
                                  .kind = Flag::Kind::Text,
                                  .value = u"DIR"_s,
                                  .help = Texts::tr("copy the logs there, for whoever helps you")}},
                       .handler = lookOver}}};
}

} // namespace crema::command
