// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/shell/shell_presenter.h"

#include <algorithm>

namespace crema {

ShellPresenter::ShellPresenter(Notices &notices, QObject *parent) : QObject(parent), m_notices(notices)
{
    declareActions();
    connect(&notices, &Notices::changed, this, &ShellPresenter::updateActions);
    updateActions();
}

void ShellPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, ActionCategory category,
                            const QStringList &shortcuts, std::function<void()> run) {
        m_actions.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), category, shortcuts, {}},
                      std::move(run));
    };
    const auto keys = [](auto... key) { return QStringList{QString::fromLatin1(key)...}; };

    add("program.palette", tr("Search or run a command"), "search", ActionCategory::Search,
        keys("Ctrl+K", "Ctrl+Shift+P"), [this] { Q_EMIT paletteWanted(); });
    add("program.back", tr("Back"), "left", ActionCategory::Go, keys("Alt+Left"), [this] { step(&PageHistory::back); });
    add("program.forward", tr("Forward"), "right", ActionCategory::Go, keys("Alt+Right"),
        [this] { step(&PageHistory::forward); });
    add("program.undo", tr("Undo"), "undo", ActionCategory::Program, keys("Ctrl+Z"), [this] { m_notices.undo(); });
    add("program.keys", tr("Keys of this page"), "info", ActionCategory::Program, keys("F1", "Ctrl+/"),
        [this] { Q_EMIT keysWanted(); });
    add("program.next-region", tr("Next region"), "right", ActionCategory::Go, keys("Ctrl+F6"),
        [this] { Q_EMIT regionWanted(1); });
    add("program.previous-region", tr("Previous region"), "left", ActionCategory::Go, keys("Ctrl+Shift+F6"),
        [this] { Q_EMIT regionWanted(-1); });
    add("program.sync", tr("Show what waits to be sent"), "sync", ActionCategory::Device, keys("Ctrl+J"),
        [this] { Q_EMIT syncWanted(); });
    add("program.full-screen", tr("Full screen"), "monitor", ActionCategory::Program, keys("F11", "Ctrl+Shift+F"),
        [this] { Q_EMIT fullScreenWanted(); });
    add("program.quit", tr("Quit"), "x", ActionCategory::Program, keys("Ctrl+Q"), [this] { Q_EMIT quitWanted(); });
}

void ShellPresenter::updateActions()
{
    m_actions.find(u"program.back")
        ->setDisabledReason(m_history.canGoBack() ? QString() : tr("This is the first page."));
    m_actions.find(u"program.forward")
        ->setDisabledReason(m_history.canGoForward() ? QString() : tr("There is no later page."));
    Action &undo = *m_actions.find(u"program.undo");
    undo.setDisabledReason(m_notices.canUndo() ? QString() : tr("There is nothing to undo."));
    undo.setText(m_notices.canUndo() ? tr("Undo: %1").arg(m_notices.undoText()) : tr("Undo"));
}

void ShellPresenter::addArea(const AreaEntry &area)
{
    if (this->area(area.id))
        return; // the window was made anew
    m_areas.append(area);
    const QString id = area.id;
    m_actions.add({QStringLiteral("go.") + id,
                   tr("Go to %1").arg(area.name),
                   area.iconName,
                   ActionCategory::Go,
                   area.shortcuts,
                   {}},
                  [this, id] {
                      go({id, {}});
                  });
    if (m_areas.size() == 1) {
        m_address = {id, {}};
        m_history.visit(m_address);
        Q_EMIT addressChanged();
    }
}

std::optional<AreaEntry> ShellPresenter::area(const QString &id) const
{
    const auto found =
        std::find_if(m_areas.begin(), m_areas.end(), [&id](const AreaEntry &area) { return area.id == id; });
    return found == m_areas.end() ? std::nullopt : std::optional(*found);
}

bool ShellPresenter::go(const PageAddress &address)
{
    if (!area(address.area))
        return false;
    if (address.area != m_address.area && !mayLeave([this, address] { go(address); }))
        return false;
    m_history.visit(address);
    show(address);
    return true;
}

void ShellPresenter::step(std::optional<PageAddress> (PageHistory::*turn)())
{
    if (mayLeave([this, turn] { step(turn); }))
        show((m_history.*turn)());
}

void ShellPresenter::moved(const PageAddress &address)
{
    m_address = address;
    m_history.visit(address);
    updateActions();
}

void ShellPresenter::show(const std::optional<PageAddress> &address)
{
    if (!address)
        return;
    m_address = *address;
    updateActions();
    Q_EMIT addressChanged();
}

} // namespace crema
