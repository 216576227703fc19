// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/scale_codes.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

QString codeOf(const QString &text)
{
    const auto layouts = layoutsOfText(text);
    return layouts ? QString() : layouts.error().code;
}

TEST(ScaleCodes, APatternIsALayout)
{
    EXPECT_EQ(*layoutOfPattern(u"28IIIIIWWWWWC"_s), (InStoreLayout{u"28"_s, 5, false, 5, InStoreValue::Weight, 1}));
    EXPECT_EQ(*layoutOfPattern(u"22 iiiii v pppp c"_s), (InStoreLayout{u"22"_s, 5, true, 4, InStoreValue::Price, 1}));
    EXPECT_EQ(*layoutOfPattern(u"2IIIIIIPPPPPC/10"_s), (InStoreLayout{u"2"_s, 6, false, 5, InStoreValue::Price, 10}));
    for (const InStoreLayout &layout : usualScaleCodes())
        EXPECT_EQ(*layoutOfPattern(patternOf(layout)), layout);
    for (const QString &wrong : {u"28IIIIIWWWWW"_s, u"28IIIIWWWWWC"_s, u"38IIIIIWWWWWC"_s, u"28WWWWWIIIIIC"_s,
                                 u"28IIIIIVVWWWWC"_s, u"28IIIIIWWWWWC/0"_s, u"scale"_s})
        EXPECT_FALSE(layoutOfPattern(wrong)) << qPrintable(wrong);
}

TEST(ScaleCodes, ATextHoldsOnePatternInEachLine)
{
    EXPECT_EQ(*layoutsOfText({}), usualScaleCodes());
    EXPECT_TRUE(layoutsOfText(u"None"_s)->isEmpty());
    EXPECT_EQ(layoutsOfText(u"28IIIIIWWWWWC\n\n 21IIIIIPPPPPC \n"_s)->size(), 2);
    EXPECT_EQ(layoutsOfText(u"28IIIIIWWWWWC; 21IIIIIPPPPPC"_s)->size(), 2);
    EXPECT_EQ(codeOf(u"28IIIIIWWWWWC\n2IIIIIIPPPPPC"_s), u"in_store.prefix"_s);
    EXPECT_EQ(codeOf(u"28IIIIIWWWWWC\nnothing"_s), u"in_store.pattern"_s);
}

TEST(ScaleCodes, EachExampleIsReadByItsPattern)
{
    for (const QString &pattern : {u"28IIIIIWWWWWC"_s, u"29IIIIINNNNNC"_s, u"22IIIIIVPPPPC"_s, u"2IIIIIIPPPPPC/10"_s,
                                   u"20IIIIVWWWWWC"_s, u"25IIIIIIIIINC"_s}) {
        const InStoreLayout layout = *layoutOfPattern(pattern);
        const auto read = readInStoreCode(exampleOf(layout), {layout});
        ASSERT_TRUE(read && *read) << qPrintable(pattern + u' ' + exampleOf(layout));
        EXPECT_EQ((*read)->kind, layout.kind);
        EXPECT_EQ((*read)->item.size(), layout.itemDigits);
    }
    EXPECT_EQ(scaleCodeExamples(u"28IIIIIWWWWWC"_s), QStringList{u"2812345015001: item 12345, 1500 g"_s});
}

TEST(ScaleCodes, AreASettingThatRefusesWhatReadsNothing)
{
    const Setting &setting = *findSetting(shop_setting::scaleCodes);
    EXPECT_TRUE(checkSetting(setting, u"28IIIIIWWWWWC"_s));
    const Result<void> wrong = checkSetting(setting, u"28IIIIIWWWWC"_s);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, u"setting.value"_s);
    EXPECT_TRUE(wrong.error().message.contains(u"28IIIIIWWWWC"_s));
}

} // namespace
} // namespace crema
