// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/persons_presenter.h"

#include "models/people/person_rules.h"
#include "sync/client/reading_right.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::PersonsPresenter)
};

const QString everywhere = u"everywhere"_s;

tl::unexpected<Problem> badValue(const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, u"change.value"_s, message, hint);
}

/// A built-in role by its word, or one of the company's own by its name or id.
Result<RoleRef> readRole(const QString &text, const QList<OwnRole> &roles)
{
    const QString words = text.trimmed();
    if (const auto builtIn = roleFromText(words.toLower()))
        return RoleRef(*builtIn);
    QStringList names;
    for (const Role known : allRoles)
        names.append(roleText(known));
    for (const OwnRole &own : roles) {
        if (own.name.compare(words, Qt::CaseInsensitive) == 0 || own.id.toString() == words)
            return RoleRef(own.id);
        if (!own.retired)
            names.append(own.name);
    }
    return badValue(Texts::tr("There is no role \"%1\".").arg(text),
                    Texts::tr("Roles are: %1.").arg(names.join(u", "_s)));
}

Result<QList<LocationId>> readLocations(const QStringList &codes, const QList<Location> &known)
{
    QList<LocationId> ids;
    if (codes.size() == 1 && codes.first().trimmed().compare(everywhere, Qt::CaseInsensitive) == 0)
        return ids;
    for (const QString &code : codes) {
        const auto found = std::ranges::find_if(known, [&](const Location &location) {
            return location.code.compare(code.trimmed(), Qt::CaseInsensitive) == 0;
        });
        if (found == known.end()) {
            QStringList names;
            for (const Location &location : known)
                names.append(location.code);
            return badValue(Texts::tr("There is no location \"%1\".").arg(code),
                            Texts::tr("Write everywhere, or some of: %1.").arg(names.join(u", "_s)));
        }
        ids.append(found->id);
    }
    if (ids.isEmpty())
        return badValue(Texts::tr("A place is missing."), Texts::tr("Write everywhere, or the code of a location."));
    return ids;
}

Result<void> applyChange(Person &person, const QString &change, const QList<Location> &known,
                         const QList<OwnRole> &roles)
{
    const qsizetype equals = change.indexOf(u'=');
    if (equals < 1)
        return failure(ProblemKind::Invalid, u"change.unreadable"_s, Texts::tr("\"%1\" is not a change.").arg(change),
                       Texts::tr("Write FIELD=VALUE, for example role=barista."));
    const QString name = change.left(equals).trimmed().toLower();
    const QString value = change.mid(equals + 1).trimmed();
    if (name == u"name") {
        person.name = value;
        return {};
    }
    if (name == u"email") {
        person.email = value;
        return {};
    }
    if (name == u"role")
        return readRole(value, roles).map([&](const RoleRef &role) { person.role = role; });
    if (name == u"locations") {
        return readLocations(value.split(u','), known).map([&](const QList<LocationId> &ids) {
            person.locations = ids;
        });
    }
    return failure(ProblemKind::Invalid, u"change.unknown_field"_s,
                   Texts::tr("A person has no field \"%1\" to change.").arg(name),
                   Texts::tr("It has: %1.").arg(u"name, email, role, locations"_s));
}

bool fits(const Person &person, const QString &words)
{
    if (person.isErased())
        return false;
    return person.name.contains(words, Qt::CaseInsensitive) || person.email.contains(words, Qt::CaseInsensitive);
}

} // namespace

QCoro::Task<Result<QList<Person>>> PersonsPresenter::list() const
{
    sync::Client &client = m_client;
    if (const Result<void> right = sync::mayRead(client.state(), Reading::People); !right)
        co_return failure(right.error());
    co_return co_await client.everybody();
}

QCoro::Task<Result<Person>> PersonsPresenter::byWords(QString words) const
{
    const Result<QList<Person>> people = co_await list();
    if (!people)
        co_return failure(people.error());
    const std::optional<PersonId> id = PersonId::fromString(words);
    QList<Person> found;
    for (const Person &person : *people) {
        if (id ? person.id == *id : fits(person, words))
            found.append(person);
    }
    if (found.isEmpty())
        co_return failure(ProblemKind::NotFound, u"person.unknown"_s,
                          Texts::tr("Nobody here is called \"%1\".").arg(words),
                          Texts::tr("Run \"crema person list\" to see who works here."));
    if (found.size() > 1)
        co_return failure(ProblemKind::Invalid, u"person.ambiguous"_s,
                          Texts::tr("More than one person fits \"%1\".").arg(words),
                          Texts::tr("Write more of the name, or the id from \"crema person list\"."));
    co_return found.first();
}

QCoro::Task<Result<Person>> PersonsPresenter::create(NewPerson typed) const
{
    sync::Client &client = m_client;
    const Result<QList<Location>> known = co_await client.locations();
    if (!known)
        co_return failure(known.error());
    Person person;
    person.name = typed.name;
    person.email = typed.email;
    const Result<QList<OwnRole>> roles = co_await client.roles();
    if (!roles)
        co_return failure(roles.error());
    const Result<RoleRef> role = readRole(typed.role, *roles);
    if (!role)
        co_return failure(role.error());
    person.role = *role;
    if (!typed.locations.isEmpty()) {
        const Result<QList<LocationId>> ids = readLocations(typed.locations, *known);
        if (!ids)
            co_return failure(ids.error());
        person.locations = *ids;
    } else if (client.state().location) {
        person.locations = {client.state().location->id};
    }
    co_return co_await client.createPerson(person, typed.pin);
}

QCoro::Task<Result<Person>> PersonsPresenter::edit(QString words, QStringList changes) const
{
    sync::Client &client = m_client;
    const Result<Person> before = co_await byWords(words);
    if (!before)
        co_return failure(before.error());
    const Result<QList<Location>> known = co_await client.locations();
    if (!known)
        co_return failure(known.error());
    const Result<QList<OwnRole>> roles = co_await client.roles();
    if (!roles)
        co_return failure(roles.error());
    Person after = *before;
    for (const QString &change : changes) {
        if (const Result<void> applied = applyChange(after, change, *known, *roles); !applied)
            co_return failure(applied.error());
    }
    co_return co_await client.editPerson(*before, after);
}

QCoro::Task<Result<Person>> PersonsPresenter::setPin(QString words, QString pin) const
{
    sync::Client &client = m_client;
    const Result<Person> person = co_await byWords(words);
    if (!person)
        co_return failure(person.error());
    co_return co_await client.setPin(person->id, pin);
}

QCoro::Task<Result<IssuedBadge>> PersonsPresenter::makeBadge(QString words) const
{
    sync::Client &client = m_client;
    const Result<Person> person = co_await byWords(words);
    if (!person)
        co_return failure(person.error());
    co_return co_await client.makeBadge(person->id);
}

QCoro::Task<Result<Person>> PersonsPresenter::takeBadge(QString words) const
{
    sync::Client &client = m_client;
    const Result<Person> person = co_await byWords(words);
    if (!person)
        co_return failure(person.error());
    co_return co_await client.takeBadge(person->id);
}

QCoro::Task<Result<Person>> PersonsPresenter::invite(QString words) const
{
    sync::Client &client = m_client;
    const Result<Person> person = co_await byWords(words);
    if (!person)
        co_return failure(person.error());
    const Result<void> invited = co_await client.invite(person->id);
    if (!invited)
        co_return failure(invited.error());
    co_return *person;
}

QCoro::Task<Result<Person>> PersonsPresenter::setActive(QString words, bool active) const
{
    sync::Client &client = m_client;
    const Result<Person> before = co_await byWords(words);
    if (!before)
        co_return failure(before.error());
    Person after = *before;
    after.active = active;
    co_return co_await client.editPerson(*before, after);
}

QCoro::Task<Result<Person>> PersonsPresenter::byId(QString id) const
{
    if (PersonId::fromString(id))
        co_return co_await byWords(id);
    co_return failure(ProblemKind::Invalid, u"person.id"_s, Texts::tr("\"%1\" is not the id of a person.").arg(id),
                      Texts::tr("Run \"crema person show NAME --json\" to see the id."));
}

QCoro::Task<Result<Person>> PersonsPresenter::erase(QString id, EraseReason reason) const
{
    sync::Client &client = m_client;
    const Result<Person> person = co_await byId(id);
    if (!person)
        co_return failure(person.error());
    co_return co_await client.erasePerson(person->id, reason);
}

} // namespace crema::presenters
