// SPDX-License-Identifier: GPL-3.0-or-later
// The same sale in a real terminal (tmux, several kinds and sizes) and in the real window (Xvfb, mouse and keys).
#include "tests/e2e/demo_till.h"
#include "tests/e2e/desktop_pane.h"
#include "tests/e2e/terminal_pane.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThread>

namespace crema::e2e {
namespace {

class FacesTest : public DemoTill
{
protected:
    std::unique_ptr<TerminalPane> openTill(int columns, int rows, const char *term,
                                           const QProcessEnvironment &environment) const
    {
        auto pane =
            std::make_unique<TerminalPane>(columns, rows, QString::fromLatin1(term), program("crema"), environment);
        EXPECT_TRUE(pane->shows(QStringLiteral("Scan item"))) << pane->text().toStdString();
        return pane;
    }

    /// Two of the item for a note of fifty; the pane shows the change afterwards.
    void sell(const TerminalPane &pane) const
    {
        pane.type(QStringLiteral("2*"));
        pane.scan(m_barcode);
        ASSERT_TRUE(pane.shows(QStringLiteral("added."))) << pane.text().toStdString();
        payFifty(pane);
    }

    void payFifty(const TerminalPane &pane) const
    {
        pane.key(QStringLiteral("F4"));
        ASSERT_TRUE(pane.shows(QStringLiteral("1 Cash"))) << pane.text().toStdString();
        pane.type(QStringLiteral("1"));
        ASSERT_TRUE(pane.shows(QStringLiteral("Cash received"))) << pane.text().toStdString();
        pane.type(QStringLiteral("5000"));
        pane.key(QStringLiteral("Enter"));
        EXPECT_TRUE(pane.shows(QStringLiteral("CHANGE"))) << pane.text().toStdString();
    }
};

bool hasColours(const QByteArray &codes)
{
    static const QRegularExpression colour(QStringLiteral("\\x1b\\[([0-9]+;)*(3[0-8]|4[0-8]|9[0-7])(;[0-9]+)*m"));
    return colour.match(QString::fromUtf8(codes)).hasMatch();
}

bool isAscii(const QByteArray &bytes)
{
    return std::ranges::all_of(bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0x80) == 0; });
}

TEST_F(FacesTest, TheSameSaleInEveryTerminal)
{
    if (QStandardPaths::findExecutable(QStringLiteral("tmux")).isEmpty())
        GTEST_SKIP() << "tmux is not installed";
    const QProcessEnvironment usual = m_till->environment();
    // A sale that is not finished would be offered to each till after it.
    ASSERT_NO_FATAL_FAILURE(sell(*openTill(20, 16, "vt100", usual)));
    ASSERT_NO_FATAL_FAILURE(sell(*openTill(80, 24, "vt220", usual)));
    ASSERT_NO_FATAL_FAILURE(sell(*openTill(20, 16, "linux", usual)));

    const auto codesOfSale = [this](const QProcessEnvironment &environment) {
        const auto pane = openTill(80, 24, "xterm-256color", environment);
        sell(*pane);
        return pane->codes();
    };
    EXPECT_TRUE(hasColours(codesOfSale(usual))) << "else the next check proves nothing";
    const QByteArray mono = codesOfSale(with("NO_COLOR", "1"));
    EXPECT_FALSE(hasColours(mono)) << mono.toStdString();

    const auto plain = openTill(20, 16, "xterm-256color", with("LC_ALL", "C"));
    sell(*plain);
    EXPECT_TRUE(isAscii(plain->text().toUtf8())) << plain->text().toStdString();
    EXPECT_TRUE(plain->text().contains(QStringLiteral("EUR"))) << plain->text().toStdString();
    EXPECT_EQ(ownTotals(), QList<qint64>(6, 2 * m_price));
}

TEST_F(FacesTest, ASaleOutlivesThePowerCutAndTheResize)
{
    if (QStandardPaths::findExecutable(QStringLiteral("tmux")).isEmpty())
        GTEST_SKIP() << "tmux is not installed";
    {
        const auto pane = openTill(80, 24, "xterm-256color", m_till->environment());
        pane->type(QStringLiteral("3*"));
        pane->scan(m_barcode);
        ASSERT_TRUE(pane->shows(QStringLiteral("added."))) << pane->text().toStdString();
        pane->kill();
    }
    const TerminalPane pane(20, 16, QStringLiteral("vt100"), program("crema"), m_till->environment());
    ASSERT_TRUE(pane.shows(QStringLiteral("Resume sale"))) << pane.text().toStdString();
    EXPECT_TRUE(pane.text().contains(QString::number(3 * m_price / 100) + u'.'));
    pane.type(QStringLiteral("1"));
    ASSERT_TRUE(pane.shows(QStringLiteral("Scan item"))) << pane.text().toStdString();
    pane.type(QStringLiteral("abc"));
    pane.resize(80, 24);
    EXPECT_TRUE(pane.shows(QStringLiteral("> abc"))) << pane.text().toStdString();
    pane.resize(40, 12);
    EXPECT_TRUE(pane.shows(QStringLiteral("> abc"))) << pane.text().toStdString();
    pane.key(QStringLiteral("Escape"));
    payFifty(pane);
    EXPECT_EQ(ownTotals(), QList<qint64>{3 * m_price});
}

TEST_F(FacesTest, TwoHundredScansAtOnceAreTwoHundredItems)
{
    if (QStandardPaths::findExecutable(QStringLiteral("tmux")).isEmpty())
        GTEST_SKIP() << "tmux is not installed";
    const auto pane = openTill(80, 24, "xterm-256color", m_till->environment());
    pane->scanAtOnce(m_barcode, 200);
    EXPECT_TRUE(pane->shows(QStringLiteral("Items                    200"))) << pane->text().toStdString();
}

TEST_F(FacesTest, TheSameSaleInTheWindow)
{
    if (!DesktopPane::isPossible())
        GTEST_SKIP() << "Xvfb, xdotool, dbus-daemon or at-spi2-core is not installed";
    const QString desk = m_folder.filePath(QStringLiteral("desk"));
    QDir().mkpath(desk);
    DesktopPane window(desk);
    ASSERT_TRUE(window.start(m_till->environment())) << window.screen();
    // A tile, twice by mouse; then the keyboard pays exactly and takes the money.
    ASSERT_TRUE(window.click(QStringLiteral("Cinnamon knot, 3.20"))) << window.screen();
    ASSERT_TRUE(window.shows(QStringLiteral("Pay 3.20"))) << window.screen();
    ASSERT_TRUE(window.click(QStringLiteral("Cinnamon knot, 3.20"))) << window.screen();
    ASSERT_TRUE(window.shows(QStringLiteral("Pay 6.40"))) << window.screen();
    window.keys({QStringLiteral("F12")});
    ASSERT_TRUE(window.hasFocusOn(QStringLiteral("Cash received"))) << window.screen();
    // Any sooner it would be the second half of a double press (TillPresenter::doublePressMs).
    QThread::msleep(500);
    window.keys({QStringLiteral("F12")});
    ASSERT_TRUE(window.shows(QStringLiteral("is saved."))) << window.screen();
    EXPECT_EQ(ownTotals(), QList<qint64>{640});
    window.terminate();
}

} // namespace
} // namespace crema::e2e
