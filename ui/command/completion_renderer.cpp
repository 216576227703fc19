// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/completion_renderer.h"

#include "ui/command/shared_flags.h"

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

QStringList nounNames(const Grammar &grammar)
{
    QStringList names;
    for (const Noun &noun : grammar.nouns)
        names.append(noun.name);
    return names;
}

QStringList flagNames(const Verb &verb)
{
    QStringList names;
    for (const Flag &flag : allFlagsOf(verb))
        names.append(u"--"_s + flag.name);
    return names;
}

bool takesFile(const Verb &verb)
{
    return std::any_of(verb.arguments.begin(), verb.arguments.end(), [](const Argument &each) { return each.file; });
}

/// The words that the first argument of the verb chooses from.
QStringList argumentWords(const Verb &verb)
{
    return verb.arguments.isEmpty() ? QStringList() : verb.arguments.first().choices;
}

bool takesCode(const Verb &verb)
{
    return !verb.arguments.isEmpty() && verb.arguments.first().name == u"CODE";
}

/// The shell's text between single quotes.
QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', "'\\''"_L1) + u'\'';
}

/// `case` branches that set words for every noun and verb, shared by bash and zsh.
QString branches(const Grammar &grammar)
{
    QString text;
    for (const Noun &noun : grammar.nouns) {
        for (const Verb &verb : noun.verbs) {
            const QString pattern = verb.name.isEmpty() ? noun.name + u"/*"_s : noun.name + u'/' + verb.name;
            text += u"        %1) flags=%2; words=%3; files=%4; codes=%5 ;;\n"_s.arg(
                pattern, quoted(flagNames(verb).join(u' ')), quoted(argumentWords(verb).join(u' ')),
                takesFile(verb) ? u"1"_s : u"0"_s, takesCode(verb) ? u"1"_s : u"0"_s);
        }
    }
    return text;
}

QString verbBranches(const Grammar &grammar)
{
    QString text;
    for (const Noun &noun : grammar.nouns) {
        QStringList words;
        for (const Verb &verb : noun.verbs)
            words += verb.name.isEmpty() ? argumentWords(verb) : QStringList{verb.name};
        text += u"        %1) words=%2 ;;\n"_s.arg(noun.name, quoted(words.join(u' ')));
    }
    return text;
}

/// Flags that choose from words or take a file: `--name)` branches on the word before. Where verbs mean different words
/// by one name, all of them are offered.
QString valueBranches(const Grammar &grammar)
{
    QMap<QString, QString> branchOf;
    QMap<QString, QStringList> wordsOf;
    for (const Noun &noun : grammar.nouns) {
        for (const Verb &verb : noun.verbs) {
            for (const Flag &flag : allFlagsOf(verb)) {
                if (flag.kind == Flag::Kind::Choice) {
                    QStringList &words = wordsOf[flag.name];
                    words += flag.choices;
                    words.removeDuplicates();
                    branchOf.insert(flag.name, u"words=%1"_s.arg(quoted(words.join(u' '))));
                } else if (flag.kind == Flag::Kind::File) {
                    branchOf.insert(flag.name, u"files=1"_s);
                } else if (flag.kind != Flag::Kind::Switch) {
                    branchOf.insert(flag.name, u":"_s);
                }
            }
        }
    }
    QString text;
    for (auto each = branchOf.cbegin(); each != branchOf.cend(); ++each)
        text += u"        --%1) %2; value=1 ;;\n"_s.arg(each.key(), each.value());
    return text;
}

} // namespace

QString bashCompletion(const Grammar &grammar)
{
    return QStringLiteral(R"(# bash completion for crema; made by "crema completion bash"
_crema() {
    local cur prev words='' flags='' files=0 codes=0 value=0
    cur=${COMP_WORDS[COMP_CWORD]}
    prev=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    if (( COMP_CWORD == 1 )); then
        COMPREPLY=($(compgen -W '%1' -- "$cur"))
        return
    fi
    case $prev in
%2    esac
    if (( ! value && COMP_CWORD == 2 )); then
        case ${COMP_WORDS[1]} in
%3        esac
    fi
    if (( ! value )); then
        case ${COMP_WORDS[1]}/${COMP_WORDS[2]} in
%4        esac
    fi
    if [[ $cur == -* ]] && (( ! value )); then
        COMPREPLY=($(compgen -W "$flags" -- "$cur"))
        return
    fi
    if (( codes && ! value && COMP_CWORD == 3 )) && [[ -n $cur ]]; then
        words=$(crema product list --filter "$cur" --limit 50 --plain --fields variants.sku 2>/dev/null | tr ',' '\n')
    fi
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    (( files )) && COMPREPLY+=($(compgen -f -- "$cur"))
}
complete -o filenames -o bashdefault -F _crema crema
)")
        .arg(nounNames(grammar).join(u' '), valueBranches(grammar), verbBranches(grammar), branches(grammar));
}

QString zshCompletion(const Grammar &grammar)
{
    return QStringLiteral(R"(#compdef crema
# zsh completion for crema; made by "crema completion zsh"
_crema() {
    local word=${words[CURRENT]} before=${words[CURRENT-1]} noun=${words[2]} verb=${words[3]} place=$CURRENT
    local flags='' files=0 codes=0 value=0
    local words=''
    if (( place == 2 )); then
        compadd -- %1
        return
    fi
    case $before in
%2    esac
    if (( ! value && place == 3 )); then
        case $noun in
%3        esac
    fi
    if (( ! value )) && { (( place > 3 )) || [[ $word == -* ]] }; then
        case $noun/$verb in
%4        esac
    fi
    if [[ $word == -* ]] && (( ! value )); then
        compadd -- ${=flags}
        return
    fi
    if (( codes && ! value && place == 4 )) && [[ -n $word ]]; then
        words=$(crema product list --filter "$word" --limit 50 --plain --fields variants.sku 2>/dev/null | tr ',' '\n')
    fi
    [[ -n $words ]] && compadd -- ${=words}
    (( files )) && _files
    return 0
}
compdef _crema crema
)")
        .arg(nounNames(grammar).join(u' '), valueBranches(grammar), verbBranches(grammar), branches(grammar));
}

QString fishCompletion(const Grammar &grammar)
{
    QString text = u"# fish completion for crema; made by \"crema completion fish\"\ncomplete -c crema -f\n"_s;
    for (const Noun &noun : grammar.nouns) {
        text += u"complete -c crema -n __fish_use_subcommand -a %1 -d %2\n"_s.arg(noun.name, quoted(noun.summary));
        QStringList verbNames;
        for (const Verb &verb : noun.verbs)
            verbNames.append(verb.name);
        for (const Verb &verb : noun.verbs) {
            const QString seenNoun = u"__fish_seen_subcommand_from %1"_s.arg(noun.name);
            if (!verb.name.isEmpty())
                text += u"complete -c crema -n '%1; and not __fish_seen_subcommand_from %2' -a %3 -d %4\n"_s.arg(
                    seenNoun, verbNames.join(u' '), verb.name, quoted(verb.summary));
            const QString here =
                verb.name.isEmpty() ? seenNoun : seenNoun + u"; and __fish_seen_subcommand_from "_s + verb.name;
            for (const Flag &flag : allFlagsOf(verb)) {
                QString line = u"complete -c crema -n '%1' -l %2 -d %3"_s.arg(here, flag.name, quoted(flag.help));
                if (!flag.letter.isNull())
                    line += u" -s "_s + flag.letter;
                if (flag.kind == Flag::Kind::Choice)
                    line += u" -x -a %1"_s.arg(quoted(flag.choices.join(u' ')));
                else if (flag.kind == Flag::Kind::File)
                    line += u" -r -F"_s;
                else if (flag.kind != Flag::Kind::Switch)
                    line += u" -x"_s;
                text += line + u'\n';
            }
            if (takesFile(verb))
                text += u"complete -c crema -n '%1' -F\n"_s.arg(here);
            if (!argumentWords(verb).isEmpty())
                text += u"complete -c crema -n '%1' -a %2\n"_s.arg(here, quoted(argumentWords(verb).join(u' ')));
            if (takesCode(verb))
                text += u"complete -c crema -n '%1' -a '(crema product list --filter (commandline -ct) --limit 50 "
                        "--plain --fields variants.sku,name 2>/dev/null)'\n"_s.arg(here);
        }
    }
    return text;
}

} // namespace crema::command
