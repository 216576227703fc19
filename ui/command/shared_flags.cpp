// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/shared_flags.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::SharedFlags)
};

bool standsEverywhere(const Flag &flag)
{
    static const QStringList names{u"help"_s, u"quiet"_s, u"verbose"_s, u"color"_s};
    return names.contains(flag.name);
}

bool choosesForm(const Flag &flag)
{
    static const QStringList names{u"json"_s, u"jsonl"_s, u"plain"_s, u"fields"_s};
    return names.contains(flag.name);
}

} // namespace

const QList<Flag> &sharedFlags()
{
    static const QList<Flag> flags{
        {.name = u"filter"_s,
         .kind = Flag::Kind::Text,
         .value = u"TEXT"_s,
         .help = Texts::tr("only what contains these words")},
        {.name = u"sort"_s,
         .kind = Flag::Kind::Text,
         .value = u"FIELD"_s,
         .help = Texts::tr("order by this field; -FIELD turns it round")},
        {.name = u"limit"_s,
         .kind = Flag::Kind::Number,
         .value = u"N"_s,
         .help = Texts::tr("at most this many"),
         .minimum = 1,
         .maximum = 1'000'000},
        {.name = u"dry-run"_s, .help = Texts::tr("say what would be done and do nothing"), .letter = u'n'},
        {.name = u"yes"_s, .help = Texts::tr("do it without asking")},
        {.name = u"no-input"_s, .help = Texts::tr("never ask; stop where an answer is needed")},
        {.name = u"wait"_s, .help = Texts::tr("wait until the platform has everything")},
        {.name = u"timeout"_s,
         .kind = Flag::Kind::Number,
         .value = u"SECONDS"_s,
         .help = Texts::tr("how long --wait waits at most (60)"),
         .minimum = 1,
         .maximum = 86'400},
        {.name = u"json"_s, .help = Texts::tr("one JSON object")},
        {.name = u"jsonl"_s, .help = Texts::tr("one JSON object for each record, a line each")},
        {.name = u"plain"_s, .help = Texts::tr("a line for each record, values between tabs")},
        {.name = u"fields"_s, .kind = Flag::Kind::Text, .value = u"A,B"_s, .help = Texts::tr("only these fields")},
        {.name = u"quiet"_s, .help = Texts::tr("say only what went wrong"), .letter = u'q'},
        {.name = u"verbose"_s, .help = Texts::tr("say more: problem codes and times"), .letter = u'v'},
        {.name = u"color"_s,
         .kind = Flag::Kind::Choice,
         .help = Texts::tr("colours; NO_COLOR also ends them"),
         .choices = {u"auto"_s, u"always"_s, u"never"_s}},
        {.name = u"help"_s, .help = Texts::tr("this page"), .letter = u'h'},
    };
    return flags;
}

QList<Flag> sharedFlagsOf(const Verb &verb)
{
    QList<Flag> flags;
    for (const Flag &flag : sharedFlags()) {
        const bool form = choosesForm(flag) && verb.output == Output::Data;
        if (standsEverywhere(flag) || form || verb.common.contains(flag.name))
            flags.append(flag);
    }
    return flags;
}

QList<Flag> allFlagsOf(const Verb &verb)
{
    return verb.flags + sharedFlagsOf(verb);
}

} // namespace crema::command
