// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

#include <QStringList>

namespace crema::presenters {

/// What a new person needs, as typed.
struct NewPerson {
    QString name;
    QString email;         ///< may be empty
    QString role;          ///< "barista", or the name of an own one
    QStringList locations; ///< codes, or "everywhere"; none: where this device is
    QString pin;           ///< empty: none yet
};

/// Who works here, to look up and to change. The client outlives it.
class PersonsPresenter
{
public:
    explicit PersonsPresenter(sync::Client &client) : m_client(client) {}

    /// Everybody whom this device knows, also those who may not sign in any more. Errors: `auth.not_allowed`, here and
    /// in all below.
    [[nodiscard]] QCoro::Task<Result<QList<Person>>> list() const;
    /// By id, or by a part of name or address that fits one person. Errors: `person.unknown`, `person.ambiguous`.
    [[nodiscard]] QCoro::Task<Result<Person>> byWords(QString words) const;
    /// Errors: `change.value`, `pin.rules`, `person.email_taken`, those of models/people/person_rules.h.
    [[nodiscard]] QCoro::Task<Result<Person>> create(NewPerson person) const;
    /// Changes like `role=manager`; fields: name, email, role, locations. Errors: `change.unreadable`,
    /// `change.unknown_field`, `change.value`, `person.last_admin`, and as above.
    [[nodiscard]] QCoro::Task<Result<Person>> edit(QString words, QStringList changes) const;
    /// An empty PIN takes it away. Errors: `pin.rules`, `person.beyond_rights`.
    [[nodiscard]] QCoro::Task<Result<Person>> setPin(QString words, QString pin) const;
    /// A new badge in place of the one before. Errors: `badge.disabled`, `person.beyond_rights`.
    [[nodiscard]] QCoro::Task<Result<IssuedBadge>> makeBadge(QString words) const;
    [[nodiscard]] QCoro::Task<Result<Person>> takeBadge(QString words) const;
    /// The platform mails them a code to set a first password with. Errors: those of sync::Client::invite().
    [[nodiscard]] QCoro::Task<Result<Person>> invite(QString words) const;
    /// Errors: `person.last_admin`, `person.beyond_rights`.
    [[nodiscard]] QCoro::Task<Result<Person>> setActive(QString words, bool active) const;
    /// By id alone, so that nobody is taken for somebody else. Errors: `person.id`, `person.unknown`.
    [[nodiscard]] QCoro::Task<Result<Person>> byId(QString id) const;
    /// Errors: as byId(), and those of sync::Client::erasePerson().
    [[nodiscard]] QCoro::Task<Result<Person>> erase(QString id, EraseReason reason) const;

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
