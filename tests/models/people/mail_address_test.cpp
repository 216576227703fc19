// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/mail_address.h"
#include "models/people/person_rules.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

TEST(MailAddressTest, AnAddressIsOneAndNothingElse)
{
    for (const QString &good :
         {QStringLiteral("a@b"), QStringLiteral("mina+till@example.org"), QStringLiteral("m.o'neil@a-b.example.org"),
          QString(64, u'a') + QStringLiteral("@example.org")}) {
        EXPECT_TRUE(isMailAddress(good)) << qPrintable(good);
        EXPECT_TRUE(mailAddressFault(good).isEmpty());
    }
    for (const QString &bad :
         {QString(), QStringLiteral("mina"), QStringLiteral("@b"), QStringLiteral("a@"), QStringLiteral("a@b@c"),
          QStringLiteral("a@b, c@d"), QStringLiteral("a@b\r\nBcc: c@d"), QStringLiteral("<a@b>"),
          QStringLiteral("a b@c"), QStringLiteral(".a@b"), QStringLiteral("a.@b"), QStringLiteral("a..b@c"),
          QStringLiteral("a@b..c"), QStringLiteral("a@-b"), QStringLiteral("a@[10.0.0.1]"), QStringLiteral("\"a b\"@c"),
          QString(65, u'a') + QStringLiteral("@example.org"), QStringLiteral("a@") + QString(253, u'b')}) {
        EXPECT_FALSE(isMailAddress(bad)) << qPrintable(bad);
        EXPECT_FALSE(mailAddressFault(bad).isEmpty());
    }
}

/// One rule for people and for mail: who is kept with an address can be mailed at it.
TEST(MailAddressTest, WhatCannotBeMailedIsNotKeptAndOtherLettersAreSaid)
{
    const auto faultOf = [](const QString &email) {
        Person person;
        person.name = QStringLiteral("Jo");
        person.email = email;
        const Result<Person> checked = checkedPerson(person);
        return checked ? QString() : checked.error().fields.value(0).message;
    };
    EXPECT_EQ(faultOf({}), QString());
    EXPECT_EQ(faultOf(QStringLiteral(" jo@example.org ")), QString());
    EXPECT_FALSE(faultOf(QStringLiteral("jo,al@example.org")).isEmpty());
    const QString letters = faultOf(QStringLiteral("jörg@example.org"));
    EXPECT_TRUE(letters.contains(QStringLiteral("accents"))) << qPrintable(letters);
    EXPECT_EQ(faultOf(QStringLiteral("jo@mün.example")), letters);
}

/// In Turkish the small letter of I is another one.
TEST(MailAddressTest, CaseIsThatOfAscii)
{
    EXPECT_EQ(foldedMailAddress(QStringLiteral("INFO@Example.ORG")), QStringLiteral("info@example.org"));
    EXPECT_EQ(foldedMailAddress(QStringLiteral("İÄ@x")), QStringLiteral("İÄ@x"));
}

} // namespace
} // namespace crema
