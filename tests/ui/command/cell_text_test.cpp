// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/cell_text.h"

#include <QTimeZone>

#include <gtest/gtest.h>

#include <ctime>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

TEST(CellText, TellsPeopleTheTimeOfThisMachine)
{
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", "Europe/Berlin");
    ::tzset();
    EXPECT_EQ(humanText(u"2026-11-29T07:42:51.120Z"_s, QLocale::c()), u"2026-11-29 08:42:51");
    EXPECT_EQ(humanText(u"2026-07-29T22:42:51Z"_s, QLocale::c()), u"2026-07-30 00:42:51");
    EXPECT_EQ(plainText(u"2026-11-29T07:42:51.120Z"_s), u"2026-11-29T07:42:51.120Z");
    if (before.isNull())
        qunsetenv("TZ");
    else
        qputenv("TZ", before);
    ::tzset();
}

TEST(CellText, LeavesWhatIsNoMoment)
{
    EXPECT_EQ(humanText(u"2026-11-29"_s, QLocale::c()), u"2026-11-29");
    EXPECT_EQ(humanText(u"House blend"_s, QLocale::c()), u"House blend");
}

} // namespace
} // namespace crema::command
