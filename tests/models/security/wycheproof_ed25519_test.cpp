// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/signing_key.h"
#include "tests/testing/wycheproof.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

// What devices prove themselves with, and what the auditor's journal and the seals of the audit trail are signed with.
TEST(VerifySignature, AgreesWithWycheproof)
{
    const QList<QByteArrayList> vectors = testing::wycheproofLines(QStringLiteral("ed25519"));
    EXPECT_EQ(vectors.size(), 151);
    for (const QByteArrayList &vector : vectors) {
        const QByteArray publicKey = QByteArray::fromHex(vector.at(3));
        const QByteArray message = QByteArray::fromHex(vector.at(4));
        const QByteArray signature = QByteArray::fromHex(vector.at(5));
        EXPECT_EQ(verifySignature(publicKey, message, signature), vector.at(1) == "valid")
            << vector.at(0).constData() << ' ' << vector.at(2).constData();
    }
}

} // namespace
} // namespace crema
