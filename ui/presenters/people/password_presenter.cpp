// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/password_presenter.h"

#include "models/security/password_rule.h"

namespace crema {

PasswordPresenter::PasswordPresenter(ShopDesk &desk, QObject *parent) : QObject(parent), m_desk(desk), m_watch(desk)
{
    connect(&m_watch, &PersonWatch::personChanged, this, &PasswordPresenter::forget);
}

PasswordPresenter::~PasswordPresenter()
{
    m_stop.request_stop();
}

void PasswordPresenter::forget()
{
    m_stop.request_stop();
    m_stop = {};
    m_isBusy = false;
    begin();
    Q_EMIT changed();
}

void PasswordPresenter::begin()
{
    m_isKept = false;
    m_fieldProblems.clear();
    m_problem.reset();
}

bool PasswordPresenter::check(const QString &present, const QString &next, const QString &again)
{
    const std::optional<Person> &person = m_desk.state().person;
    if (!person)
        return false;
    if (present.isEmpty())
        m_fieldProblems.insert(QStringLiteral("present"), tr("Type the password that you sign in with now."));
    if (const auto checked = checkPassword(next, ownWordsOf(person->name, person->email)); !checked)
        m_fieldProblems.insert(QStringLiteral("new"), checked.error().hint);
    else if (next != again)
        m_fieldProblems.insert(QStringLiteral("again"), tr("This is not the same. Type it again."));
    return m_fieldProblems.isEmpty();
}

void PasswordPresenter::change(const QString &present, const QString &next, const QString &again)
{
    if (m_isBusy)
        return;
    begin();
    m_isBusy = check(present, next, again);
    Q_EMIT changed();
    if (m_isBusy)
        run(this, m_stop.get_token(), present, next);
}

QCoro::Task<> PasswordPresenter::run(Self self, std::stop_token stop, QString present, QString next)
{
    const Result<void> set = co_await self->m_desk.setPassword(present, next);
    if (!stop.stop_requested() && self)
        self->answered(set);
}

void PasswordPresenter::answered(const Result<void> &set)
{
    m_isBusy = false;
    m_isKept = set.has_value();
    const QString reason = set ? QString() : set.error().code;
    if (reason == QLatin1String("auth.wrong_credentials"))
        m_fieldProblems.insert(QStringLiteral("present"), tr("This is not your password. Type it again."));
    else if (reason.startsWith(QLatin1String("password.")))
        m_fieldProblems.insert(QStringLiteral("new"), set.error().hint);
    else if (!set && reason != QLatin1String("session.ended"))
        m_problem = set.error(); // who has to sign in is led there, and finds no old refusal afterwards
    Q_EMIT changed();
    if (set)
        Q_EMIT kept();
    else if (reason == QLatin1String("session.ended"))
        Q_EMIT sessionEnded();
}

} // namespace crema
