// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/aes_256_gcm.h"
#include "tests/testing/wycheproof.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace crema::sync {
namespace {

using Bytes = std::vector<unsigned char>;
using Tag = std::array<unsigned char, Aes256Gcm::tagBytes>;

Bytes ofHex(const QByteArray &text)
{
    const QByteArray bytes = QByteArray::fromHex(text);
    return {bytes.begin(), bytes.end()};
}

struct GcmVector {
    explicit GcmVector(const QByteArrayList &words)
        : name(words.at(0) + ' ' + words.at(2)), isValid(words.at(1) == "valid"), nonce(ofHex(words.at(4))),
          authenticated(ofHex(words.at(5))), plain(ofHex(words.at(6))), sealed(ofHex(words.at(7)))
    {
        const Bytes keyBytes = ofHex(words.at(3));
        std::copy(keyBytes.begin(), keyBytes.end(), key.begin());
        const Bytes tagBytes = ofHex(words.at(8));
        std::copy(tagBytes.begin(), tagBytes.end(), tag.begin());
    }

    QByteArray name;
    bool isValid;
    Bytes nonce;
    Bytes authenticated;
    Bytes plain;
    Bytes sealed;
    std::array<unsigned char, Aes256Gcm::keyBytes> key{};
    Tag tag{};
};

QList<GcmVector> gcmVectors()
{
    QList<GcmVector> vectors;
    for (const QByteArrayList &words : crema::testing::wycheproofLines(QStringLiteral("aes_256_gcm")))
        vectors.append(GcmVector(words));
    return vectors;
}

TEST(Aes256Gcm, SealsAsWycheproofDoes)
{
    const QList<GcmVector> vectors = gcmVectors();
    EXPECT_EQ(vectors.size(), 66);
    for (const GcmVector &vector : vectors) {
        Bytes text = vector.plain;
        Tag tag{};
        Aes256Gcm(vector.key).seal(vector.nonce.data(), {}, vector.authenticated, text, tag.data());
        EXPECT_EQ(text, vector.sealed) << vector.name.constData();
        EXPECT_EQ(tag == vector.tag, vector.isValid) << vector.name.constData();
    }
}

TEST(Aes256Gcm, OpensWhatWycheproofCallsValidAndNothingElse)
{
    for (const GcmVector &vector : gcmVectors()) {
        Bytes text = vector.sealed;
        Tag tag = vector.tag;
        Aes256Gcm gcm(vector.key);
        EXPECT_EQ(gcm.open(vector.nonce.data(), {}, vector.authenticated, text, tag.data()), vector.isValid)
            << vector.name.constData();
        if (vector.isValid) {
            EXPECT_EQ(text, vector.plain) << vector.name.constData();
        }
    }
}

// A store authenticates where a block lies and then its head: together they are one text to the cipher.
TEST(Aes256Gcm, AuthenticatesPlaceAndHeadAsOneText)
{
    for (const GcmVector &vector : gcmVectors()) {
        const std::span all(vector.authenticated);
        const std::size_t half = all.size() / 2;
        Bytes text = vector.sealed;
        Tag tag = vector.tag;
        Aes256Gcm gcm(vector.key);
        EXPECT_EQ(gcm.open(vector.nonce.data(), all.first(half), all.subspan(half), text, tag.data()), vector.isValid)
            << vector.name.constData();
    }
}

} // namespace
} // namespace crema::sync
