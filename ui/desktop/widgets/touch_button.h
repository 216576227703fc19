// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace crema {
class Action;
}

namespace crema::desktop {

class Theme;

/// A button for fingers: its shape comes from the style sheet by the properties `kind` (plain, primary, key,
/// choice) and `checked`; its content is an icon, a text, a second line and a key hint, all optional.
class TouchButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Arrangement {
        Row,     ///< icon and text side by side in the middle, second line below
        Stack,   ///< icon above a small text
        Leading, ///< as Row, but at the leading edge
    };

    TouchButton(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    void setKind(const char *kind);
    void setArrangement(Arrangement arrangement);
    void setIconName(const QString &name);
    void setSecondLine(const QString &text);
    void setKeyHint(const QString &key);
    /// 24 px unless set.
    void setIconSize(int px);
    /// A small count at the upper trailing corner of the icon, in the colour of this token; nothing for 0.
    void setCount(int count, const char *token = "error");
    void setTextSize(int px, QFont::Weight weight);

    /// Icon and text in a colour of their own.
    void setContent(const QString &iconName, const QString &text, const char *token);

    /// Draws this action and follows its changes; a click triggers it.
    void setAction(Action &action);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] const char *contentToken() const;
    [[nodiscard]] int lineLeft(const QRect &area, int width) const;
    [[nodiscard]] int hintRoom() const;
    void drawSecondLine(QPainter &painter, const QRect &area, int top, int height);
    void drawRow(QPainter &painter, const QRect &whole);
    void drawStack(QPainter &painter, const QRect &area);
    void drawKeyHint(QPainter &painter);
    void drawCount(QPainter &painter, const QRect &icon);
    [[nodiscard]] int keyHintWidth() const;

    const Theme &m_theme;
    Arrangement m_arrangement = Arrangement::Row;
    QString m_iconName;
    QString m_secondLine;
    QString m_keyHint;
    const char *m_token = nullptr;
    int m_count = 0;
    const char *m_countToken = "error";
    int m_iconPx = 24;
    int m_textPx = 16;
    QFont::Weight m_weight = QFont::Medium;
};

} // namespace crema::desktop
