// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed at the till: a quantity, digit by digit, and words that name an option.
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

void scan(Till &till, const char *code)
{
    till.presenter.enterCode(QString::fromLatin1(code));
}

} // namespace

TEST(TillQuantity, WhatIsShownFollowsEachDigitOfAQuantity)
{
    Till till;
    scan(till, "FW");
    const Action &pay = *till.presenter.actions().find(u"till.pay");
    till.presenter.typeDigit(1);
    till.presenter.typeDigit(2);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("12"));
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€45.60"));
    EXPECT_EQ(pay.text(), QStringLiteral("Pay €45.60"));
    till.presenter.eraseDigit();
    EXPECT_EQ(pay.text(), QStringLiteral("Pay €3.80"));
    till.presenter.typeDigit(0);
    EXPECT_EQ(pay.text(), QStringLiteral("Pay €38.00"));
    till.presenter.startPaying();
    ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
    EXPECT_EQ(till.presenter.payment().dueText, QStringLiteral("€38.00"));
    till.presenter.backToSale();
    till.presenter.undo();
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("1")) << "typing it was one change";
    EXPECT_EQ(pay.text(), QStringLiteral("Pay €3.80"));
}

TEST(TillQuantity, AnEntryThatIsGivenUpChangesNothing)
{
    Till till;
    scan(till, "FW");
    till.presenter.typeDigit(5);
    till.presenter.undo();
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("1"));
    EXPECT_TRUE(till.presenter.entryText().isEmpty());
    till.presenter.typeDigit(3);
    till.presenter.typeTimes();
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("1")) << "it was meant for the next item";
    scan(till, "CC");
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("3"));
    // Too long for a quantity: what is shown is what the cart has.
    for (int i = 0; i < 4; ++i)
        till.presenter.typeDigit(1);
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("3"));
    till.presenter.startPaying();
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    EXPECT_EQ(till.presenter.lookUpQuestion(), QStringLiteral("1111"));
}

TEST(TillQuantity, PayShowsFirstWhatNoneOfAnItemComesTo)
{
    Till till;
    scan(till, "FW");
    scan(till, "CC");
    till.presenter.typeDigit(0);
    EXPECT_EQ(till.presenter.actions().find(u"till.pay")->text(), QStringLiteral("Pay €7.20"));
    till.presenter.startPaying();
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.actions().find(u"till.pay")->text(), QStringLiteral("Pay €3.80"));
    till.presenter.typeDigit(0);
    till.presenter.changeQuantity(1);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
}

TEST(TillQuantity, WhoGoesOnScanningAlsoGetsTheCodeThatWasTyped)
{
    Till till;
    scan(till, "CC");
    for (const QChar digit : QStringLiteral("4006381333931"))
        till.presenter.typeDigit(digit.digitValue());
    scan(till, "CC");
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(0).quantityText, QStringLiteral("2"));
    EXPECT_EQ(till.presenter.lines().at(1).name, QStringLiteral("Flat white"));
    EXPECT_TRUE(till.presenter.lookUpQuestion().isEmpty());
}

TEST(TillQuantity, WhoScansTheArticleThatIsAskedAboutGetsItOnce)
{
    Till till;
    scan(till, "CC");
    for (const QChar digit : QStringLiteral("4006381333931"))
        till.presenter.typeDigit(digit.digitValue());
    till.presenter.commitEntry();
    ASSERT_EQ(till.presenter.lookUpQuestion(), QStringLiteral("4006381333931"));
    till.presenter.enterCode(QStringLiteral("4006381333931"));
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("1"));
}

TEST(TillSearch, AnOptionThatIsTypedComesFirst)
{
    Till till;
    int number = 0;
    for (const QString &product : {QStringLiteral("Latte"), QStringLiteral("Latte macchiato")}) {
        for (const QString &milk : {QStringLiteral("Whole milk"), QStringLiteral("Oat milk")})
            till.desk.addVariant(product, milk, QStringLiteral("L-%1").arg(++number), {}, 420);
    }
    till.presenter.setSearchText(QStringLiteral("latte oat"));
    till.clock.advance(TillPresenter::searchDelayMs);
    QStringList names;
    for (const ProductHit &hit : till.presenter.hits())
        names.append(hit.name);
    EXPECT_EQ(names, (QStringList{QStringLiteral("Latte Oat milk"), QStringLiteral("Latte macchiato Oat milk"),
                                  QStringLiteral("Latte Whole milk"), QStringLiteral("Latte macchiato Whole milk")}));
}

} // namespace crema
