// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/completion_renderer.h"
#include "ui/command/session.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::CompletionCommand)
};

QCoro::Task<Result<Answer>> printCompletion(Session &session)
{
    const QString shell = session.invocation().argument(0);
    const Grammar &grammar = session.grammar();
    const QString script = shell == u"bash"  ? bashCompletion(grammar)
                           : shell == u"zsh" ? zshCompletion(grammar)
                                             : fishCompletion(grammar);
    co_return Answer{.shape = Answer::Shape::Text, .text = script.toUtf8()};
}

} // namespace

Noun completionNoun()
{
    return {.name = u"completion"_s,
            .summary = Texts::tr("the script that completes commands in your shell"),
            .verbs = {{.summary = Texts::tr("Prints the completion script of a shell."),
                       .examples = {{u"source <(crema completion bash)"_s, Texts::tr("For this bash.")},
                                    {u"crema completion fish > ~/.config/fish/completions/crema.fish"_s, {}}},
                       .arguments = {{.name = u"SHELL"_s,
                                      .help = Texts::tr("bash, zsh or fish"),
                                      .choices = {u"bash"_s, u"zsh"_s, u"fish"_s}}},
                       .output = Output::Text,
                       .handler = printCompletion}}};
}

} // namespace crema::command
