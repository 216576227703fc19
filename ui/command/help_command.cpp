// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/help_renderer.h"
#include "ui/command/man_page_renderer.h"
#include "ui/command/session.h"
#include "ui/command/suggestion.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::HelpCommand)
};

Answer page(const QString &text)
{
    return Answer{.shape = Answer::Shape::Text, .text = text.toUtf8()};
}

Result<Answer> pageOn(const Grammar &grammar, const QStringList &topic)
{
    if (topic.isEmpty())
        return page(helpOverview(grammar));
    if (topic.first() == u"exit-codes")
        return page(helpOnExitCodes());
    if (topic.first() == u"man-page")
        return page(manPage(grammar));
    const Noun *noun = grammar.noun(topic.first());
    const Verb *verb = noun && topic.size() > 1 ? noun->verb(topic.at(1)) : nullptr;
    if (verb)
        return page(helpOnVerb(*noun, *verb));
    if (noun && topic.size() == 1)
        return page(helpOnNoun(*noun));

    QStringList known{u"exit-codes"_s, u"man-page"_s};
    for (const Noun &each : grammar.nouns)
        known.append(each.name);
    if (noun) {
        known.clear();
        for (const Verb &each : noun->verbs)
            known.append(each.name);
    }
    const QString word = noun ? topic.at(1) : topic.first();
    const QString near = closestWord(word, known);
    const QString path = noun ? noun->name + u' ' : QString();
    return failure(ProblemKind::Invalid, u"usage.unknown_topic"_s,
                   Texts::tr("There is no help on \"%1\".").arg(path + word),
                   near.isEmpty() ? Texts::tr("Run \"crema help\" to see all commands.")
                                  : Texts::tr("Did you mean \"crema help %1\"?").arg(path + near));
}

QCoro::Task<Result<Answer>> showHelp(Session &session)
{
    co_return pageOn(session.grammar(), session.invocation().arguments);
}

} // namespace

Noun helpNoun()
{
    return {.name = u"help"_s,
            .summary = Texts::tr("how to use a command, and what the exit codes mean"),
            .verbs = {{.summary = Texts::tr("Shows the help on a command."),
                       .examples = {{u"crema help"_s, Texts::tr("All commands.")},
                                    {u"crema help product import"_s, Texts::tr("One of them.")},
                                    {u"crema help exit-codes"_s, Texts::tr("What scripts can rely on.")}},
                       .arguments = {{.name = u"NOUN"_s,
                                      .help = Texts::tr("a command, or exit-codes, or man-page"),
                                      .optional = true},
                                     {.name = u"VERB"_s, .help = Texts::tr("one of its verbs"), .optional = true}},
                       .output = Output::Text,
                       .handler = showHelp}}};
}

} // namespace crema::command
