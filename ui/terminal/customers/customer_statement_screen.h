// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/customers/customer_statement_presenter.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/text_screen.h"

namespace crema::terminal {

/// A customer's statement as it is printed, in pages. F4 prints it, F9 offers other days and files; two days that are
/// typed are its days.
class CustomerStatementScreen final : public TextScreen
{
    Q_OBJECT

public:
    CustomerStatementScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CustomerStatementPresenter &statement);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    void submit(const QString &text) override;

protected:
    [[nodiscard]] QString titleText() const override;
    [[nodiscard]] QStringList rowsFor(const Layout &layout) const override;

private:
    void openChoices();
    void save(StatementFormat format);

    Clock &m_clock;
    MenuEnter m_enter;
    CustomerStatementPresenter &m_statement;
};

} // namespace crema::terminal
