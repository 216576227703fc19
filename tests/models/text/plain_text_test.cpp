// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/plain_text.h"

#include "tests/testing/naughty_strings.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

TEST(PlainText, IsMadeOfEveryTextAndLeavesPlainOnesAlone)
{
    for (const QString &typed : testing::naughtyStrings()) {
        for (const Lines lines : {Lines::One, Lines::Many}) {
            const QString plain = madePlain(typed, lines);
            EXPECT_TRUE(isPlainText(plain, lines)) << qPrintable(typed.left(40));
            EXPECT_TRUE(isPlainText(withEscapes(typed, lines), lines)) << qPrintable(typed.left(40));
            EXPECT_EQ(plain == typed, isPlainText(typed, lines)) << qPrintable(typed.left(40));
        }
    }
}

TEST(PlainText, BlanksWhatSteersAndDropsWhatTurns)
{
    EXPECT_EQ(madePlain(u"a\x1b[2Jb\rc\u009bd\u202ee\u2069"), u"a [2Jb c de"_s);
    EXPECT_EQ(madePlain(u"a\r\n\tb", Lines::Many), u"a\r\n\tb"_s);
    EXPECT_EQ(madePlain(u"half"_s + QChar(0xd800)), u"half\ufffd"_s);
    EXPECT_EQ(withEscapes(u"a\x1b\u009b\u202e\u2028b"), u"a\\u001b\\u009b\\u202e\\u2028b"_s);
}

} // namespace
} // namespace crema
