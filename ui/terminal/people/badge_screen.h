// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/person_list_presenter.h"
#include "ui/terminal/application/menu_screen.h"

namespace crema::terminal {

/// A badge that was made just now, which is shown this once: its code to scan where there is room for it, and the
/// picture to print in a file.
class BadgeScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    BadgeScreen(Navigator &navigator, PersonListPresenter &people);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;

private:
    PersonListPresenter &m_people;
    LineEdit m_field;
};

} // namespace crema::terminal
