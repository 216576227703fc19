// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/customers/customer_merge_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// Makes one of two customers: a list of who may be here twice, or of who may be the same as somebody; then both, and
/// who stays. F3 goes a step back.
class MergeScreen final : public ListScreen
{
    Q_OBJECT

public:
    MergeScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CustomerMergePresenter &merging);
    ~MergeScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void submit(const QString &text) override;
    bool back() override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    [[nodiscard]] QList<TextLine> sides(bool isWhole) const;

    CustomerMergePresenter &m_merging;
};

} // namespace crema::terminal
