// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/etag.h"
#include "platform/http/request_head.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace crema::http {
namespace {

TEST(RequestHead, ReadsTargetQueryAndFields)
{
    const Result<RequestHead> head =
        readHead("GET http://crema:80/a%2Fb?x=1&y=a+b%26c&z HTTP/1.1\r\nHOST: crema:80\r\nX-A:  one \r\nx-a: two\r\n"
                 "Connection: keep-alive, Close\r\n\r\n",
                 {});
    ASSERT_TRUE(head) << qPrintable(head.error().message);
    EXPECT_EQ(head->request.path, "/a%2Fb");
    EXPECT_EQ(head->request.queryNumber(u"x", 0, 5), 1);
    EXPECT_EQ(head->request.queryNumber(u"x", 2, 5), std::nullopt);
    EXPECT_EQ(head->request.queryValue(u"y"), QStringLiteral("a b&c"));
    EXPECT_EQ(head->request.queryValue(u"z"), QString());
    EXPECT_EQ(head->request.queryValue(u"w"), std::nullopt);
    EXPECT_EQ(head->request.header("X-a"), QByteArrayView("one, two"));
    EXPECT_FALSE(head->keepAlive);
}

// Whatever arrives, in whatever pieces: the scan never reads past the end and finds the same head.
RC_GTEST_PROP(RequestHead, IsFoundInAnyPieces, (const std::vector<std::uint8_t> &cuts))
{
    const QByteArray bytes = "GET /a HTTP/1.1\r\nHost: c\r\nX-A: b\r\n\r\nGET ";
    qsizetype size = 0;
    qsizetype scanned = 0;
    HeadScan scan;
    for (std::size_t i = 0; size < bytes.size() && scan.length < 0; ++i) {
        size = std::min(bytes.size(), size + 1 + (i < cuts.size() ? cuts[i] % 16 : 3));
        scan = scanHead(QByteArrayView(bytes).first(size), scanned, {});
        RC_ASSERT(!scan.problem);
        scanned = size - 1;
    }
    RC_ASSERT(scan.length == bytes.size() - 4);
}

// Bytes made of the characters that matter most never crash the gate, and what it accepts keeps its promises.
RC_GTEST_PROP(RequestHead, SurvivesAnyBytes, ())
{
    const std::string alphabet("GET POST/:%0aHosttransfer-encoding chunkedcontent-length HTTP/1.1\r\n\r\n\t\0.?#\x7f",
                               84);
    const std::string middle = *rc::gen::container<std::string>(rc::gen::elementOf(alphabet));
    const std::string text = "GET /" + middle + " HTTP/1.1\r\nHost: c\r\n" + middle + "\r\n\r\n";
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    const HeadScan scan = scanHead(bytes, 0, {});
    if (scan.length < 0)
        return;
    const Result<RequestHead> head = readHead(bytes.first(scan.length), {});
    if (!head)
        return;
    RC_ASSERT(!(head->isChunked && head->contentLength));
    RC_ASSERT(head->request.path.startsWith('/'));
    RC_ASSERT(!head->request.path.contains('\r') && !head->request.path.contains('\n'));
}

TEST(Etag, ComparesAsItsHeaderFieldAsks)
{
    Request request;
    EXPECT_EQ(requireIfMatch(request, etagOf(7)).error().code, QStringLiteral("request.precondition_required"));
    request.addHeader("If-Match", "\"r6\", \"r7\"");
    EXPECT_TRUE(requireIfMatch(request, etagOf(7)));
    EXPECT_EQ(requireIfMatch(request, etagOf(8)).error().code, QStringLiteral("request.precondition_failed"));
    EXPECT_FALSE(matchesIfNoneMatch(request, etagOf(7)));
    request.addHeader("If-None-Match", "W/\"r7\"");
    EXPECT_TRUE(matchesIfNoneMatch(request, etagOf(7)));
}

} // namespace
} // namespace crema::http
