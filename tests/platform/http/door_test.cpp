// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/base/worker_pool.h"
#include "tests/platform/http/door_fixture.h"

#include <QElapsedTimer>
#include <QJsonDocument>

namespace crema::testing {
namespace {

using http::Context;
using http::Credential;
using http::Method;
using http::Request;
using http::Response;
using http::RouteInfo;

RouteInfo route(const char *name, Method method, const char *pattern)
{
    return {QLatin1StringView(name), method, QLatin1StringView(pattern), Credential::None, {}, -1};
}

class Countdown final : public http::BodySource
{
public:
    Result<QByteArray> next() override { return m_left == 0 ? QByteArray() : QByteArray::number(m_left--) + '\n'; }

private:
    int m_left = 3;
};

} // namespace

void DoorTest::addRoutes()
{
    http::addHealthRoutes(router, checks, metrics, metricsReaders);
    router.add(route("echo", Method::Post, "/echo"),
               [](const Request &request, Context &) { return Response::bytes(request.body, "text/plain"); });
    RouteInfo import = route("import", Method::Post, "/import");
    import.bodyLimit = http::importBodyBytes;
    router.add(import, [](const Request &request, Context &) {
        return Response::bytes(QByteArray::number(request.body.size()), "text/plain");
    });
    router.add(route("show", Method::Get, "/things/{id}"), [](const Request &request, Context &) {
        return Response::bytes(request.parameter(u"id").toUtf8(), "text/plain");
    });
    router.add(route("delete", Method::Delete, "/things/{id}"),
               [](const Request &, Context &) { return Response::noContent(); });
    router.add(route("throw", Method::Get, "/throw"),
               [](const Request &, Context &) -> Response { throw std::runtime_error("the inside of the house"); });
    router.add(route("split", Method::Get, "/split"), [](const Request &, Context &) {
        return Response::noContent().withHeader("X-Name", "a\r\nSet-Cookie: b");
    });
    router.add(route("wait", Method::Get, "/wait"), [this](const Request &, Context &) {
        entered.release();
        mayLeave.acquire();
        return Response::bytes("done", "text/plain");
    });
    router.add(route("stream", Method::Get, "/stream"), [](const Request &, Context &) {
        return Response::stream(std::make_shared<Countdown>(), "text/plain");
    });
    router.add(route("sender", Method::Get, "/sender"), [](const Request &request, Context &) {
        return Response::bytes(request.remoteAddress.toLatin1(), "text/plain");
    });
    router.add(route("events", Method::Get, "/events/{key}"), [](const Request &request, Context &) {
        return Response::eventStream({{request.parameter(u"key").toUtf8()}, http::Event{{}, "hello", {}}, {}});
    });
    RouteInfo person = route("person", Method::Get, "/person");
    person.credential = Credential::Person;
    person.permission = QStringLiteral("catalog.edit");
    router.add(person, [](const Request &, Context &context) {
        return Response::bytes(context.caller.personId->toString().toLatin1(), "text/plain");
    });
}

TEST_F(DoorTest, AnswersWithARequestIdThatIsInTheLogLine)
{
    open();
    const QByteArray answer = exchange(get("/things/a%20b?token=geheim"));
    EXPECT_EQ(statusOfAnswer(answer), 200);
    EXPECT_EQ(bodyOfAnswer(answer), "a b");
    const QByteArray id = headerOfAnswer(answer, "X-Request-Id");
    EXPECT_EQ(id.size(), 36);
    EXPECT_EQ(id.mid(14, 1), "7") << id.constData();
    const QByteArrayList all = logged();
    ASSERT_EQ(all.size(), 1);
    const QJsonObject line = QJsonDocument::fromJson(all.first()).object();
    EXPECT_EQ(line.value(u"request_id").toString().toLatin1(), id);
    EXPECT_EQ(line.value(u"route").toString(), QStringLiteral("show"));
    EXPECT_EQ(line.value(u"status").toInt(), 200);
    EXPECT_FALSE(all.first().contains("geheim"));
}

TEST_F(DoorTest, ShowsMetricsToWhomTheyAreFor)
{
    proxies = *http::AddressRanges::fromText(QStringLiteral("127.0.0.1"));
    open();
    EXPECT_EQ(statusOfAnswer(exchange(get("/metrics"))), 200);
    const auto from = [](const QByteArray &sender) {
        return "GET /metrics HTTP/1.1\r\nHost: crema\r\nX-Forwarded-For: " + sender + "\r\n\r\n";
    };
    EXPECT_EQ(statusOfAnswer(exchange(from("192.168.7.9"))), 200);
    const QByteArray outside = exchange(from("203.0.113.9"));
    EXPECT_EQ(statusOfAnswer(outside), 404);
    EXPECT_FALSE(outside.contains("crema_http"));
}

TEST_F(DoorTest, NamesTheQuestionThatItAnswers)
{
    open();
    const auto asked = [](const QByteArray &path, const QByteArray &name) {
        return "GET " + path + " HTTP/1.1\r\nHost: crema\r\nCrema-Question: " + name + "\r\n\r\n";
    };
    const QByteArray name = "0193f6a0-0000-7000-8000-000000000001";
    for (const QByteArray &path : {QByteArray("/things/a"), QByteArray("/nothing"), QByteArray("/throw")})
        EXPECT_EQ(headerOfAnswer(exchange(asked(path, name)), "Crema-Question"), name) << path.constData();
    EXPECT_FALSE(exchange(get("/things/a")).contains("Crema-Question"));
    for (const QByteArray &odd : {QByteArray("<b>"), QByteArray("a b"), QByteArray(65, 'a')})
        EXPECT_FALSE(exchange(asked("/things/a", odd)).contains("Crema-Question")) << odd.constData();
}

TEST_F(DoorTest, GuardsEveryAnswerAgainstBrowsersThatWereLedHere)
{
    open();
    for (const QByteArray &target : {QByteArray("/things/a"), QByteArray("/nothing"), QByteArray("/person")}) {
        const QByteArray answer = exchange(get(target));
        EXPECT_EQ(headerOfAnswer(answer, "X-Content-Type-Options"), "nosniff") << target.constData();
        EXPECT_TRUE(headerOfAnswer(answer, "Content-Security-Policy").contains("frame-ancestors 'none'"));
        EXPECT_EQ(headerOfAnswer(answer, "Referrer-Policy"), "no-referrer");
        EXPECT_EQ(headerOfAnswer(answer, "Cross-Origin-Resource-Policy"), "same-origin");
        EXPECT_EQ(headerOfAnswer(answer, "Cache-Control"), "no-store");
        EXPECT_TRUE(headerOfAnswer(answer, "Access-Control-Allow-Origin").isEmpty());
    }
}

TEST_F(DoorTest, KeepsTheConnectionAndTakesPipelinedRequestsInTheirOrder)
{
    open();
    RawClient client(port);
    QByteArray requests;
    for (int i = 0; i < 300; ++i)
        requests += get("/things/" + QByteArray::number(i));
    client.send(requests);
    for (int i = 0; i < 300; ++i)
        ASSERT_EQ(bodyOfAnswer(client.readAnswer()), QByteArray::number(i));
    client.send(get("/health/live"));
    EXPECT_EQ(statusOfAnswer(client.readAnswer()), 200);
}

TEST_F(DoorTest, AnswersHeadWithTheLengthAndWithoutTheBody)
{
    open();
    RawClient client(port);
    client.send("HEAD /things/four HTTP/1.1\r\nHost: crema\r\n\r\n" + get("/things/next"));
    const QByteArray head = client.readAnswer(true);
    EXPECT_EQ(headerOfAnswer(head, "Content-Length"), "4");
    EXPECT_EQ(bodyOfAnswer(client.readAnswer()), "next");
}

TEST_F(DoorTest, ReadsBodiesByLengthAndByChunks)
{
    open();
    EXPECT_EQ(bodyOfAnswer(exchange("POST /echo HTTP/1.1\r\nHost: c\r\nContent-Length: 5\r\n\r\nhello")), "hello");
    RawClient client(port);
    client.send("POST /echo HTTP/1.1\r\nHost: c\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
    client.send("lo\r\n7;x=y\r\n, world\r\n0\r");
    client.send("\n\r\n" + get("/things/next"));
    EXPECT_EQ(bodyOfAnswer(client.readAnswer()), "hello, world");
    EXPECT_EQ(bodyOfAnswer(client.readAnswer()), "next");
}

/// A client that holds the end of a request until its beginning is acknowledged would wait 40 ms for it each time.
TEST_F(DoorTest, AcknowledgesTheBeginningOfARequestAtOnce)
{
    open();
    RawClient client(port);
    constexpr int requests = 100;
    QElapsedTimer timer;
    timer.start();
    for (int request = 0; request < requests; ++request) {
        ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\nHost: crema\r\nContent-Length: 10\r\n\r\n"));
        ASSERT_TRUE(client.send("hello"));
        ASSERT_TRUE(client.send("world"));
        ASSERT_EQ(bodyOfAnswer(client.readAnswer()), "helloworld");
    }
    EXPECT_LT(timer.elapsed(), requests * 20);
}

TEST_F(DoorTest, InvitesABodyThatWaitsForIt)
{
    open();
    RawClient client(port);
    client.send("POST /echo HTTP/1.1\r\nHost: c\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("ok");
    EXPECT_EQ(bodyOfAnswer(client.readAnswer()), "ok");
}

TEST_F(DoorTest, SpeaksHttp10AndClosesAfterIt)
{
    open();
    RawClient client(port);
    client.send("GET /things/old HTTP/1.0\r\n\r\n");
    const QByteArray all = client.readToEnd();
    EXPECT_EQ(bodyOfAnswer(all), "old");
    EXPECT_EQ(headerOfAnswer(all, "Connection"), "close");
    RawClient staying(port);
    staying.send("GET /things/1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(headerOfAnswer(staying.readAnswer(), "Connection"), "keep-alive");
    staying.send("GET /things/2 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(bodyOfAnswer(staying.readAnswer()), "2");
}

TEST_F(DoorTest, NamesWhatIsNotThere)
{
    open();
    const QByteArray missing = exchange(get("/nothing"));
    EXPECT_EQ(statusOfAnswer(missing), 404);
    EXPECT_EQ(headerOfAnswer(missing, "Content-Type"), "application/problem+json");
    const QByteArray wrong = exchange("PUT /things/1 HTTP/1.1\r\nHost: c\r\n\r\n");
    EXPECT_EQ(statusOfAnswer(wrong), 405);
    EXPECT_EQ(headerOfAnswer(wrong, "Allow"), "DELETE, GET, HEAD");
    const QJsonObject problem = QJsonDocument::fromJson(bodyOfAnswer(wrong)).object();
    EXPECT_EQ(problem.value(u"type").toString(), QStringLiteral("urn:crema:problem:request.method_not_allowed"));
    EXPECT_EQ(problem.value(u"status").toInt(), 405);
    EXPECT_EQ(problem.value(u"request_id").toString().toLatin1(), headerOfAnswer(wrong, "X-Request-Id"));
}

TEST_F(DoorTest, StopsExceptionsAndBrokenHeadersAtTheRoute)
{
    open();
    const QByteArray thrown = exchange(get("/throw"));
    EXPECT_EQ(statusOfAnswer(thrown), 500);
    EXPECT_FALSE(thrown.contains("inside of the house"));
    const QByteArray split = exchange(get("/split"));
    EXPECT_EQ(statusOfAnswer(split), 500);
    EXPECT_FALSE(split.contains("Set-Cookie"));
    const QByteArray all = logged().join('\n');
    EXPECT_TRUE(all.contains("inside of the house"));
    EXPECT_TRUE(all.contains(headerOfAnswer(thrown, "X-Request-Id")));
}

TEST_F(DoorTest, LetsInOnlyKnownCallersWithThePermission)
{
    const PersonId person(QUuid(u"01234567-89ab-7def-8123-456789abcdef"));
    authenticate = [person](const Request &request, const RouteInfo &) -> Result<http::Caller> {
        const QByteArrayView token = request.bearerToken();
        if (token != "good" && token != "weak")
            return failure(ProblemKind::NotSignedIn, QStringLiteral("identity.token"), QStringLiteral("Sign in."));
        http::Caller caller;
        caller.personId = person;
        if (token == "good")
            caller.permissions = {QStringLiteral("catalog.edit")};
        return caller;
    };
    open();
    const auto with = [](const QByteArray &token) {
        return "GET /person HTTP/1.1\r\nHost: c\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    };
    EXPECT_EQ(bodyOfAnswer(exchange(with("good"))), person.toString().toLatin1());
    EXPECT_EQ(statusOfAnswer(exchange(with("weak"))), 403);
    const QByteArray unknown = exchange(with("bad"));
    EXPECT_EQ(statusOfAnswer(unknown), 401);
    EXPECT_EQ(headerOfAnswer(unknown, "WWW-Authenticate"), "Bearer");
}

TEST_F(DoorTest, StreamsABodyPieceByPiece)
{
    open();
    RawClient client(port);
    client.send(get("/stream") + get("/things/next"));
    const QByteArray head = client.readUntil("\r\n\r\n");
    EXPECT_EQ(headerOfAnswer(head, "Transfer-Encoding"), "chunked");
    EXPECT_EQ(client.readUntil("0\r\n\r\n"), "2\r\n3\n\r\n2\r\n2\n\r\n2\r\n1\n\r\n0\r\n\r\n");
    EXPECT_EQ(bodyOfAnswer(client.readAnswer()), "next");
    RawClient old(port);
    old.send("GET /stream HTTP/1.0\r\n\r\n");
    EXPECT_EQ(bodyOfAnswer(old.readToEnd()), "3\n2\n1\n");
}

TEST_F(DoorTest, TellsWhetherItIsReadyAndCountsWhatItAnswers)
{
    bool isUp = false;
    checks.add(QStringLiteral("database"), [&isUp]() -> Result<void> {
        if (isUp)
            return {};
        return failure(ProblemKind::Unavailable, QStringLiteral("database.away"), QStringLiteral("It is away."));
    });
    open();
    const QByteArray down = exchange(get("/health/ready"));
    EXPECT_EQ(statusOfAnswer(down), 503);
    EXPECT_TRUE(down.contains(R"("code":"database.away")"));
    isUp = true;
    EXPECT_EQ(statusOfAnswer(exchange(get("/health/ready"))), 200);
    const QByteArray text = bodyOfAnswer(exchange(get("/metrics")));
    EXPECT_TRUE(text.contains(R"(crema_http_requests_total{method="GET",route="get_ready",status="5xx"} 1)"));
    EXPECT_TRUE(text.contains(R"(crema_http_requests_total{method="GET",route="get_ready",status="2xx"} 1)"));
    EXPECT_TRUE(text.contains("crema_http_connections "));
}

TEST_F(DoorTest, FinishesARunningRequestWhenItStops)
{
    open();
    RawClient busy(port);
    RawClient idle(port);
    busy.send(get("/wait"));
    entered.acquire();
    platform::WorkerPool stopper("stopper", 1, 1);
    ASSERT_TRUE(stopper.tryPost([this] { door->stop(); }));
    EXPECT_TRUE(idle.isClosedByPeer());
    mayLeave.release();
    EXPECT_EQ(bodyOfAnswer(busy.readToEnd()), "done");
    stopper.stop();
}

TEST_F(DoorTest, SaysWhyItCannotListen)
{
    open();
    http::Door second({router, clock, randomness, log, metrics, {}, {}}, {});
    const auto taken = second.listen(QStringLiteral("127.0.0.1:%1").arg(port));
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, QStringLiteral("door.listen"));
    const auto malformed = second.listen(QStringLiteral("somewhere"));
    ASSERT_FALSE(malformed);
    EXPECT_EQ(malformed.error().code, QStringLiteral("door.address"));
}

} // namespace crema::testing
