// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/payment_list_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// The online payments of the place, what holds a shift first, in pages. A digit or Enter opens one.
class PaymentsScreen final : public ListScreen
{
    Q_OBJECT

public:
    PaymentsScreen(Navigator &navigator, Clock &clock, MenuEnter enter, PaymentListPresenter &payments);
    ~PaymentsScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] bool isWorking() const override { return m_payments.isChecking(); }
    void shown() override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QList<TextLine> footer() const;

    PaymentListPresenter &m_payments;
};

} // namespace crema::terminal
