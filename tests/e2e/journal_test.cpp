// SPDX-License-Identifier: GPL-3.0-or-later
// The auditor's journal with the real programs: countersigned by a real platform, and checked by jq and openssl with
// the very recipe that docs/journal.md gives to auditors (sync.md rule 34).
#include "tests/e2e/demo_till.h"

#include <QFile>
#include <QStandardPaths>

namespace crema::e2e {
namespace {

class JournalStory : public DemoTill
{
protected:
    void SetUp() override
    {
        for (const char *tool : {"jq", "openssl", "xxd"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
                GTEST_SKIP() << tool << " is not installed";
        }
        DemoTill::SetUp();
    }

    void sell()
    {
        const QStringList sale = words("sale create --tender cash:5000 --line") << m_barcode;
        ASSERT_EQ(m_till->run(sale).exitCode, 0);
    }

    /// The indented lines of docs/journal.md.
    [[nodiscard]] static QByteArray recipe()
    {
        QFile page(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/docs/journal.md"));
        EXPECT_TRUE(page.open(QIODevice::ReadOnly));
        QByteArray script = "set -u\n";
        const QList<QByteArray> lines = page.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("    "))
                script += line.mid(4) + '\n';
        }
        return script;
    }

    /// What the recipe says about this export.
    [[nodiscard]] QByteArray audit(const QByteArray &journal) const
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("journal.jsonl")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(journal);
        file.close();
        QProcess bash;
        bash.setWorkingDirectory(folder.path());
        bash.setProcessChannelMode(QProcess::MergedChannels);
        bash.start(QStringLiteral("bash"), {QStringLiteral("-c"), QString::fromUtf8(recipe())});
        EXPECT_TRUE(bash.waitForFinished(60'000));
        return bash.readAll();
    }

    [[nodiscard]] QByteArray exported() const
    {
        const QString path = m_folder.filePath(QStringLiteral("journal.jsonl"));
        EXPECT_EQ(m_till->run(words("journal export") << path).exitCode, 0);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
};

TEST_F(JournalStory, AnAuditorChecksItWithTheRecipeOfTheManual)
{
    sell();
    sell();
    ASSERT_EQ(m_till->run(words("shift close --counted 10000")).exitCode, 0);
    ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);
    const QJsonArray entries = m_till->items(words("journal list"));
    ASSERT_EQ(entries.size(), 6); // its beginning, the shift, two sales, the end of the shift, the closing
    for (const QJsonValue &entry : entries)
        EXPECT_TRUE(entry.toObject().value(QStringLiteral("countersigned")).toBool());
    EXPECT_EQ(entries[0].toObject().value(QStringLiteral("kind")).toString(), QStringLiteral("closing"));
    const QJsonObject perpetual = entries[0].toObject().value(QStringLiteral("perpetual")).toObject();
    EXPECT_EQ(perpetual.value(QStringLiteral("minor")).toInteger(), 2 * m_price);
    const QJsonObject check = m_till->run(words("db check --json")).json();
    EXPECT_TRUE(check.value(QStringLiteral("sound")).toBool());
    EXPECT_EQ(check.value(QStringLiteral("journal_entries")).toInt(), 6);

    const QByteArray journal = exported();
    EXPECT_TRUE(journal.contains("\"countersignature\""));
    EXPECT_EQ(audit(journal), QByteArray());
    // One cent is enough.
    QByteArray forged = journal;
    const QByteArray price = QByteArray::number(m_price);
    forged.replace("\\\"minor\\\":" + price, "\\\"minor\\\":" + QByteArray::number(m_price - 1));
    ASSERT_NE(forged, journal);
    EXPECT_TRUE(audit(forged).contains("was changed")) << audit(forged).constData();
    QList<QByteArray> lines = journal.split('\n');
    lines.removeAt(3);
    EXPECT_TRUE(audit(lines.join('\n')).contains("entry 3 is missing")) << audit(lines.join('\n')).constData();
}

} // namespace
} // namespace crema::e2e
