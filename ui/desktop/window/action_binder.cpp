// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/action_binder.h"

#include "ui/desktop/theme/theme.h"
#include "ui/presenters/action.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace crema::desktop {

namespace {

QList<QKeySequence> shortcutsOf(const Action &action)
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

void bindActions(const Theme &theme, ActionList &actions, QWidget &window)
{
    for (const auto &entry : actions.all()) {
        Action &action = *entry;
        auto *drawn = new QAction(&window);
        drawn->setObjectName(QStringLiteral("action.") + action.id());
        drawn->setShortcuts(shortcutsOf(action));
        drawn->setAutoRepeat(false);
        const auto draw = [drawn, &action, &theme] {
            drawn->setText(action.text());
            drawn->setIcon(theme.icon(action.iconName()));
            drawn->setEnabled(action.isEnabled());
            drawn->setToolTip(action.isEnabled() ? action.text() : action.disabledReason());
        };
        draw();
        QObject::connect(&action, &Action::changed, drawn, draw);
        QObject::connect(&theme, &Theme::changed, drawn, draw);
        QObject::connect(drawn, &QAction::triggered, &action, [&action] { action.trigger(); });
        window.addAction(drawn);
    }
}

} // namespace crema::desktop
