// SPDX-License-Identifier: GPL-3.0-or-later
// Badges (ADR 043): made and taken away by who manages people, and scanned to sign in without the platform.
#include "models/operations/refusals.h"
#include "sync/client/client_private.h"
#include "sync/client/failed_attempts.h"
#include "sync/store/people_recording.h"

namespace crema::sync {
namespace {

Problem unknownBadge()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.unknown_badge"),
            Client::tr("This badge is nobody's here."),
            Client::tr("Sign in with your PIN, and let a new badge be made."),
            {}};
}

Problem tooManyBadges(std::int64_t waitMs)
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.too_many_badges"),
            Client::tr("Unknown badges were scanned too often; one can be tried again in %1 seconds.")
                .arg((waitMs + 999) / 1'000),
            Client::tr("Wait, or sign in with your PIN."),
            {}};
}

Result<Person> personAt(LocalStore &local, PersonId id)
{
    const auto person = local.rows().person(id);
    return person ? Result<Person>(*person) : Result<Person>(failure(*subjectIsGone().problem));
}

/// Of those who may sign in at this place, as the list that a PIN is chosen from. A badge of two people, which only
/// somebody who tampers makes, is nobody's.
std::optional<Person> ownerHere(LocalStore &local, const QString &scanned)
{
    const std::optional<QString> code = badgeCodeIn(scanned);
    if (!code)
        return std::nullopt;
    const QString hash = badgeHash(*code);
    const std::optional<LocationId> here = local.location();
    QList<Person> owners = peopleOf(local);
    owners.removeIf([&](const Person &person) {
        const bool isHere = person.locations.isEmpty() || (here && person.locations.contains(*here));
        return person.badgeHash != hash || !person.active || !isHere;
    });
    return owners.size() == 1 ? std::optional(owners.first()) : std::nullopt;
}

/// Counts the attempt in one transaction and signs in in the same: answers what to tell the person.
Result<Result<Person>> tryBadge(LocalStore &local, const QString &scanned)
{
    FailedAttempts attempts = FailedAttempts::ofBadges(local);
    if (const std::int64_t wait = attempts.waitMs(); wait > 0)
        return Result<Person>(failure(tooManyBadges(wait)));
    const std::optional<Person> owner = ownerHere(local, scanned);
    if (!owner) {
        attempts.add();
        return Result<Person>(failure(unknownBadge()));
    }
    attempts.forget();
    local.device().setPerson(owner->id);
    local.forgetPlace();
    return Result<Person>(*owner);
}

} // namespace

QCoro::Task<Result<Person>> Client::switchByBadge(QString scanned)
{
    const auto self = d;
    auto pending = Private::write(self, [scanned](LocalStore &local) { return tryBadge(local, scanned); });
    const auto answer = co_await pending;
    if (!answer)
        co_return failure(answer.error());
    // As after a PIN: what the one before had at the platform is not for who is here now.
    const bool isOther =
        *answer && self->platform && self->platform->personHere() && self->platform->personHere() != (*answer)->id;
    if (isOther)
        self->platform->leave();
    co_return *answer;
}

QCoro::Task<Result<IssuedBadge>> Client::makeBadge(PersonId person)
{
    return Private::write(d, [person](LocalStore &local) -> Result<IssuedBadge> {
        const QString code = makeBadgeCode(local.randomness());
        if (const Result<void> made = recordBadge(local, person, badgeHash(code)); !made)
            return failure(made.error());
        const Result<Person> owner = personAt(local, person);
        if (!owner)
            return failure(owner.error());
        return IssuedBadge{*owner, code};
    });
}

QCoro::Task<Result<Person>> Client::takeBadge(PersonId person)
{
    return Private::write(d, [person](LocalStore &local) -> Result<Person> {
        if (const Result<void> taken = recordBadge(local, person, {}); !taken)
            return failure(taken.error());
        return personAt(local, person);
    });
}

} // namespace crema::sync
