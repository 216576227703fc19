// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QString>

#include <optional>

namespace crema::desktop {

/// The named colours of one theme file in resources/themes (ux.md 2.12). Nothing else names a colour.
class Tokens
{
public:
    /// Reads `:/themes/NAME.json`; nothing when the file is missing, incomplete or has a colour Qt cannot read.
    [[nodiscard]] static std::optional<Tokens> load(const QString &name);

    /// "light", "dark", "high-contrast".
    [[nodiscard]] static QStringList themeNames();
    /// Every colour a theme file must give.
    [[nodiscard]] static const QStringList &colourNames();

    /// The colour with this name of colourNames(); asserts on any other.
    [[nodiscard]] QColor colour(const QString &name) const;
    /// One of the six series colours, 0…5; other numbers wrap.
    [[nodiscard]] QColor series(int number) const;
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    /// Width of outlines in px: 1, in high contrast 2.
    [[nodiscard]] int line() const { return m_line; }

private:
    QString m_name;
    bool m_dark = false;
    int m_line = 1;
    QHash<QString, QColor> m_colours;
};

} // namespace crema::desktop
