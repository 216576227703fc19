// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/devices/shut_out.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace crema {

/// What a device tells the platform about itself from time to time: its newest state, not an operation. Moments are
/// told as ages in milliseconds, because the wall clock of a till is not trusted (sync.md rule 23); the platform counts
/// them back from when it received the report.
struct DeviceHealth {
    /// A report is never longer, so that a device costs the platform a bounded amount.
    static constexpr qsizetype maxBytes = 4'096;

    QUuid boot; ///< together with monotonicMs: which of two reports is the newer one
    std::int64_t monotonicMs = 0;
    QString version;                             ///< of the program
    int storeFormat = 0;                         ///< number of the newest migration of its store
    std::int64_t waiting = 0;                    ///< operations that the platform has not answered
    std::int64_t waitingSales = 0;               ///< sales among them
    std::optional<std::int64_t> oldestWaitingMs; ///< age of the oldest of them
    std::int64_t needsAttention = 0;             ///< a person has to decide
    std::int64_t refused = 0;                    ///< refused by the platform and not settled, among those
    std::optional<std::int64_t> sentAgoMs;   ///< since operations were last taken; nothing: not since it was started
    std::optional<std::int64_t> syncedAgoMs; ///< since everything was last sent and fetched
    std::int64_t clockOffsetMs = 0;          ///< platform time − time of the device
    std::int64_t storeBytes = 0;
    std::optional<std::int64_t> freeBytes;    ///< on the disk of the store; nothing where it is not known
    bool diskIsLow = false;                   ///< the till warns before it takes money (sync.md rule 28)
    std::optional<std::int64_t> checkedAgoMs; ///< since the store was last checked
    int addresses = 1;                        ///< of the platform that it knows
    int openBreakers = 0;                     ///< addresses among them that it passes over
    std::int64_t roundMs = 0;                 ///< how long the last round of sending and fetching took
    std::int64_t longestRoundMs = 0;          ///< since the report before
    std::int64_t rounds = 0;                  ///< since the report before
    std::int64_t stoppedRounds = 0;           ///< among them: ended early
    QJsonObject unknown = {};                 ///< members of a later version, kept and sent back (sync.md rule 24)

    friend bool operator==(const DeviceHealth &, const DeviceHealth &) = default;
};

/// An enrolled device as the platform knows it, with the newest of what it told.
struct DeviceStanding {
    DeviceId device;
    QString name; ///< as it was given at enrolment: "Counter"
    LocationId location;
    QString locationCode;
    QString locationName;
    QString registerCode;
    UtcTime enrolledAt;
    std::optional<UtcTime> heardAt; ///< by the platform's clock; nothing: never
    std::optional<DeviceHealth> health;
    std::optional<ShutOut> shutOut = std::nullopt; ///< it is not let in any more
    QString movesTo = {}; ///< name of the location that it goes to next (ADR 046); empty: it stays

    friend bool operator==(const DeviceStanding &, const DeviceStanding &) = default;
};

/// The answer to `GET /api/v1/devices/health`.
struct DeviceList {
    UtcTime at; ///< when the platform looked, by its clock
    QList<DeviceStanding> devices;
    bool isOfDevice = false; ///< of the device's own place only: more is told to who signs in by password

    friend bool operator==(const DeviceList &, const DeviceList &) = default;
};

namespace codec {

[[nodiscard]] QJsonObject toJson(const DeviceHealth &health);
/// Errors: `health.malformed` with the fields.
[[nodiscard]] Result<DeviceHealth> readDeviceHealth(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const DeviceStanding &standing);
[[nodiscard]] QJsonObject toJson(const DeviceList &list);
/// Errors: `health.malformed` with the fields.
[[nodiscard]] Result<DeviceList> readDeviceList(const QJsonObject &json);

} // namespace codec
} // namespace crema
