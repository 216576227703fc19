// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/audit_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// What was done in the company, newest first, in pages; behind the last page the older entries follow. A digit or
/// Enter opens one, F2 chooses what is shown, F4 asks again.
class AuditScreen final : public ListScreen
{
    Q_OBJECT

public:
    AuditScreen(Navigator &navigator, Clock &clock, MenuEnter enter, AuditPresenter &audit);
    ~AuditScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void shown() override;

private:
    void refresh();
    void nextPage();
    void openRow(qsizetype row) override;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QList<TextLine> footer() const;

    AuditPresenter &m_audit;
    bool m_wantsNext = false; ///< goes on to the next page once the older entries are there
};

} // namespace crema::terminal
