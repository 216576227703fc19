// SPDX-License-Identifier: GPL-3.0-or-later
// Weighed items at the till: the weight is asked for in the unit of the shop, and may be another one later.
#include "models/settings/weighing.h"
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/till/till_weighing.h"
#include "ui/presenters/till/weight_text.h"

#include <QCoreApplication>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

const QString flatWhite = QStringLiteral("4006381333931");
const QString loose = QStringLiteral("LOOSE");

class TillWeighingTest : public ::testing::Test
{
protected:
    TillWeighingTest()
    {
        till.desk.addProduct(QStringLiteral("Loose beans"), loose, QString(), 2'490, 1);
        till.desk.weigh();
    }

    void set(QStringView key, const QJsonValue &value)
    {
        const PlaceId place(till.desk.state().location->id.value());
        till.desk.setShopSetting(place, key.toString(), QJsonValue(), value).then([](const Result<void> &) {});
        QCoreApplication::processEvents();
    }

    Till till;
    TillPresenter &presenter = till.presenter;
    TillWeighing &weighing = till.presenter.weighing();
};

QString codeOf(const Result<Quantity> &read)
{
    return read ? QString::number(read->units()) : read.error().code;
}

} // namespace

TEST(WeightText, ReadsKilogramsWithAPointOrACommaAndGramsWhole)
{
    const QLocale german(QLocale::German, QLocale::Germany);
    const auto kilograms = [&](const char *typed) {
        return codeOf(readWeight(QString::fromLatin1(typed), WeightUnit::Kilogram, german));
    };
    EXPECT_EQ(kilograms("0,25"), QStringLiteral("250"));
    EXPECT_EQ(kilograms("0.25"), QStringLiteral("250"));
    EXPECT_EQ(kilograms("1"), QStringLiteral("1000"));
    EXPECT_EQ(kilograms(",5 kg"), QStringLiteral("500"));
    EXPECT_EQ(kilograms("250 g"), QStringLiteral("250"));
    EXPECT_EQ(kilograms("0,2505"), QStringLiteral("weight.unreadable"));
    EXPECT_EQ(kilograms("1.000,5"), QStringLiteral("weight.unreadable"));
    EXPECT_EQ(kilograms("-1"), QStringLiteral("weight.unreadable"));
    EXPECT_EQ(kilograms(""), QStringLiteral("weight.unreadable"));
    EXPECT_EQ(kilograms("0,000"), QStringLiteral("weight.nothing"));
    EXPECT_EQ(kilograms("250"), QStringLiteral("weight.too_heavy"));
    EXPECT_EQ(kilograms("99,999"), QStringLiteral("99999"));
    const auto grams = [&](const char *typed) {
        return codeOf(readWeight(QString::fromLatin1(typed), WeightUnit::Gram, german));
    };
    EXPECT_EQ(grams("250"), QStringLiteral("250"));
    EXPECT_EQ(grams("0,25kg"), QStringLiteral("250"));
    EXPECT_EQ(grams("2,5"), QStringLiteral("weight.unreadable"));
    EXPECT_EQ(grams("4006381333931"), QStringLiteral("weight.too_heavy"));
    EXPECT_EQ(weightText(Quantity(250), WeightUnit::Kilogram, german), QStringLiteral("0,250 kg"));
    EXPECT_EQ(weightText(Quantity(1'005), WeightUnit::Kilogram, german), QStringLiteral("1,005 kg"));
    EXPECT_EQ(weightText(Quantity(250), WeightUnit::Gram, german), QStringLiteral("250 g"));
}

TEST_F(TillWeighingTest, IsAskedForInPlaceAndNothingIsSoldByAsking)
{
    QSignalSpy refused(&presenter, &TillPresenter::codeRefused);
    presenter.enterCode(loose);
    ASSERT_TRUE(weighing.view());
    EXPECT_EQ(weighing.view()->product, QStringLiteral("Loose beans"));
    EXPECT_EQ(weighing.view()->unitText, QStringLiteral("g"));
    EXPECT_TRUE(presenter.lines().isEmpty());
    presenter.enterCode(flatWhite);
    EXPECT_EQ(refused.count(), 1) << "a scan is no weight";
    EXPECT_TRUE(presenter.lines().isEmpty());
    EXPECT_FALSE(weighing.enter(QStringLiteral("some")));
    ASSERT_TRUE(weighing.view());
    EXPECT_FALSE(weighing.view()->problem.isEmpty());
    weighing.type(QStringLiteral("200"));
    EXPECT_EQ(weighing.view()->netText, QStringLiteral("200 g, €4.98"));
    EXPECT_TRUE(weighing.enter(QStringLiteral("200")));
    EXPECT_FALSE(weighing.view());
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.lines().first().quantityText, QStringLiteral("200 g"));
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€4.98"));
    presenter.enterCode(loose);
    weighing.close();
    EXPECT_EQ(presenter.lines().size(), 1) << "without a weight nothing is added";
}

TEST_F(TillWeighingTest, AWeightBeforeTheItemIsNotAskedForAgain)
{
    presenter.enterCode(QStringLiteral("250*") + loose);
    EXPECT_FALSE(weighing.view());
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.lines().first().quantityText, QStringLiteral("250 g"));
}

TEST_F(TillWeighingTest, AShopThinksInKilogramsAndTakesTheTareOff)
{
    set(shop_setting::weightUnit, shop_setting::kilograms.toString());
    set(shop_setting::tare, 12);
    presenter.enterCode(loose);
    ASSERT_TRUE(weighing.view());
    EXPECT_EQ(weighing.view()->unitText, QStringLiteral("kg"));
    EXPECT_EQ(weighing.view()->tareText, QStringLiteral("12 g"));
    for (const char16_t key : u"0.212")
        if (key != u'\0')
            weighing.typeKey(QChar(key));
    EXPECT_EQ(weighing.view()->netText, QStringLiteral("0.200 kg, €4.98"));
    EXPECT_FALSE(weighing.enter(QStringLiteral("0.012"))) << "nothing but the bag";
    EXPECT_TRUE(weighing.enter(QStringLiteral("0.212")));
    EXPECT_EQ(presenter.lines().first().quantityText, QStringLiteral("0.200 kg"));
    presenter.enterCode(loose);
    weighing.takeTare(false);
    EXPECT_TRUE(weighing.enter(QStringLiteral("0.2")));
    EXPECT_EQ(presenter.lines().first().quantityText, QStringLiteral("0.400 kg"));
}

TEST_F(TillWeighingTest, TheWeightOfALineIsAnotherOneLater)
{
    Action *weight = presenter.actions().find(u"till.weight");
    presenter.enterCode(flatWhite);
    EXPECT_FALSE(weight->isEnabled()) << "a piece has no weight";
    presenter.enterCode(loose);
    weighing.enter(QStringLiteral("200"));
    ASSERT_TRUE(weight->isEnabled());
    weight->trigger();
    ASSERT_TRUE(weighing.view());
    EXPECT_TRUE(weighing.view()->isLine);
    EXPECT_TRUE(weighing.enter(QStringLiteral("0.4 kg")));
    EXPECT_EQ(presenter.lines().at(1).quantityText, QStringLiteral("400 g"));
    presenter.undo();
    EXPECT_EQ(presenter.lines().at(1).quantityText, QStringLiteral("200 g"));
}

TEST_F(TillWeighingTest, NothingIsPaidWhileAWeightIsAskedFor)
{
    presenter.enterCode(flatWhite);
    presenter.enterCode(loose);
    presenter.startPaying();
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->tone, Tone::Warning);
    EXPECT_TRUE(weighing.view()) << "it is still asked";
    weighing.close();
    presenter.startPaying();
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
}

} // namespace crema
