// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/return_presenter.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// One line that comes back, one question after the other: how many, why, whether it goes back into stock, and what is
/// kept of it.
class ReturnLineScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// `row` is the line's place in the sale.
    ReturnLineScreen(Navigator &navigator, ReturnPresenter &returns, int row);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;

private:
    enum class Question { Quantity, Reason, Stock, Fee };

    [[nodiscard]] ReturnLineView line() const { return m_returns.lines().value(m_row); }
    [[nodiscard]] QList<TextLine> lines() const;
    [[nodiscard]] QString prompt() const;
    void takeQuantity(const QString &text);
    void takeReason(const QString &text);
    void takeStock(const QString &text);
    void takeFee(const QString &text);
    void goTo(Question question);

    ReturnPresenter &m_returns;
    int m_row;
    Question m_question = Question::Quantity;
    LineEdit m_field;
};

} // namespace crema::terminal
