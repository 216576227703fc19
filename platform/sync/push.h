// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/operations/envelope.h"
#include "platform/database/connection_pool.h"
#include "platform/sync/unit_of_work.h"

#include <functional>
#include <memory>

namespace crema::platform {

/// What a push did, and what has to be told to the outside after its commit.
struct PushOutcome {
    PushAnswer answer;
    int reusedIds = 0;
    int reviews = 0;
};

/// Takes batches of operations. Each is one transaction; when its commit fails for good, its operations go one by one.
class Push
{
public:
    using MakeUnit = std::function<std::unique_ptr<UnitOfWork>()>;

    /// `makeUnit` begins a transaction.
    explicit Push(MakeUnit makeUnit) : m_makeUnit(std::move(makeUnit)) {}

    /// `audiences` are those of the device. Errors: `sync.other_device`, `sync.mixed_epochs`, `sync.gap` (field
    /// `expected` holds the number), `sync.old_term`, `sync.sequence_reused`. Storage failures are thrown.
    [[nodiscard]] Result<PushOutcome> take(const PushRequest &request, DeviceId device, const QStringList &audiences,
                                           UtcTime now) const;

private:
    [[nodiscard]] Result<PushOutcome> takeAtOnce(const QList<Envelope> &envelopes, const QStringList &audiences,
                                                 UtcTime now) const;
    [[nodiscard]] Result<PushOutcome> takeOneByOne(const QList<Envelope> &envelopes, const QStringList &audiences,
                                                   UtcTime now) const;

    MakeUnit m_makeUnit;
};

} // namespace crema::platform
