// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/device_health.h"
#include "models/feed/checkpoint.h"
#include "models/feed/feed_row.h"
#include "models/feed/snapshot_chunk.h"
#include "models/operations/envelope.h"
#include "sync/seams/network.h"
#include "tests/sync/shop.h"

#include <coroutine>
#include <deque>

namespace crema::sync::testing {

/// Answers at the transport seam like a platform that applies everything and keeps a feed. Only for what the client
/// makes of answers; the real platform is tested end to end.
class FakePlatform final : public HttpTransport
{
public:
    explicit FakePlatform(const Shop &shop) : m_shop(shop) {}
    ~FakePlatform() override { releaseHeld(); }

    [[nodiscard]] QCoro::Task<Result<HttpAnswer>> send(HttpRequest request) override;

    /// The next request gets this instead of the platform's answer; with `afterwards` the platform handles it first and
    /// only its answer is lost.
    struct Fault {
        std::optional<HttpAnswer> answer; ///< nothing: no answer at all
        bool afterwards = false;
        QString path;                        ///< only for requests whose path ends like this
        bool held = false;                   ///< the answer comes with releaseHeld() only
        std::optional<Problem> problem = {}; ///< why there is no answer, when not for silence
    };
    std::deque<Fault> faults;
    void releaseHeld();
    /// Has the last word on what the platform answers to a request of this path.
    std::function<HttpAnswer(const QString &path, const HttpAnswer &answer)> tamper;
    /// Something that happens on the platform when the next page is asked for; a push that got lost is taken then.
    std::function<void()> late;
    /// Answers an operation with something else than applied.
    std::function<std::optional<Acknowledgement>(const Operation &)> judge;

    /// Whether a claim for an epoch is answered; when not, the answer is lost.
    std::function<bool(const QJsonObject &claim)> judgeClaim;
    /// Answers entries of the auditor's journal; without it they are refused, as by an earlier version.
    std::function<HttpAnswer(const QByteArray &body)> countersigns;

    /// Without an entity it is one that is gone.
    void addToFeed(const QString &type, const QUuid &id, const QJsonObject &entity);
    /// What was gone is there again as it was.
    void takeBackDeletions()
    {
        m_feed.removeIf([](const FeedRow &row) { return row.deleted; });
    }

    /// Forgets which sequences were taken, as after a restore from a backup.
    void loseReceipts()
    {
        m_receipts.clear();
        operations.clear();
    }

    /// Tombstones leave the feed; who has not read them is told that the cursor is too old (sync.md rule 13).
    void dropTombstones();

    /// Is put back to where it had taken so many sequences and had so many rows, under a new epoch.
    void restore(std::int64_t sequences, qsizetype rows);
    /// Its feed goes on under this epoch.
    void renumber(std::int64_t epoch);

    /// Another store has sent this operation, and the newest row of the feed holds it.
    void takeElsewhere(OperationId operation);

    /// Where the newest row of the feed stands.
    [[nodiscard]] Cursor newest() const { return m_feed.last().cursor; }

    /// The last sequence that was taken.
    [[nodiscard]] std::int64_t highestSequence() const { return m_receipts.size(); }

    QList<Operation> operations; ///< applied, each once, in order
    QList<qsizetype> batchSizes;
    QList<QJsonObject> mailedReceipts; ///< what was asked for, in order
    bool isMailRefused = false;
    QList<DeviceHealth> reports; ///< what the device told about itself, in order
    DeviceList devices;          ///< answered to whoever manages them
    QList<int> limits;           ///< of rows, asked for with each pull
    qsizetype maxBatch = PushRequest::maxOperations;
    std::int64_t feedEpoch = 1;
    bool expectsGaplessly = false;            ///< a sequence above the next one is answered with `sync.gap`
    std::optional<std::int64_t> dateOffsetMs; ///< of the `Date` in its answers; nothing: they have none
    bool isShutOut = false;                   ///< this device, until it is let in with "K7QP-3M2X"
    int pageSize = 100;
    /// Snapshots hold what is in the feed; else they are cut at its beginning, so that the feed brings everything.
    bool hasSnapshots = false;
    int chunkSize = 100;
    bool hasCheckpoints = false; ///< else it is an earlier version
    QStringList differing;       ///< what each question for a checkpoint said is different; empty: nothing yet
    Cursor oldest = {};          ///< what comes before it is too old
    std::int64_t lastEpoch = 0;  ///< of the last operation that came
    int requests = 0;            ///< but those about the auditor's journal and checkpoints
    /// Rows from here on are there and not told yet: an earlier transaction is still running.
    std::optional<Cursor> heldBackFrom = {};

private:
    [[nodiscard]] HttpAnswer answer(const HttpRequest &request);
    [[nodiscard]] HttpAnswer push(const QByteArray &body);
    [[nodiscard]] HttpAnswer knownReceipts(const QUrl &url, const QByteArray &body) const;
    [[nodiscard]] HttpAnswer pull(const QUrl &url) const;
    [[nodiscard]] HttpAnswer checkpoint(const QUrl &url);
    [[nodiscard]] HttpAnswer snapshot(const QUrl &url) const;
    [[nodiscard]] std::optional<HttpAnswer> refusalOf(const Cursor &asked) const;
    [[nodiscard]] Acknowledgement take(const Envelope &envelope);

    Shop m_shop;
    QByteArray m_lostPush; ///< the last one that a fault kept from the platform
    QList<FeedRow> m_feed;
    QHash<std::int64_t, Acknowledgement> m_receipts;
    QHash<OperationId, Acknowledgement> m_elsewhere; ///< what the device's own stream did not bring
    std::deque<std::coroutine_handle<>> m_held;
};

/// With the hash that comes with it.
[[nodiscard]] HttpAnswer chunkAnswer(const SnapshotChunk &chunk);
[[nodiscard]] HttpAnswer jsonAnswer(const QByteArray &body, int status = 200);
[[nodiscard]] HttpAnswer problemAnswer(int status, const QString &code);
/// 409 with the number that is expected.
[[nodiscard]] HttpAnswer gapAnswer(std::int64_t expected);

} // namespace crema::sync::testing
