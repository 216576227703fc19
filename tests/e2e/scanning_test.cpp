// SPDX-License-Identifier: GPL-3.0-or-later
// "Slow or deaf till" (product.md, failure 9): the real window over 100,000 products with 300,000 barcodes, while
// another verb writes and a sync sends and fetches. Scans come as a wedge sends them, through the display.
#include "tests/e2e/demo_till.h"
#include "tests/e2e/desktop_pane.h"
#include "tests/e2e/large_catalog.h"

#include <QDir>
#include <QElapsedTimer>
#include <QThread>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

constexpr int products = 100'000; ///< three barcodes each
constexpr int importMs = 300'000;
constexpr int importedMeanwhile = 1'500;
constexpr int scansInABurst = 40;
constexpr int burstMs = 20'000;

const QString ean = u"4006381333931"_s;
const QString other = u"5901234123457"_s;
const QString upc = u"036000291452"_s;

/// One scan as steps of xdotool: the characters 4 ms apart, then a key.
QStringList scanOf(const QString &code, const QString &end = u"Return"_s)
{
    QStringList steps;
    const QStringList parts = code.split(u'\u001d');
    for (qsizetype part = 0; part < parts.size(); ++part) {
        if (part > 0)
            steps << u"key"_s << u"--delay"_s << u"4"_s << u"ctrl+bracketright"_s;
        steps << u"type"_s << u"--args"_s << u"1"_s << u"--delay"_s << u"4"_s << parts.at(part);
    }
    if (!end.isEmpty())
        steps << u"key"_s << end;
    return steps;
}

QStringList press(const QString &key)
{
    return {u"key"_s, u"--clearmodifiers"_s, key, u"sleep"_s, u"0.15"_s};
}

QStringList pause(const QString &seconds)
{
    return {u"sleep"_s, seconds};
}

class ScanningTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!DesktopPane::isPossible())
            GTEST_SKIP() << "Xvfb, xdotool, dbus-daemon or at-spi2-core is not installed";
        m_platform = std::make_unique<PlatformProcess>(m_folder.path());
        ASSERT_TRUE(m_platform->start());
        m_till = std::make_unique<Device>(m_folder.filePath(u"till"_s));
        ASSERT_TRUE(m_till->enrol(*m_platform));
        ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);
        const QString mine =
            csv(u"mine.csv"_s, u"Scanned one,%1\nScanned two,%2\nScanned three,0%3\n"_s.arg(ean, other, upc));
        ASSERT_EQ(m_till->run({u"product"_s, u"import"_s, mine, u"--default-price"_s, u"100"_s}).exitCode, 0);
        ASSERT_EQ(m_till->run(words("shift open --float 10000")).exitCode, 0);
        ASSERT_TRUE(layLargeCatalog(m_folder.filePath(u"till"_s), products));
        const QString desk = m_folder.filePath(u"desk"_s);
        QDir().mkpath(desk);
        m_window = std::make_unique<DesktopPane>(desk);
        ASSERT_TRUE(m_window->start(m_till->environment())) << m_window->screen();
    }

    QString csv(const QString &name, const QString &rows) const
    {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("name,barcode\n" + rows.toUtf8());
        return file.fileName();
    }

    /// Rows whose codes nobody scans.
    QString manyRows() const
    {
        QString rows;
        for (int row = 0; row < importedMeanwhile; ++row)
            rows += u"Written meanwhile %1,MEANWHILE-%1\n"_s.arg(row);
        return rows;
    }

    void scan(const QString &code, const QString &end = u"Return"_s) const { m_window->send(scanOf(code, end)); }

    /// What cannot be taken is said, and fills no field.
    void refuse(int lines)
    {
        // Half a code, then the whole one.
        scan(ean.left(9), {});
        EXPECT_TRUE(m_window->shows(u"Only a part of a code came"_s)) << m_window->screen();
        scan(ean);
        EXPECT_TRUE(m_window->shows(u"Pay %1.00"_s.arg(lines + 1))) << m_window->screen();
        // Nobody knows it.
        scan(u"7622210000019"_s);
        EXPECT_TRUE(m_window->shows(u"7622210000019"_s)) << m_window->screen();
        m_window->send(press(u"Escape"_s));
        // In a dialog, also one that opens just now.
        m_window->send(QStringList{u"key"_s, u"alt+m"_s} + scanOf(ean) + pause(u"0.5"_s));
        EXPECT_TRUE(m_window->showsOneOf({u"was not taken"_s, u"Pay %1.00"_s.arg(lines + 2)})) << m_window->screen();
        const QString amount = m_window->typed();
        EXPECT_FALSE(amount.contains(u"4006"_s)) << "the amount is what a person types";
        scan(other);
        EXPECT_TRUE(m_window->shows(u"so the code %1 was not taken"_s.arg(other))) << m_window->screen();
        EXPECT_EQ(m_window->typed(), amount);
        m_window->send(press(u"Escape"_s));
    }

    QTemporaryDir m_folder{u"/dev/shm/crema-test-XXXXXX"_s};
    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<Device> m_till;
    std::unique_ptr<DesktopPane> m_window;
};

TEST_F(ScanningTest, FortyScansInTwentySecondsWhereverTheFocusIs)
{
    const std::unique_ptr<QProcess> import =
        m_till->start({u"product"_s, u"import"_s, csv(u"many.csv"_s, manyRows()), u"--default-price"_s, u"100"_s});
    // Where a person may be when the hand is faster than the eye; the scan leads to the till from everywhere.
    const QList<QStringList> places{{},
                                    press(u"F2"_s),
                                    press(u"alt+2"_s),
                                    press(u"ctrl+shift+d"_s),
                                    press(u"ctrl+comma"_s),
                                    press(u"ctrl+shift+k"_s) + press(u"F2"_s),
                                    press(u"F3"_s) + press(u"Escape"_s),
                                    press(u"F1"_s) + press(u"Escape"_s)};
    const QString gs1 = u"010400638133393110A12\u001d172612012177"_s;
    const QList<QStringList> codes{scanOf(ean),
                                   scanOf(other, u"Tab"_s),
                                   scanOf(upc),
                                   scanOf(u"]E0"_s + ean),
                                   scanOf(u"]C1"_s + gs1),
                                   scanOf(u"0"_s + upc),
                                   scanOf(gs1),
                                   scanOf(ean) + scanOf(other)};
    int lines = 0;
    QStringList steps;
    for (int scan = 0; scan < scansInABurst; ++scan) {
        // Each code is read at each place in the course of the burst.
        const qsizetype code = (scan + scan / places.size()) % codes.size();
        steps += places.at(scan % places.size()) + codes.at(code) + pause(u"0.22"_s);
        lines += code == codes.size() - 1 ? 2 : 1;
    }
    QElapsedTimer timer;
    timer.start();
    m_window->send(steps);
    EXPECT_LT(timer.elapsed(), 2 * burstMs) << "else the scans came too slowly to prove anything";
    EXPECT_TRUE(m_window->shows(u"Pay %1.00"_s.arg(lines))) << m_window->screen();
    // What was scanned while the search had the focus stands nowhere.
    m_window->send(press(u"F2"_s));
    EXPECT_EQ(m_window->typed(), QString());
    m_window->send(press(u"Escape"_s));
    m_window->keys({u"F12"_s});
    ASSERT_TRUE(m_window->hasFocusOn(u"Cash received"_s)) << m_window->screen();
    const QString due = m_window->typed();
    scan(ean);
    QThread::msleep(500);
    EXPECT_EQ(m_window->typed(), due) << "a code is no amount";
    m_window->send(press(u"Escape"_s));
    ASSERT_NO_FATAL_FAILURE(refuse(lines));
    EXPECT_TRUE(m_window->isRunning());
    EXPECT_TRUE(import->waitForFinished(importMs));
    EXPECT_EQ(import->exitCode(), 0) << import->readAllStandardError().toStdString();
}

} // namespace
} // namespace crema::e2e
