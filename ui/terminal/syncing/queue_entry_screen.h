// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/syncing/sync_panel_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// One operation of the queue: what was done, when, how it stands, and what to do where it needs a person.
class QueueEntryScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    QueueEntryScreen(Navigator &navigator, const QueueRow &row) : TerminalScreen(navigator), m_row(row) {}

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;

private:
    QueueRow m_row;
    LineEdit m_field;
};

} // namespace crema::terminal
