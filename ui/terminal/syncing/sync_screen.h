// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/syncing/attention_presenter.h"
#include "ui/presenters/syncing/sync_panel_presenter.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// How sync stands and what waits for the platform, what needs a person first. A digit or Enter shows why, or
/// opens what has to be decided.
class SyncScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// `openDevices` shows how the other devices are; empty: there is no way there.
    SyncScreen(Navigator &navigator, Clock &clock, MenuEnter enter, SyncPanelPresenter &sync,
               AttentionPresenter &attention, std::function<void()> openDevices = {});
    ~SyncScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;

private:
    void refresh();
    void settle();
    void tell();
    void openRow(qsizetype row);
    [[nodiscard]] Canvas head(const Layout &layout) const;

    Clock &m_clock;
    MenuEnter m_enter;
    SyncPanelPresenter &m_sync;
    AttentionPresenter &m_attention;
    std::function<void()> m_openDevices;
    LineEdit m_field;
    List m_list;
    QList<QueueRow> m_rows; ///< without the titles of groups
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
