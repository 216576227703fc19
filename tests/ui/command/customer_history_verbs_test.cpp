// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer bought, and their statement, as scripts ask for them.
#include "tests/ui/command/verbs_fixture.h"

namespace crema::command {
namespace {

class CustomerHistoryVerbs : public Verbs
{};

TEST_F(CustomerHistoryVerbs, TellHistoryAndStatement)
{
    ASSERT_EQ(run(u"customer create --name \"Ada Lovelace\""_s).exitCode, 0);
    const Ran history = run(u"customer history ada --json"_s);
    ASSERT_EQ(history.exitCode, 0) << history.err.constData();
    EXPECT_EQ(history.json().value(u"schema").toString(), u"customer-history/1");
    EXPECT_EQ(history.json().value(u"visits").toInteger(-1), 0);
    EXPECT_TRUE(history.json().value(u"items").isArray());
    const Ran text = run(u"customer statement ada"_s);
    ASSERT_EQ(text.exitCode, 0) << text.err.constData();
    EXPECT_TRUE(text.out.contains("For Ada Lovelace")) << text.out.constData();
    const QString path = m_home.filePath(u"ada.csv"_s);
    const Ran csv = run(u"customer statement ada --from 2026-01-01 --to 2026-01-31 --format csv %1"_s.arg(path));
    ASSERT_EQ(csv.exitCode, 0) << csv.err.constData();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().startsWith("Date,Number,Kind,Currency,"));
    EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
    EXPECT_EQ(run(u"customer statement ada --from yesterday"_s).exitCode, 2);
    EXPECT_EQ(run(u"customer statement ada --from 2026-02-01 --to 2026-01-31"_s).exitCode, 2);
    EXPECT_EQ(run(u"customer history nobody"_s).exitCode, 3);
}

} // namespace
} // namespace crema::command
