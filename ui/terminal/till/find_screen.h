// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// Finds products by words and puts the chosen one into the cart. Results follow the typing; Enter ends the typing,
/// then a digit chooses one of the lines shown.
class FindScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// `text` is looked for at once; when it is the code of an item, that item goes into the cart.
    FindScreen(Navigator &navigator, Clock &clock, MenuEnter enter, TillPresenter &till, const QString &text);
    ~FindScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    [[nodiscard]] bool isWorking() const override { return !m_till.hitsAreCurrent(); }

private:
    void refresh();
    void takeExactHit();
    void settle();
    void choose(qsizetype index);

    Clock &m_clock;
    MenuEnter m_enter;
    TillPresenter &m_till;
    QString m_code; ///< what was typed before this screen, until its results are in
    LineEdit m_field;
    List m_list;
    bool m_choosing = false; ///< the words are typed; digits choose
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
