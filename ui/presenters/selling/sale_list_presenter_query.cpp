// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's filter, its places and what can be done, declared once for buttons, palette and terminal.
#include "ui/presenters/selling/sale_list_presenter.h"

#include "models/selling/receipt_number.h"

#include <algorithm>

namespace crema {

namespace {

constexpr auto filterMark = u'?';

QString daysText(const SaleQuery &query, const TimeWords &times)
{
    switch (query.days) {
    case SaleDays::Any: return {};
    case SaleDays::Today: return SaleListPresenter::tr("Today");
    case SaleDays::Yesterday: return SaleListPresenter::tr("Yesterday");
    case SaleDays::LastSeven: return SaleListPresenter::tr("Last 7 days");
    case SaleDays::Range: break;
    }
    if (query.from == query.until)
        return times.date(query.from);
    return SaleListPresenter::tr("%1 to %2", "two dates").arg(times.date(query.from), times.date(query.until));
}

} // namespace

void SaleListPresenter::setFilterText(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    const SaleQuery before = std::exchange(m_query, readSaleQuery(text));
    if (!(before == m_query)) {
        m_filterTimer = m_clock.after(filterDelayMs, [this] {
            refresh();
            Q_EMIT placeChanged();
        });
    }
    updateActions();
    Q_EMIT queryChanged();
}

void SaleListPresenter::setQuery(const SaleQuery &query)
{
    m_filterText = saleQueryText(query);
    m_query = readSaleQuery(m_filterText);
    m_filterTimer.reset();
    updateActions();
    Q_EMIT queryChanged();
    refresh();
    Q_EMIT placeChanged();
}

void SaleListPresenter::setSort(sync::SaleSort sort, Qt::SortOrder order)
{
    if (sort == m_sort && order == m_order)
        return;
    m_sort = sort;
    m_order = order;
    Q_EMIT queryChanged();
    refresh();
}

QList<SaleFilterChip> SaleListPresenter::chips() const
{
    QList<SaleFilterChip> chips;
    if (m_query.days != SaleDays::Any)
        chips.append({QStringLiteral("day"), tr("Day"), daysText(m_query, texts().times())});
    if (m_query.state)
        chips.append({QStringLiteral("state"), tr("State"), recordStateText(*m_query.state)});
    if (m_query.thisShift)
        chips.append({QStringLiteral("shift"), tr("Shift"), tr("This shift")});
    if (!m_query.number.isEmpty())
        chips.append({QStringLiteral("number"), tr("Number"), m_query.number});
    return chips;
}

void SaleListPresenter::removeFilter(const QString &id)
{
    SaleQuery query = m_query;
    if (id == QLatin1String("day"))
        query.days = SaleDays::Any;
    else if (id == QLatin1String("state"))
        query.state.reset();
    else if (id == QLatin1String("shift"))
        query.thisShift = false;
    else if (id == QLatin1String("number"))
        query.number.clear();
    setQuery(query);
}

void SaleListPresenter::beginDayRange()
{
    SaleQuery query = m_query;
    query.days = SaleDays::Range;
    query.until = texts().times().dayOf(m_clock.now());
    query.from = query.until.addDays(-6);
    setQuery(query);
}

QString SaleListPresenter::filterHint() const
{
    if (!m_query.unread.isEmpty())
        return tr("“%1” filters nothing. Try day:today, day:7d, state:queued or shift:this.")
            .arg(m_query.unread.first());
    if (m_query.thisShift && !m_desk.state().openShift)
        return tr("No shift is open on this till.");
    return {};
}

QString SaleListPresenter::place() const
{
    if (!m_openKey.isEmpty())
        return m_openKey;
    return m_query.isEmpty() ? QString() : filterMark + saleQueryText(m_query);
}

void SaleListPresenter::showPlace(const QString &place)
{
    if (place.isEmpty() || place.startsWith(filterMark)) {
        closeSale();
        const SaleQuery query = readSaleQuery(place.mid(1));
        if (!(query == m_query))
            setQuery(query);
        return;
    }
    openSale(place);
}

bool SaleListPresenter::takeScan(const QString &code)
{
    const std::optional<ReceiptNumber> number = ReceiptNumber::fromString(code.trimmed().toUpper());
    if (!number)
        return false;
    openSale(number->toString());
    return true;
}

void SaleListPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, ActionCategory category,
                            const QStringList &shortcuts, const QStringList &terminalKeys, std::function<void()> run) {
        m_actions.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), category, shortcuts, terminalKeys},
                      std::move(run));
    };
    const auto keys = [](auto... key) { return QStringList{QString::fromLatin1(key)...}; };

    add("sales.filter", tr("Filter sales"), "filter", ActionCategory::Search, keys("Ctrl+F", "/"), keys("F2"),
        [this] { Q_EMIT filterWanted(); });
    add("sales.today", tr("Show the sales of today"), "calendar", ActionCategory::Search, {}, {},
        [this] { setQuery({.days = SaleDays::Today}); });
    add("sales.this-shift", tr("Show the sales of this shift"), "drawer", ActionCategory::Search, {}, {},
        [this] { setQuery({.thisShift = true}); });
    add("sales.clear", tr("Clear filters"), "x", ActionCategory::Search, {}, {}, [this] { clearFilters(); });
    add("sales.refresh", tr("Read the sales again"), "sync", ActionCategory::Record, keys("F5"), {},
        [this] { refresh(); });
    add("sales.back", tr("Back to all sales"), "left", ActionCategory::Go, {}, {}, [this] { closeSale(); });
    add("sales.previous", tr("Previous sale"), "up", ActionCategory::Go, keys("Alt+Up"), {}, [this] { step(-1); });
    add("sales.next", tr("Next sale"), "down", ActionCategory::Go, keys("Alt+Down"), {}, [this] { step(1); });
    add("sales.return", tr("Return…"), "undo", ActionCategory::Record, keys("Ctrl+R"), keys("F4"),
        [this] { Q_EMIT returnWanted(m_openSale->sale.id.toString()); });
    add("sales.copy-number", tr("Copy the receipt number"), "copy", ActionCategory::Record, {}, {},
        [this] { copy(openNumber(), tr("%1 is in the clipboard.").arg(openNumber())); });
    add("sales.copy-receipt", tr("Copy the receipt as text"), "orders", ActionCategory::Record, {}, {}, [this] {
        if (m_detail)
            copy(m_detail->receiptText, tr("The receipt is in the clipboard."));
    });
    add("sales.copy-link", tr("Copy a link to this sale"), "link", ActionCategory::Record, keys("Ctrl+L"), {},
        [this] { copy(QStringLiteral("crema://orders/") + m_openKey, tr("The link is in the clipboard.")); });
    add("sales.print", tr("Print a copy of the receipt"), "printer", ActionCategory::Record, keys("Ctrl+P"), {},
        [this] {
            if (!m_openSale)
                return;
            note(tr("A copy of %1 goes to the printer.").arg(m_openSale->sale.number));
            Q_EMIT printWanted(m_openSale->sale, m_openSale->cashierName);
        });
    add("sales.mail", tr("E-mail the receipt"), "mail", ActionCategory::Record, {}, {}, [this] {
        if (m_openSale)
            Q_EMIT mailWanted(m_openSale->sale);
    });
}

void SaleListPresenter::setCanPrint(bool canPrint)
{
    m_canPrint = canPrint;
    updateActions();
}

QString SaleListPresenter::returnObstacle() const
{
    if (!m_detail || !m_openSale)
        return tr("The sale is being read.");
    if (m_openSale->sale.lines.isEmpty())
        return tr("This is a return: nothing was sold.");
    const auto isLeft = [](const ReturnableLine &line) { return !line.left.isZero(); };
    if (m_openReturns && std::ranges::none_of(m_openReturns->lines, isLeft))
        return tr("Everything of this sale came back.");
    return {};
}

void SaleListPresenter::updateActions()
{
    const auto allow = [this](QStringView id, const QString &reason) { m_actions.find(id)->setDisabledReason(reason); };
    const QString none = m_openKey.isEmpty() ? tr("Open a sale first.") : QString();
    const qsizetype row = rowOf(m_openKey);
    allow(u"sales.clear", m_query.isEmpty() ? tr("No filter is set.") : QString());
    allow(u"sales.this-shift", m_desk.state().openShift ? QString() : tr("No shift is open on this till."));
    allow(u"sales.back", none);
    allow(u"sales.previous", !none.isEmpty() ? none : row > 0 ? QString() : tr("This is the first sale of the list."));
    allow(u"sales.next", !none.isEmpty()                       ? none
                         : row >= 0 && row + 1 < m_rows.size() ? QString()
                                                               : tr("This is the last sale of the list."));
    allow(u"sales.return", !none.isEmpty() ? none : returnObstacle());
    allow(u"sales.copy-number", none);
    allow(u"sales.mail", none);
    allow(u"sales.copy-receipt", !none.isEmpty() ? none : m_detail ? QString() : tr("The sale is being read."));
    allow(u"sales.copy-link", none);
    allow(u"sales.print", !none.isEmpty() ? none
                          : !m_detail     ? tr("The sale is being read.")
                          : m_canPrint    ? QString()
                                          : tr("No printer is set on this computer."));
}

} // namespace crema
