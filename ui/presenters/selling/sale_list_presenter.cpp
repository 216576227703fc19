// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's list: what is asked for, what was read, when it is read again.
#include "ui/presenters/selling/sale_list_presenter.h"

#include "ui/presenters/selling/sale_query_filter.h"

#include "models/selling/receipt_number.h"
#include "sync/client/reading_right.h"

namespace crema {

namespace {

constexpr std::int64_t skeletonAfterMs = 300;
constexpr std::int64_t sentenceAfterMs = 1'000;
constexpr std::int64_t minuteMs = 60'000;

} // namespace

SaleListPresenter::SaleListPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale)
{
    declareActions();
    updateActions();
    connect(&m_desk, &TillDesk::changed, this, &SaleListPresenter::followDesk);
    connect(&m_desk, &TillDesk::dataChanged, this, &SaleListPresenter::readAgain);
}

SaleListPresenter::~SaleListPresenter()
{
    m_readStop.request_stop();
    m_detailStop.request_stop();
}

void SaleListPresenter::arrive()
{
    if (m_inFront)
        return;
    m_inFront = true;
    if (m_stale)
        readAgain();
    tick();
}

void SaleListPresenter::leave()
{
    m_inFront = false;
    m_tickTimer.reset();
}

void SaleListPresenter::tick()
{
    Q_EMIT timesChanged();
    m_tickTimer = m_clock.after(minuteMs - m_clock.now().msSinceEpoch() % minuteMs, [this] { tick(); });
}

void SaleListPresenter::followDesk()
{
    // The state of a sale hangs on the queue, what "this shift" means on the shift. The rest of the state is others'.
    const sync::ClientState &state = m_desk.state();
    const std::optional<ShiftId> shift = state.openShift ? std::optional(state.openShift->id) : std::nullopt;
    const bool seesAll = sync::mayRead(state, Reading::Sales).has_value();
    if (state.queue == m_seenQueue && shift == m_seenShift && state.open == m_seenOpen && seesAll == m_seesAll)
        return;
    if (std::exchange(m_seesAll, seesAll) != seesAll)
        forgetSales();
    m_seenQueue = state.queue;
    m_seenShift = shift;
    m_seenOpen = state.open;
    updateActions();
    readAgain();
}

bool SaleListPresenter::isDenied() const
{
    return !sync::maySeeSales(m_desk.state());
}

// What one person sees is nothing for the next, who may see less.
void SaleListPresenter::forgetSales()
{
    m_readStop.request_stop();
    m_detailStop.request_stop();
    m_reading = false;
    m_everRead = false;
    m_rows.clear();
    m_problem.reset();
    m_phase = ListPhase::Blank;
    m_openSale.reset();
    m_detail.reset();
    m_detailProblem.reset();
    refreshSummary();
    Q_EMIT listChanged();
    Q_EMIT detailChanged();
}

void SaleListPresenter::deny(const Problem &problem)
{
    m_reading = false;
    m_end = true;
    m_rows.clear();
    m_problem = problem;
    settlePhase();
    refreshSummary();
    updateActions();
    Q_EMIT listChanged();
}

void SaleListPresenter::readAgain()
{
    m_stale = true;
    if (!m_inFront)
        return;
    if (m_reading)
        m_again = true;
    else
        startRead(false);
    readOpenSale();
}

void SaleListPresenter::refresh()
{
    m_readStop.request_stop();
    m_reading = false;
    startRead(false);
    readOpenSale();
}

void SaleListPresenter::fetchMore()
{
    if (!m_reading && m_everRead && canFetchMore())
        startRead(true);
}

std::optional<SaleListPresenter::Want> SaleListPresenter::want(bool append) const
{
    const auto filter = saleFilterOf(m_query, m_desk.state(), texts().times(), m_clock.now());
    if (!filter)
        return std::nullopt;
    Want wanted;
    wanted.append = append;
    wanted.state = m_query.state;
    wanted.rows = append ? pageSize : qBound<qsizetype>(pageSize, m_rows.size(), maxRows);
    wanted.filter = *filter;
    wanted.filter.offset = append ? m_offset : 0;
    wanted.filter.limit = pageSize;
    wanted.filter.sort = m_sort;
    wanted.filter.order = m_order;
    return wanted;
}

void SaleListPresenter::startRead(bool append)
{
    m_readStop.request_stop();
    m_readStop = std::stop_source();
    m_stale = false;
    m_again = false;
    if (const Result<void> right = sync::maySeeSales(m_desk.state()); !right) {
        deny(right.error());
        return;
    }
    m_reading = true;
    if (m_rows.isEmpty() && m_phase != ListPhase::Loading && m_phase != ListPhase::LoadingLong) {
        setPhase(m_everRead ? m_phase : ListPhase::Blank);
        m_phaseTimer = m_clock.after(skeletonAfterMs, [this] {
            setPhase(ListPhase::Loading);
            m_phaseTimer =
                m_clock.after(sentenceAfterMs - skeletonAfterMs, [this] { setPhase(ListPhase::LoadingLong); });
        });
    }
    const std::optional<Want> wanted = want(append);
    if (wanted)
        read(this, m_readStop.get_token(), *wanted);
    else
        rowsRead({}, {}, 0, true);
}

QCoro::Task<> SaleListPresenter::read(Self self, std::stop_token stop, Want want)
{
    QList<SaleRow> rows;
    int offset = want.filter.offset;
    bool end = false;
    while (!end && rows.size() < want.rows && offset - want.filter.offset < maxScanned) {
        sync::SaleFilter page = want.filter;
        page.offset = offset;
        const Result<QList<sync::SaleView>> sales = co_await self->m_desk.sales(page);
        if (stop.stop_requested() || !self)
            co_return;
        if (!sales) {
            self->readFailed(sales.error());
            co_return;
        }
        offset += static_cast<int>(sales->size());
        end = sales->size() < page.limit;
        const SaleTexts words = self->texts();
        for (const sync::SaleView &view : *sales) {
            if (!want.state || shownState(recordStateOf(view.state), self->m_desk.state().link) == *want.state)
                rows.append(words.row(view));
        }
    }
    self->rowsRead(rows, want, offset, end);
}

void SaleListPresenter::rowsRead(const QList<SaleRow> &rows, const Want &want, int offset, bool end)
{
    m_reading = false;
    m_everRead = true;
    m_problem.reset();
    m_offset = offset;
    m_end = end;
    m_asOf = m_clock.now();
    if (want.append) {
        // A sale that came in meanwhile has moved the pages: what is here already is not taken twice.
        QSet<QString> known;
        for (const SaleRow &row : std::as_const(m_rows))
            known.insert(row.key);
        for (const SaleRow &row : rows) {
            if (!known.contains(row.key))
                m_rows.append(row);
        }
    } else {
        m_rows = rows;
    }
    settlePhase();
    refreshSummary();
    updateActions();
    Q_EMIT listChanged();
    Q_EMIT detailChanged(); // its place among the rows
    if (m_again)
        readAgain();
}

void SaleListPresenter::readFailed(const Problem &problem)
{
    if (problem.kind == ProblemKind::NotAllowed) {
        deny(problem);
        return;
    }
    m_reading = false;
    m_stale = true;
    m_problem = problem;
    settlePhase();
    Q_EMIT listChanged();
}

void SaleListPresenter::settlePhase()
{
    m_phaseTimer.reset();
    if (!m_rows.isEmpty())
        m_phase = ListPhase::Rows;
    else if (m_problem)
        m_phase = ListPhase::Failed;
    else
        m_phase = m_query.isEmpty() ? ListPhase::FirstUse : ListPhase::FilteredEmpty;
}

void SaleListPresenter::setPhase(ListPhase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT listChanged();
}

QString SaleListPresenter::timeText(const SaleRow &row) const
{
    return texts().times().relative(row.completedAt, m_clock.now());
}

QString SaleListPresenter::shortNumber(const SaleRow &row) const
{
    const sync::ClientState &state = m_desk.state();
    const std::optional<ReceiptNumber> number = ReceiptNumber::fromString(row.number);
    const bool ours = number && state.location && state.registerInfo &&
                      number->location.compare(state.location->code, Qt::CaseInsensitive) == 0 &&
                      number->registerCode == state.registerInfo->code;
    return ours ? row.number.section(u'-', -1) : row.number;
}

QString SaleListPresenter::spokenRow(const SaleRow &row) const
{
    QStringList parts{tr("Sale %1").arg(row.number), row.totalText, row.exactText};
    for (const QString &part : {row.cashier, row.customer, row.paymentText}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    if (row.state != RecordState::Synced)
        parts.append(recordStateText(row.state));
    return parts.join(QStringLiteral(", "));
}

void SaleListPresenter::setSelection(const QStringList &keys)
{
    const QSet<QString> selection(keys.begin(), keys.end());
    if (selection == m_selection)
        return;
    m_selection = selection;
    refreshSummary();
}

void SaleListPresenter::refreshSummary()
{
    const SaleTexts words = texts();
    SaleSummary summary;
    std::optional<Money> sum;
    std::int64_t count = 0;
    bool oneCurrency = true;
    // One marked row is where the person stands; from two on they mean a selection.
    const bool marked = m_selection.size() > 1;
    for (const SaleRow &row : std::as_const(m_rows)) {
        if (marked && !m_selection.contains(row.key))
            continue;
        ++count;
        if (!sum)
            sum = row.total;
        else if (sum->currency() == row.total.currency())
            *sum += row.total;
        else
            oneCurrency = false;
    }
    if (marked)
        summary.countText = tr("%1 selected").arg(words.count(count));
    else if (canFetchMore() || (!m_end && !m_rows.isEmpty()))
        summary.countText =
            (isNewestFirst() ? tr("The newest %1 sales") : tr("The first %1 sales")).arg(words.count(count));
    else
        summary.countText = tr("%n sales", nullptr, static_cast<int>(count));
    if (sum && oneCurrency)
        summary.totalText = words.amount(*sum);
    summary.note = m_note;
    if (m_note.isEmpty() && !m_end && !canFetchMore())
        summary.note = isNewestFirst() ? tr("Choose a day to see older ones.") : tr("Choose a day to see the others.");
    if (m_everRead)
        summary.asOfText = tr("As of %1", "a time of day").arg(words.times().clock(m_asOf));
    if (isDenied())
        summary = {};
    if (summary == m_summary)
        return;
    m_summary = summary;
    Q_EMIT summaryChanged();
}

void SaleListPresenter::note(const QString &text)
{
    constexpr std::int64_t shownMs = 4'000;
    m_note = text;
    refreshSummary();
    m_noteTimer = m_clock.after(shownMs, [this] {
        m_note.clear();
        refreshSummary();
    });
}

void SaleListPresenter::copy(const QString &text, const QString &said)
{
    Q_EMIT copied(text);
    note(said);
}

qsizetype SaleListPresenter::rowOf(const QString &key) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).key == key)
            return row;
    }
    return -1;
}

} // namespace crema
