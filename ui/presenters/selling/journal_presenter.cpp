// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/journal_presenter.h"

#include "sync/client/reading_right.h"

namespace crema {
namespace {

constexpr int page = 50;

} // namespace

JournalPresenter::JournalPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale), m_texts(locale)
{
    connect(&m_desk, &TillDesk::changed, this, &JournalPresenter::followDesk);
}

JournalPresenter::~JournalPresenter()
{
    m_stop.request_stop();
}

void JournalPresenter::followDesk()
{
    const bool seesIt = sync::mayRead(m_desk.state(), Reading::Journal).has_value();
    if (std::exchange(m_seesIt, seesIt) == seesIt || !m_isRead)
        return;
    // What is on its way to one person is nothing for the next.
    m_stop.request_stop();
    m_stop = {};
    read();
}

TimeWords JournalPresenter::times() const
{
    return TimeWords::ofShop(m_locale, m_desk.state().location);
}

void JournalPresenter::read()
{
    m_isRead = true;
    readPage(this, m_stop.get_token(), std::nullopt);
}

void JournalPresenter::fetchMore()
{
    if (m_canFetchMore)
        readPage(this, m_stop.get_token(), m_last);
}

QCoro::Task<> JournalPresenter::readPage(Self self, std::stop_token stop, std::optional<std::int64_t> beyond)
{
    if (const Result<void> right = sync::mayRead(self->m_desk.state(), Reading::Journal); !right) {
        self->refuse(right.error());
        co_return;
    }
    const sync::JournalFilter filter{sync::JournalOrder::NewestFirst, beyond, page};
    const Result<QList<sync::AuditorEntryView>> entries = co_await self->m_desk.auditorsJournal(filter);
    if (stop.stop_requested() || !self)
        co_return;
    if (!entries) {
        self->refuse(entries.error());
        co_return;
    }
    if (!beyond) {
        self->m_rows.clear();
        self->summarise(*entries);
    }
    self->take(*entries);
    Q_EMIT self->changed();
}

void JournalPresenter::refuse(const Problem &problem)
{
    if (problem.kind != ProblemKind::NotAllowed) {
        Q_EMIT failed(problem);
        return;
    }
    // What somebody else read before goes too.
    m_rows.clear();
    m_canFetchMore = false;
    m_summary = tr("%1 %2", "why the journal is not shown, and what to do").arg(problem.message, problem.hint);
    Q_EMIT changed();
}

void JournalPresenter::take(const QList<sync::AuditorEntryView> &entries)
{
    for (const sync::AuditorEntryView &view : entries)
        m_rows.append(rowOf(view));
    m_canFetchMore = entries.size() == page;
    if (!entries.isEmpty())
        m_last = entries.last().position;
}

void JournalPresenter::summarise(const QList<sync::AuditorEntryView> &newest)
{
    if (newest.isEmpty()) {
        m_summary = tr("The journal begins with the first shift or sale of this register.");
        return;
    }
    const QString last = m_locale.toString(qlonglong(newest.first().entry.number));
    const auto isSigned = [](const sync::AuditorEntryView &view) { return view.isCountersigned; };
    const auto found = std::find_if(newest.begin(), newest.end(), isSigned);
    if (found == newest.end())
        m_summary = tr("Entry %1 is the last. The platform has not signed any of these yet.").arg(last);
    else if (found == newest.begin())
        m_summary = tr("Entry %1 is the last, and the platform has signed it.").arg(last);
    else
        m_summary = tr("Entry %1 is the last. The platform has signed up to entry %2.")
                        .arg(last, m_locale.toString(qlonglong(found->entry.number)));
}

JournalRow JournalPresenter::rowOf(const sync::AuditorEntryView &view) const
{
    return {m_locale.toString(qlonglong(view.entry.number)), whatOf(view), times().relative(view.at, m_clock.now()),
            view.amount ? m_texts.amount(*view.amount) : QString(), view.isCountersigned};
}

QString JournalPresenter::whatOf(const sync::AuditorEntryView &view) const
{
    using Kind = sync::AuditorEntryView::Kind;
    switch (view.kind) {
    case Kind::Begin: return tr("The journal of this register begins");
    case Kind::Sale: return tr("Sale %1", "a receipt number").arg(view.number);
    case Kind::CashMovement: return tr("Cash moved");
    case Kind::ShiftOpen: return tr("Shift opened");
    case Kind::ShiftClose: return tr("Shift closed");
    case Kind::Closing:
        return view.perpetual ? tr("Closing; perpetual total %1").arg(m_texts.amount(*view.perpetual)) : tr("Closing");
    case Kind::Unknown: return tr("An entry that does not read");
    }
    Q_UNREACHABLE();
}

QString JournalPresenter::exportName() const
{
    return QStringLiteral("crema-journal-%1.jsonl").arg(times().dayOf(m_clock.now()).toString(Qt::ISODate));
}

void JournalPresenter::exportTo(const QString &path)
{
    if (!path.isEmpty())
        write(this, m_stop.get_token(), path);
}

QCoro::Task<> JournalPresenter::write(Self self, std::stop_token stop, QString path)
{
    const Result<std::int64_t> written = co_await self->m_desk.exportAuditorsJournal(path);
    if (stop.stop_requested() || !self)
        co_return;
    if (written)
        Q_EMIT self->exported(tr("%n entries saved to %1.", "a file", static_cast<int>(*written)).arg(path));
    else
        Q_EMIT self->failed(written.error());
}

} // namespace crema
