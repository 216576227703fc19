// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/grammar.h"

namespace crema::command {

const Verb *Noun::verb(QStringView verbName) const
{
    const auto found =
        std::find_if(verbs.begin(), verbs.end(), [&](const Verb &each) { return each.name == verbName; });
    return found == verbs.end() ? nullptr : &*found;
}

const Noun *Grammar::noun(QStringView nounName) const
{
    const auto found =
        std::find_if(nouns.begin(), nouns.end(), [&](const Noun &each) { return each.name == nounName; });
    return found == nouns.end() ? nullptr : &*found;
}

QString fullName(const Noun &noun, const Verb &verb)
{
    return verb.name.isEmpty() ? noun.name : noun.name + u' ' + verb.name;
}

QString usageOf(const Argument &argument)
{
    const QString word = argument.repeated ? argument.name + QStringLiteral("…") : argument.name;
    return argument.optional ? u'[' + word + u']' : word;
}

QString usageOf(const Flag &flag)
{
    QString text = QStringLiteral("--") + flag.name;
    if (!flag.letter.isNull())
        text = u'-' + flag.letter + QStringLiteral(", ") + text;
    if (flag.kind == Flag::Kind::Choice)
        return text + u' ' + flag.choices.join(u'|');
    return flag.value.isEmpty() ? text : text + u' ' + flag.value;
}

} // namespace crema::command
