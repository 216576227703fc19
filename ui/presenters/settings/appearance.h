// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/settings/preferences.h"

#include <QObject>

namespace crema {

enum class ThemeChoice { System, Light, Dark, HighContrast };
/// "system", "light", "dark", "high-contrast"; stable, as it is kept.
[[nodiscard]] QString themeChoiceText(ThemeChoice choice);
/// System for any other word.
[[nodiscard]] ThemeChoice themeChoiceFromText(QStringView text);

/// Heights of controls and rows in px: 32, 40, 48 (ux.md 2.12).
enum class Density { Compact, Normal, Touch };
enum class Motion { Full, Reduced };

/// How the program looks on this computer, for any toolkit; every change is kept at once. Preferences outlive it.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    static constexpr int smallestTextPercent = 100;
    static constexpr int largestTextPercent = 200;
    static constexpr int textPercentStep = 25;

    explicit Appearance(Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] ThemeChoice theme() const { return m_theme; }
    [[nodiscard]] int textPercent() const { return m_textPercent; }
    [[nodiscard]] Density density() const { return m_density; }
    [[nodiscard]] Motion motion() const { return m_motion; }
    /// "de", "en", "x-pseudo"; empty: the language of the system.
    [[nodiscard]] const QString &language() const { return m_language; }

    /// The theme file to draw with: "light", "dark" or "high-contrast".
    [[nodiscard]] QString themeName() const;
    /// What the desktop around the program asks for; counts while the choice is System.
    void setSystemIsDark(bool dark);

    void setTheme(ThemeChoice theme);
    /// Rounded to a step and kept within the smallest and the largest.
    void setTextPercent(int percent);
    void setDensity(Density density);
    void setMotion(Motion motion);
    /// Counts from the next start of the program on.
    void setLanguage(const QString &language);

Q_SIGNALS:
    /// Colours are different: drawn again without building anything anew.
    void themeChanged();
    /// Sizes are different: the window is built anew.
    void layoutChanged();
    /// Anything of the above, and motion.
    void changed();

private:
    void keepLayout(const QString &key, const QString &value);

    Preferences &m_preferences;
    ThemeChoice m_theme = ThemeChoice::System;
    int m_textPercent = smallestTextPercent;
    Density m_density = Density::Normal;
    Motion m_motion = Motion::Full;
    QString m_language;
    bool m_systemIsDark = false;
};

} // namespace crema
