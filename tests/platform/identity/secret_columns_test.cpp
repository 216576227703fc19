// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/storage_failure.h"
#include "models/security/tokens.h"
#include "platform/database/secret_columns.h"
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

    void write(const QByteArray &text)
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        ASSERT_TRUE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    int forget()
    {
        return platform::forgetLostKeys({url, {}, {}, path},
                                        {clock, randomness, log, metrics, checks, background, events});
    }

    std::int64_t clearSecrets()
    {
        return countOf("select (select count(*) from identity.signing_key where private not like 'sealed:1:%')"
                       " + (select count(*) from identity.totp where encode(secret, 'escape') not like 'sealed:1:%')"
                       " + (select count(*) from identity.audit_key where encode(seed, 'escape') not like "
                       "'sealed:1:%')");
    }

    QTemporaryDir keys;
    QString path = keys.filePath(QStringLiteral("secrets.key"));
    std::unique_ptr<platform::AccessTokens> tokens;
    Till till = enrolTill();
};

TEST_F(SecretsKeyTest, SealsWhatStoodInClearAndEverythingGoesOn)
{
    EXPECT_EQ(clearSecrets(), 3);
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
    EXPECT_EQ(clearSecrets(), 3);
}

TEST_F(SecretsKeyTest, ALostKeyIsSaidAndNoNewOneIsMade)
{
    ASSERT_EQ(start(), QStringLiteral("started"));
    ASSERT_TRUE(QFile::remove(path));
    EXPECT_EQ(start(), QStringLiteral("secrets.key"));
    EXPECT_FALSE(QFile::exists(path));
    write(toBase64Url(QByteArray(32, 'x')).toLatin1() + '\n');
    EXPECT_EQ(start(), QStringLiteral("secrets.key")) << "another one's";
    path.clear();
    EXPECT_EQ(start(), QStringLiteral("secrets.key"));
    pool.setSecrets(nullptr);
    const auto connection = pool.borrow();
    EXPECT_THROW((void)platform::auditSealKey(*connection, randomness), StorageFailure);
}

TEST_F(SecretsKeyTest, WhatALostKeySealedIsForgottenWhenSomebodySaysSo)
{
    ASSERT_EQ(start(), QStringLiteral("started"));
    ASSERT_TRUE(QFile::remove(path));
    ::testing::internal::CaptureStdout();
    EXPECT_EQ(forget(), 0);
    EXPECT_EQ(::testing::internal::GetCapturedStdout().substr(0, 2), "1 ");
    EXPECT_EQ(start(), QStringLiteral("started")) << "with a new key";
    EXPECT_TRUE(platform::loadAccessTokens(pool, clock.now(), randomness));
    EXPECT_EQ(countOf("select count(*) from identity.totp"), 0);
    EXPECT_EQ(clearSecrets(), 0);
    ::testing::internal::CaptureStdout();
    EXPECT_EQ(forget(), 0);
    EXPECT_EQ(::testing::internal::GetCapturedStdout().substr(0, 2), "0 ") << "what opens stays";
    EXPECT_EQ(countOf("select count(*) from identity.signing_key"), 1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'token_key.rotate'"), 1);
}

TEST_F(SecretsKeyTest, AFileThatOthersReadOrThatHoldsNoKeyIsRefused)
{
    write("no key\n");
    EXPECT_EQ(start(), QStringLiteral("secrets.file"));
    write(toBase64Url(QByteArray(32, 'x')).toLatin1() + '\n');
    ASSERT_TRUE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    EXPECT_EQ(start(), QStringLiteral("secrets.file"));
    path = QStringLiteral("/proc/none/secrets.key");
    EXPECT_EQ(start(), QStringLiteral("secrets.file"));
    EXPECT_EQ(clearSecrets(), 3) << "nothing was begun";
}

} // namespace
} // namespace crema::testing
