// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/role_list_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// One role: its name and limit, a line for each thing to do, which a press of its number moves on from allowed to with
/// a PIN to denied, and whether it is given. What was changed is kept with F4.
class RoleScreen final : public ListScreen
{
    Q_OBJECT

public:
    RoleScreen(Navigator &navigator, Clock &clock, MenuEnter enter, RoleListPresenter &roles);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    bool back() override;

private:
    enum class Ask { Nothing, Name, Base, Discount, Refund };

    void refresh();
    void showProblem();
    void showLines(const RoleDetail &detail);
    void showBases();
    void ask(Ask what);
    void openRow(qsizetype row) override;
    void moveOn(const RightRow &right);
    [[nodiscard]] bool isTyping() const { return m_ask == Ask::Name || m_ask == Ask::Discount || m_ask == Ask::Refund; }
    [[nodiscard]] QString promptText() const;

    RoleListPresenter &m_roles;
    Ask m_ask = Ask::Nothing;
    QString m_said; ///< the problem that was told
};

} // namespace crema::terminal
