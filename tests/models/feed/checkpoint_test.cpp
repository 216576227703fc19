// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/checkpoint.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

const QString product = entity::product.toString();
const QString sale = entity::sale.toString();
const QUuid one(QStringLiteral("0193f6a0-0000-7000-8000-000000000001"));
const QUuid two(QStringLiteral("0193f6a0-0000-7000-8000-000000000002"));

TypeDigest digestOf(const QList<std::pair<QUuid, QByteArray>> &entities)
{
    TypeDigest digest;
    for (const auto &[id, document] : entities)
        digest.add(id, document);
    return digest;
}

/// sync.md rule 14: both sides come to the same, whatever the order.
TEST(TypeDigest, IsThatOfTheEntitiesInAnyOrder)
{
    const TypeDigest both = digestOf({{one, R"({"name":"a"})"}, {two, R"({"name":"b"})"}});
    EXPECT_EQ(both, digestOf({{two, R"({"name":"b"})"}, {one, R"({"name":"a"})"}}));
    EXPECT_EQ(both.count, 2);
    TypeDigest parts = digestOf({{one, R"({"name":"a"})"}});
    parts.add(digestOf({{two, R"({"name":"b"})"}}));
    EXPECT_EQ(parts, both);
    EXPECT_NE(digestOf({{one, R"({"name":"b"})"}, {two, R"({"name":"a"})"}}), both) << "documents that changed places";
    EXPECT_NE(digestOf({{one, R"({"name":"a"})"}}), both);
}

/// `printf '0193f6a0-0000-7000-8000-000000000001 {}' | sha256sum`
TEST(TypeDigest, IsTheBeginningOfSha256)
{
    EXPECT_EQ(digestOf({{one, "{}"}}).hashText(), QStringLiteral("1775e3aae5546dbbce6e1dd69aec04ff"));
    EXPECT_EQ(TypeDigest().hashText(), QStringLiteral("00000000000000000000000000000000"));
}

TEST(Checkpoint, NamesTheTypesThatDiffer)
{
    const Digests here{{product, digestOf({{one, "{}"}})}, {sale, digestOf({{two, "{}"}})}};
    EXPECT_TRUE(differences(here, here).isEmpty());
    EXPECT_EQ(differences(here, {{product, digestOf({{one, "{}"}})}}), QStringList{sale});
    EXPECT_EQ(differences({}, here), (QStringList{product, sale}));
    EXPECT_EQ(differences({{product, TypeDigest()}}, {}), QStringList()) << "none is none";
    const Digests others{{entity::acknowledgement.toString(), digestOf({{one, "{}"}})},
                         {QStringLiteral("something_new"), digestOf({{one, "{}"}})}};
    EXPECT_TRUE(differences({}, others).isEmpty()) << "what is no row here, and what this version does not know";
}

TEST(Checkpoint, IsReadAsItWasWritten)
{
    const Checkpoint told{{1, 7'423, 19}, false, {{product, digestOf({{one, "{}"}, {two, "{}"}})}}};
    const auto read = readCheckpoint(writeCheckpoint(told));
    ASSERT_TRUE(read) << qPrintable(read.error().code);
    EXPECT_EQ(*read, told);
    const Checkpoint moved{{1, 7'423, 19}, true, {}};
    EXPECT_EQ(*readCheckpoint(writeCheckpoint(moved)), moved);
}

TEST(Checkpoint, WhatIsNoneIsRefused)
{
    for (const char *text : {"", "[]", R"({"at":"1.2.3"})", R"({"at":"x","moved":false,"types":{}})",
                             R"({"at":"1.2.3","moved":false,"types":{"product":{"count":-1,"hash":"00"}}})",
                             R"({"at":"1.2.3","moved":false,"types":{"product":
                                 {"count":1,"hash":"0000000000000000000000000000000g"}}})",
                             R"({"after":"1.2.3","horizon":null,"more":false,"next":"1.2.3","rows":[]})"})
        EXPECT_FALSE(readCheckpoint(text)) << text;
}

} // namespace
} // namespace crema
