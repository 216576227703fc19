// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed about whoever is open: what was typed, their PIN, whether they may sign in, and that they are erased.
#include "ui/presenters/people/person_list_presenter.h"

#include "ui/presenters/customers/private_file.h"
#include "ui/presenters/people/badge_picture.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace crema {

namespace {

/// What is typed, on a person whom somebody else changed meanwhile: only what was typed is another.
PersonDraft laidOver(PersonDraft now, const PersonDraft &seen, const PersonDraft &typed)
{
    if (typed.name != seen.name)
        now.name = typed.name;
    if (typed.email != seen.email)
        now.email = typed.email;
    if (typed.role != seen.role)
        now.role = typed.role;
    if (typed.everywhere != seen.everywhere || typed.places != seen.places) {
        now.everywhere = typed.everywhere;
        now.places = typed.places;
    }
    return now;
}

/// Of the person as they are now, what made `after` of `before` is undone, and nothing that somebody else changed.
Person takenBack(Person now, const Person &before, const Person &after)
{
    if (before.name != after.name)
        now.name = before.name;
    if (before.email != after.email)
        now.email = before.email;
    if (before.role != after.role)
        now.role = before.role;
    if (before.locations != after.locations)
        now.locations = before.locations;
    if (before.active != after.active)
        now.active = before.active;
    return now;
}

} // namespace

void PersonListPresenter::setDraft(const PersonDraft &draft)
{
    if (m_draft == draft)
        return;
    m_draft = draft;
    showActions();
    Q_EMIT draftChanged();
}

void PersonListPresenter::drop()
{
    forgetProblems();
    fillDraft(openPerson());
    showActions();
    Q_EMIT draftChanged();
}

void PersonListPresenter::forgetProblems()
{
    m_problem.reset();
    m_fieldProblems.clear();
}

void PersonListPresenter::report(const Problem &problem)
{
    forgetProblems();
    for (const FieldProblem &field : problem.fields)
        m_fieldProblems.insert(field.field, field.message);
    if (m_fieldProblems.isEmpty())
        m_problem = problem;
    showActions();
    Q_EMIT draftChanged();
}

Person PersonListPresenter::drafted(Person person) const
{
    person.name = m_draft.name;
    person.email = m_draft.email;
    person.role = m_draft.role;
    person.locations = m_draft.everywhere ? QList<LocationId>() : m_draft.places;
    return person;
}

void PersonListPresenter::perform(Doing doing, Done done)
{
    if (std::exchange(m_isWorking, true))
        return;
    forgetProblems();
    run(this, m_stop.get_token(), std::move(doing), std::move(done));
}

QCoro::Task<> PersonListPresenter::run(Self self, std::stop_token stop, Doing doing, Done done)
{
    auto doingIt = doing(self->m_desk);
    const Result<Person> person = co_await doingIt;
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isWorking = false;
    if (!person) {
        self->report(person.error());
        co_return;
    }
    done(*self, *person);
    Q_EMIT self->draftChanged();
    self->refresh();
}

void PersonListPresenter::save()
{
    if (!m_draft.everywhere && m_draft.places.isEmpty()) {
        report({ProblemKind::Invalid,
                QStringLiteral("person.rules"),
                {},
                {},
                {{QStringLiteral("locations"), tr("Mark at least one place.")}}});
        return;
    }
    if (m_openId != newId) {
        if (const auto before = m_before; before && isDirty())
            change(*before, drafted(*before), tr("%1 changed", "a person").arg(before->name));
        return;
    }
    const Person made = drafted({});
    perform([made, pin = m_typedPin](ShopDesk &desk) { return desk.createPerson(made, pin); },
            [](PersonListPresenter &self, const Person &person) {
                self.m_people.append(person);
                Q_EMIT self.saved();
                // Somebody else was opened meanwhile.
                if (self.m_openId != newId)
                    return;
                self.fillDraft(person);
                self.m_openId = person.id.toString();
                Q_EMIT self.placeChanged();
            });
}

void PersonListPresenter::change(const Person &before, const Person &after, const QString &said)
{
    perform([before, after](ShopDesk &desk) { return desk.editPerson(before, after); },
            [before, after, said](PersonListPresenter &self, const Person &person) {
                // Only for whom it was done: somebody else may be open by now.
                if (self.m_openId == person.id.toString()) {
                    // Whether somebody may sign in is no part of what is typed.
                    const PersonDraft typed = self.m_draft;
                    const PersonDraft seen = self.m_seen;
                    self.fillDraft(person);
                    if (person.active != before.active)
                        self.m_draft = laidOver(self.m_seen, seen, typed);
                }
                Q_EMIT self.saved();
                self.m_notices.post(said, [&desk = self.m_desk, person, back = takenBack(person, before, after)] {
                    desk.editPerson(person, back).then([](const Result<Person> &) {});
                });
            });
}

void PersonListPresenter::setPin(const QString &pin)
{
    const auto person = openPerson();
    if (!person)
        return;
    perform([id = person->id, pin](ShopDesk &desk) { return desk.setPin(id, pin); },
            [](PersonListPresenter &self, const Person &) { Q_EMIT self.pinKept(); });
}

void PersonListPresenter::makeBadge()
{
    const auto person = openPerson();
    if (!person)
        return;
    const auto code = std::make_shared<QString>();
    perform([id = person->id, code](ShopDesk &desk) { return makeBadgeOf(desk, id, code); },
            [code](PersonListPresenter &self, const Person &owner) {
                // Nobody else sees it: whoever opened another person meanwhile makes a new one.
                if (self.m_openId == owner.id.toString())
                    self.m_madeBadge = MadeBadge{owner.name, *code};
                Q_EMIT self.badgeMade();
            });
}

QCoro::Task<Result<Person>> PersonListPresenter::makeBadgeOf(ShopDesk &desk, PersonId person,
                                                             std::shared_ptr<QString> code)
{
    const Result<IssuedBadge> made = co_await desk.makeBadge(person);
    if (!made)
        co_return failure(made.error());
    *code = made->code;
    co_return made->person;
}

void PersonListPresenter::takeBadge()
{
    const auto person = openPerson();
    if (!person)
        return;
    perform([id = person->id](ShopDesk &desk) { return desk.takeBadge(id); },
            [](PersonListPresenter &self, const Person &) { self.forgetBadge(); });
}

void PersonListPresenter::forgetBadge()
{
    if (!m_madeBadge)
        return;
    m_madeBadge.reset();
    Q_EMIT badgeMade();
}

QString PersonListPresenter::badgeFileName() const
{
    return m_madeBadge ? badgeFileNameOf(m_madeBadge->name) : QString();
}

void PersonListPresenter::saveBadge(const QString &path)
{
    if (!m_madeBadge || path.isEmpty())
        return;
    if (const Result<void> written = writePrivateFile(path, badgeSvg(m_madeBadge->name, m_madeBadge->code)); !written) {
        report(written.error());
        return;
    }
    forgetProblems();
    Q_EMIT draftChanged();
    Q_EMIT badgeSaved(QFileInfo(path).fileName());
}

void PersonListPresenter::setActive(bool active)
{
    const auto before = openPerson();
    if (!before)
        return;
    Person after = *before;
    after.active = active;
    const QString said = active ? tr("%1 may sign in again") : tr("%1 is disabled");
    change(*before, after, said.arg(before->name));
}

void PersonListPresenter::invite()
{
    const auto person = openPerson();
    if (!person)
        return;
    perform([person = *person](ShopDesk &desk) { return inviteAtPlatform(desk, person); },
            [](PersonListPresenter &self, const Person &invited) {
                // Not among what can be undone: a mail is not taken back.
                Q_EMIT self.invited(invited.id.toString(), invited.email);
            });
}

QCoro::Task<Result<Person>> PersonListPresenter::inviteAtPlatform(ShopDesk &desk, Person person)
{
    const Result<void> invited = co_await desk.invite(person.id);
    if (!invited)
        co_return failure(invited.error());
    co_return person;
}

QString PersonListPresenter::eraseObstacle() const
{
    if (isDenied())
        return tr("Only people who manage people may do this.");
    if (!m_detail || m_detail->isNew)
        return tr("Nobody is open.");
    if (!m_detail->lockedText.isEmpty())
        return m_detail->lockedText;
    return m_detail->isActive ? tr("This person may still sign in. Disable them first.") : QString();
}

std::optional<EraseQuestion> PersonListPresenter::eraseQuestion() const
{
    const auto person = openPerson();
    if (!person || !eraseObstacle().isEmpty())
        return std::nullopt;
    EraseQuestion question;
    question.title = tr("Erase %1?", "a person").arg(person->name);
    question.goesText = tr("Name, e-mail, password, PIN and badge go, here and on every other device, with what the "
                           "audit trail says about them.");
    question.staysText = tr("What they sold and did stays, without their name. Nobody can take it back.");
    question.reasons = {{EraseReason::Requested, tr("They asked for it")},
                        {EraseReason::NotNeeded, tr("It is not needed any more")}};
    return question;
}

void PersonListPresenter::erase(EraseReason reason)
{
    const auto person = openPerson();
    if (!person || !eraseObstacle().isEmpty())
        return;
    perform([id = person->id, reason](ShopDesk &desk) { return desk.erasePerson(id, reason); },
            [](PersonListPresenter &self, const Person &erased) {
                std::ranges::replace_if(
                    self.m_people, [&](const Person &known) { return known.id == erased.id; }, erased);
                self.rebuild();
                Q_EMIT self.erased();
            });
}

} // namespace crema
