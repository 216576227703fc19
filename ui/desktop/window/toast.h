// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QStackedWidget;

namespace crema {
class Notices;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// What was just done and the way back (ux.md 2.7): one at a time at the bottom-leading corner of the page, never
/// over the cart. It waits while the pointer or the focus is on it.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    static constexpr int widthPx = 360;

    /// Shows itself over `pages`, which own it, whenever there is a notice.
    Toast(const Theme &theme, Notices &notices, QStackedWidget &pages);

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showNotice();
    void place();

    const Theme &m_theme;
    Notices &m_notices;
    QStackedWidget &m_page;
    QLabel *m_text;
    QLabel *m_more;
    TouchButton *m_undo;
    TouchButton *m_close;
};

} // namespace crema::desktop
