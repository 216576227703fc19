// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/first_run_store.h"

#include "app/device/local_places.h"

#include <QCoroFuture>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFuture>
#include <QPromise>
#include <QSysInfo>

namespace crema {

namespace {

Problem closed()
{
    return {ProblemKind::Unavailable,
            QStringLiteral("store.closed"),
            QCoreApplication::translate("crema::FirstRunStore", "The local store is not open."),
            QCoreApplication::translate("crema::FirstRunStore", "Begin again."),
            {}};
}

/// Ends with the round, or before it when a person can sell.
struct Fetching {
    Fetching() { promise.start(); }

    void end(const Result<void> &result)
    {
        if (std::exchange(hasEnded, true))
            return;
        promise.addResult(result);
        promise.finish();
    }

    QPromise<Result<void>> promise;
    bool hasEnded = false;
};

QCoro::Task<> fetchAll(std::shared_ptr<ShopProgram> program, std::shared_ptr<Fetching> fetching)
{
    const Result<sync::SyncReport> report = co_await program->client().syncOnce();
    if (!report)
        fetching->end(failure(report.error()));
    else if (report->stopped)
        fetching->end(failure(*report->stopped));
    else
        fetching->end(Result<void>());
}

/// Puts a store aside, unless something is only in it (sync.md rule 30).
QCoro::Task<Result<void>> leave(QString name, presenters::StoreChoice store, documents::PageDrawing drawing)
{
    if (QFileInfo::exists(store.path)) {
        const auto program = std::make_shared<ShopProgram>(name, store, drawing);
        const Result<void> opened = co_await program->open();
        if (!opened)
            co_return failure(opened.error());
        if (const std::int64_t onlyHere = program->client().state().queue.onlyHere(); onlyHere > 0) {
            Problem problem = sync::wouldBeLeft(onlyHere);
            problem.hint = QCoreApplication::translate(
                               "crema::FirstRunStore",
                               "The data of the shop that was on this computer is gone. Bring it back from a backup, "
                               "or write them to a file that a register can import with \"CREMA_STORE=sqlite:%1 crema "
                               "sync export FILE\"; then do it again.")
                               .arg(store.path);
            co_return failure(problem);
        }
    }
    places::putAside(store);
    co_return Result<void>();
}

} // namespace

QCoro::Task<Result<StoreStanding>> FirstRunStore::open(Business business)
{
    m_program.reset();
    const std::optional<presenters::StoreChoice> orphan = places::orphanedStore(business);
    if (orphan && business == Business::Sample) {
        places::putAside(*orphan); // nothing in it was ever sold
    } else if (orphan) {
        const Result<void> left = co_await leave(m_name, *orphan, m_drawing);
        if (!left)
            co_return failure(left.error());
    }
    // The sample shop has a store of its own even where CREMA_STORE names one: nothing of it mixes with real sales.
    const auto choice = business == Business::Sample ? places::sampleStore() : places::store(business);
    if (!choice)
        co_return failure(choice.error());
    QDir().mkpath(QFileInfo(choice->path).path());
    const auto program = std::make_shared<ShopProgram>(m_name, *choice, m_drawing);
    m_program = program;
    const Result<void> opened = co_await program->open();
    if (!opened)
        co_return failure(opened.error());
    const sync::ClientState &state = program->client().state();
    co_return StoreStanding{state.enrolled, state.platform};
}

QCoro::Task<Result<void>> FirstRunStore::enrol(QUrl platform, QString code)
{
    const auto program = m_program;
    if (!program)
        co_return failure(closed());
    const Result<void> enrolled = co_await program->client().enroll(platform, code, QSysInfo::machineHostName());
    co_return enrolled;
}

QCoro::Task<Result<void>> FirstRunStore::signOut()
{
    const auto program = m_program;
    if (!program)
        co_return failure(closed());
    const Result<void> left = co_await program->client().signOut();
    co_return left;
}

QCoro::Task<Result<void>> FirstRunStore::movePlatform(QUrl platform)
{
    const auto program = m_program;
    if (!program)
        co_return failure(closed());
    const Result<void> moved = co_await program->client().movePlatform(platform);
    co_return moved;
}

QCoro::Task<Result<void>> FirstRunStore::fetch(std::function<void(const sync::LoadProgress &)> told)
{
    const auto program = m_program;
    if (!program)
        co_return failure(closed());
    const auto fetching = std::make_shared<Fetching>();
    const QObject listener;
    sync::Client &client = program->client();
    QObject::connect(&client, &sync::Client::changed, &listener, [&client, fetching, told] {
        const std::optional<sync::LoadProgress> &load = client.state().load;
        if (load && told)
            told(*load);
        if (load && load->first && load->maySell)
            fetching->end(Result<void>());
    });
    [[maybe_unused]] auto task = fetchAll(program, fetching);
    const QFuture<Result<void>> ended = fetching->promise.future();
    const Result<void> result = co_await ended;
    co_return result;
}

void FirstRunStore::keep(Business business)
{
    m_preferences.setValue(setupBusinessKey, businessText(business));
}

} // namespace crema
