// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_fields.h"

#include <array>

namespace crema {

/// Why a device was shut out.
enum class ShutOutReason {
    Lost,
    Stolen,
    Broken,
    Sold,
    Unused, ///< nobody needs it any more, or it was a try
};

inline constexpr std::array allShutOutReasons{ShutOutReason::Lost, ShutOutReason::Stolen, ShutOutReason::Broken,
                                              ShutOutReason::Sold, ShutOutReason::Unused};

/// What has arrived from one store of a device; a device has one for each epoch that it was given.
struct ArrivedStore {
    std::int64_t epoch = 1;
    QString registerCode;            ///< "2", of the register that the store sells under
    std::int64_t arrived = 0;        ///< everything up to this operation is on the platform; 0: nothing is
    std::int64_t journalEntries = 0; ///< of its auditor's journal that the platform countersigned
    QString journalHash;             ///< of the last one of them, in hexadecimal digits; empty where there is none
    bool shiftIsOpen = false;        ///< on its register, as far as has arrived

    friend bool operator==(const ArrivedStore &, const ArrivedStore &) = default;
};

/// That a device was shut out, and what is here of its work. What it did beyond that is on its disk only.
struct ShutOut {
    UtcTime at;
    std::optional<ShutOutReason> reason; ///< nothing: none was given
    QList<ArrivedStore> stores;          ///< in the order in which they came to be

    friend bool operator==(const ShutOut &, const ShutOut &) = default;
};

/// Whether the device that somebody works at may be the one that is shut out.
enum class ThisDevice { Kept, Meant };

/// A one-time code that lets a device in, for the first time or again.
struct DeviceCode {
    static constexpr qsizetype longest = 40;

    QString code; ///< "K7QP-3M2X"
    UtcTime expiresAt;

    friend bool operator==(const DeviceCode &, const DeviceCode &) = default;
};

/// Of a device, in UTF-16 units.
inline constexpr qsizetype longestDeviceName = 100;

/// What was typed, without spaces around it. Errors: `device.name` with the field `name`.
[[nodiscard]] Result<QString> checkedDeviceName(const QString &typed);

/// "lost".
[[nodiscard]] QString shutOutReasonText(ShutOutReason reason);
[[nodiscard]] std::optional<ShutOutReason> shutOutReasonFromText(QStringView text);

namespace codec {

[[nodiscard]] QJsonArray toJson(const QList<ArrivedStore> &stores);
[[nodiscard]] QJsonObject toJson(const ShutOut &shutOut);
/// What is wrong is added to `fields`. A reason of a later version is as if none were given.
[[nodiscard]] ShutOut readShutOut(JsonFields &fields);
[[nodiscard]] QJsonObject toJson(const DeviceCode &code);
/// Errors: `network.unreadable`.
[[nodiscard]] Result<DeviceCode> readDeviceCode(const QJsonObject &json);

} // namespace codec
} // namespace crema
