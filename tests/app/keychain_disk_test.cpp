// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/keychain_disk.h"
#include "sync/seams/system_disk.h"
#include "tests/testing/seeded_randomness.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace crema {
namespace {

/// A keychain in memory that can be closed, full or forgetful.
class FakeKeychain final : public Keychain
{
public:
    bool isOpen() override { return open; }
    Result<QByteArray> read(const QString &entry) override
    {
        if (!entries.contains(entry))
            return failure(ProblemKind::Device, QStringLiteral("keychain.missing"), QStringLiteral("No such entry."));
        return entries.value(entry);
    }
    Result<void> write(const QString &entry, const QByteArray &secret) override
    {
        if (!takes)
            return failure(ProblemKind::Device, QStringLiteral("keychain.failed"), QStringLiteral("It is full."));
        entries.insert(entry, forgets ? QByteArray("something else") : secret);
        return {};
    }
    void remove(const QString &entry) override { entries.remove(entry); }

    bool open = true;
    bool takes = true;
    bool forgets = false;
    QHash<QString, QByteArray> entries;
};

class KeychainDiskTest : public ::testing::Test
{
protected:
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("store.key")); }
    [[nodiscard]] QByteArray file() const { return *system.read(path()); }

    QTemporaryDir folder;
    sync::SystemDisk system;
    FakeKeychain keychain;
    crema::testing::SeededRandomness randomness{1};
    KeychainDisk disk{system, keychain, randomness};
    const QByteArray secret = QByteArray("\0 a secret of 32 bytes with zero", 32);
};

TEST_F(KeychainDiskTest, KeepsASecretInTheKeychainAndItsNameInTheFile)
{
    ASSERT_TRUE(disk.writeSecret(path(), secret));
    EXPECT_EQ(keychain.entries.size(), 1);
    EXPECT_FALSE(file().contains(secret));
    EXPECT_EQ(disk.readSecret(path()), secret);
    EXPECT_FALSE(disk.writeSecret(path(), secret)) << "there is one already";
    EXPECT_EQ(keychain.entries.size(), 1);
    disk.removeSecret(path());
    EXPECT_TRUE(keychain.entries.isEmpty());
    EXPECT_FALSE(QFile::exists(path()));
}

TEST_F(KeychainDiskTest, KeepsASecretInAFileOfItsOwnerWithoutAKeychain)
{
    keychain.open = false;
    ASSERT_TRUE(disk.writeSecret(path(), secret));
    EXPECT_EQ(file(), secret);
    EXPECT_EQ(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), 0);
    EXPECT_EQ(disk.readSecret(path()), secret);
    EXPECT_TRUE(keychain.entries.isEmpty());
}

TEST_F(KeychainDiskTest, MovesAFileOverOnceAndAfterItWasReadBack)
{
    ASSERT_TRUE(system.writePrivate(path(), secret));
    for (const bool takes : {false, true}) {
        keychain.takes = takes;
        keychain.forgets = takes;
        EXPECT_EQ(disk.readSecret(path()), secret);
        EXPECT_EQ(file(), secret) << "what does not come back from the keychain stays in the file";
        EXPECT_TRUE(keychain.entries.isEmpty());
    }
    keychain.forgets = false;
    EXPECT_EQ(disk.readSecret(path()), secret);
    const QByteArray moved = file();
    EXPECT_FALSE(moved.contains(secret));
    EXPECT_EQ(disk.readSecret(path()), secret);
    EXPECT_EQ(file(), moved);
    EXPECT_EQ(keychain.entries.size(), 1);
}

TEST_F(KeychainDiskTest, SaysThatTheKeychainIsClosed)
{
    ASSERT_TRUE(disk.writeSecret(path(), secret));
    keychain.open = false;
    const auto read = disk.readSecret(path());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, QStringLiteral("keychain.closed"));
    EXPECT_FALSE(read.error().hint.isEmpty());
    keychain.open = true;
    keychain.entries.clear();
    EXPECT_EQ(disk.readSecret(path()).error().code, QStringLiteral("keychain.missing"));
}

} // namespace
} // namespace crema
