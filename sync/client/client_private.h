// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/reading.h"
#include "sync/client/client.h"
#include "sync/engine/change_signal.h"
#include "sync/engine/health_report.h"
#include "sync/engine/store_access.h"
#include "sync/engine/sync_loop.h"

#include <coroutine>

namespace crema::sync {

/// `approval.not_asked`.
[[nodiscard]] Problem nothingIsAsked();
[[nodiscard]] bool isHere(LocalStore &local, PersonId person);
/// As the one of the state (sync/client/reading_right.h), by what the store holds at this moment.
[[nodiscard]] Result<void> mayRead(LocalStore &local, Reading reading);

/// What the client's tasks hold on to. Lives on the thread of the client, and longer than it while a task waits.
struct Client::Private : std::enable_shared_from_this<Client::Private> {
    explicit Private(const ClientParts &theParts, Client *client)
        : parts(theParts), q(client), store(std::make_shared<StoreAccess>(theParts.executor)),
          health(std::make_shared<HealthReport>(theParts.clock))
    {}

    ClientParts parts;
    Client *q; ///< null once the client is gone: tasks then end without a signal
    std::shared_ptr<StoreAccess> store;
    std::shared_ptr<HealthReport> health;
    std::shared_ptr<PlatformClient> platform;
    std::optional<QUrl> connectedTo; ///< what `platform` was made for; nothing: key and addresses have to be read anew
    std::shared_ptr<SyncLoop> loop;
    std::shared_ptr<ChangeSignal> signal; ///< together with the loop
    std::weak_ptr<Round> running;
    std::unique_ptr<Timer> journalTimer;
    std::unique_ptr<Timer> repairTimer; ///< a damaged store waits for a quiet moment
    std::int64_t damagedAtMs = 0;
    std::int64_t writtenAtMs = 0;         ///< when a person recorded something last
    std::optional<std::int64_t> usedAtMs; ///< when a person looked something up last, or recorded it
    OpenRequest request;                  ///< the one that the store was opened with
    std::stop_source checking;            ///< of the look into the file
    Executor *beside = nullptr;           ///< on which it runs
    std::stop_source stop;                ///< of the round that runs
    std::int64_t roundNumber = 0;
    bool syncing = false;
    bool mendsSearch = false;    ///< under way
    bool comparesAnyway = false; ///< the next complete round does, whenever it was done last
    bool loopWanted = false;     ///< between startBackgroundSync() and stopBackgroundSync()
    bool knowsLink = false;      ///< a round of this program has tried the platform
    KeptLink keptLink;           ///< what the store has, so that a round without news does not visit it for this
    ClientState state;

    void setState(const ClientState &fresh);
    void noteRound(const RoundResult &result);
    /// How the platform is found; also noted for programs that look into the store from beside.
    void setLink(Link link, const std::optional<Problem> &problem);
    QCoro::Task<void> keepLink(KeptLink link);
    void scheduleJournalSync();
    /// How far the platform's state is read is another one now.
    [[nodiscard]] QCoro::Task<void> showLoad();
    void noteDamage(const Problem &problem);
    [[nodiscard]] QCoro::Task<Result<void>> tellDamage(Problem problem);
    void repairWhenQuiet();
    [[nodiscard]] QCoro::Task<Result<void>> repair();
    [[nodiscard]] QCoro::Task<RoundResult> round();
    /// After a round in which the platform answered.
    [[nodiscard]] QCoro::Task<void> sendMails(std::shared_ptr<PlatformClient> connected);
    [[nodiscard]] QCoro::Task<void> startLoop();
    void keepBackoff(const Backoff &backoff);
    [[nodiscard]] std::shared_ptr<ChangeSignal> makeSignal();
    void listen();
    /// The round that runs is stopped and not waited for.
    void abandonRound();
    [[nodiscard]] QCoro::Task<Result<void>> refreshState();
    /// Makes product search good in steps that nobody waits for, where a bulk was not ended
    /// (LocalStore::isSearchStale). After a failure the end of the next round tries again.
    [[nodiscard]] QCoro::Task<void> mendSearch();
    /// Not when a round has just brought it.
    [[nodiscard]] QCoro::Task<Result<void>> refreshAfter(bool isFresh);
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<PlatformClient>>> connectTo(QUrl base);
    [[nodiscard]] QCoro::Task<bool> isKnownAt(QUrl address);
    /// Whoever signed in by password last is not somebody else than works here: who was asked for an authenticator has
    /// a session there, and is let in here once it is set up.
    [[nodiscard]] bool isPersonAtPlatform() const;
    /// Errors: `session.ended`, `network.…`, those of the answer.
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> askAsPerson(QString path, QJsonObject body);
    [[nodiscard]] QCoro::Task<Result<void>> askAsDevice(QString path, QJsonObject body);
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> readAsPerson(QString path, QUrlQuery query);
    /// Empty for none. Errors: `pin.rules`.
    [[nodiscard]] QCoro::Task<Result<QString>> hashOfPin(QString pin);

    bool mayOweMail = true; ///< receipts may wait here to be mailed
    void noteUse() { usedAtMs = parts.clock.monotonicMs(); }
    /// Whether that was a moment ago: between two customers, or while one looks for the next thing, it counts as use.
    [[nodiscard]] bool isUsed() const;

    /// Work of the client's own: nobody waits for it.
    template<class Work>
    static auto visit(std::shared_ptr<Private> d, Work work) -> QCoro::Task<std::invoke_result_t<Work, LocalStore &>>
    {
        const auto store = d->store;
        auto pending = store->run(std::move(work));
        auto answer = co_await pending;
        d->noteRefusal(answer);
        co_return answer;
    }

    /// Work that reads, for somebody.
    template<class Work>
    static auto read(std::shared_ptr<Private> d, Work work) -> QCoro::Task<std::invoke_result_t<Work, LocalStore &>>
    {
        d->noteUse();
        return visit(std::move(d), std::move(work));
    }

    /// Work that reads what not everybody may see. Errors: `auth.not_allowed`, and those of the work.
    template<class Work>
    static auto read(std::shared_ptr<Private> d, Reading reading, Work work)
        -> QCoro::Task<std::invoke_result_t<Work, LocalStore &>>
    {
        return read(std::move(d), [reading, work](LocalStore &local) -> std::invoke_result_t<Work, LocalStore &> {
            if (const Result<void> right = mayRead(local, reading); !right)
                return failure(right.error());
            return work(local);
        });
    }

    /// What waits for somebody's PIN.
    struct WaitingApproval {
        ApprovalRequest request;
        bool isAnswered = false;
        std::optional<PersonId> approver; ///< nothing: nobody
        std::coroutine_handle<> waiter;
    };
    std::shared_ptr<WaitingApproval> approval;
    bool offersApproval = false; ///< for what is called now
    /// Nothing when another question stands, or nobody approves.
    [[nodiscard]] QCoro::Task<std::optional<Approval>> askForApproval(ApprovalRequest request);
    void endApproval(const std::optional<PersonId> &approver);

    /// Work that writes, in one transaction; afterwards the state is fresh and the loop knows. What is refused for a
    /// right that others here have is done once more when one of them approves it.
    template<class Work>
    static auto write(std::shared_ptr<Private> d, Work work) -> QCoro::Task<std::invoke_result_t<Work, LocalStore &>>
    {
        using Answer = std::invoke_result_t<Work, LocalStore &>;
        using Both = std::pair<Answer, Result<ClientState>>;
        const bool isOffered = d->offersApproval;
        const auto shared = std::make_shared<const Work>(std::move(work)); // done twice where somebody approves
        const auto wanted = std::make_shared<std::optional<ApprovalRequest>>();
        const auto recording = [shared, wanted](const std::optional<Approval> &approval) {
            return [shared, wanted, approval](LocalStore &local) -> Result<Both> {
                local.setApproval(approval);
                // Whoever asked is not here any more: what was approved for them is nobody else's.
                const bool isTheirs = !approval || isHere(local, approval->asking);
                Answer answer =
                    isTheirs ? local.write([&] { return (*shared)(local); }) : Answer(failure(nothingIsAsked()));
                *wanted = answer ? std::nullopt : local.wantedApproval();
                local.setApproval({}); // it counts for this and for nothing after it
                return Both(std::move(answer), local.state());
            };
        };
        const auto store = d->store;
        d->noteUse();
        auto pending = store->run(recording({}), Urgency::Recording);
        Result<Both> both = co_await pending;
        if (isOffered && *wanted) {
            auto asking = d->askForApproval(**wanted);
            const std::optional<Approval> approval = co_await asking;
            if (approval) {
                auto again = store->run(recording(approval), Urgency::Recording);
                both = co_await again;
            }
        }
        d->noteRefusal(both);
        if (!both)
            co_return failure(both.error());
        d->noteWritten(both->second, both->first.has_value());
        d->noteRefusal(both->first);
        co_return std::move(both->first);
    }

    void noteWritten(const Result<ClientState> &fresh, bool written);
    template<class Value>
    void noteRefusal(const Result<Value> &answer)
    {
        if (answer || !q)
            return;
        Q_EMIT q->refused(answer.error());
        if (answer.error().code == QLatin1String("store.damaged"))
            noteDamage(answer.error());
    }
};

/// Counts the attempt: a wrong PIN too often has to wait, whatever it was typed for. Inside LocalStore::write(), whose
/// transaction stands either way; the inner result is what to tell the person.
[[nodiscard]] Result<Result<Person>> checkPinOf(LocalStore &local, PersonId id, const QString &pin);

/// What this device proves itself with. Errors: those of LocalStore::signingKey().
[[nodiscard]] Result<DeviceIdentity> identityOf(LocalStore &local);

} // namespace crema::sync
