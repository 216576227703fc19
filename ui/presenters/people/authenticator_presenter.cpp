// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/authenticator_presenter.h"

#include "ui/presenters/customers/private_file.h"

#include <QFileInfo>

namespace crema {
namespace {

constexpr int groupLength = 4;

Problem needed(const QString &message, const QString &hint)
{
    return {ProblemKind::Invalid, QStringLiteral("authenticator.incomplete"), message, hint, {}};
}

} // namespace

AuthenticatorPresenter::AuthenticatorPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale), m_watch(desk)
{
    connect(&m_watch, &PersonWatch::personChanged, this, &AuthenticatorPresenter::forget);
}

AuthenticatorPresenter::~AuthenticatorPresenter()
{
    m_stop.request_stop();
}

void AuthenticatorPresenter::forget()
{
    m_stop.request_stop();
    m_stop = {};
    m_isBusy = false;
    m_isDone = false;
    setStep(AuthenticatorStep::Start);
}

void AuthenticatorPresenter::setStep(AuthenticatorStep step)
{
    m_step = step;
    m_problem.reset();
    m_isAsking = false;
    m_then = nullptr;
    // No secret is kept longer than the step that shows it.
    if (step != AuthenticatorStep::Code)
        m_offer = {};
    if (step != AuthenticatorStep::Codes) {
        m_codes.clear();
        m_savedFile.clear();
    }
    Q_EMIT changed();
}

void AuthenticatorPresenter::begin()
{
    if (m_step != AuthenticatorStep::Start)
        return;
    m_isDone = false;
    setStep(AuthenticatorStep::Password);
}

void AuthenticatorPresenter::startWork()
{
    m_isBusy = true;
    m_problem.reset();
    Q_EMIT changed();
}

bool AuthenticatorPresenter::failed(const std::optional<Problem> &problem)
{
    m_isBusy = false;
    if (!problem)
        return false;
    if (problem->code == QLatin1String("session.ended")) {
        setStep(AuthenticatorStep::Start);
        Q_EMIT sessionEnded();
        return true;
    }
    m_problem = problem;
    Q_EMIT changed();
    return true;
}

void AuthenticatorPresenter::submitPassword(const QString &password)
{
    if (m_isBusy || m_step != AuthenticatorStep::Password)
        return;
    if (password.isEmpty()) {
        (void)failed(needed(tr("The password is needed."), tr("Type the password that you sign in with now.")));
        return;
    }
    startWork();
    ask(this, m_stop.get_token(), password);
}

QCoro::Task<> AuthenticatorPresenter::ask(Self self, std::stop_token stop, QString password)
{
    const Result<sync::AuthenticatorOffer> offer = co_await self->m_desk.offerAuthenticator(password);
    if (stop.stop_requested() || !self || self->failed(offer ? std::nullopt : std::optional(offer.error())))
        co_return;
    self->m_offer = *offer;
    self->setStep(AuthenticatorStep::Code);
}

QString AuthenticatorPresenter::secretText() const
{
    QStringList groups;
    for (qsizetype at = 0; at < m_offer.secret.size(); at += groupLength)
        groups.append(m_offer.secret.mid(at, groupLength));
    return groups.join(u' ');
}

void AuthenticatorPresenter::submitCode(const QString &code)
{
    if (m_isBusy || m_step != AuthenticatorStep::Code)
        return;
    // Apps show the digits in two groups.
    const QString digits = QString(code).remove(u' ');
    if (digits.isEmpty()) {
        (void)failed(needed(tr("The code is needed."), tr("Type the six digits that the authenticator shows now.")));
        return;
    }
    startWork();
    confirm(this, m_stop.get_token(), digits);
}

QCoro::Task<> AuthenticatorPresenter::confirm(Self self, std::stop_token stop, QString code)
{
    const Result<QStringList> codes = co_await self->m_desk.confirmAuthenticator(code);
    if (stop.stop_requested() || !self || self->failed(codes ? std::nullopt : std::optional(codes.error())))
        co_return;
    self->m_codes = *codes;
    self->setStep(AuthenticatorStep::Codes);
}

QString AuthenticatorPresenter::recoveryText() const
{
    if (m_codes.isEmpty())
        return {};
    const QString about = tr("Recovery codes for Crema. Each lets you in once when the authenticator is lost.");
    return QStringLiteral("%1\n\n%2\n").arg(about, m_codes.join(u'\n'));
}

QString AuthenticatorPresenter::proposedName() const
{
    const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
    return QStringLiteral("crema-recovery-codes-%1.txt").arg(times.dayOf(m_clock.now()).toString(Qt::ISODate));
}

void AuthenticatorPresenter::saveTo(const QString &path)
{
    if (m_step != AuthenticatorStep::Codes || path.isEmpty())
        return;
    m_problem.reset();
    m_savedFile.clear();
    const QString name = QFileInfo(path).fileName();
    if (writePrivateFile(path, recoveryText().toUtf8()))
        m_savedFile = name;
    else
        m_problem = {ProblemKind::Device,
                     QStringLiteral("file.unwritable"),
                     tr("The codes could not be written to %1.", "a file").arg(name),
                     tr("Choose another folder, or copy them."),
                     {}};
    Q_EMIT changed();
}

void AuthenticatorPresenter::confirmKept()
{
    if (m_step != AuthenticatorStep::Codes)
        return;
    m_isDone = true;
    setStep(AuthenticatorStep::Start);
}

bool AuthenticatorPresenter::mayLeave(std::function<void()> then)
{
    if (m_step != AuthenticatorStep::Codes) {
        forget();
        return true;
    }
    m_isAsking = true;
    m_then = std::move(then);
    Q_EMIT changed();
    return false;
}

void AuthenticatorPresenter::answerLeaving(bool leave)
{
    if (!m_isAsking)
        return;
    const std::function<void()> then = std::exchange(m_then, nullptr);
    m_isAsking = false;
    if (!leave) {
        Q_EMIT changed();
        return;
    }
    forget();
    if (then)
        then();
}

void AuthenticatorPresenter::leave()
{
    if (m_step != AuthenticatorStep::Codes)
        forget();
}

} // namespace crema
