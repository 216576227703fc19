// SPDX-License-Identifier: GPL-3.0-or-later
// A platform that burns down an hour after its backup: the tills put back what is missing, and nobody does anything.
#include "tests/e2e/demo_till.h"

#include <QDir>
#include <QMap>
#include <QSet>

namespace crema::e2e {
namespace {

class RestoreTest : public DemoTill
{
protected:
    void SetUp() override
    {
        DemoTill::SetUp();
        m_second = std::make_unique<Device>(m_folder.filePath(QStringLiteral("second")));
        ASSERT_TRUE(m_second->enrol(*m_platform));
        sync(*m_second);
        ASSERT_EQ(m_second->run(words("shift open --float 10000")).exitCode, 0);
        sell(*m_till);
        sell(*m_second);
        sync(*m_till);
        sync(*m_second);
    }

    void sync(const Device &device)
    {
        const Finished synced = device.run(words("sync run --wait --timeout 60"));
        ASSERT_EQ(synced.exitCode, 0) << synced.err.toStdString();
    }

    void sell(const Device &device)
    {
        const Finished sold =
            device.run({QStringLiteral("sale"), QStringLiteral("create"), QStringLiteral("--line"), m_barcode,
                        QStringLiteral("--tender"), QStringLiteral("cash:5000"), QStringLiteral("--json")});
        ASSERT_EQ(sold.exitCode, 0) << sold.err.toStdString();
        m_sold.append(sold.json().value(QStringLiteral("number")).toString());
    }

    void runPlatform(const QStringList &verb)
    {
        QProcess process;
        process.start(program("crema-platform"),
                      verb + QStringList{QStringLiteral("--data"), m_folder.filePath(QStringLiteral("data"))});
        ASSERT_TRUE(process.waitForFinished(120'000));
        ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
    }

    void burnDownAndRestore(const QString &backup)
    {
        ASSERT_TRUE(m_platform->stop());
        ASSERT_TRUE(QDir(m_folder.path()).rename(QStringLiteral("data"), QStringLiteral("burnt")));
        // The key was kept apart from the backups, as it is to be; here it is the one of before the fire.
        runPlatform({QStringLiteral("restore"), QStringLiteral("--from"), backup, QStringLiteral("--secrets-key-file"),
                     m_folder.filePath(QStringLiteral("burnt/secrets.key"))});
        ASSERT_TRUE(m_platform->start()) << m_platform->log().toStdString();
    }

    /// A copy of the first till as a person makes one, with nothing running; it opens a shift of its own.
    void copyTill(const QString &name)
    {
        QProcess copy;
        copy.start(QStringLiteral("cp"),
                   {QStringLiteral("-r"), m_folder.filePath(QStringLiteral("till")), m_folder.filePath(name)});
        ASSERT_TRUE(copy.waitForFinished(60'000));
        ASSERT_EQ(copy.exitCode(), 0);
        ASSERT_EQ(Device(m_folder.filePath(name)).run(words("shift open --float 10000")).exitCode, 0);
    }

    QMap<QString, int> numbersOn(const Device &device) const
    {
        QMap<QString, int> numbers;
        const QJsonArray sales = device.items(words("sale list"));
        for (const QJsonValue &sale : sales)
            ++numbers[sale.toObject().value(QStringLiteral("number")).toString()];
        return numbers;
    }

    QString registerOf(const Device &device) const
    {
        return device.run(words("device show --json"))
            .json()
            .value(QStringLiteral("register"))
            .toObject()
            .value(QStringLiteral("code"))
            .toString();
    }

    qint64 onHand(const Device &device) const
    {
        return device.run({QStringLiteral("stock"), QStringLiteral("show"), m_barcode, QStringLiteral("--json")})
            .json()
            .value(QStringLiteral("on_hand"))
            .toInteger();
    }

    std::unique_ptr<Device> m_second;
    QStringList m_sold;
};

/// sync.md rule 12, against a real platform and its own backup and restore.
TEST_F(RestoreTest, EveryTillPutsBackWhatIsMissing)
{
    const QString backup = m_folder.filePath(QStringLiteral("hourly.backup"));
    runPlatform({QStringLiteral("backup"), QStringLiteral("--to"), backup});
    for (int i = 0; i < 3; ++i) {
        sell(*m_till);
        sell(*m_second);
    }
    const QString rename = QStringLiteral("name=House cappuccino");
    ASSERT_EQ(m_till->run({QStringLiteral("product"), QStringLiteral("edit"), m_barcode, rename}).exitCode, 0);
    sync(*m_till);
    sync(*m_second);
    sync(*m_till);
    const qint64 before = onHand(*m_till);

    burnDownAndRestore(backup);

    // Nobody does anything at either till: both sync as they do every half minute.
    sync(*m_till);
    sync(*m_second);
    sync(*m_till);
    const Device third(m_folder.filePath(QStringLiteral("third")));
    ASSERT_TRUE(third.enrol(*m_platform));
    sync(third);
    for (const Device *device : std::initializer_list<const Device *>{m_till.get(), m_second.get(), &third}) {
        const QMap<QString, int> numbers = numbersOn(*device);
        for (const QString &number : std::as_const(m_sold))
            EXPECT_EQ(numbers.value(number), 1) << number.toStdString();
        EXPECT_EQ(onHand(*device), before);
        EXPECT_EQ(device->run(words("db check")).exitCode, 0);
        const Finished found = device->run(words("product list --filter house --json"));
        EXPECT_EQ(found.json().value(QStringLiteral("items")).toArray().size(), 1) << found.out.toStdString();
    }
    const QJsonObject status = m_till->run(words("sync status --json")).json();
    EXPECT_EQ(status.value(QStringLiteral("queue")).toObject().value(QStringLiteral("needs_attention")).toInteger(), 0);
}

/// sync.md rules 12 and 29: the platform forgets what it gave a copy, and the next copy asks before that one is heard
/// of.
TEST_F(RestoreTest, TwoCopiesNeverShareAPlaceAlsoWhenThePlatformForgotTheFirst)
{
    copyTill(QStringLiteral("copy"));
    copyTill(QStringLiteral("other copy"));
    const Device copy(m_folder.filePath(QStringLiteral("copy")));
    const Device other(m_folder.filePath(QStringLiteral("other copy")));
    const QString backup = m_folder.filePath(QStringLiteral("hourly.backup"));
    runPlatform({QStringLiteral("backup"), QStringLiteral("--to"), backup});
    sell(copy);
    sell(copy);
    sell(copy);
    sync(copy);
    const QString place = registerOf(copy);
    sell(copy); // numbered, and not sent before the platform is gone
    burnDownAndRestore(backup);

    sell(other);
    sync(other); // fewer than the copy has sent: the numbers do not give it away
    sync(copy);
    EXPECT_EQ(registerOf(copy), place) << "it keeps the register that its receipts are numbered by";
    EXPECT_NE(registerOf(other), place);
    sell(copy);
    sell(other);
    sync(other);
    sync(copy);
    sync(*m_till);
    const Device third(m_folder.filePath(QStringLiteral("third")));
    ASSERT_TRUE(third.enrol(*m_platform));
    sync(third);
    const QMap<QString, int> numbers = numbersOn(third);
    for (const QString &number : std::as_const(m_sold))
        EXPECT_EQ(numbers.value(number), 1) << number.toStdString();
    EXPECT_EQ(QSet<QString>(m_sold.begin(), m_sold.end()).size(), m_sold.size()) << "a number twice";
    for (const Device *device : std::initializer_list<const Device *>{m_till.get(), &copy, &other})
        EXPECT_EQ(device->run(words("db check")).exitCode, 0);
}

} // namespace
} // namespace crema::e2e
