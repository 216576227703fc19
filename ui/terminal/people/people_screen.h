// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/person_list_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// Who works here, in pages. A digit or Enter opens one, F4 adds somebody.
class PeopleScreen final : public ListScreen
{
    Q_OBJECT

public:
    PeopleScreen(Navigator &navigator, Clock &clock, MenuEnter enter, PersonListPresenter &people);
    ~PeopleScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void shown() override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    void openPerson(const QString &id);
    [[nodiscard]] QString emptyText() const;

    PersonListPresenter &m_people;
};

} // namespace crema::terminal
