// SPDX-License-Identifier: GPL-3.0-or-later
// Access tokens against the examples of the standards that they follow.
#include "models/security/tokens.h"
#include "platform/identity/access_tokens.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

namespace crema::testing {
namespace {

/// The key of RFC 7515 appendix A.2.1, in PKCS #8: everybody knows it.
QByteArray keyOfTheStandard()
{
    const QByteArray base64 =
        "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCh+BYK4uPJtGXOjS1lYmM2K5J9vinh8CR3/BYlzJChNuOL2TSX"
        "xbbqY913EeZ8dCn5VrD7io8ImtxLaYk8wTM/U+3QGbh3hCUv7JFP5IV3aVlL6kKA0ywPVb9ilE8TA5a8bpvfbr3SvaNnjuygxmj3"
        "AbONv/s4yDQs4v5tJ/reSlpIdJed1LnPmt7Ex1sFhSwsD174pcF1A5L5ROjtZMEQxrZHYJqkeDrrnGya11UxMFBji4NmXG9veoKj"
        "lnAqH2QbgtPr8jkiGUkftoaHLFcW9Qr4NY2ai50Xw0Byj3+H2JoY2PyrZ62EWQwuz3WTOTY8BwNNb2BvniHgVFbK5emhAgMBAAEC"
        "ggEAEq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7/GQ5sLKMgvfTeXZx9SE+7YwVol2NXOoAJe"
        "46sui395IW/GO+pWJ1O0BkTGoVEn2bKVRUCgu+GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn439X0M/V51gfpRLI9JYanr"
        "C4D4qAdGcopV/0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl/x/jTj3ccPDVZFD9pIuhLhBOneuf"
        "uBiB4cS98l2SR/RQyGWSeWjnczT0QU91p1DhOVRuOopznQKBgQDgHMQQ60imZV1URk0KpLttoLhyt3SmqdEf/kgHePDdtzEafpAu"
        "+cS191R2JiuoF2yzWXnwFDcqGigp5BNr0AHQfD8/Lk8l1Mk09jxxCfui5nYooNyac8YFjm3vItzVCVDnEd3BbVWG8qf6deqElMGA"
        "g+C2V0L4oNXnP7LZcPAZRwKBgQC5A8R+CZW2MvRTLLHzwZkUXV866cff7tx6kqa0finGG0KgeqlaZPxgCZnFp7AeAcCMtiynVlJ7"
        "vMVgePsLq6XtON4tB5kP9jAPrq3rbAOal78eUH5OcED6eNuCV8ixEu1eWcPNCS/l1OW1EnXUEoEHKl54Xrrz2uNwkgMTP1FZ1wKB"
        "gAcCn1dwJKufzBWQxWQp1vsM5fggqPN1qGb5y0MAk3g7/Ls5bkUp5u9SN0Ai3Ya6hNnvWJMb7sXQX6U/zyO2M/hTip7tUeh7CXgw"
        "o59dkpN75gJLVds29+DAncu3KXU4f2Fa+7bLNrur53k8KwPOq2bbuTG69QtV7Jr5MR0AHWKNAoGBAIf/evpitUf+4JYbLpvNXWcY"
        "052Mpz22aR84mY3nh3F2LF2mjMJDpTg7FmuyPcVw6EcGyoAe9fa65iNqCq+jdw6PVNGo2hxfjSiZ8IIzHdsPXI89//pMjZcQK9r+"
        "CCoRjaZjOYiIDktVWZzmevJuv6WywUqd57LE3Zar3dLSIkx1AoGAIYd7DHOhrWvxkwPQsRM2tOgrjbcrfvtQJipd+DlcxyVuuM9s"
        "QLdgjVk2oy26F0EmpScGLq2MowX7fhd/QJQ3ydy5cY7YIBi87w93IKLEdfnbJtoOPLUW0ITrJReOgo1cq9SbsxYawBgfp/gh6A56"
        "03k2+ZQwVK0JKSHuLFkuQ3U=";
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
}

/// RFC 7515 appendix A.2.1: the signing input, and what it is signed with.
const QByteArray signedPart =
    "eyJhbGciOiJSUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
const QByteArray signature =
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-"
    "0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--"
    "f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqt"
    "FZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77"
    "Rw";

TEST(StandardTokens, RS256SignsAndChecksTheExampleOfRfc7515)
{
    const auto key = platform::TokenKey::fromPem(keyOfTheStandard());
    ASSERT_TRUE(key);
    const QByteArray bytes = *fromBase64Url(QString::fromLatin1(signature));
    EXPECT_EQ((*key)->sign(signedPart), bytes);
    EXPECT_TRUE((*key)->hasSigned(signedPart, bytes));
    for (qsizetype bit = 0; bit < bytes.size() * 8; bit += 37) {
        QByteArray other = bytes;
        other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE((*key)->hasSigned(signedPart, other)) << "bit " << bit;
    }
    EXPECT_FALSE((*key)->hasSigned(signedPart + ' ', bytes));
    EXPECT_FALSE((*key)->hasSigned(signedPart, {}));
    const QJsonObject jwk = (*key)->publicJwk();
    EXPECT_EQ(jwk.value(QStringLiteral("e")), QJsonValue(QStringLiteral("AQAB")));
    EXPECT_TRUE(jwk.value(QStringLiteral("n")).toString().startsWith(QStringLiteral("ofgWCuLjybRlzo0tZWJjNiuSfb4p4f")));
}

/// Each is a token by its standard, and none is one of ours: not even the one that our own key signed.
TEST(StandardTokens, TheExamplesOfTheStandardsGetNobodyIn)
{
    const FixedClock clock;
    SeededRandomness randomness;
    const auto tokens = platform::AccessTokens::fromPem(keyOfTheStandard(), randomness);
    ASSERT_TRUE(tokens);
    platform::AccessClaims claims;
    claims.device = DeviceId(QUuid::createUuidV5(QUuid(), QStringLiteral("till")));
    claims.expiresAt = clock.now().plusMs(60'000);
    const QByteArray ours = (*tokens)->issue(claims, clock.now());
    ASSERT_TRUE((*tokens)->read(ours, clock.now()));
    const QByteArrayList parts = ours.split('.');
    // The header of RFC 7519 section 6.1: {"alg":"none"}.
    const QByteArray none = "eyJhbGciOiJub25lIn0";
    const QByteArray claimsOfTheStandard = signedPart.split('.').last();
    const QByteArrayList others{
        // RFC 7515 A.2: RS256 by the key that counts here.
        signedPart + '.' + signature,
        // RFC 7519 section 3.1 and RFC 7515 A.1: HS256.
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + claimsOfTheStandard +
            ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        // RFC 7519 section 6.1: unsecured; and the same over our own claims.
        none + '.' + claimsOfTheStandard + '.',
        none + '.' + parts.at(1) + '.',
        none + '.' + parts.at(1) + '.' + parts.at(2),
        // Ours with the header of the standard, which names neither key nor kind.
        "eyJhbGciOiJSUzI1NiJ9." + parts.at(1) + '.' + parts.at(2),
        // Five parts, as an encrypted one has (RFC 7519 appendix A.1).
        ours + '.' + parts.at(1) + '.' + parts.at(2),
    };
    for (const QByteArray &other : others) {
        const auto read = (*tokens)->read(other, clock.now());
        ASSERT_FALSE(read) << other.constData();
        EXPECT_EQ(read.error().code, QStringLiteral("identity.token")) << other.constData();
        EXPECT_FALSE((*tokens)->known(other, clock.now()));
    }
}

} // namespace
} // namespace crema::testing
