// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace crema::terminal;

TEST(TextFit, ElidesWithWhatTheTerminalCanShow)
{
    EXPECT_EQ(elided(u"Espresso Brasil", 10, Charset::Utf8), QStringLiteral("Espresso…"));
    EXPECT_EQ(elided(u"Espresso Brasil", 10, Charset::Ascii), QStringLiteral("Espresso."));
    EXPECT_EQ(elided(u"Espresso", 8, Charset::Utf8), QStringLiteral("Espresso"));
    EXPECT_EQ(elided(u"珈琲豆", 4, Charset::Utf8), QStringLiteral("珈…"));
}

TEST(TextFit, WrapsAtSpacesThenElides)
{
    EXPECT_EQ(wrapped(u"Espresso Brasil Santos 1 kg", 16, 2, Charset::Utf8),
              (QStringList{QStringLiteral("Espresso Brasil"), QStringLiteral("Santos 1 kg")}));
    EXPECT_EQ(wrapped(u"Espresso Brasil Santos natural 1 kg", 16, 2, Charset::Utf8).last(),
              QStringLiteral("Santos natural…"));
    EXPECT_EQ(wrapped(u"4006381333931400", 6, 3, Charset::Utf8).size(), 3);
}

TEST(TextFit, KeepsTheRightPartWhole)
{
    EXPECT_EQ(justified(u"TOTAL", u"12.50", 12, Charset::Utf8), QStringLiteral("TOTAL  12.50"));
    EXPECT_EQ(justified(u"Espresso Brasil", u"12.50", 12, Charset::Utf8), QStringLiteral("Espre… 12.50"));
}

RC_GTEST_PROP(TextFit, NoLineIsEverWiderThanAsked, (const std::string &bytes))
{
    const int width = *rc::gen::inRange(2, 30);
    const QString text = QString::fromUtf8(QByteArray::fromStdString(bytes)) + QStringLiteral(" 珈琲é̂ x");
    for (const QString &line : wrapped(text, width, 3, Charset::Utf8))
        RC_ASSERT(textWidth(line) <= width);
    RC_ASSERT(textWidth(elided(text, width, Charset::Utf8)) <= width);
    RC_ASSERT(textWidth(justified(text, u"1.00", width, Charset::Utf8)) <= width);
    RC_ASSERT(textWidth(rightAligned(text, width, Charset::Utf8)) == width || textWidth(text) > width);
}
