// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/shop_settings_presenter.h"

#include "app/desktop/example/example_shop.h"
#include "app/desktop/example/still_clock.h"
#include "tests/ui/testing/memory_desk.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>

namespace crema {
namespace {

using namespace shop_setting;

class ShopSettingsTest : public ::testing::Test
{
protected:
    ShopSettingsTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        desk.addExamplePeople();
        be(QStringLiteral("Ada Lindqvist"));
        presenter.arrive();
    }

    void be(const QString &name)
    {
        desk.changeState().person = *std::ranges::find(desk.peopleHere(), name, &Person::name);
        Q_EMIT desk.changed();
    }

    const ShopSettingRow &row(QStringView key) { return *presenter.row(key.toString()); }

    testing::MemoryDesk desk;
    desktop::StillClock clock;
    Notices notices{clock};
    ShopSettingsPresenter presenter{desk, clock, notices, QLocale::c()};
};

TEST_F(ShopSettingsTest, SaysOfEachWhatIsInForceAndWhy)
{
    EXPECT_EQ(presenter.places().size(), 3);
    EXPECT_TRUE(presenter.places().first().isCompany);
    EXPECT_EQ(presenter.rows().size(), static_cast<qsizetype>(allSettings().size()));
    EXPECT_EQ(row(tillLockMinutes).valueText, settingValueText(*findSetting(tillLockMinutes), 5));
    EXPECT_EQ(row(tillLockMinutes).typed, QStringLiteral("5"));
    EXPECT_EQ(row(tillLockMinutes).originText, QStringLiteral("As usual"));
    EXPECT_FALSE(row(tillLockMinutes).isSetHere);
    EXPECT_TRUE(row(tillLockMinutes).lockedText.isEmpty());
}

TEST_F(ShopSettingsTest, AChangeCountsAtOnceIsInTheHistoryAndIsUndone)
{
    presenter.set(tillLockMinutes.toString(), QStringLiteral("10"));
    EXPECT_EQ(desk.state().settings.number(tillLockMinutes), 10);
    EXPECT_EQ(row(tillLockMinutes).originText, QStringLiteral("Set for all locations"));
    ASSERT_EQ(row(tillLockMinutes).history.size(), 1);
    EXPECT_EQ(row(tillLockMinutes).history.first().who, QStringLiteral("Ada Lindqvist"));
    EXPECT_EQ(row(tillLockMinutes).history.first().fromText, QStringLiteral("not set"));
    notices.undo();
    EXPECT_EQ(desk.state().settings.number(tillLockMinutes), 5);
    EXPECT_FALSE(row(tillLockMinutes).isSetHere);
    EXPECT_EQ(row(tillLockMinutes).history.size(), 2) << "taking it back is a change too";
}

TEST_F(ShopSettingsTest, ALocationHasItsOwnBesideTheCompanys)
{
    presenter.set(tillLockMinutes.toString(), QStringLiteral("10"));
    presenter.choosePlace(1);
    EXPECT_EQ(row(tillLockMinutes).typed, QStringLiteral("10"));
    EXPECT_EQ(row(tillLockMinutes).originText, QStringLiteral("Set for all locations"));
    EXPECT_EQ(presenter.row(sessionDays.toString()), nullptr) << "the same for all";
    presenter.set(tillLockMinutes.toString(), QStringLiteral("2"));
    EXPECT_EQ(row(tillLockMinutes).originText, QStringLiteral("Set for %1").arg(presenter.places().at(1).name));
    EXPECT_EQ(desk.state().settings.number(tillLockMinutes), 2);
    presenter.reset(tillLockMinutes.toString());
    EXPECT_EQ(desk.state().settings.number(tillLockMinutes), 10);
}

TEST_F(ShopSettingsTest, WhatDoesNotFitStandsBesideItsFieldUntilItIsMended)
{
    QSignalSpy saved(&presenter, &ShopSettingsPresenter::saved);
    presenter.set(tillLockMinutes.toString(), QStringLiteral("600"));
    EXPECT_TRUE(row(tillLockMinutes).problem.contains(QStringLiteral("120")));
    EXPECT_EQ(saved.count(), 0);
    presenter.set(tillLockMinutes.toString(), QStringLiteral("60"));
    EXPECT_TRUE(row(tillLockMinutes).problem.isEmpty());
    EXPECT_EQ(saved.count(), 1);
    presenter.set(tillLockMinutes.toString(), QStringLiteral("60"));
    EXPECT_EQ(saved.count(), 1) << "what stands there already is not set again";
}

TEST_F(ShopSettingsTest, SaysWhyItIsNotTheirsToChange)
{
    be(QStringLiteral("Bea Brandt"));
    EXPECT_FALSE(row(tillLockMinutes).lockedText.isEmpty());
    be(QStringLiteral("Ada Lindqvist"));
    desk.changeState().person->permissions = {Permission::SettingsManage};
    Q_EMIT desk.changed();
    EXPECT_TRUE(row(tillLockMinutes).lockedText.isEmpty());
    EXPECT_FALSE(row(discountBaristaPercent).lockedText.isEmpty());
    desk.changeState().person->locations = {desk.state().location->id};
    Q_EMIT desk.changed();
    EXPECT_FALSE(row(tillLockMinutes).lockedText.isEmpty());
    presenter.choosePlace(1);
    const bool isHere = presenter.places().at(1).id.value() == desk.state().location->id.value();
    if (!isHere)
        presenter.choosePlace(2);
    EXPECT_TRUE(row(tillLockMinutes).lockedText.isEmpty());
}

} // namespace
} // namespace crema
