// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/door_fixture.h"

namespace crema::testing {

using EventStreamTest = DoorTest;

TEST_F(EventStreamTest, WakesTheSubscribersOfAKeyAndNoOthers)
{
    http::Limits limits;
    limits.workers = 1;
    open(limits);
    RawClient one(port);
    RawClient two(port);
    one.send(get("/events/one"));
    two.send(get("/events/two"));
    const QByteArray head = one.readUntil("\r\n\r\n");
    EXPECT_EQ(headerOfAnswer(head, "Content-Type"), "text/event-stream");
    EXPECT_EQ(one.readUntil("\n\n"), "data: hello\n\n");
    EXPECT_FALSE(two.readUntil("data: hello\n\n").isEmpty());
    // The only worker is free: a stream holds none.
    EXPECT_EQ(statusOfAnswer(exchange(get("/things/1"))), 200);
    door->publish("one", {"feed", "a\nb", "7"});
    door->publish("two", {{}, "for two", {}});
    EXPECT_EQ(one.readUntil("\n\n"), "event: feed\nid: 7\ndata: a\ndata: b\n\n");
    EXPECT_EQ(two.readUntil("\n\n"), "data: for two\n\n");
    EXPECT_EQ(door->openEventStreams(), 2);
}

TEST_F(EventStreamTest, SendsAHeartbeatOnASilentStream)
{
    http::Limits limits;
    limits.heartbeatMs = 20;
    open(limits);
    RawClient client(port);
    client.send(get("/events/a"));
    EXPECT_FALSE(client.readUntil("data: hello\n\n").isEmpty());
    EXPECT_EQ(client.readUntil(":\n\n"), ":\n\n");
    EXPECT_EQ(client.readUntil(":\n\n"), ":\n\n");
}

TEST_F(EventStreamTest, BoundsTheSubscribers)
{
    http::Limits limits;
    limits.eventStreams = 1;
    open(limits);
    {
        RawClient first(port);
        first.send(get("/events/a"));
        EXPECT_FALSE(first.readUntil("data: hello\n\n").isEmpty());
        const QByteArray second = exchange(get("/events/a"));
        EXPECT_EQ(statusOfAnswer(second), 503);
    }
    // The first one has left; its place is free as soon as the door has noticed.
    QByteArray answer;
    for (int i = 0; i < 1'000 && statusOfAnswer(answer) != 200; ++i) {
        RawClient next(port);
        next.send(get("/events/a"));
        answer = next.readUntil("\r\n\r\n");
    }
    EXPECT_EQ(statusOfAnswer(answer), 200);
}

TEST_F(EventStreamTest, DropsASubscriberThatDoesNotRead)
{
    open();
    RawClient client(port, 4096);
    client.send(get("/events/a"));
    EXPECT_FALSE(client.readUntil("data: hello\n\n").isEmpty());
    const QByteArray data(32 * 1024, 'x');
    for (int i = 0; i < 2'000; ++i)
        door->publish("a", {{}, data, {}});
    const QByteArray rest = client.readToEnd();
    EXPECT_LT(rest.size(), 2'000 * data.size());
    EXPECT_EQ(statusOfAnswer(exchange(get("/health/live"))), 200);
}

TEST_F(EventStreamTest, EndsWithTheDoor)
{
    open();
    RawClient client(port);
    client.send(get("/events/a"));
    EXPECT_FALSE(client.readUntil("data: hello\n\n").isEmpty());
    door->stop();
    EXPECT_EQ(client.readToEnd(), "");
}

} // namespace crema::testing
