// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/storage_failure.h"
#include "models/security/tokens.h"
#include "platform/database/secret_columns.h"
#include "platform/domain/audit_verbs.h"
#include "platform/domain/bootstrap.h"
#include "platform/domain/key_verbs.h"
#include "platform/domain/secrets_key.h"
#include "platform/identity/audit_sealing.h"
#include "platform/identity/second_factor.h"
#include "tests/platform/domain/services_fixture.h"

#include <QFile>

namespace crema::testing {
namespace {

using platform::SecretColumns;

TEST(SecretColumns, OpenOnlyWhatTheirKeySealedForThisPlace)
{
    SeededRandomness randomness(3);
    const SecretColumns columns(QByteArray(32, 'k'));
    const QByteArray sealed = columns.seal("a secret", "place", randomness);
    EXPECT_TRUE(SecretColumns::isSealed(sealed));
    EXPECT_FALSE(sealed.contains("a secret"));
    EXPECT_EQ(columns.open(sealed, "place"), QByteArray("a secret"));
    EXPECT_NE(columns.seal("a secret", "place", randomness), sealed) << "alike values do not look alike";
    EXPECT_FALSE(columns.open(sealed, "another place"));
    EXPECT_FALSE(SecretColumns(QByteArray(32, 'x')).open(sealed, "place"));
    EXPECT_FALSE(columns.open("a secret", "place"));
    EXPECT_FALSE(columns.open("sealed:1:", "place"));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = changed.at(i) == 'A' ? 'B' : 'A';
        const auto opened = columns.open(changed, "place");
        EXPECT_TRUE(!opened || opened == "a secret") << i; // the last letter has bits that say nothing
    }
}

/// A platform that ran without a key file for a while, and is started with one.
class SecretsKeyTest : public ServicesTest
{
protected:
    SecretsKeyTest()
    {
        background.stop();
        tokens = platformTokens();
        const auto connection = pool.borrow();
        (void)platform::auditSealKey(*connection, randomness);
        (void)storage.journalSeed(journalSeed);
        platform::Transaction transaction(*connection);
        EXPECT_TRUE(platform::offerTotp(transaction, manager, clock.now(), randomness));
        transaction.commit();
    }

    QString start()
    {
        const auto connection = pool.borrow();
        const Result<void> prepared = platform::prepareSecrets(*connection, path, randomness);
        if (prepared)
            pool.setSecrets(connection->sharedSecrets());
        return prepared ? QStringLiteral("started") : prepared.error().code;
    }

    static void write(const QString &to, const QByteArray &text)
    {
        QFile file(to);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        ASSERT_TRUE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    QByteArray read() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// No program works with the database any more: all sessions of the pools end but the one that ends them.
    void stopEverybody()
    {
        countOf("select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = "
                "current_database() and pid <> pg_backend_pid()");
        stopLooking();
    }

    int replace()
    {
        stopEverybody();
        return platform::replaceLostKeys({url, {}, {}, {}, path},
                                         {clock, randomness, log, metrics, checks, background, events});
    }

    std::int64_t clearSecrets()
    {
        return countOf("select (select count(*) from identity.signing_key where private not like 'sealed:1:%')"
                       " + (select count(*) from identity.totp where encode(secret, 'escape') not like 'sealed:1:%')"
                       " + (select count(*) from identity.audit_key where encode(seed, 'escape') not like "
                       "'sealed:1:%') + (select count(*) from sync.journal_key where encode(seed, 'escape') not like "
                       "'sealed:1:%')");
    }

    const QByteArray journalSeed = QByteArray(32, 'j');
    QTemporaryDir keys;
    QString path = keys.filePath(QStringLiteral("secrets.key"));
    std::unique_ptr<platform::AccessTokens> tokens;
    Till till = enrolTill();
};

TEST_F(SecretsKeyTest, SealsWhatStoodInClearAndEverythingGoesOn)
{
    EXPECT_EQ(clearSecrets(), 4);
    platform::AccessClaims claims;
    claims.device = till.device;
    claims.expiresAt = clock.now().plusMs(60'000);
    const QByteArray token = tokens->issue(claims, clock.now());
    QByteArray seal;
    {
        const auto connection = pool.borrow();
        seal = platform::auditSealKey(*connection, randomness);
    }
    ASSERT_EQ(start(), QStringLiteral("started"));
    EXPECT_EQ(clearSecrets(), 0);
    EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), 0);
    EXPECT_EQ(start(), QStringLiteral("started")) << "a second time there is nothing to do";
    const auto again = platform::loadAccessTokens(pool, clock.now(), randomness).value();
    EXPECT_TRUE(again->read(token, clock.now())) << "the key is the one that it was";
    EXPECT_EQ(storage.journalSeed(QByteArray(32, 'n')), journalSeed);
    const auto connection = pool.borrow();
    EXPECT_EQ(platform::auditSealKey(*connection, randomness), seal);
    platform::Transaction transaction(*connection);
    const auto wrong =
        platform::confirmTotp(transaction, manager.id, QStringLiteral("no code"), clock.now(), randomness);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, QStringLiteral("auth.wrong_code")) << "the secret was opened and the code compared";
}

TEST_F(SecretsKeyTest, WithoutAFileNothingIsSealed)
{
    path.clear();
    EXPECT_EQ(start(), QStringLiteral("started"));
    EXPECT_EQ(clearSecrets(), 4);
}

TEST_F(SecretsKeyTest, ALostKeyIsSaidAndNoNewOneIsMade)
{
    ASSERT_EQ(start(), QStringLiteral("started"));
    ASSERT_TRUE(QFile::remove(path));
    EXPECT_EQ(start(), QStringLiteral("secrets.key"));
    EXPECT_FALSE(QFile::exists(path));
    write(path, toBase64Url(QByteArray(32, 'x')).toLatin1() + '\n');
    EXPECT_EQ(start(), QStringLiteral("secrets.key")) << "another platform's over the same database";
    path.clear();
    EXPECT_EQ(start(), QStringLiteral("secrets.key"));
    pool.setSecrets(nullptr);
    const auto connection = pool.borrow();
    EXPECT_THROW((void)platform::auditSealKey(*connection, randomness), StorageFailure);
}

TEST_F(SecretsKeyTest, WhatALostKeySealedIsReplacedWhenSomebodySaysSo)
{
    ASSERT_EQ(start(), QStringLiteral("started"));
    {
        const auto connection = pool.borrow();
        EXPECT_TRUE(platform::sealAuditTrail(*connection, clock.now(), randomness));
    }
    ASSERT_TRUE(QFile::remove(path));
    ::testing::internal::CaptureStdout();
    EXPECT_EQ(replace(), 0);
    const std::string said = ::testing::internal::GetCapturedStdout();
    EXPECT_NE(said.find("manager@example.org sets up their authenticator anew."), std::string::npos) << said;
    EXPECT_EQ(clearSecrets(), 0);
    EXPECT_EQ(start(), QStringLiteral("started")) << "with a new key";
    EXPECT_TRUE(platform::loadAccessTokens(pool, clock.now(), randomness));
    EXPECT_EQ(countOf("select count(*) from identity.totp"), 0);
    EXPECT_NE(storage.journalSeed({}), journalSeed);
    ::testing::internal::CaptureStdout();
    EXPECT_EQ(replace(), 0);
    EXPECT_EQ(::testing::internal::GetCapturedStdout(), "Every key opens: nothing was replaced.\n");
    EXPECT_EQ(countOf("select count(*) from identity.signing_key"), 1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'token_key.replace'"), 1);
}

TEST_F(SecretsKeyTest, SealsOfALostKeyAreStillChecked)
{
    const auto verify = [this] {
        ::testing::internal::CaptureStdout();
        const int code = platform::verifyAuditTrail({url, {}, {}, {}, path},
                                                    {clock, randomness, log, metrics, checks, background, events});
        return std::pair(code, QString::fromStdString(::testing::internal::GetCapturedStdout()));
    };
    const auto seal = [this] {
        const auto connection = pool.borrow();
        return platform::sealAuditTrail(*connection, clock.now(), randomness);
    };
    ASSERT_EQ(start(), QStringLiteral("started"));
    const auto before = seal();
    ASSERT_TRUE(before);
    ASSERT_TRUE(QFile::remove(path));
    ::testing::internal::CaptureStdout();
    ASSERT_EQ(replace(), 0);
    ::testing::internal::GetCapturedStdout();
    ASSERT_EQ(start(), QStringLiteral("started"));
    const auto after = seal();
    ASSERT_TRUE(after);
    const auto [code, said] = verify();
    EXPECT_EQ(code, 0);
    EXPECT_TRUE(said.contains(QStringLiteral("%1 seals.").arg(after->number))) << qPrintable(said);
    EXPECT_TRUE(said.contains(QStringLiteral("Seals up to %1 are signed by an earlier key").arg(before->number)))
        << qPrintable(said);
    (void)countOf("with gone as (delete from identity.audit_public_key where first_seal = 1 returning 1) "
                  "select count(*) from gone");
    EXPECT_NE(verify().first, 0) << "no other key counts for it";
}

TEST_F(SecretsKeyTest, ANewKeyTakesThePlaceOfTheOldOne)
{
    ASSERT_EQ(start(), QStringLiteral("started"));
    const QByteArray before = read();
    {
        platform::Connection connection(url);
        const auto held = pool.borrow();
        EXPECT_EQ(platform::rotateSecrets(connection, path, randomness).error().code, QStringLiteral("secrets.in_use"))
            << "whoever runs holds the old key";
    }
    EXPECT_EQ(read(), before);
    stopEverybody();
    {
        platform::Connection connection(url);
        EXPECT_EQ(platform::rotateSecrets(connection, path, randomness), 4);
    }
    EXPECT_NE(read(), before);
    EXPECT_FALSE(QFile::exists(path + QStringLiteral(".new")));
    EXPECT_EQ(start(), QStringLiteral("started"));
    EXPECT_EQ(storage.journalSeed({}), journalSeed);
    const QByteArray after = read();
    write(path, before);
    EXPECT_EQ(start(), QStringLiteral("secrets.key")) << "the old one opens nothing any more";

    // Killed once all was sealed and before the file had its name.
    write(path + QStringLiteral(".new"), after);
    EXPECT_EQ(start(), QStringLiteral("started"));
    EXPECT_EQ(read(), after);
    EXPECT_FALSE(QFile::exists(path + QStringLiteral(".new")));

    // Killed before anything was sealed.
    write(path + QStringLiteral(".new"), toBase64Url(QByteArray(32, 'n')).toLatin1() + '\n');
    EXPECT_EQ(start(), QStringLiteral("started"));
    EXPECT_EQ(read(), after);
}

TEST_F(SecretsKeyTest, AKeyIsBroughtButNeverOverAnother)
{
    ASSERT_EQ(start(), QStringLiteral("started"));
    const QString other = keys.filePath(QStringLiteral("other"));
    ASSERT_TRUE(platform::bringSecretsKey(path, other));
    EXPECT_TRUE(platform::bringSecretsKey(path, other)) << "the same is there already";
    write(other, toBase64Url(QByteArray(32, 'x')).toLatin1() + '\n');
    EXPECT_EQ(platform::bringSecretsKey(path, other).error().code, QStringLiteral("secrets.file"));
    EXPECT_EQ(platform::bringSecretsKey(path, {}).error().code, QStringLiteral("secrets.file"));
}

TEST_F(SecretsKeyTest, AFileThatOthersReadOrThatHoldsNoKeyIsRefused)
{
    write(path, "no key\n");
    EXPECT_EQ(start(), QStringLiteral("secrets.file"));
    write(path, toBase64Url(QByteArray(32, 'x')).toLatin1() + '\n');
    ASSERT_TRUE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    EXPECT_EQ(start(), QStringLiteral("secrets.file"));
    path = QStringLiteral("/proc/none/secrets.key");
    EXPECT_EQ(start(), QStringLiteral("secrets.file"));
    EXPECT_EQ(clearSecrets(), 4) << "nothing was begun";
}

} // namespace
} // namespace crema::testing
