// SPDX-License-Identifier: GPL-3.0-or-later
// `crema --linear`: the till in plain lines, for screen readers, dumb terminals and scripts.
#include "tests/e2e/demo_till.h"
#include "tests/e2e/line_talk.h"
#include "tests/e2e/terminal_pane.h"

#include <QStandardPaths>

namespace crema::e2e {
namespace {

class LinearTest : public DemoTill
{
protected:
    /// As the till writes it: "12.30".
    static QString amount(qint64 minor)
    {
        return QStringLiteral("%1.%2").arg(minor / 100).arg(minor % 100, 2, 10, QLatin1Char('0'));
    }
};

TEST_F(LinearTest, AWholeSaleThroughAPipe)
{
    LineTalk till(m_till->environment());
    ASSERT_TRUE(till.hears(QStringLiteral("Scan item >"))) << till.everything().toStdString();
    till.say(QStringLiteral("cappuccino"));
    ASSERT_TRUE(till.hears(QStringLiteral(">1 Cappuccino"))) << till.everything().toStdString();
    ASSERT_TRUE(till.hears(QStringLiteral("Choose 1-9 >"))) << till.everything().toStdString();
    till.say(QStringLiteral("1"));
    ASSERT_TRUE(till.hears(QStringLiteral("added."))) << till.everything().toStdString();
    ASSERT_TRUE(till.hears(QStringLiteral("Pay ") + amount(m_price))) << till.everything().toStdString();
    till.say(QStringLiteral("3"));
    ASSERT_TRUE(till.hears(QStringLiteral("Pay ") + amount(3 * m_price))) << till.everything().toStdString();
    till.say(QStringLiteral(".4"));
    ASSERT_TRUE(till.hears(QStringLiteral("1 Cash"))) << till.everything().toStdString();
    till.say(QStringLiteral("1"));
    ASSERT_TRUE(till.hears(QStringLiteral("Cash received >"))) << till.everything().toStdString();
    till.say(QStringLiteral("5000"));
    ASSERT_TRUE(till.hears(QStringLiteral("CHANGE"))) << till.everything().toStdString();
    ASSERT_TRUE(till.hears(amount(5000 - 3 * m_price))) << till.everything().toStdString();
    ASSERT_TRUE(till.hears(QStringLiteral("is saved."))) << till.everything().toStdString();
    till.say(QStringLiteral("1"));
    ASSERT_TRUE(till.hears(QStringLiteral("RECEIPT MAIN-"))) << till.everything().toStdString();
    ASSERT_TRUE(till.hears(QStringLiteral("  3 x ") + amount(m_price))) << till.everything().toStdString();
    for (const char *line : {"Total EUR", "Cash", "Change", "VAT", "Served by"})
        EXPECT_TRUE(till.hears(QString::fromLatin1(line))) << line << '\n' << till.everything().toStdString();
    EXPECT_EQ(till.hangUp(), 0);
    EXPECT_FALSE(till.everything().contains('\x1b')) << "no escape codes";
    EXPECT_EQ(ownTotals(), QList<qint64>{3 * m_price});
}

TEST_F(LinearTest, AWholeSaleTypedAheadInOnePipe)
{
    QProcess till;
    till.setProcessEnvironment(m_till->environment());
    till.start(program("crema"), {QStringLiteral("--linear")});
    till.write((m_barcode + QStringLiteral("\n2\n.4\n1\n5000\n")).toUtf8());
    till.closeWriteChannel();
    ASSERT_TRUE(till.waitForFinished(120'000)) << till.readAllStandardOutput().constData();
    EXPECT_EQ(till.exitCode(), 0);
    EXPECT_EQ(ownTotals(), QList<qint64>{2 * m_price}) << till.readAllStandardOutput().constData();
}

TEST_F(LinearTest, APipeThatEndsKeepsTheSaleForTheNextStart)
{
    {
        LineTalk till(m_till->environment());
        ASSERT_TRUE(till.hears(QStringLiteral("Scan item >"))) << till.everything().toStdString();
        till.say(QStringLiteral("2*") + m_barcode);
        ASSERT_TRUE(till.hears(QStringLiteral("Pay ") + amount(2 * m_price))) << till.everything().toStdString();
        EXPECT_EQ(till.hangUp(), 0);
    }
    LineTalk till(m_till->environment());
    ASSERT_TRUE(till.hears(QStringLiteral("RESUME SALE"))) << till.everything().toStdString();
    ASSERT_TRUE(till.hears(amount(2 * m_price))) << till.everything().toStdString();
    ASSERT_TRUE(till.hears(QStringLiteral("1 Yes"))) << till.everything().toStdString();
    till.say(QStringLiteral("1"));
    ASSERT_TRUE(till.hears(QStringLiteral("Pay ") + amount(2 * m_price))) << till.everything().toStdString();
    EXPECT_EQ(till.hangUp(), 0);
    EXPECT_TRUE(ownTotals().isEmpty());
}

TEST_F(LinearTest, SignsInAndSellsOnADumbTerminalWithoutShowingThePin)
{
    if (QStandardPaths::findExecutable(QStringLiteral("tmux")).isEmpty())
        GTEST_SKIP() << "tmux is not installed";
    const TerminalPane pane(80, 60, QStringLiteral("dumb"), program("crema") + QStringLiteral(" --linear"),
                            m_till->environment());
    const auto answer = [&pane](const QString &line) {
        pane.type(line);
        pane.key(QStringLiteral("Enter"));
    };
    ASSERT_TRUE(pane.shows(QStringLiteral("Scan item >"))) << pane.text().toStdString();
    answer(QStringLiteral(".0"));
    ASSERT_TRUE(pane.shows(QStringLiteral("0 Sign out"))) << pane.text().toStdString();
    answer(QStringLiteral("0"));
    ASSERT_TRUE(pane.shows(QStringLiteral("Who works here?"))) << pane.text().toStdString();
    ASSERT_TRUE(pane.shows(QStringLiteral(" 3 Mia Castell"))) << pane.text().toStdString();
    answer(QStringLiteral("3"));
    ASSERT_TRUE(pane.shows(QStringLiteral("PIN >"))) << pane.text().toStdString();
    answer(QStringLiteral("2001"));
    ASSERT_TRUE(pane.shows(QStringLiteral("PIN >\nMAIN"))) << pane.text().toStdString();
    answer(QStringLiteral("81"));
    answer(QStringLiteral("2*") + m_barcode);
    ASSERT_TRUE(pane.shows(QStringLiteral("Pay ") + amount(2 * m_price))) << pane.text().toStdString();
    EXPECT_FALSE(pane.text().contains(QStringLiteral("2001"))) << pane.text().toStdString();
}

} // namespace
} // namespace crema::e2e
