// SPDX-License-Identifier: GPL-3.0-or-later
// Customers at the command line: the real program on a real store of its own.
#include "tests/ui/command/verbs_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace crema::command {
namespace {

TEST_F(Verbs, CustomersAreKeptAndFound)
{
    const Ran created = run(u"customer create --name \"Ada Lovelace\" --email ada@example.com --json"_s);
    ASSERT_EQ(created.exitCode, 0) << created.err.constData();
    EXPECT_EQ(created.json().value(u"schema").toString(), u"customer/1");
    ASSERT_EQ(run(u"customer edit ada phone=0123"_s).exitCode, 0);
    EXPECT_EQ(run(u"customer show ada --json"_s).json().value(u"phone").toString(), u"0123");
    const QJsonObject silent = run(u"customer show ada --json"_s).json();
    EXPECT_TRUE(silent.contains(u"consent") && silent.value(u"consent").isNull()) << "nobody asked her";
    EXPECT_EQ(run(u"customer edit ada marketing=perhaps"_s).exitCode, 2);
    ASSERT_EQ(run(u"customer edit ada marketing=given:by_phone"_s).exitCode, 0);
    const QJsonArray listed = run(u"customer list --json"_s).json().value(u"items").toArray();
    ASSERT_EQ(listed.size(), 1);
    const QJsonObject consent = listed.first()[u"consent"].toObject();
    EXPECT_EQ(consent.value(u"state").toString(), u"given");
    EXPECT_EQ(consent.value(u"source").toString(), u"by_phone");
    EXPECT_FALSE(consent.value(u"at").toString().isEmpty());
    for (const QString &line : {u"customer list"_s, u"customer show ada"_s})
        EXPECT_TRUE(run(line).out.contains("given")) << qPrintable(line);
    EXPECT_TRUE(run(u"customer show ada"_s).out.contains("by_phone"));
    EXPECT_EQ(run(u"customer show nobody"_s).exitCode, 3);
    EXPECT_EQ(run(u"customer create --name Bob --email nonsense"_s).exitCode, 2);
    const QString id = created.json().value(u"id").toString();
    EXPECT_EQ(run(u"customer erase ada --yes"_s).exitCode, 2) << "by its id alone";
    EXPECT_EQ(run(u"customer erase %1"_s.arg(id)).exitCode, 2) << "nobody said yes";
    const Ran erased = run(u"customer erase %1 --yes --json"_s.arg(id));
    ASSERT_EQ(erased.exitCode, 0);
    EXPECT_EQ(erased.json().value(u"name").toString(), QString());
    EXPECT_TRUE(erased.json().contains(u"erased_at"));
    EXPECT_EQ(run(u"customer show ada"_s).exitCode, 3);
    EXPECT_NE(run(u"customer edit %1 phone=0123"_s.arg(id)).exitCode, 0);
}

TEST_F(Verbs, TwoCustomersAreMadeOneAndTwoAgain)
{
    const auto add = [&](const QString &line) {
        return run(u"customer create "_s + line + u" --json"_s).json().value(u"id").toString();
    };
    const QString ada = add(u"--name \"Ada Lovelace\" --email ada@example.com"_s);
    const QString again = add(u"--name \"Ada Lovelace\" --card 2912345678905"_s);
    const QJsonArray pairs = run(u"customer duplicates --json"_s).json().value(u"items").toArray();
    ASSERT_EQ(pairs.size(), 1);
    EXPECT_EQ(pairs.first().toObject().value(u"likeness").toString(), u"name");
    EXPECT_EQ(run(u"customer merge %1 --into %2"_s.arg(again, ada)).exitCode, 2) << "nobody said yes";
    const Ran merged = run(u"customer merge %1 --into %2 --yes --json"_s.arg(again, ada));
    ASSERT_EQ(merged.exitCode, 0) << merged.err.constData();
    EXPECT_EQ(merged.json().value(u"card").toString(), u"2912345678905");
    EXPECT_EQ(run(u"customer show %1 --json"_s.arg(again)).json().value(u"id").toString(), ada);
    EXPECT_EQ(run(u"customer show ada --json"_s).json().value(u"merged").toArray().size(), 1);
    EXPECT_EQ(run(u"customer merge %1 --into %1 --yes"_s.arg(ada)).exitCode, 2);
    ASSERT_EQ(run(u"customer unmerge %1"_s.arg(again)).exitCode, 0);
    EXPECT_EQ(run(u"customer list --json"_s).json().value(u"items").toArray().size(), 2);
}

TEST_F(Verbs, PointsOfACustomerAreShownAndAdjusted)
{
    ASSERT_EQ(run(u"customer create --name \"Ada Lovelace\""_s).exitCode, 0);
    const QJsonObject none = run(u"customer points ada --json"_s).json();
    EXPECT_EQ(none.value(u"schema").toString(), u"points/1");
    EXPECT_EQ(none.value(u"points").toInteger(-1), 0);
    const Ran added = run(u"customer points ada --adjust 250 --reason apology --json"_s);
    ASSERT_EQ(added.exitCode, 0) << added.err.constData();
    EXPECT_EQ(added.json().value(u"points").toInteger(), 250);
    EXPECT_EQ(added.json().value(u"worth").toObject().value(u"minor").toInteger(), 1'250);
    EXPECT_EQ(run(u"customer points ada --adjust 10"_s).exitCode, 2) << "nobody said why";
    EXPECT_EQ(run(u"customer points ada --adjust -251 --reason twice"_s).exitCode, 2) << "more than there are";
    EXPECT_EQ(run(u"customer points ada --adjust -50 --reason twice --json"_s).json().value(u"points").toInteger(),
              200);
}

} // namespace
} // namespace crema::command
