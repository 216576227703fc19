// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks that Python's hmac signed (tests/vectors/make_stripe_signatures.py).
#include "platform/payments/stripe_signature.h"

#include <QFile>

#include <gtest/gtest.h>

namespace crema::platform {
namespace {

TEST(StripeSignatureTest, IsBelievedAsTheVectorsSay)
{
    QFile file(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/tests/vectors/stripe_signatures.txt"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    UtcTime now;
    QByteArray secret;
    int cases = 0;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("now "))
            now = UtcTime(line.mid(4).toLongLong() * 1'000);
        if (line.startsWith("secret "))
            secret = line.mid(7);
        const QByteArrayList parts = line.split('\t');
        if (parts.size() != 4)
            continue;
        ++cases;
        EXPECT_EQ(isSignedByStripe(QByteArray::fromHex(parts[1]), parts[2], secret, now), parts[3] == "yes")
            << parts[0].constData();
        EXPECT_FALSE(isSignedByStripe(QByteArray::fromHex(parts[1]), parts[2], {}, now)) << parts[0].constData();
    }
    EXPECT_EQ(cases, 26);
}

} // namespace
} // namespace crema::platform
