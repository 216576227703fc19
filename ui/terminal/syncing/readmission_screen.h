// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/syncing/sync_panel_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// The platform shut this device out: the code of a manager lets it in again (ADR 027).
class ReadmissionScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    ReadmissionScreen(Navigator &navigator, SyncPanelPresenter &sync);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override { submit(code); }

private:
    void follow();

    SyncPanelPresenter &m_sync;
    LineEdit m_field;
    bool m_isOver = false; ///< it is in again; the screen goes
};

} // namespace crema::terminal
