// SPDX-License-Identifier: GPL-3.0-or-later
// Argon2id as this machine has it, against known answers.
#include "models/security/secret_hash.h"

#include <argon2.h>
#include <gtest/gtest.h>

#include <QByteArray>

#include <array>

namespace crema {
namespace {

/// RFC 9106 section 5.3. Our own hashes have neither a secret nor associated data, so that it is asked of the library
/// that makes them.
TEST(Argon2Vectors, TheLibraryGivesTheTagOfRfc9106)
{
    std::array<std::uint8_t, 32> tag{};
    std::array<std::uint8_t, 32> password{};
    std::array<std::uint8_t, 16> salt{};
    std::array<std::uint8_t, 8> secret{};
    std::array<std::uint8_t, 12> data{};
    password.fill(1);
    salt.fill(2);
    secret.fill(3);
    data.fill(4);
    argon2_context context{};
    context.out = tag.data();
    context.outlen = tag.size();
    context.pwd = password.data();
    context.pwdlen = password.size();
    context.salt = salt.data();
    context.saltlen = salt.size();
    context.secret = secret.data();
    context.secretlen = secret.size();
    context.ad = data.data();
    context.adlen = data.size();
    context.t_cost = 3;
    context.m_cost = 32;
    context.lanes = 4;
    context.threads = 4;
    context.version = ARGON2_VERSION_13;
    context.flags = ARGON2_DEFAULT_FLAGS;
    ASSERT_EQ(argon2id_ctx(&context), ARGON2_OK);
    EXPECT_EQ(QByteArray(reinterpret_cast<const char *>(tag.data()), tag.size()).toHex(),
              "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

/// Answers of the reference implementation to "password" and "somesalt".
TEST(Argon2Vectors, HashesOfOthersAreChecked)
{
    const QString one =
        QStringLiteral("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    const QString two =
        QStringLiteral("$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc");
    for (const QString &encoded : {one, two}) {
        EXPECT_TRUE(verifySecret(QStringLiteral("password"), encoded));
        EXPECT_FALSE(verifySecret(QStringLiteral("Password"), encoded));
        QString other = encoded;
        other.replace(other.size() - 2, 1, u'A');
        EXPECT_FALSE(verifySecret(QStringLiteral("password"), other));
        EXPECT_FALSE(verifySecret(QStringLiteral("password"),
                                  QString(encoded).replace(QStringLiteral("t=2"), QStringLiteral("t=3"))));
        EXPECT_FALSE(verifySecret(QStringLiteral("password"),
                                  QString(encoded).replace(QStringLiteral("argon2id"), QStringLiteral("argon2i"))));
    }
    EXPECT_FALSE(isWeakerThanNow(one));
    EXPECT_TRUE(isWeakerThanNow(two)) << "it is hashed again at the next sign-in";
}

} // namespace
} // namespace crema
