// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's card at the till: what is scanned and is neither an article nor a coupon says whose sale it is.
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::Till;

const QString card = QStringLiteral("2912345678905");

class TillCustomerCard : public ::testing::Test
{
protected:
    TillCustomerCard()
    {
        till.desk.addExampleCustomers();
        till.desk.addExampleDuplicate();
    }

    [[nodiscard]] QString named() const
    {
        const auto &customer = presenter.sale().cart().customer;
        return customer ? customer->name : QString();
    }

    Till till;
    TillPresenter &presenter = till.presenter;
};

TEST_F(TillCustomerCard, AScanMakesTheSaleTheirs)
{
    QSignalSpy unknown(&presenter, &TillPresenter::codeUnknown);
    QSignalSpy found(&presenter, &TillPresenter::codeFound);
    presenter.enterCode(QStringLiteral("4006381333931"));
    presenter.enterCode(card);
    EXPECT_EQ(named(), QStringLiteral("J. Brandt"));
    EXPECT_EQ(unknown.count(), 0);
    EXPECT_EQ(found.count(), 2);
    EXPECT_EQ(presenter.sale().cart().lines.size(), 1);
    presenter.enterCode(QStringLiteral("2912345678912"));
    EXPECT_EQ(unknown.count(), 1) << "a card that nobody has";
    EXPECT_EQ(named(), QStringLiteral("J. Brandt"));
}

TEST_F(TillCustomerCard, ACardOfTwoIsRefusedUntilTheyAreOne)
{
    Customer jonas = till.desk.customersHere().first();
    Customer carded = jonas;
    carded.card = card;
    till.desk.editCustomer(jonas, carded).then([](const Result<Customer> &) {});
    QSignalSpy refused(&presenter, &TillPresenter::codeRefused);
    presenter.enterCode(card);
    EXPECT_EQ(refused.count(), 1);
    EXPECT_TRUE(named().isEmpty());
    till.desk.mergeCustomers(till.desk.customersHere().last().id, jonas.id).then([](const Result<Customer> &) {});
    presenter.enterCode(card);
    EXPECT_EQ(named(), QStringLiteral("Jonas Brandt"));
}

} // namespace
} // namespace crema
