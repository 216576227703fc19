// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts that customers want by mail (ADR 065).
#include "tests/platform/domain/services_fixture.h"

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

class ReceiptMailTest : public ServicesTest
{
protected:
    void SetUp() override
    {
        const auto product = newId<ProductId>();
        const auto variant = newId<VariantId>();
        const auto shift = newId<ShiftId>();
        ASSERT_EQ(pushOne(till, createProduct(till, product, u"Coffee"_s)).outcome, Outcome::Applied);
        ASSERT_EQ(pushOne(till, createVariant(till, variant, product, u"SKU"_s)).outcome, Outcome::Applied);
        ASSERT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
        ASSERT_EQ(pushOne(till, completeSale(till, sale, shift, variant, u"MAIN-1-000001"_s)).outcome,
                  Outcome::Applied);
        platform::AccessClaims claims;
        claims.device = till.device;
        claims.location = till.location;
        claims.expiresAt = clock.now().plusMs(15 * 60'000);
        token = platformTokens()->issue(claims, clock.now());
    }

    http::Response ask(SaleId id, const QUuid &mail, const QString &to, const QString &language = {})
    {
        return post("/api/v1/sales/" + id.toString().toLatin1() + "/receipt-mail",
                    {{u"id"_s, mail.toString(QUuid::WithoutBraces)}, {u"address"_s, to}, {u"language"_s, language}},
                    token);
    }

    Till till = enrolTill();
    SaleId sale = newId<SaleId>();
    QByteArray token;
};

TEST_F(ReceiptMailTest, TheReceiptGoesToTheAddressOnceForEachId)
{
    const QUuid mail = newId<OperationId>().value();
    ASSERT_EQ(ask(sale, mail, u"mira@example.org"_s).status, 200);
    ASSERT_EQ(mails().size(), 1);
    EXPECT_TRUE(mails().first().contains(u"To: <mira@example.org>"_s)) << mails().first().toStdString();
    EXPECT_TRUE(mails().first().contains(u"multipart/alternative"_s));
    EXPECT_EQ(countOf("select count(*) from sales.receipt_mail where address <> ''"), 0) << "it goes with its mail";
    ASSERT_EQ(ask(sale, mail, u"mira@example.org"_s).status, 200) << "the answer was lost";
    EXPECT_EQ(mails().size(), 1);
}

TEST_F(ReceiptMailTest, WhatIsNoAddressAndNoSaleIsRefused)
{
    EXPECT_EQ(code(ask(sale, newId<OperationId>().value(), u"mira"_s)), u"request.malformed"_s);
    EXPECT_EQ(code(ask(sale, newId<OperationId>().value(), u"a@b.example\nBcc: c@d.example"_s)),
              u"request.malformed"_s);
    EXPECT_EQ(code(ask(sale, newId<OperationId>().value(), u"mira@example.org"_s, u"de\r\nX: y"_s)),
              u"request.malformed"_s);
    EXPECT_EQ(code(ask(newId<SaleId>(), newId<OperationId>().value(), u"mira@example.org"_s)), u"sale.unknown"_s);
    EXPECT_TRUE(mails().isEmpty());
}

TEST_F(ReceiptMailTest, NobodysMailboxIsFilled)
{
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(ask(sale, newId<OperationId>().value(), u"mira@example.org"_s).status, 200);
    EXPECT_EQ(ask(sale, newId<OperationId>().value(), u"mira@example.org"_s).status, 429);
    EXPECT_EQ(mails().size(), 3);
}

} // namespace
} // namespace crema::testing
