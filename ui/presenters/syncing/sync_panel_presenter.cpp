// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/sync_panel_presenter.h"

#include "ui/presenters/syncing/attention_words.h"
#include "ui/presenters/syncing/comparison_words.h"
#include "ui/presenters/syncing/deletion_words.h"
#include "ui/presenters/syncing/load_words.h"
#include "ui/presenters/syncing/queue_words.h"

namespace crema {

namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t secondMs = 1'000;

QString sentenceOf(const sync::ClientState &state, const QLocale &locale)
{
    if (isShutOut(state))
        return SyncPanelPresenter::tr("This device was shut out. Nothing is lost, and selling goes on. A manager "
                                      "lets it in again with a code.");
    if (state.deletion && state.deletion->source == sync::DeletionSource::Here)
        return deletionText(*state.deletion, locale);
    if (!state.enrolled)
        return SyncPanelPresenter::tr("This device is not enrolled yet, so nothing is sent. All of it is saved here.");
    if (state.deletion)
        return deletionText(*state.deletion, locale);
    const bool answers = state.link == sync::Link::Online || state.link == sync::Link::NeverTried;
    if (state.load && answers)
        return loadText(*state.load);
    switch (state.link) {
    case sync::Link::Online:
        if (state.queue.unsent() == 0)
            return SyncPanelPresenter::tr("Everything made here is on the platform.");
        return SyncPanelPresenter::tr("What was made here is on its way.");
    case sync::Link::NeedsSignIn:
        return SyncPanelPresenter::tr("The platform does not accept this device any more. Nothing is lost: all of it "
                                      "is saved here. Ask whoever keeps the platform.");
    case sync::Link::Stopped:
        return SyncPanelPresenter::tr(
            "Something else than the platform answers, such as the sign-in page of a network. "
            "Sign in there, then try again.");
    case sync::Link::Offline:
    case sync::Link::NeverTried: break;
    }
    return SyncPanelPresenter::tr(
        "The platform is out of reach. Selling goes on: everything is saved here and goes out "
        "by itself.");
}

/// What waits beside what is listed elsewhere.
QList<sync::QueueEntry> othersOf(const QList<sync::QueueEntry> &entries, const QList<sync::WaitingItem> &dependants)
{
    QList<sync::QueueEntry> others;
    for (const sync::QueueEntry &entry : entries) {
        const bool depends = std::any_of(dependants.begin(), dependants.end(), [&](const sync::WaitingItem &item) {
            return item.operation == entry.operation.id;
        });
        if (!entry.needsAttention && !depends)
            others.append(entry);
    }
    return others;
}

} // namespace

SyncPanelPresenter::SyncPanelPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale)
{
    declareActions();
    connect(&m_desk, &TillDesk::changed, this, &SyncPanelPresenter::followDesk);
    refreshStatus();
}

SyncPanelPresenter::~SyncPanelPresenter()
{
    m_stop.request_stop();
}

void SyncPanelPresenter::declareActions()
{
    m_actions.add({QStringLiteral("sync.retry"),
                   tr("Send now"),
                   QStringLiteral("sync"),
                   ActionCategory::Device,
                   {},
                   {QStringLiteral("F4")}},
                  [this] { retry(); });
    m_actions.add({QStringLiteral("sync.export"),
                   tr("Export what waits"),
                   QStringLiteral("export"),
                   ActionCategory::Device,
                   {},
                   {}},
                  [this] { Q_EMIT exportWanted(); });
    m_actions.add({QStringLiteral("sync.allow_deletion"),
                   tr("Let the records go"),
                   QStringLiteral("trash"),
                   ActionCategory::Device,
                   {},
                   {}},
                  [this] { allowDeletion(); });
    m_actions.add({QStringLiteral("sync.readmit"),
                   tr("Let this device in again"),
                   QStringLiteral("key"),
                   ActionCategory::Device,
                   {},
                   {}},
                  [this] { Q_EMIT codeWanted(); });
}

void SyncPanelPresenter::arrive()
{
    if (m_inFront)
        return;
    m_inFront = true;
    tick();
}

void SyncPanelPresenter::leave()
{
    m_inFront = false;
    m_tickTimer.reset();
    if (m_message) {
        m_message.reset();
        Q_EMIT messageChanged();
    }
}

TimeWords SyncPanelPresenter::times() const
{
    return TimeWords::ofShop(m_locale, m_desk.state().location);
}

void SyncPanelPresenter::tick()
{
    refreshStatus();
    readQueue();
    // Ages grow by the minute; the time of the next try is another one as soon as it is over.
    const UtcTime now = m_clock.now();
    std::int64_t wait = minuteMs - now.msSinceEpoch() % minuteMs;
    if (const std::optional<UtcTime> next = m_desk.nextTryAt())
        wait = std::clamp(next->msSinceEpoch() - now.msSinceEpoch() + secondMs, secondMs, wait);
    m_tickTimer = m_clock.after(wait, [this] { tick(); });
}

void SyncPanelPresenter::followDesk()
{
    refreshStatus();
    followLink();
    if (m_inFront)
        readQueue();
}

void SyncPanelPresenter::followLink()
{
    const sync::ClientState &state = m_desk.state();
    const bool offline = state.enrolled && state.link == sync::Link::Offline;
    if (offline && !m_wasOffline)
        m_noticeClosed = false;
    m_wasOffline = offline;
    std::optional<OfflineNotice> notice;
    if (offline && !m_noticeClosed) {
        notice = OfflineNotice{
            tr("You are offline."), tr("Sales are saved on this till and go out when the connection is back."), {}};
        if (state.lastSyncAt)
            notice->title = tr("Showing data as of %1.", "a time of day").arg(times().clock(*state.lastSyncAt));
        if (state.queue.unsent() > 0)
            notice->showText = tr("Show %n waiting", nullptr, static_cast<int>(state.queue.unsent()));
    }
    if (notice == m_notice)
        return;
    m_notice = notice;
    Q_EMIT offlineNoticeChanged();
}

void SyncPanelPresenter::closeOfflineNotice()
{
    m_noticeClosed = true;
    followLink();
}

void SyncPanelPresenter::refreshStatus()
{
    const sync::ClientState &state = m_desk.state();
    SyncStatus status;
    status.pill = syncPillOf(state);
    status.sentence = sentenceOf(state, m_locale);
    status.busy = m_busy;
    const TimeWords words = times();
    if (state.lastSyncAt)
        status.lastText =
            tr("Last sent and fetched: %1", "a moment").arg(words.relative(*state.lastSyncAt, m_clock.now()));
    status.comparedText = comparisonText(state.comparison, words, m_clock.now());
    const std::optional<UtcTime> next = m_desk.nextTryAt();
    if (next && state.link != sync::Link::Online)
        status.nextText = tr("Next try at %1", "a time of day").arg(words.clock(*next));
    m_actions.find(u"sync.retry")
        ->setDisabledReason(!state.enrolled ? tr("Enrol this device first.")
                            : m_busy        ? tr("It is being tried.")
                                            : QString());
    const bool nothing = state.queue.unsent() + state.queue.receipted + state.queue.needsAttention == 0;
    m_actions.find(u"sync.export")->setDisabledReason(nothing ? tr("Nothing waits.") : QString());
    Action *agree = m_actions.find(u"sync.allow_deletion");
    agree->setDisabledReason(!state.deletion                          ? tr("Nothing is about to be deleted.")
                             : !state.may(Permission::ReviewsResolve) ? tr("Ask a manager to decide.")
                                                                      : QString());
    agree->setText(state.deletion
                       ? tr("Let %n go", "records that are deleted", static_cast<int>(state.deletion->leaving))
                       : tr("Let the records go"));
    m_actions.find(u"sync.readmit")
        ->setDisabledReason(!isShutOut() ? tr("This device is not shut out.")
                            : m_busy     ? tr("It is being tried.")
                                         : QString());
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

void SyncPanelPresenter::readQueue()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    read(this, m_stop.get_token());
}

QCoro::Task<> SyncPanelPresenter::read(Self self, std::stop_token stop)
{
    // What needs attention is read by itself, so that it is first however old the rest is.
    const Result<sync::AttentionList> urgent = co_await self->m_desk.attention(maxRows);
    if (stop.stop_requested() || !self)
        co_return;
    sync::QueueFilter all;
    all.limit = maxRows;
    const Result<QList<sync::QueueEntry>> waiting = co_await self->m_desk.queue(all);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_reading = false;
    if (!urgent || !waiting) {
        self->m_problem = urgent ? waiting.error() : urgent.error();
        Q_EMIT self->rowsChanged();
        co_return;
    }
    self->m_problem.reset();
    self->showQueue(*urgent, othersOf(*waiting, urgent->waiting));
    if (std::exchange(self->m_again, false) && self->m_inFront)
        self->readQueue();
}

void SyncPanelPresenter::showQueue(const sync::AttentionList &attention, const QList<sync::QueueEntry> &entries)
{
    const TimeWords words = times();
    QMap<Outcome, QList<QueueRow>> urgent;
    QList<QueueRow> dependants;
    QList<QueueRow> waiting;
    for (const sync::AttentionItem &item : attention.items)
        urgent[item.outcome].append(rowOf(item, words));
    for (const sync::WaitingItem &item : attention.waiting)
        dependants.append(rowOf(item, words));
    for (const sync::QueueEntry &entry : entries)
        waiting.append(rowOf(entry, words));
    const QList<QueueRow> before = std::exchange(m_rows, {});
    constexpr auto needsAttention = RecordState::NeedsAttention;
    addGroup(QStringLiteral("letters"), tr("Could not be read"), QStringLiteral("warn"), needsAttention,
             urgent.value(Outcome::DeadLetter));
    addGroup(QStringLiteral("conflicts"), tr("Changed in two places"), QStringLiteral("split"), needsAttention,
             urgent.value(Outcome::Conflict));
    addGroup(QStringLiteral("refusals"), tr("Not taken"), QStringLiteral("warn"), needsAttention,
             urgent.value(Outcome::Refused));
    addGroup(QStringLiteral("dependants"), tr("Waits for another change"), QStringLiteral("pause"),
             shownState(RecordState::Sending, m_desk.state().link), dependants);
    addGroup(QStringLiteral("waiting"), tr("Waits to be sent"), QStringLiteral("clock"), RecordState::SavedHere,
             waiting);
    const sync::QueueCounts &queue = m_desk.state().queue;
    const auto listed = attention.items.size() + attention.waiting.size() + entries.size();
    const std::int64_t more = queue.unsent() + queue.receipted + queue.needsAttention - listed;
    const bool cut = attention.items.size() == maxRows || listed >= maxRows;
    m_moreText = cut && more > 0 ? tr("and %1 more").arg(m_locale.toString(static_cast<qlonglong>(more))) : QString();
    const bool first = !std::exchange(m_read, true);
    if (first || before != m_rows)
        Q_EMIT rowsChanged();
}

void SyncPanelPresenter::addGroup(const QString &id, const QString &title, const QString &icon, RecordState state,
                                  const QList<QueueRow> &rows)
{
    if (rows.isEmpty())
        return;
    QueueRow group;
    group.isGroup = true;
    group.id = id;
    group.iconName = icon;
    group.title = title;
    group.state = state;
    group.ageText = m_locale.toString(rows.size());
    m_rows.append(group);
    m_rows += rows;
}

QueueRow SyncPanelPresenter::rowOf(const sync::QueueEntry &entry, const TimeWords &times) const
{
    const Problem problem = queueProblem(entry);
    QueueRow row;
    row.id = entry.operation.id.toString();
    row.iconName = queueIcon(entry);
    row.title = queueActionText(entry);
    row.state = shownState(queueState(entry), m_desk.state().link);
    row.problemText = problem.message;
    row.hintText = problem.hint;
    row.ageText = times.age(entry.operation.occurredAt, m_clock.now());
    row.exactText = times.exact(entry.operation.occurredAt);
    row.address = queueAddress(entry);
    return row;
}

QueueRow SyncPanelPresenter::rowOf(const sync::AttentionItem &item, const TimeWords &times) const
{
    const Problem problem = attentionProblem(item);
    QueueRow row;
    row.id = item.id.toString();
    row.iconName = attentionIcon(item);
    row.title = attentionTitle(item);
    row.state = RecordState::NeedsAttention;
    row.problemText = problem.message;
    row.hintText = problem.hint;
    row.ageText = times.age(item.at, m_clock.now());
    row.exactText = times.exact(item.at);
    row.address = attentionAddress(item);
    row.card = item.id.toString();
    return row;
}

QueueRow SyncPanelPresenter::rowOf(const sync::WaitingItem &item, const TimeWords &times) const
{
    QueueRow row;
    row.id = item.operation.toString();
    row.iconName = QStringLiteral("pause");
    row.title = waitingTitle(item);
    row.state = shownState(RecordState::Sending, m_desk.state().link);
    row.problemText = waitingReason(item);
    row.ageText = times.age(item.at, m_clock.now());
    row.exactText = times.exact(item.at);
    row.card = item.card ? item.card->toString() : QString();
    return row;
}

void SyncPanelPresenter::say(Tone tone, const QString &text, const QString &hint)
{
    m_message = TillMessage{tone, text, hint, ++m_messageNumber};
    Q_EMIT messageChanged();
}

void SyncPanelPresenter::retry()
{
    if (m_busy || !m_desk.state().enrolled)
        return;
    m_busy = true;
    m_message.reset();
    Q_EMIT messageChanged();
    refreshStatus();
    tryNow(this, m_stop.get_token());
}

QCoro::Task<> SyncPanelPresenter::tryNow(Self self, std::stop_token stop)
{
    const Result<sync::SyncReport> report = co_await self->m_desk.syncOnce();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_busy = false;
    const std::optional<Problem> stopped = report ? report->stopped : std::optional(report.error());
    if (stopped)
        self->say(Tone::Warning, stopped->message, stopped->hint);
    else if (self->m_desk.state().queue.needsAttention > 0)
        self->say(Tone::Neutral, tr("Everything else is sent and fetched."));
    else
        self->say(Tone::Ok, tr("Everything is sent and fetched."));
    self->followDesk();
}

void SyncPanelPresenter::allowDeletion()
{
    if (asksAboutDeletion())
        agree(this, m_stop.get_token());
}

QCoro::Task<> SyncPanelPresenter::agree(Self self, std::stop_token stop)
{
    // What was to be done here was not recorded.
    const bool isHere = self->m_desk.state().deletion->source == sync::DeletionSource::Here;
    const Result<void> allowed = co_await self->m_desk.allowDeletion();
    if (stop.stop_requested() || !self)
        co_return;
    if (allowed)
        self->say(Tone::Ok, isHere ? tr("Agreed. Now take them out of use once more.")
                                   : tr("Agreed. They go with the next changes that are fetched."));
    else
        self->say(Tone::Error, allowed.error().message, allowed.error().hint);
    self->followDesk();
}

void SyncPanelPresenter::open(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    if (const QString card = m_rows.at(row).card; !card.isEmpty())
        Q_EMIT cardWanted(card);
    else if (const QString address = m_rows.at(row).address; !address.isEmpty())
        Q_EMIT openWanted(address);
}

QString SyncPanelPresenter::exportName() const
{
    return QStringLiteral("crema-queue-%1.json").arg(times().dayOf(m_clock.now()).toString(Qt::ISODate));
}

void SyncPanelPresenter::exportTo(const QString &path)
{
    if (!path.isEmpty())
        write(this, m_stop.get_token(), path);
}

QCoro::Task<> SyncPanelPresenter::write(Self self, std::stop_token stop, QString path)
{
    const Result<std::int64_t> written = co_await self->m_desk.exportQueue(path);
    if (stop.stop_requested() || !self)
        co_return;
    if (written)
        self->say(Tone::Ok, tr("%n saved to %1.", "operations, a file", static_cast<int>(*written)).arg(path));
    else
        self->say(Tone::Error, written.error().message, written.error().hint);
}

} // namespace crema
