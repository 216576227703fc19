// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/widgets/reading_order.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace crema {
class ActionList;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// The keys of the present screen, drawn from its declared actions: a panel in front of a dimmed window. Escape, F1 or
/// a press beside it closes it, and the focus goes back to where it was.
class KeyList final : public QWidget
{
    Q_OBJECT

public:
    /// Becomes a child of `window` and covers it while it is open.
    KeyList(const Theme &theme, QWidget *window);

    /// Lists every action that has a key, by category in the order of their declaration; disabled ones say why.
    /// `others` are keys that no action declares, as people read them, and what they do.
    void open(const QString &screen, const QList<const ActionList *> &actions,
              const QList<std::pair<QString, QString>> &others = {});
    void close();

protected:
    bool focusNextPrevChild(bool next) override { return moveFocus(*this, next); } // the keyboard stays here
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void place();

    const Theme &m_theme;
    QWidget *m_panel;
    QLabel *m_title;
    QScrollArea *m_scroll;
    TouchButton *m_close;
    QPointer<QWidget> m_focusBefore;
};

} // namespace crema::desktop
