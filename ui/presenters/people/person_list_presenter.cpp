// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/person_list_presenter.h"

#include "models/people/approval.h"
#include "models/people/person_rules.h"
#include "models/text/fold.h"
#include "ui/presenters/people/person_words.h"

#include <algorithm>
#include <utility>

namespace crema {

const QString PersonListPresenter::newId = QStringLiteral("new");

PersonListPresenter::PersonListPresenter(ShopDesk &desk, Notices &notices, QObject *parent)
    : QObject(parent), m_desk(desk), m_notices(notices)
{
    declareActions();
    connect(&m_desk, &TillDesk::changed, this, &PersonListPresenter::followDesk);
    connect(&m_desk, &TillDesk::dataChanged, this, [this] {
        if (m_inFront)
            refresh();
    });
}

PersonListPresenter::~PersonListPresenter()
{
    m_stop.request_stop();
}

void PersonListPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, const QStringList &keys,
                            const QStringList &terminalKeys, std::function<void()> run) {
        const QString name = QString::fromLatin1(id);
        const QStringList ways = QStringLiteral("back trail roles done sessions").split(u' ');
        const ActionCategory category = ways.contains(name.section(u'.', 1))    ? ActionCategory::Go
                                        : name == QStringLiteral("people.find") ? ActionCategory::Search
                                                                                : ActionCategory::Record;
        m_actions.add({name, text, QString::fromLatin1(icon), category, keys, terminalKeys}, std::move(run));
    };
    add("people.new", tr("Add a person"), "plus", {QStringLiteral("Ctrl+N")}, {QStringLiteral("F4")},
        [this] { open(newId); });
    add("people.find", tr("Search people"), "search", {QStringLiteral("F2"), QStringLiteral("Ctrl+F")}, {},
        [this] { Q_EMIT filterWanted(); });
    add("people.save", tr("Save the person"), "check", {QStringLiteral("Ctrl+S")}, {}, [this] { save(); });
    add("people.drop", tr("Drop what was typed about the person"), "x", {}, {}, [this] { drop(); });
    add("people.disable", tr("Keep the person from signing in"), "lock", {}, {}, [this] { setActive(false); });
    add("people.enable", tr("Let the person sign in again"), "user", {}, {}, [this] { setActive(true); });
    add("people.invite", tr("Invite the person by mail"), "mail", {}, {}, [this] { invite(); });
    add("people.erase", tr("Erase the person"), "trash", {}, {}, [this] { Q_EMIT eraseWanted(); });
    add("people.back", tr("Back to all people"), "left", {}, {}, [this] { close(); });
    add("people.trail", tr("Show the audit trail"), "history", {}, {}, [this] { Q_EMIT trailWanted({}, {}); });
    add("people.roles", tr("Show the roles"), "key", {}, {}, [this] { Q_EMIT rolesWanted(); });
    add("people.done", tr("Show what was done to the person"), "history", {}, {}, [this] {
        if (const auto person = openPerson())
            Q_EMIT trailWanted(person->id.value(), person->name);
    });
    add("people.sessions", tr("Show where the person is signed in"), "monitor", {}, {}, [this] {
        if (const auto person = openPerson())
            Q_EMIT sessionsWanted(person->id, person->name);
    });
    showActions();
}

bool PersonListPresenter::isDenied() const
{
    return !m_desk.state().enrolled || !m_desk.state().may(Permission::PeopleManage);
}

void PersonListPresenter::arrive()
{
    m_inFront = true;
    refresh();
}

void PersonListPresenter::leave()
{
    m_inFront = false;
    forgetBadge();
}

void PersonListPresenter::followDesk()
{
    const auto here = personHere() ? std::optional(personHere()->id) : std::nullopt;
    if (m_reader != here) {
        // Nothing that was typed by one person is saved by another one.
        m_openId.clear();
        forgetBadge();
        m_before.reset();
        fillDraft(std::nullopt);
        Q_EMIT placeChanged();
    }
    if (m_inFront || m_reader != here)
        rebuild();
    else
        showActions();
    m_reader = here;
}

void PersonListPresenter::refresh()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    read(this, m_stop.get_token());
}

QCoro::Task<> PersonListPresenter::read(Self self, std::stop_token stop)
{
    const Result<QList<Location>> locations = co_await self->m_desk.locations();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<QList<Person>> people = co_await self->m_desk.everybody();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<QList<OwnRole>> roles = co_await self->m_desk.roles();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    self->m_roles = roles.value_or(QList<OwnRole>());
    if (people && locations) {
        if (self->m_phase == ListPhase::Failed)
            self->m_problem.reset();
        self->m_people = *people;
        self->m_locations = *locations;
        self->m_phase = ListPhase::Rows;
    } else {
        self->m_problem = people ? locations.error() : people.error();
        self->m_phase = ListPhase::Failed;
    }
    self->rebuild();
    if (std::exchange(self->m_readAgain, false))
        self->refresh();
}

QString PersonListPresenter::placeText(const Person &person) const
{
    if (person.locations.isEmpty())
        return tr("everywhere", "where somebody works");
    if (person.locations.size() > 1)
        return tr("%n places", nullptr, static_cast<int>(person.locations.size()));
    const auto found = std::ranges::find_if(
        m_locations, [&](const Location &location) { return location.id == person.locations.first(); });
    return found == m_locations.end() ? tr("another place") : found->name;
}

PersonRow PersonListPresenter::rowOf(const Person &person) const
{
    PersonRow row;
    row.id = person.id.toString();
    if (person.isErased()) {
        row.name = tr("Erased person");
        row.roleText = QStringLiteral("–");
        row.placeText = placeText(person);
        row.state = {QStringLiteral("trash"), tr("Erased", "a person"), Tone::Neutral};
        return row;
    }
    row.name = person.name;
    row.roleText = roleName(person.role, m_roles);
    row.placeText = placeText(person);
    row.emailText = person.email;
    row.pinText = person.pinHash.isEmpty() ? QString() : tr("set", "a PIN");
    if (!person.active)
        row.state = {QStringLiteral("lock"), tr("Disabled"), Tone::Neutral};
    row.isThis = personHere() && personHere()->id == person.id;
    return row;
}

bool PersonListPresenter::isFound(const Person &person) const
{
    // Of whom nothing is known, nobody has anything to do.
    if (person.isErased())
        return false;
    // Who types the sign means an address.
    if (m_filter.contains(u'@'))
        return person.email.contains(m_filter.trimmed(), Qt::CaseInsensitive);
    return foldForSearch(person.name + u' ' + person.email + u' ' + roleName(person.role, m_roles))
        .contains(foldForSearch(m_filter));
}

void PersonListPresenter::rebuild()
{
    m_rows.clear();
    for (const Person &person : std::as_const(m_people)) {
        if (!isDenied() && isFound(person))
            m_rows.append(rowOf(person));
    }
    // Who may not sign in any more stands last.
    std::ranges::stable_partition(m_rows, [](const PersonRow &row) { return row.state.text.isEmpty(); });
    if (m_phase != ListPhase::Blank && m_phase != ListPhase::Failed)
        m_phase = m_rows.isEmpty() ? ListPhase::FilteredEmpty : ListPhase::Rows;
    if (isDenied() && m_phase != ListPhase::Blank)
        m_phase = ListPhase::Failed;
    m_countText = isDenied() ? QString() : tr("%n people", nullptr, static_cast<int>(m_rows.size()));
    Q_EMIT listChanged();
    showOpen();
}

void PersonListPresenter::setFilterText(const QString &text)
{
    if (m_filter == text)
        return;
    m_filter = text;
    rebuild();
}

std::optional<Person> PersonListPresenter::openPerson() const
{
    for (const Person &person : m_people) {
        if (person.id.toString() == m_openId)
            return person;
    }
    return std::nullopt;
}

void PersonListPresenter::fillDraft(const std::optional<Person> &person)
{
    m_before = person;
    m_typedPin.clear();
    m_seen = {};
    if (person && person->isErased())
        m_seen = {tr("Erased person"), {}, person->role, person->locations.isEmpty(), person->locations};
    else if (person)
        m_seen = {person->name, person->email, person->role, person->locations.isEmpty(), person->locations};
    else if (m_desk.state().location)
        m_seen.places = {m_desk.state().location->id};
    m_draft = m_seen;
}

void PersonListPresenter::showOpen()
{
    const std::optional<Person> person = openPerson();
    const bool isNew = m_openId == newId;
    m_detail.reset();
    if (!isDenied() && personHere() && (person || isNew)) {
        const Person &here = *personHere();
        PersonDetail detail;
        detail.isNew = isNew;
        if (person) {
            detail.row = rowOf(*person);
            detail.isActive = person->active;
            detail.hasPin = !person->pinHash.isEmpty();
            detail.hasBadge = !person->badgeHash.isEmpty();
            detail.isErased = person->isErased();
            if (detail.isErased)
                detail.lockedText = erasedPersonProblem().message;
            else if (const auto may = checkGrant(here, person, *person); !may)
                detail.lockedText = may.error().message;
        }
        for (const Role role : allRoles) {
            if (mayGrant(here, role) || (person && person->role == role))
                detail.roles.append({role, roleName(role), roleMeaning(role)});
        }
        for (const OwnRole &role : std::as_const(m_roles)) {
            if (mayGrant(here, role) || (person && person->role == role.id))
                detail.roles.append({role.id, role.name, roleMeaning(role)});
        }
        const bool isListed = !person || std::ranges::any_of(detail.roles, [&](const RoleChoice &choice) {
            return choice.role == person->role;
        });
        if (!isListed)
            detail.roles.append(
                {person->role, roleName(person->role, m_roles), tr("Gives nothing here until this device knows it.")});
        detail.mayBeEverywhere = here.locations.isEmpty();
        for (const Location &location : std::as_const(m_locations)) {
            const bool isOffered = worksAt(here, location.id);
            if (isOffered || (person && person->locations.contains(location.id)))
                detail.places.append({location.id, location.name});
        }
        m_detail = detail;
        if (person && (person->isErased() || !isDirty()))
            fillDraft(person);
    }
    showActions();
    Q_EMIT detailChanged();
}

void PersonListPresenter::showActions()
{
    const QString denied = isDenied() ? tr("Only people who manage people may do this.") : QString();
    const QString locked = !m_detail ? tr("Nobody is open.") : m_detail->lockedText;
    const auto disable = [this](QStringView id, const QString &reason) {
        if (Action *action = m_actions.find(id))
            action->setDisabledReason(reason);
    };
    const bool isNew = m_detail && m_detail->isNew;
    disable(u"people.new", denied);
    disable(u"people.trail", denied);
    disable(u"people.roles", denied);
    disable(u"people.done", !denied.isEmpty() ? denied : openPerson() ? QString() : tr("Nobody is open."));
    const bool isAway = m_desk.state().link == sync::Link::Offline; // only the platform knows it
    disable(u"people.sessions", !denied.isEmpty() ? denied
                                : !openPerson()   ? tr("Nobody is open.")
                                : isAway          ? tr("The platform cannot be reached now.")
                                                  : QString());
    disable(u"people.back", m_openId.isEmpty() ? tr("Nobody is open.") : QString());
    disable(u"people.save", !locked.isEmpty() ? locked : isDirty() ? QString() : tr("Nothing was changed."));
    disable(u"people.drop", isDirty() ? QString() : tr("Nothing was changed."));
    const bool isActive = m_detail && m_detail->isActive && !isNew;
    const bool isDisabled = m_detail && !m_detail->isActive;
    disable(u"people.disable", !locked.isEmpty() ? locked : isActive ? QString() : tr("This person may not sign in."));
    const bool isMailed = isActive && m_before && !m_before->email.isEmpty() && m_draft.email == m_before->email;
    disable(u"people.invite", !locked.isEmpty() ? locked
                              : isMailed        ? QString()
                                                : tr("This person may not sign in, or has no mail address."));
    disable(u"people.erase", eraseObstacle());
    disable(u"people.enable", !locked.isEmpty() ? locked : isDisabled ? QString() : tr("This person may sign in."));
}

void PersonListPresenter::open(const QString &id)
{
    if (m_openId == id)
        return;
    m_openId = id;
    forgetBadge();
    forgetProblems();
    fillDraft(openPerson());
    showOpen();
    Q_EMIT draftChanged();
    Q_EMIT placeChanged();
}

void PersonListPresenter::showPlace(const QString &place)
{
    open(place);
}

} // namespace crema
