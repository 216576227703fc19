// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/devices/shut_out.h"
#include "platform/database/transaction.h"
#include "platform/sync/sync_storage.h"

#include <QJsonObject>

namespace crema::platform {

/// What a device sends that was shut out and was given a code to come in again (ADR 027).
struct ReadmissionRequest {
    QString code; ///< one-time code as typed
    DeviceId device;
    QByteArray signature; ///< of the key that it enrolled with, over "crema-readmit\n" + code + "\n" + device
};

/// Errors: `request.malformed` with the fields.
[[nodiscard]] Result<ReadmissionRequest> readReadmissionRequest(const QJsonObject &json);

/// Uses up the code and lets the device in again, as what it was: with its register, its epochs and what it has not
/// sent. A device that lost the answer may ask again with the same code. Errors: `device.wrong_code` for a code that is
/// unknown, used up, too old or another device's, and for a signature that does not fit. `requestId` is told in the
/// audit trail.
[[nodiscard]] Result<void> readmit(SyncStorage &storage, const ReadmissionRequest &request, UtcTime now,
                                   std::optional<QUuid> requestId = {});

/// A new one-time code for this device, good for as long as one for enrolling.
[[nodiscard]] DeviceCode makeReadmissionCode(Transaction &transaction, DeviceId device, UtcTime now,
                                             Randomness &randomness);

} // namespace crema::platform
