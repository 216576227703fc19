// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/sign_in.h"

#include "models/feed/entity_codec.h"
#include "models/operations/storage_failure.h"
#include "models/security/secret_hash.h"
#include "models/security/tokens.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

constexpr int accountFailures = 10;
constexpr int addressFailures = 100;
constexpr std::int64_t windowMs = 15ll * 60 * 1000;

Problem wrongCredentials()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.wrong_credentials"),
            QCoreApplication::translate("crema::platform::SignIn", "Address and password do not fit together."),
            QCoreApplication::translate("crema::platform::SignIn", "Check both, or ask a manager for a new password."),
            {}};
}

} // namespace

Problem tooManyAttempts()
{
    return {ProblemKind::Unavailable,
            QStringLiteral("request.rate_limited"),
            QCoreApplication::translate("crema::platform::SignIn", "There were too many attempts."),
            QCoreApplication::translate("crema::platform::SignIn", "Wait a quarter of an hour, then try again."),
            {}};
}

SignIn::SignIn(Randomness &randomness)
    : m_randomness(randomness), m_byAccount(accountFailures, windowMs), m_byAddress(addressFailures, windowMs)
{}

// Made at the first attempt of anybody, whether known or not: hashing is slow on purpose, and a start need not wait.
const QString &SignIn::unknownHash()
{
    std::call_once(m_unknownHashMade,
                   [this] { m_unknownHash = hashSecret(toBase64Url(randomBytes(24, m_randomness)), m_randomness); });
    return m_unknownHash;
}

Result<Person> SignIn::signIn(Connection &connection, const QString &email, const QString &password,
                              const QString &remoteAddress, std::int64_t monotonicMs)
{
    const QString account = email.toCaseFolded();
    if (!m_byAccount.allows(account, monotonicMs) || !m_byAddress.allows(remoteAddress, monotonicMs))
        return failure(tooManyAttempts());
    const Rows rows = connection.run("identity/find_credential", {email});
    const bool isKnown = !rows.isEmpty();
    const QString &hashOfNobody = unknownHash();
    const bool fits = verifySecret(password, isKnown ? rows.text(0, 1) : hashOfNobody);
    if (!isKnown || !fits) {
        m_byAccount.addFailure(account, monotonicMs);
        m_byAddress.addFailure(remoteAddress, monotonicMs);
        return failure(wrongCredentials());
    }
    m_byAccount.forget(account);
    Result<Person> person = codec::readPerson(rows.json(0, 0));
    if (!person)
        throw StorageFailure(person.error());
    return person;
}

} // namespace crema::platform
