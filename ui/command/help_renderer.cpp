// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/help_renderer.h"

#include "ui/command/display_text.h"
#include "ui/command/shared_flags.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::Help)
};

struct Row {
    QString left;
    QString right;
};

QString paragraph(const QString &text, int indent)
{
    QString lines;
    for (const QString &line : wrapWords(text, helpWidth - indent))
        lines += QString(indent, u' ') + line + u'\n';
    return lines;
}

/// Two columns; the right one wraps below itself, and goes below the left one when that is long.
QString twoColumns(const QList<Row> &rows)
{
    constexpr int indent = 2;
    constexpr int widest = 30;
    int left = 0;
    for (const Row &row : rows) {
        if (displayWidth(row.left) <= widest)
            left = std::max(left, displayWidth(row.left));
    }
    const int start = indent + left + 2;
    QString text;
    for (const Row &row : rows) {
        const QStringList lines = wrapWords(row.right, helpWidth - start);
        const bool beside = displayWidth(row.left) <= left;
        QString line = QString(indent, u' ') + row.left;
        if (beside && !lines.isEmpty())
            line += QString(start - indent - displayWidth(row.left), u' ') + lines.first();
        text += line + u'\n';
        for (qsizetype i = beside ? 1 : 0; i < lines.size(); ++i)
            text += QString(start, u' ') + lines.at(i) + u'\n';
    }
    return text;
}

QString section(const QString &title, const QString &body)
{
    return body.isEmpty() ? QString() : title + u'\n' + body + u'\n';
}

QString examplesText(const QList<Example> &examples)
{
    QString text;
    for (const Example &example : examples) {
        text += u"  "_s + example.command + u'\n';
        if (!example.says.isEmpty())
            text += paragraph(example.says, 6);
    }
    return text;
}

QString flagsText(const QList<Flag> &flags)
{
    QList<Row> rows;
    for (const Flag &flag : flags)
        rows.append({usageOf(flag), flag.required ? Texts::tr("%1 (needed)").arg(flag.help) : flag.help});
    return twoColumns(rows);
}

QString usageLine(const Noun &noun, const Verb &verb)
{
    QStringList words{u"crema"_s, fullName(noun, verb)};
    for (const Argument &argument : verb.arguments)
        words.append(usageOf(argument));
    for (const Flag &flag : verb.flags) {
        if (flag.required)
            words.append(u"--"_s + flag.name + u' ' + flag.value + (flag.repeated ? u"…"_s : QString()));
    }
    words.append(Texts::tr("[flags]"));
    return paragraph(words.join(u' '), 2);
}

} // namespace

QString helpOverview(const Grammar &grammar)
{
    QList<Row> rows;
    for (const Noun &noun : grammar.nouns)
        rows.append({noun.name, noun.summary});
    const QList<Example> examples{
        {u"crema"_s, Texts::tr("Opens the full-screen app.")},
        {u"crema product import products.csv"_s, {}},
        {u"crema shift open --float 10000"_s, {}},
        {u"crema sale create --line 4006381333931*2 --tender cash:2000"_s, {}},
        {u"crema sync run --wait"_s, {}},
    };
    // As app/terminal reads them.
    const QList<Row> fullScreen{
        {u"--linear"_s, Texts::tr("plain lines instead of a screen, for screen readers and dumb terminals")},
        {u"--charset NAME"_s, Texts::tr("what the terminal shows: auto, utf8, latin1 or ascii")},
        {u"--color WHEN"_s, Texts::tr("auto, always or never; NO_COLOR is never")},
        {u"--scan-prefix TEXT"_s, Texts::tr("what the scanner sends before each code")},
        {u"--bell WHICH"_s, Texts::tr("one or none: the tone for an accepted scan; a refused one always rings")},
        {u"--menu-enter"_s, Texts::tr("menu digits count with Enter only")},
        {u"--shots FOLDER"_s, Texts::tr("write every screen of an example shop as text, and end")},
    };
    return section(Texts::tr("Examples"), examplesText(examples)) +
           section(Texts::tr("Usage"), u"  crema NOUN VERB [ARGUMENTS] [FLAGS]\n  crema [FULL-SCREEN FLAGS]\n"_s) +
           section(Texts::tr("Commands"), twoColumns(rows)) +
           section(Texts::tr("Flags of the full-screen app"), twoColumns(fullScreen)) +
           paragraph(Texts::tr("\"crema help NOUN\" and \"crema help NOUN VERB\" say more; \"crema help exit-codes\" "
                               "lists the exit codes. Amounts on the command line are in minor units: 12.90 EUR is "
                               "1290. Data goes to standard output, everything else to standard error."),
                     0);
}

QString helpOnNoun(const Noun &noun)
{
    if (noun.standsAlone())
        return helpOnVerb(noun, noun.verbs.first());
    QList<Example> examples;
    QList<Row> rows;
    for (const Verb &verb : noun.verbs) {
        examples.append({verb.examples.first().command, {}});
        rows.append({fullName(noun, verb), verb.summary});
    }
    return section(Texts::tr("Examples"), examplesText(examples)) + section(noun.summary, twoColumns(rows)) +
           paragraph(Texts::tr("\"crema help %1 VERB\" says more.").arg(noun.name), 0);
}

QString helpOnVerb(const Noun &noun, const Verb &verb)
{
    QList<Row> arguments;
    for (const Argument &argument : verb.arguments)
        arguments.append({usageOf(argument), argument.help});
    QString notes;
    for (const QString &part : verb.notes.split(u'\n', Qt::SkipEmptyParts))
        notes += paragraph(part, 2);
    return section(Texts::tr("Examples"), examplesText(verb.examples)) +
           section(Texts::tr("Usage"), usageLine(noun, verb) + u"\n"_s + paragraph(verb.summary, 2)) +
           section(Texts::tr("Arguments"), twoColumns(arguments)) + section(Texts::tr("Flags"), flagsText(verb.flags)) +
           section(Texts::tr("Common flags"), flagsText(sharedFlagsOf(verb))) +
           section(Texts::tr("Notes"), notes).trimmed() + (notes.isEmpty() ? QString() : u"\n"_s);
}

QString helpOnExitCodes()
{
    QList<Row> rows;
    for (const ExitCodeMeaning &each : exitCodeMeanings())
        rows.append({QString::number(static_cast<int>(each.code)).rightJustified(3), each.meaning});
    return section(Texts::tr("Examples"), u"  crema product show 4006381333931 > /dev/null; echo $?\n"_s) +
           section(Texts::tr("Exit codes"), twoColumns(rows)).trimmed() + u'\n';
}

} // namespace crema::command
