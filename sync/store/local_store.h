// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/catalog/tax_class.h"
#include "models/devices/device_health.h"
#include "models/operations/epoch_claim.h"
#include "models/operations/operation_demand.h"
#include "models/operations/storage_failure.h"
#include "models/people/offline_rights.h"
#include "sync/client/approval.h"
#include "sync/client/client_state.h"
#include "sync/client/open_request.h"
#include "sync/client/store_check.h"
#include "sync/store/boot_record.h"
#include "sync/store/deletion_guard.h"
#include "sync/store/disk_reserve.h"
#include "sync/store/emergency_journal.h"
#include "sync/store/kept_link.h"
#include "sync/store/price_rules.h"
#include "sync/store/rebase.h"
#include "sync/store/recorder.h"
#include "sync/store/reload.h"
#include "sync/store/store_recovery.h"

namespace crema::sync {

/// The database of one device: rows, queue and journal. Plain and synchronous; lives on the store's executor.
class LocalStore
{
public:
    /// Who and where this device is, and what is taxed how; read once, since every operation needs it.
    struct Place {
        DeviceRow device;
        Company company;
        std::optional<Location> location;
        std::optional<Register> registerInfo;
        std::optional<Person> person;
        QList<TaxClass> taxClasses;
        PriceRules priceRules;
        SettingValues settings;                          ///< those in force at the location
        std::int64_t rightsHoldMs = crema::rightsHoldMs; ///< as far as the platform has told it
        StoreComparison comparison;
        KeptLink link;
        std::optional<DeletionQuestion> asked; ///< what the platform waits for a person with
        bool asksHere = false;                 ///< somebody was asked about what they do at this device
        std::int64_t exportedTo = 0;           ///< number of the last operation in an export; 0: none
    };

    /// Errors: see Client::open. A store newer than this program opens read-only with a warning.
    [[nodiscard]] static Result<std::unique_ptr<LocalStore>> open(const OpenRequest &request, Clock &clock,
                                                                  Randomness &randomness, Disk &disk);
    ~LocalStore();

    [[nodiscard]] EntityRows &rows() { return m_rows; }
    [[nodiscard]] OperationQueue &queue() { return m_queue; }
    [[nodiscard]] AuditorsJournal &auditors() { return m_auditors; }
    [[nodiscard]] DeviceRows &device() { return m_deviceRows; }
    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] Randomness &randomness() { return m_randomness; }
    [[nodiscard]] bool isReadOnly() const { return m_database->access() == Access::ReadOnly; }

    /// Runs `work`, which answers a Result, in one transaction: durable when it succeeds, as if it had not been when it
    /// fails. Storage failures become problems here. What was recorded is appended to the journal. When the disk fails
    /// during the commit, the file says what became of it; `store.unknown` when it does not: it may have been saved.
    template<class Work>
    auto write(Work work) -> std::invoke_result_t<Work>
    {
        if (isReadOnly())
            return failure(readOnlyProblem());
        try {
            beforeWrite();
            auto result = inTransaction(work);
            keepAskedHere();
            return result;
        } catch (const StorageFailure &failed) {
            forgetUndone();
            m_askedHere.reset();
            noteFailure(failed.problem());
            return failure(failed.problem());
        }
    }

    /// Runs `work`, which answers a Result, turning storage failures into problems.
    template<class Work>
    auto read(Work work) -> std::invoke_result_t<Work>
    {
        try {
            return work();
        } catch (const StorageFailure &failed) {
            return failure(failed.problem());
        }
    }

    [[nodiscard]] const Place &place();
    [[nodiscard]] std::optional<LocationId> location() { return place().device.location; }

    /// A new operation of this device with actor, place and clocks filled in.
    [[nodiscard]] Operation newOperation(QStringView type, const SubjectRef &subject, const QJsonObject &body);
    /// Inside write(). Errors: `auth.signed_out`, `auth.not_allowed`, `training.not_recorded`, `deletion.asks_first`,
    /// and those of the rule.
    [[nodiscard]] Result<void> record(const Operation &operation);
    /// What the next write() records is approved by somebody, or by nobody: it counts for what the person who asked may
    /// not do.
    void setApproval(const std::optional<Approval> &approval);
    /// Whom the last write() could have asked, when it was refused for a right.
    [[nodiscard]] const std::optional<ApprovalRequest> &wantedApproval() const { return m_wantedApproval; }
    /// From now on whoever is signed in practises: nothing that they do here is recorded, until endTraining() or
    /// somebody else works here. Not kept: a program that starts anew is at work. Errors: `auth.signed_out`,
    /// `auth.not_allowed`.
    [[nodiscard]] Result<void> beginTraining();
    void endTraining() { m_training.reset(); }
    [[nodiscard]] bool isTraining();
    /// As record(), for a sale that was rung up here.
    [[nodiscard]] Result<void> recordSale(const Sale &sale);
    /// Inside write(): an operation that another store recorded, in its canonical bytes. Answers whether it was new.
    /// Errors: those of reading it.
    [[nodiscard]] Result<bool> bringIn(const QByteArray &bytes);
    /// Inside write(): what is unsent up to this number is in a file that another register can import.
    void noteExport(std::int64_t lastNumber);
    /// Inside write(): operations that are in no export are unsent again.
    void forgetExport();
    [[nodiscard]] QueueCounts queueCounts();

    /// Inside write(): what comes next can be taken back by itself with undoRow(), or is kept by keepRow().
    void beginRow();
    void keepRow();
    void undoRow();

    /// Page and cursor in one transaction, pending operations laid over it again. Errors: `sync.mass_delete`, and the
    /// page is as if it had not come.
    [[nodiscard]] Result<void> applyPage(const FeedPage &page);
    [[nodiscard]] DeletionGuard deletions() { return {*m_database, m_deviceRows, m_rows, m_clock}; }
    /// Puts the question before people. Answers it as a failure.
    [[nodiscard]] tl::unexpected<Problem> askAbout(const DeletionQuestion &question);
    /// Inside write(): the person who is signed in agrees to what was asked. Errors: `auth.signed_out`,
    /// `auth.not_allowed`, `deletion.not_asked`.
    [[nodiscard]] Result<void> allowDeletion();
    /// Inside write(): what was answered about customers who were erased becomes marks (ADR 041), what is unsent with
    /// its answer. The files beside the database follow behind the commit.
    void eraseWhatWasAnswered();
    /// Inside write(): the operations of these numbers were answered. What took no effect leaves the view, and what the
    /// rows here hold already is not laid over them any more.
    void settle(const QList<std::int64_t> &numbers);
    /// Inside write(), and for reading its state.
    [[nodiscard]] Reload reload();
    enum class Bulk {
        Changes,
        FirstLoad, ///< into a store in which nothing was ever done
    };
    /// From now on pages and imports leave product search aside, a first load also the indices that it would change
    /// most; endBulk() makes them anew. Survives a crash in between.
    [[nodiscard]] Result<void> beginBulk(Bulk bulk = Bulk::Changes);
    [[nodiscard]] Result<void> endBulk();
    /// Product search does not hold everything: a bulk is under way, or its end failed or was never reached. Whoever
    /// has the store makes it good behind everything else; selling does not wait for it. Throws StorageFailure.
    [[nodiscard]] bool isSearchStale();
    /// The same in steps of some 20 ms, so that a sale goes between two of them: until it answers Done. Search is empty
    /// at first and finds more with each; so this is for a store that had nothing to find.
    [[nodiscard]] Result<SearchRebuild::Stage> stepEndBulk();
    /// Ends a bulk of changes in steps of a few milliseconds. Where search was whole before it, it stays so: what
    /// changed is found under its old words until its turn comes, which takes three times as long as writing all of it
    /// anew. Otherwise as stepEndBulk(). Answers whether it is over.
    [[nodiscard]] Result<bool> stepEndChanges();

    /// What screens show of the store; link and sync fields are left to the engine.
    [[nodiscard]] Result<ClientState> state();
    /// How the store and its queue are, for the platform; what only the engine knows is left to it.
    [[nodiscard]] Result<DeviceHealth> health();
    /// Everything was sent and fetched just now. Most rounds find nothing to do and shall not write, so the time is
    /// kept in memory and saved when the one in the file is a minute older: who looks into the file from beside sees
    /// that.
    [[nodiscard]] Result<void> noteSynced();
    /// How the platform was found just now; written when it is another way than before.
    [[nodiscard]] Result<void> noteLink(const KeptLink &link);
    /// After enrolment, sign-in or anything else that changes who and where this device is.
    void forgetPlace() { m_place.reset(); }

    [[nodiscard]] Result<SigningKey> signingKey() { return m_deviceRows.signingKey(m_disk); }
    /// Within a second after a write, in the background: the journal's sync, the reserve, and now and then the record
    /// of how far this store has come.
    [[nodiscard]] Result<void> syncJournal();
    /// Moves the log into the database file when it has grown; between two pieces of work, never inside one.
    void checkpointIfDue();
    [[nodiscard]] bool isCheckpointDue() const;
    /// Somebody looks things up while much is written: the next move is of a smaller log, so that they wait less for
    /// it.
    void checkpointEarly() { m_checkpointsEarly = true; }
    [[nodiscard]] StoreCheck check();
    /// The file was found to be damaged: nothing is moved into it any more, and the next opening rebuilds the store.
    void noteDamage(const Problem &problem) { noteFailure(problem); }

    /// Anything but Same: this store must not send before it has a new epoch (sync.md rule 29). Stays so over restarts.
    [[nodiscard]] StoreOrigin origin() const { return m_origin; }
    /// It is not the store that its device knows: from now on it has a register of its own and a claim for an epoch.
    /// Before enrolment it becomes another device.
    [[nodiscard]] Result<void> becomeAnother(StoreOrigin origin);
    /// The epoch that the platform gave it: what is unsent goes under it, from sequence 1.
    [[nodiscard]] Result<void> take(const EpochGiven &given);
    /// The same at another place: what the platform has for it is read anew beside what is here (ADR 046).
    [[nodiscard]] Result<void> move(const EpochGiven &given, const Location &location);

private:
    /// Who practises; nobody is signed in before the device is enrolled.
    struct Practice {
        std::optional<PersonId> person;
    };

    void tellUnfit(const SettingValues &settings);
    /// Opens the database for writing; a damaged one is rebuilt first (sync.md rule 27).
    [[nodiscard]] static Result<std::unique_ptr<LocalStore>> openOnce(const OpenRequest &request, Clock &clock,
                                                                      Randomness &randomness, Disk &disk);
    [[nodiscard]] static Result<std::unique_ptr<Database>> openDatabase(const QString &path,
                                                                        const std::optional<BootRecord> &record,
                                                                        Clock &clock, Disk &disk,
                                                                        std::optional<RecoveryReport> &recovered);

    LocalStore(std::unique_ptr<Database> database, std::unique_ptr<FileLock> lock, Clock &clock, Randomness &randomness,
               Disk &disk);
    [[nodiscard]] static Problem readOnlyProblem();
    [[nodiscard]] static Problem notRecordedProblem();
    /// Opens the store for writing, which brings it to this version, and closes it.
    [[nodiscard]] static Result<void> upgrade(const OpenRequest &request, Clock &clock, Randomness &randomness,
                                              Disk &disk);
    /// Writes down who approved it, where that is what makes it allowed.
    [[nodiscard]] Result<void> requireRight(Operation &operation, const Sale *sale = nullptr);
    [[nodiscard]] Result<void> requireRight(Operation &operation, const Demand &demand);
    /// With the rights that hold as long after the last word of the platform as it is now.
    [[nodiscard]] Person holding(const Person &person);
    void wantApproval(const Operation &operation, const Demand &demand, const Answerable &people);
    /// Nothing when the key file is gone: that is no reason to refuse a sale.
    [[nodiscard]] std::optional<SigningKey> keyForJournal();
    [[nodiscard]] Result<void> requirePermission(std::optional<Permission> permission);
    /// The question about it is kept once the transaction in hand was undone.
    [[nodiscard]] Result<void> countDeletion(const Operation &operation);
    void keepAskedHere();
    [[nodiscard]] std::optional<DeletionQuestion> deletionQuestion();
    template<class Work>
    auto inTransaction(Work &work) -> std::invoke_result_t<Work>
    {
        Transaction transaction(*m_database);
        auto result = work();
        if (!result) {
            forgetUndone();
            return result;
        }
        commit(transaction);
        afterCommit();
        return result;
    }
    void beforeWrite();
    void commit(Transaction &transaction);
    /// Whether the operations of the transaction in hand are in the file, durably. Throws StorageFailure.
    [[nodiscard]] bool findCommitted(bool wasFull);
    /// Between two transactions: operation journal, copies of before upgrades, and the database's log.
    void eraseBesideRows();
    [[nodiscard]] Result<void> eraseFromFiles();
    void forgetUndone();
    void noteFailure(const Problem &problem);
    void afterCommit();
    [[nodiscard]] Result<void> prepare(const OpenRequest &request, const std::optional<BootRecord> &record);
    [[nodiscard]] Result<void> openJournal();
    /// Adds what the disk had no room for, as soon as it has.
    void catchUpJournal();
    /// After a migration: every pending operation is laid over the server's copies anew.
    void rebaseAll();
    /// Rows of the feed that an earlier version could not read: perhaps this one can.
    void readAgain();
    [[nodiscard]] std::int64_t feedEpoch();
    /// The claim for an epoch that the platform has not answered yet, as far as this store knows.
    [[nodiscard]] std::optional<EpochClaim> unansweredClaim();
    /// Compares the store with what the last program left, and remembers what it finds.
    [[nodiscard]] Result<void> keepOrigin(const std::optional<BootRecord> &record);
    [[nodiscard]] std::optional<Problem> warning();
    [[nodiscard]] std::optional<Problem> originWarning();
    [[nodiscard]] QList<KeptRow> placeRows(const DeviceRow &device);
    [[nodiscard]] BootRecord bootRecord();
    /// Writes it when something in it is new: two syncs, so never within a sale.
    [[nodiscard]] Result<void> keepBootRecord();

    Clock &m_clock;
    Randomness &m_randomness;
    Disk &m_disk;
    std::unique_ptr<FileLock> m_lock; // outlives the connection
    std::unique_ptr<Database> m_database;
    EntityRows m_rows;
    LocalAggregates m_aggregates;
    OperationQueue m_queue;
    DeviceRows m_deviceRows;
    AuditorsJournal m_auditors;
    Recorder m_recorder;
    std::optional<EmergencyJournal> m_journal;
    std::optional<Place> m_place;
    QStringList m_toldSettings; ///< whose values do not fit this version, as the log was told
    std::optional<Approval> m_approval;
    std::optional<ApprovalRequest> m_wantedApproval;
    std::optional<Practice> m_training;
    std::optional<UtcTime> m_syncedAt;      ///< since the store was opened
    std::optional<UtcTime> m_savedSyncedAt; ///< the one in the file, as far as it was written since then
    std::optional<DiskReserve> m_reserve;
    StoreOrigin m_origin = StoreOrigin::Same;
    std::optional<BootRecord> m_record; ///< as it was written last; nothing before the store was prepared
    bool m_isBehindJournal = false;
    bool m_lacksLines = false;   ///< the disk was full as a line was to be added to the operation journal
    bool m_isLogInDoubt = false; ///< nothing may be written before the log was moved into the database file
    bool m_isDamaged = false;
    bool m_erasesFiles = false;      ///< operations became marks, and the journal still has their words
    bool m_erasesLog = false;        ///< so has the log of the database
    bool m_checkpointsEarly = false; ///< once
    std::optional<Problem> m_warning;
    std::optional<DeletionQuestion> m_askedHere; ///< in the transaction in hand, which is undone for it
    qsizetype m_recordedBeforeRow = 0;
};

} // namespace crema::sync
