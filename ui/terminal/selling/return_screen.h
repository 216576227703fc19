// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/return_presenter.h"
#include "ui/terminal/application/list_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// What comes back of a sale: its lines by number, what is paid back of them, and what came of it once it is recorded.
/// Closing it leaves the return.
class ReturnScreen final : public ListScreen
{
    Q_OBJECT

public:
    /// `sale` is the receipt number or the id of the sale.
    ReturnScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ReturnPresenter &returns, const QString &sale);
    ~ReturnScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    [[nodiscard]] bool isWorking() const override { return m_returns.isRecording(); }

private:
    void openRow(qsizetype row) override;
    void refresh();
    void tell();
    [[nodiscard]] bool isDone() const { return m_returns.step() == ReturnStep::Done; }
    [[nodiscard]] QList<TextLine> sums() const;
    [[nodiscard]] QList<TextLine> doneLines() const;
    void ask();

    ReturnPresenter &m_returns;
    QString m_told; ///< the problem that was said last
};

} // namespace crema::terminal
