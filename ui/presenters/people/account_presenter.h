// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/action.h"
#include "ui/presenters/people/account_view.h"
#include "ui/presenters/people/person_watch.h"
#include "ui/presenters/people/sign_in_presenter.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QLocale>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace crema {

/// What stands where one's own account is shown.
enum class AccountPhase {
    Blank,    ///< nobody is here, or it is being read, too short a time to say so
    Loading,  ///< being read for 300 ms
    SignIn,   ///< the platform does not know who is here: they sign in first
    SetUp,    ///< the shop asks for an authenticator, which is set up first
    Sessions, ///< where the person is signed in
    Failed,   ///< could not be read, and there is nothing older to show
};

/// Where whoever works here is signed in at the platform (ADR 032), for any toolkit; with showPerson() where somebody
/// else is, for who manages people. Who switched by PIN has no session there and signs in first. Every method returns
/// at once; what takes longer ends in changed(). Another person at the device finds nothing of the one before. Lives on
/// one thread; desk and clock outlive it.
class AccountPresenter final : public QObject
{
    Q_OBJECT

public:
    AccountPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~AccountPresenter() override;

    void arrive();
    /// What was typed and asked is forgotten, and whose sessions were shown.
    void leave();
    /// Reads where this person is signed in, until leave().
    void showPerson(PersonId id, const QString &name);
    /// It is of somebody else than who works here.
    [[nodiscard]] bool isOfOther() const { return m_other.has_value(); }

    /// Ids: account.refresh, account.end-others, account.password, account.authenticator. The last two only say what
    /// the person came for: passwordWanted(), authenticatorWanted().
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] AccountPhase phase() const { return m_phase; }
    /// This session first, then those used last.
    [[nodiscard]] const QList<SessionRow> &rows() const { return m_rows; }
    /// Why nothing or something older is shown, or why the last step was not done.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// Something was sent to the platform and is not answered yet.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Of whoever works here or is shown; may be empty.
    [[nodiscard]] QString personName() const;
    void refresh();

    /// What is done while phase() is SignIn.
    [[nodiscard]] SignInPresenter &signIn() { return m_signIn; }
    /// The platform answered something else of the account that it knows nobody here any more.
    void offerSignIn();

    /// The authenticator that was asked for is there.
    void authenticatorSetUp();

    void askToEnd(const QString &id);
    void askToEndOthers();
    /// Nothing is ended before it is answered.
    [[nodiscard]] const std::optional<EndQuestion> &question() const { return m_question; }
    void answer(bool end);

Q_SIGNALS:
    void changed();
    /// Somebody else works here, or nobody: screens clear their fields.
    void personChanged();
    void passwordWanted();
    void authenticatorWanted();

private:
    using Self = QPointer<AccountPresenter>;

    struct Other {
        PersonId id;
        QString name;
    };

    void declareActions();
    void forget();
    void forgetSessions();
    void showActions();
    void tell();
    void report(const Problem &problem);
    void offerSetUp(const Problem &why);
    void offer(AccountPhase phase, const std::optional<Problem> &problem);
    void awaitAnswer();
    void setPhase(AccountPhase phase);
    void take(const Result<QList<PersonSession>> &answer);
    void askAbout(const QList<SessionId> &sessions, const EndQuestion &question);
    [[nodiscard]] QString endHint() const;
    [[nodiscard]] std::optional<PersonId> whose() const;
    [[nodiscard]] SessionRow rowOf(const PersonSession &session) const;

    static QCoro::Task<> read(Self self, std::stop_token stop);
    static QCoro::Task<> endAll(Self self, std::stop_token stop, QList<SessionId> sessions);

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    PersonWatch m_watch;
    SignInPresenter m_signIn;
    ActionList m_actions;
    std::stop_source m_stop;
    std::optional<Other> m_other;
    bool m_inFront = false;
    bool m_isReading = false;
    bool m_isBusy = false;
    AccountPhase m_phase = AccountPhase::Blank;
    std::unique_ptr<Timer> m_phaseTimer;
    QList<PersonSession> m_sessions; ///< in the order of the rows
    QList<SessionRow> m_rows;
    std::optional<Problem> m_problem;
    QList<SessionId> m_askedAbout;
    std::optional<EndQuestion> m_question;
};

} // namespace crema
