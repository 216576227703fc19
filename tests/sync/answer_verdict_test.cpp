// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rest/answer_verdict.h"

#include "sync/rest/platform_client.h"
#include "tests/sync/fake_platform.h"

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

const UtcTime answeredAt(1'700'000'000'000); // Tue, 14 Nov 2023 22:13:20 GMT

struct Case {
    int status;
    Verdict withProblem; ///< with a problem document of the platform
    Verdict withPage;    ///< with a page of somebody else
};

/// sync.md rule 7, every status that a platform, a proxy or a portal may answer with.
TEST(AnswerVerdict, FollowsTheStatus)
{
    const Case cases[] = {{301, Verdict::Refused, Verdict::NotPlatform},
                          {400, Verdict::Refused, Verdict::NotPlatform},
                          {401, Verdict::SignIn, Verdict::NotPlatform},
                          {403, Verdict::SignIn, Verdict::NotPlatform},
                          {404, Verdict::Refused, Verdict::NotPlatform},
                          {408, Verdict::Wait, Verdict::Wait},
                          {409, Verdict::Refused, Verdict::NotPlatform},
                          {410, Verdict::Refused, Verdict::NotPlatform},
                          {413, Verdict::TooLarge, Verdict::TooLarge},
                          {422, Verdict::Refused, Verdict::NotPlatform},
                          {425, Verdict::Wait, Verdict::Wait},
                          {429, Verdict::Wait, Verdict::Wait},
                          {500, Verdict::Wait, Verdict::Wait},
                          {502, Verdict::Wait, Verdict::Wait},
                          {503, Verdict::Wait, Verdict::Wait},
                          {504, Verdict::Wait, Verdict::Wait},
                          {511, Verdict::Wait, Verdict::Wait}};
    for (const Case &one : cases) {
        SCOPED_TRACE(one.status);
        const Exchange ours = judge(problemAnswer(one.status, QStringLiteral("some.code")), answeredAt);
        EXPECT_EQ(ours.verdict, one.withProblem);
        EXPECT_TRUE(ours.problem);
        HttpAnswer page;
        page.status = one.status;
        page.headers.insert("content-type", "text/html");
        page.body = "<html>";
        const Exchange theirs = judge(page, answeredAt);
        EXPECT_EQ(theirs.verdict, one.withPage);
        EXPECT_TRUE(theirs.problem);
    }
}

TEST(AnswerVerdict, TakesJsonOnlyForAnAnswer)
{
    EXPECT_EQ(judge(jsonAnswer("{}"), answeredAt).verdict, Verdict::Accepted);
    HttpAnswer portal = jsonAnswer("{}");
    portal.headers.insert("content-type", "text/html; charset=utf-8");
    EXPECT_EQ(judge(portal, answeredAt).verdict, Verdict::NotPlatform);
    EXPECT_EQ(judge(portal, answeredAt).problem->code, QStringLiteral("network.not_platform"));
}

TEST(AnswerVerdict, KnowsNothingWithoutAnAnswer)
{
    const auto lost = failure(ProblemKind::Unavailable, QStringLiteral("network.timeout"), QStringLiteral("lost"));
    EXPECT_EQ(judge(lost, answeredAt).verdict, Verdict::Wait);
    const auto cut =
        failure(ProblemKind::Unavailable, QStringLiteral("network.answer_too_large"), QStringLiteral("cut"));
    EXPECT_EQ(judge(cut, answeredAt).verdict, Verdict::AnswerCut);
}

TEST(AnswerVerdict, ReadsTheNumberThatIsExpected)
{
    const Exchange gap = judge(gapAnswer(17), answeredAt);
    EXPECT_EQ(gap.verdict, Verdict::Gap);
    EXPECT_EQ(gap.expected, 17);
    EXPECT_EQ(judge(problemAnswer(409, QStringLiteral("sync.gap")), answeredAt).verdict, Verdict::Refused);
}

std::optional<std::int64_t> retryAfter(const QByteArray &value, const QByteArray &date = {})
{
    HttpAnswer answer = problemAnswer(503, QStringLiteral("busy"));
    answer.headers.insert("retry-after", value);
    if (!date.isEmpty())
        answer.headers.insert("date", date);
    return judge(answer, answeredAt).retryAfterMs;
}

/// sync.md rule 21: seconds, or a date, measured by the platform's own clock where it tells it.
TEST(AnswerVerdict, ReadsRetryAfterInBothForms)
{
    EXPECT_EQ(retryAfter("7"), 7'000);
    EXPECT_EQ(retryAfter("0"), 0);
    EXPECT_EQ(retryAfter("Tue, 14 Nov 2023 22:13:30 GMT"), 10'000);
    EXPECT_EQ(retryAfter("Tue, 14 Nov 2023 22:13:30 GMT", "Tue, 14 Nov 2023 22:13:25 GMT"), 5'000);
    EXPECT_EQ(retryAfter("Tue, 14 Nov 2023 21:00:00 GMT"), 0) << "in the past";
    EXPECT_EQ(retryAfter("99999999"), 3'600'000);
    EXPECT_EQ(retryAfter("soon"), std::nullopt);
}

/// sync.md rule 23: half the round trip, and the middle of the second that was named.
TEST(ClockSample, CountsHalfTheRoundTrip)
{
    const ClockSample sample = sampleOf(UtcTime(1'000'000), UtcTime(1'000'900), 400);
    EXPECT_EQ(sample.offsetMs, -200);
    EXPECT_EQ(sample.uncertaintyMs, 700);
}

} // namespace
} // namespace crema::sync::testing
