// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt of the last sale, mailed (ADR 065).
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

void sell(Till &till)
{
    till.presenter.enterCode(QStringLiteral("4006381333931"));
    till.presenter.startPaying();
    till.clock.advance(TillPresenter::doublePressMs + 1);
    till.presenter.completeCash();
}

} // namespace

TEST(ReceiptMailPresenter, MailsTheReceiptOfTheLastSale)
{
    Till till;
    ReceiptMailPresenter &mail = till.shop.receiptMail;
    Action &action = *mail.actions().find(u"till.mail-receipt");
    EXPECT_FALSE(action.isEnabled()) << "nothing was sold yet";
    sell(till);
    ASSERT_TRUE(action.isEnabled());
    QSignalSpy wanted(&mail, &ReceiptMailPresenter::wanted);
    QSignalSpy sent(&mail, &ReceiptMailPresenter::sent);
    ASSERT_TRUE(action.trigger());
    EXPECT_EQ(wanted.size(), 1);
    EXPECT_EQ(mail.saleText(), QStringLiteral("Receipt HARBOUR-1-000001"));
    mail.send(QStringLiteral(" mira@example.org "));
    ASSERT_EQ(sent.size(), 1);
    EXPECT_TRUE(sent.first().first().toString().contains(QStringLiteral("mira@example.org")));
    EXPECT_TRUE(mail.problem().isEmpty());
}

TEST(ReceiptMailPresenter, AnAddressThatIsNoneIsSaidAndCanBeTypedAgain)
{
    Till till;
    sell(till);
    ReceiptMailPresenter &mail = till.shop.receiptMail;
    QSignalSpy sent(&mail, &ReceiptMailPresenter::sent);
    mail.want(*till.presenter.lastSale());
    mail.send(QStringLiteral("mira"));
    EXPECT_FALSE(mail.problem().isEmpty());
    EXPECT_FALSE(mail.isBusy());
    EXPECT_EQ(sent.size(), 0);
    mail.send(QStringLiteral("mira@example.org"));
    EXPECT_EQ(sent.size(), 1);
}

} // namespace crema
