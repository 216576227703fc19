// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_people.h"

#include "models/base/planted.h"
#include "models/operations/bodies.h"
#include "models/operations/refusals.h"
#include "models/people/badge.h"
#include "models/people/person_rules.h"
#include "models/people/role_rules.h"
#include "models/security/secret_hash.h"

#include <QCoreApplication>

namespace crema {
namespace {

const QString roleName = QStringLiteral("role");

Problem unknownRole()
{
    const QString message = QCoreApplication::translate("crema::Operation", "This role is not known here.");
    return {ProblemKind::Invalid,
            QStringLiteral("operation.malformed"),
            message,
            QCoreApplication::translate("crema::Operation", "Update the program that is older."),
            {{roleName, message}}};
}

Problem noHash()
{
    return {ProblemKind::Invalid,
            QStringLiteral("pin.hash"),
            QCoreApplication::translate("crema::Operation", "The PIN was not hashed as it has to be."),
            QCoreApplication::translate("crema::Operation", "Update the program that is older, and set the PIN anew."),
            {}};
}

Problem noBadgeHash()
{
    return {ProblemKind::Invalid,
            QStringLiteral("badge.hash"),
            QCoreApplication::translate("crema::Operation", "The badge was not hashed as it has to be."),
            QCoreApplication::translate("crema::Operation", "Update the program that is older, and make a new badge."),
            {}};
}

Problem noBadgeFor(const Person &person)
{
    return {ProblemKind::Conflict,
            QStringLiteral("badge.disabled"),
            QCoreApplication::translate("crema::Operation", "%1 is disabled and gets no badge.").arg(person.name),
            QCoreApplication::translate("crema::Operation", "Let them in again first."),
            {}};
}

/// Whether who does it may make `after` of `before`.
Result<void> checkActor(const Operation &operation, Aggregates &aggregates, MergeMode mode,
                        const std::optional<Person> &before, const Person &after)
{
    if (CREMA_PLANTED(GivesWhatIsNotHeld))
        return {};
    const auto actor = operation.actor ? aggregates.person(*operation.actor) : std::nullopt;
    if (actor)
        return checkGrant(*actor, before, after);
    return mode == MergeMode::Judge ? checkGrant(Person(), before, after) : Result<void>();
}

/// What only the platform knows.
Result<void> checkOthers(Aggregates &aggregates, MergeMode mode, const std::optional<Person> &before,
                         const Person &after)
{
    if (mode == MergeMode::Replay)
        return {};
    const auto holder = after.email.isEmpty() ? std::nullopt : aggregates.personWithEmail(after.email);
    if (holder && *holder != after.id)
        return failure(emailTakenProblem(after.email));
    const bool isDemoted = before && isActiveAdmin(*before) && !isActiveAdmin(after);
    if (isDemoted && !aggregates.hasOtherAdmin(after.id))
        return failure(lastAdminProblem());
    return {};
}

/// The person with what the role gives that they are to have, which is another one than before or the same. Of one that
/// a device does not know it assumes nothing, and it gives nothing there.
Result<Person> withRightsOfRole(Aggregates &aggregates, MergeMode mode, const std::optional<Person> &before,
                                Person after)
{
    const bool isGiven = !before || before->role != after.role;
    if (const auto builtIn = after.role.builtIn()) {
        if (isGiven)
            after.permissions = permissionsOf(*builtIn);
        return withRole(after, std::nullopt);
    }
    const auto role = aggregates.role(*after.role.own());
    if (isGiven && !role && mode == MergeMode::Judge)
        return failure(roleUnknownProblem());
    if (isGiven && role && role->retired)
        return failure(roleRetiredProblem(role->name));
    return withRole(after, role);
}

/// The person as they are to be kept.
Result<Person> acceptable(const Operation &operation, Aggregates &aggregates, MergeMode mode,
                          const std::optional<Person> &before, const Person &after)
{
    const Result<Person> checked = checkedPerson(after).and_then(
        [&](const Person &person) { return withRightsOfRole(aggregates, mode, before, person); });
    if (!checked)
        return checked;
    if (const Result<void> allowed = checkActor(operation, aggregates, mode, before, *checked); !allowed)
        return failure(allowed.error());
    if (const Result<void> fits = checkOthers(aggregates, mode, before, *checked); !fits)
        return failure(fits.error());
    return checked;
}

} // namespace

Effect applyPersonCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const Result<Person> body = body::readPersonCreate(operation);
    if (!body)
        return unreadableFor(body.error());
    if (const auto current = aggregates.person(body->id))
        return current->isErased() ? Effect() : subjectIsThere();
    const Result<Person> person = acceptable(operation, aggregates, mode, std::nullopt, *body);
    if (!person)
        return refusedFor(person.error());
    aggregates.save(*person);
    return {};
}

Effect applyPersonEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const EditableFields &allowed = body::personFields();
    const Result<Edit> edit = readEdit(operation.body, allowed);
    if (!edit)
        return unreadableFor(edit.error());
    if (edit->fields.contains(roleName) && !roleRefFromText(edit->fields.value(roleName).to.toString()))
        return unreadableFor(unknownRole());
    const std::optional<Person> current = aggregates.person(PersonId(operation.subject.id));
    if (!current)
        return subjectIsGone();
    if (current->isErased())
        return {}; // whoever was erased does not come back
    const MergeResult merge = mergeEdit(codec::toJson(*current), *edit, allowed, mode);
    const Result<Person> merged = codec::readPerson(merge.entity);
    if (!merged)
        return refusedFor(merged.error());
    Result<Person> person = acceptable(operation, aggregates, mode, current, *merged);
    if (!person)
        return refusedFor(person.error());
    // A badge may lie about after its owner has left: with them it goes for good.
    if (!person->active)
        person->badgeHash.clear();
    if (!(*person == *current))
        aggregates.save(*person);
    return {merge.conflicts.isEmpty() ? Outcome::Applied : Outcome::Conflict, std::nullopt, merge.conflicts, {}};
}

Effect applyPersonSetPin(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const Result<body::PersonSetPin> body = body::readPersonSetPin(operation);
    if (!body)
        return unreadableFor(body.error());
    if (!body->pinHash.isEmpty() && !isSecretHash(body->pinHash))
        return refusedFor(noHash());
    const std::optional<Person> current = aggregates.person(PersonId(operation.subject.id));
    if (!current)
        return subjectIsGone();
    if (current->isErased())
        return {}; // whoever was erased does not come back
    if (const Result<void> allowed = checkActor(operation, aggregates, mode, current, *current); !allowed)
        return refusedFor(allowed.error());
    Person person = *current;
    person.pinHash = body->pinHash;
    if (!(person == *current))
        aggregates.save(person);
    return {};
}

Effect applyPersonSetBadge(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const Result<body::PersonSetBadge> body = body::readPersonSetBadge(operation);
    if (!body)
        return unreadableFor(body.error());
    if (!body->badgeHash.isEmpty() && !isBadgeHash(body->badgeHash))
        return refusedFor(noBadgeHash());
    const std::optional<Person> current = aggregates.person(PersonId(operation.subject.id));
    if (!current)
        return subjectIsGone();
    if (current->isErased())
        return {}; // whoever was erased does not come back
    if (const Result<void> allowed = checkActor(operation, aggregates, mode, current, *current); !allowed)
        return refusedFor(allowed.error());
    if (!body->badgeHash.isEmpty() && !current->active)
        return refusedFor(noBadgeFor(*current));
    Person person = *current;
    person.badgeHash = body->badgeHash;
    if (!(person == *current))
        aggregates.save(person);
    return {};
}

Effect applyPersonErase(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    if (const Result<body::CustomerErase> body = body::readCustomerErase(operation); !body)
        return unreadableFor(body.error());
    const std::optional<Person> current = aggregates.person(PersonId(operation.subject.id));
    if (!current)
        return subjectIsGone();
    if (current->isErased())
        return {};
    // Who may not sign in is no last administrator either.
    if (current->active && !CREMA_PLANTED(ErasesWhoMaySignIn))
        return refusedFor(stillActiveProblem());
    const Person erased = erasedPerson(*current, operation.occurredAt);
    if (const Result<void> allowed = checkActor(operation, aggregates, mode, current, erased); !allowed)
        return refusedFor(allowed.error());
    aggregates.save(erased);
    return {};
}

} // namespace crema
