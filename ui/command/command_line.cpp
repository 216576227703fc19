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

/// How often a verb begins again because the program that was to run it ended first.
constexpr int mostBeginnings = 5;

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

/// The edge at which exceptions of libraries stop (style.md).
QCoro::Task<Result<Answer>> handle(Session &session)
{
    try {
        Result<Answer> answer = co_await session.invocation().verb->handler(session);
        co_return std::move(answer);
    } catch (const std::exception &thrown) {
        co_return failure(ProblemKind::Failed, u"command.stopped"_s,
                          Texts::tr("The command stopped unexpectedly: %1.").arg(QString::fromUtf8(thrown.what())),
                          Texts::tr("Run \"crema doctor\"; what was recorded before is kept."));
    }
}

int answerWith(const Result<Answer> &answer, const Session &session)
{
    CommandEnvironment &environment = session.environment();
    const Form form = session.invocation().form();
    const bool verbose = session.invocation().has(u"verbose");
    if (!answer)
        return report(answer.error(), form, verbose, environment);
    const Result<QByteArray> bytes = renderAnswer(*answer, session.invocation(), environment);
    if (!bytes)
        return report(bytes.error(), form, verbose, environment);
    environment.writeOut(*bytes);
    sayBeside(*answer, session);
    return static_cast<int>(answer->exitCode);
}

} // namespace

namespace {

/// A verb whose output did not get out has not done what it was asked for, whatever it did.
int withOutput(int exitCode, CommandEnvironment &environment, const QStringList &arguments)
{
    const QString reason = environment.outputFailure();
    if (reason.isEmpty())
        return exitCode;
    const Problem problem{ProblemKind::Device,
                          u"output.unwritable"_s,
                          Texts::tr("The output could not be written: %1.").arg(reason),
                          Texts::tr("Make room where it goes, or send it elsewhere. What the command did stays done."),
                          {}};
    const int failed = report(problem, formAskedFor(arguments), arguments.contains(u"-v"_s), environment);
    return exitCode == 0 ? failed : exitCode;
}

} // namespace

QCoro::Task<int> runVerb(QStringList arguments, CommandEnvironment &environment, HeardAnswers heard)
{
    const std::int64_t startMs = environment.clock->monotonicMs();
    const Grammar grammar = cremaGrammar();
    Result<Invocation> invocation = parseCommandLine(grammar, arguments);
    if (!invocation)
        co_return report(invocation.error(), formAskedFor(arguments), arguments.contains(u"-v"_s), environment);
    Session session(grammar, *std::move(invocation), environment, std::move(heard));
    Result<Answer> answer = co_await handle(session);
    for (int begun = 1; !answer && answer.error().code == heldElsewhere && environment.handOver; ++begun) {
        const HandedVerb verb = session.handed(arguments);
        const Result<int> exitCode = co_await environment.handOver(verb);
        if (exitCode)
            co_return *exitCode;
        if (exitCode.error().code == notBegun && begun < mostBeginnings)
            answer = co_await handle(session);
        else
            answer = failure(exitCode.error());
    }
    const int exitCode = answerWith(answer, session);
    if (answer && session.invocation().has(u"verbose"))
        session.say(Texts::tr("Took %1 ms.").arg(environment.clock->monotonicMs() - startMs));
    co_return exitCode;
}

int run(QCoreApplication &application, const QStringList &arguments, CommandEnvironment &environment)
{
    const Interrupt interrupt;
    environment.stopRequested = &Interrupt::requested;
    std::optional<int> exitCode;
    const QCoro::Task<> task = [](QCoreApplication &loop, QStringList words, CommandEnvironment &world,
                                  std::optional<int> &ended) -> QCoro::Task<> {
        const int verbEnded = co_await runVerb(words, world, {});
        ended = withOutput(verbEnded, world, words);
        loop.quit();
    }(application, arguments, environment, exitCode);
    if (!exitCode)
        application.exec();
    if (exitCode)
        return *exitCode;
    // Somebody else ended the loop: the session is closing down.
    return report({ProblemKind::Failed,
                   u"command.ended"_s,
                   Texts::tr("The program was ended before the command was done."),
                   Texts::tr("Run the command again; what was recorded before is kept."),
                   {}},
                  formAskedFor(arguments), arguments.contains(u"-v"_s), environment);
}

} // namespace crema::command
