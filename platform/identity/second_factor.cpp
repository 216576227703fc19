// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/second_factor.h"

#include "models/people/authenticator_rule.h"
#include "models/security/tokens.h"
#include "models/security/totp.h"
#include "platform/company/config_service.h"
#include "platform/identity/secret_places.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

const auto issuer = QStringLiteral("Crema");

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::SecondFactor", text);
}

struct StoredTotp {
    QByteArray secret;
    bool isConfirmed = false;
    std::int64_t lastStep = 0;
    UtcTime offeredAt;
};

std::optional<StoredTotp> lockTotp(Transaction &transaction, PersonId person)
{
    const Rows rows = transaction.run("identity/lock_totp", {person});
    if (rows.isEmpty())
        return std::nullopt;
    const QByteArray secret = fromSecretColumn(transaction.connection().secrets(), rows.bytes(0, 0), totpPlace(person));
    return StoredTotp{secret, rows.boolean(0, 1), rows.number(0, 2), UtcTime(rows.number(0, 3))};
}

/// The step of the code, unless it or a later one was used.
std::optional<std::int64_t> freshStep(const StoredTotp &totp, const QString &code, UtcTime now)
{
    const std::optional<std::int64_t> step = matchingTotpStep(totp.secret, code, now);
    return step && *step > totp.lastStep ? step : std::nullopt;
}

Problem alreadyEnrolled()
{
    return {ProblemKind::Conflict,
            QStringLiteral("totp.enrolled"),
            tr("An authenticator is set up already."),
            tr("An administrator removes it: crema-platform user remove-totp."),
            {}};
}

} // namespace

Problem wrongCode()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.wrong_code"),
            tr("This code does not fit."),
            tr("Take the code that the authenticator shows now; each counts once. A recovery code works too."),
            {}};
}

FactorVerdict useSecondFactor(Transaction &transaction, PersonId person, const QString &code, UtcTime now)
{
    const std::optional<StoredTotp> totp = lockTotp(transaction, person);
    if (!totp || !totp->isConfirmed)
        return FactorVerdict::NotNeeded;
    if (code.isEmpty())
        return FactorVerdict::Missing;
    if (const std::optional<std::int64_t> step = freshStep(*totp, code, now)) {
        transaction.run("identity/use_totp_step", {person, *step});
        return FactorVerdict::Fits;
    }
    const Params recovery{person, Param::bytes(oneTimeCodeHash(code)), now};
    return transaction.run("identity/use_recovery_code", recovery).affected() == 1 ? FactorVerdict::FitsRecovery
                                                                                   : FactorVerdict::Wrong;
}

Result<TotpOffer> offerTotp(Transaction &transaction, const Person &person, UtcTime now, Randomness &randomness)
{
    // Whatever nobody confirmed in time is a secret that lies about.
    transaction.run("identity/delete_old_totp_offers", {now.plusMs(-totpOfferLifetimeMs)});
    const QByteArray secret = randomBytes(totpSecretLength, randomness);
    const QByteArray stored =
        toSecretColumn(transaction.connection().secrets(), secret, totpPlace(person.id), randomness);
    if (transaction.run("identity/save_totp", {person.id, Param::bytes(stored), now}).affected() == 0)
        return failure(alreadyEnrolled());
    return TotpOffer{toBase32(secret), totpUri(issuer, person.email, secret)};
}

Result<QStringList> confirmTotp(Transaction &transaction, PersonId person, const QString &code, UtcTime now,
                                Randomness &randomness)
{
    const std::optional<StoredTotp> totp = lockTotp(transaction, person);
    const bool isOver = totp && !totp->isConfirmed && totp->offeredAt.plusMs(totpOfferLifetimeMs) <= now;
    if (!totp || isOver) {
        return failure(ProblemKind::Conflict, QStringLiteral("totp.not_offered"),
                       tr("No authenticator waits to be confirmed."), tr("Begin to set one up."));
    }
    if (totp->isConfirmed)
        return failure(alreadyEnrolled());
    const std::optional<std::int64_t> step = freshStep(*totp, code, now);
    if (!step)
        return failure(wrongCode());
    transaction.run("identity/confirm_totp", {person, now, *step});
    QStringList codes;
    for (int i = 0; i < recoveryCodeCount; ++i) {
        codes.append(makeLongOneTimeCode(randomness));
        transaction.run("identity/save_recovery_code", {person, Param::bytes(oneTimeCodeHash(codes.last()))});
    }
    return codes;
}

bool mustSetUpTotp(Transaction &transaction, const Person &person)
{
    return needsAuthenticator(person, loadSettings(transaction)) &&
           transaction.run("identity/find_totp", {person.id}).isEmpty();
}

bool removeTotp(Transaction &transaction, PersonId person)
{
    return transaction.run("identity/delete_totp", {person}).affected() == 1;
}

} // namespace crema::platform
