// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/shift_report_presenter.h"
#include "ui/terminal/application/list_screen.h"
#include "ui/terminal/application/text_screen.h"

namespace crema::terminal {

/// An X or a Z report, or the cash that was moved, in pages. F4 prints a report.
class ShiftReportScreen final : public TextScreen
{
    Q_OBJECT

public:
    ShiftReportScreen(Navigator &navigator, ShiftReportPresenter &report);

    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;

protected:
    [[nodiscard]] QString titleText() const override;
    [[nodiscard]] QStringList rowsFor(const Layout &layout) const override;

private:
    [[nodiscard]] QStringList movedRows(const Layout &layout) const;

    ShiftReportPresenter &m_report;
};

/// The Z reports of this register: a digit opens one.
class ClosedShiftsScreen final : public ListScreen
{
    Q_OBJECT

public:
    ClosedShiftsScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ShiftReportPresenter &report);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;

private:
    void refresh();
    void openRow(qsizetype row) override;

    ShiftReportPresenter &m_report;
};

} // namespace crema::terminal
