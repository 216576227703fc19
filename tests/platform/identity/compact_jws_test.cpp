// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/compact_jws.h"

#include "platform/identity/access_tokens.h"
#include "tests/testing/seeded_randomness.h"
#include "tests/testing/wycheproof.h"

#include <gtest/gtest.h>

#include <QMap>

namespace crema::platform {
namespace {

struct JwsVector {
    QByteArray name;
    bool isValid;
    QByteArray key;
    QByteArray text;
};

class WycheproofJws : public ::testing::Test
{
protected:
    WycheproofJws()
    {
        for (const QByteArrayList &words : crema::testing::wycheproofLines(QStringLiteral("jws_rs256"))) {
            if (words.at(0) == "key")
                pems.insert(words.at(1),
                            "-----BEGIN PRIVATE KEY-----\n" + words.at(2) + "\n-----END PRIVATE KEY-----\n");
            else
                vectors.append({words.at(0) + ' ' + words.at(5), words.at(1) == "valid", words.at(3), words.at(4)});
        }
    }

    QMap<QByteArray, QByteArray> pems; ///< by the name of the key
    QList<JwsVector> vectors;
};

TEST_F(WycheproofJws, IsSignedWhereItIsValidAndNowhereElse)
{
    EXPECT_EQ(vectors.size(), 237);
    QMap<QByteArray, std::shared_ptr<const TokenKey>> keys;
    for (auto it = pems.cbegin(); it != pems.cend(); ++it)
        keys.insert(it.key(), TokenKey::fromPem(it.value()).value());
    for (const JwsVector &vector : vectors) {
        const std::optional<CompactJws> jws = CompactJws::read(vector.text);
        EXPECT_EQ(jws && jws->isSignedBy(*keys.value(vector.key)), vector.isValid) << vector.name.constData();
    }
}

// Their names of keys are not ours, and they say no kind: also what is well signed is no access token.
TEST_F(WycheproofJws, IsNoAccessTokenEvenOfItsOwnKey)
{
    crema::testing::SeededRandomness randomness(7);
    QMap<QByteArray, std::shared_ptr<AccessTokens>> tokens;
    for (auto it = pems.cbegin(); it != pems.cend(); ++it)
        tokens.insert(it.key(), AccessTokens::fromPem(it.value(), randomness).value());
    for (const JwsVector &vector : vectors) {
        const Result<AccessClaims> read = tokens.value(vector.key)->read(vector.text, UtcTime(1'800'000'000'000));
        ASSERT_FALSE(read) << vector.name.constData();
        EXPECT_EQ(read.error().code, QStringLiteral("identity.token")) << vector.name.constData();
    }
}

TEST(CompactJws, SaysWhatIsInIt)
{
    // RFC 7515 appendix A.2.1, with the signature left to the vectors.
    const std::optional<CompactJws> jws = CompactJws::read("eyJhbGciOiJSUzI1NiJ9."
                                                           "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly"
                                                           "9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.AA");
    ASSERT_TRUE(jws);
    EXPECT_EQ(jws->header(), (QJsonObject{{QStringLiteral("alg"), QStringLiteral("RS256")}}));
    EXPECT_TRUE(jws->payload().startsWith("{\"iss\":\"joe\",\r\n"));
}

} // namespace
} // namespace crema::platform
