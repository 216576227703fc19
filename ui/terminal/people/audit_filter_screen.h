// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/audit_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// Which entries of the audit trail are shown: a line for each filter, and the choices of the one that is changed.
class AuditFilterScreen final : public ListScreen
{
    Q_OBJECT

public:
    AuditFilterScreen(Navigator &navigator, Clock &clock, MenuEnter enter, AuditPresenter &audit);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    bool back() override;

private:
    enum class Ask { Nothing, Person, Kind, Period };

    void refresh();
    void ask(Ask what);
    void openRow(qsizetype row) override;
    void chooseLine(qsizetype row);
    void choose(qsizetype row);
    [[nodiscard]] QList<AuditChoice> choices() const;
    [[nodiscard]] QString chosen() const;

    AuditPresenter &m_audit;
    Ask m_ask = Ask::Nothing;
};

} // namespace crema::terminal
