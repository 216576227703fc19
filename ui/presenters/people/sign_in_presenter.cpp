// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/sign_in_presenter.h"

namespace crema {
namespace {

Problem incomplete(const QString &message, const QString &hint)
{
    return {ProblemKind::Invalid, QStringLiteral("sign_in.incomplete"), message, hint, {}};
}

} // namespace

SignInPresenter::SignInPresenter(ShopDesk &desk, QObject *parent) : QObject(parent), m_desk(desk), m_watch(desk)
{
    connect(&m_watch, &PersonWatch::personChanged, this, &SignInPresenter::restart);
}

SignInPresenter::~SignInPresenter()
{
    m_stop.request_stop();
}

QString SignInPresenter::email() const
{
    const std::optional<Person> &person = m_desk.state().person;
    return person ? person->email : QString();
}

void SignInPresenter::report(const Problem &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void SignInPresenter::restart()
{
    m_stop.request_stop();
    m_stop = {};
    m_isBusy = false;
    m_waiting.reset();
    m_problem.reset();
    Q_EMIT changed();
}

void SignInPresenter::submit(const QString &email, const QString &password)
{
    if (m_isBusy || m_waiting)
        return;
    if (email.trimmed().isEmpty() || password.isEmpty())
        report(incomplete(tr("Mail address and password are both needed."), tr("Type them and try again.")));
    else
        begin({email.trimmed(), password}, {});
}

void SignInPresenter::submitCode(const QString &code)
{
    if (m_isBusy || !m_waiting)
        return;
    if (code.trimmed().isEmpty())
        report(incomplete(tr("The code is needed."), tr("Type the six digits that the authenticator shows now.")));
    else
        begin(*m_waiting, code.trimmed());
}

void SignInPresenter::begin(const Credentials &shown, const QString &code)
{
    m_isBusy = true;
    m_problem.reset();
    Q_EMIT changed();
    run(this, m_stop.get_token(), shown, code);
}

QCoro::Task<> SignInPresenter::run(Self self, std::stop_token stop, Credentials shown, QString code)
{
    const Result<Person> person = co_await self->m_desk.login(shown.email, shown.password, code);
    if (!stop.stop_requested() && self)
        self->answered(person, shown);
}

void SignInPresenter::answered(const Result<Person> &person, const Credentials &shown)
{
    m_isBusy = false;
    const QString reason = person ? QString() : person.error().code;
    // A code that was wrong, or a network that was away: the next one may be typed. A password that is right no more
    // begins anew.
    // Known at the platform, which lets them set up an authenticator and nothing else: the page of the account does
    // that.
    const bool isKnown = person || reason == QLatin1String("auth.authenticator_needed");
    if (reason == QLatin1String("auth.code_needed"))
        m_waiting = shown;
    else if (isKnown || reason == QLatin1String("auth.wrong_credentials"))
        m_waiting.reset();
    if (!person && reason != QLatin1String("auth.code_needed"))
        m_problem = person.error();
    Q_EMIT changed();
    if (isKnown)
        Q_EMIT signedIn();
}

} // namespace crema
