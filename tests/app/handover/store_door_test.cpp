// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 26: a verb is handed to the program that holds the store, over a real socket, whatever the other side
// does.
#include "app/handover/store_call.h"
#include "app/handover/store_door.h"
#include "sync/seams/system_clock.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QCoroFuture>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace crema::handover {
namespace {

using namespace Qt::StringLiterals;

/// What became of a verb that was handed over.
struct Ended {
    std::optional<Result<int>> outcome;
    QByteArray out;
    QByteArray err;
};

QCoro::Task<> hand(QString path, Card card, Clock &clock, command::HandedVerb verb, std::shared_ptr<Ended> ended)
{
    command::CommandEnvironment environment;
    environment.writeOut = [ended](const QByteArray &bytes) { ended->out += bytes; };
    environment.writeError = [ended](const QByteArray &bytes) { ended->err += bytes; };
    const auto call = co_await StoreCall::greet(path, card, clock);
    if (!call) {
        ended->outcome = failure(call.error());
        co_return;
    }
    const auto found = *call;
    Result<int> exitCode = co_await StoreCall::run(found, verb, environment);
    ended->outcome = exitCode;
}

class StoreDoorTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder.path()));
        const Result<QString> place = meetingPlace(m_folder.filePath(u"crema.store"_s));
        ASSERT_TRUE(place) << qPrintable(place.error().message);
        m_path = *place;
    }

    std::unique_ptr<StoreDoor> openDoor(StoreDoor::Run run)
    {
        auto door = std::make_unique<StoreDoor>(m_card, m_holderClock, std::move(run));
        const Result<void> opened = door->open(m_path);
        EXPECT_TRUE(opened) << qPrintable(opened ? QString() : opened.error().message);
        return door;
    }

    std::shared_ptr<Ended> handOver(const QString &word)
    {
        command::HandedVerb verb;
        verb.arguments = {word};
        const auto ended = std::make_shared<Ended>();
        [[maybe_unused]] const auto task = hand(m_path, m_card, m_verbClock, verb, ended);
        return ended;
    }

    template<typename Fact>
    static bool becomesTrue(const Fact &fact)
    {
        for (const QDeadlineTimer limit(60'000); !limit.hasExpired();) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
            if (fact())
                return true;
        }
        return false;
    }

    static bool hasEnded(const std::shared_ptr<Ended> &ended)
    {
        return becomesTrue([&] { return ended->outcome.has_value(); });
    }

    static QString codeOf(const std::shared_ptr<Ended> &ended)
    {
        return ended->outcome && !*ended->outcome ? ended->outcome->error().code : QString();
    }

    QTemporaryDir m_folder;
    sync::SystemClock m_realClock;
    testing::FixedClock m_verbClock;
    testing::FixedClock m_holderClock;
    Card m_card = Card::own(u"crema-desktop"_s);
    QString m_path;
};

QCoro::Task<int> echo(std::shared_ptr<Visit> visit)
{
    visit->writeOut(visit->verb().arguments.first().toUtf8());
    visit->writeError("beside");
    co_return 5;
}

/// Takes the verb and never ends by itself.
struct Endless {
    std::shared_ptr<Visit> visit;
    QPromise<int> promise;

    StoreDoor::Run run()
    {
        promise.start();
        return [this](std::shared_ptr<Visit> taken) { return wait(std::move(taken)); };
    }
    QCoro::Task<int> wait(std::shared_ptr<Visit> taken)
    {
        visit = std::move(taken);
        const QFuture<int> future = promise.future();
        const int exitCode = co_await future;
        co_return exitCode;
    }
    void end(int exitCode)
    {
        promise.addResult(exitCode);
        promise.finish();
    }
};

TEST_F(StoreDoorTest, AnswersWhatTheVerbWroteAndItsExitCode)
{
    const auto door = openDoor(echo);
    const auto ended = handOver(u"käse"_s);
    ASSERT_TRUE(hasEnded(ended));
    ASSERT_TRUE(*ended->outcome) << qPrintable(codeOf(ended));
    EXPECT_EQ(**ended->outcome, 5);
    EXPECT_EQ(ended->out, "käse");
    EXPECT_EQ(ended->err, "beside");
}

TEST_F(StoreDoorTest, IsThereForNobodyElse)
{
    const auto door = openDoor(echo);
    struct stat socket = {};
    struct stat folder = {};
    ASSERT_EQ(::stat(QFile::encodeName(m_path).constData(), &socket), 0);
    ASSERT_EQ(::stat(QFile::encodeName(QFileInfo(m_path).path()).constData(), &folder), 0);
    EXPECT_EQ(socket.st_mode & 0777, 0600U);
    EXPECT_EQ(folder.st_mode & 0777, 0700U);

    ASSERT_EQ(::chmod(QFile::encodeName(QFileInfo(m_path).path()).constData(), 0755), 0);
    const Result<QString> open = meetingPlace(m_folder.filePath(u"crema.store"_s));
    ASSERT_FALSE(open);
    EXPECT_EQ(open.error().code, u"handover.folder");
}

TEST_F(StoreDoorTest, TakesTheWholeOfALongAnswer)
{
    const QByteArray much(3'000'000, 'x');
    const auto door = openDoor([much](std::shared_ptr<Visit> visit) -> QCoro::Task<int> {
        visit->writeOut(much);
        co_return 0;
    });
    const auto ended = handOver(u"list"_s);
    ASSERT_TRUE(hasEnded(ended));
    EXPECT_EQ(ended->out, much);
    EXPECT_TRUE(*ended->outcome);
}

TEST_F(StoreDoorTest, AThousandQuickVerbsEachGetTheirOwnAnswer)
{
    int runs = 0;
    const auto door = openDoor([&runs](std::shared_ptr<Visit> visit) {
        ++runs;
        return echo(std::move(visit));
    });
    std::vector<std::shared_ptr<Ended>> all;
    int taken = 0;
    for (int i = 0; i < 1'000; ++i) {
        all.push_back(handOver(QString::number(i)));
        if (i % 100 == 99) {
            ASSERT_TRUE(hasEnded(all.back()));
        }
    }
    for (int i = 0; i < 1'000; ++i) {
        const auto ended = all[static_cast<std::size_t>(i)];
        ASSERT_TRUE(ended->outcome || hasEnded(ended));
        ASSERT_TRUE(*ended->outcome) << i << qPrintable(codeOf(ended));
        EXPECT_EQ(ended->out, QByteArray::number(i));
        ++taken;
    }
    EXPECT_EQ(taken, 1'000);
    EXPECT_EQ(runs, 1'000);
}

TEST_F(StoreDoorTest, WithoutAHolderNothingWasDoneAndAStaleSocketIsTakenAway)
{
    const auto nobodyYet = handOver(u"sale"_s);
    ASSERT_TRUE(hasEnded(nobodyYet));
    EXPECT_EQ(codeOf(nobodyYet), u"handover.nobody");

    // A program that was killed leaves its socket behind.
    const int killed = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(m_path).constData(), sizeof address.sun_path);
    ASSERT_EQ(::bind(killed, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ::close(killed);
    const auto stale = handOver(u"sale"_s);
    ASSERT_TRUE(hasEnded(stale));
    EXPECT_EQ(codeOf(stale), u"handover.nobody");
    const auto door = openDoor(echo);
    const auto ended = handOver(u"sale"_s);
    ASSERT_TRUE(hasEnded(ended));
    EXPECT_TRUE(*ended->outcome);
}

TEST_F(StoreDoorTest, AnotherVersionIsNamedAndNothingIsAsked)
{
    int runs = 0;
    const auto door = openDoor([&runs](std::shared_ptr<Visit> visit) {
        ++runs;
        return echo(std::move(visit));
    });
    m_card.version = u"99.0"_s;
    const auto ended = handOver(u"sale"_s);
    ASSERT_TRUE(hasEnded(ended));
    EXPECT_EQ(codeOf(ended), u"store.holder_version");
    EXPECT_TRUE(ended->outcome->error().message.contains(u"crema-desktop"_s));
    EXPECT_TRUE(ended->outcome->error().message.contains(u"99.0"_s));
    EXPECT_EQ(runs, 0);
}

TEST_F(StoreDoorTest, AHolderThatEndsInTheMiddleLeavesItUnknown)
{
    Endless endless;
    auto door = openDoor(endless.run());
    const auto ended = handOver(u"sale"_s);
    ASSERT_TRUE(becomesTrue([&] { return endless.visit != nullptr; }));
    door.reset();
    ASSERT_TRUE(hasEnded(ended));
    EXPECT_EQ(codeOf(ended), u"store.unknown");
    EXPECT_TRUE(endless.visit->stopRequested());
    endless.end(0);
    endless.visit->writeOut("nobody reads it");
}

TEST_F(StoreDoorTest, AHolderThatHangsBeforeTheGreetingWasAskedNothing)
{
    QLocalServer silent;
    ASSERT_TRUE(silent.listen(m_path));
    const auto ended = handOver(u"sale"_s);
    ASSERT_TRUE(becomesTrue([&] { return silent.hasPendingConnections(); }));
    const std::unique_ptr<QLocalSocket> socket(silent.nextPendingConnection());
    ASSERT_TRUE(becomesTrue([&] { return socket->bytesAvailable() > 0; }));
    m_verbClock.advance(StoreCall::greetingMs);
    ASSERT_TRUE(hasEnded(ended));
    EXPECT_EQ(codeOf(ended), u"store.holder_silent");
    // It never learns what was wanted, so that it cannot do it later.
    FrameReader reader;
    reader.append(socket->readAll());
    ASSERT_TRUE(reader.next(4'096));
    EXPECT_FALSE(reader.next(4'096));
}

TEST_F(StoreDoorTest, AHolderThatHangsInTheMiddleLeavesItUnknownAndOneThatWorksIsWaitedFor)
{
    Endless endless;
    const auto door = openDoor(endless.run());
    const auto slow = handOver(u"sync"_s);
    ASSERT_TRUE(becomesTrue([&] { return endless.visit != nullptr; }));
    for (std::int64_t waited = 0; waited < 4 * StoreCall::silenceMs; waited += StoreCall::silenceMs / 3) {
        m_holderClock.advance(StoreDoor::aliveMs);
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
        m_verbClock.advance(StoreCall::silenceMs / 3);
    }
    EXPECT_FALSE(slow->outcome);
    m_verbClock.advance(StoreCall::silenceMs);
    ASSERT_TRUE(hasEnded(slow));
    EXPECT_EQ(codeOf(slow), u"store.unknown");
    endless.end(0);
}

TEST_F(StoreDoorTest, WhoSaysNothingIsSentAwayAndOthersAreServed)
{
    const auto door = openDoor(echo);
    QLocalSocket quiet;
    quiet.connectToServer(m_path);
    ASSERT_TRUE(becomesTrue([&] { return quiet.state() == QLocalSocket::ConnectedState; }));
    const auto ended = handOver(u"sale"_s);
    ASSERT_TRUE(hasEnded(ended));
    EXPECT_TRUE(*ended->outcome);
    m_holderClock.advance(StoreDoor::mannersMs);
    EXPECT_TRUE(becomesTrue([&] { return quiet.state() == QLocalSocket::UnconnectedState; }));
}

TEST_F(StoreDoorTest, HostileBytesRunNothingAndBreakNothing)
{
    int runs = 0;
    const auto door = openDoor([&runs](std::shared_ptr<Visit> visit) {
        ++runs;
        return echo(std::move(visit));
    });
    const QByteArray hello = encoded(FrameKind::Hello, toJson(m_card));
    QList<QByteArray> attacks{
        QByteArray("\xff\xff\xff\xff\x01", 5),
        QByteArray(5, '\0'),
        "GET / HTTP/1.1\r\n\r\n",
        encoded(FrameKind::Hello, QByteArray(5'000, '{')),
        encoded(FrameKind::Hello, QByteArray("{\"protocol\":\"one\"}")),
        encoded(FrameKind::Verb, QByteArray("{\"arguments\":[\"sale\"]}")),
        hello + hello,
        hello + encoded(FrameKind::Verb, QByteArray("[]")),
        hello + encoded(FrameKind::Verb, QByteArray("{\"arguments\":[7]}")),
        hello + encoded(FrameKind::Done, QByteArray("{\"exit\":0}")),
    };
    testing::SeededRandomness randomness(26);
    for (int i = 0; i < 200; ++i) {
        const QByteArray noise = (i % 2 == 0 ? hello : QByteArray());
        std::array<std::byte, 64> bytes = {};
        randomness.fill(bytes);
        attacks.append(noise + QByteArray(reinterpret_cast<const char *>(bytes.data()), bytes.size()));
    }
    for (const QByteArray &attack : attacks) {
        QLocalSocket socket;
        socket.connectToServer(m_path);
        socket.write(attack);
        socket.flush();
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
        m_holderClock.advance(StoreDoor::mannersMs);
        EXPECT_TRUE(becomesTrue([&] { return socket.state() == QLocalSocket::UnconnectedState; }))
            << attack.toHex().constData();
    }
    EXPECT_EQ(runs, 0);
    const auto ended = handOver(u"sale"_s);
    ASSERT_TRUE(hasEnded(ended));
    EXPECT_TRUE(*ended->outcome);
}

TEST_F(StoreDoorTest, APersonWhoPressesCtrlCIsHeard)
{
    Endless endless;
    const auto door = openDoor(endless.run());
    QLocalSocket socket;
    socket.connectToServer(m_path);
    command::HandedVerb verb;
    verb.arguments = {u"import"_s};
    socket.write(encoded(FrameKind::Hello, toJson(m_card)));
    socket.write(encoded(FrameKind::Verb, command::toJson(verb)));
    ASSERT_TRUE(becomesTrue([&] { return endless.visit != nullptr; }));
    EXPECT_FALSE(endless.visit->stopRequested());
    socket.write(encoded(FrameKind::Stop));
    EXPECT_TRUE(becomesTrue([&] { return endless.visit->stopRequested(); }));
    endless.end(130);
}

} // namespace
} // namespace crema::handover
