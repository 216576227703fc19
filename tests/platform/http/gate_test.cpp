// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/door_fixture.h"

#include <QJsonDocument>

namespace crema::testing {
namespace {

struct Shape {
    const char *name;
    QByteArray request;
    int status;
    const char *code;
};

const QByteArray chunked = "Transfer-Encoding: chunked\r\n";

QByteArray post(const QByteArray &fields, const QByteArray &body = {})
{
    return "POST /echo HTTP/1.1\r\nHost: c\r\n" + fields + "\r\n" + body;
}

QByteArray target(const QByteArray &text)
{
    return "GET " + text + " HTTP/1.1\r\nHost: crema\r\n\r\n";
}

std::vector<Shape> shapes()
{
    return {
        {"ChunkedOnHttp10", "POST /echo HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n", 400, "request.encoding_on_http_10"},
        {"EncodingBesideLength", post(chunked + "Content-Length: 4\r\n"), 400, "request.length_and_encoding"},
        {"LengthBesideEncoding", post("Content-Length: 4\r\n" + chunked), 400, "request.length_and_encoding"},
        {"EncodingThatIsNotChunked", post("Transfer-Encoding: gzip, chunked\r\n"), 400, "request.transfer_encoding"},
        {"EncodingWithADisguise", post("Transfer-Encoding: xchunked\r\n"), 400, "request.transfer_encoding"},
        {"EncodingTwice", post(chunked + chunked), 400, "request.field_twice"},
        {"LengthTwiceUnequal", post("Content-Length: 4\r\nContent-Length: 5\r\n"), 400, "request.field_twice"},
        {"LengthTwiceEqual", post("Content-Length: 4\r\nContent-Length: 4\r\n"), 400, "request.field_twice"},
        {"LengthAsAList", post("Content-Length: 4, 4\r\n"), 400, "request.content_length"},
        {"LengthWithAPlus", post("Content-Length: +4\r\n"), 400, "request.content_length"},
        {"LengthBelowZero", post("Content-Length: -4\r\n"), 400, "request.content_length"},
        {"LengthInHex", post("Content-Length: 0x4\r\n"), 400, "request.content_length"},
        {"LengthEmpty", post("Content-Length:\r\n"), 400, "request.content_length"},
        {"LengthPast64Bits", post("Content-Length: 99999999999999999999\r\n"), 400, "request.content_length"},
        {"TrailerAnnounced", post(chunked + "Trailer: X\r\n"), 400, "request.trailer"},
        {"TrailerSent", post(chunked, "0\r\nAuthorization: Bearer x\r\n\r\n"), 400, "request.trailer"},
        {"ChunkSizeNotHex", post(chunked, "xyz\r\n"), 400, "request.chunk"},
        {"ChunkSizeNegative", post(chunked, "-1\r\n"), 400, "request.chunk"},
        {"ChunkSizePast64Bits", post(chunked, "fffffffffffffffff\r\n"), 400, "request.chunk"},
        {"ChunkWithoutItsEnd", post(chunked, "1\r\nab\r\n"), 400, "request.chunk"},
        {"ChunkLineWithBareNewline", post(chunked, "1\na\r\n0\r\n\r\n"), 400, "request.chunk"},
        {"HostMissing", "GET /echo HTTP/1.1\r\n\r\n", 400, "request.host_missing"},
        {"HostTwice", "GET /echo HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n", 400, "request.field_twice"},
        {"HostEmpty", "GET /echo HTTP/1.1\r\nHost:\r\n\r\n", 400, "request.host"},
        {"HostWithAPath", "GET /echo HTTP/1.1\r\nHost: a/b\r\n\r\n", 400, "request.host"},
        {"HostWithAUser", "GET /echo HTTP/1.1\r\nHost: u@a\r\n\r\n", 400, "request.host"},
        {"FoldedLine", post("X-A: b\r\n c\r\n"), 400, "request.folded_line"},
        {"FoldedFirstLine", "GET /echo HTTP/1.1\r\n Host: c\r\n\r\n", 400, "request.folded_line"},
        {"BareNewlines", "GET /echo HTTP/1.1\nHost: c\n\n", 400, "request.bare_newline"},
        {"BareNewlineInAField", post("X-A: b\nX-C: d\r\n"), 400, "request.bare_newline"},
        {"BareReturnInAField", post("X-A: b\rX-C: d\r\n"), 400, "request.bare_newline"},
        {"BareReturnInTheLine", "GET /echo\r HTTP/1.1\r\nHost: c\r\n\r\n", 400, "request.bare_newline"},
        {"EmptyLineFirst", "\r\nGET /echo HTTP/1.1\r\nHost: c\r\n\r\n", 400, "request.bare_newline"},
        {"NulInAField", post(QByteArray("X-A: b\0c\r\n", 10)), 400, "request.control_character"},
        {"ControlInAField", post("X-A: b\x01\r\n"), 400, "request.control_character"},
        {"DeleteInAField", post("X-A: b\x7f\r\n"), 400, "request.control_character"},
        {"BlankBeforeTheColon", post("X-A : b\r\n"), 400, "request.field_name"},
        {"LengthWithBlankBeforeTheColon", post("Content-Length : 4\r\n"), 400, "request.field_name"},
        {"FieldWithoutAColon", post("X-A\r\n"), 400, "request.field_name"},
        {"FieldWithoutAName", post(": b\r\n"), 400, "request.field_name"},
        {"FieldNameNotAToken", post("X(A): b\r\n"), 400, "request.field_name"},
        {"FieldNameNotAscii", post("X-\xc3\xa4: b\r\n"), 400, "request.field_name"},
        {"AuthorizationTwice", post("Authorization: a\r\nAuthorization: b\r\n"), 400, "request.field_twice"},
        {"AbsoluteTargetOfAnotherHost", target("http://other/echo"), 400, "request.host_mismatch"},
        {"AbsoluteTargetWithAUser", target("http://u@crema/echo"), 400, "request.host_mismatch"},
        {"AbsoluteTargetOfAnotherScheme", target("ftp://crema/echo"), 400, "request.target"},
        {"AuthorityTarget", target("crema:80"), 400, "request.target"},
        {"StarTarget", "OPTIONS * HTTP/1.1\r\nHost: crema\r\n\r\n", 400, "request.target"},
        {"MethodTrace", "TRACE /echo HTTP/1.1\r\nHost: c\r\n\r\n", 400, "request.method"},
        {"MethodConnect", "CONNECT c:80 HTTP/1.1\r\nHost: c\r\n\r\n", 400, "request.method"},
        {"MethodInLowerCase", "get /echo HTTP/1.1\r\nHost: c\r\n\r\n", 400, "request.method"},
        {"MethodNotAToken", "G(T /echo HTTP/1.1\r\nHost: c\r\n\r\n", 400, "request.line"},
        {"TwoBlanks", "GET  /echo HTTP/1.1\r\nHost: c\r\n\r\n", 400, "request.line"},
        {"TabForABlank", "GET\t/echo HTTP/1.1\r\nHost: c\r\n\r\n", 400, "request.line"},
        {"NoVersion", "GET /echo\r\nHost: c\r\n\r\n", 400, "request.line"},
        {"Http09", "GET /echo\r\n\r\n", 400, "request.line"},
        {"Http2", "GET /echo HTTP/2.0\r\nHost: c\r\n\r\n", 505, "request.version"},
        {"VersionInLowerCase", "GET /echo http/1.1\r\nHost: c\r\n\r\n", 400, "request.line"},
        {"TlsGreeting", QByteArray("\x16\x03\x01\x02\x00", 5), 400, "request.line"},
        {"TargetTooLong", target("/" + QByteArray(8192, 'a')), 414, "request.target_too_long"},
        {"EncodedNul", target("/things/a%00b"), 400, "request.target_encoding"},
        {"EncodedNulInTheQuery", target("/echo?a=%00"), 400, "request.target_encoding"},
        {"EncodedNewlineInThePath", target("/things/a%0d%0ab"), 400, "request.target_encoding"},
        {"PercentWithoutDigits", target("/things/a%zz"), 400, "request.target_encoding"},
        {"PercentCutShort", target("/things/a%4"), 400, "request.target_encoding"},
        {"EncodedNotUtf8", target("/things/%ff%fe"), 400, "request.target_encoding"},
        {"EncodedOverlong", target("/things/%c0%af"), 400, "request.target_encoding"},
        {"RawNotAscii", target("/things/\xc3\xa4"), 400, "request.target_encoding"},
        {"Fragment", target("/echo#part"), 400, "request.target_encoding"},
        {"Backslash", target("/things\\..\\etc"), 400, "request.target_encoding"},
        {"DotDot", target("/things/../etc/passwd"), 400, "request.dot_segment"},
        {"DotDotEncoded", target("/things/%2e%2E/etc"), 400, "request.dot_segment"},
        {"DotDotWithEncodedSlash", target("/things/..%2fetc"), 400, "request.dot_segment"},
        {"Dot", target("/./echo"), 400, "request.dot_segment"},
        {"TooManyFields", post(QByteArray("X-A: b\r\n").repeated(100)), 400, "request.too_many_fields"},
        {"HeadTooLarge", post("X-A: " + QByteArray(17'000, 'a') + "\r\n"), 431, "request.head_too_large"},
        {"HeadWithoutAnEnd", "GET /echo HTTP/1.1\r\nX-A: " + QByteArray(17'000, 'a'), 431, "request.head_too_large"},
        {"UnknownExpectation", post("Expect: miracles\r\n"), 417, "request.expectation"},
        {"LengthTooLarge", post("Content-Length: 314572800\r\n"), 413, "request.too_large"},
        {"ChunkTooLarge", post(chunked, "100001\r\n"), 413, "request.too_large"},
    };
}

} // namespace

class GateTest : public DoorTest, public ::testing::WithParamInterface<Shape>
{};

// Each shape is answered with its problem document, the connection ends, and what was smuggled behind it is not read.
TEST_P(GateTest, RefusesAndCloses)
{
    const Shape &shape = GetParam();
    open();
    RawClient client(port);
    client.send(shape.request);
    client.send(get("/things/smuggled"));
    const QByteArray all = client.readToEnd();
    EXPECT_EQ(statusOfAnswer(all), shape.status) << all.constData();
    EXPECT_EQ(headerOfAnswer(all, "Connection"), "close");
    EXPECT_EQ(headerOfAnswer(all, "Content-Type"), "application/problem+json");
    const QJsonObject problem = QJsonDocument::fromJson(bodyOfAnswer(all)).object();
    EXPECT_EQ(problem.value(u"code").toString(), QLatin1StringView(shape.code));
    EXPECT_EQ(problem.value(u"status").toInt(), shape.status);
    EXPECT_FALSE(problem.value(u"detail").toString().isEmpty());
    EXPECT_FALSE(all.contains("smuggled"));
}

INSTANTIATE_TEST_SUITE_P(Shapes, GateTest, ::testing::ValuesIn(shapes()),
                         [](const ::testing::TestParamInfo<Shape> &shape) { return std::string(shape.param.name); });

} // namespace crema::testing
