// SPDX-License-Identifier: GPL-3.0-or-later
// What the choices of the first start set going: one coroutine each, which ends with its stop token.
#include "ui/presenters/first_run/first_run_presenter.h"
#include "ui/presenters/syncing/load_words.h"

namespace crema {

using namespace Qt::StringLiterals;

namespace {

Business businessOf(LocalBusiness business)
{
    return business == LocalBusiness::Sample ? Business::Sample : Business::Shop;
}

/// What is wrong with which field, for the problems that have one; both say it in the same words.
QString fieldOf(const Problem &problem)
{
    if (problem.code == u"device.wrong_code")
        return u"code"_s;
    if (problem.code.startsWith(u"network."))
        return u"address"_s;
    return problem.code == u"platform.backup_unreadable" ? u"file"_s : QString();
}

} // namespace

void FirstRunPresenter::begin(FirstRunStep returnTo, const QStringList &tasks)
{
    m_returnTo = returnTo;
    m_tasks.clear();
    for (const QString &text : tasks)
        m_tasks.append({text, m_tasks.isEmpty() ? FirstRunTask::State::Running : FirstRunTask::State::Waiting});
    m_patience.clear();
    m_patienceTimer = m_clock.after(longMs, [this] {
        m_patience = tr("This goes on. The first time takes up to two minutes on a slow computer.");
        Q_EMIT changed();
    });
    setStep(FirstRunStep::Working);
}

void FirstRunPresenter::showLoad(const sync::LoadProgress &load)
{
    m_patienceTimer.reset();
    const QString text = loadText(load);
    if (text == std::exchange(m_patience, text))
        return;
    Q_EMIT changed();
}

void FirstRunPresenter::nextTask()
{
    for (FirstRunTask &task : m_tasks) {
        if (task.state == FirstRunTask::State::Running) {
            task.state = FirstRunTask::State::Done;
        } else if (task.state == FirstRunTask::State::Waiting) {
            task.state = FirstRunTask::State::Running;
            break;
        }
    }
    Q_EMIT changed();
}

void FirstRunPresenter::stuck(const Problem &problem)
{
    m_patienceTimer.reset();
    m_problem = problem;
    const QString field = fieldOf(problem);
    // There is no work yet that could go on without a network.
    if (field == u"address")
        m_problem->hint = tr("Check the address, and that this computer is in the network, then try again.");
    if (!field.isEmpty())
        refuseField(field, m_problem->hint.isEmpty() ? problem.message : m_problem->hint);
    Q_EMIT problemShown(problem);
    // A form shows its problem in place; everything else has a page for it.
    const bool isOfForm =
        m_returnTo == FirstRunStep::Connect || (m_returnTo == FirstRunStep::Restore && !field.isEmpty());
    setStep(isOfForm ? m_returnTo : FirstRunStep::Stuck);
}

void FirstRunPresenter::startSample()
{
    begin(FirstRunStep::Choices,
          {tr("Start the sample shop"), tr("Connect this till"), tr("Fetch products, prices and people")});
    openLocal(this, m_stop.get_token(), LocalBusiness::Sample);
}

void FirstRunPresenter::startShop()
{
    begin(FirstRunStep::Choices,
          {tr("Start the shop"), tr("Connect this till"), tr("Fetch products, prices and people")});
    openLocal(this, m_stop.get_token(), LocalBusiness::Shop);
}

/// Starts the platform of the business and makes this device one of its tills, unless it is that already.
QCoro::Task<Result<void>> FirstRunPresenter::joinLocal(Self self, std::stop_token stop, LocalBusiness business)
{
    const Result<StoreStanding> store = co_await self->m_desk.open(businessOf(business));
    if (stop.stop_requested() || !self)
        co_return Result<void>();
    if (!store)
        co_return failure(store.error());
    const quint16 port = static_cast<quint16>(store->platform.port(0));
    const Result<QUrl> platform = co_await self->m_child.start(business, port);
    if (stop.stop_requested() || !self)
        co_return Result<void>();
    if (!platform)
        co_return failure(platform.error());
    self->nextTask();
    if (store->enrolled) {
        const Result<void> moved = co_await self->m_desk.movePlatform(*platform);
        co_return moved;
    }
    const Result<QString> code = co_await self->m_child.enrolCode(business);
    if (stop.stop_requested() || !self)
        co_return Result<void>();
    if (!code)
        co_return failure(code.error());
    const Result<void> enrolled = co_await self->m_desk.enrol(*platform, *code);
    co_return enrolled;
}

void FirstRunPresenter::end(const Self &self, const std::stop_token &stop, const Result<void> &joined,
                            Business business)
{
    if (stop.stop_requested() || !self)
        return;
    if (!joined) {
        self->stuck(joined.error());
        return;
    }
    self->m_patienceTimer.reset();
    self->m_desk.keep(business);
    Q_EMIT self->finished(business);
}

/// The last step of each: what the business sells and who works there comes to this device.
QCoro::Task<> FirstRunPresenter::fetchAll(Self self, std::stop_token stop, Result<void> joined, Business business)
{
    if (joined) {
        const auto told = [self, stop](const sync::LoadProgress &load) {
            if (self && !stop.stop_requested())
                self->showLoad(load);
        };
        joined = co_await self->m_desk.fetch(told);
    }
    end(self, stop, joined, business);
}

/// Goes into the shop that has just been made on this computer, or brought back to it.
QCoro::Task<> FirstRunPresenter::moveIn(Self self, std::stop_token stop, Result<void> made)
{
    if (!made) {
        self->stuck(made.error());
        co_return;
    }
    self->m_shopMade = true;
    self->nextTask();
    const Result<void> joined = co_await joinLocal(self, stop, LocalBusiness::Shop);
    if (stop.stop_requested() || !self)
        co_return;
    co_await fetchAll(self, stop, joined, Business::Shop);
}

QCoro::Task<> FirstRunPresenter::openLocal(Self self, std::stop_token stop, LocalBusiness business)
{
    const Result<void> joined = co_await joinLocal(self, stop, business);
    if (stop.stop_requested() || !self)
        co_return;
    if (joined)
        self->nextTask();
    co_await fetchAll(self, stop, joined, businessOf(business));
}

QCoro::Task<> FirstRunPresenter::openNewShop(Self self, std::stop_token stop, NewShop shop)
{
    // First of all, so that the store of a shop that is gone is put aside before there is another one.
    const Result<StoreStanding> store = co_await self->m_desk.open(Business::Shop);
    if (stop.stop_requested() || !self)
        co_return;
    Result<void> done = store.map([](const StoreStanding &) {});
    if (done)
        done = co_await self->m_child.createShop(shop);
    if (stop.stop_requested() || !self)
        co_return;
    co_await moveIn(self, stop, done);
}

QCoro::Task<> FirstRunPresenter::openRestored(Self self, std::stop_token stop, QString file)
{
    // Before the store is opened: with the data of its platform back, a store with sales in it is none to put aside.
    const Result<void> done = co_await self->m_child.restore(file);
    if (stop.stop_requested() || !self)
        co_return;
    co_await moveIn(self, stop, done);
}

QCoro::Task<> FirstRunPresenter::openConnected(Self self, std::stop_token stop, QUrl address, QString code)
{
    const Result<StoreStanding> store = co_await self->m_desk.open(Business::Connected);
    if (stop.stop_requested() || !self)
        co_return;
    Result<void> joined = store.map([](const StoreStanding &) {});
    if (joined && !store->enrolled) {
        joined = co_await self->m_desk.enrol(address, code);
        if (joined && self && !stop.stop_requested())
            joined = co_await self->m_desk.signOut();
    } else if (joined && store->platform != address) {
        joined = co_await self->m_desk.movePlatform(address);
    }
    if (stop.stop_requested() || !self)
        co_return;
    if (joined)
        self->nextTask();
    co_await fetchAll(self, stop, joined, Business::Connected);
}

} // namespace crema
