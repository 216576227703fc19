// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/access_tokens.h"

#include "models/base/json.h"
#include "models/base/uuid7.h"
#include "models/security/tokens.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <chrono>
#include <limits>

namespace crema::platform {
namespace {

using testing::SeededRandomness;

constexpr std::int64_t secondMs = 1'000;
constexpr std::int64_t minuteMs = 60 * secondMs;

/// Made once: the search for primes takes longer than all tests here.
const QByteArray &pem(int which = 0)
{
    static const QByteArrayList pems{TokenKey::generate(), TokenKey::generate(), TokenKey::generate()};
    return pems.at(which);
}

QByteArray encoded(const QByteArray &bytes)
{
    return toBase64Url(bytes).toLatin1();
}

class AccessTokensTest : public ::testing::Test
{
protected:
    AccessTokensTest() : tokens(AccessTokens::fromPem(pem(), randomness).value())
    {
        claims.device = makeId<DeviceId>(now, randomness);
        claims.person = makeId<PersonId>(now, randomness);
        claims.permissions = {QStringLiteral("catalog.read")};
        claims.expiresAt = now.plusMs(15 * minuteMs);
    }

    QByteArrayList goodParts() { return tokens->issue(claims, now).split('.'); }
    QJsonObject objectOf(const QByteArray &part)
    {
        return QJsonDocument::fromJson(*fromBase64Url(QString::fromLatin1(part))).object();
    }
    /// A token with this header and payload that our own key has signed: only what it says is wrong.
    QByteArray signedByUs(const QByteArray &header, const QByteArray &payload)
    {
        const QByteArray signedPart = encoded(header) + '.' + encoded(payload);
        return signedPart + '.' + encoded(TokenKey::fromPem(pem()).value()->sign(signedPart));
    }
    QByteArray withHeader(const QString &name, const QJsonValue &value)
    {
        QJsonObject header = objectOf(goodParts()[0]);
        header.insert(name, value);
        return signedByUs(json::writeCanonical(header), *fromBase64Url(QString::fromLatin1(goodParts()[1])));
    }
    QByteArray withClaim(const QString &name, const QJsonValue &value)
    {
        QJsonObject payload = objectOf(goodParts()[1]);
        if (value.isUndefined())
            payload.remove(name);
        else
            payload.insert(name, value);
        return signedByUs(*fromBase64Url(QString::fromLatin1(goodParts()[0])), json::writeCanonical(payload));
    }
    QString refusal(const QByteArray &token)
    {
        const Result<AccessClaims> read = tokens->read(token, now);
        return read ? QStringLiteral("accepted") : read.error().code;
    }

    SeededRandomness randomness{7};
    UtcTime now{1'800'000'000'000};
    std::unique_ptr<AccessTokens> tokens;
    AccessClaims claims;
    const QString notOurs = QStringLiteral("identity.token");
};

TEST_F(AccessTokensTest, SayWhatTheyWereMadeWithUntilTheyEnd)
{
    claims.location = makeId<LocationId>(now, randomness);
    const QByteArray token = tokens->issue(claims, now);
    EXPECT_FALSE(tokens->known(token, now)) << "nobody has looked at it yet";
    const Result<AccessClaims> read = tokens->read(token, now);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->device, claims.device);
    EXPECT_EQ(read->person, claims.person);
    EXPECT_EQ(read->location, claims.location);
    EXPECT_EQ(read->registerId, std::nullopt);
    EXPECT_EQ(read->permissions, claims.permissions);
    EXPECT_TRUE(tokens->known(token, now));
    EXPECT_FALSE(tokens->known(token, now.plusMs(15 * minuteMs)));
    const Result<AccessClaims> late = tokens->read(token, now.plusMs(15 * minuteMs));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, notOurs);
}

TEST_F(AccessTokensTest, AreAccessTokensByTheBook)
{
    const QByteArrayList parts = goodParts();
    const QJsonObject header = objectOf(parts[0]);
    EXPECT_EQ(header.value(QStringLiteral("typ")).toString(), QStringLiteral("at+jwt"));
    EXPECT_EQ(header.value(QStringLiteral("alg")).toString(), QStringLiteral("RS256"));
    const QJsonObject payload = objectOf(parts[1]);
    // RFC 9068 section 2.2: what an access token must say.
    for (const char *name : {"iss", "exp", "aud", "sub", "client_id", "iat", "jti"})
        EXPECT_TRUE(payload.contains(QLatin1StringView(name))) << name;
    EXPECT_NE(objectOf(goodParts()[1]).value(QStringLiteral("jti")), payload.value(QStringLiteral("jti")));
}

TEST_F(AccessTokensTest, CanBeCheckedWithThePublishedKeyAlone)
{
    const QJsonArray keys = tokens->keySet(now).value(QStringLiteral("keys")).toArray();
    ASSERT_EQ(keys.size(), 1);
    const QJsonObject jwk = keys[0].toObject();
    EXPECT_FALSE(jwk.contains(QStringLiteral("d"))) << "the private half stays here";
    const QByteArrayList parts = goodParts();
    EXPECT_EQ(objectOf(parts[0]).value(QStringLiteral("kid")), jwk.value(QStringLiteral("kid")));

    const auto number = [&jwk](const QString &name) {
        const QByteArray bytes = *fromBase64Url(jwk.value(name).toString());
        return BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<int>(bytes.size()),
                         nullptr);
    };
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> n(number(QStringLiteral("n")), &BN_free);
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> e(number(QStringLiteral("e")), &BN_free);
    const std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> builder(OSSL_PARAM_BLD_new(),
                                                                                  &OSSL_PARAM_BLD_free);
    ASSERT_EQ(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()), 1);
    ASSERT_EQ(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()), 1);
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> parameters(OSSL_PARAM_BLD_to_param(builder.get()),
                                                                             &OSSL_PARAM_free);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr), &EVP_PKEY_CTX_free);
    ASSERT_EQ(EVP_PKEY_fromdata_init(context.get()), 1);
    EVP_PKEY *raw = nullptr;
    ASSERT_EQ(EVP_PKEY_fromdata(context.get(), &raw, EVP_PKEY_PUBLIC_KEY, parameters.get()), 1);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(raw, &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const QByteArray signedPart = parts[0] + '.' + parts[1];
    const QByteArray signature = *fromBase64Url(QString::fromLatin1(parts[2]));
    ASSERT_EQ(EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()), 1);
    EXPECT_EQ(EVP_DigestVerify(digest.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                               static_cast<std::size_t>(signature.size()),
                               reinterpret_cast<const unsigned char *>(signedPart.constData()),
                               static_cast<std::size_t>(signedPart.size())),
              1);
}

TEST_F(AccessTokensTest, RefuseEveryOtherAlgorithm)
{
    const QByteArrayList good = goodParts();
    for (const char *name : {"none", "None", "NONE", "nOnE", "", "HS256", "HS384", "HS512", "RS384", "RS512", "PS256",
                             "ES256", "EdDSA", "rs256", "RS256 "}) {
        EXPECT_EQ(refusal(withHeader(QStringLiteral("alg"), QString::fromLatin1(name))), notOurs) << name;
        QJsonObject header = objectOf(good[0]);
        header.insert(QStringLiteral("alg"), QString::fromLatin1(name));
        // Without a signature, and with an empty one.
        EXPECT_EQ(refusal(encoded(json::writeCanonical(header)) + '.' + good[1] + '.'), notOurs) << name;
        EXPECT_EQ(refusal(encoded(json::writeCanonical(header)) + '.' + good[1]), notOurs) << name;
    }
    EXPECT_EQ(refusal(withHeader(QStringLiteral("alg"), QJsonValue::Null)), notOurs);
    EXPECT_EQ(refusal(withHeader(QStringLiteral("alg"), QJsonArray{QStringLiteral("RS256")})), notOurs);
}

TEST_F(AccessTokensTest, RefuseASignatureMadeWithThePublicKeyAsASecret)
{
    const QByteArrayList good = goodParts();
    QJsonObject header = objectOf(good[0]);
    const QJsonObject jwk = tokens->keySet(now).value(QStringLiteral("keys")).toArray().first().toObject();
    const QByteArray publicKey = *fromBase64Url(jwk.value(QStringLiteral("n")).toString());
    for (const char *algorithm : {"HS256", "RS256"}) {
        header.insert(QStringLiteral("alg"), QString::fromLatin1(algorithm));
        const QByteArray signedPart = encoded(json::writeCanonical(header)) + '.' + good[1];
        const QByteArray mac = QMessageAuthenticationCode::hash(signedPart, publicKey, QCryptographicHash::Sha256);
        EXPECT_EQ(refusal(signedPart + '.' + encoded(mac)), notOurs) << algorithm;
    }
}

TEST_F(AccessTokensTest, RefuseAKeyOfTheirOwn)
{
    const Result<std::shared_ptr<const TokenKey>> strange = TokenKey::fromPem(pem(1));
    const QByteArrayList good = goodParts();
    for (const QString &name : {QStringLiteral("jwk"), QStringLiteral("jku"), QStringLiteral("x5u"),
                                QStringLiteral("x5c"), QStringLiteral("crit"), QStringLiteral("b64")}) {
        // Signed by us, but with a member that nobody of ours writes …
        EXPECT_EQ(refusal(withHeader(name, QStringLiteral("https://evil.example/keys"))), notOurs) << qPrintable(name);
        // … and signed by the key that it brings along.
        QJsonObject header = objectOf(good[0]);
        header.insert(name, (*strange)->publicJwk());
        const QByteArray signedPart = encoded(json::writeCanonical(header)) + '.' + good[1];
        EXPECT_EQ(refusal(signedPart + '.' + encoded((*strange)->sign(signedPart))), notOurs) << qPrintable(name);
    }
    for (const char *name : {"", "../../../dev/null", "' or 1=1 --", "\x01", "0"})
        EXPECT_EQ(refusal(withHeader(QStringLiteral("kid"), QString::fromLatin1(name))), notOurs) << name;
    EXPECT_EQ(refusal(withHeader(QStringLiteral("kid"), QString::fromLatin1((*strange)->id()))), notOurs);
    EXPECT_EQ(refusal(withHeader(QStringLiteral("kid"), QJsonValue::Null)), notOurs);
}

TEST_F(AccessTokensTest, RefuseAnotherKindAnotherPlatformAndAnotherAudience)
{
    EXPECT_EQ(refusal(withHeader(QStringLiteral("typ"), QStringLiteral("JWT"))), notOurs);
    EXPECT_EQ(refusal(withHeader(QStringLiteral("typ"), QStringLiteral("refresh+jwt"))), notOurs);
    for (const QString &name : {QStringLiteral("iss"), QStringLiteral("aud")}) {
        EXPECT_EQ(refusal(withClaim(name, QStringLiteral("somebody"))), notOurs);
        EXPECT_EQ(refusal(withClaim(name, QJsonArray{QStringLiteral("crema-api")})), notOurs);
        EXPECT_EQ(refusal(withClaim(name, QJsonValue::Undefined)), notOurs);
    }
}

TEST_F(AccessTokensTest, RefuseTimesThatNobodyOfUsGives)
{
    const std::int64_t second = now.msSinceEpoch() / 1000;
    EXPECT_EQ(refusal(withClaim(QStringLiteral("exp"), QJsonValue::Undefined)), notOurs);
    EXPECT_EQ(refusal(withClaim(QStringLiteral("iat"), QJsonValue::Undefined)), notOurs);
    EXPECT_EQ(refusal(withClaim(QStringLiteral("exp"), qint64(second + 16 * 60))), notOurs) << "longer than 15 minutes";
    EXPECT_EQ(refusal(withClaim(QStringLiteral("exp"), -1)), notOurs);
    EXPECT_EQ(refusal(withClaim(QStringLiteral("exp"), QStringLiteral("never"))), notOurs);
    EXPECT_EQ(refusal(withClaim(QStringLiteral("iat"), qint64(second + 120))), notOurs) << "not made yet";
    EXPECT_EQ(refusal(withClaim(QStringLiteral("nbf"), qint64(second + 120))), notOurs) << "not good yet";
    EXPECT_EQ(refusal(withClaim(QStringLiteral("nbf"), QStringLiteral("soon"))), notOurs);
    EXPECT_EQ(refusal(withClaim(QStringLiteral("nbf"), qint64(second))), QStringLiteral("accepted"));
}

TEST_F(AccessTokensTest, RefuseWhatCanBeReadInTwoWays)
{
    const QByteArrayList good = goodParts();
    const QByteArray header = *fromBase64Url(QString::fromLatin1(good[0]));
    const QByteArray payload = *fromBase64Url(QString::fromLatin1(good[1]));
    QByteArray twice = payload;
    twice.insert(1, "\"per\":[\"people.manage\"],");
    EXPECT_EQ(refusal(signedByUs(header, twice)), notOurs);
    QByteArray twiceAlg = header;
    twiceAlg.insert(1, "\"alg\":\"none\",");
    EXPECT_EQ(refusal(signedByUs(twiceAlg, payload)), notOurs);
    EXPECT_EQ(refusal(signedByUs(header, payload + "{}")), notOurs);
    EXPECT_EQ(refusal(signedByUs("[]", payload)), notOurs);
    EXPECT_EQ(refusal(good.join('.') + '.'), notOurs);
    EXPECT_EQ(refusal('.' + good.join('.')), notOurs);
    EXPECT_EQ(refusal(good[0] + "=." + good[1] + '.' + good[2]), notOurs) << "padding";
    EXPECT_EQ(refusal({}), notOurs);
    EXPECT_EQ(refusal(QByteArray(1'000'000, 'a')), notOurs);
    EXPECT_EQ(refusal(good.join('.') + QByteArray(1'000'000, 'A')), notOurs);
}

/// The fastest of many tries in turn, which is hardly disturbed by what else the machine does.
TEST_F(AccessTokensTest, AnUnknownKeyTakesAsLongAsAWrongSignature)
{
    const auto nsOf = [this](const QByteArray &token) -> std::int64_t {
        const auto start = std::chrono::steady_clock::now();
        EXPECT_FALSE(tokens->read(token, now));
        return std::chrono::nanoseconds(std::chrono::steady_clock::now() - start).count();
    };
    const QByteArrayList good = goodParts();
    QByteArrayList tries{good[0] + '.' + good[1] + '.' + encoded(QByteArray(256, '\x2a'))};
    for (const QString &name : {QStringLiteral("kid"), QStringLiteral("alg"), QStringLiteral("typ")}) {
        QJsonObject header = objectOf(good[0]);
        header.insert(name, QStringLiteral("a-name-that-nobody-has"));
        tries.append(encoded(json::writeCanonical(header)) + tries[0].mid(good[0].size()));
    }
    QList<std::int64_t> fastest(tries.size(), std::numeric_limits<std::int64_t>::max());
    for (int i = 0; i < 400; ++i)
        for (qsizetype which = 0; which < tries.size(); ++which)
            fastest[which] = std::min(fastest[which], nsOf(tries[which]));
    for (qsizetype which = 1; which < tries.size(); ++which)
        EXPECT_GT(fastest[which] * 10, fastest[0] * 6) << tries[which].constData();
}

TEST_F(AccessTokensTest, RefuseATokenThatWasChangedAnywhere)
{
    const QByteArray good = goodParts().join('.');
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray changed = good;
        changed[i] = changed.at(i) == 'A' ? 'B' : 'A';
        EXPECT_EQ(refusal(changed), notOurs) << i;
    }
    EXPECT_EQ(refusal(good), QStringLiteral("accepted"));
}

class TokenKeyRingTest : public ::testing::Test
{
protected:
    /// A node of the platform with a look at the table.
    std::unique_ptr<TokenKeyRing> node()
    {
        const auto read = [this]() -> std::optional<QList<StoredTokenKey>> {
            ++reads;
            return isAway ? std::nullopt : std::optional(stored);
        };
        return TokenKeyRing::make(stored, now, 15 * minuteMs, read).value();
    }
    static QByteArray idOf(int which) { return TokenKey::fromPem(pem(which)).value()->id(); }

    UtcTime now{1'800'000'000'000};
    QList<StoredTokenKey> stored{{pem(0), now}};
    int reads = 0;
    bool isAway = false;
};

TEST_F(TokenKeyRingTest, ANewKeyIsPublishedThenSignsThenTheOldOneEnds)
{
    const auto ring = node();
    EXPECT_EQ(ring->signer(now)->id(), idOf(0)) << "the first key waits for nobody";
    const UtcTime rotated = now.plusMs(10 * minuteMs);
    stored.append({pem(1), rotated});
    EXPECT_EQ(ring->signer(rotated.plusMs(minuteMs))->id(), idOf(0));
    EXPECT_EQ(ring->believed(rotated.plusMs(minuteMs)).size(), 2);
    EXPECT_TRUE(ring->find(idOf(1), rotated.plusMs(minuteMs))) << "another node's clock may be ahead";
    EXPECT_EQ(ring->signer(rotated.plusMs(5 * minuteMs))->id(), idOf(1));
    EXPECT_TRUE(ring->find(idOf(0), rotated.plusMs(20 * minuteMs))) << "its last token ends just now";
    EXPECT_FALSE(ring->find(idOf(0), rotated.plusMs(21 * minuteMs)));
    EXPECT_EQ(ring->believed(rotated.plusMs(21 * minuteMs)).size(), 1);
}

TEST_F(TokenKeyRingTest, ReadsTheTableAtMostEachMinuteAndForAnUnknownKeyEachTenSeconds)
{
    const auto ring = node();
    for (int i = 0; i < 100; ++i) {
        EXPECT_TRUE(ring->signer(now.plusMs(i)));
        EXPECT_FALSE(ring->find("made up", now.plusMs(i)));
    }
    EXPECT_EQ(reads, 0);
    stored.append({pem(1), now});
    EXPECT_TRUE(ring->find(idOf(1), now.plusMs(10 * secondMs)));
    EXPECT_EQ(reads, 1);
    EXPECT_FALSE(ring->isStale(now.plusMs(60 * secondMs)));
    EXPECT_TRUE(ring->isStale(now.plusMs(70 * secondMs)));
    EXPECT_TRUE(ring->isStale(now.plusMs(-3600 * secondMs))) << "also when the clock was set back";
}

TEST_F(TokenKeyRingTest, KeepsWhatItHasWhileTheDatabaseIsAway)
{
    const auto ring = node();
    isAway = true;
    EXPECT_EQ(ring->signer(now.plusMs(10 * minuteMs))->id(), idOf(0));
    EXPECT_EQ(ring->version(now.plusMs(20 * minuteMs)), ring->version(now));
}

TEST_F(TokenKeyRingTest, ATokenOfAKeyThatWasTakenAwayIsNotRememberedAsGood)
{
    SeededRandomness randomness(3);
    AccessTokens tokens(node(), randomness);
    AccessClaims claims;
    claims.device = makeId<DeviceId>(now, randomness);
    claims.expiresAt = now.plusMs(15 * minuteMs);
    const QByteArray token = tokens.issue(claims, now);
    ASSERT_TRUE(tokens.read(token, now));
    stored = {{pem(2), now.plusMs(secondMs)}};
    EXPECT_TRUE(tokens.known(token, now.plusMs(30 * secondMs)));
    const UtcTime later = now.plusMs(61 * secondMs);
    EXPECT_FALSE(tokens.known(token, later));
    EXPECT_FALSE(tokens.read(token, later));
    EXPECT_TRUE(tokens.read(tokens.issue(claims, later), later));
}

TEST(TokenKey, IsNamedByItsThumbprint)
{
    const auto key = TokenKey::fromPem(pem()).value();
    QJsonObject members = key->publicJwk();
    for (const char *optional : {"alg", "kid", "use"})
        members.remove(QLatin1StringView(optional));
    // RFC 7638 section 3: SHA-256 of the required members in this order and form.
    const QByteArray text =
        QStringLiteral(R"({"e":"%1","kty":"RSA","n":"%2"})")
            .arg(members.value(QStringLiteral("e")).toString(), members.value(QStringLiteral("n")).toString())
            .toUtf8();
    EXPECT_EQ(key->id(), encoded(QCryptographicHash::hash(text, QCryptographicHash::Sha256)));
    EXPECT_EQ(members.value(QStringLiteral("e")).toString(), QStringLiteral("AQAB"));
}

TEST(TokenKey, RefusesWhatIsNoRsaKey)
{
    EXPECT_FALSE(TokenKey::fromPem("no key"));
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> curve(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> text(BIO_new(BIO_s_mem()), &BIO_free);
    ASSERT_EQ(PEM_write_bio_PrivateKey(text.get(), curve.get(), nullptr, nullptr, 0, nullptr, nullptr), 1);
    char *start = nullptr;
    const long length = BIO_get_mem_data(text.get(), &start);
    const auto key = TokenKey::fromPem(QByteArray(start, length));
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, QStringLiteral("identity.signing_key"));
}

} // namespace
} // namespace crema::platform
