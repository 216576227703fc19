// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/unreceipted_presenter.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// The selected line comes back without a receipt: one question after the other, what is credited for it, why, and
/// whether it goes back into stock.
class UnreceiptedScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// Desk and till outlive it.
    UnreceiptedScreen(Navigator &navigator, ShopDesk &desk, TillPresenter &till);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;

private:
    enum class Question { Price, Reason, Stock };

    void goTo(Question question);
    void takePrice(const QString &text);
    void takeReason(const QString &text);
    void takeStock(const QString &text);
    [[nodiscard]] QList<TextLine> lines() const;
    [[nodiscard]] QString prompt() const;

    UnreceiptedPresenter m_presenter;
    Question m_question = Question::Price;
    LineEdit m_field;
};

} // namespace crema::terminal
