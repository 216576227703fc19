// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/people/person.h"
#include "models/people/person_session.h"
#include "models/settings/shop_settings.h"
#include "platform/database/transaction.h"

namespace crema::platform {

/// What keeps somebody signed in: a token that is used up by being used, and gives the next one.
struct SessionGrant {
    SessionId session;
    QByteArray refreshToken;
    UtcTime endsAt;
};

/// The same after its use, with the person as they are by now.
struct RefreshedSession {
    SessionGrant grant;
    Person person;
};

/// Why a session ended, as the audit trail says it.
enum class SessionEnd {
    SignedOut,
    SignedInAgain,
    EndedByAnother,
    Replayed,
    PasswordSet,
    PersonDisabled,
    DeviceRevoked
};

/// Sessions of people (docs/adr/032). A session belongs to one device and lasts for so long at most as the shop has
/// set, however often it is refreshed.
[[nodiscard]] std::int64_t sessionLifetimeMs(const SettingValues &settings = {});
/// So long the same device gets the same successor for a token: its reply may have gone lost.
inline constexpr std::int64_t refreshGraceMs = 30'000;

/// Ends the one that the person had on this device, which the audit trail tells, with `requestId`.
[[nodiscard]] SessionGrant beginSession(Transaction &transaction, PersonId person, DeviceId device, UtcTime now,
                                        Randomness &randomness, std::optional<QUuid> requestId = {});

/// Uses a token up. A token that was used before, or that another device brings, is in wrong hands: its session ends.
/// Errors: `session.ended` (also for a token that was made up), `session.replayed` (this use ended it). `requestId` is
/// told in the audit trail.
[[nodiscard]] Result<RefreshedSession> refreshSession(Connection &connection, const QByteArray &token, DeviceId device,
                                                      UtcTime now, Randomness &randomness,
                                                      std::optional<QUuid> requestId = {});

/// Of one person, or of everybody; at most 1,000, those that were used last.
[[nodiscard]] QList<PersonSession> listSessions(Transaction &transaction, const std::optional<PersonId> &person,
                                                UtcTime now);

/// Whose session it is; nothing when it is over or was never there.
[[nodiscard]] std::optional<PersonId> ownerOfSession(Transaction &transaction, SessionId session, UtcTime now);

/// Whether it went on till now.
bool endSession(Transaction &transaction, SessionId session, SessionEnd why, UtcTime now);
void endSessionsOf(Transaction &transaction, PersonId person, SessionEnd why, UtcTime now,
                   const std::optional<SessionId> &kept = std::nullopt);
void endSessionsOf(Transaction &transaction, DeviceId device, SessionEnd why, UtcTime now);

/// `signed_out`, `ended_by_another`, …
[[nodiscard]] QString sessionEndText(SessionEnd why);

/// `session.ended`.
[[nodiscard]] Problem sessionEnded();

/// Takes away all that somebody who was erased signed in with, and the mail that they are owed.
void eraseAccount(Transaction &transaction, PersonId person, UtcTime now);

} // namespace crema::platform
