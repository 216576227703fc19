// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/password_rule.h"
#include "models/security/sealed_text.h"
#include "models/security/secret_hash.h"
#include "models/security/signing_key.h"
#include "models/security/tokens.h"
#include "models/security/totp.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

TEST(SecretHash, VerifiesOnlyTheSecretItWasMadeOf)
{
    testing::SeededRandomness randomness;
    const QString encoded = hashSecret(QStringLiteral("4711"), randomness);
    EXPECT_TRUE(encoded.startsWith(QStringLiteral("$argon2id$v=19$m=19456,t=2,p=1$")));
    EXPECT_TRUE(verifySecret(QStringLiteral("4711"), encoded));
    EXPECT_FALSE(verifySecret(QStringLiteral("4712"), encoded));
    EXPECT_FALSE(verifySecret(QStringLiteral("4711"), QStringLiteral("not a hash")));
    EXPECT_NE(hashSecret(QStringLiteral("4711"), randomness), encoded);
}

QString refusal(const QString &password)
{
    const Result<void> checked =
        checkPassword(password, ownWordsOf(QStringLiteral("Mina Kowalski"), QStringLiteral("mina@larkmoor.example")));
    return checked ? QString() : checked.error().code;
}

TEST(PasswordRule, AsksForLengthAndNothingElse)
{
    EXPECT_EQ(refusal(QStringLiteral("x9f!Kq2zPw8")), QStringLiteral("password.too_short"));
    EXPECT_EQ(refusal(QStringLiteral("x9f!Kq2zPw8r")), QString());
    EXPECT_EQ(refusal(QStringLiteral("wet paper crane")), QString());
    EXPECT_EQ(refusal(QStringLiteral("drei Räder fünf Äpfel")), QString());
    EXPECT_EQ(refusal(QString(11, QChar(0x5496))), QStringLiteral("password.too_short")) << "characters, not bytes";
    const QString words = QStringLiteral("wet paper crane ").repeated(8);
    EXPECT_EQ(refusal(words), QString());
    EXPECT_EQ(refusal(words + u'x'), QStringLiteral("password.too_long"));
}

TEST(PasswordRule, RefusesWhatIsGuessedFirst)
{
    for (const QString &guess :
         {QStringLiteral("password1234"), QStringLiteral("Password12345!"), QStringLiteral("qwertyuiop[]"),
          QStringLiteral("aaaaaaaaaaaa"), QStringLiteral("123456789012"), QStringLiteral("Mina Larkmoor 2026"),
          QStringLiteral("MINA@LARKMOOR.example"), QStringLiteral("crema crema crema"),
          QStringLiteral("kowalskikowalski"), QStringLiteral("espresso1234")})
        EXPECT_EQ(refusal(guess), QStringLiteral("password.guessable")) << qPrintable(guess);
}

TEST(SealedText, OpensWithItsPassphraseOnlyAndUnchanged)
{
    testing::SeededRandomness randomness;
    const QString passphrase = QStringLiteral("wet paper crane");
    const QByteArray text(5'000, 'x');
    const Result<QByteArray> sealed = seal(text, passphrase, randomness);
    ASSERT_TRUE(sealed);
    EXPECT_FALSE(sealed->contains("xxxx"));
    EXPECT_EQ(*unseal(*sealed, passphrase), text);
    EXPECT_NE(*seal(text, passphrase, randomness), *sealed);
    EXPECT_EQ(*unseal(*seal({}, passphrase, randomness), passphrase), QByteArray());
    EXPECT_EQ(unseal(*sealed, QStringLiteral("wet paper crate")).error().code,
              QStringLiteral("sealed.wrong_passphrase"));
    // The salt, the nonce, the text and the tag: each is authenticated.
    for (const qsizetype place : {qsizetype(20), qsizetype(35), qsizetype(400), sealed->size() - 1}) {
        QByteArray changed = *sealed;
        changed[place] = static_cast<char>(changed[place] ^ 1);
        EXPECT_EQ(unseal(changed, passphrase).error().code, QStringLiteral("sealed.wrong_passphrase")) << place;
    }
    EXPECT_EQ(unseal(sealed->chopped(1), passphrase).error().code, QStringLiteral("sealed.wrong_passphrase"));
    EXPECT_EQ(unseal(sealed->first(30), passphrase).error().code, QStringLiteral("sealed.not_sealed"));
    EXPECT_EQ(unseal("{}", passphrase).error().code, QStringLiteral("sealed.not_sealed"));
}

TEST(SealedText, AsksForALongPassphraseAndTakesItHoweverItIsComposed)
{
    testing::SeededRandomness randomness;
    EXPECT_EQ(seal("text", QStringLiteral("1234567"), randomness).error().code, QStringLiteral("passphrase.too_short"));
    const QString composed = QStringLiteral("Kr\u00fcmelkaffee");
    const Result<QByteArray> sealed = seal("text", composed, randomness);
    ASSERT_TRUE(sealed);
    EXPECT_EQ(*unseal(*sealed, composed.normalized(QString::NormalizationForm_D)), QByteArray("text"));
}

TEST(SigningKey, GivesTheKeyAndSignatureOfRfc8032Test2)
{
    const QByteArray seed = QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    const Result<SigningKey> key = SigningKey::fromSeed(seed);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->publicKey().toHex(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const QByteArray message = QByteArray::fromHex("72");
    EXPECT_EQ(key->sign(message).toHex(), "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                          "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    EXPECT_TRUE(verifySignature(key->publicKey(), message, key->sign(message)));
    EXPECT_FALSE(verifySignature(key->publicKey(), "other", key->sign(message)));
    EXPECT_FALSE(verifySignature(key->publicKey(), message, "short"));
}

TEST(SigningKey, RefusesASeedOfAnotherLength)
{
    const Result<SigningKey> key = SigningKey::fromSeed("short");
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, QStringLiteral("key.length"));
}

TEST(SecretHash, KnowsWhichHashesTookLessWork)
{
    testing::SeededRandomness randomness;
    const QString now = hashSecret(QStringLiteral("a secret"), randomness);
    EXPECT_FALSE(isWeakerThanNow(now));
    EXPECT_FALSE(isWeakerThanNow(QString(now).replace(QStringLiteral("t=2"), QStringLiteral("t=3"))));
    EXPECT_TRUE(isWeakerThanNow(QString(now).replace(QStringLiteral("t=2"), QStringLiteral("t=1"))));
    EXPECT_TRUE(isWeakerThanNow(QString(now).replace(QStringLiteral("m=19456"), QStringLiteral("m=4096"))));
    EXPECT_TRUE(isWeakerThanNow(QString(now).replace(QStringLiteral("argon2id"), QStringLiteral("argon2i"))));
    EXPECT_TRUE(isWeakerThanNow(u"$2b$12$abcdefghijklmnopqrstuv"));
    EXPECT_TRUE(isWeakerThanNow({}));
}

TEST(OneTimeCode, IsReadWhateverWayPeopleTypeIt)
{
    testing::SeededRandomness randomness;
    const QString code = makeOneTimeCode(randomness);
    EXPECT_EQ(code.size(), 9);
    EXPECT_EQ(normalisedOneTimeCode(code.toLower()), normalisedOneTimeCode(QString(code).replace(u'-', u' ')));
    EXPECT_NE(makeOneTimeCode(randomness), code);
}

// RFC 6238 appendix B, the rows of SHA-1.
TEST(Totp, GivesTheCodesOfTheStandard)
{
    const QByteArray secret = "12345678901234567890";
    const auto codeAt = [&](std::int64_t second) { return totpCode(secret, totpStepOf(UtcTime(second * 1000)), 8); };
    EXPECT_EQ(codeAt(59), QStringLiteral("94287082"));
    EXPECT_EQ(codeAt(1'111'111'109), QStringLiteral("07081804"));
    EXPECT_EQ(codeAt(1'111'111'111), QStringLiteral("14050471"));
    EXPECT_EQ(codeAt(1'234'567'890), QStringLiteral("89005924"));
    EXPECT_EQ(codeAt(2'000'000'000), QStringLiteral("69279037"));
    EXPECT_EQ(codeAt(20'000'000'000), QStringLiteral("65353130"));
    EXPECT_EQ(totpCode(secret, totpStepOf(UtcTime(59'000))), QStringLiteral("287082"));
}

TEST(Totp, TakesTheCodeOfNowAndOneStepAround)
{
    const QByteArray secret = "12345678901234567890";
    const UtcTime now(1'111'111'111'000);
    const std::int64_t step = totpStepOf(now);
    for (std::int64_t away = -3; away <= 3; ++away) {
        const auto match = matchingTotpStep(secret, totpCode(secret, step + away), now);
        EXPECT_EQ(match, std::abs(away) <= 1 ? std::optional(step + away) : std::nullopt) << away;
    }
    EXPECT_EQ(matchingTotpStep(secret, QString(totpCode(secret, step)).insert(3, u' '), now), step);
    EXPECT_FALSE(matchingTotpStep(secret, {}, now));
    EXPECT_FALSE(matchingTotpStep(secret, u"00050471", now));
}

TEST(Totp, WritesSecretsAsAppsReadThem)
{
    // RFC 4648 section 10.
    EXPECT_EQ(toBase32("f"), QStringLiteral("MY"));
    EXPECT_EQ(toBase32("foobar"), QStringLiteral("MZXW6YTBOI"));
    EXPECT_EQ(toBase32("12345678901234567890"), QStringLiteral("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    EXPECT_EQ(totpUri(QStringLiteral("Crema"), QStringLiteral("a b@example.org"), "foobar"),
              QStringLiteral("otpauth://totp/Crema:a%20b%40example.org?secret=MZXW6YTBOI&issuer=Crema"));
}

TEST(Base64Url, ReadsWhatItWritesAndNothingElse)
{
    const QByteArray bytes = QByteArray::fromHex("fbff00fe");
    EXPECT_EQ(toBase64Url(bytes), QStringLiteral("-_8A_g"));
    EXPECT_EQ(fromBase64Url(QStringLiteral("-_8A_g")), bytes);
    EXPECT_FALSE(fromBase64Url(QStringLiteral("+/8A/g")));
}

TEST(ConstantTime, ComparesWholeValues)
{
    EXPECT_TRUE(equalInConstantTime("abc", "abc"));
    EXPECT_FALSE(equalInConstantTime("abc", "abd"));
    EXPECT_FALSE(equalInConstantTime("abc", "ab"));
}

} // namespace
} // namespace crema
