// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/action.h"
#include "ui/presenters/people/authenticator_presenter.h"
#include "ui/presenters/people/password_code_presenter.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_view.h"

#include <QPointer>

#include <memory>
#include <stop_token>

namespace crema {

/// One person of this location as the lock lists them.
struct LockPerson {
    PersonId id;
    QString name;
    QString initials;
    bool hasPin = false; ///< without one the person signs in by mail address and password, or by their badge
    bool hasBadge = false;

    bool operator==(const LockPerson &) const = default;
};

/// Whether somebody can work at this device.
enum class LockMode {
    Open,
    Switching, ///< another person may take over; the present one can still go back
    Locked,    ///< nobody is signed in until a PIN, a badge or a password is right
};

/// Locks the device and changes the person at it (ux.md 2.2). A device that is enrolled anew begins locked: the code of
/// the enrolment names somebody, but nobody has shown to be that person. A locked device is signed out, so that a
/// restart does not open it; PINs and badges are checked by the local store, so that all of it works offline. Desk and
/// clock outlive it.
class LockPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::int64_t defaultIdleMs = 5 * 60'000; ///< where the shop did not set another time
    static constexpr qsizetype maxPinLength = 12;

    LockPresenter(ShopDesk &desk, Clock &clock, QObject *parent = nullptr);
    ~LockPresenter() override;

    /// Follows the desk and reads who works here; call once, after connecting the signals.
    void start();

    /// Ids: people.lock, people.switch.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] LockMode mode() const { return m_mode; }
    /// The lock stands in front of everything: nothing else may be seen, pressed or scanned.
    [[nodiscard]] bool isCovering() const { return m_mode != LockMode::Open; }
    /// By name; read again each time the lock comes up.
    [[nodiscard]] const QList<LockPerson> &people() const { return m_people; }
    /// The row in people() whose PIN is asked for; −1 while the list is empty.
    [[nodiscard]] int selected() const { return m_selected; }
    /// How many digits are typed. The digits themselves are never shown.
    [[nodiscard]] int pinLength() const { return static_cast<int>(m_pin.size()); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// What went wrong at the last attempt; nothing when there is nothing to say.
    [[nodiscard]] const std::optional<TillMessage> &message() const { return m_message; }
    /// Who is at the device while another person may take over; empty otherwise.
    [[nodiscard]] QString presentName() const;

    void lock();
    void switchPerson();
    /// Back to the present person; does nothing while locked.
    void cancel();
    void select(int row);
    void typeDigit(int digit);
    void eraseDigit();
    void clearDigits();
    /// Tries the typed PIN of the selected person.
    void submit();
    /// Needs the platform. For people without a PIN, and for a PIN that was wrong too often.
    void signIn(const QString &mail, const QString &password);
    /// Mail address and password are right, and this person has an authenticator: its code is needed too.
    [[nodiscard]] bool isCodeNeeded() const { return m_waiting.has_value() && !isSettingUp(); }
    /// A code of the authenticator, or a recovery code.
    void submitCode(const QString &code);
    /// Back to mail address and password.
    void cancelCode();
    /// Mail address and password are right, and the shop asks this person for an authenticator: they are let in once it
    /// is set up and has shown another code. Who turns away from it leaves a locked till.
    [[nodiscard]] bool isSettingUp() const { return m_authenticator.step() != AuthenticatorStep::Start; }
    [[nodiscard]] AuthenticatorPresenter &authenticator() { return m_authenticator; }
    /// For who has no password, or lost it; once it is set, they sign in with it.
    [[nodiscard]] PasswordCodePresenter &passwordCode() { return m_passwordCode; }

    /// A key, a touch or a scan: the time until the device locks itself begins again.
    void noteActivity() { m_activeSinceMs = m_clock.monotonicMs(); }
    /// After so long without activity it locks by itself; 0: never, until a screen that tells of activity asks for it.
    void setIdleMs(std::int64_t idleMs);
    /// As setIdleMs(), after the time that the shop has set; follows it from now on.
    void lockWhenIdle();
    /// A scan, whatever is in front. Whether it is a badge: its owner is then signed in, and the cart stays as after a
    /// PIN. One that is nobody's brings the lock to the front, which says so.
    bool takeBadge(const QString &scanned);
    /// Whether anybody here has a badge, so that scanning one is an answer.
    [[nodiscard]] bool anyBadge() const;
    /// A scan of anything else that came while the lock is in front: says so and forgets it.
    void refuseScan();

Q_SIGNALS:
    void modeChanged();
    /// People, selection, digits, message or busy.
    void changed();
    /// A wrong PIN or badge, or a scan: screens give the low tones.
    void refused();

private:
    using Self = QPointer<LockPresenter>;

    void declareActions();
    void updateActions();
    void followDesk();
    void setMode(LockMode mode);
    void showPeople(const QList<Person> &people);
    void say(Tone tone, const QString &text, const QString &hint);
    void watchIdle(std::int64_t delayMs);
    void idled();
    /// Whether whoever is here could come back while the platform is away.
    [[nodiscard]] bool presentComesBack() const;
    void answered(const Result<Person> &person);

    static QCoro::Task<> readPeople(Self self, std::stop_token stop);
    static QCoro::Task<> tryPin(Self self, std::stop_token stop, PersonId person, QString pin);
    static QCoro::Task<> tryBadge(Self self, std::stop_token stop, QString scanned);
    void answeredBadge(const Result<Person> &person);
    /// Who is known by their password and still has to show a code. Kept until that is done, and no longer.
    struct Credentials {
        QString mail;
        QString password;
    };
    void setUpAuthenticator(const Credentials &shown);
    void followAuthenticator();
    void answeredAtPlatform(const Result<Person> &person, const Credentials &shown);
    static QCoro::Task<> tryPassword(Self self, std::stop_token stop, Credentials shown, QString code);
    static QCoro::Task<> leave(Self self, std::stop_token stop);

    ShopDesk &m_desk;
    Clock &m_clock;
    ActionList m_actions;
    PasswordCodePresenter m_passwordCode;
    AuthenticatorPresenter m_authenticator;
    bool m_wasSettingUp = false;
    std::stop_source m_stop;
    LockMode m_mode = LockMode::Open;
    QList<LockPerson> m_people;
    std::optional<PersonId> m_last; ///< who was signed in last: the first guess of who comes back
    bool m_wasNotEnrolled = false;
    int m_selected = -1;
    QString m_pin;
    std::optional<Credentials> m_waiting;
    bool m_busy = false;
    bool m_reading = false;
    std::optional<TillMessage> m_message;
    std::int64_t m_messageNumber = 0;
    std::int64_t m_idleMs = 0;
    bool m_followsShop = false; ///< in how long that is
    std::int64_t m_activeSinceMs = 0;
    std::unique_ptr<Timer> m_idleTimer;
};

} // namespace crema
