// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/answer_renderer.h"

#include <gtest/gtest.h>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

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
