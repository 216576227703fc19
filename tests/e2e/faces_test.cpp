// SPDX-License-Identifier: GPL-3.0-or-later
// The same sale in a real terminal (tmux, 20×16 and 80×24) and in the real window (Xvfb, mouse and keys).
#include "tests/e2e/programs.h"
#include "tests/e2e/terminal_pane.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>

#include <gtest/gtest.h>

namespace crema::e2e {
namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

QString program(const char *name)
{
    return qEnvironmentVariable("CREMA_BIN") + u'/' + QString::fromLatin1(name);
}

/// A display of its own.
class Display
{
public:
    explicit Display(const QString &folder) : m_file(folder + QStringLiteral("/display"))
    {
        m_server.start(
            QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("exec Xvfb -displayfd 3 -screen 0 1366x768x24 3>'%1'").arg(m_file)});
        for (const QDeadlineTimer limit(10'000); name() == QStringLiteral(":") && !limit.hasExpired();)
            m_server.waitForFinished(20);
    }
    ~Display()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }

    [[nodiscard]] QString name() const
    {
        QFile file(m_file);
        return u':' + (file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed() : QString());
    }

private:
    QString m_file;
    QProcess m_server;
};

class FacesTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_platform = std::make_unique<PlatformProcess>(m_folder.path());
        ASSERT_TRUE(m_platform->start());
        m_till = std::make_unique<Device>(m_folder.filePath(QStringLiteral("till")));
        ASSERT_TRUE(m_till->enrol(*m_platform));
        ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);
        ASSERT_EQ(m_till->run(words("shift open --float 10000")).exitCode, 0);
        const QJsonObject product = m_till->items(words("product list --filter cappuccino"))[0].toObject();
        const QJsonObject variant = product.value(QStringLiteral("variants")).toArray()[0].toObject();
        m_barcode = variant.value(QStringLiteral("barcodes")).toArray()[0].toString();
        m_price = variant.value(QStringLiteral("price")).toObject().value(QStringLiteral("minor")).toInteger();
        ASSERT_FALSE(m_barcode.isEmpty());
    }

    /// The totals of the sales this register rang up, newest first.
    QList<qint64> ownTotals() const
    {
        QList<qint64> totals;
        const QString reg = m_till->run(words("device show --json"))
                                .json()
                                .value(QStringLiteral("register"))
                                .toObject()
                                .value(QStringLiteral("id"))
                                .toString();
        const QJsonArray sales = m_till->items(words("sale list"));
        for (const QJsonValue &sale : sales) {
            if (sale.toObject().value(QStringLiteral("register")).toString() == reg)
                totals.append(sale.toObject()
                                  .value(QStringLiteral("total"))
                                  .toObject()
                                  .value(QStringLiteral("minor"))
                                  .toInteger());
        }
        return totals;
    }

    void sellInTerminal(int columns, int rows, const QString &term)
    {
        const TerminalPane pane(columns, rows, term, program("crema"), m_till->environment());
        ASSERT_TRUE(pane.shows(QStringLiteral("Scan item"))) << pane.text().toStdString();
        pane.type(QStringLiteral("2*"));
        pane.scan(m_barcode);
        ASSERT_TRUE(pane.shows(QStringLiteral("OK "))) << pane.text().toStdString();
        pane.key(QStringLiteral("F4"));
        ASSERT_TRUE(pane.shows(QStringLiteral("1 Cash"))) << pane.text().toStdString();
        pane.type(QStringLiteral("1"));
        ASSERT_TRUE(pane.shows(QStringLiteral("Cash received"))) << pane.text().toStdString();
        pane.type(QStringLiteral("5000"));
        pane.key(QStringLiteral("Enter"));
        EXPECT_TRUE(pane.shows(QStringLiteral("CHANGE"))) << pane.text().toStdString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<Device> m_till;
    QString m_barcode;
    qint64 m_price = 0;
};

TEST_F(FacesTest, TheSameSaleInTheTerminal)
{
    if (QStandardPaths::findExecutable(QStringLiteral("tmux")).isEmpty())
        GTEST_SKIP() << "tmux is not installed";
    sellInTerminal(20, 16, QStringLiteral("vt100"));
    sellInTerminal(80, 24, QStringLiteral("xterm-256color"));
    EXPECT_EQ(ownTotals(), (QList<qint64>{2 * m_price, 2 * m_price}));
}

TEST_F(FacesTest, TheSameSaleInTheWindow)
{
    if (QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty())
        GTEST_SKIP() << "xdotool is not installed";
    const Display display(m_folder.path());
    QProcessEnvironment environment = m_till->environment();
    environment.insert(QStringLiteral("DISPLAY"), display.name());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("CREMA_REPORT_READY"), QStringLiteral("1"));
    QProcess window;
    window.setProcessEnvironment(environment);
    window.start(program("crema-desktop"), {});
    ASSERT_TRUE(window.waitForReadyRead(20'000));
    ASSERT_EQ(window.readAllStandardOutput().trimmed(), "till ready");

    const auto act = [&](const QString &arguments) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("xdotool"), arguments.split(u' '));
        process.waitForFinished(10'000);
    };
    // The first tile, twice by mouse; then the keyboard pays exactly and takes the money.
    act(QStringLiteral("mousemove 140 220 click 1"));
    act(QStringLiteral("sleep 0.3 click 1"));
    act(QStringLiteral("sleep 0.3 key F12"));
    act(QStringLiteral("sleep 0.6 key F12"));
    QList<qint64> totals;
    for (const QDeadlineTimer limit(10'000); totals.isEmpty() && !limit.hasExpired();)
        totals = ownTotals();
    EXPECT_EQ(totals.size(), 1);
    window.terminate();
    window.waitForFinished();
    EXPECT_EQ(totals.value(0) % 2, 0);
    EXPECT_GT(totals.value(0), 0);
}

} // namespace
} // namespace crema::e2e
