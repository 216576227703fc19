// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/people/person_watch.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QLocale>
#include <QPointer>

#include <functional>
#include <stop_token>

namespace crema {

/// How far the setting up of an authenticator has come.
enum class AuthenticatorStep {
    Start,    ///< nothing was begun
    Password, ///< the present password is needed
    Code,     ///< the app takes the secret in, and its first code is needed
    Codes,    ///< it counts; the recovery codes are shown, once
};

/// Sets an authenticator up for whoever is signed in at the platform (ADR 032): password, secret, first code, recovery
/// codes. Nobody reads these again, so it is not left before somebody said that they are kept. Another person at the
/// device finds nothing of it. Every method returns at once; what takes longer ends in changed(). Desk and clock
/// outlive it.
class AuthenticatorPresenter final : public QObject
{
    Q_OBJECT

public:
    AuthenticatorPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~AuthenticatorPresenter() override;

    [[nodiscard]] AuthenticatorStep step() const { return m_step; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Why the last step was not done.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// One was set up here; true until the screen is left.
    [[nodiscard]] bool isDone() const { return m_isDone; }

    void begin();
    /// Asks for the secret.
    void submitPassword(const QString &password);
    /// What a QR code says; empty but while the first code is asked for.
    [[nodiscard]] const QString &uri() const { return m_offer.uri; }
    /// The secret to type, in groups of four: "JBSW Y3DP EHPK 3PXP".
    [[nodiscard]] QString secretText() const;
    /// The app's first code.
    void submitCode(const QString &code);

    [[nodiscard]] const QStringList &recoveryCodes() const { return m_codes; }
    /// What is copied and saved: what they are for, and one in each line.
    [[nodiscard]] QString recoveryText() const;
    /// "crema-recovery-codes-2026-11-20.txt"
    [[nodiscard]] QString proposedName() const;
    /// A file that only its owner reads. Afterwards savedFile() names it, or problem() says why not.
    void saveTo(const QString &path);
    /// The name of the file that holds the codes; empty while none does.
    [[nodiscard]] const QString &savedFile() const { return m_savedFile; }
    /// Somebody has the codes; they are forgotten here.
    void confirmKept();

    /// Drops what was begun and lets `then` be done later by whoever called, when nothing is lost by it: true. Else it
    /// asks first, and does `then` once the answer is to leave.
    [[nodiscard]] bool mayLeave(std::function<void()> then);
    [[nodiscard]] bool isAskingToLeave() const { return m_isAsking; }
    void answerLeaving(bool leave);
    /// The screen is not seen any more: what was begun is dropped, but for codes that nobody has yet.
    void leave();

Q_SIGNALS:
    void changed();
    /// The platform knows nobody here any more.
    void sessionEnded();

private:
    using Self = QPointer<AuthenticatorPresenter>;

    void forget();
    void setStep(AuthenticatorStep step);
    void startWork();
    [[nodiscard]] bool failed(const std::optional<Problem> &problem);

    static QCoro::Task<> ask(Self self, std::stop_token stop, QString password);
    static QCoro::Task<> confirm(Self self, std::stop_token stop, QString code);

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    PersonWatch m_watch;
    std::stop_source m_stop;
    AuthenticatorStep m_step = AuthenticatorStep::Start;
    bool m_isBusy = false;
    bool m_isDone = false;
    bool m_isAsking = false;
    std::optional<Problem> m_problem;
    sync::AuthenticatorOffer m_offer;
    QStringList m_codes;
    QString m_savedFile;
    std::function<void()> m_then;
};

} // namespace crema
