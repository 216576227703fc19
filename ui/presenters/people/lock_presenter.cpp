// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/lock_presenter.h"

#include "models/people/badge.h"
#include "ui/presenters/till/till_texts.h"

#include <algorithm>

namespace crema {
namespace {

std::int64_t idleMsOf(const sync::ClientState &state)
{
    constexpr std::int64_t msOfMinute = 60'000;
    return state.settings.number(shop_setting::tillLockMinutes) * msOfMinute;
}

} // namespace

LockPresenter::LockPresenter(ShopDesk &desk, Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_passwordCode(desk), m_authenticator(desk, clock, QLocale::c()),
      m_activeSinceMs(clock.monotonicMs())
{
    declareActions();
    updateActions();
    connect(&m_passwordCode, &PasswordCodePresenter::done, this, &LockPresenter::signIn);
    connect(&m_authenticator, &AuthenticatorPresenter::changed, this, &LockPresenter::followAuthenticator);
}

LockPresenter::~LockPresenter()
{
    m_stop.request_stop();
}

void LockPresenter::declareActions()
{
    m_actions.add({QStringLiteral("people.lock"),
                   tr("Lock the till"),
                   QStringLiteral("lock"),
                   ActionCategory::Device,
                   {QStringLiteral("Ctrl+Shift+L")},
                   {}},
                  [this] { lock(); });
    m_actions.add(
        {QStringLiteral("people.switch"), tr("Switch person"), QStringLiteral("users"), ActionCategory::Device, {}, {}},
        [this] { switchPerson(); });
}

void LockPresenter::updateActions()
{
    const sync::ClientState &state = m_desk.state();
    const bool isAnyoneBack = std::any_of(m_people.cbegin(), m_people.cend(),
                                          [](const LockPerson &person) { return person.hasPin || person.hasBadge; });
    QString reason;
    if (!state.enrolled)
        reason = tr("This device is not enrolled yet, so nobody signs in here.");
    else if (m_mode == LockMode::Locked)
        reason = tr("The till is locked.");
    else if (!isAnyoneBack)
        reason = tr("Nobody here has a PIN or a badge, so nobody could come back without the platform.");
    m_actions.find(u"people.lock")->setDisabledReason(reason);
    m_actions.find(u"people.switch")->setDisabledReason(reason);
}

void LockPresenter::start()
{
    connect(&m_desk, &TillDesk::changed, this, &LockPresenter::followDesk);
    connect(&m_desk, &TillDesk::dataChanged, this, [this] { readPeople(this, m_stop.get_token()); });
    followDesk();
    setIdleMs(m_idleMs);
}

void LockPresenter::followDesk()
{
    const sync::ClientState &state = m_desk.state();
    if (m_followsShop && m_idleMs != idleMsOf(state))
        setIdleMs(idleMsOf(state));
    if (state.person)
        m_last = state.person->id;
    if (state.open && !state.enrolled)
        m_wasNotEnrolled = true;
    if (state.open && state.enrolled) {
        if (std::exchange(m_wasNotEnrolled, false))
            lock();
        if (m_people.isEmpty())
            readPeople(this, m_stop.get_token());
        if (!state.person && m_mode != LockMode::Locked)
            setMode(LockMode::Locked);
    }
    updateActions();
}

void LockPresenter::setMode(LockMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    m_waiting.reset();
    m_passwordCode.clear();
    m_pin.clear();
    m_message.reset();
    noteActivity();
    if (isCovering())
        readPeople(this, m_stop.get_token());
    updateActions();
    Q_EMIT modeChanged();
    Q_EMIT changed();
}

QString LockPresenter::presentName() const
{
    const std::optional<Person> &person = m_desk.state().person;
    return m_mode == LockMode::Switching && person ? person->name : QString();
}

void LockPresenter::lock()
{
    if (m_mode == LockMode::Locked || !m_desk.state().enrolled)
        return;
    setMode(LockMode::Locked);
    leave(this, m_stop.get_token());
}

QCoro::Task<> LockPresenter::leave(Self self, std::stop_token stop)
{
    const Result<void> left = co_await self->m_desk.signOut();
    if (stop.stop_requested() || !self)
        co_return;
    // It stays locked either way; only a restart would find the person signed in.
    if (!left)
        self->say(Tone::Warning, left.error().message, left.error().hint);
}

void LockPresenter::switchPerson()
{
    if (m_mode == LockMode::Open && m_desk.state().enrolled)
        setMode(LockMode::Switching);
}

void LockPresenter::cancel()
{
    // Whoever is known at the platform by now is not the one who goes back.
    if (isSettingUp())
        m_authenticator.leave();
    else if (m_mode == LockMode::Switching && !m_busy)
        setMode(LockMode::Open);
}

QCoro::Task<> LockPresenter::readPeople(Self self, std::stop_token stop)
{
    if (self->m_reading)
        co_return;
    self->m_reading = true;
    const Result<QList<Person>> people = co_await self->m_desk.people();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_reading = false;
    if (people)
        self->showPeople(*people);
    else if (self->isCovering())
        self->say(Tone::Warning, people.error().message, people.error().hint);
}

void LockPresenter::showPeople(const QList<Person> &people)
{
    const std::optional<PersonId> kept =
        m_selected >= 0 && !m_pin.isEmpty() ? std::optional(m_people.at(m_selected).id) : m_last;
    m_people.clear();
    for (const Person &person : people)
        m_people.append({person.id, person.name, TillTexts::initials(person.name), !person.pinHash.isEmpty(),
                         !person.badgeHash.isEmpty()});
    std::sort(m_people.begin(), m_people.end(),
              [](const LockPerson &a, const LockPerson &b) { return a.name.localeAwareCompare(b.name) < 0; });
    m_selected = m_people.isEmpty() ? -1 : 0;
    for (int row = 0; row < m_people.size(); ++row) {
        if (m_people.at(row).id == kept)
            m_selected = row;
    }
    updateActions();
    Q_EMIT changed();
}

void LockPresenter::say(Tone tone, const QString &text, const QString &hint)
{
    m_message = TillMessage{tone, text, hint, ++m_messageNumber};
    Q_EMIT changed();
}

void LockPresenter::select(int row)
{
    if (m_busy || isSettingUp() || row < 0 || row >= m_people.size() || row == m_selected)
        return;
    m_selected = row;
    m_waiting.reset();
    m_pin.clear();
    m_message.reset();
    Q_EMIT changed();
}

void LockPresenter::typeDigit(int digit)
{
    if (m_busy || digit < 0 || digit > 9 || m_pin.size() == maxPinLength)
        return;
    if (m_pin.isEmpty())
        m_message.reset();
    m_pin += QChar(static_cast<char16_t>(u'0' + digit));
    Q_EMIT changed();
}

void LockPresenter::eraseDigit()
{
    if (m_busy)
        return;
    m_pin.chop(1);
    Q_EMIT changed();
}

void LockPresenter::clearDigits()
{
    if (m_busy)
        return;
    m_pin.clear();
    Q_EMIT changed();
}

void LockPresenter::submit()
{
    if (m_busy || !isCovering() || m_pin.isEmpty() || m_selected < 0)
        return;
    m_busy = true;
    const QString pin = std::exchange(m_pin, {});
    Q_EMIT changed();
    tryPin(this, m_stop.get_token(), m_people.at(m_selected).id, pin);
}

QCoro::Task<> LockPresenter::tryPin(Self self, std::stop_token stop, PersonId person, QString pin)
{
    const Result<Person> found = co_await self->m_desk.switchByPin(person, pin);
    if (!stop.stop_requested() && self)
        self->answered(found);
}

void LockPresenter::signIn(const QString &mail, const QString &password)
{
    if (m_busy || isSettingUp() || !isCovering())
        return;
    if (mail.trimmed().isEmpty() || password.isEmpty()) {
        say(Tone::Warning, tr("Mail address and password are both needed."), tr("Type them and try again."));
        return;
    }
    m_busy = true;
    m_pin.clear();
    Q_EMIT changed();
    m_waiting.reset();
    tryPassword(this, m_stop.get_token(), {mail.trimmed(), password}, {});
}

void LockPresenter::submitCode(const QString &code)
{
    if (m_busy || !isCodeNeeded())
        return;
    if (code.trimmed().isEmpty()) {
        say(Tone::Warning, tr("The code is needed."), tr("Type the six digits that the authenticator shows now."));
        return;
    }
    m_busy = true;
    Q_EMIT changed();
    tryPassword(this, m_stop.get_token(), *m_waiting, code.trimmed());
}

void LockPresenter::cancelCode()
{
    if (m_busy || !isCodeNeeded())
        return;
    m_waiting.reset();
    m_message.reset();
    Q_EMIT changed();
}

void LockPresenter::setUpAuthenticator(const Credentials &shown)
{
    m_waiting = shown;
    m_message.reset();
    m_authenticator.begin();
    m_authenticator.submitPassword(shown.password);
}

void LockPresenter::followAuthenticator()
{
    const bool wasSettingUp = std::exchange(m_wasSettingUp, isSettingUp());
    if (!wasSettingUp || isSettingUp()) {
        Q_EMIT changed();
    } else if (m_authenticator.isDone()) {
        // It has to be at hand from now on, and each code counts once.
        say(Tone::Neutral, tr("The authenticator is set up."), tr("Type the next code that it shows to sign in."));
    } else {
        m_waiting.reset();
        setMode(LockMode::Locked);
        leave(this, m_stop.get_token());
        Q_EMIT changed();
    }
}

QCoro::Task<> LockPresenter::tryPassword(Self self, std::stop_token stop, Credentials shown, QString code)
{
    const Result<Person> found = co_await self->m_desk.login(shown.mail, shown.password, code);
    if (!stop.stop_requested() && self)
        self->answeredAtPlatform(found, shown);
}

void LockPresenter::answeredAtPlatform(const Result<Person> &person, const Credentials &shown)
{
    const QString reason = person ? QString() : person.error().code;
    if (reason == QLatin1String("auth.authenticator_needed")) {
        m_busy = false;
        setUpAuthenticator(shown);
        return;
    }
    const bool isAsked = reason == QLatin1String("auth.code_needed");
    // A code that was wrong, or a network that was away: the next one may be typed. A password that is right no more
    // begins anew.
    if (isAsked)
        m_waiting = shown;
    else if (reason == QLatin1String("auth.wrong_credentials"))
        m_waiting.reset();
    if (!isAsked) {
        answered(person);
        return;
    }
    m_busy = false;
    say(Tone::Neutral, person.error().message, person.error().hint);
}

void LockPresenter::answered(const Result<Person> &person)
{
    m_busy = false;
    if (person) {
        setMode(LockMode::Open);
        return;
    }
    say(Tone::Warning, person.error().message, person.error().hint);
    Q_EMIT refused();
}

bool LockPresenter::anyBadge() const
{
    return std::any_of(m_people.cbegin(), m_people.cend(), [](const LockPerson &person) { return person.hasBadge; });
}

bool LockPresenter::takeBadge(const QString &scanned)
{
    if (!badgeCodeIn(scanned))
        return false;
    // No code of a badge goes any further: it would be shown as a product that is not known.
    if (m_busy || isSettingUp() || !m_desk.state().enrolled) {
        Q_EMIT refused();
        return true;
    }
    noteActivity();
    m_busy = true;
    m_pin.clear();
    m_waiting.reset();
    Q_EMIT changed();
    tryBadge(this, m_stop.get_token(), scanned);
    return true;
}

QCoro::Task<> LockPresenter::tryBadge(Self self, std::stop_token stop, QString scanned)
{
    const Result<Person> found = co_await self->m_desk.switchByBadge(scanned);
    if (!stop.stop_requested() && self)
        self->answeredBadge(found);
}

void LockPresenter::answeredBadge(const Result<Person> &person)
{
    // In the middle of a sale nothing tells of it but the lock; whoever is here goes back from there.
    if (!person && m_mode == LockMode::Open)
        setMode(LockMode::Switching);
    answered(person);
    Q_EMIT changed();
}

void LockPresenter::refuseScan()
{
    say(Tone::Warning, tr("The till is locked, so the code was not taken."), tr("Sign in, then scan it again."));
    Q_EMIT refused();
}

// Idle

void LockPresenter::lockWhenIdle()
{
    m_followsShop = true;
    setIdleMs(idleMsOf(m_desk.state()));
}

void LockPresenter::setIdleMs(std::int64_t idleMs)
{
    m_idleMs = idleMs;
    m_idleTimer.reset();
    noteActivity();
    if (idleMs > 0)
        watchIdle(idleMs);
}

void LockPresenter::watchIdle(std::int64_t delayMs)
{
    m_idleTimer = m_clock.after(delayMs, [this] { idled(); });
}

void LockPresenter::idled()
{
    // One timer for the whole span instead of one for each key: an idle till wakes up once in so many minutes.
    const std::int64_t rest = m_activeSinceMs + m_idleMs - m_clock.monotonicMs();
    if (rest > 0) {
        watchIdle(rest);
        return;
    }
    if (presentComesBack() && !isSettingUp())
        lock();
    watchIdle(m_idleMs);
}

bool LockPresenter::presentComesBack() const
{
    // Who has neither could not come back while the platform is away, so nobody locks them out by surprise.
    const std::optional<Person> &person = m_desk.state().person;
    return person && (!person->pinHash.isEmpty() || !person->badgeHash.isEmpty());
}

} // namespace crema
