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

    const Theme &m_theme;
    QPointer<QWidget> m_focused;
};

} // namespace crema::desktop
