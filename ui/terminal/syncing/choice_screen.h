// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/terminal/application/menu_screen.h"

namespace crema::terminal {

/// Some lines of text and numbered choices below them, both asked for at each drawing. Unlike a question it can be
/// left.
class ChoiceScreen : public TerminalScreen
{
    Q_OBJECT

public:
    ChoiceScreen(Navigator &navigator, Clock &clock, MenuEnter enter)
        : TerminalScreen(navigator), m_clock(clock), m_enter(enter)
    {}

    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    void shown() override;

protected:
    [[nodiscard]] virtual QList<TextLine> lines() const = 0;
    [[nodiscard]] virtual QList<MenuChoice> choices() const = 0;
    [[nodiscard]] Page pageOf(const QString &title, const QString &progress) const;
    [[nodiscard]] Clock &clock() const { return m_clock; }
    [[nodiscard]] MenuEnter enter() const { return m_enter; }

private:
    void choose(const QString &digit);

    Clock &m_clock;
    MenuEnter m_enter;
    LineEdit m_field;
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
