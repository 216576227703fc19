// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/action_binder.h"

#include "ui/desktop/theme/theme.h"
#include "ui/presenters/action.h"
#include "ui/presenters/keys/key_book.h"

#include <QAction>
#include <QWidget>

namespace crema::desktop {

namespace {

QList<QKeySequence> keysOf(const Action &action)
{
    QList<QKeySequence> keys;
    for (const QString &text : action.shortcuts()) {
        if (text.size() > 1)
            keys.append(QKeySequence(text, QKeySequence::PortableText));
        if (text.endsWith(QLatin1String("Return"))) // the key of the number pad is another one for Qt
            keys.append(QKeySequence(QString(text).replace(QLatin1String("Return"), QLatin1String("Enter"))));
    }
    return keys;
}

} // namespace

ActionBinder::ActionBinder(const Theme &theme, const KeyBook &keys, QWidget &window)
    : QObject(&window), m_theme(theme), m_keys(keys), m_window(window)
{
    connect(&keys, &KeyBook::changed, this, &ActionBinder::takeAllKeys);
}

void ActionBinder::add(const QString &area, ActionList &actions)
{
    for (const auto &action : actions.all())
        bind(area, *action);
    giveKeys();
}

void ActionBinder::takeKeys(Action &action)
{
    if (const std::optional<QStringList> keys = m_keys.keys(action.id()))
        action.setShortcuts(*keys);
}

void ActionBinder::takeAllKeys()
{
    for (const Bound &bound : m_bound)
        takeKeys(*bound.action);
    giveKeys();
}

void ActionBinder::bind(const QString &area, Action &action)
{
    takeKeys(action);
    auto *drawn = new QAction(&m_window);
    drawn->setObjectName(QStringLiteral("action.") + action.id());
    drawn->setAutoRepeat(false);
    const auto draw = [drawn, &action, &theme = m_theme] {
        drawn->setText(action.text());
        drawn->setIcon(theme.icon(action.iconName()));
        drawn->setEnabled(action.isEnabled());
        drawn->setToolTip(action.isEnabled() ? action.text() : action.disabledReason());
    };
    draw();
    connect(&action, &Action::changed, drawn, draw);
    connect(&m_theme, &Theme::changed, drawn, draw);
    connect(drawn, &QAction::triggered, &action, [&action] { action.trigger(); });
    m_window.addAction(drawn);
    m_bound.push_back({area, drawn, &action});
}

void ActionBinder::setFront(const QString &area)
{
    m_front = area;
    giveKeys();
}

void ActionBinder::giveKeys()
{
    QList<QKeySequence> taken;
    for (const Bound &bound : m_bound) {
        if (bound.area.isEmpty())
            continue;
        const QList<QKeySequence> keys = bound.area == m_front ? keysOf(*bound.action) : QList<QKeySequence>();
        bound.drawn->setShortcuts(keys);
        taken += keys;
    }
    for (const Bound &bound : m_bound) {
        if (!bound.area.isEmpty())
            continue;
        QList<QKeySequence> free = keysOf(*bound.action);
        free.removeIf([&taken](const QKeySequence &key) { return taken.contains(key); });
        bound.drawn->setShortcuts(free);
    }
}

} // namespace crema::desktop
