// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/people/person.h"
#include "platform/database/connection_pool.h"
#include "platform/database/transaction.h"
#include "platform/identity/attempt_backoff.h"
#include "platform/identity/hashing_gate.h"
#include "platform/identity/second_factor.h"

#include <mutex>

namespace crema::platform {

/// Who wants to sign in, and from where.
struct SignInAttempt {
    QString email;
    QString password;
    DeviceId device;
    QString remoteAddress;
    QString code;                        ///< of an authenticator app, or a recovery code; empty: none was given
    std::optional<QUuid> requestId = {}; ///< of the call; the audit trail tells it
};

/// Signs people in by address and password, and by a code where they have an authenticator. An unknown account takes as
/// long as a wrong password. Whoever guesses waits longer and longer, but nobody is locked out: a person's failures on
/// a device where they signed in before count apart from those made elsewhere, so that a stranger cannot keep them from
/// their till. The audit trail tells of failures when a wait becomes longer, not of each one. Any thread may use it.
class SignIn
{
public:
    /// Why somebody is not let in, and when to try again.
    struct Refusal {
        Problem problem;
        std::int64_t retryAfterMs = 0; ///< 0: no need to wait
    };
    template<class T>
    using Answer = tl::expected<T, Refusal>;

    /// Who has shown the right password, and the moment at which it was set.
    struct Shown {
        Person person;
        QString passwordSetAt; ///< as the database writes it
    };

    /// All outlive this, but for `makeBackoff`.
    SignIn(ConnectionPool &pool, const Clock &clock, Randomness &randomness,
           const MakeAttemptBackoff &makeBackoff = &makeProcessBackoff);

    /// Problems: `auth.wrong_credentials`, `auth.code_needed` (the password is right, and the person has an
    /// authenticator), `auth.wrong_code`, `request.rate_limited`, `auth.busy`.
    [[nodiscard]] Answer<Shown> signIn(const SignInAttempt &attempt);
    /// The password alone, of somebody who is signed in and asks for something that matters: `attempt.code` counts for
    /// nothing. Problems: the same without those about codes.
    [[nodiscard]] Answer<Shown> provePassword(const SignInAttempt &attempt);
    /// The hash of a password that is to be set, made where all are: no more at a time than sign-ins. Problems:
    /// `auth.busy`.
    [[nodiscard]] Answer<QString> hash(const QString &password);
    /// Inside the transaction that follows from it: whether the password, the person and the device are still the ones
    /// that were shown. They stay so until the end.
    [[nodiscard]] static bool hold(Transaction &transaction, const Shown &shown, DeviceId device);
    /// For codes that are shown by who is signed in already: how long whoever guesses has to wait, 0 for not.
    [[nodiscard]] Answer<void> mayShowCode(const SignInAttempt &attempt);
    void noteWrongCode(const SignInAttempt &attempt, PersonId person);
    /// `auth.wrong_credentials`.
    [[nodiscard]] static Refusal refusal();

private:
    struct Account {
        bool isKnown = false;
        Person person;
        QString hash;
        bool isOwnDevice = false;
        QString setAt;
    };

    /// Who has shown the right password, and under which name their failures count.
    struct Proven {
        Account account;
        QString key;
    };

    [[nodiscard]] Answer<Proven> prove(const SignInAttempt &attempt);
    /// What fits is used up, and a recovery code told in the audit trail.
    [[nodiscard]] FactorVerdict showCode(const SignInAttempt &attempt, PersonId person);
    [[nodiscard]] Answer<Shown> proveCode(const SignInAttempt &attempt, const Proven &proven);
    [[nodiscard]] Account find(const SignInAttempt &attempt);
    [[nodiscard]] std::int64_t waitMs(const SignInAttempt &attempt);
    /// `person`: null where nobody has the address.
    void addFailure(const SignInAttempt &attempt, const QString &account, PersonId person);
    void noteFailures(const SignInAttempt &attempt, PersonId person, int failures);
    /// A hash with weaker parameters than today's is replaced while the password is at hand.
    void raiseHash(const Account &account, const QString &password);
    [[nodiscard]] const QString &unknownHash();

    ConnectionPool &m_pool;
    const Clock &m_clock;
    Randomness &m_randomness;
    std::once_flag m_unknownHashMade;
    QString m_unknownHash; ///< of a password that nobody has: an unknown account takes as long as a known one
    HashingGate m_gate;
    /// Also by account and device, for devices on which the person signed in before.
    std::unique_ptr<AttemptBackoff> m_byAccount;
    std::unique_ptr<AttemptBackoff> m_byDevice;
    std::unique_ptr<AttemptBackoff> m_byAddress;
};

/// `request.rate_limited`, as every limited route answers it: try again after so many milliseconds.
[[nodiscard]] Problem tooManyAttempts(std::int64_t waitMs);

} // namespace crema::platform
