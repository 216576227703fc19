// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/looks.h"

#include "ui/desktop/theme/tokens.h"

namespace crema::desktop {

namespace {

constexpr QSize small{1024, 768};
constexpr QSize medium{1366, 768};
constexpr QSize large{1920, 1080};

Look inTheme(const QSize &size, const QString &theme)
{
    Look look{QStringLiteral("%1-%2").arg(size.width()).arg(theme), size};
    look.theme = theme;
    return look;
}

Look inGrey(const QString &theme)
{
    Look look{QStringLiteral("%1-%2-grey").arg(medium.width()).arg(theme), medium};
    look.theme = theme;
    look.grey = true;
    return look;
}

Look inTextOf(int percent, const QSize &size)
{
    Look look{QStringLiteral("%1-text%2").arg(size.width()).arg(percent), size};
    look.textScale = percent / 100.0;
    return look;
}

Look inLanguage(const QString &language)
{
    Look look{QStringLiteral("%1-%2").arg(medium.width()).arg(language), medium};
    look.language = language;
    return look;
}

} // namespace

QList<Look> allLooks()
{
    QList<Look> looks;
    for (const QString &theme : Tokens::themeNames()) {
        for (const QSize &size : {small, medium, large})
            looks.append(inTheme(size, theme));
        looks.append(inGrey(theme));
    }
    looks.append({inTextOf(125, small), inTextOf(200, small), inTextOf(200, medium)});
    Look mirrored{QStringLiteral("1366-rtl"), medium};
    mirrored.mirrored = true;
    looks.append(mirrored);
    looks.append({inLanguage(QStringLiteral("de")), inLanguage(QStringLiteral("x-pseudo"))});
    return looks;
}

} // namespace crema::desktop
