// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/person_rules.h"

#include "models/people/mail_address.h"
#include "models/people/role_rules.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

constexpr qsizetype longestName = 100;
/// A person is told to each place: all of it has to fit into one transaction of the feed (sync.md rule 11).
constexpr qsizetype mostLocations = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::PersonRules", text);
}

bool holdsAll(const Person &actor, const Rights &rights)
{
    return isWithin(rights, rightsOf(actor));
}

/// No place means everywhere.
bool worksWhere(const Person &actor, const Person &other)
{
    if (actor.locations.isEmpty())
        return true;
    return !other.locations.isEmpty() &&
           std::ranges::all_of(other.locations, [&](LocationId each) { return actor.locations.contains(each); });
}

bool isWithin(const Person &actor, const Person &other)
{
    return holdsAll(actor, rightsOf(other)) && worksWhere(actor, other);
}

} // namespace

Result<Person> checkedPerson(const Person &person)
{
    Person checked = person;
    checked.name = person.name.simplified();
    checked.email = person.email.trimmed();
    std::sort(checked.locations.begin(), checked.locations.end());
    checked.locations.erase(std::unique(checked.locations.begin(), checked.locations.end()), checked.locations.end());
    QList<FieldProblem> problems;
    if (checked.name.isEmpty() || checked.name.size() > longestName || !isPlainText(checked.name)) {
        problems.append(
            {QStringLiteral("name"), tr("Use a name of 1 to %1 characters that can be printed.").arg(longestName)});
    }
    if (const QString fault = mailAddressFault(checked.email); !checked.email.isEmpty() && !fault.isEmpty())
        problems.append({QStringLiteral("email"), fault});
    if (checked.locations.size() > mostLocations)
        problems.append({QStringLiteral("locations"), tr("Name at most %1 places.").arg(mostLocations)});
    if (problems.isEmpty())
        return checked;
    return failure(ProblemKind::Invalid, QStringLiteral("person.rules"), tr("The person cannot be kept as they are."),
                   tr("Correct the named fields."), problems);
}

Result<void> checkPin(const QString &pin)
{
    const bool isDigits = std::ranges::all_of(pin, [](QChar each) { return each >= u'0' && each <= u'9'; });
    if (isDigits && pin.size() >= shortestPin && pin.size() <= longestPin)
        return {};
    const QString mend = tr("Use %1 to %2 digits.").arg(shortestPin).arg(longestPin);
    return failure(ProblemKind::Invalid, QStringLiteral("pin.rules"), tr("This is no PIN."), mend,
                   {{QStringLiteral("pin"), mend}});
}

Result<void> checkGrant(const Person &actor, const std::optional<Person> &before, const Person &after)
{
    if (before && !isWithin(actor, *before)) {
        const QString message = holdsAll(actor, rightsOf(*before))
                                    ? tr("%1 also works where the person who changes them does not.")
                                    : tr("%1 may do more than the person who changes them.");
        return failure(ProblemKind::NotAllowed, QStringLiteral("person.beyond_rights"), message.arg(before->name),
                       tr("Ask somebody who may do as much."));
    }
    if (!isWithin(actor, after)) {
        return failure(ProblemKind::NotAllowed, QStringLiteral("person.beyond_rights"),
                       tr("Nobody gives a right that they do not hold themselves."),
                       tr("Choose a role and places within your own, or ask an administrator."));
    }
    return {};
}

bool mayGrant(const Person &actor, Role role)
{
    return actor.may(Permission::PeopleManage) && holdsAll(actor, rightsOf(role));
}

bool isActiveAdmin(const Person &person)
{
    return person.active && person.role == Role::Admin;
}

Problem lastAdminProblem()
{
    return {ProblemKind::Conflict,
            QStringLiteral("person.last_admin"),
            tr("This is the last administrator."),
            tr("Make somebody else an administrator first."),
            {}};
}

Person erasedPerson(const Person &before, UtcTime at)
{
    Person person;
    person.id = before.id;
    person.name = QStringLiteral("Erased person");
    person.role = Role::Barista;
    person.locations = before.locations;
    person.active = false;
    person.erasedAt = at;
    return person;
}

Problem stillActiveProblem()
{
    return {ProblemKind::Conflict,
            QStringLiteral("person.still_active"),
            tr("This person may still sign in."),
            tr("Keep them from signing in first."),
            {}};
}

Problem erasedPersonProblem()
{
    return {ProblemKind::Conflict,
            QStringLiteral("person.erased"),
            tr("What was known of this person was erased."),
            tr("Add them as a new person if they work here again."),
            {}};
}

Problem emailTakenProblem(const QString &email)
{
    const QString message = tr("Another person has the address %1.").arg(email);
    return {ProblemKind::Conflict,
            QStringLiteral("person.email_taken"),
            message,
            tr("Use another address, or change the person who has it."),
            {{QStringLiteral("email"), message}}};
}

} // namespace crema
