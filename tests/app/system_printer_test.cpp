// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/system_printer.h"
#include "tests/app/fake_printer.h"

#include <QCoroTask>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace crema {

namespace {

using namespace Qt::StringLiterals;
using testing::FakePrinter;

constexpr PrinterPatience shortPatience{.connectMs = 1'000, .writeMs = 1'000, .answerMs = 600};

class SystemPrinterTest : public ::testing::Test
{
protected:
    [[nodiscard]] Result<void> print(const QByteArray &bytes, bool waitsForAnswer = false)
    {
        return print(address(), bytes, waitsForAnswer);
    }
    [[nodiscard]] Result<void> print(const PrinterAddress &place, const QByteArray &bytes, bool waitsForAnswer = false)
    {
        return QCoro::waitFor(printer.print({place, bytes, waitsForAnswer}));
    }
    [[nodiscard]] PrinterAddress address() const { return {PrinterAddress::Way::Network, u"127.0.0.1"_s, fake.port()}; }

    FakePrinter fake;
    SystemPrinter printer{shortPatience};
};

TEST_F(SystemPrinterTest, SendsAllOfItByTcp)
{
    const QByteArray bytes(20'000, 'x');
    ASSERT_TRUE(print(bytes));
    EXPECT_EQ(fake.whole(), QList<QByteArray>{bytes});
}

TEST_F(SystemPrinterTest, HearsThatItIsOnPaper)
{
    ASSERT_TRUE(print("a receipt", true));
    EXPECT_EQ(fake.whole(), QList<QByteArray>{"a receipt"});
}

TEST_F(SystemPrinterTest, DoesNotKnowWhatAPrinterThatIsSilentDid)
{
    fake.answer(false);
    const Result<void> printed = print("a receipt", true);
    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().code, u"printer.unclear"_s);
}

TEST_F(SystemPrinterTest, KnowsThatAPrinterStoppedInTheMiddle)
{
    fake.dieAfter(1'000);
    for (const bool waitsForAnswer : {false, true}) {
        const Result<void> printed = print(QByteArray(5'000, 'x'), waitsForAnswer);
        ASSERT_FALSE(printed);
        EXPECT_EQ(printed.error().code, u"printer.cut_off"_s);
    }
    EXPECT_TRUE(fake.whole().isEmpty());
}

TEST_F(SystemPrinterTest, SaysWhereNobodyAnswers)
{
    fake.switchOn(false);
    const Result<void> printed = print("a receipt");
    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().code, u"printer.unreachable"_s);
    EXPECT_TRUE(printed.error().message.contains(QString::number(fake.port())));
}

TEST_F(SystemPrinterTest, WritesToADeviceFileAndNeverMakesOne)
{
    QTemporaryDir folder;
    QFile device(folder.filePath(u"lp0"_s));
    ASSERT_TRUE(device.open(QIODevice::WriteOnly));
    device.close();
    ASSERT_TRUE(print({PrinterAddress::Way::DeviceFile, device.fileName(), 0}, "a receipt"));
    ASSERT_TRUE(device.open(QIODevice::ReadOnly));
    EXPECT_EQ(device.readAll(), "a receipt");
    const QString gone = folder.filePath(u"lp1"_s);
    EXPECT_FALSE(print({PrinterAddress::Way::DeviceFile, gone, 0}, "a receipt"));
    EXPECT_FALSE(QFile::exists(gone));
}

TEST_F(SystemPrinterTest, GivesRawBytesToAQueue)
{
    QTemporaryDir folder;
    QFile lp(folder.filePath(u"lp"_s));
    ASSERT_TRUE(lp.open(QIODevice::WriteOnly));
    lp.write("#!/bin/sh\n[ \"$3\" = Broken ] && { echo no such queue >&2; exit 1; }\n"
             "{ echo \"$@\"; cat; } > " +
             folder.path().toUtf8() + "/out\n");
    lp.close();
    ASSERT_TRUE(lp.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", folder.path().toUtf8() + ':' + path);
    EXPECT_TRUE(print({PrinterAddress::Way::Queue, u"Receipts"_s, 0}, "a receipt"));
    QFile out(folder.filePath(u"out"_s));
    ASSERT_TRUE(out.open(QIODevice::ReadOnly));
    EXPECT_EQ(out.readAll(), "-s -d Receipts -o raw\na receipt");
    const Result<void> refused = print({PrinterAddress::Way::Queue, u"Broken"_s, 0}, "a receipt");
    qputenv("PATH", path);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains(u"no such queue"_s)) << qPrintable(refused.error().message);
}

TEST(PrinterAddress, IsReadAsPeopleTypeIt)
{
    const auto read = [](const char *text) {
        const Result<PrinterAddress> address = PrinterAddress::fromText(QString::fromLatin1(text));
        return address ? address->toString() : address.error().code;
    };
    EXPECT_EQ(read(" 192.168.1.50 "), u"192.168.1.50:9100"_s);
    EXPECT_EQ(read("printer.local:9101"), u"printer.local:9101"_s);
    EXPECT_EQ(read("[fe80::1]"), u"[fe80::1]:9100"_s);
    EXPECT_EQ(read("[fe80::1]:9102"), u"[fe80::1]:9102"_s);
    EXPECT_EQ(read("/dev/usb/lp0"), u"/dev/usb/lp0"_s);
    EXPECT_EQ(read("cups:Receipts"), u"cups:Receipts"_s);
    for (const char *wrong : {"", "a b", "host:x", "host:70000", "cups:", "cups:-d", "[fe80::1", "http://x"})
        EXPECT_EQ(read(wrong), u"printer.address"_s) << wrong;
}

} // namespace
} // namespace crema
