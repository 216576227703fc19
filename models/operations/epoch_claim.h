// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/selling/register.h"

#include <QByteArray>
#include <QJsonObject>

namespace crema {

/// `POST /api/v1/devices/epoch`: a store that was copied, or put back from a backup, asks for a place of its own among
/// the stores of its device before it sends anything (sync.md rule 29). It has made the register whose receipts it
/// numbers from then on by itself, so that selling does not wait for an answer; the same claim always gets the same
/// answer.
struct EpochClaim {
    QUuid claim;
    DeviceId device;
    std::int64_t epoch = 1; ///< that it had until now
    RegisterId registerId;
    QString registerCode; ///< 1 to 12 of A-Z and 0-9
    QString registerName;
    QString reason; ///< "copied" or "restored"; "moved" when the platform asked for it (ADR 046)

    /// What the device's key signs.
    [[nodiscard]] QByteArray signedText() const;

    friend bool operator==(const EpochClaim &, const EpochClaim &) = default;
};

[[nodiscard]] QJsonObject toJson(const EpochClaim &claim);
/// Errors: `request.malformed` with the fields.
[[nodiscard]] Result<EpochClaim> readEpochClaim(const QJsonObject &json);

/// The answer to a claim.
struct EpochGiven {
    std::int64_t epoch = 1;
    std::int64_t highestSequence = 0; ///< that the platform has of this epoch: above 0 another store took this answer
    Register registerEntry;
};

[[nodiscard]] QJsonObject toJson(const EpochGiven &given);
/// Errors: `answer.malformed`.
[[nodiscard]] Result<EpochGiven> readEpochGiven(const QJsonObject &json);

} // namespace crema
