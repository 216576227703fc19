// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/completion_renderer.h"
#include "ui/command/exit_code.h"
#include "ui/command/help_renderer.h"
#include "ui/command/man_page_renderer.h"
#include "ui/command/parser.h"
#include "ui/command/shared_flags.h"
#include "ui/command/suggestion.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

const Grammar &grammar()
{
    static const Grammar all = cremaGrammar();
    return all;
}

Result<Invocation> parse(const QString &line)
{
    return parseCommandLine(grammar(), QProcess::splitCommand(line));
}

struct RefusedCase {
    const char *line;
    const char *code;
    const char *says; ///< a part of message and hint together
};

class Refused : public ::testing::TestWithParam<RefusedCase>
{};

TEST_P(Refused, WithCodeAndFix)
{
    const auto invocation = parse(QString::fromUtf8(GetParam().line));
    ASSERT_FALSE(invocation) << GetParam().line;
    EXPECT_EQ(invocation.error().code, QString::fromUtf8(GetParam().code));
    EXPECT_EQ(exitCodeOf(invocation.error()), ExitCode::Usage);
    const QString text = invocation.error().message + u' ' + invocation.error().hint;
    EXPECT_TRUE(text.contains(QString::fromUtf8(GetParam().says))) << qPrintable(text);
    EXPECT_FALSE(invocation.error().hint.isEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, Refused,
    ::testing::Values(RefusedCase{"prodcut list", "usage.unknown_noun", "Did you mean \"crema product\"?"},
                      RefusedCase{"xyzzy", "usage.unknown_noun", "crema help"},
                      RefusedCase{"product lsit", "usage.unknown_verb", "Did you mean \"crema product list\"?"},
                      RefusedCase{"product", "usage.unknown_verb", "list, show"},
                      RefusedCase{"product list --jsno", "usage.unknown_flag", "Did you mean \"--json\"?"},
                      RefusedCase{"product list --wait", "usage.flag_not_here", "does not take --wait"},
                      RefusedCase{"product show X -n", "usage.flag_not_here", "does not take -n"},
                      RefusedCase{"product list -z", "usage.unknown_flag", "-z"},
                      RefusedCase{"product list --limit", "usage.flag_value", "needs a value"},
                      RefusedCase{"product list --limit ten", "usage.flag_value", "ten"},
                      RefusedCase{"product list --limit 0", "usage.flag_value", "from 1"},
                      RefusedCase{"product list --limit 99999999999999999999", "usage.flag_value", "whole number"},
                      RefusedCase{"product list --json --plain", "usage.flag_value", "exclude"},
                      RefusedCase{"product list --json=yes", "usage.flag_value", "takes no value"},
                      RefusedCase{"product list surplus", "usage.argument_surplus", "surplus"},
                      RefusedCase{"product show", "usage.argument_missing", "CODE"},
                      RefusedCase{"product edit X", "usage.argument_missing", "FIELD=VALUE"},
                      RefusedCase{"shift open", "usage.flag_missing", "--float MINOR"},
                      RefusedCase{"shift open --float 12.90", "usage.flag_value", "minor units"},
                      RefusedCase{"shift open --float -1", "usage.flag_value", "from 0"},
                      RefusedCase{"shift open --float 1 --float 2", "usage.flag_value", "twice"},
                      RefusedCase{"stock adjust X --delta 5 --reason demage", "usage.flag_value", "--reason damage"},
                      RefusedCase{"completion basch", "usage.argument_value", "crema completion bash"},
                      RefusedCase{"sale receipt X --format ods", "usage.flag_value", "text"},
                      RefusedCase{"completion bash --json", "usage.flag_not_here", "--json"},
                      RefusedCase{"--json product list", "usage.unknown_noun", "before its flags"}));

TEST(Parser, SortsWordsIntoArgumentsAndFlags)
{
    const auto sale = parse(u"sale create --line A*2 --line=B --tender cash:2000 --json -q"_s);
    ASSERT_TRUE(sale) << qPrintable(sale.error().message);
    EXPECT_EQ(sale->all(u"line"), (QStringList{u"A*2"_s, u"B"_s}));
    EXPECT_EQ(sale->text(u"tender"), u"cash:2000"_s);
    EXPECT_EQ(sale->form(), Form::Json);
    EXPECT_TRUE(sale->has(u"quiet"));

    const auto stock = parse(u"stock adjust HOUSE --delta -3 --reason damage"_s);
    ASSERT_TRUE(stock);
    EXPECT_EQ(stock->number(u"delta"), -3);

    const auto dashes = parse(u"product show -- --odd-sku"_s);
    ASSERT_TRUE(dashes);
    EXPECT_EQ(dashes->argument(0), u"--odd-sku");

    const auto standardInput = parse(u"product import -"_s);
    ASSERT_TRUE(standardInput);
    EXPECT_EQ(standardInput->argument(0), u"-");
}

TEST(Parser, HasOneWayIntoHelp)
{
    for (const QString &line : {u"--help"_s, u"-h"_s, u"help"_s, u""_s}) {
        const auto help = parse(line);
        ASSERT_TRUE(help);
        EXPECT_EQ(help->noun->name, u"help");
        EXPECT_TRUE(help->arguments.isEmpty());
    }
    const auto onVerb = parse(u"product import x.csv --default-price ten --help"_s);
    ASSERT_TRUE(onVerb);
    EXPECT_EQ(onVerb->arguments, (QStringList{u"product"_s, u"import"_s}));
    EXPECT_EQ(parse(u"--version"_s)->noun->name, u"version");
    // Behind "--" the word is an argument like any other.
    EXPECT_EQ(parse(u"product show -- --help"_s)->noun->name, u"product");
}

TEST(Suggestion, IsNearOrNothing)
{
    const QStringList words{u"list"_s, u"show"_s, u"create"_s};
    EXPECT_EQ(closestWord(u"lsit", words), u"list");
    EXPECT_EQ(closestWord(u"crate", words), u"create");
    EXPECT_EQ(closestWord(u"export", words), u"");
    EXPECT_EQ(closestWord(QString(10'000, u'x'), words), u"");
    EXPECT_EQ(editDistance(u"abcd", u"acbd"), 1);
    EXPECT_EQ(editDistance(u"", u"abc"), 3);
}

QList<QPair<const Noun *, const Verb *>> allVerbs()
{
    QList<QPair<const Noun *, const Verb *>> verbs;
    for (const Noun &noun : grammar().nouns) {
        for (const Verb &verb : noun.verbs)
            verbs.append({&noun, &verb});
    }
    return verbs;
}

TEST(Help, FitsEightyColumnsAndBeginsWithExamples)
{
    QStringList pages{helpOverview(grammar()), helpOnExitCodes()};
    for (const Noun &noun : grammar().nouns)
        pages.append(helpOnNoun(noun));
    for (const auto &[noun, verb] : allVerbs())
        pages.append(helpOnVerb(*noun, *verb));
    for (const QString &page : pages) {
        EXPECT_TRUE(page.startsWith(u"Examples\n"_s)) << qPrintable(page.left(200));
        EXPECT_TRUE(page.endsWith(u'\n')) << qPrintable(page);
        for (const QString &line : page.split(u'\n'))
            EXPECT_LE(line.size(), helpWidth) << qPrintable(line);
    }
}

TEST(Help, EveryExampleOfAVerbIsACommandThatIsAccepted)
{
    int tried = 0;
    for (const auto &[noun, verb] : allVerbs()) {
        ASSERT_FALSE(verb->examples.isEmpty()) << qPrintable(fullName(*noun, *verb));
        EXPECT_NE(verb->handler, nullptr);
        for (const Example &example : verb->examples) {
            if (!example.command.startsWith(u"crema "_s))
                continue;
            QString line = example.command.mid(6).replace(u'\'', u'"');
            line.truncate(line.indexOf(u" |"_s) < 0 ? line.size() : line.indexOf(u" |"_s));
            line.truncate(line.indexOf(u" >"_s) < 0 ? line.size() : line.indexOf(u" >"_s));
            const auto invocation = parse(line);
            ASSERT_TRUE(invocation) << qPrintable(example.command) << qPrintable(invocation.error().message);
            EXPECT_EQ(invocation->verb, verb) << qPrintable(example.command);
            ++tried;
        }
    }
    EXPECT_GT(tried, 40);
}

TEST(Help, SharedFlagsNamedByVerbsExistAndDoNotClash)
{
    for (const auto &[noun, verb] : allVerbs()) {
        for (const QString &name : verb->common) {
            const auto known = std::any_of(sharedFlags().begin(), sharedFlags().end(),
                                           [&](const Flag &flag) { return flag.name == name; });
            EXPECT_TRUE(known) << qPrintable(name);
        }
        QStringList names;
        for (const Flag &flag : allFlagsOf(*verb))
            names.append(flag.name);
        EXPECT_EQ(names.removeDuplicates(), 0) << qPrintable(fullName(*noun, *verb));
    }
}

TEST(Help, ExitCodesAreTheOnesPromised)
{
    QList<int> codes;
    for (const ExitCodeMeaning &each : exitCodeMeanings())
        codes.append(static_cast<int>(each.code));
    EXPECT_EQ(codes, (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 75, 130}));
}

struct KindCase {
    ProblemKind kind;
    const char *code;
    ExitCode exit;
};

class ExitCodes : public ::testing::TestWithParam<KindCase>
{};

TEST_P(ExitCodes, FollowTheKind)
{
    EXPECT_EQ(exitCodeOf({GetParam().kind, QString::fromLatin1(GetParam().code), {}, {}, {}}), GetParam().exit);
}

INSTANTIATE_TEST_SUITE_P(CommandLine, ExitCodes,
                         ::testing::Values(KindCase{ProblemKind::Failed, "x", ExitCode::Failed},
                                           KindCase{ProblemKind::Invalid, "x", ExitCode::Usage},
                                           KindCase{ProblemKind::NotFound, "x", ExitCode::NotFound},
                                           KindCase{ProblemKind::NotSignedIn, "x", ExitCode::NotAllowed},
                                           KindCase{ProblemKind::NotAllowed, "x", ExitCode::NotAllowed},
                                           KindCase{ProblemKind::Conflict, "x", ExitCode::Conflict},
                                           KindCase{ProblemKind::Unavailable, "x", ExitCode::Failed},
                                           KindCase{ProblemKind::Device, "x", ExitCode::Device},
                                           KindCase{ProblemKind::Unavailable, "sync.timeout", ExitCode::NotSynced},
                                           KindCase{ProblemKind::Failed, "sync.stopped", ExitCode::Interrupted}));

/// What a real bash offers behind these words, with the printed script loaded.
QStringList completedByBash(const QStringList &words)
{
    QTemporaryDir folder;
    QFile script(folder.filePath(u"crema.bash"_s));
    if (!script.open(QIODevice::WriteOnly))
        return {};
    script.write(bashCompletion(grammar()).toUtf8());
    script.close();
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(u'\'' + word + u'\'');
    const QString line = u"source '%1'; COMP_WORDS=(%2); COMP_CWORD=%3; _crema; printf '%s\\n' \"${COMPREPLY[@]}\""_s
                             .arg(script.fileName(), quoted.join(u' '))
                             .arg(words.size() - 1);
    QProcess bash;
    bash.start(u"bash"_s, {u"--norc"_s, u"-c"_s, line});
    bash.waitForFinished();
    return QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

TEST(Completion, OfBashOffersNounsVerbsFlagsAndChoices)
{
    if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
        GTEST_SKIP() << "there is no bash on this machine";
    EXPECT_EQ(completedByBash({u"crema"_s, u"prod"_s}), QStringList{u"product"_s});
    EXPECT_EQ(completedByBash({u"crema"_s, u"shift"_s, u""_s}),
              (QStringList{u"open"_s, u"close"_s, u"report"_s, u"show"_s, u"list"_s}));
    EXPECT_EQ(completedByBash({u"crema"_s, u"shift"_s, u"open"_s, u"--fl"_s}), QStringList{u"--float"_s});
    EXPECT_EQ(completedByBash({u"crema"_s, u"completion"_s, u"z"_s}), QStringList{u"zsh"_s});
    EXPECT_EQ(completedByBash({u"crema"_s, u"product"_s, u"list"_s, u"--color"_s, u"al"_s}), QStringList{u"always"_s});
    EXPECT_TRUE(
        completedByBash({u"crema"_s, u"stock"_s, u"adjust"_s, u"X"_s, u"--reason"_s, u"dam"_s}).contains(u"damage"_s));
}

TEST(Completion, OfEachShellNamesEveryNounAndFlag)
{
    const QString zsh = zshCompletion(grammar());
    const QString fish = fishCompletion(grammar());
    for (const auto &[noun, verb] : allVerbs()) {
        EXPECT_TRUE(zsh.contains(noun->name));
        EXPECT_TRUE(fish.contains(u"-a "_s + noun->name + u' '));
        for (const Flag &flag : verb->flags) {
            EXPECT_TRUE(zsh.contains(u"--"_s + flag.name));
            EXPECT_TRUE(fish.contains(u"-l "_s + flag.name + u' '));
        }
    }
}

TEST(ManPage, NamesEveryVerbAndExitCode)
{
    const QString page = manPage(grammar());
    EXPECT_TRUE(page.startsWith(u".TH CREMA 1"_s));
    for (const auto &[noun, verb] : allVerbs()) {
        const QString name = fullName(*noun, *verb).replace(u'-', "\\-"_L1); // as roff writes it
        EXPECT_TRUE(page.contains(u".SS crema "_s + name)) << qPrintable(name);
    }
    EXPECT_TRUE(page.contains(u"\n.B 75\n"_s));
    EXPECT_TRUE(page.contains(u"\n.B 130\n"_s));
}

} // namespace
} // namespace crema::command
