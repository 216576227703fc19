// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// A screen over one numbered list. As in a menu a digit opens its line when nothing follows it, so that the first
/// digit of a scan opens nothing; Enter opens the line with the mark.
class ListScreen : public TerminalScreen
{
    Q_OBJECT

public:
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;

protected:
    ListScreen(Navigator &navigator, Clock &clock, MenuEnter enter)
        : TerminalScreen(navigator), m_clock(clock), m_enter(enter)
    {}

    virtual void openRow(qsizetype row) = 0;
    /// What was typed so far opens nothing by itself any more.
    void stopWaiting() { m_pause.reset(); }

    /// The list, and below it so many rows of this where there is room.
    [[nodiscard]] Canvas listAbove(const QList<TextLine> &footer, int rows, const Layout &layout) const;

    [[nodiscard]] Clock &clock() const { return m_clock; }
    [[nodiscard]] MenuEnter enter() const { return m_enter; }

    LineEdit m_field;
    List m_list;

private:
    void settle();

    Clock &m_clock;
    MenuEnter m_enter;
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
