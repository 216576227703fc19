// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rest/questions.h"
#include "tests/testing/fixed_clock.h"

#include <gtest/gtest.h>

namespace crema::sync {
namespace {

HttpAnswer answerNaming(const QByteArray &question)
{
    HttpAnswer answer{200, {}, "{}"};
    if (!question.isEmpty())
        answer.headers.insert("crema-question", question);
    return answer;
}

TEST(Questions, HaveANameEachThatTheRequestCarries)
{
    crema::testing::FixedClock clock;
    Questions questions(clock);
    HttpRequest request;
    const QByteArray first = questions.name(request);
    const QByteArray second = questions.name(request);
    EXPECT_NE(first, second);
    ASSERT_EQ(request.headers.size(), 2);
    EXPECT_EQ(request.headers.first().first, "Crema-Question");
    EXPECT_EQ(request.headers.first().second, first);
    EXPECT_EQ(request.headers.last().second, second);
    clock.advance(1);
    EXPECT_NE(Questions(clock).name(request), first) << "another process of this device";
}

TEST(Questions, TakeNoAnswerToAnotherOne)
{
    EXPECT_TRUE(Questions::answerTo("mine", answerNaming("mine")));
    EXPECT_TRUE(Questions::answerTo("mine", answerNaming({}))) << "a portal, or a platform of an earlier version";
    const Result<HttpAnswer> old = Questions::answerTo("mine", answerNaming("another"));
    ASSERT_FALSE(old);
    EXPECT_EQ(old.error().code, QStringLiteral("network.old_answer"));
    EXPECT_EQ(old.error().kind, ProblemKind::Unavailable);
    const Result<HttpAnswer> none = failure(lostAnswer());
    EXPECT_EQ(Questions::answerTo("mine", none).error().code, QStringLiteral("network.answer_lost"));
}

} // namespace
} // namespace crema::sync
