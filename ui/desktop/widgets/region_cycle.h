// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

class QWidget;

namespace crema::desktop {

/// Takes the focus from region to region of a window, in reading order (ux.md 2.14). A region is any visible widget
/// with the property `region`; it gets the focus back where it last was.
class RegionCycle final : public QObject
{
    Q_OBJECT

public:
    explicit RegionCycle(QWidget *window);

    /// 1: to the next region; −1: to the one before.
    void go(int step);

private:
    [[nodiscard]] QList<QWidget *> regions() const;
    [[nodiscard]] QWidget *targetIn(QWidget &region) const;
    void remember(QWidget *focused);

    QWidget *m_window;
    QHash<QWidget *, QPointer<QWidget>> m_last; ///< the widget that had the focus in each region
};

} // namespace crema::desktop
