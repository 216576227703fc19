// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/printing/receipt_mail_presenter.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// The address that a receipt is mailed to; Enter alone takes the one that is known.
class ReceiptMailScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    ReceiptMailScreen(Navigator &navigator, ReceiptMailPresenter &presenter);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    [[nodiscard]] bool isWorking() const override { return m_presenter.isBusy(); }

private:
    void follow();
    [[nodiscard]] QList<TextLine> lines() const;

    ReceiptMailPresenter &m_presenter;
    LineEdit m_field;
};

} // namespace crema::terminal
