// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/devices/shut_out.h"
#include "models/people/company.h"
#include "models/people/person.h"
#include "models/selling/location.h"
#include "models/selling/register.h"
#include "models/settings/shop_settings.h"
#include "platform/database/transaction.h"

#include <QByteArray>

namespace crema::platform {

/// What a device sends to become one of ours.
struct EnrolmentRequest {
    QString code; ///< one-time code as typed
    DeviceId device;
    std::int64_t epoch = 1;
    QString name;
    QByteArray publicKey; ///< Ed25519, 32 bytes
    QByteArray signature; ///< over "crema-enroll\n" + code + "\n" + device
};

struct Enrolment {
    Company company;
    Location location;
    Register registerEntry;
    Person person;
    std::int64_t feedEpoch = 0; ///< where the device begins to read
};

/// Errors: `request.malformed` with the fields.
[[nodiscard]] Result<EnrolmentRequest> readEnrolmentRequest(const QJsonObject &json);

/// Uses up the code and makes the device a register of the code's location. A device that lost the answer may ask again
/// with the same code. Errors: `device.wrong_code` for a code that is unknown, used up or too old, and for a signature
/// that does not fit; `device.revoked`; `device.id_used` for an id that another key holds. `requestId` is told in the
/// audit trail.
[[nodiscard]] Result<Enrolment> enrol(Connection &connection, const EnrolmentRequest &request, UtcTime now,
                                      Randomness &randomness, std::optional<QUuid> requestId = {});

/// How long a code can be used, as the shop has set it.
[[nodiscard]] std::int64_t codeLifetimeMs(const SettingValues &settings = {});

/// A new one-time code for a device of this location, which this person then enrols; good for as long as the shop set.
[[nodiscard]] DeviceCode makeEnrolCode(Transaction &transaction, LocationId location, PersonId person, UtcTime now,
                                       Randomness &randomness);

/// A new one-time code for a device of the location with this code ("main"), good for as long as the shop set. The
/// person is the one with `email`, else the location's first manager. `systemUser` ran the verb; the audit trail tells
/// it. Errors: `location.unknown`, `person.unknown`, `person.none`.
[[nodiscard]] Result<QString> makeEnrolCode(Connection &connection, const QString &locationCode,
                                            const std::optional<QString> &email, UtcTime now, Randomness &randomness,
                                            const QString &systemUser = {});

} // namespace crema::platform
