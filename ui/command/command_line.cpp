// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/command_line.h"

#include "ui/command/answer_renderer.h"
#include "ui/command/interrupt.h"
#include "ui/command/parser.h"
#include "ui/command/session.h"

#include <QCoreApplication>

#include <exception>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::CommandLine)
};

/// Runs one verb to its end and ends the event loop then, when one runs.
class VerbJob
{
public:
    VerbJob(QCoreApplication &application, Session &session) : m_application(application), m_session(session) {}

    [[nodiscard]] Result<Answer> run()
    {
        const QCoro::Task<> task = work();
        if (!m_outcome)
            m_application.exec();
        if (!m_outcome) // somebody else ended the loop: the session is closing down
            return failure(ProblemKind::Failed, u"command.ended"_s,
                           Texts::tr("The program was ended before the command was done."),
                           Texts::tr("Run the command again; what was recorded before is kept."));
        return *m_outcome;
    }

private:
    QCoro::Task<> work()
    {
        // The edge at which exceptions of libraries stop (style.md).
        try {
            m_outcome = co_await m_session.invocation().verb->handler(m_session);
        } catch (const std::exception &thrown) {
            m_outcome =
                failure(ProblemKind::Failed, u"command.stopped"_s,
                        Texts::tr("The command stopped unexpectedly: %1.").arg(QString::fromUtf8(thrown.what())),
                        Texts::tr("Run \"crema doctor\"; what was recorded before is kept."));
        }
        m_application.quit();
    }

    QCoreApplication &m_application;
    Session &m_session;
    std::optional<Result<Answer>> m_outcome;
};

int report(const Problem &problem, Form form, bool verbose, CommandEnvironment &environment)
{
    environment.writeError(renderProblem(problem, form, verbose));
    return static_cast<int>(exitCodeOf(problem));
}

/// The form asked for on a line that could not be read: a script that says --json gets its error as JSON.
Form formAskedFor(const QStringList &arguments)
{
    const bool json = arguments.contains(u"--json"_s) || arguments.contains(u"--jsonl"_s);
    return json ? Form::Json : Form::Human;
}

void sayBeside(const Answer &answer, const Session &session)
{
    const CommandEnvironment &environment = session.environment();
    for (const QString &warning : answer.warnings)
        session.say(warning);
    if (session.invocation().form() != Form::Human || !environment.errorIsTerminal)
        return;
    if (answer.shape == Answer::Shape::List)
        session.say(Texts::tr("%n record(s)", nullptr, static_cast<int>(answer.items.size())));
    if (!answer.next.isEmpty())
        session.say(Texts::tr("Next: %1").arg(answer.next));
}

} // namespace

int run(QCoreApplication &application, const QStringList &arguments, CommandEnvironment &environment)
{
    const std::int64_t startMs = environment.clock->monotonicMs();
    const Grammar grammar = cremaGrammar();
    Result<Invocation> invocation = parseCommandLine(grammar, arguments);
    if (!invocation)
        return report(invocation.error(), formAskedFor(arguments), arguments.contains(u"-v"_s), environment);

    const Interrupt interrupt;
    Session session(grammar, *std::move(invocation), environment);
    const Form form = session.invocation().form();
    const bool verbose = session.invocation().has(u"verbose");
    const Result<Answer> answer = VerbJob(application, session).run();
    if (!answer)
        return report(answer.error(), form, verbose, environment);
    const Result<QByteArray> bytes = renderAnswer(*answer, session.invocation(), environment);
    if (!bytes)
        return report(bytes.error(), form, verbose, environment);
    environment.writeOut(*bytes);
    sayBeside(*answer, session);
    if (verbose)
        session.say(Texts::tr("Took %1 ms.").arg(environment.clock->monotonicMs() - startMs));
    return static_cast<int>(answer->exitCode);
}

} // namespace crema::command
