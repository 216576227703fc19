// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop sets: judged, told to every device, kept in the audit trail, and gone by at once.
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "platform/base/log.h"
#include "platform/company/config_service.h"
#include "platform/company/stored_reference.h"
#include "platform/devices/enrolment.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

using namespace shop_setting;

class SettingsTest : public CompanyTest
{
protected:
    static PlaceId companyIn(platform::ConnectionPool &pool)
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        return PlaceId(platform::loadCompany(transaction).id);
    }

    Acknowledgement set(PlaceId place, QStringView key, const QJsonValue &from, const QJsonValue &to)
    {
        const Edit edit{{{key.toString(), FieldEdit{from, to}}}, {}};
        return pushOne(till, operationOf(till, operation::settingsEdit, {entity::settings.toString(), place.value()},
                                         editToJson(edit)));
    }

    /// The last that a till is told of a place.
    std::optional<ShopSettings> toldOf(const Till &who, PlaceId place)
    {
        std::optional<ShopSettings> told;
        const QList<FeedRow> rows = pullAll(who);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::settings && row.entityId == place.value())
                told = *codec::readShopSettings(row.entity.json());
        }
        return told;
    }

    Person admin = addPerson(Role::Admin, QStringLiteral("ada@example.org"), {});
    Till till = enrolTill(admin);
    Till another = enrolTill();
    PlaceId company = companyIn(pool);
    PlaceId here{shop.id.value()};
};

TEST_F(SettingsTest, AreToldToEveryDeviceAndKeptInTheTrailWithBeforeAndAfter)
{
    ASSERT_EQ(set(company, tillLockMinutes, {}, 10).outcome, Outcome::Applied);
    ASSERT_EQ(set(company, tillLockMinutes, 10, 20).outcome, Outcome::Applied);
    ASSERT_EQ(set(here, tillLockMinutes, {}, 2).outcome, Outcome::Applied);
    const auto ofCompany = toldOf(another, company);
    const auto ofShop = toldOf(another, here);
    ASSERT_TRUE(ofCompany && ofShop);
    EXPECT_EQ(SettingValues(ofCompany, ofShop).number(tillLockMinutes), 2);
    EXPECT_EQ(SettingValues(ofCompany, std::nullopt).number(tillLockMinutes), 20);
    EXPECT_EQ(ofShop->location, shop.id);
    ASSERT_EQ(ofCompany->changes.size(), 2);
    EXPECT_EQ(ofCompany->changes.last().by, admin.id);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'settings.edit' and "
                      "document::jsonb -> 'document' -> 'changes' -> 'till.lock_minutes' = "
                      "'{\"from\":10,\"to\":20}'::jsonb"),
              1);
}

TEST_F(SettingsTest, WhatDoesNotFitOrIsNotTheirsIsRefused)
{
    EXPECT_EQ(set(company, tillLockMinutes, {}, 0).problem->code, QStringLiteral("setting.value"));
    EXPECT_EQ(set(here, sessionDays, {}, 7).problem->code, QStringLiteral("setting.company_only"));
    EXPECT_EQ(set(newId<PlaceId>(), tillLockMinutes, {}, 7).problem->code, QStringLiteral("subject.unknown"));
    till = another; // the manager's
    EXPECT_EQ(set(company, tillLockMinutes, {}, 7).problem->code, QStringLiteral("actor.lacks_permission"));
    EXPECT_EQ(countOf("select count(*) from company.shop_settings"), 0);
}

TEST_F(SettingsTest, TwoWhoSetOneDifferentlyAreACard)
{
    ASSERT_EQ(set(company, discountBaristaPercent, {}, 20).outcome, Outcome::Applied);
    const Acknowledgement second = set(company, discountBaristaPercent, {}, 50);
    EXPECT_EQ(second.outcome, Outcome::Conflict);
    ASSERT_EQ(second.conflicts.size(), 1);
    EXPECT_EQ(second.conflicts.first().current, QJsonValue(20));
    ASSERT_TRUE(second.conflicts.first().theirs);
    EXPECT_EQ(second.conflicts.first().theirs->person, admin.id);
    EXPECT_EQ(countOf("select count(*) from sync.attention where open"), 1);
}

TEST_F(SettingsTest, AChangeActsWithoutARestart)
{
    platform::Log log(clock, platform::LogLevel::Severe);
    platform::ConfigService config(pool, clock, log);
    EXPECT_EQ(config.values().number(invitationDays), 3);
    ASSERT_EQ(set(company, invitationDays, {}, 7).outcome, Outcome::Applied);
    ASSERT_EQ(set(company, deviceCodeHours, {}, 1).outcome, Outcome::Applied);
    clock.advance(platform::ConfigService::staleMs);
    EXPECT_EQ(config.values().number(invitationDays), 7);
    const auto connection = pool.borrow();
    ASSERT_TRUE(platform::makeEnrolCode(*connection, shop.code, std::nullopt, clock.now(), randomness));
    EXPECT_EQ(countOf("select count(*) from devices.enrol_code where expires_at = to_timestamp(" +
                      QByteArray::number(qint64(clock.now().msSinceEpoch() + 3'600'000)) + " / 1000.0)"),
              1);
}

TEST_F(SettingsTest, AValueOfANewerPlatformCountsAsNotSetAndTheLogIsToldOnce)
{
    ASSERT_EQ(set(company, tillLockMinutes, {}, 10).outcome, Outcome::Applied);
    {
        const auto connection = pool.borrow();
        connection->runScript("update company.shop_settings set document = jsonb_set(document, "
                              "'{till.lock_minutes}', '600')");
    }
    QByteArrayList lines;
    platform::Log log(clock, platform::LogLevel::Warning, [&](QByteArrayView line) { lines += line.toByteArray(); });
    platform::ConfigService config(pool, clock, log);
    EXPECT_EQ(config.values().number(tillLockMinutes), 5);
    clock.advance(platform::ConfigService::staleMs);
    (void)config.values();
    ASSERT_EQ(lines.size(), 1);
    EXPECT_TRUE(lines.first().contains("settings.out_of_range"));
    EXPECT_TRUE(lines.first().contains("till.lock_minutes"));
}

} // namespace
} // namespace crema::testing
