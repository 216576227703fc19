// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/answer_renderer.h"

#include "models/text/plain_text.h"
#include "tests/testing/naughty_strings.h"
#include "ui/command/cell_text.h"
#include "ui/command/command_environment.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

/// Nothing but line ends and tabs, which part the cells of --plain.
bool isSafe(const QByteArray &out)
{
    return isPlainText(QString::fromUtf8(out), Lines::Many) && !out.contains('\r');
}

Answer listOf(const QString &name)
{
    Answer answer{.shape = Answer::Shape::List, .schema = u"sale-list/1"_s, .columns = {Column{u"name"_s, u"Name"_s}}};
    answer.items.append(QJsonObject{{u"name"_s, name}, {u"of"_s, QJsonObject{{u"text"_s, name}}}});
    return answer;
}

Result<QByteArray> rendered(const Answer &answer, const QString &flag)
{
    const CommandEnvironment environment = [] {
        CommandEnvironment made;
        made.outputIsTerminal = true;
        made.variable = [](const QString &) { return u"1"_s; }; // also NO_COLOR
        return made;
    }();
    Invocation invocation;
    if (!flag.isEmpty())
        invocation.flags.insert(flag, {});
    return renderAnswer(answer, invocation, environment);
}

/// Also what another device wrote, whose program may be anything.
TEST(RenderAnswer, WritesNothingThatATerminalObeys)
{
    for (const QString &typed : testing::naughtyStrings()) {
        SCOPED_TRACE(qPrintable(typed.left(40)));
        for (const QString &form : {u""_s, u"plain"_s, u"json"_s, u"jsonl"_s}) {
            const Result<QByteArray> out = rendered(listOf(typed), form);
            ASSERT_TRUE(out);
            EXPECT_TRUE(isSafe(*out)) << qPrintable(form);
            if (form != u"json" && form != u"jsonl") {
                EXPECT_EQ(out->count('\n'), form.isEmpty() ? 2 : 1) << "one line for each record";
            }
        }
        EXPECT_TRUE(isSafe(humanText(QJsonObject{{u"a"_s, typed}}, QLocale::c()).toUtf8()));
        EXPECT_TRUE(isSafe(plainText(QJsonArray{typed, QJsonObject{{u"a"_s, typed}}}).toUtf8()));
        Answer said = listOf(typed);
        said.sentence = u"Kept: "_s + typed;
        EXPECT_TRUE(isSafe(*rendered(said, {})));
        const Problem problem{ProblemKind::Invalid, u"x"_s, typed, typed, {{u"name"_s, typed}}};
        for (const Form form : {Form::Human, Form::Json, Form::Plain})
            EXPECT_TRUE(isSafe(renderProblem(problem, form, true)));
    }
}

/// The escapes are JSON's own: a program reads what was written, letter by letter.
TEST(RenderAnswer, JsonSaysWhatWasWritten)
{
    for (const QString &typed : testing::naughtyStrings()) {
        if (!typed.isValidUtf16())
            continue; // UTF-8 has no half letters
        const Result<QByteArray> out = rendered(listOf(typed), u"jsonl"_s);
        ASSERT_TRUE(out);
        const QJsonDocument read = QJsonDocument::fromJson(*out);
        ASSERT_TRUE(read.isObject()) << out->constData();
        EXPECT_EQ(read.object().value(u"name").toString(), typed);
    }
}

TEST(RenderProblem, SaysWhatHelpsOnce)
{
    const QString mend = u"Use at least 12 characters."_s;
    const Problem short12{
        ProblemKind::Invalid, u"password.weak"_s, u"The password is too short."_s, mend, {{u"password"_s, mend}}};
    EXPECT_EQ(renderProblem(short12, Form::Human, false),
              "crema: The password is too short.\n  password: Use at least 12 characters.\n");
    Problem other = short12;
    other.hint = u"Ask a manager."_s;
    EXPECT_EQ(renderProblem(other, Form::Human, true),
              "crema: The password is too short.\n  password: Use at least 12 characters.\n  Ask a manager.\n"
              "  Code: password.weak\n");
    EXPECT_TRUE(renderProblem(short12, Form::Json, false).contains("\"hint\":\"Use at least 12 characters.\""));
}

} // namespace
} // namespace crema::command
