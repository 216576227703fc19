// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop sets, changed on this device and by the feed.
#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/settings_recording.h"
#include "sync/store/settings_rows.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

using namespace shop_setting;

class SettingsClientTest : public ClientTest
{
protected:
    PlaceId company() { return now(client.shopSettings())->constFirst().id; }
    PlaceId here() { return PlaceId(client.state().location->id.value()); }
    QString set(PlaceId place, QStringView key, const QJsonValue &seen, const QJsonValue &value)
    {
        const Result<void> done = now(client.setShopSetting(place, key.toString(), seen, value));
        return done ? QString() : done.error().code;
    }
};

TEST_F(SettingsClientTest, AChangeCountsHereAtOnceAndIsSentOnce)
{
    EXPECT_EQ(client.state().settings.number(tillLockMinutes), 5);
    EXPECT_EQ(set(company(), tillLockMinutes, {}, 10), QString());
    EXPECT_EQ(client.state().settings.number(tillLockMinutes), 10);
    EXPECT_EQ(set(here(), tillLockMinutes, {}, 2), QString());
    EXPECT_EQ(client.state().settings.number(tillLockMinutes), 2);
    EXPECT_EQ(client.state().settings.origin(tillLockMinutes), SettingOrigin::Location);
    EXPECT_EQ(set(here(), tillLockMinutes, 2, {}), QString());
    EXPECT_EQ(client.state().settings.number(tillLockMinutes), 10);
    const QList<ShopSettings> all = *now(client.shopSettings());
    EXPECT_EQ(all.first().lastChange(tillLockMinutes)->by, client.state().person->id);
    ASSERT_TRUE(sync().complete());
    const auto sent = std::count_if(platform.operations.cbegin(), platform.operations.cend(),
                                    [](const Operation &each) { return each.type == operation::settingsEdit; });
    EXPECT_EQ(sent, 3);
}

TEST_F(SettingsClientTest, WhatDoesNotFitIsRefusedBeforeItIsRecorded)
{
    EXPECT_EQ(set(company(), tillLockMinutes, {}, 0), QStringLiteral("setting.value"));
    EXPECT_EQ(set(company(), u"till.colour", {}, 0), QStringLiteral("setting.unknown"));
    EXPECT_EQ(set(here(), sessionDays, {}, 7), QStringLiteral("setting.company_only"));
    EXPECT_EQ(set(PlaceId(QUuid::createUuid()), tillLockMinutes, {}, 7), QStringLiteral("setting.unknown"));
    EXPECT_EQ(client.state().queue.queued, 0);
    Person bea;
    bea.name = QStringLiteral("Bea");
    bea.role = Role::Barista;
    const Person barista = *now(client.createPerson(bea, QStringLiteral("2718")));
    ASSERT_TRUE(now(client.switchByPin(barista.id, QStringLiteral("2718"))));
    EXPECT_EQ(set(company(), tillLockMinutes, {}, 7), QStringLiteral("auth.not_allowed"));
}

TEST_F(SettingsClientTest, TheLinesOfAReceiptAreTheShopsOwn)
{
    EXPECT_EQ(set(here(), receiptHeader, {}, QStringLiteral("Larkmoor\nOpen until six")), QString());
    EXPECT_EQ(client.state().location->receiptHeader, QStringLiteral("Larkmoor\nOpen until six"));
}

TEST_F(SettingsClientTest, RightsHoldForAsLongAsTheShopHasSet)
{
    ShopSettings set24 = now(client.shopSettings())->constFirst();
    set24.values.insert(rightsHoldHours.toString(), 24);
    platform.addToFeed(entity::settings.toString(), set24.id.value(), codec::toJson(set24));
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(client.state().settings.number(rightsHoldHours), 24) << "live by the feed";
    folder.clock.advance(24ll * 60 * 60 * 1000);
    EXPECT_EQ(set(company(), tillLockMinutes, {}, 10), QString());
    folder.clock.advance(1);
    EXPECT_EQ(set(company(), tillLockMinutes, 10, 20), QStringLiteral("auth.rights_old"));
}

class SettingsStoreTest : public ::testing::Test
{
protected:
    void SetUp() override { store = folder.openEnrolled(); }

    void page(std::uint64_t xid, const ShopSettings &settings)
    {
        const Cursor after = store->device().read()->cursor.value_or(Cursor{1, 0, 0});
        const FeedRow row{
            Cursor{1, xid, 1},      entity::settings.toString(), settings.id.value(), QStringLiteral("company"), false,
            codec::toJson(settings)};
        ASSERT_TRUE(keepPage(*store, {{row}, row.cursor, false, after, std::nullopt}));
    }

    ShopSettings company(const QJsonObject &values)
    {
        ShopSettings settings;
        settings.id = PlaceId(folder.shop.company.id);
        settings.values = values;
        return settings;
    }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
};

TEST_F(SettingsStoreTest, TheFeedBringsThemAndTheLastKnownHoldsOffline)
{
    page(10, company({{tillLockMinutes.toString(), 12}, {QStringLiteral("till.colour"), 3}}));
    EXPECT_EQ(store->state()->settings.number(tillLockMinutes), 12);
    store.reset();
    store = folder.open();
    EXPECT_EQ(store->state()->settings.number(tillLockMinutes), 12);
    EXPECT_EQ(settingsOf(store->rows(), PlaceId(folder.shop.company.id))->values.value(QStringLiteral("till.colour")),
              QJsonValue(3))
        << "what a later version knows stays";
}

TEST_F(SettingsStoreTest, WhatIsPendingIsNotLaidOverWhatSomebodyElseSet)
{
    const PlaceId id(folder.shop.company.id);
    const auto recorded = store->write([&] { return recordSetting(*store, id, tillLockMinutes.toString(), {}, 10); });
    ASSERT_TRUE(recorded) << qPrintable(recorded.error().message);
    EXPECT_EQ(store->state()->settings.number(tillLockMinutes), 10);
    page(11, company({{discountBaristaPercent.toString(), 20}}));
    EXPECT_EQ(store->state()->settings.number(tillLockMinutes), 10) << "another key is nobody's conflict";
    page(12, company({{tillLockMinutes.toString(), 30}}));
    EXPECT_EQ(store->state()->settings.number(tillLockMinutes), 30);
}

TEST_F(SettingsStoreTest, AValueOfANewerPlatformCountsAsNotSet)
{
    page(10, company({{tillLockMinutes.toString(), 600}}));
    EXPECT_EQ(store->state()->settings.number(tillLockMinutes), 5);
    EXPECT_EQ(store->state()->settings.tookNone(), QStringList{tillLockMinutes.toString()});
}

} // namespace
} // namespace crema::sync::testing
