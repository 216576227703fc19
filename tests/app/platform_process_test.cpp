// SPDX-License-Identifier: GPL-3.0-or-later
// The real crema-platform as a child of this process.
#include "app/device/platform_process.h"

#include "sync/seams/system_clock.h"
#include "sync/seams/system_network.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>

#include <csignal>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

constexpr int patienceMs = 60'000;

void turnUntil(const std::function<bool()> &done)
{
    for (const QDeadlineTimer limit(patienceMs); !done() && !limit.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    ASSERT_TRUE(done());
}

template<class Value>
Value await(QCoro::Task<Value> task)
{
    std::optional<Value> value;
    const auto keep = [](QCoro::Task<Value> waited, std::optional<Value> *place) -> QCoro::Task<> {
        *place = co_await waited;
    };
    auto kept = keep(std::move(task), &value);
    turnUntil([&] { return value.has_value(); });
    return *value;
}

/// The pids of the processes whose command line names this folder.
QList<pid_t> processesOf(const QString &folder)
{
    QList<pid_t> found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        QFile file(u"/proc/%1/cmdline"_s.arg(entry));
        if (entry.toInt() > 0 && file.open(QIODevice::ReadOnly) && file.readAll().contains(folder.toUtf8()))
            found.append(entry.toInt());
    }
    return found;
}

NewShop newShop()
{
    return {u"Larkmoor --data=x"_s,     u"Harbour Street"_s,         u"IE"_s,  u"EUR"_s, u"13.5"_s, u"0"_s, u"Mina"_s,
            u"mina@larkmoor.example"_s, u"harbour walks at seven"_s, u"4711"_s};
}

class PlatformProcessTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        // What a test before left in the environment does not matter here.
        m_path = qgetenv("PATH");
        make();
    }
    void TearDown() override
    {
        qputenv("PATH", m_path);
        child.reset();
        // A server that was taken over is nobody's child: its files are gone a moment before it is.
        turnUntil([this] { return processesOf(folder.path()).isEmpty(); });
    }

    void make()
    {
        const PlatformProcess::Places places{qEnvironmentVariable("CREMA_BIN") + u"/crema-platform"_s,
                                             folder.filePath(u"demo"_s), folder.filePath(u"shop"_s)};
        child = std::make_unique<PlatformProcess>(places, clock, network,
                                                  [this](QByteArrayView line) { log += line.toByteArray() + '\n'; });
    }

    // In memory: making a cluster syncs a thousand files, and a busy disk would be most of the test.
    QTemporaryDir folder{u"/dev/shm/crema-test-XXXXXX"_s};
    sync::SystemClock clock;
    sync::SystemNetwork network;
    QByteArray log;
    std::unique_ptr<PlatformProcess> child;

private:
    QByteArray m_path;
};

TEST_F(PlatformProcessTest, MakesAShopServesItAndEndsIt)
{
    ASSERT_TRUE(await(child->createShop(newShop())));
    const Result<QUrl> address = await(child->start(LocalBusiness::Shop, 0));
    ASSERT_TRUE(address) << qPrintable(address.error().hint);
    EXPECT_EQ(address->host(), u"127.0.0.1"_s);
    EXPECT_EQ(await(child->start(LocalBusiness::Shop, 0)), *address) << "serving already is fine";
    const Result<QString> code = await(child->enrolCode(LocalBusiness::Shop));
    ASSERT_TRUE(code) << qPrintable(code.error().hint);
    EXPECT_EQ(code->size(), 9);
    EXPECT_EQ(await(child->createShop(newShop())).error().code, u"platform.shop_exists"_s);

    const QString file = folder.filePath(u"shop.backup"_s);
    EXPECT_TRUE(await(child->backUp(LocalBusiness::Shop, file)));
    EXPECT_EQ(await(child->backUp(LocalBusiness::Shop, u"/nowhere/b"_s)).error().code, u"platform.backup_write"_s);
    EXPECT_EQ(await(child->restore(file)).error().code, u"platform.shop_exists"_s);
    EXPECT_EQ(await(child->restore(u"/etc/hostname"_s)).error().code, u"platform.shop_exists"_s);

    child->stop();
    turnUntil([&] { return processesOf(folder.path()).isEmpty(); });
    EXPECT_FALSE(log.contains("Larkmoor"));
    EXPECT_FALSE(log.contains("mina@"));
}

TEST_F(PlatformProcessTest, TakesOverWhatAKilledOneLeftAndFindsAnotherPort)
{
    const Result<QUrl> first = await(child->start(LocalBusiness::Shop, 0));
    ASSERT_TRUE(first);
    bool hasEnded = false;
    QObject::connect(child.get(), &PlatformChild::ended, child.get(), [&] { hasEnded = true; });
    const QList<pid_t> before = processesOf(folder.filePath(u"shop"_s));
    for (const pid_t pid : before) {
        if (QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(pid)).endsWith(u"crema-platform"))
            ::kill(pid, SIGKILL);
    }
    turnUntil([&] { return hasEnded; });
    EXPECT_FALSE(processesOf(folder.filePath(u"shop"_s)).isEmpty()) << "its database is left";

    // Meanwhile somebody else took its port.
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress::LocalHost, static_cast<quint16>(first->port())));
    const Result<QUrl> second = await(child->start(LocalBusiness::Shop, static_cast<quint16>(first->port())));
    ASSERT_TRUE(second) << qPrintable(second.error().hint);
    EXPECT_NE(second->port(), first->port());
    EXPECT_TRUE(log.contains("cluster.taken_over"));
}

TEST_F(PlatformProcessTest, UsesThePlatformThatAnotherProgramRuns)
{
    const Result<QUrl> address = await(child->start(LocalBusiness::Shop, 0));
    ASSERT_TRUE(address);
    const auto owner = std::exchange(child, nullptr);
    make();
    const Result<QUrl> same = await(child->start(LocalBusiness::Shop, static_cast<quint16>(address->port())));
    ASSERT_TRUE(same) << qPrintable(same.error().message);
    EXPECT_EQ(*same, *address);
    child.reset();
    EXPECT_FALSE(processesOf(folder.path()).isEmpty()) << "it belongs to the other one";
}

TEST_F(PlatformProcessTest, SaysWhichPackageIsMissing)
{
    // No program of PostgreSQL is found: neither where Debian has them nor by pg_config.
    const Result<QUrl> served = [&] {
        qputenv("CREMA_POSTGRESQL_PROGRAMS", "/nowhere");
        const Result<QUrl> answer = await(child->start(LocalBusiness::Shop, 0));
        qunsetenv("CREMA_POSTGRESQL_PROGRAMS");
        return answer;
    }();
    ASSERT_FALSE(served);
    EXPECT_EQ(served.error().code, u"platform.no_database"_s);
    EXPECT_TRUE(served.error().hint.contains(u"apt install postgresql"_s)) << qPrintable(served.error().hint);
}

TEST_F(PlatformProcessTest, SaysThatTheProgramOrTheRoomIsMissing)
{
    PlatformProcess none({{}, folder.filePath(u"demo"_s), folder.filePath(u"shop"_s)}, clock, network, {});
    EXPECT_EQ(await(none.start(LocalBusiness::Sample, 0)).error().code, u"platform.missing"_s);
    EXPECT_EQ(await(none.createShop(newShop())).error().code, u"platform.missing"_s);
    PlatformProcess full(
        {qEnvironmentVariable("CREMA_BIN") + u"/crema-platform"_s, u"/proc/none/demo"_s, u"/proc/none/shop"_s}, clock,
        network, {});
    EXPECT_EQ(await(full.start(LocalBusiness::Shop, 0)).error().code, u"platform.disk"_s);
}

} // namespace
} // namespace crema
