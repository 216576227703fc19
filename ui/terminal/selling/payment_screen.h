// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/payment_list_presenter.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/text_screen.h"

namespace crema::terminal {

/// One online payment: how it stands and what to do, then what is known of it, in pages.
class PaymentScreen final : public TextScreen
{
    Q_OBJECT

public:
    PaymentScreen(Navigator &navigator, Clock &clock, MenuEnter enter, PaymentListPresenter &payments);

    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;

private:
    [[nodiscard]] QString titleText() const override;
    [[nodiscard]] QStringList rowsFor(const Layout &layout) const override;
    void chooseVerdict();

    Clock &m_clock;
    MenuEnter m_enter;
    PaymentListPresenter &m_payments;
};

/// Asks why a manager decides so, and decides it.
class PaymentReasonScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    PaymentReasonScreen(Navigator &navigator, PaymentListPresenter &payments);
    ~PaymentReasonScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;

private:
    PaymentListPresenter &m_payments;
    LineEdit m_field;
};

} // namespace crema::terminal
