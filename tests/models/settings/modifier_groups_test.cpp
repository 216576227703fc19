// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/modifier_groups.h"

#include "models/settings/tip_choices.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

const Currency euro = *Currency::fromCode(u"EUR");

SettingValues with(QStringView key, const QJsonValue &value)
{
    ShopSettings settings;
    settings.values.insert(key.toString(), value);
    if (key == shop_setting::tipPercentages)
        settings.values.insert(shop_setting::tips.toString(), true);
    return SettingValues(settings, std::nullopt);
}

QString wrongWith(const QString &line)
{
    const Result<ModifierGroup> group = readModifierGroup(line, euro);
    return group ? QString() : group.error().fields.first().message;
}

TEST(ModifierGroups, AreReadAsTheyAreTyped)
{
    const ModifierGroup group =
        readModifierGroup(
            QStringLiteral(" Milk (1) @ Espresso bar,  Flat white : Whole; Oat +0.50 ;Soy+0,40; Half −0.10"), euro)
            .value();
    EXPECT_EQ(group.name, QStringLiteral("Milk"));
    EXPECT_EQ(group.atLeast, 1);
    EXPECT_EQ(group.atMost, 1);
    EXPECT_EQ(group.offeredFor, (QStringList{QStringLiteral("Espresso bar"), QStringLiteral("Flat white")}));
    ASSERT_EQ(group.modifiers.size(), 4);
    EXPECT_EQ(group.modifiers[0].price, Money(0, euro));
    EXPECT_EQ(group.modifiers[1].name, QStringLiteral("Oat"));
    EXPECT_EQ(group.modifiers[1].price, Money(50, euro));
    EXPECT_EQ(group.modifiers[2].price, Money(40, euro));
    EXPECT_EQ(group.modifiers[3].price, Money(-10, euro));
    const ModifierGroup extras =
        readModifierGroup(QStringLiteral("Extras (0-2): Shot +0.80; Syrup +0.60"), euro).value();
    EXPECT_EQ(extras.atLeast, 0);
    EXPECT_EQ(extras.atMost, 2);
    const ModifierGroup plain = readModifierGroup(QStringLiteral("Grind: Filter; Espresso"), euro).value();
    EXPECT_EQ(plain.atLeast, 0);
    EXPECT_EQ(plain.atMost, 1);
}

TEST(ModifierGroups, ANameIsTheSameModifierEverywhere)
{
    const auto idOf = [](const char *line) {
        return readModifierGroup(QString::fromUtf8(line), euro).value().modifiers.first().modifier;
    };
    EXPECT_EQ(idOf("Milk: Oat +0.50"), idOf("milk (1) @ Espresso bar: OAT +0.70; Soy"));
    EXPECT_FALSE(idOf("Milk: Oat") == idOf("Cereals: Oat"));
    EXPECT_FALSE(idOf("Milk: Oat") == idOf("Milk: Soy"));
    EXPECT_FALSE(idOf("Milk: Oat").isNull());
}

TEST(ModifierGroups, WhatCannotBeChosenIsSaid)
{
    EXPECT_TRUE(wrongWith(QStringLiteral("Milk: Oat +0.50")).isEmpty());
    for (const char *line : {"Milk", ": Oat", "Milk:", "Milk: Oat; oat", "Milk (2): Oat", "Milk (2-1): Oat; Soy",
                             "Milk (0-0): Oat", "Milk: Oat +0.505", "Milk: +0.50", "Milk: 1;2;3;4;5;6;7;8;9"})
        EXPECT_FALSE(wrongWith(QString::fromUtf8(line)).isEmpty()) << line;
    const Setting &setting = *findSetting(shop_setting::modifiers);
    EXPECT_TRUE(checkSetting(setting, QJsonValue()));
    EXPECT_TRUE(checkSetting(setting, QStringLiteral("Milk: Oat +0.50\n\nGrind: Filter")));
    const Result<void> refused = checkSetting(setting, QStringLiteral("Milk: Oat +0.50\nGrind"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("setting.value"));
    EXPECT_TRUE(refused.error().message.contains(QStringLiteral("Grind")));
}

TEST(ModifierGroups, AreOfferedByCategoryAndByProduct)
{
    const QList<ModifierGroup> all = modifierGroups(
        with(shop_setting::modifiers, QStringLiteral("Milk @ Espresso bar: Oat\nGrind @ House blend: Filter\n"
                                                     "Bag: Paper")),
        euro);
    ASSERT_EQ(all.size(), 3);
    const auto names = [&](const char *product, const char *category) {
        QStringList offered;
        for (const ModifierGroup &group : offeredGroups(all, QString::fromUtf8(product), {QString::fromUtf8(category)}))
            offered.append(group.name);
        return offered.join(u' ');
    };
    EXPECT_EQ(names("Flat white", "espresso BAR"), QStringLiteral("Milk Bag"));
    EXPECT_EQ(names("House blend", "Beans"), QStringLiteral("Grind Bag"));
    EXPECT_EQ(names("Mug", "Things"), QStringLiteral("Bag"));
}

TEST(ModifierGroups, ThePriceContainsThemAndIsNeverBelowZero)
{
    const ModifierGroup group = readModifierGroup(QStringLiteral("Milk: Oat +0.50; None -4"), euro).value();
    const Price price{Money(380, euro), 1};
    EXPECT_EQ(withModifiers(price, {group.modifiers[0]})->amount, Money(430, euro));
    EXPECT_EQ(withModifiers(price, {})->amount, Money(380, euro));
    EXPECT_EQ(withModifiers(price, {group.modifiers[1]}).error().code, QStringLiteral("sale.modifier_price"));
}

TEST(TipChoices, AreThoseOfTheSettingOrTheUsualOnes)
{
    const auto offered = [](const char *text) {
        return offeredTips(with(shop_setting::tipPercentages, QString::fromUtf8(text)));
    };
    EXPECT_EQ(offered(""), (QList<int>{5, 10, 15}));
    EXPECT_EQ(offered("10, 20 %"), (QList<int>{10, 20}));
    EXPECT_EQ(offered("0 101 7 7"), (QList<int>{7}));
    EXPECT_EQ(offered("1 2 3 4 5 6"), (QList<int>{1, 2, 3, 4, 5}));
    EXPECT_TRUE(offeredTips(SettingValues()).isEmpty()) << "a shop takes none until it says so";
}

} // namespace
} // namespace crema
