// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"

#include <QDir>
#include <QImage>
#include <QPainter>

#include <cmath>

#include <gtest/gtest.h>

namespace crema::desktop {

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// Relative luminance and contrast of WCAG 2.2.
double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

class EveryTheme : public ::testing::TestWithParam<const char *>
{
protected:
    EveryTheme() : theme(QString::fromLatin1(GetParam())) {}
    Theme theme;
};

TEST_P(EveryTheme, TextIsLegibleOnEverySurface)
{
    ASSERT_EQ(theme.tokens().name(), QString::fromLatin1(GetParam()));
    for (const char *ground : {"bg", "surface", "raised", "sunken", "selection"}) {
        for (const char *text : {"text", "muted", "accent", "ok", "warn", "error"})
            EXPECT_GE(contrast(theme.colour(text), theme.colour(ground)), 4.5) << text << " on " << ground;
        for (const char *line : {"control", "ring"})
            EXPECT_GE(contrast(theme.colour(line), theme.colour(ground)), 3.0) << line << " on " << ground;
    }
    for (const char *ground : {"bg", "sunken"})
        EXPECT_GE(contrast(theme.colour("disabled"), theme.colour(ground)), 4.5) << "disabled on " << ground;
    EXPECT_GE(contrast(theme.colour("on-accent"), theme.colour("accent")), 4.5);
    EXPECT_GE(contrast(theme.colour("ok"), theme.colour("ok-bg")), 4.5);
    EXPECT_GE(contrast(theme.colour("warn"), theme.colour("warn-bg")), 4.5);
    EXPECT_GE(contrast(theme.colour("error"), theme.colour("error-bg")), 4.5);
}

TEST_P(EveryTheme, TheStyleSheetHasNoPlaceLeftOpen)
{
    const QString sheet = theme.styleSheet();
    EXPECT_FALSE(sheet.contains(QLatin1Char('@')));
    EXPECT_TRUE(sheet.contains(theme.colour("accent").name(QColor::HexArgb)));
}

TEST(Theme, InHighContrastWhatCannotBeUsedLooksLikeIt)
{
    // All text is white there, so that neither colour nor outline of the others would tell.
    const Theme theme(QStringLiteral("high-contrast"));
    EXPECT_NE(theme.colour("disabled"), theme.colour("text"));
    EXPECT_GE(contrast(theme.colour("text"), theme.colour("disabled")), 2.0);
    EXPECT_TRUE(theme.styleSheet().contains(QStringLiteral("border-style: dashed")));
    EXPECT_EQ(theme.palette().color(QPalette::Disabled, QPalette::ButtonText), theme.colour("disabled"));
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, ::testing::Values("light", "dark", "high-contrast"));

TEST(Theme, TextGrowsWithItsScale)
{
    const Theme large(QStringLiteral("light"), 2.0);
    EXPECT_EQ(large.font(16).pixelSize(), 32);
    EXPECT_TRUE(large.styleSheet().contains(QStringLiteral("font-size: 32px")));
    EXPECT_EQ(Theme(QStringLiteral("no such theme")).tokens().name(), QStringLiteral("light"));
}

TEST(Icons, EachIsDrawnInTheColourOfItsState)
{
    const Theme theme(QStringLiteral("light"));
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
    EXPECT_GE(files.size(), 20);
    for (const QString &file : files) {
        const QIcon icon = theme.icon(QString(file).remove(QStringLiteral(".svg")), "accent");
        const QImage normal = icon.pixmap(24, 24).toImage();
        const QImage disabled = icon.pixmap(24, 24, QIcon::Disabled).toImage();
        EXPECT_NE(normal, disabled) << qPrintable(file);
        bool coloured = false;
        for (int y = 0; y < normal.height(); ++y) {
            for (int x = 0; x < normal.width(); ++x)
                coloured = coloured || normal.pixelColor(x, y).alpha() > 60;
        }
        EXPECT_TRUE(coloured) << qPrintable(file);
    }
}

TEST(AmountText, DigitsAreEquallyWide)
{
    const QFont font = Theme(QStringLiteral("light")).font(16);
    EXPECT_EQ(amountWidth(font, QStringLiteral("€11.11")), amountWidth(font, QStringLiteral("€88.88")));
}

} // namespace crema::desktop
