// SPDX-License-Identifier: GPL-3.0-or-later
// What goes from a table into a spreadsheet.
#include "ui/presenters/table/table_text.h"

#include "models/text/plain_text.h"
#include "tests/testing/naughty_strings.h"

#include <QRegularExpression>
#include <QStringListModel>

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

QString copied(const QString &text)
{
    const QStringListModel model({text});
    QString cell = tabSeparated(model, {0}, {0}, TableHeader::LeftOut);
    EXPECT_TRUE(cell.endsWith(u'\n'));
    cell.chop(1);
    return cell;
}

/// As a spreadsheet reads it.
QString read(const QString &cell)
{
    if (!cell.startsWith(u'"'))
        return cell;
    return cell.mid(1, cell.size() - 2).replace(u"\"\""_s, u"\""_s);
}

TEST(TableText, HoldsNoFormulaAndNothingThatSteers)
{
    static const QRegularExpression formula(u"^\\s*[=+\\-@]"_s);
    for (const QString &typed : testing::naughtyStrings()) {
        SCOPED_TRACE(qPrintable(typed.left(40)));
        const QString cell = copied(typed);
        EXPECT_TRUE(isPlainText(cell, Lines::Many));
        EXPECT_FALSE(formula.match(read(cell)).hasMatch());
        if (!cell.startsWith(u'"')) {
            EXPECT_FALSE(cell.contains(u'\t') || cell.contains(u'\n')) << "it would be two cells";
        }
    }
}

TEST(TableText, LeavesNumbersAndOtherTextsAsTheyAre)
{
    for (const QString &text :
         {u"-3"_s, u"+4"_s, u"-2,50"_s, u"12.90"_s, u"Flat white"_s, u"a=b"_s, u"4006381333931"_s})
        EXPECT_EQ(copied(text), text);
    EXPECT_EQ(copied(u"=1+1"_s), u"'=1+1"_s);
    EXPECT_EQ(copied(u"-2+3"_s), u"'-2+3"_s);
    EXPECT_EQ(read(copied(u"\t=1+1"_s)), u"'\t=1+1"_s);
}

} // namespace
} // namespace crema
