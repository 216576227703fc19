// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/operations/envelope.h"
#include "platform/sync/unit_of_work.h"

#include <QHash>

#include <functional>
#include <memory>

namespace crema::platform {

/// What a push did, and what has to be told to the outside after its commit.
struct PushOutcome {
    PushAnswer answer;
    int reusedIds = 0;
    int reviews = 0;
};

/// Takes batches of operations. Each is one transaction, or as many as its rows in the feed need (sync.md rule 11);
/// when one fails for good, the operations go one by one, and one that storage never takes is kept whole as a dead
/// letter (rule 7). What waited for any of them is judged again in transactions of its own after their commit, so that
/// two devices that bring cause and dependant at the same moment do not miss each other (rule 5).
class Push
{
public:
    using MakeUnit = std::function<std::unique_ptr<UnitOfWork>()>;

    /// `makeUnit` begins a transaction.
    explicit Push(MakeUnit makeUnit) : m_makeUnit(std::move(makeUnit)) {}

    /// `audiences` are those of the device; `feedEpoch` is the one of the feed that it has read, when it says so: what
    /// came before may be missing here otherwise, and the device asks about that before it sends on (sync.md rule 12).
    /// Errors: `sync.cursor_epoch`, `sync.other_device`, `sync.mixed_epochs`, `sync.gap` (field
    /// `expected` holds the number), `sync.old_term`, `sync.sequence_reused`, `device.revoked`. Storage failures are
    /// thrown.
    [[nodiscard]] Result<PushOutcome> take(const PushRequest &request, DeviceId device, const QStringList &audiences,
                                           UtcTime now, std::optional<std::int64_t> feedEpoch = std::nullopt) const;

    /// Judges again what still waits for something that took effect long ago; once at the start of a platform, which
    /// may have been ended between a commit and the look at its dependants. Storage failures are thrown.
    void releaseOverdue(UtcTime now) const;

private:
    struct Call {
        QList<Envelope> envelopes;
        QStringList audiences;
        UtcTime now;
        std::optional<std::int64_t> feedEpoch;
    };
    struct Part {
        PushOutcome outcome;
        QList<OperationId> causes;
    };
    struct Released {
        QList<StoredOperation> operations;
        QList<OperationId> causes;
        std::optional<OperationPlace> next; ///< where the rest of those that wait begins
    };

    [[nodiscard]] Result<Part> takePart(const Call &call) const;
    /// Gives what became of those that waited.
    QHash<OperationId, Acknowledgement> release(QList<OperationId> causes, const QStringList &audiences,
                                                UtcTime now) const;
    [[nodiscard]] Released releaseSome(const QList<OperationId> &causes, const OperationPlace &place,
                                       const QStringList &audiences, UtcTime now) const;

    MakeUnit m_makeUnit;
};

} // namespace crema::platform
