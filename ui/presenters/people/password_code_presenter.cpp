// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/password_code_presenter.h"

namespace crema {

PasswordCodePresenter::PasswordCodePresenter(ShopDesk &desk, QObject *parent) : QObject(parent), m_desk(desk) {}

PasswordCodePresenter::~PasswordCodePresenter()
{
    m_stop.request_stop();
}

void PasswordCodePresenter::say(Tone tone, const QString &text, const QString &hint)
{
    m_isBusy = false;
    m_message = TillMessage{tone, text, hint, ++m_messageNumber};
    Q_EMIT changed();
}

bool PasswordCodePresenter::begin(bool isComplete, const QString &missing)
{
    if (m_isBusy)
        return false;
    if (!isComplete) {
        say(Tone::Warning, missing, tr("Type them and try again."));
        return false;
    }
    m_isBusy = true;
    m_message.reset();
    Q_EMIT changed();
    return true;
}

void PasswordCodePresenter::ask(const QString &mail)
{
    if (begin(!mail.trimmed().isEmpty(), tr("The mail address is needed.")))
        askPlatform(this, m_stop.get_token(), mail.trimmed());
}

void PasswordCodePresenter::set(const QString &mail, const QString &code, const QString &password)
{
    const bool isComplete = !mail.trimmed().isEmpty() && !code.trimmed().isEmpty() && !password.isEmpty();
    if (begin(isComplete, tr("Mail address, code and new password are all needed.")))
        setAtPlatform(this, m_stop.get_token(), mail.trimmed(), code.trimmed(), password);
}

void PasswordCodePresenter::clear()
{
    m_stop.request_stop();
    m_stop = {};
    m_isBusy = false;
    m_message.reset();
    Q_EMIT changed();
}

QCoro::Task<> PasswordCodePresenter::askPlatform(Self self, std::stop_token stop, QString mail)
{
    const Result<void> asked = co_await self->m_desk.askForPasswordCode(mail);
    if (stop.stop_requested() || !self)
        co_return;
    if (!asked) {
        self->say(Tone::Warning, asked.error().message, asked.error().hint);
        co_return;
    }
    self->say(Tone::Neutral, tr("If somebody has this address, a code is on its way to it."),
              tr("It is good for an hour. Look also where your mail program puts what it does not trust."));
    Q_EMIT self->asked();
}

QCoro::Task<> PasswordCodePresenter::setAtPlatform(Self self, std::stop_token stop, QString mail, QString code,
                                                   QString password)
{
    const Result<void> set = co_await self->m_desk.setPasswordByCode(mail, code, password);
    if (stop.stop_requested() || !self)
        co_return;
    if (!set) {
        if (set.error().code == QLatin1String("auth.wrong_code"))
            Q_EMIT self->codeRefused();
        self->say(Tone::Warning, set.error().message, set.error().hint);
        co_return;
    }
    self->m_isBusy = false;
    Q_EMIT self->changed();
    Q_EMIT self->done(mail, password);
}

} // namespace crema
