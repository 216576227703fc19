// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;

namespace crema::desktop {

/// The look of the program: palette, style, style sheet, fonts and icons made from one set of tokens, all
/// replaced at once and without a restart. Outlives every widget that holds it.
class Theme final : public QObject
{
    Q_OBJECT

public:
    /// Loads the theme with this name; an unknown name gives "light". `textScale` is 1.0 to 2.0.
    explicit Theme(const QString &name, double textScale = 1.0, QObject *parent = nullptr);

    /// Sets style, palette, font and style sheet of the application.
    void apply(QApplication &application);
    void setName(const QString &name);
    /// `textScale` is 1.0 to 2.0, `controlPx` the height of controls and rows at 1.0: 32, 40 or 48. Widgets that exist
    /// keep their sizes.
    void setMeasures(double textScale, int controlPx);
    /// Whether things may move; without it every change is instant.
    void setMoving(bool moving) { m_moving = moving; }
    [[nodiscard]] bool isMoving() const { return m_moving; }

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] QColor colour(const char *token) const { return m_tokens.colour(QString::fromLatin1(token)); }
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

    /// Px at scale 1.0 to px of the user's text scale; for what must grow with the text.
    [[nodiscard]] int scaled(int px) const;
    /// The height of a row or field in px, as the person chose it.
    [[nodiscard]] int controlHeight() const { return scaled(m_controlPx); }
    /// A font of this size in px at text scale 1.0.
    [[nodiscard]] QFont font(int px, QFont::Weight weight = QFont::Normal) const;
    /// An icon of resources/icons in a token's colour, its disabled and selected forms included.
    [[nodiscard]] QIcon icon(const QString &name, const char *token = "text") const;

Q_SIGNALS:
    void changed();

private:
    Tokens m_tokens;
    double m_textScale = 1.0;
    int m_controlPx = 40;
    bool m_moving = true;
};

} // namespace crema::desktop
