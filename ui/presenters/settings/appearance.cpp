// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/appearance.h"

#include "models/base/enum_names.h"

#include <algorithm>

namespace crema {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumName<ThemeChoice> themeNames[] = {{ThemeChoice::System, u"system"},
                                                {ThemeChoice::Light, u"light"},
                                                {ThemeChoice::Dark, u"dark"},
                                                {ThemeChoice::HighContrast, u"high-contrast"}};
constexpr EnumName<Density> densityNames[] = {
    {Density::Compact, u"compact"}, {Density::Normal, u"normal"}, {Density::Touch, u"touch"}};
constexpr EnumName<Motion> motionNames[] = {{Motion::Full, u"full"}, {Motion::Reduced, u"reduced"}};

const QString themeKey = u"appearance.theme"_s;
const QString textKey = u"appearance.text_percent"_s;
const QString densityKey = u"appearance.density"_s;
const QString motionKey = u"appearance.motion"_s;
const QString languageKey = u"appearance.language"_s;

int textPercentOf(int wished)
{
    const int steps = (wished + Appearance::textPercentStep / 2) / Appearance::textPercentStep;
    return std::clamp(steps * Appearance::textPercentStep, Appearance::smallestTextPercent,
                      Appearance::largestTextPercent);
}

} // namespace

QString themeChoiceText(ThemeChoice choice)
{
    return enumText(themeNames, choice);
}

ThemeChoice themeChoiceFromText(QStringView text)
{
    return enumFromText<ThemeChoice>(themeNames, text).value_or(ThemeChoice::System);
}

Appearance::Appearance(Preferences &preferences, QObject *parent) : QObject(parent), m_preferences(preferences)
{
    m_theme = themeChoiceFromText(preferences.value(themeKey));
    m_density = enumFromText<Density>(densityNames, preferences.value(densityKey)).value_or(m_density);
    m_motion = enumFromText<Motion>(motionNames, preferences.value(motionKey)).value_or(m_motion);
    m_textPercent = textPercentOf(preferences.value(textKey).toInt());
    m_language = preferences.value(languageKey);
}

QString Appearance::themeName() const
{
    if (m_theme == ThemeChoice::System)
        return enumText(themeNames, m_systemIsDark ? ThemeChoice::Dark : ThemeChoice::Light);
    return enumText(themeNames, m_theme);
}

void Appearance::setSystemIsDark(bool dark)
{
    if (m_systemIsDark == dark)
        return;
    m_systemIsDark = dark;
    if (m_theme != ThemeChoice::System)
        return;
    Q_EMIT themeChanged();
    Q_EMIT changed();
}

void Appearance::setTheme(ThemeChoice theme)
{
    if (m_theme == theme)
        return;
    m_theme = theme;
    m_preferences.setValue(themeKey, enumText(themeNames, theme));
    Q_EMIT themeChanged();
    Q_EMIT changed();
}

void Appearance::setTextPercent(int percent)
{
    const int next = textPercentOf(percent);
    if (m_textPercent == next)
        return;
    m_textPercent = next;
    keepLayout(textKey, QString::number(next));
}

void Appearance::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    keepLayout(densityKey, enumText(densityNames, density));
}

void Appearance::setMotion(Motion motion)
{
    if (m_motion == motion)
        return;
    m_motion = motion;
    m_preferences.setValue(motionKey, enumText(motionNames, motion));
    Q_EMIT changed();
}

void Appearance::setLanguage(const QString &language)
{
    if (m_language == language)
        return;
    m_language = language;
    m_preferences.setValue(languageKey, language);
    Q_EMIT changed();
}

void Appearance::keepLayout(const QString &key, const QString &value)
{
    m_preferences.setValue(key, value);
    Q_EMIT layoutChanged();
    Q_EMIT changed();
}

} // namespace crema
