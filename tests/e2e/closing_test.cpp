// SPDX-License-Identifier: GPL-3.0-or-later
// Story 10 with the real programs: shifts are closed while a sale is open, without a network, in the second in which
// something is sold, at UTC-3 and while the clocks go back. Every sale is in exactly one Z, which is there before
// anybody sees it.
#include "tests/e2e/demo_till.h"

#include <QDateTime>
#include <QFile>
#include <QSet>

#include <algorithm>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

class ClosingStory : public DemoTill
{
protected:
    void SetUp() override
    {
        DemoTill::SetUp();
        m_other = std::make_unique<Device>(m_folder.filePath(u"other"_s));
        ASSERT_TRUE(m_other->enrol(*m_platform));
        ASSERT_EQ(m_other->run(words("sync run --wait --timeout 60")).exitCode, 0);
        ASSERT_EQ(m_other->run(words("shift open --float 10000")).exitCode, 0);
    }

    /// A zone whose clocks go back by an hour in this moment.
    static QString zoneThatChangesNow()
    {
        const QDateTime summer = QDateTime::currentDateTimeUtc().addSecs(2 * 3600);
        // By the day of the year without the 29th of February, as POSIX counts it.
        const int day = QDate(2027, summer.date().month(), std::min(summer.date().day(), 28)).dayOfYear();
        return u"WIN-1SUM-2,J%1/0,J%2/%3"_s.arg(day == 1 ? 2 : 1).arg(day).arg(summer.time().toString(u"hh:mm:ss"_s));
    }

    /// From now on it is always this second for the programs of the device, where libfaketime is installed.
    static void stopClock(Device &device)
    {
        for (const auto *path : {"/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
                                 "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"}) {
            if (!QFile::exists(QString::fromLatin1(path)))
                continue;
            device.setVariable(u"LD_PRELOAD"_s, QString::fromLatin1(path));
            device.setVariable(u"FAKETIME"_s, QString::number(QDateTime::currentSecsSinceEpoch()));
            device.setVariable(u"FAKETIME_FMT"_s, u"%s"_s);
            device.setVariable(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
        }
    }

    static void startClock(Device &device)
    {
        device.setVariable(u"LD_PRELOAD"_s, {});
        device.setVariable(u"FAKETIME"_s, {});
    }

    QStringList sale(int pieces) const
    {
        return {u"sale"_s,     u"create"_s,
                u"--line"_s,   u"%1*%2"_s.arg(m_barcode).arg(pieces),
                u"--tender"_s, u"cash:%1"_s.arg(m_price * pieces),
                u"--json"_s};
    }

    /// The cash that lies in the drawer now, as whoever counts finds it.
    static QStringList closing(qint64 counted)
    {
        return {u"shift"_s, u"close"_s, u"--counted"_s, QString::number(counted), u"--json"_s};
    }

    void sell(const Device &device, int pieces)
    {
        const Finished sold = device.run(sale(pieces));
        ASSERT_EQ(sold.exitCode, 0) << sold.err.toStdString();
        m_sold.insert(sold.json().value(u"number"_s).toString());
    }

    static void openAgain(const Device &device)
    {
        const Finished opened = device.run(words("shift open --float 10000"));
        ASSERT_EQ(opened.exitCode, 0) << opened.err.toStdString();
    }

    /// Rings something up in the terminal and leaves it open.
    void leaveACartOpen(const Device &device) const
    {
        QProcess till;
        till.setProcessEnvironment(device.environment());
        till.start(program("crema"), {u"--linear"_s});
        till.write((m_barcode + u"\n"_s).toUtf8());
        till.closeWriteChannel();
        ASSERT_TRUE(till.waitForFinished(120'000));
        ASSERT_EQ(till.exitCode(), 0) << till.readAllStandardOutput().toStdString();
    }

    /// A closing whose answer goes where nothing can be written: nobody has seen the Z.
    static void closeUnseen(const Device &device, qint64 counted)
    {
        QProcess process;
        process.setProcessEnvironment(device.environment());
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(program("crema"), closing(counted));
        ASSERT_TRUE(process.waitForFinished(60'000));
    }

    /// The Z with this number, and how many of the sales belong to its shift.
    void expectZ(const Device &device, int number, qsizetype sales)
    {
        const Finished report = device.run({u"shift"_s, u"report"_s, u"--z"_s, QString::number(number), u"--json"_s});
        ASSERT_EQ(report.exitCode, 0) << number << ": " << report.err.toStdString();
        const QJsonObject z = report.json();
        EXPECT_EQ(z.value(u"number"_s).toInt(), number);
        EXPECT_EQ(z.value(u"sale_count"_s).toInt(), sales) << report.out.toStdString();
        EXPECT_TRUE(z.value(u"late"_s).toArray().isEmpty());
        const QJsonArray all = device.items(words("sale list"));
        qsizetype inShift = 0;
        for (const QJsonValue &value : all) {
            if (value.toObject().value(u"shift"_s) != z.value(u"shift"_s))
                continue;
            ++inShift;
            const QString receipt = value.toObject().value(u"number"_s).toString();
            EXPECT_TRUE(m_sold.contains(receipt)) << receipt.toStdString();
            EXPECT_FALSE(m_inZ.contains(receipt)) << receipt.toStdString() << " is in two of them";
            m_inZ.insert(receipt);
        }
        EXPECT_EQ(inShift, sales);
    }

    QByteArray reviews() const
    {
        QProcess process;
        process.start(program("crema-platform"), {u"review"_s, u"list"_s, u"--data"_s, m_folder.filePath(u"data"_s)});
        process.waitForFinished(60'000);
        return process.readAllStandardOutput();
    }

    std::unique_ptr<Device> m_other;
    QSet<QString> m_sold; ///< receipt numbers
    QSet<QString> m_inZ;
};

TEST_F(ClosingStory, EverySaleIsInExactlyOneZ)
{
    m_till->setVariable(u"TZ"_s, zoneThatChangesNow());
    m_other->setVariable(u"TZ"_s, u"<-03>3"_s);
    leaveACartOpen(*m_till);
    ASSERT_TRUE(m_platform->stop());

    // In one second: sold, closed, opened, sold.
    stopClock(*m_till);
    sell(*m_till, 1);
    const Finished first = m_till->run(closing(10000 + m_price));
    ASSERT_EQ(first.exitCode, 0) << first.err.toStdString();
    EXPECT_EQ(first.json().value(u"z"_s).toObject().value(u"number"_s).toInt(), 1);
    openAgain(*m_till);
    sell(*m_till, 2);
    closeUnseen(*m_till, 10000 + 2 * m_price);
    startClock(*m_till);

    // The network comes and goes while the other one closes.
    sell(*m_other, 3);
    ASSERT_TRUE(m_platform->start());
    const std::unique_ptr<QProcess> syncing = m_other->start(words("sync run --wait --timeout 4"));
    const std::unique_ptr<QProcess> closes = m_other->start(closing(10000 + 3 * m_price));
    m_platform->kill();
    ASSERT_TRUE(closes->waitForFinished(60'000));
    ASSERT_EQ(closes->exitCode(), 0) << closes->readAllStandardError().toStdString();
    ASSERT_TRUE(syncing->waitForFinished(60'000));

    ASSERT_TRUE(m_platform->start());
    for (const Device *device : {m_till.get(), m_other.get()}) {
        const Finished synced = device->run(words("sync run --wait --timeout 60"));
        ASSERT_EQ(synced.exitCode, 0) << synced.err.toStdString();
    }
    expectZ(*m_till, 1, 1);
    expectZ(*m_till, 2, 1);
    expectZ(*m_other, 1, 1);
    EXPECT_EQ(m_inZ, m_sold);
    const QByteArray wrong = reviews();
    EXPECT_FALSE(wrong.contains("shift.")) << wrong.toStdString();

    // The cart that was open is offered to who opens the next shift.
    openAgain(*m_till);
    QProcess till;
    till.setProcessEnvironment(m_till->environment());
    till.start(program("crema"), {u"--linear"_s});
    QByteArray said;
    while (!said.contains("RESUME SALE") && till.waitForReadyRead(20'000))
        said += till.readAllStandardOutput();
    till.closeWriteChannel();
    ASSERT_TRUE(till.waitForFinished(120'000));
    EXPECT_TRUE(said.contains("RESUME SALE")) << said.toStdString();
}

} // namespace
} // namespace crema::e2e
