// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <QList>

namespace crema {
class Appearance;
}

namespace crema::desktop {

class ChoiceRow;
class Theme;

/// A language that the program speaks, by its code and by its own name: "de", "Deutsch".
struct LanguageChoice {
    QString code;
    QString name;
};

/// Language and theme, chosen at once and seen at once.
class LookBar final : public QWidget
{
    Q_OBJECT

public:
    LookBar(const Theme &theme, Appearance &appearance, const QList<LanguageChoice> &languages,
            const QString &language);

private:
    [[nodiscard]] QWidget *makeLanguages(const Theme &theme, const QList<LanguageChoice> &languages,
                                         const QString &language);
    void showTheme();

    Appearance &m_appearance;
    ChoiceRow *m_themes;
};

} // namespace crema::desktop
