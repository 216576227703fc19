// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/plain_text.h"
#include "tests/testing/naughty_strings.h"
#include "ui/terminal/cells/canvas.h"
#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

#include <gtest/gtest.h>

using namespace crema::terminal;

TEST(CellWidth, CountsColumnsNotCharacters)
{
    EXPECT_EQ(textWidth(u"abc"), 3);
    EXPECT_EQ(textWidth(u"e\u0301"), 1) << "a combining mark takes no column";
    EXPECT_EQ(textWidth(u"珈琲"), 4);
    EXPECT_EQ(textWidth(u"☕"), 2);
    EXPECT_EQ(textWidth(u"a\x1b[2Jb"), 5) << "a control character is never drawn";
}

TEST(CellWidth, KeepsAtMostFourMarksOnOneBase)
{
    EXPECT_EQ(clustersOf(u"e\u0301\u0301\u0301\u0301\u0301\u0301").first().size(), 5);
    EXPECT_EQ(clustersOf(u"\u0301").first(), QStringLiteral(" \u0301")) << "a mark alone stands on a space";
}

/// Whatever the data, a frame stays where it is and nothing in a cell steers the terminal or turns the row: every
/// screen is drawn through put().
TEST(Canvas, HoldsNothingThatSteersATerminalAndKeepsItsFrame)
{
    for (const QString &typed : crema::testing::naughtyStrings()) {
        SCOPED_TRACE(qPrintable(typed.left(40)));
        for (const Charset charset : {Charset::Utf8, Charset::Latin1, Charset::Ascii}) {
            for (const int width : {20, 80}) {
                Canvas canvas({width, 2});
                const QString text = transliterated(typed, charset);
                canvas.put({0, 0}, u"|");
                const int end = canvas.put({0, 1}, leftAligned(text, width - 2, charset));
                EXPECT_EQ(end, width - 1) << "as wide as it was to be";
                canvas.put({0, width - 1}, u"|");
                canvas.put({1, 0}, text);
                EXPECT_EQ(canvas.cell({0, 0}).text, u"|");
                EXPECT_EQ(canvas.cell({0, width - 1}).text, u"|");
                for (int row = 0; row < 2; ++row) {
                    EXPECT_TRUE(crema::isPlainText(canvas.rowText(row)));
                    EXPECT_LE(textWidth(canvas.rowText(row)), width);
                    for (int column = 0; column < width; ++column)
                        EXPECT_LE(canvas.cell({row, column}).text.toUcs4().size(), 5);
                }
                for (const QString &line : wrapped(text, width, 4, charset)) {
                    EXPECT_LE(textWidth(line), width);
                }
            }
        }
    }
}

TEST(Canvas, CutsTextAtTheEdgeWithoutSplittingAWideCharacter)
{
    Canvas canvas({5, 1});
    canvas.put({0, 2}, u"珈琲");
    EXPECT_EQ(canvas.rowText(0), QStringLiteral("  珈"));
    EXPECT_EQ(canvas.cell({0, 4}).text, QStringLiteral(" "));
}

TEST(Canvas, WritingOverHalfAWideCharacterRemovesTheOtherHalf)
{
    Canvas canvas({4, 1});
    canvas.put({0, 0}, u"珈琲");
    canvas.put({0, 1}, u"xy");
    EXPECT_EQ(canvas.rowText(0), QStringLiteral(" xy"));
    canvas.put({0, 0}, u"琲");
    EXPECT_EQ(canvas.rowText(0), QStringLiteral("琲y"));
}

TEST(Canvas, PasteTakesOverRolesAndCursor)
{
    Canvas part({3, 1});
    part.put({0, 0}, u"abc", Style::inverse());
    part.setRole(0, RowRole::Prompt);
    part.setCursor(Position{0, 2});
    Canvas canvas({5, 3});
    canvas.paste({1, 1}, part);
    EXPECT_EQ(canvas.rowText(1), QStringLiteral(" abc"));
    EXPECT_EQ(canvas.role(1), RowRole::Prompt);
    EXPECT_EQ(canvas.cursor(), (Position{1, 3}));
    EXPECT_TRUE(canvas.cell({1, 1}).style.reverse);
}

TEST(Canvas, IgnoresWhatLiesOutside)
{
    Canvas canvas({3, 1});
    canvas.put({1, 0}, u"below");
    canvas.put({0, -1}, u"ab");
    EXPECT_EQ(canvas.rowText(0), QStringLiteral("b"));
}
