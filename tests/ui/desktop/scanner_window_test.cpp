// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desktop/window_fixture.h"

#include <QLabel>

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

} // namespace
} // namespace crema::testing
