// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "reports/documents/shift_document.h"
#include "ui/presenters/action.h"
#include "ui/presenters/printing/print_presenter.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"

#include <QHash>
#include <QPointer>

#include <stop_token>

namespace crema {

/// What is looked at of the drawer's days.
enum class ShiftPage {
    Report, ///< one report: the X of the open shift, or a Z
    Moved,  ///< the cash that was moved in the open shift
    Closed, ///< the Z reports of this register
};

/// One movement of cash, as the journal lists it.
struct MovedCashRow {
    QString timeText;   ///< "10:42"
    QString kindText;   ///< "Paid out"
    QString amountText; ///< "−€12.50"; empty for no sale
    QString aboutText;  ///< reason and who; may be empty

    bool operator==(const MovedCashRow &) const = default;
};

/// One Z report in the list.
struct ClosedShiftRow {
    QString titleText; ///< "Z report 17"
    QString dayText;   ///< "20 Nov 2026"
    QString salesText; ///< "€1,204.50"
    QString differenceText;

    bool operator==(const ClosedShiftRow &) const = default;
};

/// Shows the X report of the open shift, the Z reports of this register and the cash that was moved, and prints the
/// reports. Everything given outlives it.
class ShiftReportPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostRows = 200;

    ShiftReportPresenter(ShopDesk &desk, Clock &clock, PrintPresenter &printing, const QLocale &locale,
                         QObject *parent = nullptr);
    ~ShiftReportPresenter() override;

    /// Ids: shift.report, which asks a screen to show the X report.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] ShiftPage page() const { return m_page; }
    /// Reads the X report of the open shift. Where the drawer is counted blind it is only for who may close with a
    /// large difference: it says what should be in the drawer.
    void showX();
    void showMoved();
    void showClosed();
    /// The Z in this row of closedRows().
    void openZ(int row);
    /// A shift that was just closed.
    void showTotals(const ShiftTotals &totals);

    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// Why there is nothing to show; empty when there is.
    [[nodiscard]] const QString &problemText() const { return m_problem; }
    /// "X report"; empty before there is one.
    [[nodiscard]] QString titleText() const;
    /// The report as it is printed, in so many columns; empty before there is one.
    [[nodiscard]] QString reportText(int columns) const;
    [[nodiscard]] const QList<MovedCashRow> &movedRows() const { return m_movedRows; }
    [[nodiscard]] const QList<ClosedShiftRow> &closedRows() const { return m_closedRows; }

    [[nodiscard]] bool canPrint() const { return m_printing.canPrint() && m_totals; }
    void print();

Q_SIGNALS:
    void changed();
    /// Somebody wants to see the report.
    void wanted();

private:
    using Self = QPointer<ShiftReportPresenter>;

    std::stop_token begin(ShiftPage page);
    void updateActions();
    void takeProblem(const Problem &problem);
    void takeMoved(const QList<CashMovement> &moved);
    void takeClosed(const QList<ShiftTotals> &closed);
    [[nodiscard]] QString blindReason() const;
    [[nodiscard]] QString nameOf(const std::optional<PersonId> &person) const;
    [[nodiscard]] documents::ShiftReportInput input() const;
    [[nodiscard]] TimeWords times() const;

    static QCoro::Task<> readNames(Self self, std::stop_token stop);
    static QCoro::Task<> readX(Self self, std::stop_token stop);
    static QCoro::Task<> readMoved(Self self, std::stop_token stop);
    static QCoro::Task<> readClosed(Self self, std::stop_token stop);

    ShopDesk &m_desk;
    Clock &m_clock;
    PrintPresenter &m_printing;
    QLocale m_locale;
    TillTexts m_texts;
    ActionList m_actions;
    std::stop_source m_stop;
    ShiftPage m_page = ShiftPage::Report;
    std::optional<ShiftTotals> m_totals;
    UtcTime m_shownAt;
    QList<ShiftTotals> m_closed;
    QList<MovedCashRow> m_movedRows;
    QList<ClosedShiftRow> m_closedRows;
    QHash<PersonId, QString> m_names;
    QString m_problem;
    bool m_isReading = false;
};

} // namespace crema
