// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/customers/erase_question.h"
#include "ui/presenters/people/person_list_view.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <stop_token>

namespace crema {

/// Who works here, and one of them to change; for any toolkit. Every method returns at once; what takes longer ends in
/// a signal. What is typed stays until it is saved or dropped, whatever comes meanwhile. Lives on one thread; desk and
/// notices outlive it.
class PersonListPresenter final : public QObject
{
    Q_OBJECT

public:
    PersonListPresenter(ShopDesk &desk, Notices &notices, QObject *parent = nullptr);
    ~PersonListPresenter() override;

    void arrive();
    void leave();

    /// Ids: people.new, people.find, people.save, people.drop, people.disable, people.enable, people.invite,
    /// people.erase, people.back, people.trail, people.roles, people.done, people.sessions. That of the erasure only
    /// asks: eraseWanted().
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] ListPhase phase() const { return m_phase; }
    [[nodiscard]] const QList<PersonRow> &rows() const { return m_rows; }
    [[nodiscard]] const QString &countText() const { return m_countText; }
    /// Why nothing is shown, or why the last step was not done.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// The person who is here does not manage people.
    [[nodiscard]] bool isDenied() const;
    void refresh();

    [[nodiscard]] const QString &filterText() const { return m_filter; }
    void setFilterText(const QString &text);

    /// Empty while nobody is open; `newId` for a new person.
    [[nodiscard]] const QString &openId() const { return m_openId; }
    static const QString newId;
    void open(const QString &id);
    void close() { open({}); }
    [[nodiscard]] const std::optional<PersonDetail> &detail() const { return m_detail; }

    [[nodiscard]] const PersonDraft &draft() const { return m_draft; }
    void setDraft(const PersonDraft &draft);
    [[nodiscard]] bool isDirty() const { return m_draft != m_seen; }
    /// What is wrong with a field: name, email, role, locations, pin.
    [[nodiscard]] QString fieldProblem(const QString &field) const { return m_fieldProblems.value(field); }

    /// The PIN that a new person gets with save().
    void setTypedPin(const QString &pin) { m_typedPin = pin; }
    /// Keeps what was typed.
    void save();
    /// Forgets what was typed.
    void drop();
    /// Of the person who is open; an empty one takes it away.
    void setPin(const QString &pin);
    /// A new badge for whoever is open, in place of the one before.
    void makeBadge();
    void takeBadge();
    /// What makeBadge() made, until another person is opened or the page is left.
    [[nodiscard]] const std::optional<MadeBadge> &madeBadge() const { return m_madeBadge; }
    /// "crema-badge-bea-brandt.svg".
    [[nodiscard]] QString badgeFileName() const;
    /// Writes it as a picture to print; only this user may read the file. Ends in badgeSaved(), or in problem().
    void saveBadge(const QString &path);
    void setActive(bool active);
    /// The platform mails whoever is open a code to set a first password with. Needs the network.
    void invite();
    /// What to ask before erase(); nothing where nobody is open who can be erased.
    [[nodiscard]] std::optional<EraseQuestion> eraseQuestion() const;
    /// Forgets what is known of whoever is open and may not sign in, here at once and everywhere later (ADR 044); ends
    /// in erased() or in a problem.
    void erase(EraseReason reason);

    /// "" or the id of a person: what a link and the history need to come back here.
    [[nodiscard]] QString place() const { return m_openId; }
    void showPlace(const QString &place);

Q_SIGNALS:
    /// Rows, phase or count are different.
    void listChanged();
    /// Another person is open, or what is known of this one is different.
    void detailChanged();
    /// Draft, problems or actions are different.
    void draftChanged();
    /// What was typed is kept.
    void saved();
    /// The PIN that was given counts from now on.
    void pinKept();
    /// madeBadge() is another one.
    void badgeMade();
    /// It stands in the file of this name now.
    void badgeSaved(const QString &fileName);
    /// An invitation is on its way to the person of this id, who need not be open any more, at this address.
    void invited(const QString &id, const QString &email);
    /// Somebody has to answer eraseQuestion() before erase().
    void eraseWanted();
    void erased();
    void filterWanted();
    /// Somebody wants to see what was done: to this person, or with the null id all of it.
    void trailWanted(const QUuid &subject, const QString &name);
    /// Somebody wants to see where this person is signed in.
    void sessionsWanted(crema::PersonId person, const QString &name);
    /// Somebody wants to see the roles.
    void rolesWanted();
    /// The person went to another place of the list.
    void placeChanged();

private:
    using Self = QPointer<PersonListPresenter>;
    using Doing = std::function<QCoro::Task<Result<Person>>(ShopDesk &)>;
    using Done = std::function<void(PersonListPresenter &, const Person &)>;

    void declareActions();
    void followDesk();
    [[nodiscard]] bool isFound(const Person &person) const;
    void rebuild();
    void showOpen();
    void fillDraft(const std::optional<Person> &person);
    void showActions();
    void report(const Problem &problem);
    void forgetProblems();
    /// One step at a time.
    void perform(Doing doing, Done done);
    void change(const Person &before, const Person &after, const QString &said);
    [[nodiscard]] QString eraseObstacle() const;
    [[nodiscard]] PersonRow rowOf(const Person &person) const;
    [[nodiscard]] QString placeText(const Person &person) const;
    [[nodiscard]] std::optional<Person> openPerson() const;
    [[nodiscard]] Person drafted(Person person) const;
    [[nodiscard]] const std::optional<Person> &personHere() const { return m_desk.state().person; }

    void forgetBadge();
    static QCoro::Task<Result<Person>> makeBadgeOf(ShopDesk &desk, PersonId person, std::shared_ptr<QString> code);
    static QCoro::Task<Result<Person>> inviteAtPlatform(ShopDesk &desk, Person person);
    static QCoro::Task<> read(Self self, std::stop_token stop);
    static QCoro::Task<> run(Self self, std::stop_token stop, Doing doing, Done done);

    ShopDesk &m_desk;
    Notices &m_notices;
    ActionList m_actions;
    bool m_inFront = false;
    bool m_isReading = false;
    bool m_readAgain = false;
    bool m_isWorking = false;
    std::stop_source m_stop;
    std::optional<PersonId> m_reader; ///< whom the list was read for

    QList<Person> m_people;
    QList<Location> m_locations;
    QList<OwnRole> m_roles;
    ListPhase m_phase = ListPhase::Blank;
    std::optional<Problem> m_problem;
    QHash<QString, QString> m_fieldProblems;
    QString m_filter;
    QList<PersonRow> m_rows;
    QString m_countText;
    QString m_openId;
    std::optional<PersonDetail> m_detail;
    std::optional<Person> m_before; ///< as it was when typing began
    PersonDraft m_seen;             ///< the draft of `m_before`
    PersonDraft m_draft;
    QString m_typedPin;
    std::optional<MadeBadge> m_madeBadge;
};

} // namespace crema
