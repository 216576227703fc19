// SPDX-License-Identifier: GPL-3.0-or-later
// What checkpoints say, asked of PostgreSQL and of the database in memory alike (sync.md rule 14).
#include "models/feed/entity_types.h"
#include "platform/sync/checkpoint.h"
#include "tests/simulation/platform/storage_kinds.h"

namespace crema::simulation {
namespace {

const QString company = platform::companyAudience();
const QString shop = QStringLiteral("location:shop");
const QString elsewhere = QStringLiteral("location:elsewhere");
const QString product = entity::product.toString();
const QString sale = entity::sale.toString();

QUuid idOf(int number)
{
    return QUuid(QStringLiteral("0193f6a0-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
}

QJsonObject documentOf(int value)
{
    return {{QStringLiteral("name"), QStringLiteral("Café “%1”").arg(value)}, {QStringLiteral("number"), value}};
}

template<class Kind>
class CheckpointConformance : public ::testing::Test
{
protected:
    static platform::FeedEntry row(const QString &type, int id, int value, const QString &audience = company)
    {
        return {type, idOf(id), audience, false, documentOf(value)};
    }
    static platform::FeedEntry gone(const QString &type, int id, const QString &audience = company)
    {
        return {type, idOf(id), audience, true, {}};
    }
    void publish(const QList<platform::FeedEntry> &entries)
    {
        const auto unit = kind.storage.begin();
        (void)unit->write(entries, {});
        unit->commit();
    }
    /// Where a device stands that has read everything.
    Cursor end()
    {
        const platform::FeedRows rows = kind.storage.feed({kind.storage.feedEpoch(), 0, 0}, audiences, 1'000);
        if (rows.rows.empty())
            return {rows.epoch, 0, 0};
        const platform::FeedText &last = rows.rows.back();
        return {rows.epoch, last.xid.toULongLong(), last.position.toLongLong()};
    }
    /// What a device makes of the rows that it was handed.
    Digests read()
    {
        Digests digests;
        const platform::FeedRows rows = kind.storage.feed({kind.storage.feedEpoch(), 0, 0}, audiences, 1'000);
        for (const platform::FeedText &text : rows.rows) {
            if (!text.deleted)
                digests[QString::fromLatin1(text.entityType)].add(QUuid::fromString(text.entityId), text.entity);
        }
        return digests;
    }
    Checkpoint told() { return *platform::checkpointAt(kind.storage, end(), audiences); }

    Kind kind;
    QStringList audiences{company, shop};
};

TYPED_TEST_SUITE(CheckpointConformance, StorageKinds);

TYPED_TEST(CheckpointConformance, TellsWhatADeviceHasThatReadEverything)
{
    EXPECT_TRUE(this->told().types.isEmpty());
    this->publish({this->row(product, 1, 1), this->row(product, 2, 2), this->row(sale, 3, 3, shop),
                   this->row(sale, 4, 4, elsewhere)});
    EXPECT_EQ(this->told().types, this->read());
    EXPECT_EQ(this->told().types.value(product).count, 2);
    EXPECT_EQ(this->told().types.value(sale).count, 1) << "what others hold is none of its own";
    // Changed, taken away, brought back, moved to another place, and written once more as it is.
    this->publish({this->row(product, 1, 10), this->gone(product, 2), this->gone(sale, 3, shop),
                   this->row(sale, 3, 3, elsewhere)});
    EXPECT_EQ(this->told().types, this->read());
    EXPECT_FALSE(this->told().types.contains(sale));
    this->publish({this->row(product, 2, 2), this->row(product, 1, 10)});
    EXPECT_EQ(this->told().types, this->read());
    EXPECT_EQ(this->told().types.value(product).count, 2);
}

TYPED_TEST(CheckpointConformance, SaysNothingOfAPlaceAfterWhichAnythingComes)
{
    this->publish({this->row(product, 1, 1)});
    const Cursor before = this->end();
    this->publish({this->row(product, 2, 2, elsewhere)});
    EXPECT_FALSE(platform::checkpointAt(this->kind.storage, before, this->audiences)->moved) << "not for this device";
    const auto slow = this->kind.storage.begin();
    (void)slow->write({this->row(product, 3, 3)}, {});
    EXPECT_FALSE(platform::checkpointAt(this->kind.storage, before, this->audiences)->moved) << "not committed";
    this->publish({this->row(product, 1, 4)});
    const auto held = platform::checkpointAt(this->kind.storage, before, this->audiences);
    EXPECT_TRUE(held->moved) << "it is held back, but the row that the device has is not here any more";
    EXPECT_TRUE(held->types.isEmpty());
    slow->commit();
    EXPECT_FALSE(this->told().moved);
    EXPECT_EQ(this->told().types, this->read());
}

TYPED_TEST(CheckpointConformance, OfAnotherEpochOrTheFutureIsRefused)
{
    const std::int64_t epoch = this->kind.storage.feedEpoch();
    EXPECT_EQ(platform::checkpointAt(this->kind.storage, {epoch + 1, 1, 1}, {company}).error().code,
              QStringLiteral("sync.cursor_epoch"));
    EXPECT_EQ(platform::checkpointAt(this->kind.storage, {epoch, std::uint64_t(1) << 60, 1}, {company}).error().code,
              QStringLiteral("sync.cursor_ahead"));
}

TYPED_TEST(CheckpointConformance, StaysTheSameWhenTombstonesLeaveAndWhenItIsMadeShorter)
{
    this->publish({this->row(product, 1, 1), this->row(product, 2, 2), this->gone(product, 3)});
    this->publish({this->gone(product, 2)});
    const Digests before = this->told().types;
    const UtcTime now(1'700'000'000'000);
    this->kind.storage.markFeed(now, UtcTime(0));
    EXPECT_EQ(this->kind.storage.prune(now, 10), 2);
    (void)this->kind.storage.foldDigests(100);
    EXPECT_LE(this->kind.storage.foldDigests(100), 1) << "one for each audience and type";
    EXPECT_EQ(this->kind.storage.digests({this->kind.storage.feedEpoch(), 1'000'000, 0}, this->audiences).types,
              before);
    EXPECT_EQ(this->kind.storage.recount(this->audiences, {product, sale}), 0) << "they were right";
}

/// Sums that came off the rows, by a restore of one table or by hand, are put right by the rows.
TEST(Checkpoint, CountsAnewWhatTheKeptSumsAreOffBy)
{
    Postgres postgres;
    const auto unit = postgres.storage.begin();
    (void)unit->write({{product, idOf(1), company, false, documentOf(1)}, {sale, idOf(2), shop, false, documentOf(2)}},
                      {});
    unit->commit();
    const Cursor far{postgres.storage.feedEpoch(), 1'000'000, 0};
    const Digests right = postgres.storage.digests(far, {company, shop}).types;
    postgres.pool.borrow()->runScript("delete from sync.feed_digest where entity_type = 'sale'");
    postgres.pool.borrow()->runScript("insert into sync.feed_digest values ('company', 'product', 3, 7::bit(128))");
    EXPECT_NE(postgres.storage.digests(far, {company, shop}).types, right);
    EXPECT_EQ(postgres.storage.recount({company, shop}, {product, sale}), 2);
    EXPECT_EQ(postgres.storage.digests(far, {company, shop}).types, right);
    EXPECT_EQ(postgres.storage.recount({company, shop}, {product, sale}), 0);
}

} // namespace
} // namespace crema::simulation
