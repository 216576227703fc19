// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/feed/catalog_reader.h"
#include "models/feed/entity_codec.h"
#include "models/feed/snapshot_chunk.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

const QUuid id(QStringLiteral("0193f6a0-0000-7000-8000-000000000001"));
const QUuid other(QStringLiteral("0193f6a0-0000-7000-8000-000000000002"));

Product fullProduct()
{
    Product product;
    product.id = ProductId(id);
    product.name = QStringLiteral("Café Crème");
    product.description = QStringLiteral("Milk, and \U0001F95B");
    product.brand = QStringLiteral("House");
    product.categories = {CategoryId(id), CategoryId(other)};
    product.taxClass = TaxClassId(other);
    product.archived = true;
    return product;
}

Variant fullVariant()
{
    Variant variant;
    variant.id = VariantId(other);
    variant.product = ProductId(id);
    variant.sku = QStringLiteral("CC-1");
    variant.options = {{QStringLiteral("Size"), QStringLiteral("250 g")},
                       {QStringLiteral("Grind"), QStringLiteral("–")}};
    variant.barcodes = {QStringLiteral("00000000000017"), QStringLiteral("00000000000024")};
    variant.price = Price{Money(1'240, *Currency::fromCode(u"EUR")), 1'000};
    variant.cost = Money(-3, *Currency::fromCode(u"EUR"));
    variant.unit = Unit::Gram;
    variant.weightGrams = 250;
    return variant;
}

QByteArray bytesOf(const auto &entity)
{
    return json::writeCanonical(codec::toJson(entity));
}

TEST(CanonicalCatalog, ReadsWhatTheLongWayReads)
{
    const Product product = fullProduct();
    EXPECT_EQ(codec::readCanonicalProduct(bytesOf(product)), product);
    EXPECT_EQ(*codec::readProduct(codec::toJson(product)), product);
    Product empty;
    empty.id = ProductId(id);
    EXPECT_EQ(codec::readCanonicalProduct(bytesOf(empty)), empty);
    const Variant variant = fullVariant();
    EXPECT_EQ(codec::readCanonicalVariant(bytesOf(variant)), variant);
    EXPECT_EQ(*codec::readVariant(codec::toJson(variant)), variant);
    Variant bare;
    bare.id = VariantId(id);
    bare.product = ProductId(id);
    EXPECT_EQ(codec::readCanonicalVariant(bytesOf(bare)), bare);
}

/// Unknown members, values out of bounds and escapes are for the long way.
TEST(CanonicalCatalog, LeavesEverythingElseToTheLongWay)
{
    QJsonObject product = codec::toJson(fullProduct());
    product.insert(QStringLiteral("zest"), true);
    EXPECT_FALSE(codec::readCanonicalProduct(json::writeCanonical(product)));
    Product quoted = fullProduct();
    quoted.name = QStringLiteral("\"House\"");
    EXPECT_FALSE(codec::readCanonicalProduct(bytesOf(quoted)));
    Product long1001 = fullProduct();
    long1001.brand = QString(1'001, u'a');
    EXPECT_FALSE(codec::readCanonicalProduct(bytesOf(long1001)));
    Product many = fullProduct();
    many.categories = QList<CategoryId>(101, CategoryId(id));
    EXPECT_FALSE(codec::readCanonicalProduct(bytesOf(many)));
    many.categories.removeLast();
    EXPECT_EQ(codec::readCanonicalProduct(bytesOf(many)), many);
    QJsonObject variant = codec::toJson(fullVariant());
    variant.insert(QStringLiteral("unit"), QStringLiteral("crate"));
    EXPECT_FALSE(codec::readCanonicalVariant(json::writeCanonical(variant)));
    variant = codec::toJson(fullVariant());
    variant.insert(QStringLiteral("barcodes"), QJsonValue());
    EXPECT_FALSE(codec::readCanonicalVariant(json::writeCanonical(variant)));
}

FeedRow rowOf(const QUuid &entityId, const QJsonObject &entity)
{
    return {{1, 7, 3}, entity::product.toString(), entityId, QStringLiteral("company"), false, entity};
}

SnapshotChunk someChunk()
{
    SnapshotChunk chunk;
    chunk.cut = {1, 7, 0};
    chunk.next = {entity::product.toString(), other};
    chunk.rows = {rowOf(id, codec::toJson(fullProduct())),
                  rowOf(other, {{QStringLiteral("name"), QStringLiteral("\t")}})};
    chunk.more = true;
    chunk.total = 12;
    return chunk;
}

TEST(CanonicalFeed, AChunkIsTheSameBothWays)
{
    SnapshotChunk chunk = someChunk();
    for (int rows = 2; rows >= 0; --rows) {
        const QByteArray bytes = writeSnapshotChunk(chunk);
        EXPECT_EQ(*readSnapshotChunk(bytes), chunk);
        EXPECT_EQ(*readSnapshotChunk(bytes + ' '), chunk) << "no canonical form";
        if (rows > 0)
            chunk.rows.removeLast();
    }
}

TEST(CanonicalFeed, APageIsTheSameBothWays)
{
    FeedPage page;
    page.after = {1, 5, 1};
    page.next = {1, 7, 3};
    FeedRow deleted = rowOf(other, {});
    deleted.deleted = true;
    page.rows = {rowOf(id, codec::toJson(fullProduct())), deleted};
    EXPECT_EQ(*readFeedPage(writeFeedPage(page)), page);
    EXPECT_EQ(*readFeedPage(writeFeedPage(page) + ' '), page);
    page.horizon = Cursor{1, 8, 0};
    page.rows.clear();
    EXPECT_EQ(*readFeedPage(writeFeedPage(page)), page);
    EXPECT_EQ(*readFeedPage(writeFeedPage(page) + ' '), page);
}

/// The bytes go into the store as they came.
TEST(CanonicalFeed, KeepsTheBytesOfAnEntity)
{
    const QByteArray bytes = bytesOf(fullProduct());
    const auto chunk = readSnapshotChunk(writeSnapshotChunk(someChunk()));
    EXPECT_EQ(chunk->rows[0].entity.document(), bytes);
    EXPECT_EQ(chunk->rows[0].entity.json(), codec::toJson(fullProduct()));
    EXPECT_EQ(chunk->rows[1].entity.document(), R"({"name":"\t"})");
}

/// No prefix of a chunk is one: what was cut off on its way is refused.
TEST(CanonicalFeed, APartOfAChunkIsNone)
{
    const QByteArray bytes = writeSnapshotChunk(someChunk());
    for (qsizetype length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(readSnapshotChunk(bytes.first(length)));
}

TEST(CanonicalFeed, CursorsReadTheSameInBothForms)
{
    for (const char *text : {"1.7423.19", "0.0.0", "1.18446744073709551615.9223372036854775807", "", "1.2", "1.2.3.4",
                             "-1.2.3", "1.-2.3", "01.2.3", "1.02.3", "+1.2.3", "1.2.3 ", "1..3", ".2.3", "1.2.",
                             "1.18446744073709551616.1", "9223372036854775808.1.1", "a.b.c"}) {
        const QLatin1StringView latin(text);
        EXPECT_EQ(Cursor::fromString(latin), Cursor::fromString(QString(latin))) << text;
    }
}

} // namespace
} // namespace crema
