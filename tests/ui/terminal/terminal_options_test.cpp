// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/terminal_options.h"

#include <gtest/gtest.h>

using namespace crema::terminal;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

TEST(TerminalOptions, NothingAndOnlyTheirOptionsOpenTheFullScreen)
{
    EXPECT_TRUE(isFullScreenCommandLine({}));
    EXPECT_TRUE(isFullScreenCommandLine(words("--linear --charset ascii --color=never")));
    EXPECT_TRUE(isFullScreenCommandLine(words("--scan-prefix sale")));
    EXPECT_FALSE(isFullScreenCommandLine(words("sale list")));
    EXPECT_FALSE(isFullScreenCommandLine(words("--linear sale")));
    EXPECT_FALSE(isFullScreenCommandLine(words("--help")));
}

TEST(TerminalOptions, AreReadInBothSpellings)
{
    const auto options =
        terminalOptionsOf(words("--linear --charset=latin1 --scan-prefix ]C1 --menu-enter --bell none"), false);
    ASSERT_TRUE(options);
    EXPECT_TRUE(options->linear);
    EXPECT_EQ(options->charset, Charset::Latin1);
    EXPECT_EQ(options->scanPrefix, QStringLiteral("]C1"));
    EXPECT_EQ(options->menuEnter, MenuEnter::Required);
    EXPECT_EQ(options->okBell, OkBell::None);
    EXPECT_EQ(terminalOptionsOf(words("--shots pictures"), false)->shotsFolder, QStringLiteral("pictures"));
}

TEST(TerminalOptions, NoColorHoldsUnlessColourIsAskedFor)
{
    EXPECT_TRUE(terminalOptionsOf({}, false)->colour);
    EXPECT_FALSE(terminalOptionsOf({}, true)->colour);
    EXPECT_TRUE(terminalOptionsOf(words("--color always"), true)->colour);
    EXPECT_FALSE(terminalOptionsOf(words("--color=never"), false)->colour);
}

TEST(TerminalOptions, WhatTheyDoNotTakeIsNamedWithWhatTheyDo)
{
    for (const char *line : {"--charset koi8", "--color sometimes", "--bell two", "--charset"}) {
        const auto options = terminalOptionsOf(words(line), false);
        ASSERT_FALSE(options) << line;
        EXPECT_EQ(options.error().code, QStringLiteral("input.option"));
        EXPECT_FALSE(options.error().hint.isEmpty()) << line;
    }
}
