// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

namespace crema::presenters {

/// Who works at this device. The client outlives it.
class PeoplePresenter
{
public:
    explicit PeoplePresenter(sync::Client &client) : m_client(client) {}

    /// Asks the platform. `code` is empty until one is asked for. Errors: `auth.wrong_credentials`, `auth.code_needed`,
    /// `auth.wrong_code`, `auth.too_many_attempts`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<Person>> login(QString email, QString password, QString code) const
    {
        return m_client.login(email, password, code);
    }
    /// For whoever signed in just now with login(); the first argument is the present password.
    [[nodiscard]] QCoro::Task<Result<void>> setPassword(QString password, QString newPassword) const
    {
        return m_client.setPassword(password, newPassword);
    }
    /// Of who has none, or lost it: a code is mailed, which sets one. Errors: those of sync::Client.
    [[nodiscard]] QCoro::Task<Result<void>> askForPasswordCode(QString email) const
    {
        return m_client.askForPasswordCode(email);
    }
    [[nodiscard]] QCoro::Task<Result<void>> setPasswordByCode(QString email, QString code, QString newPassword) const
    {
        return m_client.setPasswordByCode(email, code, newPassword);
    }
    [[nodiscard]] QCoro::Task<Result<sync::AuthenticatorOffer>> offerAuthenticator(QString password) const
    {
        return m_client.offerAuthenticator(password);
    }
    [[nodiscard]] QCoro::Task<Result<QStringList>> confirmAuthenticator(QString code) const
    {
        return m_client.confirmAuthenticator(code);
    }
    /// Where whoever signed in with login() is signed in at the platform; with a person, where they are, for who
    /// manages people.
    [[nodiscard]] QCoro::Task<Result<QList<PersonSession>>> sessions(std::optional<PersonId> person = {}) const
    {
        return m_client.sessions(person);
    }
    [[nodiscard]] QCoro::Task<Result<void>> endSession(SessionId session) const { return m_client.endSession(session); }
    /// Works offline. `who` is a part of the name or e-mail that one person of this location has; empty: whoever is
    /// signed in. Errors: `person.unknown`, `person.ambiguous`, `auth.wrong_pin`, `auth.no_pin`,
    /// `auth.too_many_attempts`.
    [[nodiscard]] QCoro::Task<Result<Person>> switchByPin(QString who, QString pin) const;
    [[nodiscard]] std::optional<Person> signedIn() const { return m_client.state().person; }
    [[nodiscard]] bool isEnrolled() const { return m_client.state().enrolled; }
    [[nodiscard]] QCoro::Task<Result<QList<Person>>> list() const { return m_client.people(); }

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
