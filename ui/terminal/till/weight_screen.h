// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// One prompt for what something weighs. Enter takes it, F3 leaves the item out; the till closes the screen with the
/// question.
class WeightScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    WeightScreen(Navigator &navigator, TillPresenter &till);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;

private:
    TillPresenter &m_till;
    LineEdit m_field;
};

} // namespace crema::terminal
