// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/role_list_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// The roles, those of the company first, in pages. A digit or Enter opens one, F4 makes one.
class RolesScreen final : public ListScreen
{
    Q_OBJECT

public:
    RolesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, RoleListPresenter &roles);
    ~RolesScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void shown() override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    void openRole(const QString &id);
    [[nodiscard]] QString emptyText() const;

    RoleListPresenter &m_roles;
};

} // namespace crema::terminal
