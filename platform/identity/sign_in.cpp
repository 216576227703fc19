// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/sign_in.h"

#include "models/people/mail_address.h"
#include "models/security/secret_hash.h"
#include "models/security/tokens.h"
#include "platform/database/transaction.h"
#include "platform/http/response.h"
#include "platform/identity/stored_person.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::platform {
namespace {

constexpr AttemptBackoff::Shape accountShape{5, 1'000, 60'000};
constexpr AttemptBackoff::Shape deviceShape{20, 1'000, 60'000};
/// A whole shop stands behind one address.
constexpr AttemptBackoff::Shape addressShape{50, 1'000, 60'000};

Problem wrongCredentials()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.wrong_credentials"),
            QCoreApplication::translate("crema::platform::SignIn", "Address and password do not fit together."),
            QCoreApplication::translate("crema::platform::SignIn", "Check both, or ask a manager for a new password."),
            {}};
}

Problem codeNeeded()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.code_needed"),
            QCoreApplication::translate("crema::platform::SignIn", "A code of the authenticator is needed too."),
            QCoreApplication::translate("crema::platform::SignIn", "Type the six digits that it shows now."),
            {}};
}

tl::unexpected<SignIn::Refusal> refuse(const Problem &problem, std::int64_t waitMs)
{
    return tl::unexpected(SignIn::Refusal{problem, waitMs});
}

/// Under which a person's failures count on a device where they signed in before.
QString ownKeyOf(const SignInAttempt &attempt)
{
    return foldedMailAddress(attempt.email) + u'@' + attempt.device.toString();
}

/// Nobody has shown yet who they are.
AuditEntry entryOf(const SignInAttempt &attempt, const QString &action, PersonId person, UtcTime now,
                   const QJsonObject &document)
{
    const SubjectRef subject{QStringLiteral("person"), person.value()};
    return {attempt.device.value(), now, std::nullopt, action, subject, std::nullopt, document, attempt.requestId};
}

constexpr std::int64_t busyMs = 2'000;
/// One after the other makes some fifty sign-ins a second and leaves a processor of two; few enough may wait that most
/// workers of the door stay free.
constexpr int hashingPlaces = 1;
constexpr int hashingWaiters = 2;

Problem tooBusy()
{
    return {ProblemKind::Unavailable,
            QStringLiteral("auth.busy"),
            QCoreApplication::translate("crema::platform::SignIn", "Too many people sign in at this moment."),
            QCoreApplication::translate("crema::platform::SignIn", "Try again in a moment."),
            {}};
}

} // namespace

Problem tooManyAttempts(std::int64_t waitMs)
{
    const int seconds = http::retryAfter(waitMs).toInt();
    return {ProblemKind::Unavailable,
            QStringLiteral("request.rate_limited"),
            QCoreApplication::translate("crema::platform::SignIn", "There were too many attempts."),
            QCoreApplication::translate("crema::platform::SignIn", "Try again in %n second(s).", nullptr, seconds),
            {}};
}

SignIn::SignIn(ConnectionPool &pool, const Clock &clock, Randomness &randomness, const MakeAttemptBackoff &makeBackoff)
    : m_pool(pool), m_clock(clock), m_randomness(randomness), m_gate(hashingPlaces, hashingWaiters),
      m_byAccount(makeBackoff("account", accountShape)), m_byDevice(makeBackoff("device", deviceShape)),
      m_byAddress(makeBackoff("address", addressShape))
{}

// Made at the first attempt of anybody, whether known or not: hashing is slow on purpose, and a start need not wait.
const QString &SignIn::unknownHash()
{
    std::call_once(m_unknownHashMade,
                   [this] { m_unknownHash = hashSecret(toBase64Url(randomBytes(24, m_randomness)), m_randomness); });
    return m_unknownHash;
}

SignIn::Account SignIn::find(const SignInAttempt &attempt)
{
    const auto connection = m_pool.borrow();
    const Rows rows = connection->run("identity/find_credential", {attempt.email, attempt.device, m_clock.now()});
    if (rows.isEmpty())
        return {};
    return {true, storedPerson(rows, 0, 0, 4), rows.text(0, 1), rows.boolean(0, 2), rows.text(0, 3)};
}

std::int64_t SignIn::waitMs(const SignInAttempt &attempt)
{
    const std::int64_t nowMs = m_clock.monotonicMs();
    return std::max(m_byDevice->waitMs(attempt.device.toString(), nowMs),
                    m_byAddress->waitMs(attempt.remoteAddress, nowMs));
}

void SignIn::addFailure(const SignInAttempt &attempt, const QString &account, PersonId person)
{
    const std::int64_t nowMs = m_clock.monotonicMs();
    const int failures = m_byAccount->addFailure(account, nowMs);
    m_byDevice->addFailure(attempt.device.toString(), nowMs);
    m_byAddress->addFailure(attempt.remoteAddress, nowMs);
    // Of nobody as well: how long the answer takes does not tell who is known.
    if (failures > 0)
        noteFailures(attempt, person, failures);
}

void SignIn::noteFailures(const SignInAttempt &attempt, PersonId person, int failures)
{
    retrying([&] {
        const auto connection = m_pool.borrow();
        Transaction transaction(*connection);
        writeAudit(transaction, {entryOf(attempt, QStringLiteral("person.sign_in_refused"), person, m_clock.now(),
                                         {{QStringLiteral("failures"), failures}})});
        transaction.commit();
    });
}

SignIn::Answer<SignIn::Proven> SignIn::prove(const SignInAttempt &attempt)
{
    if (const std::int64_t wait = waitMs(attempt); wait > 0)
        return refuse(tooManyAttempts(wait), wait);
    const Account account = find(attempt);
    const QString key = account.isOwnDevice ? ownKeyOf(attempt) : foldedMailAddress(attempt.email);
    if (const std::int64_t wait = m_byAccount->waitMs(key, m_clock.monotonicMs()); wait > 0)
        return refuse(tooManyAttempts(wait), wait);
    std::optional<HashingGate::Place> place = m_gate.enter();
    if (!place)
        return refuse(tooBusy(), busyMs);
    const QString &hashOfNobody = unknownHash();
    const bool fits = verifySecret(attempt.password, account.isKnown ? account.hash : hashOfNobody);
    if (!account.isKnown || !fits) {
        place.reset(); // what is written now is no hashing
        addFailure(attempt, key, account.person.id);
        return refuse(wrongCredentials(), 0);
    }
    raiseHash(account, attempt.password);
    return Proven{account, key};
}

FactorVerdict SignIn::showCode(const SignInAttempt &attempt, PersonId person)
{
    return retrying([&] {
        const auto connection = m_pool.borrow();
        Transaction transaction(*connection);
        const FactorVerdict verdict = useSecondFactor(transaction, person, attempt.code, m_clock.now());
        if (verdict == FactorVerdict::FitsRecovery) {
            AuditEntry used = entryOf(attempt, QStringLiteral("person.use_recovery_code"), person, m_clock.now(), {});
            used.actor = person;
            writeAudit(transaction, {used});
        }
        transaction.commit();
        return verdict;
    });
}

SignIn::Answer<SignIn::Shown> SignIn::proveCode(const SignInAttempt &attempt, const Proven &proven)
{
    const FactorVerdict verdict = showCode(attempt, proven.account.person.id);
    switch (verdict) {
    case FactorVerdict::NotNeeded:
    case FactorVerdict::Fits:
    case FactorVerdict::FitsRecovery: return Shown{proven.account.person, proven.account.setAt};
    // No failure: who has the password is told, and asks again with a code.
    case FactorVerdict::Missing: return refuse(codeNeeded(), 0);
    case FactorVerdict::Wrong: addFailure(attempt, proven.key, proven.account.person.id); return refuse(wrongCode(), 0);
    }
    Q_UNREACHABLE();
}

SignIn::Answer<SignIn::Shown> SignIn::signIn(const SignInAttempt &attempt)
{
    const Answer<Proven> proven = prove(attempt);
    if (!proven)
        return tl::unexpected(proven.error());
    Answer<Shown> shown = proveCode(attempt, *proven);
    // Only now: a right password alone does not make guessing codes free.
    if (shown)
        m_byAccount->forget(proven->key);
    return shown;
}

SignIn::Answer<SignIn::Shown> SignIn::provePassword(const SignInAttempt &attempt)
{
    const Answer<Proven> proven = prove(attempt);
    if (!proven)
        return tl::unexpected(proven.error());
    return Shown{proven->account.person, proven->account.setAt};
}

SignIn::Answer<QString> SignIn::hash(const QString &password)
{
    const std::optional<HashingGate::Place> place = m_gate.enter();
    if (!place)
        return refuse(tooBusy(), busyMs);
    return hashSecret(password, m_randomness);
}

bool SignIn::hold(Transaction &transaction, const Shown &shown, DeviceId device)
{
    return !transaction.run("identity/hold_account", {shown.person.id, shown.passwordSetAt, device}).isEmpty();
}

SignIn::Answer<void> SignIn::mayShowCode(const SignInAttempt &attempt)
{
    const std::int64_t wait = std::max(waitMs(attempt), m_byAccount->waitMs(ownKeyOf(attempt), m_clock.monotonicMs()));
    if (wait > 0)
        return refuse(tooManyAttempts(wait), wait);
    return {};
}

void SignIn::noteWrongCode(const SignInAttempt &attempt, PersonId person)
{
    addFailure(attempt, ownKeyOf(attempt), person);
}

SignIn::Refusal SignIn::refusal()
{
    return {wrongCredentials(), 0};
}

void SignIn::raiseHash(const Account &account, const QString &password)
{
    if (!isWeakerThanNow(account.hash))
        return;
    const QString hash = hashSecret(password, m_randomness);
    m_pool.borrow()->run("identity/raise_credential", {account.person.id, account.hash, hash});
}

} // namespace crema::platform
