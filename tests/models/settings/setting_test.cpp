// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what a shop sets, and what is in force at a place.
#include "models/settings/discount_reasons.h"
#include "models/settings/setting_amount.h"
#include "models/settings/shop_settings.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSet>

namespace crema {
namespace {

using namespace shop_setting;

ShopSettings with(const QJsonObject &values, const std::optional<LocationId> &location = {})
{
    ShopSettings settings;
    settings.id = PlaceId(QUuid::createUuid());
    settings.location = location;
    settings.values = values;
    return settings;
}

const LocationId here{QUuid::fromString(u"0193f6a0-0000-7000-8000-000000000001")};

TEST(Setting, EachHasAKeyOfItsOwnWordsAndAUsualValueThatFits)
{
    QSet<QString> keys;
    for (const Setting &setting : allSettings()) {
        SCOPED_TRACE(qPrintable(setting.key.toString()));
        EXPECT_TRUE(setting.key.contains(u'.')) << "else it could be a member of the document";
        EXPECT_FALSE(settingTitle(setting).isEmpty());
        EXPECT_TRUE(settingHelp(setting).endsWith(u'.'));
        EXPECT_TRUE(checkSetting(setting, usualValue(setting)));
        keys.insert(setting.key.toString());
    }
    EXPECT_EQ(keys.size(), static_cast<qsizetype>(allSettings().size()));
}

TEST(Setting, TakesValuesOfItsKindAndRangeOnly)
{
    const Setting &lock = *findSetting(tillLockMinutes);
    for (const QJsonValue &value : {QJsonValue(1), QJsonValue(120), QJsonValue()})
        EXPECT_TRUE(checkSetting(lock, value));
    for (const QJsonValue &value :
         {QJsonValue(0), QJsonValue(121), QJsonValue(1.5), QJsonValue(true), QJsonValue(QStringLiteral("5"))}) {
        const Result<void> checked = checkSetting(lock, value);
        ASSERT_FALSE(checked);
        EXPECT_EQ(checked.error().code, QStringLiteral("setting.value"));
        EXPECT_EQ(checked.error().fields.first().field, lock.key.toString());
    }
    const Setting &header = *findSetting(receiptHeader);
    EXPECT_TRUE(checkSetting(header, QString(300, u'x')));
    EXPECT_FALSE(checkSetting(header, QString(301, u'x')));
    EXPECT_FALSE(checkSetting(*findSetting(productsAtTill), 1));
}

TEST(Setting, TheReasonsForADiscountAreItsLines)
{
    ShopSettings company;
    const auto offered = [&company](const QString &text) {
        company.values.insert(discountReasons.toString(), text);
        return offeredDiscountReasons(SettingValues(company, std::nullopt));
    };
    EXPECT_TRUE(offeredDiscountReasons({}).isEmpty());
    EXPECT_TRUE(offered(QStringLiteral(" \n")).isEmpty());
    EXPECT_EQ(offered(QStringLiteral("  Neighbours \n\nTorn  bag\nNeighbours")),
              (QStringList{QStringLiteral("Neighbours"), QStringLiteral("Torn bag")}));
    EXPECT_EQ(offered(QString(100, u'x')).first().size(), longestDiscountReason);
    EXPECT_EQ(offered(QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8\n9\n10")).size(), mostDiscountReasons);
}

TEST(Setting, IsReadAsItIsTyped)
{
    const Setting &lock = *findSetting(tillLockMinutes);
    EXPECT_EQ(*readSetting(lock, QStringLiteral(" 10 ")), QJsonValue(10));
    EXPECT_FALSE(readSetting(lock, QStringLiteral("ten")));
    EXPECT_FALSE(readSetting(lock, QStringLiteral("600")));
    const Setting &flag = *findSetting(productsAtTill);
    EXPECT_EQ(*readSetting(flag, QStringLiteral("Off")), QJsonValue(false));
    EXPECT_FALSE(readSetting(flag, QStringLiteral("maybe")));
    EXPECT_EQ(typedSetting(flag, true), QStringLiteral("on"));
    EXPECT_EQ(settingValueText(*findSetting(discountBaristaPercent), 15), QStringLiteral("15 %"));
}

TEST(Setting, AChoiceIsOneOfItsWords)
{
    const Setting &asked = *findSetting(requireAuthenticator);
    EXPECT_EQ(usualValue(asked), QJsonValue(QStringLiteral("nobody")));
    for (const SettingChoice &choice : settingChoices(asked))
        EXPECT_TRUE(checkSetting(asked, choice.word));
    EXPECT_FALSE(checkSetting(asked, QStringLiteral("everybody")));
    EXPECT_FALSE(checkSetting(asked, true));
    EXPECT_EQ(*readSetting(asked, QStringLiteral(" Managers ")), QJsonValue(QStringLiteral("managers")));
    EXPECT_EQ(*readSetting(asked, QStringLiteral("managers and administrators")),
              QJsonValue(QStringLiteral("managers")));
    EXPECT_FALSE(readSetting(asked, QStringLiteral("some")));
    EXPECT_EQ(typedSetting(asked, QStringLiteral("managers")), QStringLiteral("managers"));
    EXPECT_EQ(settingValueText(asked, QStringLiteral("managers")), QStringLiteral("Managers and administrators"));
    EXPECT_TRUE(settingChoices(*findSetting(tillLockMinutes)).isEmpty());
}

TEST(SettingValues, ALocationsOwnGoesBeforeTheCompanysAndThatBeforeTheUsual)
{
    const ShopSettings company = with({{tillLockMinutes.toString(), 10}, {discountBaristaPercent.toString(), 20}});
    const ShopSettings location = with({{tillLockMinutes.toString(), 2}}, here);
    const SettingValues values(company, location);
    EXPECT_EQ(values.number(tillLockMinutes), 2);
    EXPECT_EQ(values.origin(tillLockMinutes), SettingOrigin::Location);
    EXPECT_EQ(values.number(discountBaristaPercent), 20);
    EXPECT_EQ(values.origin(discountBaristaPercent), SettingOrigin::Company);
    EXPECT_EQ(values.number(rightsHoldHours), 72);
    EXPECT_EQ(values.origin(rightsHoldHours), SettingOrigin::Usual);
    EXPECT_TRUE(SettingValues().isOn(productsAtTill));
}

TEST(SettingValues, WhatALocationMayNotHaveForItselfCountsForNothingThere)
{
    const ShopSettings location = with({{sessionDays.toString(), 2}}, here);
    EXPECT_EQ(SettingValues(with({}), location).number(sessionDays), 30);
}

TEST(SettingValues, AValueOfANewerVersionIsAsUsualAndNamed)
{
    const SettingValues values(with({{tillLockMinutes.toString(), 600}, {QStringLiteral("till.colour"), 3}}),
                               std::nullopt);
    EXPECT_EQ(values.number(tillLockMinutes), 5);
    EXPECT_EQ(values.tookNone(), QStringList{tillLockMinutes.toString()}) << "an unknown key is nothing to tell";
}

TEST(ShopSettings, KeepTheLastChangesOfEachKeyAndWhatTheyDoNotKnow)
{
    ShopSettings settings = with({{QStringLiteral("till.colour"), 3}});
    const OperationId id(QUuid::createUuid());
    settings.change({rightsHoldHours.toString(), {}, 48, {}, UtcTime(1), id});
    for (int minutes = 1; minutes <= 15; ++minutes)
        settings.change({tillLockMinutes.toString(), minutes - 1, minutes, {}, UtcTime(minutes), id});
    settings.change({tillLockMinutes.toString(), 15, 15, {}, UtcTime(99), id});
    EXPECT_EQ(settings.changes.size(), ShopSettings::mostChangesOfKey + 1);
    EXPECT_EQ(settings.lastChange(tillLockMinutes)->at, UtcTime(15));
    EXPECT_EQ(settings.lastChange(rightsHoldHours)->to, QJsonValue(48));
    EXPECT_EQ(settings.lastChange(receiptHeader), nullptr);
    const Result<ShopSettings> again = codec::readShopSettings(codec::toJson(settings));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, settings);
    EXPECT_EQ(again->values.value(QStringLiteral("till.colour")), QJsonValue(3));
}

/// Amounts are written and typed in the currency of the place.
TEST(Setting, AnAmountIsReadAndWrittenInTheCurrencyOfThePlace)
{
    const Setting &difference = *findSetting(cashDifferenceLimit);
    const SettingMoney irish{*Currency::fromCode(u"EUR"), QLocale(QLocale::English, QLocale::Ireland)};
    const SettingMoney german{*Currency::fromCode(u"EUR"), QLocale(QLocale::German, QLocale::Germany)};
    const SettingMoney japanese{*Currency::fromCode(u"JPY"), QLocale(QLocale::English, QLocale::Ireland)};
    EXPECT_EQ(*readSettingAt(difference, QStringLiteral("12.50"), irish), QJsonValue(1250));
    EXPECT_EQ(*readSettingAt(difference, QStringLiteral("1.200,50"), german), QJsonValue(120050));
    EXPECT_EQ(*readSettingAt(difference, QStringLiteral("500"), japanese), QJsonValue(500));
    EXPECT_EQ(*readSettingAt(difference, QStringLiteral("500"), irish), QJsonValue(50000)) << "euros, not cents";
    EXPECT_EQ(settingValueTextAt(difference, 1250, irish), QStringLiteral("€12.50"));
    EXPECT_EQ(typedSettingAt(difference, 1250, german), QStringLiteral("12,50"));
    EXPECT_EQ(settingValueText(difference, 1250), QStringLiteral("12.50")) << "of a place that is not known";
    const Result<QJsonValue> tooMuch = readSettingAt(difference, QStringLiteral("1000000.01"), irish);
    ASSERT_FALSE(tooMuch);
    EXPECT_EQ(tooMuch.error().code, QStringLiteral("setting.value"));
    EXPECT_TRUE(tooMuch.error().message.contains(QStringLiteral("€0.00 to €1,000,000.00"))) << "it names the bounds";
    EXPECT_FALSE(readSettingAt(difference, QStringLiteral("a little"), irish));
    EXPECT_FALSE(readSettingAt(difference, QStringLiteral("-1"), irish));
    const SettingMoney script{*Currency::fromCode(u"EUR"), QLocale::c()};
    EXPECT_EQ(typedSettingAt(difference, 123'456, script), QStringLiteral("1234.56"));
    const Setting &refund = *findSetting(refundBaristaLimit);
    EXPECT_EQ(*readSettingAt(refund, QStringLiteral("150"), irish), QJsonValue(150)) << "kept in whole units";
    EXPECT_EQ(settingValueTextAt(refund, 150, irish), QStringLiteral("€150.00"));
    EXPECT_EQ(typedSettingAt(refund, 150, irish), QStringLiteral("150.00"));
    EXPECT_FALSE(readSettingAt(refund, QStringLiteral("150.50"), irish));
}

/// docs/settings.md says of each what the table says.
TEST(Setting, TheManualHasARowForEach)
{
    QFile file(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/docs/settings.md"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString manual = QString::fromUtf8(file.readAll());
    qsizetype rows = 0;
    for (const QString &line : manual.split(u'\n'))
        rows += line.startsWith(u"| `") ? 1 : 0;
    EXPECT_EQ(rows, static_cast<qsizetype>(allSettings().size()));
    for (const Setting &setting : allSettings()) {
        const QString besides = setting.besides ? u'`' + permissionText(*setting.besides) + u'`' : QStringLiteral("–");
        const QString reach =
            setting.reach == SettingReach::Location ? QStringLiteral("location") : QStringLiteral("company");
        QString row =
            QStringLiteral("| `%1` | %2. %3 | %4 | %5 | %6 | %7 |")
                .arg(setting.key.toString(), settingTitle(setting), settingHelp(setting), settingRangeText(setting),
                     settingValueText(setting, usualValue(setting)), reach, besides);
        row.replace(QStringLiteral("(s)"), QStringLiteral("s")); // without a translation English has no plural
        EXPECT_TRUE(manual.contains(row + u'\n')) << "it should say:\n" << qPrintable(row);
    }
}

} // namespace
} // namespace crema
