// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/printing/print_presenter.h"
#include "ui/presenters/printing/printer_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// The receipt printer of this computer. What is typed is its address; a digit before it, with a blank, its kind.
class PrinterScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    PrinterScreen(Navigator &navigator, PrinterPresenter &printer, PrintPresenter &printing);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;

private:
    void sayAnswer();

    PrinterPresenter &m_printer;
    PrintPresenter &m_printing;
    LineEdit m_field;
};

} // namespace crema::terminal
