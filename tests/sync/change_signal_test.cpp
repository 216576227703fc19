// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/change_signal.h"

#include "sync/rest/event_reader.h"
#include "tests/sync/fake_platform.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

namespace crema::sync {
namespace {

QByteArrayList namesOf(const QByteArray &stream, qsizetype piece)
{
    QByteArrayList names;
    EventReader reader([&](const QByteArray &name) { names.append(name); });
    for (qsizetype at = 0; at < stream.size(); at += piece)
        reader.read(QByteArrayView(stream).sliced(at, std::min(piece, stream.size() - at)));
    return names;
}

TEST(EventReader, TellsEachEventWhateverItsLineEndsAndPieces)
{
    const QByteArray stream =
        ": hello\n\nevent: changes\ndata:\n\n:\r\n\r\nevent:more\r\nid: 7\r\n\r\ndata: x\rdata: y\r\rcut";
    for (qsizetype piece = 1; piece < 20; ++piece)
        EXPECT_EQ(namesOf(stream, piece), (QByteArrayList{"changes", "more", ""})) << piece;
}

TEST(EventReader, CutsALineThatNeverEnds)
{
    QByteArray endless(EventReader::maxLine * 3, 'x');
    endless += "\n\nevent: changes\n\n";
    EXPECT_EQ(namesOf(endless, 1'000), QByteArrayList{"changes"});
}

/// Streams that the test speaks on.
class Streams final : public HttpTransport
{
public:
    explicit Streams(HttpTransport &platform) : m_platform(platform) {}

    QCoro::Task<Result<HttpAnswer>> send(HttpRequest request) override { return m_platform.send(request); }

    std::unique_ptr<EventStream> follow(const HttpRequest &request, const EventListener &listener) override
    {
        asked.append(request);
        last = listener;
        return hasStreams ? std::make_unique<EventStream>() : nullptr;
    }

    bool hasStreams = true;
    QList<HttpRequest> asked;
    EventListener last;

private:
    HttpTransport &m_platform;
};

class ChangeSignalTest : public ::testing::Test
{
protected:
    void listen() { signal->ensure(platform); }

    crema::testing::FixedClock clock;
    crema::testing::SeededRandomness randomness;
    testing::FakePlatform fake{testing::Shop()};
    Streams network{fake};
    std::shared_ptr<PlatformClient> platform =
        std::make_shared<PlatformClient>(network, clock, QList{QUrl(QStringLiteral("https://one.example/shop/"))},
                                         DeviceIdentity{{}, 1, SigningKey::generate(randomness)});
    int more = 0;
    int ended = 0;
    std::shared_ptr<ChangeSignal> signal = std::make_shared<ChangeSignal>(
        clock, randomness, ChangeSignal::Listener{[this] { ++more; }, [this] { ++ended; }});
};

TEST_F(ChangeSignalTest, ListensOnceWithATokenAndTellsWhatItHears)
{
    listen();
    listen();
    ASSERT_EQ(network.asked.size(), 1);
    const HttpRequest &request = network.asked.first();
    EXPECT_EQ(request.url, QUrl(QStringLiteral("https://one.example/shop/api/v1/sync/stream")));
    EXPECT_TRUE(std::any_of(request.headers.begin(), request.headers.end(), [](const auto &header) {
        return header.first == "Authorization" && header.second.startsWith("Bearer ");
    }));
    EXPECT_FALSE(signal->isHeard()) << "until the first event nobody knows who answers";
    network.last.heard("changes");
    EXPECT_TRUE(signal->isHeard());
    EXPECT_EQ(more, 1);
}

TEST_F(ChangeSignalTest, SaysThatItIsOverAndListensAgainAfterAWhile)
{
    listen();
    network.last.heard("changes");
    network.last.ended();
    EXPECT_EQ(ended, 1);
    EXPECT_FALSE(signal->isHeard());
    clock.advance(60'000);
    listen();
    EXPECT_EQ(network.asked.size(), 2);
}

TEST_F(ChangeSignalTest, LeavesAPlatformWithoutStreamsAloneForLongerAndLonger)
{
    network.hasStreams = false;
    for (int second = 0; second < 600; ++second) {
        listen();
        clock.advance(1'000);
    }
    EXPECT_EQ(ended, 0);
    EXPECT_GE(network.asked.size(), 10);
    EXPECT_LE(network.asked.size(), 60);
}

TEST_F(ChangeSignalTest, ForgetsAStreamThatWasStopped)
{
    listen();
    const EventListener before = network.last;
    signal->stop();
    before.heard("changes");
    before.ended();
    EXPECT_EQ(more + ended, 0);
    listen();
    EXPECT_EQ(network.asked.size(), 2);
}

} // namespace
} // namespace crema::sync
