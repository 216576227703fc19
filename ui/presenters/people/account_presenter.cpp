// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/account_presenter.h"

#include <algorithm>

namespace crema {
namespace {

constexpr std::int64_t tellAfterMs = 300;

} // namespace

AccountPresenter::AccountPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale), m_watch(desk), m_signIn(desk)
{
    declareActions();
    connect(&m_watch, &PersonWatch::personChanged, this, &AccountPresenter::forget);
    connect(&m_signIn, &SignInPresenter::signedIn, this, [this] {
        setPhase(AccountPhase::Blank);
        tell();
        refresh();
    });
}

AccountPresenter::~AccountPresenter()
{
    m_stop.request_stop();
}

void AccountPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, const QStringList &keys,
                            const QStringList &terminalKeys, std::function<void()> run) {
        m_actions.add(
            {QString::fromLatin1(id), text, QString::fromLatin1(icon), ActionCategory::Record, keys, terminalKeys},
            std::move(run));
    };
    add("account.refresh", tr("Ask again where you are signed in"), "sync", {QStringLiteral("F5")},
        {QStringLiteral("F4")}, [this] { refresh(); });
    add("account.end-others", tr("Sign out everywhere else"), "lock", {}, {}, [this] { askToEndOthers(); });
    add("account.password", tr("Change your password"), "key", {}, {}, [this] { Q_EMIT passwordWanted(); });
    add("account.authenticator", tr("Set up an authenticator"), "phone", {}, {},
        [this] { Q_EMIT authenticatorWanted(); });
    showActions();
}

QString AccountPresenter::personName() const
{
    if (m_other)
        return m_other->name;
    const std::optional<Person> &person = m_desk.state().person;
    return person ? person->name : QString();
}

void AccountPresenter::arrive()
{
    if (std::exchange(m_inFront, true))
        return;
    refresh();
}

void AccountPresenter::showPerson(PersonId id, const QString &name)
{
    forgetSessions();
    m_other = Other{id, name};
    m_inFront = true;
    tell();
    refresh();
}

void AccountPresenter::leave()
{
    m_inFront = false;
    m_signIn.restart();
    if (std::exchange(m_other, std::nullopt))
        forgetSessions();
    m_askedAbout.clear();
    m_question.reset();
    m_problem.reset();
    tell();
}

void AccountPresenter::forgetSessions()
{
    m_stop.request_stop();
    m_stop = {};
    m_isReading = false;
    m_isBusy = false;
    m_sessions.clear();
    m_rows.clear();
    m_problem.reset();
    m_askedAbout.clear();
    m_question.reset();
    setPhase(AccountPhase::Blank);
}

void AccountPresenter::forget()
{
    // Whom somebody looked at is nothing for the next person.
    if (std::exchange(m_other, std::nullopt))
        m_inFront = false;
    forgetSessions();
    tell();
    Q_EMIT personChanged();
    if (m_inFront)
        refresh();
}

void AccountPresenter::tell()
{
    showActions();
    Q_EMIT changed();
}

void AccountPresenter::showActions()
{
    const bool nobody = !m_desk.state().person;
    for (const char *id : {"account.refresh", "account.password", "account.authenticator"})
        m_actions.find(QString::fromLatin1(id))->setDisabledReason(nobody ? tr("Nobody is signed in.") : QString());
    const auto others = std::ranges::count(m_rows, false, &SessionRow::isThis);
    m_actions.find(u"account.end-others")
        ->setDisabledReason(m_phase == AccountPhase::Sessions && others > 0
                                ? QString()
                                : tr("You are signed in nowhere else, as far as is known here."));
}

void AccountPresenter::report(const Problem &problem)
{
    m_isBusy = false;
    m_problem = problem;
    tell();
}

void AccountPresenter::setPhase(AccountPhase phase)
{
    m_phaseTimer.reset();
    m_phase = phase;
}

void AccountPresenter::awaitAnswer()
{
    if (m_phase != AccountPhase::Blank && m_phase != AccountPhase::Failed)
        return;
    m_phaseTimer = m_clock.after(tellAfterMs, [this] {
        setPhase(AccountPhase::Loading);
        Q_EMIT changed();
    });
}

void AccountPresenter::refresh()
{
    if (m_isReading || !m_desk.state().person)
        return;
    m_isReading = true;
    awaitAnswer();
    read(this, m_stop.get_token());
}

QCoro::Task<> AccountPresenter::read(Self self, std::stop_token stop)
{
    const Result<QList<PersonSession>> answer = co_await self->m_desk.sessions(self->whose());
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    self->take(answer);
}

void AccountPresenter::take(const Result<QList<PersonSession>> &answer)
{
    if (!answer && answer.error().code == QLatin1String("session.ended")) {
        offerSignIn();
        return;
    }
    if (!answer && !m_other && answer.error().code == QLatin1String("auth.authenticator_needed")) {
        offerSetUp(answer.error());
        return;
    }
    m_problem.reset();
    if (!answer) {
        if (m_rows.isEmpty())
            setPhase(AccountPhase::Failed);
        report(answer.error());
        return;
    }
    m_sessions = *answer;
    std::ranges::stable_sort(m_sessions, [](const PersonSession &a, const PersonSession &b) {
        return a.isThis != b.isThis ? a.isThis : b.usedAt < a.usedAt;
    });
    m_rows.clear();
    for (const PersonSession &session : std::as_const(m_sessions))
        m_rows.append(rowOf(session));
    setPhase(AccountPhase::Sessions);
    tell();
}

SessionRow AccountPresenter::rowOf(const PersonSession &session) const
{
    const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
    const UtcTime now = m_clock.now();
    return {session.id.toString(),        session.deviceName,
            session.registerText,         times.relative(session.begunAt, now),
            times.exact(session.begunAt), times.relative(session.usedAt, now),
            times.exact(session.usedAt),  session.isThis};
}

void AccountPresenter::offerSignIn()
{
    offer(AccountPhase::SignIn, std::nullopt);
}

void AccountPresenter::offerSetUp(const Problem &why)
{
    offer(AccountPhase::SetUp, why);
}

void AccountPresenter::offer(AccountPhase phase, const std::optional<Problem> &problem)
{
    m_isBusy = false;
    m_sessions.clear();
    m_rows.clear();
    m_problem = problem;
    m_question.reset();
    setPhase(phase);
    tell();
}

void AccountPresenter::authenticatorSetUp()
{
    if (m_phase == AccountPhase::SetUp)
        refresh();
}

std::optional<PersonId> AccountPresenter::whose() const
{
    return m_other ? std::optional(m_other->id) : std::nullopt;
}

QString AccountPresenter::endHint() const
{
    return m_other ? tr("Whoever works there with the account of %1 needs the password again.").arg(m_other->name)
                   : tr("Whoever works there with your account needs the password again.");
}

void AccountPresenter::askAbout(const QList<SessionId> &sessions, const EndQuestion &question)
{
    m_askedAbout = sessions;
    m_question = question;
    m_problem.reset();
    tell();
}

void AccountPresenter::askToEnd(const QString &id)
{
    const auto found = std::ranges::find(m_rows, id, &SessionRow::id);
    // The one at hand ends by signing out, where everybody looks for it.
    if (m_isBusy || found == m_rows.end() || found->isThis)
        return;
    askAbout({m_sessions.at(found - m_rows.begin()).id},
             {tr("Sign out on %1?", "a device").arg(found->deviceText), endHint(), tr("Sign out there")});
}

void AccountPresenter::askToEndOthers()
{
    QList<SessionId> others;
    for (const PersonSession &session : std::as_const(m_sessions)) {
        if (!session.isThis)
            others.append(session.id);
    }
    if (m_isBusy || others.isEmpty())
        return;
    const int count = static_cast<int>(others.size());
    if (m_other)
        askAbout(others, {tr("Sign out on %n devices?", nullptr, count), endHint(), tr("Sign out everywhere")});
    else
        askAbout(others,
                 {tr("Sign out on %n other devices?", nullptr, count), endHint(), tr("Sign out everywhere else")});
}

void AccountPresenter::answer(bool end)
{
    if (m_isBusy || !m_question)
        return;
    m_question.reset();
    const QList<SessionId> sessions = std::exchange(m_askedAbout, {});
    m_isBusy = end;
    tell();
    if (end)
        endAll(this, m_stop.get_token(), sessions);
}

QCoro::Task<> AccountPresenter::endAll(Self self, std::stop_token stop, QList<SessionId> sessions)
{
    std::optional<Problem> problem;
    for (const SessionId &session : sessions) {
        const Result<void> ended = co_await self->m_desk.endSession(session);
        if (stop.stop_requested() || !self)
            co_return;
        // One that ended by itself is as it was meant to be.
        if (!ended && ended.error().code != QLatin1String("session.unknown"))
            problem = ended.error();
        if (problem)
            break;
    }
    self->m_isBusy = false;
    const Result<QList<PersonSession>> left = co_await self->m_desk.sessions(self->whose());
    if (stop.stop_requested() || !self)
        co_return;
    self->take(left);
    if (problem && self->m_phase == AccountPhase::Sessions)
        self->report(*problem);
}

} // namespace crema
