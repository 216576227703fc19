// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/people/person.h"
#include "platform/database/connection.h"
#include "platform/identity/attempt_limit.h"

#include <mutex>

namespace crema::platform {

/// Signs people in by address and password. An unknown account takes as long as a wrong password, and too many
/// failures of one account or from one address are answered without looking.
class SignIn
{
public:
    explicit SignIn(Randomness &randomness);

    /// Errors: `auth.wrong_credentials`, `request.rate_limited`.
    [[nodiscard]] Result<Person> signIn(Connection &connection, const QString &email, const QString &password,
                                        const QString &remoteAddress, std::int64_t monotonicMs);

private:
    [[nodiscard]] const QString &unknownHash();

    Randomness &m_randomness;
    std::once_flag m_unknownHashMade;
    QString m_unknownHash; ///< of a password that nobody has: an unknown account takes as long as a known one
    AttemptLimit m_byAccount;
    AttemptLimit m_byAddress;
};

/// `request.rate_limited`, as every limited route answers it.
[[nodiscard]] Problem tooManyAttempts();

} // namespace crema::platform
