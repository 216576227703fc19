// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QAbstractItemView;

namespace crema::desktop {

class Theme;

/// The 2 px ring around whatever has the keyboard focus, 2 px outside of it (ux.md 2.12). One overlay per
/// window: a widget cannot paint outside itself, and layouts keep the 4 px free.
class FocusRing final : public QWidget
{
    Q_OBJECT

public:
    FocusRing(const Theme &theme, QWidget *window);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *widget);
    void place();
    [[nodiscard]] bool isOnTop() const;
    [[nodiscard]] QRect target() const;
    [[nodiscard]] QRect shownPart(const QRect &around) const;

    const Theme &m_theme;
    QPointer<QWidget> m_focused;
    QList<QPointer<QWidget>> m_watched; ///< what moves it
    QRect m_whole;                      ///< the ring, in its own coordinates: some of it may be scrolled away
};

} // namespace crema::desktop
