// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/door_fixture.h"

#include <QElapsedTimer>
#include <QFile>

namespace crema::testing {
namespace {

std::int64_t residentKiB()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).chopped(2).trimmed().toLongLong();
    }
    return -1;
}

} // namespace

using DoorLimitsTest = DoorTest;

TEST_F(DoorLimitsTest, EndsAHeadThatComesTooSlowly)
{
    http::Limits limits;
    limits.headMs = 50;
    open(limits);
    RawClient client(port);
    client.send("GET /echo HTTP/1.1\r\nHo");
    EXPECT_EQ(statusOfAnswer(client.readToEnd()), 408);
}

TEST_F(DoorLimitsTest, EndsABodyThatComesTooSlowly)
{
    http::Limits limits;
    limits.bodyMs = 50;
    open(limits);
    RawClient client(port);
    client.send("POST /echo HTTP/1.1\r\nHost: c\r\nContent-Length: 9\r\n\r\nabc");
    EXPECT_EQ(statusOfAnswer(client.readToEnd()), 408);
}

TEST_F(DoorLimitsTest, ClosesAnIdleConnectionWithoutAWord)
{
    http::Limits limits;
    limits.idleMs = 50;
    open(limits);
    RawClient client(port);
    client.send(get("/health/live"));
    EXPECT_EQ(statusOfAnswer(client.readAnswer()), 200);
    EXPECT_EQ(client.readToEnd(), "");
}

TEST_F(DoorLimitsTest, AnswersALengthOf300MegabytesAtOnce)
{
    open();
    QElapsedTimer timer;
    timer.start();
    const QByteArray answer = exchange("POST /import HTTP/1.1\r\nHost: c\r\nContent-Length: 314572800\r\n\r\n");
    EXPECT_EQ(statusOfAnswer(answer), 413);
    EXPECT_LT(timer.elapsed(), 2'000);
}

TEST_F(DoorLimitsTest, DoesNotGrowWhile300MegabytesAreSentAnyway)
{
    open();
    const QByteArray piece(1024 * 1024, 'x');
    const std::int64_t before = residentKiB();
    std::int64_t largest = before;
    RawClient client(port);
    client.send("POST /import HTTP/1.1\r\nHost: c\r\nContent-Length: 314572800\r\n\r\n");
    for (int i = 0; i < 300 && client.send(piece); ++i)
        largest = std::max(largest, residentKiB());
    EXPECT_LT(largest - before, 16 * 1024);
    EXPECT_EQ(statusOfAnswer(exchange(get("/health/live"))), 200);
}

TEST_F(DoorLimitsTest, EndsAChunkedBodyWhereItPassesItsLimit)
{
    open();
    const QByteArray piece = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
    const std::int64_t before = residentKiB();
    RawClient client(port);
    client.send("POST /echo HTTP/1.1\r\nHost: c\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 4'800 && client.send(piece); ++i) {}
    EXPECT_EQ(statusOfAnswer(client.readAnswer()), 413);
    EXPECT_LT(residentKiB() - before, 16 * 1024);
}

TEST_F(DoorLimitsTest, TakesAnImportOf32Megabytes)
{
    open();
    const QByteArray body(http::importBodyBytes, 'x');
    const QByteArray head =
        "POST /import HTTP/1.1\r\nHost: c\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    EXPECT_EQ(bodyOfAnswer(exchange(head + body)), QByteArray::number(body.size()));
}

TEST_F(DoorLimitsTest, BoundsAllBodiesTogether)
{
    http::Limits limits;
    limits.bufferedBodyBytes = 1000;
    open(limits);
    RawClient holding(port);
    holding.send("POST /echo HTTP/1.1\r\nHost: c\r\nContent-Length: 900\r\n\r\n" + QByteArray(899, 'x'));
    const QByteArray second = "POST /echo HTTP/1.1\r\nHost: c\r\nContent-Length: 500\r\n\r\n" + QByteArray(500, 'y');
    // The first one's bytes may still be on their way when the second one arrives, so ask until they count.
    QByteArray answer;
    for (int i = 0; i < 1'000 && statusOfAnswer(answer) != 503; ++i)
        answer = exchange(second);
    EXPECT_EQ(statusOfAnswer(answer), 503);
    EXPECT_EQ(headerOfAnswer(answer, "Retry-After"), "1");
    holding.send("x");
    EXPECT_EQ(bodyOfAnswer(holding.readAnswer()).size(), 900);
    EXPECT_EQ(statusOfAnswer(exchange(second)), 200);
}

TEST_F(DoorLimitsTest, TurnsRequestsAwayWhenThePoolIsFull)
{
    http::Limits limits;
    limits.workers = 1;
    limits.queuedRequests = 1;
    open(limits);
    RawClient running(port);
    running.send(get("/wait"));
    entered.acquire();
    RawClient queued(port);
    queued.send(get("/wait"));
    // Requests of different connections arrive in any order: of two more, at least one finds the queue full.
    RawClient third(port);
    third.send(get("/things/1"));
    RawClient fourth(port);
    fourth.send(get("/things/1"));
    EXPECT_EQ(statusOfAnswer(exchange(get("/health/live"))), 200) << "memory answers need no worker";
    mayLeave.release(2);
    EXPECT_EQ(statusOfAnswer(running.readAnswer()), 200);
    const QByteArrayList answers{queued.readAnswer(), third.readAnswer(), fourth.readAnswer()};
    int turnedAway = 0;
    for (const QByteArray &answer : answers) {
        if (statusOfAnswer(answer) == 503) {
            ++turnedAway;
            EXPECT_EQ(headerOfAnswer(answer, "Retry-After"), "1");
        }
    }
    EXPECT_EQ(turnedAway, 2);
}

TEST_F(DoorLimitsTest, BoundsTheNumberOfConnections)
{
    http::Limits limits;
    limits.connections = 2;
    open(limits);
    RawClient first(port);
    RawClient second(port);
    first.send(get("/health/live"));
    second.send(get("/health/live"));
    EXPECT_EQ(statusOfAnswer(first.readAnswer()), 200);
    EXPECT_EQ(statusOfAnswer(second.readAnswer()), 200);
    RawClient third(port);
    EXPECT_EQ(statusOfAnswer(third.readToEnd()), 503);
}

TEST_F(DoorLimitsTest, StopsInTimeAlthoughAClientNeverEndsItsRequest)
{
    http::Limits limits;
    limits.stopMs = 50;
    open(limits);
    RawClient client(port);
    client.send("POST /echo HTTP/1.1\r\nHost: c\r\nContent-Length: 9\r\n\r\nabc");
    door->stop();
    EXPECT_TRUE(client.isClosedByPeer());
    EXPECT_EQ(door->openConnections(), 0);
}

} // namespace crema::testing
