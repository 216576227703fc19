// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/first_run/first_run_presenter.h"
#include "ui/terminal/application/menu_screen.h"

namespace crema::terminal {

/// The first start on a terminal: the ways to begin by number, then one question after another, then what is being
/// done. Enter alone takes what is proposed.
class FirstRunScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    FirstRunScreen(Navigator &navigator, Clock &clock, MenuEnter enter, FirstRunPresenter &presenter);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override;
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    /// Codes may be scanned where one is asked for.
    void scan(const QString &code) override { submit(code); }
    bool back() override;

private:
    /// One question of a form.
    struct Question {
        QString name;  ///< the field's name at the presenter
        QString label; ///< at most 20 columns
        QString answer;
        bool isSecret = false;
    };

    void arrive();
    void ask();
    void takeDigit(const QString &digits);
    void sendForm();
    void proposeForCountry();
    [[nodiscard]] QString answerOf(const QString &name) const;
    [[nodiscard]] QList<TextLine> lines() const;
    [[nodiscard]] bool isForm() const;

    Clock &m_clock;
    MenuEnter m_enter;
    FirstRunPresenter &m_presenter;
    LineEdit m_field;
    QList<Question> m_questions;
    FirstRunStep m_step = FirstRunStep::Choices;
    qsizetype m_question = 0;
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
