// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/people/person.h"
#include "platform/database/transaction.h"

#include <QStringList>

namespace crema::platform {

/// The one-time codes that somebody shows beside their password, once they have enrolled an authenticator app
/// (RFC 6238, models/security/totp.h). All of it locks the person's secret, so that no code counts twice, also when it
/// is sent to two nodes at once.
enum class FactorVerdict {
    NotNeeded, ///< the person has no authenticator
    Fits,
    FitsRecovery, ///< a recovery code, which is gone now
    Missing,
    Wrong, ///< also one that was used before
};

/// What an authenticator app takes in.
struct TotpOffer {
    QString secret; ///< Base32, to type
    QString uri;    ///< for a QR code
};

inline constexpr int recoveryCodeCount = 10;
/// So long a secret that was offered waits for its first code.
inline constexpr std::int64_t totpOfferLifetimeMs = 10ll * 60 * 1000;

/// `code` is one of the app or a recovery code; what fits is used up.
[[nodiscard]] FactorVerdict useSecondFactor(Transaction &transaction, PersonId person, const QString &code,
                                            UtcTime now);

/// A new secret, which counts once it is confirmed. Takes away what others did not confirm in time. Errors:
/// `totp.enrolled`.
[[nodiscard]] Result<TotpOffer> offerTotp(Transaction &transaction, const Person &person, UtcTime now,
                                          Randomness &randomness);

/// Confirms it with a code of the app, and gives the recovery codes: nobody reads them again. Errors:
/// `totp.not_offered`, `totp.enrolled`, `auth.wrong_code`.
[[nodiscard]] Result<QStringList> confirmTotp(Transaction &transaction, PersonId person, const QString &code,
                                              UtcTime now, Randomness &randomness);

/// Whether the shop asks this person for an authenticator, and they have none yet: nothing else is open to them then.
[[nodiscard]] bool mustSetUpTotp(Transaction &transaction, const Person &person);

/// Whether there was one.
bool removeTotp(Transaction &transaction, PersonId person);

/// `auth.wrong_code`.
[[nodiscard]] Problem wrongCode();

} // namespace crema::platform
