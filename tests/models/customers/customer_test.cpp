// SPDX-License-Identifier: GPL-3.0-or-later
// What of what people type and paste a customer is kept with.
#include "models/customers/customer.h"
#include "models/text/plain_text.h"
#include "tests/testing/naughty_strings.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

/// Whatever is kept can be shown in a terminal and printed on a receipt; what cannot is refused, and it is said where.
TEST(CustomerRules, KeepNothingThatSteersATerminalOrAPrinter)
{
    const QList<std::pair<QString, QString Customer::*>> texts{{QStringLiteral("name"), &Customer::name},
                                                               {QStringLiteral("email"), &Customer::email},
                                                               {QStringLiteral("phone"), &Customer::phone},
                                                               {QStringLiteral("tax_id"), &Customer::taxId},
                                                               {QStringLiteral("notes"), &Customer::notes}};
    int kept = 0;
    int refused = 0;
    for (const auto &[field, member] : texts) {
        const Lines lines = field == QStringLiteral("notes") ? Lines::Many : Lines::One;
        for (const QString &typed : testing::naughtyStrings()) {
            Customer customer;
            customer.name = QStringLiteral("Zoë Grün");
            customer.*member = typed;
            const Result<Customer> checked = checkedCustomer(customer);
            if (checked) {
                ++kept;
                EXPECT_EQ((*checked).*member, typed) << "kept as it is";
                EXPECT_TRUE(isPlainText((*checked).*member, lines)) << qPrintable(field + u' ' + typed);
                continue;
            }
            ++refused;
            EXPECT_EQ(checked.error().code, QStringLiteral("customer.rules"));
            EXPECT_EQ(checked.error().fields.first().field, field) << qPrintable(typed);
        }
    }
    EXPECT_GT(kept, 100);
    EXPECT_GT(refused, 50);
}

// Scanners read the same card as a UPC-A or as an EAN-13, and people type it in small letters.
TEST(CustomerTest, ACardHasOneKeyHoweverItIsRead)
{
    EXPECT_EQ(cardKey(u"012345678905"), cardKey(u"0012345678905"));
    EXPECT_EQ(cardKey(u" gold-17b "), cardKey(u"GOLD-17B"));
    EXPECT_NE(cardKey(u"1234567"), cardKey(u"01234567")) << "no length of a GTIN: a number of the shop's own";
    EXPECT_NE(cardKey(u"GOLD-17B"), cardKey(u"GOLD-17C"));
    EXPECT_TRUE(cardKey(u"").isEmpty());
}

} // namespace
} // namespace crema
