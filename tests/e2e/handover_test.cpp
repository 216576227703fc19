// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 26 and design.md section 6: the real window and the real terminal hold the store while verbs write to
// it.
#include "tests/e2e/demo_till.h"
#include "tests/e2e/desktop_pane.h"
#include "tests/e2e/terminal_pane.h"

#include <QDir>
#include <QStandardPaths>

#include <csignal>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

class HandoverTest : public DemoTill
{
protected:
    void SetUp() override
    {
        if (!DesktopPane::isPossible() || QStandardPaths::findExecutable(u"tmux"_s).isEmpty())
            GTEST_SKIP() << "Xvfb, xdotool, dbus-daemon, at-spi2-core or tmux is not installed";
        DemoTill::SetUp();
    }

    std::unique_ptr<DesktopPane> openWindow() const
    {
        const QString desk = m_folder.filePath(u"desk"_s);
        QDir().mkpath(desk);
        auto window = std::make_unique<DesktopPane>(desk);
        EXPECT_TRUE(window->start(m_till->environment())) << window->screen();
        EXPECT_TRUE(window->shows(u"Cinnamon knot, 3.20"_s)) << window->screen();
        return window;
    }

    QStringList sale() const
    {
        return {u"sale"_s, u"create"_s, u"--line"_s, m_barcode, u"--tender"_s, u"cash:%1"_s.arg(m_price), u"--json"_s};
    }
};

TEST_F(HandoverTest, VerbsWriteIntoTheStoreThatTheWindowHolds)
{
    // What goes wrong has no ids or times in it, so that it can be compared byte for byte.
    const QList<QStringList> wrong{words("product edit nothing price=1 --json"),
                                   words("product edit nothing price=1"),
                                   words("shift open --float 100 --json"),
                                   words("sale create --line nothing --tender cash:1 --json"),
                                   words("stock adjust nothing 1 --json"),
                                   words("product import nowhere.csv -v"),
                                   words("sync resolve 0190f000-0000-7000-8000-000000000b00 --keep mine --json")};
    QList<Finished> alone;
    for (const QStringList &arguments : wrong)
        alone.append(m_till->run(arguments));
    const auto window = openWindow();
    for (qsizetype i = 0; i < wrong.size(); ++i) {
        const Finished handed = m_till->run(wrong[i]);
        EXPECT_NE(handed.exitCode, 0);
        EXPECT_EQ(handed.exitCode, alone[i].exitCode) << wrong[i].join(u' ').toStdString();
        EXPECT_EQ(handed.out, alone[i].out);
        EXPECT_EQ(handed.err, alone[i].err);
    }

    // The window shows at once what a verb did.
    const QJsonArray knots = m_till->items(words("product list --filter cinnamon"));
    const QString sku = knots[0].toObject().value(u"variants"_s).toArray()[0].toObject().value(u"sku"_s).toString();
    const Finished edited = m_till->run({u"product"_s, u"edit"_s, sku, u"price=335"_s, u"--json"_s});
    EXPECT_EQ(edited.exitCode, 0) << edited.err.constData();
    EXPECT_TRUE(window->shows(u"Cinnamon knot, 3.35"_s)) << window->screen();

    const Finished sold = m_till->run(sale());
    EXPECT_EQ(sold.exitCode, 0) << sold.err.constData();
    EXPECT_EQ(sold.json().value(u"schema"_s).toString(), u"sale/1");
    EXPECT_FALSE(sold.json().value(u"number"_s).toString().isEmpty());
    EXPECT_EQ(m_till->run(words("sync run")).exitCode, 0);
    EXPECT_EQ(m_till->run({u"shift"_s, u"close"_s, u"--counted"_s, QString::number(10'000 + m_price)}).exitCode, 0);
    EXPECT_EQ(ownTotals(), QList<qint64>{m_price});

    window->keys({u"ctrl+q"_s});
    EXPECT_EQ(window->exitCode(), 0);
    // Nobody is there any more: the verb has the store itself.
    EXPECT_EQ(m_till->run(words("shift open --float 10000")).exitCode, 0);
    EXPECT_EQ(m_till->run(words("db check")).exitCode, 0);
}

TEST_F(HandoverTest, ASecondProgramSaysWhoHoldsTheStoreAndGoesOnWhenItIsFree)
{
    auto window = openWindow();
    const TerminalPane pane(80, 24, u"xterm-256color"_s, program("crema"), m_till->environment());
    EXPECT_TRUE(pane.shows(u"held by crema-desktop"_s)) << pane.text().toStdString();
    // It did not take the verbs away from the one that holds the store.
    EXPECT_EQ(m_till->run(sale()).exitCode, 0);
    window->terminate();
    static_cast<void>(window->exitCode());
    window.reset();
    EXPECT_TRUE(pane.shows(u"Scan item"_s)) << pane.text().toStdString();
    pane.scan(m_barcode);
    EXPECT_TRUE(pane.shows(u"OK "_s)) << pane.text().toStdString();

    // The other way round: the terminal holds, the window says so, and verbs go to the terminal.
    const QString desk = m_folder.filePath(u"second_desk"_s);
    QDir().mkpath(desk);
    DesktopPane second(desk);
    ASSERT_TRUE(second.start(m_till->environment())) << second.screen();
    EXPECT_TRUE(second.shows(u"held by crema ("_s)) << second.screen();
    EXPECT_EQ(m_till->run(sale()).exitCode, 0);
    // Killed: the store is free, and what it left is no obstacle.
    pane.kill();
    EXPECT_TRUE(second.shows(u"Cinnamon knot, 3.20"_s)) << second.screen();
    EXPECT_EQ(m_till->run(sale()).exitCode, 0);
    EXPECT_EQ(ownTotals(), QList<qint64>(3, m_price));
    second.terminate();
}

TEST_F(HandoverTest, VerbsThatComeTogetherAllGetTheirTurnAndAWindowThatHangsIsNamed)
{
    const auto sellTogether = [this] {
        std::vector<std::unique_ptr<QProcess>> running;
        for (int i = 0; i < 12; ++i)
            running.push_back(m_till->start(sale()));
        for (const auto &process : running) {
            EXPECT_TRUE(process->waitForFinished(60'000));
            EXPECT_EQ(process->exitCode(), 0) << process->readAllStandardError().constData();
        }
    };
    sellTogether(); // nobody holds the store: one after another
    const auto window = openWindow();
    sellTogether(); // the window does

    const qint64 process = window->processId();
    ASSERT_EQ(::kill(static_cast<pid_t>(process), SIGSTOP), 0);
    const Finished refused = m_till->run(sale());
    ASSERT_EQ(::kill(static_cast<pid_t>(process), SIGCONT), 0);
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_TRUE(refused.out.isEmpty());
    EXPECT_TRUE(refused.err.contains("nothing was done")) << refused.err.constData();
    const Finished sold = m_till->run(sale());
    EXPECT_EQ(sold.exitCode, 0) << sold.err.constData();
    EXPECT_EQ(ownTotals(), QList<qint64>(25, m_price));
    window->terminate();
    static_cast<void>(window->exitCode());
    EXPECT_EQ(m_till->run(words("db check")).exitCode, 0);
}

} // namespace
} // namespace crema::e2e
