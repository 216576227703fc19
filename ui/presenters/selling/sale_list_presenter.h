// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/action.h"
#include "ui/presenters/selling/sale_list_view.h"
#include "ui/presenters/selling/sale_query.h"
#include "ui/presenters/selling/sale_texts.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QLocale>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <memory>
#include <stop_token>

namespace crema {

/// The sales of this shop, newest first unless asked otherwise, and one of them in full, for any toolkit. Every method
/// returns at once; what takes longer ends in a signal. Lives on one thread; the desk and the clock outlive it.
///
/// Rows are read in pages as a screen asks for them and never more than maxRows are held. While something newer is
/// read the old rows stay.
class SaleListPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 100;
    static constexpr qsizetype maxRows = 2'000;
    /// A filter by state looks at this many sales for one page; what is older is found with a day.
    static constexpr int maxScanned = 20'000;
    static constexpr std::int64_t filterDelayMs = 80;

    SaleListPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~SaleListPresenter() override;

    /// A screen of it is in front: reads what is new and follows the store until leave().
    void arrive();
    void leave();
    [[nodiscard]] bool isInFront() const { return m_inFront; }

    /// Ids: sales.filter, sales.today, sales.this-shift, sales.clear, sales.refresh, sales.back,
    /// sales.previous, sales.next, sales.return, sales.copy-number, sales.copy-receipt, sales.copy-link, sales.print.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    // Filter

    [[nodiscard]] const QString &filterText() const { return m_filterText; }
    /// As it is typed; the list follows filterDelayMs after the last change.
    void setFilterText(const QString &text);
    [[nodiscard]] const SaleQuery &query() const { return m_query; }
    void setQuery(const SaleQuery &query);
    [[nodiscard]] QList<SaleFilterChip> chips() const;
    /// Takes one chip away, by its id.
    void removeFilter(const QString &id);
    void clearFilters() { setQuery({}); }
    /// What the list is sorted by.
    [[nodiscard]] sync::SaleSort sort() const { return m_sort; }
    [[nodiscard]] Qt::SortOrder order() const { return m_order; }
    void setSort(sync::SaleSort sort, Qt::SortOrder order);
    [[nodiscard]] bool isNewestFirst() const
    {
        return m_sort == sync::SaleSort::Time && m_order == Qt::DescendingOrder;
    }
    /// Filters by the last seven days as a range, so that a person only changes its days.
    void beginDayRange();
    /// Why a word of the filter counts for nothing; empty when all count.
    [[nodiscard]] QString filterHint() const;

    // List

    [[nodiscard]] ListPhase phase() const { return m_phase; }
    [[nodiscard]] const QList<SaleRow> &rows() const { return m_rows; }
    /// "11 min ago", as of now.
    [[nodiscard]] QString timeText(const SaleRow &row) const;
    [[nodiscard]] bool canFetchMore() const { return !m_end && m_rows.size() < maxRows; }
    void fetchMore();
    void refresh();
    /// Why the last read failed; nothing after one that went well.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// The person who is here sees no sales: not all, and none of an open shift.
    [[nodiscard]] bool isDenied() const;
    /// Keys of the marked rows: the footer sums them instead of all.
    void setSelection(const QStringList &keys);
    [[nodiscard]] const SaleSummary &summary() const { return m_summary; }
    /// "000123" of a sale of this register, else the whole number: for narrow lists.
    [[nodiscard]] QString shortNumber(const SaleRow &row) const;
    /// "Sale MAIN-2-000123, €8.60, 11 min ago, Mina, cash": a row as a screen reader says it.
    [[nodiscard]] QString spokenRow(const SaleRow &row) const;

    // One sale

    /// Of the row that is open, or what led here as long as it is not read; empty while none is open.
    [[nodiscard]] const QString &openKey() const { return m_openKey; }
    /// Its receipt number.
    [[nodiscard]] QString openNumber() const { return m_detail ? m_detail->number : m_openKey; }
    /// By the key of its row, its receipt number or its id.
    void openSale(const QString &key);
    void closeSale();
    /// Nothing until the sale is read.
    [[nodiscard]] const std::optional<SaleDetail> &detail() const { return m_detail; }
    /// The open sale's receipt, marked as a copy, as text of `columns` characters a line (32, 42 or 48); empty until
    /// the sale is read.
    [[nodiscard]] QString receiptText(int columns) const;
    /// Why the open sale cannot be shown.
    [[nodiscard]] const std::optional<Problem> &detailProblem() const { return m_detailProblem; }
    /// −1: the newer one, 1: the older one of the list.
    void step(int rows);
    /// "3 of 42": where the open sale stands in the list; empty when it is not in it.
    [[nodiscard]] QString positionText() const;

    // Places and scans

    /// "", "MAIN-2-000123" or "?day:today": what a link and the history need to come back here.
    [[nodiscard]] QString place() const;
    void showPlace(const QString &place);
    /// Whether there is a printer on this computer.
    void setCanPrint(bool canPrint);
    /// Opens the sale of a scanned receipt number. False: the code is none.
    [[nodiscard]] bool takeScan(const QString &code);

Q_SIGNALS:
    /// The screen should put the cursor into its filter field.
    void filterWanted();
    void queryChanged();
    /// Rows, phase or problem are different.
    void listChanged();
    /// Only what is relative to the present time: the time column.
    void timesChanged();
    void summaryChanged();
    void detailChanged();
    /// The person went to another place of the list.
    void placeChanged();
    /// Something of the open sale comes back: what it is known by.
    void returnWanted(const QString &key);
    /// A copy of the receipt of the open sale.
    void printWanted(const crema::Sale &sale, const QString &cashier);
    void mailWanted(const crema::Sale &sale);
    /// For the clipboard; the footer says that it was copied.
    void copied(const QString &text);

private:
    using Self = QPointer<SaleListPresenter>;

    /// What one read is after.
    struct Want {
        sync::SaleFilter filter; ///< offset: where to begin
        std::optional<RecordState> state;
        qsizetype rows = 0;
        bool append = false;
    };

    void declareActions();
    void updateActions();
    void followDesk();
    void readAgain();
    void startRead(bool append);
    [[nodiscard]] std::optional<Want> want(bool append) const;
    void rowsRead(const QList<SaleRow> &rows, const Want &want, int offset, bool end);
    void readFailed(const Problem &problem);
    void forgetSales();
    void deny(const Problem &problem);
    void detailFailed(const Problem &problem);
    void setPhase(ListPhase phase);
    void settlePhase();
    void refreshSummary();
    void note(const QString &text);
    void copy(const QString &text, const QString &said);
    void tick();
    [[nodiscard]] qsizetype rowOf(const QString &key) const;
    /// Why nothing of the open sale can be taken back; empty when something can.
    [[nodiscard]] QString returnObstacle() const;
    void readOpenSale();
    [[nodiscard]] SaleTexts texts() const { return {m_locale, m_desk.state()}; }

    static QCoro::Task<> read(Self self, std::stop_token stop, Want want);
    static QCoro::Task<> readDetail(Self self, std::stop_token stop, QString number);
    /// What the queue holds of the sale; nothing when it was not found among its first ten thousand.
    static QCoro::Task<std::optional<sync::QueueEntry>> findEntry(Self self, std::stop_token stop, sync::SaleView view);

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    ActionList m_actions;
    bool m_inFront = false;
    bool m_canPrint = false;
    bool m_stale = true; ///< something changed since the last read

    sync::QueueCounts m_seenQueue;
    std::optional<ShiftId> m_seenShift;
    bool m_seenOpen = false;
    bool m_seesAll = true;

    QString m_filterText;
    SaleQuery m_query;
    sync::SaleSort m_sort = sync::SaleSort::Time;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    std::unique_ptr<Timer> m_filterTimer;

    ListPhase m_phase = ListPhase::Blank;
    std::unique_ptr<Timer> m_phaseTimer;
    QList<SaleRow> m_rows;
    int m_offset = 0; ///< sales of the store that were looked at
    bool m_end = false;
    bool m_reading = false;
    bool m_again = false; ///< something changed while it was being read
    bool m_everRead = false;
    std::optional<Problem> m_problem;
    std::stop_source m_readStop;
    UtcTime m_asOf;

    QSet<QString> m_selection;
    SaleSummary m_summary;
    QString m_note;
    std::unique_ptr<Timer> m_noteTimer;
    std::unique_ptr<Timer> m_tickTimer;

    QString m_openKey;
    std::optional<sync::SaleView> m_openSale;
    std::optional<sync::ReturnableSale> m_openReturns;
    std::optional<SaleDetail> m_detail;
    std::optional<Problem> m_detailProblem;
    std::stop_source m_detailStop;
};

} // namespace crema
