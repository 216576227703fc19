// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/person_watch.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QPointer>

#include <stop_token>

namespace crema {

/// Signs whoever works here in at the platform: mail address and password, then a code where there is an authenticator.
/// Every method returns at once; what takes longer ends in a signal. The desk outlives it.
class SignInPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit SignInPresenter(ShopDesk &desk, QObject *parent = nullptr);
    ~SignInPresenter() override;

    /// The address of whoever works here; may be empty.
    [[nodiscard]] QString email() const;
    /// Mail address and password are right, and this person has an authenticator: its code is needed too.
    [[nodiscard]] bool isCodeNeeded() const { return m_waiting.has_value(); }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Why the last step was not done.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }

    void submit(const QString &email, const QString &password);
    /// A code of the authenticator, or a recovery code.
    void submitCode(const QString &code);
    /// Back to mail address and password, with nothing kept of them.
    void restart();

Q_SIGNALS:
    void changed();
    /// Also where the shop asks for an authenticator first; problem() says so then.
    void signedIn();

private:
    using Self = QPointer<SignInPresenter>;
    /// Who is known by their password and still has to show a code. Kept until that is done, and no longer.
    struct Credentials {
        QString email;
        QString password;
    };

    void begin(const Credentials &shown, const QString &code);
    void report(const Problem &problem);
    void answered(const Result<Person> &person, const Credentials &shown);

    static QCoro::Task<> run(Self self, std::stop_token stop, Credentials shown, QString code);

    ShopDesk &m_desk;
    PersonWatch m_watch;
    std::stop_source m_stop;
    bool m_isBusy = false;
    std::optional<Credentials> m_waiting;
    std::optional<Problem> m_problem;
};

} // namespace crema
