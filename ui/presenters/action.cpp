// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/action.h"

#include <algorithm>

namespace crema {

Action::Action(ActionDeclaration declaration, std::function<void()> run, QObject *parent)
    : QObject(parent), m_declaration(std::move(declaration)), m_run(std::move(run))
{
    Q_ASSERT(!m_declaration.id.isEmpty() && m_run);
}

void Action::setDisabledReason(const QString &reason)
{
    if (m_disabledReason == reason)
        return;
    m_disabledReason = reason;
    Q_EMIT changed();
}

void Action::setText(const QString &text)
{
    if (m_declaration.text == text)
        return;
    m_declaration.text = text;
    Q_EMIT changed();
}

void Action::setShortcuts(const QStringList &shortcuts)
{
    if (m_declaration.shortcuts == shortcuts)
        return;
    m_declaration.shortcuts = shortcuts;
    Q_EMIT changed();
}

bool Action::trigger()
{
    if (!isEnabled())
        return false;
    m_run();
    return true;
}

Action &ActionList::add(ActionDeclaration declaration, std::function<void()> run)
{
    Q_ASSERT_X(!find(declaration.id), "ActionList", "two actions with one id");
    m_actions.push_back(std::make_unique<Action>(std::move(declaration), std::move(run)));
    return *m_actions.back();
}

Action *ActionList::find(QStringView id) const
{
    const auto found =
        std::find_if(m_actions.begin(), m_actions.end(), [id](const auto &action) { return action->id() == id; });
    return found == m_actions.end() ? nullptr : found->get();
}

} // namespace crema
