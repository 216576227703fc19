// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/syncing/attention_presenter.h"
#include "ui/presenters/syncing/sync_panel_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// How sync stands and what waits for the platform, what needs a person first. A digit or Enter shows why, or
/// opens what has to be decided.
class SyncScreen final : public ListScreen
{
    Q_OBJECT

public:
    /// Where a key leads from here; empty: there is no way there.
    struct Ways {
        std::function<void()> openDevices; ///< how the other devices are
        std::function<void()> openUnsent;  ///< what is unsent, to and from a file
    };

    SyncScreen(Navigator &navigator, Clock &clock, MenuEnter enter, SyncPanelPresenter &sync,
               AttentionPresenter &attention, Ways ways);
    ~SyncScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;

private:
    void refresh();
    /// A person is asked something, which is more than to watch.
    [[nodiscard]] bool needsPerson() const { return m_sync.asksAboutDeletion() || m_sync.isShutOut(); }
    void tell();
    void openRow(qsizetype row) override;
    [[nodiscard]] Canvas head(const Layout &layout) const;

    SyncPanelPresenter &m_sync;
    AttentionPresenter &m_attention;
    Ways m_ways;
    QList<QueueRow> m_rows; ///< without the titles of groups
};

} // namespace crema::terminal
