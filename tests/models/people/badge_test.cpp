// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/badge.h"

#include "models/catalog/barcode.h"
#include "models/feed/entity_codec.h"
#include "tests/testing/seeded_randomness.h"

#include <QSet>

#include <gtest/gtest.h>

namespace crema {
namespace {

TEST(Badge, ACodeIsRandomAndTellsThatItIsABadge)
{
    testing::SeededRandomness randomness;
    QSet<QString> made;
    for (int i = 0; i < 200; ++i) {
        const QString code = makeBadgeCode(randomness);
        EXPECT_EQ(badgeCodeIn(code), code);
        EXPECT_EQ(code.size(), 36) << "34 digits are 112 bits";
        made.insert(code);
    }
    EXPECT_EQ(made.size(), 200);
}

TEST(Badge, AScannerMayChangeCaseAndEnds)
{
    testing::SeededRandomness randomness;
    const QString code = makeBadgeCode(randomness);
    EXPECT_EQ(badgeCodeIn(u' ' + code.toLower() + u'\t'), code);
}

TEST(Badge, NothingElseIsTakenForOne)
{
    testing::SeededRandomness randomness;
    const QString code = makeBadgeCode(randomness);
    for (const QString &other :
         {QString(), QStringLiteral("4006381333931"), code.mid(2), code.chopped(1), code + u'1', u'X' + code.mid(1),
          code.chopped(1) + u'X', code.chopped(1) + QChar(0x0661), QStringLiteral("(01)04006381333931(10)ABC")})
        EXPECT_FALSE(badgeCodeIn(other)) << qPrintable(other);
}

/// Badges that are printed go on opening tills: the hash of a code never changes.
TEST(Badge, TheHashStaysTheSame)
{
    const QString hash = badgeHash(QStringLiteral("CB0123456789012345678901234567890123"));
    EXPECT_EQ(hash, QStringLiteral("bL2OR3KBimjpEu4HKOsm9WgTKet0nMpCmYu296cYCG4"));
    EXPECT_TRUE(isBadgeHash(hash));
    EXPECT_FALSE(isBadgeHash({}));
    EXPECT_FALSE(isBadgeHash(QStringLiteral("$argon2id$v=19")));
}

/// A program that knows no badges reads a person without one as ever.
TEST(Badge, WhoHasNoneIsWrittenAsBefore)
{
    Person person;
    person.id = PersonId(QUuid::createUuidV5(QUuid(), QStringLiteral("bea")));
    person.name = QStringLiteral("Bea");
    EXPECT_FALSE(codec::toJson(person).contains(QStringLiteral("badge_hash")));
    person.badgeHash = badgeHash(QStringLiteral("CB"));
    EXPECT_EQ(codec::readPerson(codec::toJson(person))->badgeHash, person.badgeHash);
}

} // namespace
} // namespace crema
