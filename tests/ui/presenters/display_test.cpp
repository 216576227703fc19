// SPDX-License-Identifier: GPL-3.0-or-later
// What customers see of their sale, and what they do not.
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;
using Face = DisplayView::Face;

const QString flatWhite = QStringLiteral("4006381333931");
const QString guji = QStringLiteral("5901234123457");

QString wordsOf(const DisplayView &view)
{
    QStringList words{view.businessName, view.totalLabel, view.totalText, view.paidText, view.changeText};
    for (const DisplayLine &line : view.lines)
        words += {line.name, line.quantityText, line.totalText};
    for (const AmountRow &row : view.rows)
        words += {row.label, row.amountText};
    return words.join(u' ');
}

} // namespace

TEST(Display, ShowsItemsTotalAndChange)
{
    Till till;
    const DisplayPresenter &display = till.shop.display;
    EXPECT_EQ(display.view().face, Face::Idle);
    EXPECT_FALSE(display.view().businessName.isEmpty());
    till.presenter.enterCode(flatWhite);
    till.presenter.enterCode(QStringLiteral("2*") + guji);
    ASSERT_EQ(display.view().face, Face::Sale);
    ASSERT_EQ(display.view().lines.size(), 2);
    EXPECT_EQ(display.view().lines.at(1).quantityText, QStringLiteral("2"));
    EXPECT_EQ(display.view().totalText, QStringLiteral("€32.80"));
    till.presenter.startPaying();
    till.presenter.setReceived(5000);
    till.clock.advance(TillPresenter::doublePressMs + 1);
    till.presenter.completeCash();
    EXPECT_EQ(display.view().face, Face::Change);
    EXPECT_EQ(display.view().changeText, QStringLiteral("€17.20"));
    till.presenter.newSale();
    EXPECT_EQ(display.view().face, Face::Idle);
}

TEST(Display, HasNothingThatIsMeantForTheStaff)
{
    Till till;
    till.desk.addExampleCustomers();
    till.presenter.enterCode(flatWhite);
    const Customer customer = till.desk.customersHere().first();
    till.presenter.changeCart([&](TillSale &sale) {
        return sale.setNote(0, QStringLiteral("rude guest")) &&
               sale.setNote(TillSale::wholeCart, QStringLiteral("owes us")) &&
               sale.setCustomer(TillCustomer::of(customer));
    });
    const QString words = wordsOf(till.shop.display.view());
    EXPECT_FALSE(words.contains(QStringLiteral("rude guest"))) << words.toStdString();
    EXPECT_FALSE(words.contains(QStringLiteral("owes us")));
    EXPECT_FALSE(words.contains(customer.name));
    EXPECT_FALSE(words.contains(till.presenter.header().personName));
}

TEST(Display, IsEmptyBehindTheLockAndMarkedInTraining)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    till.shop.lock.actions().find(u"people.lock")->trigger();
    EXPECT_EQ(till.shop.display.view().face, Face::Idle);
    Till other;
    other.shop.training.begin();
    EXPECT_FALSE(other.shop.display.view().trainingText.isEmpty());
}

TEST(Display, ACodeStandsUntilTheSaleEnds)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    till.shop.display.showCode(QStringLiteral("https://pay.example/1"), QStringLiteral("Scan to pay"));
    EXPECT_EQ(till.shop.display.view().codeText, QStringLiteral("https://pay.example/1"));
    till.presenter.actions().find(u"till.clear")->trigger();
    EXPECT_TRUE(till.shop.display.view().codeText.isEmpty());
    till.presenter.enterCode(flatWhite);
    EXPECT_TRUE(till.shop.display.view().codeText.isEmpty()) << "it was that of another sale";
}

TEST(Display, ItsPlaceIsKeptOnThisDevice)
{
    Till till;
    EXPECT_EQ(till.shop.display.place(), DisplayPlace::Off);
    till.shop.display.setPlace(DisplayPlace::SecondScreen);
    const DisplayPresenter again(till.presenter, till.shop.lock, till.preferences);
    EXPECT_EQ(again.place(), DisplayPlace::SecondScreen);
    EXPECT_EQ(displayPlaceFromText(u"wall"), DisplayPlace::Off);
}

} // namespace crema
