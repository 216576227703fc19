// SPDX-License-Identifier: GPL-3.0-or-later
// A customer, or somebody who left, asks to be forgotten (ADR 041, 044): with the real programs, no file and no table
// has a word of theirs afterwards.
#include "tests/e2e/demo_till.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

const QString password = u"harbour walks at seven"_s;

class ErasureStory : public DemoTill
{
protected:
    void SetUp() override
    {
        DemoTill::SetUp();
        QFile file(m_folder.filePath(u"password"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(password.toUtf8()) > 0);
        file.close();
        QProcess process;
        process.start(program("crema-platform"),
                      words("user create --email keeper@example.org --role admin --password-file") +
                          QStringList{file.fileName(), u"--data"_s, m_folder.filePath(u"data"_s)});
        ASSERT_TRUE(process.waitForFinished(120'000));
        ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
        for (const QString &name : {u"second"_s, u"away"_s}) {
            m_devices.push_back(std::make_unique<Device>(m_folder.filePath(name)));
            ASSERT_TRUE(m_devices.back()->enrol(*m_platform));
        }
    }

    static void done(const Finished &finished)
    {
        ASSERT_EQ(finished.exitCode, 0) << finished.out.toStdString() << finished.err.toStdString();
    }

    static void sync(const Device &device) { done(device.run(words("sync run --wait --timeout 60"))); }

    const Device &second() const { return *m_devices[0]; }
    const Device &away() const { return *m_devices[1]; }

    QByteArray dump() const
    {
        QFile pid(m_folder.filePath(u"data/postgres/postmaster.pid"_s));
        EXPECT_TRUE(pid.open(QIODevice::ReadOnly));
        const QByteArrayList lines = pid.readAll().split('\n');
        QProcess process;
        process.start(u"pg_dump"_s, {u"-h"_s, QString::fromUtf8(lines.value(4)), u"-U"_s, u"crema"_s, u"crema"_s});
        EXPECT_TRUE(process.waitForFinished(60'000));
        EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
        return process.readAllStandardOutput();
    }

    /// In a dump, bytes are written as hexadecimal digits.
    bool isInDatabase(const QByteArray &word) const
    {
        const QByteArray all = dump();
        return all.contains(word) || all.contains(word.toHex());
    }

    /// All files of the devices, and the logs of the platform and its database.
    QStringList filesWith(const QByteArray &word) const
    {
        QStringList found;
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const bool isOfDatabase = path.contains(u"/data/postgres/"_s) && !path.endsWith(u".log"_s);
            QFile file(path);
            if (!isOfDatabase && file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
                found.append(path);
        }
        return found;
    }

    void verifyTrail() const
    {
        QProcess verify;
        verify.start(program("crema-platform"), {u"audit"_s, u"verify"_s, u"--data"_s, m_folder.filePath(u"data"_s)});
        ASSERT_TRUE(verify.waitForFinished(60'000));
        EXPECT_EQ(verify.exitCode(), 0) << verify.readAllStandardError().toStdString();
    }

    std::vector<std::unique_ptr<Device>> m_devices;
};

} // namespace

TEST_F(ErasureStory, NothingIsLeftOfThemAndALateEditBringsNothingBack)
{
    const Finished made = m_till->run({u"customer"_s, u"create"_s, u"--name"_s, u"PLANT Ada Lovelace"_s, u"--email"_s,
                                       u"PLANT.ada@example.org"_s, u"--phone"_s, u"PLANT-555"_s, u"--notes"_s,
                                       u"PLANT likes it dark"_s, u"--json"_s});
    ASSERT_NO_FATAL_FAILURE(done(made));
    const QString id = made.json().value(u"id"_s).toString();
    ASSERT_NO_FATAL_FAILURE(done(m_till->run(
        {u"sale"_s, u"create"_s, u"--line"_s, m_barcode, u"--tender"_s, u"cash:5000"_s, u"--customer"_s, id})));
    ASSERT_NO_FATAL_FAILURE(sync(*m_till));
    ASSERT_NO_FATAL_FAILURE(sync(second()));
    ASSERT_NO_FATAL_FAILURE(sync(away()));
    // Two values of one field, and the card about them.
    ASSERT_NO_FATAL_FAILURE(done(m_till->run({u"customer"_s, u"edit"_s, id, u"phone=PLANT-666"_s})));
    ASSERT_NO_FATAL_FAILURE(done(second().run({u"customer"_s, u"edit"_s, id, u"phone=PLANT-777"_s})));
    ASSERT_NO_FATAL_FAILURE(sync(*m_till));
    // Both say that something needs attention.
    (void)second().run(words("sync run --wait --timeout 60"));
    EXPECT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 5);
    // One device is away with what it knows, and its person writes down more.
    ASSERT_NO_FATAL_FAILURE(done(away().run({u"customer"_s, u"edit"_s, id, u"notes=PLANT moved to Paris"_s})));

    EXPECT_NE(m_till->run({u"customer"_s, u"export"_s, id}).exitCode, 0) << "nobody signed in by password";
    m_till->setVariable(u"CREMA_PASSWORD"_s, password);
    ASSERT_NO_FATAL_FAILURE(done(m_till->run(words("user login keeper@example.org"))));
    const Finished exported = m_till->run({u"customer"_s, u"export"_s, id});
    ASSERT_NO_FATAL_FAILURE(done(exported));
    EXPECT_TRUE(exported.out.contains("PLANT likes it dark"));
    EXPECT_EQ(exported.json().value(u"sales"_s).toArray().size(), 1);
    ASSERT_TRUE(isInDatabase("PLANT-777")) << "the search finds what is there";
    // What a device keeps is encrypted (ADR 039): ErasureStoreTest looks for the words in stores that are not.
    EXPECT_EQ(filesWith("PLANT"), QStringList());

    EXPECT_EQ(m_till->run({u"customer"_s, u"erase"_s, id}).exitCode, 2) << "nobody said yes";
    ASSERT_NO_FATAL_FAILURE(done(m_till->run({u"customer"_s, u"erase"_s, id, u"--yes"_s})));
    ASSERT_NO_FATAL_FAILURE(sync(*m_till));
    ASSERT_NO_FATAL_FAILURE(sync(second()));
    EXPECT_FALSE(isInDatabase("PLANT"));
    ASSERT_NO_FATAL_FAILURE(sync(away()));
    EXPECT_FALSE(isInDatabase("PLANT"));
    EXPECT_EQ(filesWith("PLANT"), QStringList());
    EXPECT_FALSE(m_platform->log().contains("PLANT"));

    for (const Device *device : {static_cast<const Device *>(m_till.get()), &second(), &away()}) {
        EXPECT_TRUE(device->items(words("customer list --filter lovelace")).isEmpty());
        ASSERT_NO_FATAL_FAILURE(done(device->run(words("db check"))));
        EXPECT_EQ(device->run(words("sync status --json")).json()[u"queue"_s][u"unsent"_s].toInt(), 0);
    }
    ASSERT_NO_FATAL_FAILURE(verifyTrail());
}

/// ADR 044.
TEST_F(ErasureStory, NothingIsLeftOfSomebodyWhoLeftNorInTheAuditTrail)
{
    m_till->setVariable(u"CREMA_PASSWORD"_s, password);
    ASSERT_NO_FATAL_FAILURE(done(m_till->run(words("user login keeper@example.org"))));
    const Finished made = m_till->run({u"person"_s, u"create"_s, u"--name"_s, u"PLANT Bea Brandt"_s, u"--email"_s,
                                       u"PLANT.bea@example.org"_s, u"--role"_s, u"barista"_s, u"--json"_s});
    ASSERT_NO_FATAL_FAILURE(done(made));
    const QString id = made.json().value(u"id"_s).toString();
    ASSERT_NO_FATAL_FAILURE(sync(*m_till));
    ASSERT_NO_FATAL_FAILURE(done(m_till->run({u"person"_s, u"edit"_s, id, u"name=PLANT Beatrice Brandt"_s})));
    ASSERT_NO_FATAL_FAILURE(sync(*m_till));
    ASSERT_NO_FATAL_FAILURE(sync(second()));
    ASSERT_TRUE(isInDatabase("PLANT Beatrice")) << "the search finds what is there";

    EXPECT_NE(m_till->run({u"person"_s, u"erase"_s, id, u"--yes"_s}).exitCode, 0) << "they may sign in";
    EXPECT_EQ(m_till->run({u"person"_s, u"erase"_s, u"brandt"_s, u"--yes"_s}).exitCode, 2) << "by its id alone";
    ASSERT_NO_FATAL_FAILURE(done(m_till->run({u"person"_s, u"disable"_s, id})));
    EXPECT_EQ(m_till->run({u"person"_s, u"erase"_s, id}).exitCode, 2) << "nobody said yes";
    const Finished erased = m_till->run({u"person"_s, u"erase"_s, id, u"--yes"_s, u"--json"_s});
    ASSERT_NO_FATAL_FAILURE(done(erased));
    EXPECT_TRUE(erased.json().contains(u"erased_at"_s));
    ASSERT_NO_FATAL_FAILURE(sync(*m_till));
    ASSERT_NO_FATAL_FAILURE(sync(second()));
    EXPECT_FALSE(isInDatabase("PLANT"));
    EXPECT_EQ(filesWith("PLANT"), QStringList());
    EXPECT_FALSE(m_platform->log().contains("PLANT"));
    for (const Device *device : {static_cast<const Device *>(m_till.get()), &second()}) {
        ASSERT_NO_FATAL_FAILURE(done(device->run(words("db check"))));
        EXPECT_EQ(device->run(words("sync status --json")).json()[u"queue"_s][u"unsent"_s].toInt(), 0);
    }
    EXPECT_TRUE(m_till->items(words("person list --filter brandt")).isEmpty());
    ASSERT_NO_FATAL_FAILURE(verifyTrail());
}

} // namespace crema::e2e
