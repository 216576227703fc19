// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/parser.h"

#include "ui/command/shared_flags.h"
#include "ui/command/suggestion.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::Parser)
};

QString helpHint(const QString &command)
{
    return Texts::tr("Run \"crema help %1\" to see what it takes.").arg(command);
}

QString didYouMean(const QString &command)
{
    return Texts::tr("Did you mean \"%1\"?").arg(command);
}

tl::unexpected<Problem> usageProblem(const QString &code, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint);
}

const Flag *flagNamed(const QList<Flag> &flags, QStringView name)
{
    const auto found = std::find_if(flags.begin(), flags.end(), [&](const Flag &flag) { return flag.name == name; });
    return found == flags.end() ? nullptr : &*found;
}

const Flag *flagLettered(const QList<Flag> &flags, QChar letter)
{
    const auto found =
        std::find_if(flags.begin(), flags.end(), [&](const Flag &flag) { return flag.letter == letter; });
    return found == flags.end() ? nullptr : &*found;
}

/// Whether the value fits the flag; the message says what would.
Result<void> checkValue(const Flag &flag, const QString &value)
{
    if (flag.kind == Flag::Kind::Choice && !flag.choices.contains(value)) {
        const QString near = closestWord(value, flag.choices);
        return usageProblem(u"usage.flag_value"_s, Texts::tr("--%1 does not take \"%2\".").arg(flag.name, value),
                            near.isEmpty() ? Texts::tr("It takes one of: %1.").arg(flag.choices.join(u", "_s))
                                           : didYouMean(u"--%1 %2"_s.arg(flag.name, near)));
    }
    if (flag.kind != Flag::Kind::Number)
        return {};
    bool isNumber = false;
    const std::int64_t number = value.toLongLong(&isNumber);
    if (!isNumber) {
        return usageProblem(u"usage.flag_value"_s,
                            Texts::tr("--%1 needs a whole number and got \"%2\".").arg(flag.name, value),
                            flag.value == u"MINOR" ? Texts::tr("Amounts are in minor units: 12.90 EUR is 1290.")
                                                   : Texts::tr("Write digits only, for example 10."));
    }
    if (number < flag.minimum || number > flag.maximum) {
        return usageProblem(u"usage.flag_value"_s, Texts::tr("--%1 cannot be %2.").arg(flag.name, value),
                            Texts::tr("It takes a whole number from %1 to %2.").arg(flag.minimum).arg(flag.maximum));
    }
    return {};
}

/// Walks over the words behind noun and verb and sorts them into arguments and flags.
class VerbReader
{
public:
    VerbReader(const Noun &noun, const Verb &verb, const QStringList &words)
        : m_verb(verb), m_name(fullName(noun, verb)), m_flags(allFlagsOf(verb)), m_words(words)
    {
        m_invocation.noun = &noun;
        m_invocation.verb = &verb;
    }

    Result<Invocation> read()
    {
        while (m_next < m_words.size()) {
            const QString word = m_words.at(m_next++);
            if (const Result<void> taken = take(word); !taken)
                return failure(taken.error());
        }
        return checked();
    }

private:
    Result<void> take(const QString &word)
    {
        if (m_onlyArguments || word == u"-" || !word.startsWith(u'-')) {
            m_invocation.arguments.append(word);
            return {};
        }
        if (word == u"--") {
            m_onlyArguments = true;
            return {};
        }
        return word.startsWith(u"--") ? takeLong(word.mid(2)) : takeShort(word);
    }

    Result<void> takeLong(const QString &body)
    {
        const qsizetype equals = body.indexOf(u'=');
        const QString name = equals < 0 ? body : body.left(equals);
        const Flag *flag = flagNamed(m_flags, name);
        if (!flag)
            return unknown(name);
        return takeValue(*flag, equals < 0 ? std::nullopt : std::optional(body.mid(equals + 1)));
    }

    Result<void> takeShort(const QString &word)
    {
        for (const QChar letter : QStringView(word).mid(1)) {
            const Flag *flag = flagLettered(m_flags, letter);
            if (!flag)
                return notHere(u'-' + letter, flagLettered(sharedFlags(), letter) != nullptr, {});
            if (const Result<void> taken = takeValue(*flag, std::nullopt); !taken)
                return taken;
        }
        return {};
    }

    Result<void> takeValue(const Flag &flag, std::optional<QString> value)
    {
        if (flag.kind == Flag::Kind::Switch) {
            if (value)
                return usageProblem(u"usage.flag_value"_s, Texts::tr("--%1 takes no value.").arg(flag.name),
                                    Texts::tr("Write --%1 alone.").arg(flag.name));
            m_invocation.flags.insert(flag.name, {QString()});
            return {};
        }
        if (!value) {
            if (m_next >= m_words.size() || m_words.at(m_next).startsWith(u"--"))
                return usageProblem(u"usage.flag_value"_s, Texts::tr("--%1 needs a value.").arg(flag.name),
                                    helpHint(m_name));
            value = m_words.at(m_next++);
        }
        if (const Result<void> fits = checkValue(flag, *value); !fits)
            return fits;
        if (m_invocation.flags.contains(flag.name) && !flag.repeated)
            return usageProblem(u"usage.flag_value"_s, Texts::tr("--%1 is given twice.").arg(flag.name),
                                Texts::tr("Keep one of them."));
        m_invocation.flags[flag.name].append(*value);
        return {};
    }

    Result<void> unknown(const QString &name) const
    {
        QStringList names;
        for (const Flag &flag : m_flags)
            names.append(flag.name);
        return notHere(u"--"_s + name, flagNamed(sharedFlags(), name) != nullptr, closestWord(name, names));
    }

    Result<void> notHere(const QString &spelling, bool elsewhere, const QString &near) const
    {
        if (elsewhere) {
            return usageProblem(u"usage.flag_not_here"_s,
                                Texts::tr("\"crema %1\" does not take %2.").arg(m_name, spelling), helpHint(m_name));
        }
        return usageProblem(u"usage.unknown_flag"_s, Texts::tr("\"crema %1\" has no flag %2.").arg(m_name, spelling),
                            near.isEmpty() ? helpHint(m_name) : didYouMean(u"--"_s + near));
    }

    Result<Invocation> checked()
    {
        if (const Result<void> fits = checkArguments(); !fits)
            return failure(fits.error());
        for (const Flag &flag : m_flags) {
            if (flag.required && !m_invocation.has(flag.name))
                return usageProblem(u"usage.flag_missing"_s,
                                    Texts::tr("\"crema %1\" needs %2.").arg(m_name, usageOf(flag)), exampleHint());
        }
        if (m_invocation.has(u"json") + m_invocation.has(u"jsonl") + m_invocation.has(u"plain") > 1)
            return usageProblem(u"usage.flag_value"_s, Texts::tr("--json, --jsonl and --plain exclude each other."),
                                Texts::tr("Keep one of them."));
        return m_invocation;
    }

    Result<void> checkArguments() const
    {
        const QList<Argument> &expected = m_verb.arguments;
        const bool open = !expected.isEmpty() && expected.last().repeated;
        if (m_invocation.arguments.size() > expected.size() && !open)
            return usageProblem(u"usage.argument_surplus"_s,
                                Texts::tr("\"crema %1\" does not know what to do with \"%2\".")
                                    .arg(m_name, m_invocation.arguments.at(expected.size())),
                                helpHint(m_name));
        for (qsizetype i = 0; i < expected.size(); ++i) {
            if (i >= m_invocation.arguments.size()) {
                if (expected.at(i).optional)
                    break;
                return usageProblem(u"usage.argument_missing"_s,
                                    Texts::tr("\"crema %1\" needs %2.").arg(m_name, usageOf(expected.at(i))),
                                    exampleHint());
            }
            if (const Result<void> fits = checkChoice(expected.at(i), m_invocation.arguments.at(i)); !fits)
                return fits;
        }
        return {};
    }

    Result<void> checkChoice(const Argument &argument, const QString &word) const
    {
        if (argument.choices.isEmpty() || argument.choices.contains(word))
            return {};
        const QString near = closestWord(word, argument.choices);
        return usageProblem(u"usage.argument_value"_s,
                            Texts::tr("\"crema %1\" does not know \"%2\".").arg(m_name, word),
                            near.isEmpty() ? Texts::tr("It takes one of: %1.").arg(argument.choices.join(u", "_s))
                                           : didYouMean(u"crema %1 %2"_s.arg(m_name, near)));
    }

    QString exampleHint() const { return Texts::tr("For example: %1").arg(m_verb.examples.first().command); }

    const Verb &m_verb;
    QString m_name;
    QList<Flag> m_flags;
    QStringList m_words;
    qsizetype m_next = 0;
    bool m_onlyArguments = false;
    Invocation m_invocation;
};

QStringList nounNames(const Grammar &grammar)
{
    QStringList names;
    for (const Noun &noun : grammar.nouns)
        names.append(noun.name);
    return names;
}

QStringList verbNames(const Noun &noun)
{
    QStringList names;
    for (const Verb &verb : noun.verbs)
        names.append(verb.name);
    return names;
}

tl::unexpected<Problem> unknownNoun(const Grammar &grammar, const QString &word)
{
    const QString near = closestWord(word, nounNames(grammar));
    return usageProblem(u"usage.unknown_noun"_s, Texts::tr("\"%1\" is not a command of crema.").arg(word),
                        near.isEmpty() ? Texts::tr("Run \"crema help\" to see all commands.")
                                       : didYouMean(u"crema "_s + near));
}

tl::unexpected<Problem> unknownVerb(const Noun &noun, const QString &word)
{
    const QString near = closestWord(word, verbNames(noun));
    return usageProblem(u"usage.unknown_verb"_s, Texts::tr("\"crema %1\" cannot \"%2\".").arg(noun.name, word),
                        near.isEmpty() ? Texts::tr("It can: %1.").arg(verbNames(noun).join(u", "_s))
                                       : didYouMean(u"crema %1 %2"_s.arg(noun.name, near)));
}

/// The words with `--help` or `-h` rewritten to the help verb, so that help has one way in.
QStringList withHelpFirst(const Grammar &grammar, const QStringList &words)
{
    const qsizetype end = words.indexOf(u"--"_s);
    const QStringList read = end < 0 ? words : words.first(end);
    if (words.isEmpty())
        return {u"help"_s};
    if (words.first() == u"--version")
        return QStringList{u"version"_s} + words.mid(1);
    if (!read.contains(u"--help"_s) && !read.contains(u"-h"_s))
        return words;
    QStringList topic{u"help"_s};
    const Noun *noun = grammar.noun(words.first());
    if (noun)
        topic.append(noun->name);
    if (noun && words.size() > 1 && noun->verb(words.at(1)) && !noun->standsAlone())
        topic.append(words.at(1));
    return topic;
}

} // namespace

Result<Invocation> parseCommandLine(const Grammar &grammar, const QStringList &given)
{
    const QStringList words = withHelpFirst(grammar, given);
    const QString first = words.first();
    const Noun *noun = grammar.noun(first);
    if (!noun && first.startsWith(u'-'))
        return usageProblem(u"usage.unknown_noun"_s,
                            Texts::tr("The command comes before its flags; \"%1\" came first.").arg(first),
                            Texts::tr("Write \"crema NOUN VERB %1\", or run \"crema help\".").arg(first));
    if (!noun)
        return unknownNoun(grammar, first);
    if (noun->standsAlone())
        return VerbReader(*noun, noun->verbs.first(), words.mid(1)).read();
    if (words.size() < 2 || words.at(1).startsWith(u'-'))
        return usageProblem(u"usage.unknown_verb"_s, Texts::tr("\"crema %1\" needs a verb.").arg(noun->name),
                            Texts::tr("It can: %1.").arg(verbNames(*noun).join(u", "_s)));
    const Verb *verb = noun->verb(words.at(1));
    if (!verb)
        return unknownVerb(*noun, words.at(1));
    return VerbReader(*noun, *verb, words.mid(2)).read();
}

} // namespace crema::command
