// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the example shop: as many kinds as a page of them has to show, changed by the rules that hold.
#include "app/desktop/example/example_desk.h"
#include "app/desktop/example/example_shop.h"
#include "models/people/badge.h"
#include "models/people/person_rules.h"
#include "models/people/role_rules.h"

#include <algorithm>

namespace crema::desktop {
namespace {

constexpr UtcTime erasureTime(1'795'171'320'000); ///< as StillClock

Problem nobodyHasThatName()
{
    return {ProblemKind::NotFound, QStringLiteral("person.unknown"), QStringLiteral("Nobody has that name."), {}, {}};
}

} // namespace

void ExampleDesk::addExamplePeople()
{
    Location garden = *m_state.location;
    garden.id = exampleId<LocationId>(1);
    garden.code = QStringLiteral("GARDEN");
    garden.name = QStringLiteral("Garden Square");
    m_locations = {garden};
    const auto add = [this](int number, const char *name, Role role, const QList<LocationId> &places) {
        Person person;
        person.id = exampleId<PersonId>(number);
        person.name = QString::fromUtf8(name);
        person.email = person.name.section(u' ', 0, 0).toLower() + QStringLiteral("@larkmoor.example");
        person.role = role;
        person.permissions = permissionsOf(role);
        person.locations = places;
        person.pinHash = number % 3 == 0 ? QString() : QStringLiteral("1234");
        m_people.append(person);
    };
    const LocationId here = m_state.location->id;
    add(2, "Ada Lindqvist", Role::Admin, {});
    add(4, "Bea Brandt", Role::Barista, {here});
    add(5, "Jonas Brandt", Role::Barista, {here, garden.id});
    add(6, "Kim Sørensen", Role::Warehouse, {garden.id});
    add(7, "Ole Marquardt", Role::Office, {});
    add(8, "Paula Weiß", Role::Barista, {here});
    m_people.last().active = false;
}

void ExampleDesk::addExampleRoles()
{
    const Rights barista = rightsOf(Role::Barista);
    OwnRole lead{exampleId<RoleId>(9), QStringLiteral("Shift lead"), Role::Barista, barista, false};
    lead.rights.allowed += {Permission::StockAdjust, Permission::ReviewsResolve};
    lead.rights.discountLimit = 2'000;
    lead = *checkedRole(lead);
    OwnRole trainee{exampleId<RoleId>(10), QStringLiteral("Trainee"), Role::Barista, barista, false};
    trainee.rights.allowed = {Permission::CatalogRead, Permission::CustomersRead, Permission::SalesCreate};
    trainee.rights.withApproval = {Permission::CustomersEdit, Permission::SalesRead, Permission::ShiftsManage};
    trainee.rights.discountLimit = 0;
    OwnRole summer{exampleId<RoleId>(11), QStringLiteral("Summer help"), Role::Barista, trainee.rights, true};
    m_roles = {lead, summer, trainee};
    const auto jonas = std::ranges::find(m_people, QStringLiteral("Jonas Brandt"), &Person::name);
    if (jonas == m_people.end())
        return;
    jonas->role = lead.id;
    *jonas = withRights(*jonas);
}

QCoro::Task<Result<QList<Person>>> ExampleDesk::everybody()
{
    co_await turn();
    QList<Person> people = m_people;
    std::ranges::sort(people, [](const Person &a, const Person &b) { return a.name < b.name; });
    co_return people;
}

Person ExampleDesk::withRights(Person person) const
{
    if (const auto builtIn = person.role.builtIn()) {
        person.permissions = permissionsOf(*builtIn);
        return withRole(person, std::nullopt);
    }
    const auto role = std::ranges::find(m_roles, *person.role.own(), &OwnRole::id);
    return withRole(person, role == m_roles.end() ? std::nullopt : std::optional(*role));
}

QCoro::Task<Result<QList<OwnRole>>> ExampleDesk::roles()
{
    co_await turn();
    const QList<OwnRole> roles = m_roles;
    co_return roles;
}

QCoro::Task<Result<OwnRole>> ExampleDesk::createRole(OwnRole role)
{
    co_await turn();
    Result<OwnRole> made = checkedRole(role);
    if (!made)
        co_return made;
    made->id = exampleId<RoleId>(200 + static_cast<int>(m_roles.size()));
    if (const Result<void> may = checkRoleGrant(*m_state.person, {}, *made); !may)
        co_return failure(may.error());
    m_roles.append(*made);
    Q_EMIT dataChanged();
    co_return made;
}

QCoro::Task<Result<OwnRole>> ExampleDesk::editRole(OwnRole before, OwnRole after)
{
    co_await turn();
    const Result<OwnRole> changed = checkedRole(after);
    if (!changed)
        co_return changed;
    if (const Result<void> may = checkRoleGrant(*m_state.person, before, *changed); !may)
        co_return failure(may.error());
    const auto kept = std::ranges::find(m_roles, before.id, &OwnRole::id);
    if (kept == m_roles.end())
        co_return changed;
    // What others changed meanwhile stays.
    if (before.name != changed->name)
        kept->name = changed->name;
    if (before.rights != changed->rights)
        kept->rights = changed->rights;
    if (before.retired != changed->retired)
        kept->retired = changed->retired;
    const OwnRole result = *kept;
    for (Person &person : m_people)
        person = withRights(person);
    Q_EMIT dataChanged();
    co_return result;
}

QCoro::Task<Result<QList<Location>>> ExampleDesk::locations()
{
    co_await turn();
    QList<Location> locations = m_locations;
    if (m_state.location)
        locations.prepend(*m_state.location);
    co_return locations;
}

QCoro::Task<Result<Person>> ExampleDesk::createPerson(Person person, QString pin)
{
    co_await turn();
    if (const Result<void> fits = pin.isEmpty() ? Result<void>() : checkPin(pin); !fits)
        co_return failure(fits.error());
    Result<Person> made = checkedPerson(person);
    if (!made)
        co_return made;
    made->id = exampleId<PersonId>(100 + static_cast<int>(m_people.size()));
    *made = withRights(*made);
    made->pinHash = pin;
    if (const Result<void> may = checkGrant(*m_state.person, {}, *made); !may)
        co_return failure(may.error());
    m_people.append(*made);
    Q_EMIT dataChanged();
    co_return made;
}

QCoro::Task<Result<Person>> ExampleDesk::editPerson(Person before, Person after)
{
    co_await turn();
    Result<Person> changed = checkedPerson(after);
    if (!changed)
        co_return changed;
    *changed = withRights(*changed);
    if (const Result<void> may = checkGrant(*m_state.person, before, *changed); !may)
        co_return failure(may.error());
    for (Person &person : m_people) {
        if (person.id != before.id)
            continue;
        changed->pinHash = person.pinHash;
        changed->badgeHash = changed->active ? person.badgeHash : QString();
        person = *changed;
    }
    Q_EMIT dataChanged();
    co_return changed;
}

QCoro::Task<Result<Person>> ExampleDesk::setPin(PersonId person, QString pin)
{
    co_await turn();
    if (const Result<void> fits = pin.isEmpty() ? Result<void>() : checkPin(pin); !fits)
        co_return failure(fits.error());
    for (Person &known : m_people) {
        if (known.id != person)
            continue;
        known.pinHash = pin;
        const Person changed = known;
        Q_EMIT dataChanged();
        co_return changed;
    }
    co_return failure(nobodyHasThatName());
}

QCoro::Task<Result<IssuedBadge>> ExampleDesk::makeBadge(PersonId person)
{
    co_await turn();
    const auto known = std::ranges::find(m_people, person, &Person::id);
    if (known == m_people.end())
        co_return failure(nobodyHasThatName());
    // Each one another code, and the same ones each time.
    const QString code = QStringLiteral("CB%1").arg(++m_badgeNumber, 34, 10, QChar(u'7'));
    known->badgeHash = badgeHash(code);
    const IssuedBadge made{*known, code};
    Q_EMIT dataChanged();
    co_return made;
}

QCoro::Task<Result<Person>> ExampleDesk::takeBadge(PersonId person)
{
    co_await turn();
    const auto known = std::ranges::find(m_people, person, &Person::id);
    if (known == m_people.end())
        co_return failure(nobodyHasThatName());
    known->badgeHash.clear();
    const Person changed = *known;
    Q_EMIT dataChanged();
    co_return changed;
}

QCoro::Task<Result<Person>> ExampleDesk::erasePerson(PersonId person, EraseReason reason)
{
    co_await turn();
    const auto known = std::ranges::find(m_people, person, &Person::id);
    if (known == m_people.end())
        co_return failure(nobodyHasThatName());
    if (known->active)
        co_return failure(stillActiveProblem());
    const Person erased = erasedPerson(*known, erasureTime);
    *known = erased;
    m_eraseReason = reason;
    Q_EMIT dataChanged();
    co_return erased;
}

QCoro::Task<Result<Person>> ExampleDesk::switchByBadge(QString scanned)
{
    co_await turn();
    const QString hash = badgeHash(badgeCodeIn(scanned).value_or(QString()));
    const auto owner = std::ranges::find(m_people, hash, &Person::badgeHash);
    if (owner == m_people.end())
        co_return failure(ProblemKind::NotSignedIn, QStringLiteral("auth.unknown_badge"),
                          QStringLiteral("This badge is nobody's here."), QStringLiteral("Sign in with your PIN."));
    const Person found = *owner;
    m_state.person = found;
    Q_EMIT changed();
    co_return found;
}

void ExampleDesk::askForApproval(QStringView operationType, const QStringList &approvers)
{
    if (!m_offersApprovals || !m_state.person)
        return;
    sync::ApprovalRequest request{operationType.toString(), 0, m_state.person->id, m_state.person->name, {}};
    for (const QString &name : approvers) {
        const auto person = std::ranges::find(m_people, name, &Person::name);
        if (person != m_people.end())
            request.approvers.append(*person);
    }
    m_approval.clear();
    Q_EMIT approvalWanted(request);
}

QCoro::Task<Result<void>> ExampleDesk::approve(PersonId approver, QString pin)
{
    co_await turn();
    const auto person = std::ranges::find(m_people, approver, &Person::id);
    if (person == m_people.end() || pin != QStringLiteral("1234"))
        co_return failure(ProblemKind::NotSignedIn, QStringLiteral("auth.wrong_pin"),
                          QStringLiteral("This is not the PIN of that person."));
    m_approval = person->name;
    co_return Result<void>();
}

} // namespace crema::desktop
