// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/person_list_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// One person: a line for each thing about them, and the prompt or the choice for the one that is changed. What was
/// typed is kept with F4; a PIN and whether they may sign in count at once.
class PersonScreen final : public ListScreen
{
    Q_OBJECT

public:
    PersonScreen(Navigator &navigator, Clock &clock, MenuEnter enter, PersonListPresenter &people);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    bool back() override;

private:
    enum class Ask { Nothing, Name, Email, Role, Places, Pin, Badge };

    void refresh();
    void showProblem();
    void showLines(const PersonDetail &detail);
    void showChoices(const PersonDetail &detail);
    void ask(Ask what);
    void openRow(qsizetype row) override;
    void chooseLine(qsizetype row);
    void chooseBadge(qsizetype row);
    void showBadge();
    void askToErase();
    void choose(qsizetype row);
    void take(const QString &text);
    [[nodiscard]] bool isTyping() const { return m_ask == Ask::Name || m_ask == Ask::Email || m_ask == Ask::Pin; }
    [[nodiscard]] bool mayAskForSessions() const;
    [[nodiscard]] QString promptText() const;
    [[nodiscard]] QString roleTextOf(const PersonDetail &detail) const;
    [[nodiscard]] QString placesText(const PersonDetail &detail) const;
    [[nodiscard]] QString titleText() const;

    PersonListPresenter &m_people;
    Ask m_ask = Ask::Nothing;
    bool m_pinTyped = false;    ///< of a new person
    QList<QStringView> m_steps; ///< the actions of the lines below the fields
    QString m_said;             ///< the problem that was told
};

} // namespace crema::terminal
