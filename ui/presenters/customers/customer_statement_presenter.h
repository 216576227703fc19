// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/customers/statement_output.h"
#include "ui/presenters/printing/print_presenter.h"
#include "ui/presenters/shop_desk.h"

#include <QPointer>

#include <stop_token>

namespace crema {

/// Which days a statement is of.
enum class StatementSpan {
    ThisMonth, ///< up to today
    LastMonth,
    ThisYear, ///< up to today
    Days,     ///< from one day to another
};

/// The statement of one customer, to be read, printed and saved. Everything given outlives it.
class CustomerStatementPresenter final : public QObject
{
    Q_OBJECT

public:
    /// Characters in a line of a page or a text that is saved.
    static constexpr int fileColumns = 80;

    CustomerStatementPresenter(ShopDesk &desk, Clock &clock, PrintPresenter &printing,
                               const documents::PageDrawing &drawing, const QLocale &locale, QObject *parent = nullptr);
    ~CustomerStatementPresenter() override;

    /// Reads that of this customer, of this month.
    void begin(CustomerId customer);
    /// Another customer is open, or somebody else is here: it is not shown any more.
    void end();

    [[nodiscard]] StatementSpan span() const { return m_span; }
    void choose(StatementSpan span);
    [[nodiscard]] QDate firstDay() const { return m_first; }
    [[nodiscard]] QDate lastDay() const { return m_last; }
    /// Both are included.
    void setDays(QDate first, QDate last);
    /// As it is typed: "2026-11-01 2026-11-30"; one day alone means that day. False where it does not read.
    bool setDaysText(const QString &typed);

    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// Why there is nothing to show, or what could not be saved; empty otherwise.
    [[nodiscard]] const QString &problemText() const { return m_problem; }
    [[nodiscard]] bool isThere() const { return m_statement.has_value(); }
    /// "1 Nov 2026 – 30 Nov 2026".
    [[nodiscard]] QString daysText() const;
    /// As it is printed, in so many columns; empty before it is read.
    [[nodiscard]] QString statementText(int columns) const;

    [[nodiscard]] bool canPrint() const { return m_printing.canPrint() && isThere(); }
    void print();
    /// Whether this program draws pages.
    [[nodiscard]] bool canDraw() const { return static_cast<bool>(m_drawing.pdf); }
    /// A file name without anything that is known of the customer.
    [[nodiscard]] QString fileName(StatementFormat format) const;
    /// For its owner alone; ends in saved() or in a problem.
    void saveTo(const QString &path, StatementFormat format);

Q_SIGNALS:
    void changed();
    void saved(const QString &says);
    void ended();

private:
    using Self = QPointer<CustomerStatementPresenter>;

    void refresh();
    [[nodiscard]] documents::StatementInput input() const;
    [[nodiscard]] TimeWords times() const { return TimeWords::ofShop(m_locale, m_desk.state().location); }

    static QCoro::Task<> read(Self self, std::stop_token stop, CustomerId customer, StatementPeriod period);

    ShopDesk &m_desk;
    Clock &m_clock;
    PrintPresenter &m_printing;
    documents::PageDrawing m_drawing;
    QLocale m_locale;
    std::stop_source m_stop;
    std::optional<CustomerId> m_customer;
    std::optional<sync::CustomerStatement> m_statement;
    StatementSpan m_span = StatementSpan::ThisMonth;
    QDate m_first;
    QDate m_last;
    QString m_problem;
    bool m_isReading = false;
};

} // namespace crema
