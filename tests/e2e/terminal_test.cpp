// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the full-screen app when its terminal goes, comes back at another size, or knows few characters.
#include "tests/e2e/demo_till.h"
#include "tests/e2e/terminal_pane.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace crema::e2e {
namespace {

bool isAscii(const QByteArray &bytes)
{
    return std::ranges::all_of(bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0x80) == 0; });
}

class TerminalTest : public DemoTill
{
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("tmux")).isEmpty())
            GTEST_SKIP() << "tmux is not installed";
        DemoTill::SetUp();
    }

    QString tillHome() const { return m_folder.filePath(QStringLiteral("till")); }

    /// Three of the item, in the cart of a till of 80 columns.
    void scanThree(const TerminalPane &pane) const
    {
        ASSERT_TRUE(pane.shows(QStringLiteral("Scan item"))) << pane.text().toStdString();
        pane.type(QStringLiteral("3*"));
        pane.scan(m_barcode);
        ASSERT_TRUE(pane.shows(QStringLiteral("Items                      3"))) << pane.text().toStdString();
    }

    /// Every byte that the program writes to its terminal until items are listed. `before` is the beginning of
    /// a command line that ends with the program.
    QByteArray bytesOf(const QString &before, const QString &prompt) const
    {
        const QString file = m_folder.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
        {
            const TerminalPane pane(
                80, 24, QStringLiteral("xterm-256color"),
                QStringLiteral("sh -c 'echo ready; read start; exec %1 %2'").arg(before, program("crema")),
                m_till->environment());
            EXPECT_TRUE(pane.shows(QStringLiteral("ready")));
            pane.record(file);
            pane.key(QStringLiteral("Enter"));
            EXPECT_TRUE(pane.shows(prompt)) << pane.text().toStdString();
            pane.type(QStringLiteral("/cappuccino"));
            pane.key(QStringLiteral("Enter"));
            EXPECT_TRUE(pane.shows(QStringLiteral("Cappuccino"))) << pane.text().toStdString();
        }
        EXPECT_TRUE(noProgramStaysAt(tillHome())) << programsAt(tillHome()).join(u' ').toStdString();
        QFile bytes(file);
        EXPECT_TRUE(bytes.open(QIODevice::ReadOnly));
        return bytes.readAll();
    }
};

TEST_F(TerminalTest, AClosedTerminalEndsTheProgramAndKeepsTheSale)
{
    {
        const TerminalPane pane(80, 24, QStringLiteral("xterm-256color"), program("crema"), m_till->environment());
        ASSERT_NO_FATAL_FAILURE(scanThree(pane));
    }
    EXPECT_TRUE(noProgramStaysAt(tillHome())) << programsAt(tillHome()).join(u' ').toStdString();
    const TerminalPane pane(40, 12, QStringLiteral("xterm-256color"), program("crema"), m_till->environment());
    ASSERT_TRUE(pane.shows(QStringLiteral("Resume sale"))) << pane.text().toStdString();
    EXPECT_TRUE(pane.text().contains(QString::number(3 * m_price / 100) + u'.')) << pane.text().toStdString();
    EXPECT_TRUE(ownTotals().isEmpty());
}

TEST_F(TerminalTest, ReattachedAtAnotherSizeItIsDrawnAnewWithWhatWasTyped)
{
    const QString server = QUuid::createUuid().toString(QUuid::WithoutBraces);
    // A terminal multiplexer in a terminal: what closes is the terminal around it.
    const QString tmux = QStringLiteral("env -u TMUX tmux -L %1 -f /dev/null ").arg(server);
    {
        const TerminalPane pane(80, 25, QStringLiteral("xterm-256color"),
                                tmux +
                                    QStringLiteral("new-session -s till %1 ';' set status off").arg(program("crema")),
                                m_till->environment());
        ASSERT_NO_FATAL_FAILURE(scanThree(pane));
        pane.type(QStringLiteral("abc"));
        ASSERT_TRUE(pane.shows(QStringLiteral("> abc"))) << pane.text().toStdString();
    }
    for (const auto &[columns, rows] : {std::pair{40, 12}, std::pair{20, 16}, std::pair{100, 30}}) {
        const TerminalPane pane(columns, rows, QStringLiteral("xterm-256color"),
                                tmux + QStringLiteral("attach-session -t till"), m_till->environment());
        ASSERT_TRUE(pane.isFilled(columns, rows)) << pane.text().toStdString();
        EXPECT_TRUE(pane.text().contains(QStringLiteral("> abc"))) << pane.text().toStdString();
        EXPECT_TRUE(pane.text().startsWith(QStringLiteral("TILL"))) << pane.text().toStdString();
        EXPECT_TRUE(pane.text().contains(QStringLiteral("Cappuccino"))) << pane.text().toStdString();
        EXPECT_TRUE(pane.text().contains(QStringLiteral("Total"))) << pane.text().toStdString();
    }
    const TerminalPane last(80, 24, QStringLiteral("xterm-256color"), tmux + QStringLiteral("kill-server"),
                            m_till->environment());
    EXPECT_TRUE(noProgramStaysAt(tillHome())) << programsAt(tillHome()).join(u' ').toStdString();
}

TEST_F(TerminalTest, ALocaleWithoutUtf8GetsNothingButItsOwnCharacters)
{
    EXPECT_FALSE(isAscii(bytesOf({}, QStringLiteral("Scan item")))) << "else the next checks prove nothing";
    EXPECT_TRUE(isAscii(bytesOf(QStringLiteral("env LC_ALL=C"), QStringLiteral("Scan item"))));
    // A locale that is not on this computer is one of ASCII.
    EXPECT_TRUE(isAscii(bytesOf(QStringLiteral("env LC_ALL=xx_XX.ISO-8859-1"), QStringLiteral("Scan item"))));
}

TEST_F(TerminalTest, ALatin1LocaleGetsLatin1)
{
    QProcess localedef;
    const QString locales = m_folder.filePath(QStringLiteral("locales"));
    QDir().mkpath(locales);
    localedef.start(QStringLiteral("localedef"), words("--no-archive -i de_DE -f ISO-8859-1") +
                                                     QStringList{locales + QStringLiteral("/de_DE.ISO-8859-1")});
    if (!localedef.waitForFinished(60'000) || localedef.exitStatus() != QProcess::NormalExit ||
        localedef.exitCode() > 1)
        GTEST_SKIP() << "no locale of ISO-8859-1 can be made here";
    const QByteArray bytes =
        bytesOf(QStringLiteral("env LOCPATH=%1 LC_ALL=de_DE.ISO-8859-1").arg(locales), QStringLiteral("scannen"));
    EXPECT_TRUE(bytes.contains("Zur\xFC"
                               "ck"))
        << bytes.toStdString();
    EXPECT_TRUE(bytes.contains("\xB7 ")) << "the middle dot of the item's name";
    EXPECT_FALSE(bytes.contains("\xC3\xBC") || bytes.contains("\xC2\xB7")) << "no UTF-8";
}

} // namespace
} // namespace crema::e2e
