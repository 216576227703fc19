// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rules 29 and 30 with the real programs: a till's store that was copied, put back from a backup, or left; and
// story 3 of the failures that must not happen: the same number on two tills.
#include "tests/e2e/demo_till.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QSet>

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
        m_ids.append(sold.json().value(u"id"_s).toString());
    }

    QJsonObject shownOn(const Device &device, const QString &verb) const
    {
        return device.run(words(verb.toLatin1().constData())).json();
    }

    /// Every id that a device has given to something that it did.
    QStringList operationsOf(const Device &device) const
    {
        QStringList ids;
        const QJsonArray entries = device.items(words("sync list"));
        for (const QJsonValue &entry : entries)
            ids.append(entry.toObject().value(u"id"_s).toString());
        return ids;
    }

    QString secretFile()
    {
        QFile secret(m_folder.filePath(u"secret"_s));
        EXPECT_TRUE(secret.open(QIODevice::WriteOnly));
        secret.write("wet paper crane\n");
        return secret.fileName();
    }

    /// As an image of a disk is written back: the same files, with what stood in them then. Nothing tells the till.
    void writeBack(const QString &image, const QString &home) const
    {
        QProcess back;
        back.start(u"sh"_s, {u"-c"_s,
                             u"cd \"$1\" && find . -type f | while read -r file; do [ -e \"$0/$file\" ] || "
                             u"rm \"$file\"; done && cp -r \"$0/.\" ."_s,
                             m_folder.filePath(image), m_folder.filePath(home)});
        ASSERT_TRUE(back.waitForFinished(60'000));
        ASSERT_EQ(back.exitCode(), 0) << back.readAllStandardError().toStdString();
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
    QStringList m_ids;
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
    const QStringList sealed{m_folder.filePath(u"till.crema"_s), u"--passphrase-file"_s, secretFile(), u"--json"_s};
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

/// Story 3: two registers of one person sell offline, and the second goes on from a copy of the disk of the first.
TEST_F(CopiedStoreTest, TwoRegistersOfOnePersonNeverGiveTheSameNumber)
{
    const QString secondHome = u"second"_s;
    const Device second(m_folder.filePath(secondHome));
    ASSERT_TRUE(second.enrol(*m_platform));
    sync(second);
    const auto person = [this](const Device &device) {
        return shownOn(device, u"device show --json"_s).value(u"person"_s).toObject().value(u"id"_s).toString();
    };
    EXPECT_FALSE(person(second).isEmpty());
    EXPECT_EQ(person(second), person(*m_till));
    EXPECT_NE(registerOf(second), registerOf(*m_till));
    ASSERT_EQ(second.run(words("shift open --float 10000")).exitCode, 0);

    ASSERT_TRUE(m_platform->stop());
    for (int i = 0; i < 3; ++i) {
        sell(*m_till);
        sell(second);
    }
    // What the second has not sent leaves it before its disk is written over.
    const QStringList sealed{m_folder.filePath(u"second.crema"_s), u"--passphrase-file"_s, secretFile(), u"--json"_s};
    const Finished written = second.run(words("sync export") + sealed);
    ASSERT_EQ(written.exitCode, 0) << written.err.toStdString();
    QStringList operations = operationsOf(*m_till) + operationsOf(second);
    ASSERT_TRUE(QDir(m_folder.filePath(secondHome)).removeRecursively());
    copyHome(u"till"_s, secondHome);

    ASSERT_EQ(second.run(words("shift open --float 10000")).exitCode, 0);
    for (int i = 0; i < 3; ++i) {
        sell(second);
        sell(*m_till);
    }
    EXPECT_EQ(warningOf(second).value(u"code"_s).toString(), u"store.copied"_s) << "offline, at once";
    EXPECT_TRUE(warningOf(second).value(u"message"_s).toString().contains(registerOf(second)));
    ASSERT_EQ(second.run(words("sync import") + sealed).exitCode, 0);
    // The copy knows what its original had done, and gave an id of its own to everything since.
    const QStringList onTill = operationsOf(*m_till);
    const QStringList onSecond = operationsOf(second);
    const QSet<QString> before(operations.begin(), operations.end());
    EXPECT_EQ(before.size(), operations.size());
    for (const QString &id : onTill)
        EXPECT_TRUE(before.contains(id) || !onSecond.contains(id)) << id.toStdString();
    EXPECT_EQ(QSet<QString>(m_ids.begin(), m_ids.end()).size(), m_ids.size()) << "an id twice";

    ASSERT_TRUE(m_platform->start());
    sync(second);
    sync(*m_till);
    EXPECT_EQ(m_sold.size(), 12);
    expectEachOnce();
    EXPECT_EQ(second.run(words("db check")).exitCode, 0);
    EXPECT_EQ(m_till->run(words("db check")).exitCode, 0);
}

/// Story 3, where nothing can tell the till offline: an image of its own disk is written back. A number is given twice,
/// both sales are kept, and everybody sees that they share it.
TEST_F(CopiedStoreTest, ANumberThatWasGivenTwiceIsShownAndNothingIsDiscarded)
{
    sell(*m_till);
    sync(*m_till);
    copyHome(u"till"_s, u"image"_s);
    sell(*m_till);
    sync(*m_till);
    writeBack(u"image"_s, u"till"_s);
    ASSERT_TRUE(m_platform->stop());
    sell(*m_till);
    ASSERT_EQ(m_sold.at(2), m_sold.at(1)) << "nobody could know";
    EXPECT_NE(m_ids.at(2), m_ids.at(1));
    EXPECT_TRUE(warningOf(*m_till).isEmpty());
    ASSERT_TRUE(m_platform->start());
    sync(*m_till);
    ASSERT_EQ(m_till->run(words("shift open --float 10000")).exitCode, 0) << "it has a register of its own now";
    sell(*m_till);
    sync(*m_till);
    EXPECT_TRUE(registerOf(*m_till).contains(u'C')) << registerOf(*m_till).toStdString();

    const Device third(m_folder.filePath(u"third"_s));
    ASSERT_TRUE(third.enrol(*m_platform));
    sync(third);
    QMap<QString, bool> shared;
    for (const Device *device : std::initializer_list<const Device *>{m_till.get(), &third}) {
        const QJsonArray sales = device->items(words("sale list"));
        for (const QJsonValue &value : sales) {
            const QJsonObject sale = value.toObject();
            if (m_ids.contains(sale.value(u"id"_s).toString()))
                shared.insert(sale.value(u"id"_s).toString(), sale.value(u"shares_number"_s).toBool());
        }
        ASSERT_EQ(shared.size(), 4) << "each sale is there";
        EXPECT_FALSE(shared.value(m_ids.at(0)));
        EXPECT_TRUE(shared.value(m_ids.at(1)));
        EXPECT_TRUE(shared.value(m_ids.at(2)));
        EXPECT_FALSE(shared.value(m_ids.at(3)));
        shared.clear();
    }
}

TEST_F(CopiedStoreTest, AnExportIsRememberedByTheStore)
{
    sell(*m_till);
    const QJsonObject queue = shownOn(*m_till, u"sync status --json"_s).value(u"queue"_s).toObject();
    EXPECT_GT(queue.value(u"only_here"_s).toInteger(), 0);
    const Finished piped = m_till->run(words("sync export - --passphrase-file") + QStringList{secretFile()});
    EXPECT_EQ(piped.exitCode, 0) << piped.err.toStdString();
    EXPECT_FALSE(piped.out.isEmpty());
    const QJsonObject untold = shownOn(*m_till, u"sync status --json"_s).value(u"queue"_s).toObject();
    EXPECT_EQ(untold.value(u"only_here"_s), queue.value(u"only_here"_s)) << "nobody here knows whether it arrived";
    const QStringList sealed{m_folder.filePath(u"till.crema"_s), u"--passphrase-file"_s, secretFile(), u"--json"_s};
    ASSERT_EQ(m_till->run(words("sync export") + sealed).exitCode, 0);
    const QJsonObject after = shownOn(*m_till, u"sync status --json"_s).value(u"queue"_s).toObject();
    EXPECT_EQ(after.value(u"only_here"_s).toInteger(), 0);
    EXPECT_EQ(after.value(u"queued"_s), queue.value(u"queued"_s));
}

} // namespace
} // namespace crema::e2e
