// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desktop/window_fixture.h"
#include "tests/ui/testing/told_serial_line.h"
#include "ui/presenters/scanner/serial_scanner.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace crema::testing {
namespace {

class ScannerWindowTest : public WindowTest
{
protected:
    void send(const QString &text, std::int64_t gapMs)
    {
        for (const QChar letter : text) {
            QTest::keyClick(focus(), letter.toLatin1());
            till.clock.advance(gapMs);
        }
        QTest::keyClick(focus(), Qt::Key_Return);
        till.clock.advance(1000);
        settle();
    }

    void goTo(const char *area)
    {
        till.shop.shell.go({QString::fromLatin1(area), {}});
        settle();
    }
};

TEST_F(ScannerWindowTest, ASlowScannerWithASignInFrontIsLearnedAndSellsThen)
{
    send(QStringLiteral("~4006381333931"), 45);
    EXPECT_TRUE(till.presenter.lines().isEmpty()) << "too slow to be told from typing";
    press(Qt::Key_Escape);
    goTo("scanner");
    click("scannerBegin");
    for (int scan = 0; scan < 3; ++scan)
        send(QStringLiteral("~4006381333931"), 45);
    EXPECT_EQ(till.shop.scanner.setup().prefix, QStringLiteral("~"));
    EXPECT_TRUE(till.presenter.lines().isEmpty()) << "nothing is sold while it is taught";
    goTo("till");
    send(QStringLiteral("~4006381333931"), 45);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_TRUE(till.presenter.entryText().isEmpty());
}

TEST_F(ScannerWindowTest, AScanOnThePageIsShownElementByElement)
{
    goTo("scanner");
    scan(QStringLiteral("010400638133393110A12"));
    ASSERT_TRUE(find("scannerReading")->isVisible());
    const QList<QLabel *> labels = find("scannerReading")->findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text() == QLatin1String("A12"); }));
    EXPECT_TRUE(till.presenter.lines().isEmpty());
}

class SerialWindowTest : public ScannerWindowTest
{
protected:
    SerialWindowTest()
    {
        window.followSerial(serial);
        serial.start();
    }

    void plugIn()
    {
        SerialSetup setup;
        setup.path = QStringLiteral("/dev/ttyACM0");
        ASSERT_TRUE(serial.set(setup));
    }

    void scanSerial(const QByteArray &bytes)
    {
        line.send(bytes);
        till.clock.advance(1000);
        settle();
    }

    ToldSerialLine line;
    SerialScanner serial{line, till.clock, till.preferences};
};

TEST_F(SerialWindowTest, ASerialCodeIsSoldWhateverHasTheFocusAndLeavesNothingThere)
{
    plugIn();
    auto *field = new QLineEdit(QStringLiteral("oat"), &window);
    field->setGeometry(200, 200, 400, 40);
    field->show();
    field->setFocus();
    settle();
    scanSerial("4006381333931\r");
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(field->text(), QStringLiteral("oat"));
    delete field;
    goTo("catalog");
    scanSerial("40063");
    EXPECT_EQ(till.presenter.lines().size(), 1) << "half a code sells nothing";
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("1"));
}

TEST_F(SerialWindowTest, ALockedTillTakesNoSerialCode)
{
    plugIn();
    till.shop.lock.lock();
    settle();
    scanSerial("4006381333931\r");
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_TRUE(find("lockOverlay")->isVisible());
}

TEST_F(SerialWindowTest, ThePageSetsThePortSaysHowItIsAndShowsWhatCame)
{
    goTo("scanner");
    EXPECT_EQ(find<QLabel>("serialState")->text(), QStringLiteral("No serial scanner is set."));
    auto *path = find<QLineEdit>("serialPath");
    path->setText(QStringLiteral("ttyACM0"));
    find<QPushButton>("serialSave")->click();
    EXPECT_FALSE(serial.setup().isSet());
    auto *ports = find<QComboBox>("serialPorts");
    ASSERT_EQ(ports->count(), 1);
    Q_EMIT ports->activated(0);
    find<QPushButton>("serialSave")->click();
    EXPECT_EQ(line.path, QStringLiteral("/dev/serial/by-id/usb-Scanner-if00"));
    EXPECT_EQ(find<QLabel>("serialState")->text(), QStringLiteral("The serial scanner is connected."));
    scanSerial("4006381333931\r");
    EXPECT_TRUE(find("scannerReading")->isVisible());
    EXPECT_TRUE(till.presenter.lines().isEmpty()) << "nobody sells from here";
    line.refusal = absentPort();
    line.breakOff();
    till.clock.advance(SerialScanner::momentMs);
    EXPECT_EQ(find<QLabel>("serialState")->text(), absentPort().message);
    find<QPushButton>("serialNone")->click();
    EXPECT_FALSE(serial.setup().isSet());
}

} // namespace
} // namespace crema::testing
