// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <vector>

class QAction;
class QWidget;

namespace crema {
class Action;
class ActionList;
class KeyBook;
} // namespace crema

namespace crema::desktop {

class Theme;

/// Makes a QAction with its shortcuts in a window for every action of the presenters. The keys of a page count while
/// that page is in front, and go before those of the program. Each action gets the keys that this device has set. A
/// single printable key is left to the page, because a scanner types those too.
class ActionBinder final : public QObject
{
    Q_OBJECT

public:
    /// `window` owns the binder; `keys` outlive it.
    ActionBinder(const Theme &theme, const KeyBook &keys, QWidget &window);

    /// `area` is the page that the actions belong to; empty: they count on every page.
    void add(const QString &area, ActionList &actions);
    /// From now on the keys of this page count.
    void setFront(const QString &area);

private:
    struct Bound {
        QString area;
        QAction *drawn = nullptr;
        Action *action = nullptr;
    };

    void bind(const QString &area, Action &action);
    void takeKeys(Action &action);
    void takeAllKeys();
    void giveKeys();

    const Theme &m_theme;
    const KeyBook &m_keys;
    QWidget &m_window;
    QString m_front;
    std::vector<Bound> m_bound;
};

} // namespace crema::desktop
