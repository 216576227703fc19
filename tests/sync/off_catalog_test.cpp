// SPDX-License-Identifier: GPL-3.0-or-later
// What is no article, sold and taken back by a register (ADR 059).
#include "models/selling/off_catalog.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

class OffCatalogTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        ASSERT_TRUE(now(client.openShift(euro(10'000))));
    }

    [[nodiscard]] SaleDraft repair(std::int64_t minor) const
    {
        SaleLineDraft line;
        line.offCatalog = OffCatalog{u"Repair"_s, folder.shop.taxClass.id};
        line.price = Price{euro(minor), 1};
        SaleDraft draft;
        draft.lines = {line};
        draft.tenders = {{PaymentMethod::Cash, euro(minor)}};
        return draft;
    }
};

TEST_F(OffCatalogTest, IsSoldWithItsNameAndTaxAndMovesNoStock)
{
    const Result<SaleView> sold = now(client.completeSale(repair(2'500)));
    ASSERT_TRUE(sold) << qPrintable(sold.error().message);
    ASSERT_EQ(sold->sale.lines.size(), 1);
    EXPECT_EQ(sold->sale.lines.first().name, u"Repair"_s);
    EXPECT_EQ(sold->sale.lines.first().taxRate, folder.shop.taxClass.rate);
    EXPECT_EQ(sold->sale.total, euro(2'500));
    EXPECT_TRUE(now(client.movements(sold->sale.lines.first().variant, 10))->isEmpty());
}

TEST_F(OffCatalogTest, ComesBackForWhatItCostAndMovesNoStock)
{
    const Result<SaleView> sold = now(client.completeSale(repair(2'500)));
    ASSERT_TRUE(sold);
    ReturnDraft back;
    back.sale = sold->sale.id;
    ReturnPick pick;
    pick.line = 0;
    pick.quantity = Quantity(1);
    back.lines = {pick};
    const Result<SaleView> returned = now(client.returnSale(back));
    ASSERT_TRUE(returned) << qPrintable(returned.error().message);
    EXPECT_EQ(returned->sale.total, euro(-2'500));
    EXPECT_TRUE(now(client.movements(sold->sale.lines.first().variant, 10))->isEmpty());
}

TEST_F(OffCatalogTest, WithoutAPriceNothingIsSold)
{
    SaleDraft draft = repair(2'500);
    draft.lines.first().price.reset();
    EXPECT_EQ(now(client.completeSale(draft)).error().code, u"off_catalog.price"_s);
}

} // namespace
} // namespace crema::sync::testing
