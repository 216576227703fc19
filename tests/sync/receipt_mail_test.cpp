// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts by mail: kept until the platform takes them (ADR 065).
#include "sync/engine/mail_round.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

class ReceiptMailTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        ASSERT_TRUE(now(client.openShift(euro(10'000))));
        const ProductView coffee = make(u"Espresso"_s, u"ESP"_s);
        sold = *now(client.completeSale(cashSale({coffee.variants.first().variant.id}, 500)));
    }

    qsizetype waiting() { return now(client.receiptMails())->size(); }

    SaleView sold;
};

TEST_F(ReceiptMailTest, WaitsWithoutAConnectionAndGoesWithTheNextRound)
{
    const auto kept = now(client.mailReceipt(sold.sale.number, u" mira@example.org "_s, u"de"_s));
    ASSERT_TRUE(kept) << qPrintable(kept.error().message);
    EXPECT_EQ(kept->address, u"mira@example.org"_s);
    platform.faults.assign(3, {});
    Q_UNUSED(now(client.syncOnce()));
    EXPECT_EQ(waiting(), 1);
    platform.faults.clear();
    platform.mailedReceipts.clear();
    Q_UNUSED(sync());
    EXPECT_EQ(waiting(), 0);
    ASSERT_EQ(platform.mailedReceipts.size(), 1);
    EXPECT_EQ(platform.mailedReceipts.first().value(u"address"_s).toString(), u"mira@example.org"_s);
    EXPECT_EQ(platform.mailedReceipts.first().value(u"language"_s).toString(), u"de"_s);
    EXPECT_EQ(QUuid::fromString(platform.mailedReceipts.first().value(u"id"_s).toString()), kept->id);
}

TEST_F(ReceiptMailTest, WhatIsRefusedStaysWithItsReasonAndIsNotAskedForAgain)
{
    platform.isMailRefused = true;
    ASSERT_TRUE(now(client.mailReceipt(sold.sale.id.toString(), u"mira@example.org"_s, {})));
    Q_UNUSED(sync());
    ASSERT_EQ(waiting(), 1);
    EXPECT_FALSE(now(client.receiptMails())->first().refusal.isEmpty());
    platform.isMailRefused = false;
    Q_UNUSED(sync());
    EXPECT_TRUE(platform.mailedReceipts.isEmpty());
    ASSERT_TRUE(now(client.forgetReceiptMail(now(client.receiptMails())->first().id)));
    EXPECT_EQ(waiting(), 0);
}

TEST_F(ReceiptMailTest, WhatNobodyTookForAWeekIsForgottenWithItsAddress)
{
    platform.isMailRefused = true;
    ASSERT_TRUE(now(client.mailReceipt(sold.sale.number, u"mira@example.org"_s, {})));
    Q_UNUSED(sync());
    ASSERT_EQ(waiting(), 1);
    folder.clock.advance(keptReceiptMailMs + 1);
    Q_UNUSED(sync());
    EXPECT_EQ(waiting(), 0);
}

TEST_F(ReceiptMailTest, AnAddressThatIsNoneIsSaidAtOnce)
{
    const auto kept = now(client.mailReceipt(sold.sale.number, u"mira"_s, {}));
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().code, u"mail.address"_s);
    EXPECT_EQ(kept.error().fields.first().field, u"address"_s);
    EXPECT_EQ(now(client.mailReceipt(u"NOPE-1-000001"_s, u"mira@example.org"_s, {})).error().code, u"sale.unknown"_s);
    EXPECT_EQ(waiting(), 0);
}

} // namespace
} // namespace crema::sync::testing
