// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/cells/canvas.h"
#include "ui/terminal/cells/cell_width.h"

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
