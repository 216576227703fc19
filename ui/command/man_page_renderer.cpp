// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/man_page_renderer.h"

#include "ui/command/shared_flags.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::ManPage)
};

/// Text in which roff reads nothing special: backslashes, dashes, and a dot or quote at the start of a line.
QString roff(const QString &text)
{
    QString safe = text;
    safe.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1).replace(QChar(0x2026), "..."_L1);
    return safe.startsWith(u'.') || safe.startsWith(u'\'') ? u"\\&"_s + safe : safe;
}

QString entry(const QString &term, const QString &says)
{
    return u".TP\n.B %1\n%2\n"_s.arg(roff(term), roff(says));
}

QString verbText(const Noun &noun, const Verb &verb)
{
    QStringList usage{u"crema"_s, fullName(noun, verb)};
    for (const Argument &argument : verb.arguments)
        usage.append(usageOf(argument));
    QString text = u".SS %1\n%2\n"_s.arg(roff(usage.join(u' ')), roff(verb.summary));
    for (const Argument &argument : verb.arguments)
        text += entry(usageOf(argument), argument.help);
    for (const Flag &flag : verb.flags)
        text += entry(usageOf(flag), flag.help);
    QStringList also;
    for (const Flag &flag : sharedFlagsOf(verb))
        also.append(u"--"_s + flag.name);
    text += u".PP\n"_s + roff(Texts::tr("Also: %1.").arg(also.join(u", "_s))) + u'\n';
    for (const QString &note : verb.notes.split(u'\n', Qt::SkipEmptyParts))
        text += u".PP\n"_s + roff(note) + u'\n';
    text += u".PP\n.nf\n"_s;
    for (const Example &example : verb.examples)
        text += roff(example.command) + u'\n';
    return text + u".fi\n"_s;
}

} // namespace

QString manPage(const Grammar &grammar)
{
    QString text = u".TH CREMA 1 \"\" \"Crema %1\" \"Crema\"\n.SH NAME\ncrema \\- %2\n"_s.arg(
        QStringLiteral(CREMA_VERSION), roff(Texts::tr("sell, count and manage from a terminal")));
    text += u".SH SYNOPSIS\n.B crema\n.br\n.B crema\nNOUN VERB [ARGUMENTS] [FLAGS]\n.SH COMMANDS\n"_s;
    for (const Noun &noun : grammar.nouns) {
        for (const Verb &verb : noun.verbs)
            text += verbText(noun, verb);
    }
    text += u".SH FLAGS\n"_s;
    for (const Flag &flag : sharedFlags())
        text += entry(usageOf(flag), flag.help);
    text += u".SH \"EXIT STATUS\"\n"_s;
    for (const ExitCodeMeaning &each : exitCodeMeanings())
        text += entry(QString::number(static_cast<int>(each.code)), each.meaning);
    text += u".SH ENVIRONMENT\n"_s;
    text += entry(u"CREMA_STORE"_s, Texts::tr("The local store, as sqlite:PATH. Without it, the store lies in "
                                              "crema below XDG_DATA_HOME."));
    text += entry(u"CREMA_PASSWORD, CREMA_NEW_PASSWORD, CREMA_CODE, CREMA_PIN, CREMA_NEW_PIN"_s,
                  Texts::tr("Secrets for the verbs that ask for them."));
    text += entry(u"NO_COLOR, TERM, COLUMNS"_s, Texts::tr("How output to a terminal looks."));
    return text;
}

} // namespace crema::command
