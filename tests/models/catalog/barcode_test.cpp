// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/barcode.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

QString normalised(QStringView text)
{
    const auto barcode = Barcode::parse(text);
    return barcode ? barcode->normalised() : barcode.error().code;
}

TEST(Barcode, StoresEveryGtinWithFourteenDigits)
{
    EXPECT_EQ(normalised(u"4006381333931"), QStringLiteral("04006381333931"));
    EXPECT_EQ(normalised(u"036000291452"), QStringLiteral("00036000291452"));
    EXPECT_EQ(normalised(u"0036000291452"), QStringLiteral("00036000291452"));
    EXPECT_EQ(normalised(u"96385074"), QStringLiteral("00000096385074"));
    EXPECT_EQ(normalised(u"15400141288763"), QStringLiteral("15400141288763"));
    EXPECT_EQ(normalised(u" 4006381333931\r\n"), QStringLiteral("04006381333931"));
}

TEST(Barcode, NamesTheCheckDigitThatItShouldBe)
{
    const auto barcode = Barcode::parse(u"4006381333932");
    ASSERT_FALSE(barcode);
    EXPECT_EQ(barcode.error().code, QStringLiteral("barcode.check_digit"));
    EXPECT_TRUE(barcode.error().message.contains(QStringLiteral("should be 1.")))
        << barcode.error().message.toStdString();
    EXPECT_EQ(barcode.error().fields.first().field, QStringLiteral("barcode"));
    EXPECT_EQ(normalised(u"036000291453"), QStringLiteral("barcode.check_digit"));
    EXPECT_EQ(normalised(u"15400141288764"), QStringLiteral("barcode.check_digit"));
}

QString expanded(QStringView text)
{
    const auto barcode = Barcode::parseUpcE(text);
    return barcode ? barcode->normalised() : barcode.error().code;
}

TEST(Barcode, ExpandsUpcEByEachOfItsRules)
{
    EXPECT_EQ(expanded(u"01234505"), QStringLiteral("00012000003455"));
    EXPECT_EQ(expanded(u"123450"), QStringLiteral("00012000003455"));
    EXPECT_EQ(expanded(u"0123450"), QStringLiteral("00012000003455"));
    EXPECT_EQ(expanded(u"0123452"), normalised(u"012200003453"));
    EXPECT_EQ(expanded(u"0123453"), normalised(u"012300000451"));
    EXPECT_EQ(expanded(u"0123454"), normalised(u"012340000053"));
    EXPECT_EQ(expanded(u"0123456"), normalised(u"012345000065"));
    EXPECT_EQ(expanded(u"04252614"), QStringLiteral("00042100005264"));
    EXPECT_EQ(expanded(u"04252615"), QStringLiteral("barcode.check_digit"));
    for (const char16_t *text : {u"", u"12345", u"012345678", u"21234565", u"0A234565"})
        EXPECT_EQ(expanded(text), QStringLiteral("barcode.upc_e"));
}

TEST(Barcode, KeepsOtherCodesAsTheyAre)
{
    for (const char16_t *text : {u"COFFEE-250", u"12345", u"1234567", u"123456789", u"12345678901", u"123456789012345",
                                 u"X4006381333931", u"~!$"}) {
        const auto barcode = Barcode::parse(text);
        ASSERT_TRUE(barcode) << QString::fromUtf16(text).toStdString();
        EXPECT_EQ(barcode->kind(), Barcode::Kind::Code);
        EXPECT_EQ(barcode->normalised(), QString::fromUtf16(text));
    }
}

TEST(Barcode, RefusesWhatNoScannerMeans)
{
    EXPECT_EQ(normalised(u""), QStringLiteral("barcode.empty"));
    EXPECT_EQ(normalised(u"  "), QStringLiteral("barcode.empty"));
    EXPECT_EQ(normalised(QString(81, u'A')), QStringLiteral("barcode.too_long"));
    EXPECT_EQ(normalised(u"4006381 333931"), QStringLiteral("barcode.characters"));
    EXPECT_EQ(normalised(u"A\u001dB"), QStringLiteral("barcode.characters"));
    EXPECT_EQ(normalised(u"\u0664\u0660\u0660\u0666\u0663\u0668\u0661\u0663"), QStringLiteral("barcode.characters"));
}

TEST(Barcode, ShowsTheShortestUsualForm)
{
    for (const char16_t *text : {u"96385074", u"0036000291452", u"4006381333931", u"15400141288763", u"ABC"})
        EXPECT_EQ(Barcode::parse(text)->display(), QString::fromUtf16(text));
    EXPECT_EQ(Barcode::parse(u"036000291452")->display(), QStringLiteral("0036000291452"));
}

RC_GTEST_PROP(Barcode, ReadsItsOwnForms, ())
{
    const auto length = *rc::gen::element<qsizetype>(7, 11, 12, 13);
    const auto digits = *rc::gen::container<std::vector<int>>(static_cast<size_t>(length), rc::gen::inRange(0, 10));
    QString body;
    for (const int digit : digits)
        body += QChar(u'0' + digit);
    const QString code = body + QString::number(gtinCheckDigit(body));
    const auto barcode = Barcode::parse(code);
    RC_ASSERT(barcode.has_value());
    const bool stable = *Barcode::parse(barcode->normalised()) == *barcode;
    const bool sameSeen = *Barcode::parse(barcode->display()) == *barcode;
    RC_ASSERT(stable);
    RC_ASSERT(sameSeen);
}

RC_GTEST_PROP(Barcode, NoticesEveryWrongDigit, ())
{
    const auto digits = *rc::gen::container<std::vector<int>>(size_t(12), rc::gen::inRange(0, 10));
    QString body;
    for (const int digit : digits)
        body += QChar(u'0' + digit);
    QString code = body + QString::number(gtinCheckDigit(body));
    const auto at = *rc::gen::inRange<qsizetype>(0, 13);
    const auto other = *rc::gen::distinctFrom(rc::gen::inRange(0, 10), code.at(at).digitValue());
    code[at] = QChar(u'0' + other);
    RC_ASSERT(!Barcode::parse(code));
}

} // namespace
} // namespace crema
