// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/scale_codes.h"
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/till/scanned_code.h"

#include <gtest/gtest.h>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

/// Flat white of the bar, with lot, best-before date and serial number.
const QString flatWhiteOfLot = u"010400638133393110A12\u001d17261201"
                               u"2177"_s;

TEST(ScannedCode, LotDateAndSerialNumberAreItsNote)
{
    const ScannedCode scanned = readScan(flatWhiteOfLot, {}, *Currency::fromCode(u"EUR"));
    EXPECT_EQ(scanned.code, u"04006381333931"_s);
    EXPECT_EQ(scanned.note, u"lot A12, best before 2026-12-01, serial 77"_s);
    EXPECT_TRUE(readScan(u"4006381333931"_s, {}, *Currency::fromCode(u"EUR")).note.isEmpty());
}

TEST(ScannedCode, TheNoteReachesTheLineAndAnotherLotIsAnotherLine)
{
    Till till;
    const auto scan = [&till](const QString &code) { till.presenter.enterCode(code); };
    scan(flatWhiteOfLot);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().remark, u"lot A12, best before 2026-12-01, serial 77"_s);
    scan(flatWhiteOfLot);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().quantityText, u"2"_s);
    scan(u"4006381333931"_s);
    scan(u"010400638133393110B7"_s);
    EXPECT_EQ(till.presenter.lines().size(), 3);
}

TEST(ScannedCode, TheShopSaysHowItsScalesBuildTheirCodes)
{
    Till till;
    till.desk.addProduct(u"Loose beans"_s, u"00123"_s, {}, 3, 1);
    const QString code = exampleOf(*layoutOfPattern(u"24IIIIIWWWWWC"_s));
    const ScannedCode unknown = readScan(code, scaleCodesOf(till.desk.state().settings), till.desk.state().currency());
    EXPECT_FALSE(unknown.label) << "24 is none of the usual ones";
    till.desk.addSetting(PlaceId(till.desk.state().company.id),
                         {shop_setting::scaleCodes.toString(), {}, u"24IIIIIWWWWWC"_s, {}, till.clock.now(), {}});
    const ScannedCode known = readScan(code, scaleCodesOf(till.desk.state().settings), till.desk.state().currency());
    ASSERT_TRUE(known.label);
    EXPECT_EQ(known.label->item, u"12345"_s);
}

} // namespace
} // namespace crema::testing
