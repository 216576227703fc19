// SPDX-License-Identifier: GPL-3.0-or-later
// The real QSerialPort at the slave of a pseudo terminal, whose master sends what a scanner would.
#include "app/desktop/example/memory_preferences.h"
#include "app/device/system_serial_line.h"
#include "sync/seams/system_clock.h"
#include "ui/presenters/scanner/serial_scanner.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

constexpr int patienceMs = 10'000;

/// What is plugged in.
class PseudoScanner
{
public:
    PseudoScanner() : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC))
    {
        EXPECT_GE(m_master, 0);
        EXPECT_EQ(::grantpt(m_master), 0);
        EXPECT_EQ(::unlockpt(m_master), 0);
    }
    ~PseudoScanner() { ::close(m_master); }
    PseudoScanner(const PseudoScanner &) = delete;
    PseudoScanner &operator=(const PseudoScanner &) = delete;

    [[nodiscard]] QString path() const
    {
        std::array<char, 128> name{};
        EXPECT_EQ(::ptsname_r(m_master, name.data(), name.size()), 0);
        return QString::fromLocal8Bit(name.data());
    }

    /// Waits with the event loop while the line is full.
    void send(QByteArray bytes) const
    {
        for (int tries = 0; !bytes.isEmpty() && tries < patienceMs; ++tries) {
            const ssize_t taken = ::write(m_master, bytes.constData(), static_cast<size_t>(bytes.size()));
            if (taken > 0)
                bytes.remove(0, taken);
            QTest::qWait(1);
        }
        EXPECT_TRUE(bytes.isEmpty());
    }

private:
    int m_master;
};

class PortTest : public ::testing::Test
{
protected:
    PortTest() : path(folder.filePath(u"scanner"_s))
    {
        QObject::connect(&scanner, &SerialScanner::scanned, &scanner,
                         [this](const QString &code) { codes.append(code); });
        QObject::connect(&scanner, &SerialScanner::refused, &scanner,
                         [this](const Problem &problem) { refusals.append(problem.code); });
    }

    /// Under the same name each time, as udev does below /dev/serial/by-id.
    void plugIn()
    {
        plugged = std::make_unique<PseudoScanner>();
        QFile::remove(path);
        ASSERT_TRUE(QFile::link(plugged->path(), path));
    }

    void begin(SerialEnding ending)
    {
        scanner.start();
        ASSERT_TRUE(scanner.set({.path = path, .ending = ending, .gapMs = 300}));
    }

    template<class Condition>
    [[nodiscard]] static bool comes(Condition condition)
    {
        return QTest::qWaitFor(condition, patienceMs);
    }

    QTemporaryDir folder;
    QString path;
    std::unique_ptr<PseudoScanner> plugged;
    sync::SystemClock clock;
    desktop::MemoryPreferences preferences;
    SystemSerialLine line;
    SerialScanner scanner{line, clock, preferences};
    QStringList codes;
    QStringList refusals;
};

TEST_F(PortTest, CodesComeInABurstAndInPiecesWithEachEnding)
{
    const std::pair<SerialEnding, QByteArray> endings[] = {
        {SerialEnding::CarriageReturn, "\r"}, {SerialEnding::LineFeed, "\n"}, {SerialEnding::Both, "\r\n"}};
    plugIn();
    for (const auto &[ending, bytes] : endings) {
        codes.clear();
        begin(ending);
        ASSERT_TRUE(scanner.isOpen()) << qPrintable(scanner.stateText());
        plugged->send("4006381333931" + bytes + "96385074" + bytes + "59012");
        plugged->send("34123457" + bytes);
        EXPECT_TRUE(comes([this] { return codes.size() == 3; })) << bytes.toHex().constData();
        EXPECT_EQ(codes, QStringList({u"4006381333931"_s, u"96385074"_s, u"5901234123457"_s}));
    }
    EXPECT_TRUE(refusals.isEmpty());
}

TEST_F(PortTest, WithoutAnEndingThePauseEndsACode)
{
    plugIn();
    begin(SerialEnding::Nothing);
    plugged->send("010400638133393110A12\x1d"
                  "17261201");
    ASSERT_TRUE(comes([this] { return codes.size() == 1; }));
    EXPECT_EQ(codes.first(), u"010400638133393110A12\u001d17261201"_s);
}

TEST_F(PortTest, HalfACodeAndGarbageAreRefused)
{
    plugIn();
    begin(SerialEnding::CarriageReturn);
    plugged->send("40063");
    EXPECT_TRUE(comes([this] { return refusals == QStringList{u"serial.part"_s}; }));
    refusals.clear();
    plugged->send("\xff\x9c\x80\xe1\r");
    EXPECT_TRUE(comes([this] { return refusals == QStringList{u"serial.garbled"_s}; }));
    EXPECT_TRUE(codes.isEmpty());
}

TEST_F(PortTest, AFloodIsBounded)
{
    plugIn();
    begin(SerialEnding::CarriageReturn);
    plugged->send(QByteArray(50'000, '7') + '\r' + QByteArray("96385074\r").repeated(1'000));
    EXPECT_TRUE(comes([this] { return refusals.contains(u"serial.flood"_s); }));
    EXPECT_EQ(refusals.count(u"serial.too_long"_s), 1);
    EXPECT_LT(codes.size(), 500);
}

TEST_F(PortTest, WhatWasPulledOutIsTakenAgain)
{
    begin(SerialEnding::CarriageReturn);
    ASSERT_TRUE(scanner.problem());
    EXPECT_EQ(scanner.problem()->code, u"serial.absent"_s);
    for (int times = 0; times < 2; ++times) {
        plugIn();
        ASSERT_TRUE(comes([this] { return scanner.isOpen(); })) << qPrintable(scanner.stateText());
        plugged->send("96385074\r");
        EXPECT_TRUE(comes([this, times] { return codes.size() == times + 1; }));
        plugged.reset();
        EXPECT_TRUE(comes([this] { return scanner.problem().has_value(); }));
        EXPECT_EQ(scanner.problem()->code, u"serial.absent"_s) << qPrintable(scanner.stateText());
    }
}

TEST_F(PortTest, WhatWasScannedWhileNobodyListenedIsNotSold)
{
    plugIn();
    begin(SerialEnding::CarriageReturn);
    ASSERT_TRUE(scanner.set({}));
    plugged->send("4006381333931\r");
    begin(SerialEnding::CarriageReturn);
    plugged->send("96385074\r");
    EXPECT_TRUE(comes([this] { return !codes.isEmpty(); }));
    EXPECT_EQ(codes, QStringList{u"96385074"_s});
}

TEST_F(PortTest, WhoeverHoldsThePortIsNamedAndItIsTakenOnceItIsFree)
{
    plugIn();
    begin(SerialEnding::CarriageReturn);
    ASSERT_TRUE(scanner.isOpen());
    SystemSerialLine otherLine;
    SerialScanner other(otherLine, clock, preferences);
    other.start();
    ASSERT_TRUE(other.problem());
    EXPECT_EQ(other.problem()->code, u"serial.busy"_s);
    EXPECT_TRUE(other.problem()->message.contains(QString::number(::getpid()))) << qPrintable(other.stateText());
    EXPECT_TRUE(scanner.look());
    EXPECT_FALSE(other.look());
    ASSERT_TRUE(scanner.set({}));
    EXPECT_TRUE(comes([&other] { return other.isOpen(); })) << qPrintable(other.stateText());
}

TEST_F(PortTest, AFileIsNoPortAndOneOfOthersNamesTheGroup)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    begin(SerialEnding::CarriageReturn);
    ASSERT_TRUE(scanner.problem());
    EXPECT_EQ(scanner.problem()->code, u"serial.failed"_s) << qPrintable(scanner.stateText());
    if (::geteuid() == 0)
        GTEST_SKIP() << "nothing is forbidden to root";
    ASSERT_TRUE(file.setPermissions({}));
    EXPECT_EQ(scanner.look().error().code, u"serial.forbidden"_s);
    EXPECT_TRUE(scanner.look().error().hint.contains(u"dialout"_s));
}

} // namespace
} // namespace crema
