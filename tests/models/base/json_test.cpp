// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/canonical_scanner.h"
#include "models/base/json.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

QByteArray nested(int levels)
{
    return QByteArray("{\"a\":").repeated(levels - 1) + "{}" + QByteArray("}").repeated(levels - 1);
}

class Refused : public ::testing::TestWithParam<QByteArray>
{};

TEST_P(Refused, IsMalformed)
{
    const auto result = json::readStrict(GetParam());
    ASSERT_FALSE(result) << GetParam().toStdString();
    EXPECT_EQ(result.error().code, QStringLiteral("json.malformed"));
    EXPECT_EQ(result.error().kind, ProblemKind::Invalid);
}

INSTANTIATE_TEST_SUITE_P(Structure, Refused,
                         ::testing::Values("", " ", "{", "}", "[]", "null", "1", "\"a\"", "{}{}", "{} x", "{},", "{,}",
                                           "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\" 1}", "{\"a\"::1}", "{a:1}",
                                           "{'a':1}", "{\"a\":1 \"b\":2}", "{\"a\":[1,]}", "{\"a\":[,1]}",
                                           "{\"a\":[1 2]}", "{\"a\":[1}", "{\"a\":[}", "{\"a\":tru}", "{\"a\":truE}",
                                           "{\"a\":nul", "{\"a\":True}", "{\"a\":NaN}", "{\"a\":Infinity}",
                                           "{\"a\":undefined}", "{\"a\":/* */1}", "{1:1}", "{\"a\":1}\f",
                                           "\xef\xbb\xbf{}", "{\"a\":\"b\"\"c\"}", "{\"a\":\"b", "{\"a\":\"b\\"));

INSTANTIATE_TEST_SUITE_P(Numbers, Refused,
                         ::testing::Values("{\"a\":-0}", "{\"a\":1.0}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":1e2}",
                                           "{\"a\":1E2}", "{\"a\":0e0}", "{\"a\":-}", "{\"a\":+1}", "{\"a\":01}",
                                           "{\"a\":-01}", "{\"a\":00}", "{\"a\":0x1}", "{\"a\":9007199254740992}",
                                           "{\"a\":-9007199254740992}", "{\"a\":9223372036854775808}",
                                           "{\"a\":18446744073709551617}", "{\"a\":1 000}", "{\"a\":--1}"));

INSTANTIATE_TEST_SUITE_P(Strings, Refused,
                         ::testing::Values("{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\u12G4\"}",
                                           "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\"}", "{\"a\":\"\\ud800\\ud800\"}",
                                           "{\"a\":\"\\ud800x\"}", "{\"a\":\"\\ud800\\n\"}", "{\"\\ud800\":1}",
                                           "{\"a\":\"\n\"}", "{\"a\":\"\t\"}", "{\"a\":\"\\\n\"}",
                                           QByteArray("{\"a\":\"\0\"}", 9), QByteArray("{\"a\":1}\0", 8),
                                           QByteArray("{\0}", 3), "{\"a\":\"\\u\"}", "{\"a\":\"\\"));

INSTANTIATE_TEST_SUITE_P(Utf8, Refused,
                         ::testing::Values("{\"a\":\"\x80\"}", "{\"a\":\"\xc0\xaf\"}", "{\"a\":\"\xc1\xbf\"}",
                                           "{\"a\":\"\xe0\x9f\xbf\"}", "{\"a\":\"\xed\xa0\x80\"}",
                                           "{\"a\":\"\xed\xbf\xbf\"}", "{\"a\":\"\xf0\x8f\xbf\xbf\"}",
                                           "{\"a\":\"\xf4\x90\x80\x80\"}", "{\"a\":\"\xf5\x80\x80\x80\"}",
                                           "{\"a\":\"\xff\"}", "{\"a\":\"\xc3\"}", "{\"a\":\"\xe2\x82\"}",
                                           "{\"a\":\"\xf0\x9f\x98\"}", "{\"a\":\"\xc3", "{\"\xe2\x82\":1}"));

INSTANTIATE_TEST_SUITE_P(DuplicateNames, Refused,
                         ::testing::Values("{\"a\":1,\"a\":1}", "{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":1,\"\\u0061\":2}",
                                           "{\"\\u00e9\":1,\"\xc3\xa9\":2}", "{\"x\":{\"a\":1,\"a\":2}}",
                                           "{\"x\":[{\"a\":1,\"a\":2}]}", "{\"\":1,\"\":2}",
                                           "{\"\\ud83d\\ude00z\":1,\"\xf0\x9f\x98\x80z\":2}", "{\"p\\/q\":1,\"p/q\":2}",
                                           "{\"\xc3\xa9\\n\":1,\"\\u00E9\\u000a\":2}"));

TEST(ReadStrict, NamesTheByteWhereReadingStopped)
{
    const auto result = json::readStrict(QByteArray("{\"a\":1,\"b\":2.5}"));
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().message.contains(u"byte 12")) << result.error().message.toStdString();
}

TEST(ReadStrict, FindsADuplicateAmongManyNames)
{
    QByteArray bytes = "{";
    for (int i = 0; i < 200; ++i)
        bytes += "\"n" + QByteArray::number(i) + "\":1,";
    EXPECT_TRUE(json::readStrict(bytes + "\"n200\":1}"));
    EXPECT_FALSE(json::readStrict(bytes + "\"n77\":1}"));
}

TEST(ReadStrict, AllowsTheSameNameInTwoObjects)
{
    EXPECT_TRUE(json::readStrict(QByteArray("{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}")));
}

TEST(ReadStrict, CountsEveryLevelOfNesting)
{
    EXPECT_TRUE(json::readStrict(nested(64)));
    EXPECT_FALSE(json::readStrict(nested(65)));
    EXPECT_FALSE(
        json::readStrict(QByteArray("{\"a\":") + QByteArray("[").repeated(64) + QByteArray("]").repeated(64) + "}"));
    EXPECT_TRUE(json::readStrict(QByteArray("{}"), 1));
    EXPECT_FALSE(json::readStrict(QByteArray("{\"a\":[]}"), 1));
    EXPECT_FALSE(json::readStrict(QByteArray("{\"a\":").repeated(1'000'000)));
}

TEST(ReadStrict, KeepsTheLargestWholeNumbers)
{
    const auto result = json::readStrict(QByteArray("{\"a\":9007199254740991,\"b\":-9007199254740991,\"c\":0}"));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->value(u"a").toInteger(), json::maxInteger);
    EXPECT_EQ(result->value(u"b").toInteger(), -json::maxInteger);
    EXPECT_EQ(json::writeCanonical(*result), "{\"a\":9007199254740991,\"b\":-9007199254740991,\"c\":0}");
}

TEST(ReadStrict, ReadsEscapesBlanksAndEveryLengthOfUtf8)
{
    const auto result =
        json::readStrict(QByteArray(" {\n\t\"\\u0061\" : \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\uD83D\\uDE00 "
                                    "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\" }\r\n"));
    ASSERT_TRUE(result);
    QString expected = QStringLiteral("\"\\/\b\f\n\r\t");
    expected += QChar(u'\0');
    expected += QStringLiteral("\U0001F600 \u00e9\u20ac\U0001F600");
    EXPECT_EQ(result->value(u"a").toString(), expected);
}

TEST(ReadStrict, KeepsAZeroWidthSpaceAtTheStartOfAText)
{
    // Qt's reader takes U+FEFF there for a byte order mark and drops it.
    const auto result = json::readStrict(QByteArray("{\"a\":\"\xef\xbb\xbfz\"}"));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->value(u"a").toString(), QStringLiteral("\ufeffz"));
}

TEST(ReadStrict, FindsNamesBeyondTheBasicPlane)
{
    const auto result = json::readStrict(QByteArray("{\"\xf0\x90\x80\x80\":1,\"\xee\x80\x80\":2}"));
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, (QJsonObject{{QStringLiteral("\ue000"), 2}, {QStringLiteral("\U00010000"), 1}}));
    EXPECT_EQ(result->value(QStringLiteral("\U00010000")).toInteger(), 1);
}

TEST(WriteCanonical, OrdersNamesByUtf16CodeUnits)
{
    // The example of RFC 8785 section 3.2.3: U+1F600 sorts before U+FB33, unlike in code point order.
    QJsonObject object;
    for (const char16_t *name : {u"\u20ac", u"\r", u"\ufb33", u"1", u"\U0001F600", u"\u0080", u"\u00f6"})
        object.insert(QString::fromUtf16(name), 1);
    EXPECT_EQ(json::writeCanonical(object), "{\"\\r\":1,\"1\":1,\"\xc2\x80\":1,\"\xc3\xb6\":1,\"\xe2\x82\xac\":1,"
                                            "\"\xf0\x9f\x98\x80\":1,\"\xef\xac\xb3\":1}");
}

TEST(WriteCanonical, EscapesOnlyWhatItHasTo)
{
    QString text = QStringLiteral("\u20ac$\u000f\nA'B\"\\\\\"/\b\f\t\r\u007f");
    text.prepend(QChar(u'\0'));
    EXPECT_EQ(json::writeCanonical({{QStringLiteral("s"), text}}),
              "{\"s\":\"\\u0000\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\t\\r\x7f\"}");
}

TEST(WriteCanonical, WritesEveryKindOfValueWithoutBlanks)
{
    const QJsonObject object{
        {QStringLiteral("b"), QJsonArray{true, false, QJsonValue::Null, QJsonArray{}, QJsonObject{}}},
        {QStringLiteral("a"), -7},
        {QStringLiteral(""), QStringLiteral("")}};
    EXPECT_EQ(json::writeCanonical(object), "{\"\":\"\",\"a\":-7,\"b\":[true,false,null,[],{}]}");
}

TEST(WriteCanonical, MendsALoneSurrogate)
{
    QString cut = QStringLiteral("a");
    cut += QChar(0xd83d);
    EXPECT_EQ(json::writeCanonical({{QStringLiteral("s"), cut}}), "{\"s\":\"a\xef\xbf\xbd\"}");
}

TEST(WriteCanonicalDeathTest, RefusesAFraction)
{
    EXPECT_DEATH((void)json::writeCanonical({{QStringLiteral("a"), 0.5}}), "whole");
    EXPECT_DEATH((void)json::writeCanonical({{QStringLiteral("a"), qint64(json::maxInteger + 1)}}), "large");
}

RC_GTEST_PROP(Json, WhatIsWrittenIsReadBack, ())
{
    const QJsonObject object = *testing::jsonObject();
    const QByteArray bytes = json::writeCanonical(object);
    const auto read = json::readStrict(bytes);
    RC_ASSERT(read.has_value());
    const bool same = *read == object;
    RC_ASSERT(same);
    RC_ASSERT(json::writeCanonical(*read) == bytes);
}

RC_GTEST_PROP(Json, DamagedBytesNeverCrashAndNeverChangeMeaning, ())
{
    QByteArray bytes = json::writeCanonical(*testing::jsonObject());
    const auto at = *rc::gen::inRange<int>(0, static_cast<int>(bytes.size()));
    bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    if (const auto read = json::readStrict(bytes)) {
        const bool same = json::readStrict(json::writeCanonical(*read)).value() == *read;
        RC_ASSERT(same);
    }
}

RC_GTEST_PROP(Json, NoPrefixIsAccepted, ())
{
    const QByteArray bytes = json::writeCanonical(*testing::jsonObject());
    const auto length = *rc::gen::inRange<int>(0, static_cast<int>(bytes.size()));
    RC_ASSERT(!json::readStrict(QByteArrayView(bytes).first(length)));
    RC_ASSERT(json::canonicalObjectAt(QByteArrayView(bytes).first(length)) == 0);
}

/// What is taken for canonical at one look is, whatever the bytes are.
RC_GTEST_PROP(CanonicalObject, IsWhatWouldBeWritten, ())
{
    QByteArray bytes = json::writeCanonical(*testing::jsonObject());
    if (*rc::gen::arbitrary<bool>()) {
        const auto at = *rc::gen::inRange<int>(0, static_cast<int>(bytes.size()));
        bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    }
    const qsizetype length = json::canonicalObjectAt(bytes);
    if (length == 0)
        return;
    const QByteArray object = bytes.first(length);
    const auto read = json::readStrict(object);
    RC_ASSERT(read.has_value());
    RC_ASSERT(json::writeCanonical(*read) == object);
}

TEST(CanonicalObject, EndsWhereItEnds)
{
    const QByteArray object = R"({"a":[1,-2,{"b":"Ã© text","c":null}],"ab":{},"b":true,"c":9007199254740991})";
    EXPECT_EQ(json::canonicalObjectAt(object), object.size());
    EXPECT_EQ(json::canonicalObjectAt(object + ",\"more\":1}"), object.size());
}

TEST(CanonicalObject, IsNothingElse)
{
    for (const char *other : {"",
                              "[]",
                              "1",
                              " {}",
                              "{ }",
                              R"({"a": 1})",
                              R"({"b":1,"a":1})",
                              R"({"a":1,"a":1})",
                              R"({"a":1,})",
                              R"({"a":01})",
                              R"({"a":-0})",
                              R"({"a":1.0})",
                              R"({"a":1e3})",
                              R"({"a":9007199254740992})",
                              R"({"a":"\u0041"})",
                              R"({"a":"\n"})",
                              "{\"a\":\"\n\"}",
                              "{\"a\":\"\xff\"}",
                              "{\"a\":\"\xc3\"}",
                              R"({"a":[1 ,2]})",
                              R"({"a":[,]})",
                              R"({"a":tru})",
                              R"({"a"})",
                              R"({"\u0061":1})",
                              "{\"\xc3\xa9\":1}"})
        EXPECT_EQ(json::canonicalObjectAt(other), 0) << other;
    EXPECT_EQ(json::canonicalObjectAt(nested(32), 32), nested(32).size());
    EXPECT_EQ(json::canonicalObjectAt(nested(33), 32), 0);
}

} // namespace
} // namespace crema
