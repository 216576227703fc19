// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/people_presenter.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::PeoplePresenter)
};

Result<Person> oneOf(const QList<Person> &people, const QString &who)
{
    QList<Person> found;
    for (const Person &person : people) {
        if (person.name.contains(who, Qt::CaseInsensitive) || person.email.contains(who, Qt::CaseInsensitive))
            found.append(person);
    }
    if (found.isEmpty())
        return failure(ProblemKind::NotFound, u"person.unknown"_s, Texts::tr("Nobody here is called \"%1\".").arg(who),
                       Texts::tr("Run \"crema user list\" to see who works here."));
    if (found.size() > 1)
        return failure(ProblemKind::Invalid, u"person.ambiguous"_s,
                       Texts::tr("More than one person fits \"%1\".").arg(who),
                       Texts::tr("Write more of the name or the e-mail address."));
    return found.first();
}

} // namespace

QCoro::Task<Result<Person>> PeoplePresenter::switchByPin(QString who, QString pin) const
{
    sync::Client &client = m_client;
    if (who.isEmpty()) {
        if (!client.state().person)
            co_return failure(ProblemKind::NotSignedIn, u"auth.signed_out"_s, Texts::tr("Nobody is signed in here."),
                              Texts::tr("Say who: crema user pin NAME"));
        co_return co_await client.switchByPin(client.state().person->id, pin);
    }
    const Result<QList<Person>> people = co_await client.people();
    if (!people)
        co_return failure(people.error());
    const Result<Person> person = oneOf(*people, who);
    if (!person)
        co_return failure(person.error());
    co_return co_await client.switchByPin(person->id, pin);
}

} // namespace crema::presenters
