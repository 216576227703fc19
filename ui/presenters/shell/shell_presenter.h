// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/shell/page_history.h"

#include <functional>

namespace crema {

/// A work area as the rail and the palette name it.
struct AreaEntry {
    QString id;       ///< the first part of its addresses
    QString name;     ///< translated
    QString iconName; ///< a file of resources/icons without its ending
    QStringList shortcuts;
    QString under; ///< the area that it belongs to and whose entry in the rail stands for it; empty: its own
};

/// Where in the program a person is and how they get elsewhere, for any toolkit. Notices outlive it.
class ShellPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit ShellPresenter(Notices &notices, QObject *parent = nullptr);

    /// Ids: go.AREA, program.palette, program.back, program.forward, program.undo, program.keys,
    /// program.next-region, program.previous-region, program.sync, program.full-screen, program.quit.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    /// Makes the area known and declares its go.AREA; the first one is where the program begins.
    void addArea(const AreaEntry &area);
    [[nodiscard]] const QList<AreaEntry> &areas() const { return m_areas; }
    [[nodiscard]] const PageAddress &address() const { return m_address; }
    /// Nothing when no area has that id.
    [[nodiscard]] std::optional<AreaEntry> area(const QString &id) const;

    /// Asked before another area is shown. False: something would be lost by leaving this one. Then the page is asking
    /// about it, and does what it was given once the answer is to leave.
    using Guard = std::function<bool(std::function<void()>)>;
    void setGuard(Guard guard) { m_guard = std::move(guard); }
    [[nodiscard]] bool mayLeave(std::function<void()> then) const { return !m_guard || m_guard(std::move(then)); }

    /// Shows the page; an area that does not exist, or a page that may not be left, changes nothing and answers false.
    bool go(const PageAddress &address);
    /// The person went there by themselves, within a page: only history and address change.
    void moved(const PageAddress &address);
    [[nodiscard]] std::vector<PageAddress> recent(std::size_t limit) const { return m_history.recent(limit); }

Q_SIGNALS:
    /// address() is to be shown.
    void addressChanged();
    void paletteWanted();
    void keysWanted();
    /// The focus is to go to the next region of the window (1) or the one before (−1).
    void regionWanted(int step);
    void syncWanted();
    void fullScreenWanted();
    void quitWanted();

private:
    void declareActions();
    void updateActions();
    void step(std::optional<PageAddress> (PageHistory::*turn)());
    void show(const std::optional<PageAddress> &address);

    Notices &m_notices;
    ActionList m_actions;
    QList<AreaEntry> m_areas;
    PageAddress m_address;
    PageHistory m_history;
    Guard m_guard;
};

} // namespace crema
