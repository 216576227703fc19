// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/store_cipher.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace crema::sync {
namespace {

using Block = std::vector<unsigned char>;

/// 4,096 bytes that differ, with the room at the end that encryption needs.
Block plainBlock()
{
    Block block(4'096);
    std::iota(block.begin(), block.end(), static_cast<unsigned char>(1));
    std::fill(block.end() - StoreCipher::overheadBytes, block.end(), static_cast<unsigned char>(0));
    return block;
}

class StoreCipherTest : public ::testing::Test
{
protected:
    crema::testing::SeededRandomness randomness{1};
    StoreCipher cipher{QByteArray(StoreCipher::keyBytes, 'k'), randomness};
    StoreCipher other{QByteArray(StoreCipher::keyBytes, 'o'), randomness};
    const Block plain = plainBlock();
};

TEST_F(StoreCipherTest, OpensWhatItSealedAndLeavesTheHeadReadable)
{
    Block block = plain;
    cipher.sealBlock(block, StoreCipher::Kind::Database, 0, 100);
    EXPECT_TRUE(std::equal(block.begin(), block.begin() + 100, plain.begin()));
    EXPECT_FALSE(std::equal(block.begin() + 100, block.begin() + 132, plain.begin() + 100));
    EXPECT_TRUE(cipher.openBlock(block, StoreCipher::Kind::Database, 0, 100));
    EXPECT_EQ(block, plain);
}

TEST_F(StoreCipherTest, SealsTheSameDifferentlyEachTime)
{
    Block first = plain;
    Block second = plain;
    cipher.sealBlock(first, StoreCipher::Kind::Log, 56);
    cipher.sealBlock(second, StoreCipher::Kind::Log, 56);
    EXPECT_NE(first, second);
}

TEST_F(StoreCipherTest, RefusesABlockThatWasChangedAnywhere)
{
    Block sealed = plain;
    cipher.sealBlock(sealed, StoreCipher::Kind::Database, 0, 100);
    for (std::size_t at = 0; at < sealed.size(); at += 17) {
        Block changed = sealed;
        changed[at] ^= 1;
        EXPECT_FALSE(cipher.openBlock(changed, StoreCipher::Kind::Database, 0, 100)) << at;
    }
}

TEST_F(StoreCipherTest, RefusesABlockOfAnotherPlaceKindOrKey)
{
    Block sealed = plain;
    cipher.sealBlock(sealed, StoreCipher::Kind::Database, 8'192);
    for (const auto &[kind, offset] :
         {std::pair(StoreCipher::Kind::Database, 4'096), std::pair(StoreCipher::Kind::Log, 8'192)}) {
        Block moved = sealed;
        EXPECT_FALSE(cipher.openBlock(moved, kind, offset));
    }
    EXPECT_FALSE(other.openBlock(sealed, StoreCipher::Kind::Database, 8'192));
}

TEST_F(StoreCipherTest, HidesTheHeadOfAFrame)
{
    const Block head(plain.begin(), plain.begin() + 24);
    Block sealed = head;
    cipher.sealHead(sealed, 32);
    EXPECT_NE(sealed, head);
    Block elsewhere = sealed;
    cipher.openHead(elsewhere, 4'152);
    EXPECT_NE(elsewhere, head);
    cipher.openHead(sealed, 32);
    EXPECT_EQ(sealed, head);
}

TEST_F(StoreCipherTest, SealsLinesThatStayLines)
{
    const QByteArray line = "0123 7 {\"name\":\"Ada\"}";
    QByteArray sealed = cipher.sealLine(line);
    EXPECT_TRUE(sealed.startsWith('!'));
    EXPECT_FALSE(sealed.contains('\n'));
    EXPECT_FALSE(sealed.contains("Ada"));
    EXPECT_EQ(cipher.openLine(sealed), line);
    EXPECT_FALSE(other.openLine(sealed));
    EXPECT_FALSE(cipher.openLine(line));
    EXPECT_FALSE(cipher.openLine(sealed.chopped(4)));
}

TEST_F(StoreCipherTest, TellsKeysApart)
{
    const QByteArray fingerprint = StoreCipher::fingerprintOf(QByteArray(32, 'k'));
    EXPECT_EQ(fingerprint.size(), StoreCipher::fingerprintBytes);
    EXPECT_NE(fingerprint[0], '\0');
    EXPECT_NE(fingerprint, StoreCipher::fingerprintOf(QByteArray(32, 'o')));
}

} // namespace
} // namespace crema::sync
