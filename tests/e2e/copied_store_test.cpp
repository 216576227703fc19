// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rules 29 and 30 with the real programs: a till's store that was copied, put back from a backup, or left.
#include "tests/e2e/demo_till.h"

#include <QDir>
#include <QFile>
#include <QMap>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

class CopiedStoreTest : public DemoTill
{
protected:
    void sync(const Device &device)
    {
        const Finished synced = device.run(words("sync run --wait --timeout 60"));
        ASSERT_EQ(synced.exitCode, 0) << synced.err.toStdString();
    }

    void sell(const Device &device)
    {
        const Finished sold =
            device.run({u"sale"_s, u"create"_s, u"--line"_s, m_barcode, u"--tender"_s, u"cash:5000"_s, u"--json"_s});
        ASSERT_EQ(sold.exitCode, 0) << sold.err.toStdString();
        m_sold.append(sold.json().value(u"number"_s).toString());
    }

    QJsonObject warningOf(const Device &device) const
    {
        return device.run(words("sync status --json")).json().value(u"warning"_s).toObject();
    }

    QString registerOf(const Device &device) const
    {
        return device.run(words("device show --json"))
            .json()
            .value(u"register"_s)
            .toObject()
            .value(u"code"_s)
            .toString();
    }

    /// Copies a home as a person would, with nothing running.
    void copyHome(const QString &from, const QString &to) const
    {
        QProcess copy;
        copy.start(u"cp"_s, {u"-r"_s, m_folder.filePath(from), m_folder.filePath(to)});
        ASSERT_TRUE(copy.waitForFinished(60'000));
        ASSERT_EQ(copy.exitCode(), 0);
    }

    /// Each sale that somebody was told of is there once, on a device that has seen them all.
    void expectEachOnce()
    {
        const Device third(m_folder.filePath(u"third"_s));
        ASSERT_TRUE(third.enrol(*m_platform));
        sync(third);
        QMap<QString, int> numbers;
        const QJsonArray sales = third.items(words("sale list"));
        for (const QJsonValue &sale : sales)
            ++numbers[sale.toObject().value(u"number"_s).toString()];
        for (const QString &number : std::as_const(m_sold))
            EXPECT_EQ(numbers.value(number), 1) << number.toStdString();
        EXPECT_EQ(QSet<QString>(m_sold.begin(), m_sold.end()).size(), m_sold.size()) << "a number twice";
    }

    QStringList m_sold;
};

TEST_F(CopiedStoreTest, ACopyHasARegisterOfItsOwnAndEachSaleArrivesOnce)
{
    sell(*m_till); // not sent when it is copied
    copyHome(u"till"_s, u"copy"_s);
    const Device copy(m_folder.filePath(u"copy"_s));
    const QString before = registerOf(*m_till);
    ASSERT_EQ(copy.run(words("shift open --float 10000")).exitCode, 0);
    sell(copy);
    sell(*m_till);
    EXPECT_EQ(registerOf(*m_till), before);
    EXPECT_TRUE(registerOf(copy).startsWith(before + u'C')) << registerOf(copy).toStdString();
    EXPECT_EQ(warningOf(copy).value(u"code"_s).toString(), u"store.copied"_s);
    EXPECT_TRUE(warningOf(*m_till).isEmpty());
    sync(copy);
    sync(*m_till);
    EXPECT_TRUE(warningOf(copy).isEmpty()) << "said until the platform has answered";
    sell(copy);
    sell(*m_till);
    sync(*m_till);
    sync(copy);
    expectEachOnce();
    EXPECT_EQ(copy.run(words("db check")).exitCode, 0);
    EXPECT_EQ(m_till->run(words("db check")).exitCode, 0);
}

TEST_F(CopiedStoreTest, ABackupThatIsPutBackLosesAndDoublesNothing)
{
    sell(*m_till);
    sync(*m_till);
    copyHome(u"till"_s, u"backup"_s);
    sell(*m_till);
    sync(*m_till);
    sell(*m_till);
    sync(*m_till);
    const QString before = registerOf(*m_till);
    ASSERT_TRUE(QDir(m_folder.filePath(u"till"_s)).removeRecursively());
    copyHome(u"backup"_s, u"till"_s);
    sync(*m_till);
    EXPECT_NE(registerOf(*m_till), before);
    ASSERT_EQ(m_till->run(words("shift open --float 10000")).exitCode, 0);
    sell(*m_till);
    sync(*m_till);
    expectEachOnce();
    EXPECT_EQ(m_till->run(words("db check")).exitCode, 0);
}

TEST_F(CopiedStoreTest, AnotherRegisterSendsWhatATillThatIsLeftHasNotSent)
{
    sell(*m_till);
    sell(*m_till);
    QFile secret(m_folder.filePath(u"secret"_s));
    ASSERT_TRUE(secret.open(QIODevice::WriteOnly));
    secret.write("wet paper crane\n");
    secret.close();
    const QStringList sealed{m_folder.filePath(u"till.crema"_s), u"--passphrase-file"_s, secret.fileName(),
                             u"--json"_s};
    const Finished written = m_till->run(words("sync export") + sealed);
    ASSERT_EQ(written.exitCode, 0) << written.err.toStdString();
    EXPECT_EQ(written.json().value(u"sales"_s).toInteger(), 2);
    EXPECT_EQ(written.json().value(u"sold"_s).toObject().value(u"minor"_s).toInteger(), 2 * m_price);
    QFile file(sealed.first());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(file.readAll().contains("sale.complete"));

    const Device second(m_folder.filePath(u"second"_s));
    ASSERT_TRUE(second.enrol(*m_platform));
    sync(second);
    const Finished taken = second.run(words("sync import") + sealed);
    ASSERT_EQ(taken.exitCode, 0) << taken.err.toStdString();
    EXPECT_EQ(second.run(words("sync import") + sealed).json().value(u"known"_s).toInteger(),
              taken.json().value(u"operations"_s).toInteger());
    sync(second);
    sync(*m_till); // it was not lost after all, and sends the same
    expectEachOnce();
    EXPECT_EQ(second.run(words("db check")).exitCode, 0);
    EXPECT_EQ(m_till->run(words("db check")).exitCode, 0);
}

} // namespace
} // namespace crema::e2e
