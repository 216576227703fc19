// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/people_recording.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/people/person_rules.h"
#include "models/people/role_rules.h"
#include "sync/store/documents.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::sync {
namespace {

SubjectRef subjectOf(PersonId person)
{
    return {entity::person.toString(), person.value()};
}

Result<void> checkOthers(LocalStore &store, const std::optional<Person> &before, const Person &after)
{
    const QList<Person> people = peopleOf(store);
    const bool isTaken = !after.email.isEmpty() && std::ranges::any_of(people, [&](const Person &other) {
        return other.id != after.id && other.email.compare(after.email, Qt::CaseInsensitive) == 0;
    });
    if (isTaken)
        return failure(emailTakenProblem(after.email));
    const bool isDemoted = before && isActiveAdmin(*before) && !isActiveAdmin(after);
    const bool isOther =
        std::ranges::any_of(people, [&](const Person &other) { return other.id != after.id && isActiveAdmin(other); });
    if (isDemoted && !isOther)
        return failure(lastAdminProblem());
    return {};
}

/// A role that is given has to be one that this device knows.
Result<void> checkRole(LocalStore &store, const std::optional<Person> &before, const Person &after)
{
    const auto own = after.role.own();
    const bool isGiven = !before || before->role != after.role;
    return !own || !isGiven || store.rows().role(*own) ? Result<void>() : Result<void>(failure(roleUnknownProblem()));
}

/// Of who was erased nothing is recorded any more: it would only be thrown away.
Result<void> checkChangeable(LocalStore &store, PersonId id)
{
    if (const Result<void> enrolled = requireEnrolled(store); !enrolled)
        return enrolled;
    const auto person = store.rows().person(id);
    return person && person->isErased() ? Result<void>(failure(erasedPersonProblem())) : Result<void>();
}

} // namespace

Result<void> requireEnrolled(LocalStore &store)
{
    if (store.place().device.enrolled())
        return {};
    return failure(ProblemKind::NotSignedIn, QStringLiteral("device.not_enrolled"),
                   QCoreApplication::translate("Store", "This device is not enrolled yet."),
                   QCoreApplication::translate("Store", "Run crema device enroll --platform URL --code CODE."));
}

QList<Person> peopleOf(LocalStore &store)
{
    QList<Person> people;
    const QList<QByteArray> documents = store.rows().references(entity::person);
    for (const QByteArray &document : documents) {
        if (const Result<Person> person = store.rows().readPerson(document))
            people.append(*person);
    }
    std::ranges::sort(people, [](const Person &a, const Person &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return people;
}

Result<PersonId> recordNewPerson(LocalStore &store, Person person, const QString &pinHash)
{
    if (const Result<void> enrolled = requireEnrolled(store); !enrolled)
        return failure(enrolled.error());
    if (person.id.isNull())
        person.id = makeId<PersonId>(store.clock().now(), store.randomness());
    const Result<Person> checked = checkedPerson(person);
    if (!checked)
        return failure(checked.error());
    if (const Result<void> known = checkRole(store, std::nullopt, *checked); !known)
        return failure(known.error());
    if (const Result<void> fits = checkOthers(store, std::nullopt, *checked); !fits)
        return failure(fits.error());
    const Operation operation =
        store.newOperation(operation::personCreate, subjectOf(person.id), body::toJson(*checked));
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    if (pinHash.isEmpty())
        return person.id;
    if (const Result<void> set = recordPin(store, person.id, pinHash, {operation.id}); !set)
        return failure(set.error());
    return person.id;
}

Result<void> recordPersonEdit(LocalStore &store, const Person &before, const Person &after)
{
    if (const Result<void> changeable = checkChangeable(store, before.id); !changeable)
        return changeable;
    const Result<Person> checked = checkedPerson(after);
    if (!checked)
        return failure(checked.error());
    if (const Result<void> known = checkRole(store, before, *checked); !known)
        return known;
    if (const Result<void> fits = checkOthers(store, before, *checked); !fits)
        return fits;
    const Edit edit = body::personEdit(before, *checked);
    if (edit.isEmpty())
        return {};
    return store.record(store.newOperation(operation::personEdit, subjectOf(before.id), editToJson(edit)));
}

Result<void> recordPin(LocalStore &store, PersonId person, const QString &pinHash, const QList<OperationId> &after)
{
    if (const Result<void> changeable = checkChangeable(store, person); !changeable)
        return changeable;
    Operation operation =
        store.newOperation(operation::personSetPin, subjectOf(person), body::toJson(body::PersonSetPin{pinHash}));
    operation.after = after;
    return store.record(operation);
}

Result<void> recordBadge(LocalStore &store, PersonId person, const QString &badgeHash)
{
    if (const Result<void> changeable = checkChangeable(store, person); !changeable)
        return changeable;
    return store.record(store.newOperation(operation::personSetBadge, subjectOf(person),
                                           body::toJson(body::PersonSetBadge{badgeHash})));
}

Result<void> recordPersonErasure(LocalStore &store, PersonId person, EraseReason reason)
{
    if (const Result<void> changeable = checkChangeable(store, person); !changeable)
        return changeable;
    const auto current = store.rows().person(person);
    if (current && current->active)
        return failure(stillActiveProblem());
    return store.record(
        store.newOperation(operation::personErase, subjectOf(person), body::toJson(body::CustomerErase{reason})));
}

} // namespace crema::sync
