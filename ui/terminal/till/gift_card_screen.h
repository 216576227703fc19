// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/gift_card_presenter.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// A gift card is sold, loaded or looked at: scan one that is shown, or Enter for a new one; then the amount, and how
/// it is paid.
class GiftCardScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// `begins`: the presenter begins anew; not where a card was scanned just now.
    GiftCardScreen(Navigator &navigator, GiftCardPresenter &cards, bool begins);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    [[nodiscard]] bool isWorking() const override { return m_cards.isBusy(); }
    bool back() override;

private:
    enum class Step { Card, Amount, Method, Done };

    void go(Step step);
    void follow();
    void takeAmount(const QString &text);
    void takeMethod(const QString &text);
    [[nodiscard]] QList<TextLine> lines() const;
    [[nodiscard]] QString promptText() const;

    GiftCardPresenter &m_cards;
    Step m_step = Step::Card;
    std::int64_t m_minor = 0;
    QString m_said;
    bool m_isAsked = false; ///< something was asked, and what comes of it is not here
    LineEdit m_field;
};

} // namespace crema::terminal
