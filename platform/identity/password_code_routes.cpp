// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/password_code_routes.h"

#include "models/base/json_fields.h"
#include "models/operations/storage_failure.h"
#include "models/people/mail_address.h"
#include "models/people/person_rules.h"
#include "models/security/password_rule.h"
#include "platform/base/log.h"
#include "platform/company/config_service.h"
#include "platform/company/stored_reference.h"
#include "platform/http/json_body.h"
#include "platform/identity/address_hold.h"
#include "platform/identity/asker.h"
#include "platform/identity/attempt_backoff.h"
#include "platform/identity/identity_routes.h"
#include "platform/identity/password_codes.h"
#include "platform/identity/sessions.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

/// Whoever lost their mail asks again, nobody's mailbox is filled.
constexpr AttemptBackoff::Shape askShape{3, 60'000, 15 * 60'000};
constexpr AttemptBackoff::Shape tryShape{5, 1'000, 60'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::PasswordCodes", text);
}

struct ResetBody {
    QString email;
    QString code;
    QString password;
};

Result<QString> readEmail(const QJsonObject &json)
{
    JsonFields fields(json);
    const QString email = fields.text(QStringLiteral("email"), 1, 254);
    return fields.result(email, QStringLiteral("request.malformed"));
}

Result<ResetBody> readReset(const QJsonObject &json)
{
    JsonFields fields(json);
    const ResetBody body{fields.text(QStringLiteral("email"), 1, 254), fields.text(QStringLiteral("code"), 1, 100),
                         fields.text(QStringLiteral("new_password"), 1, 1000)};
    return fields.result(body, QStringLiteral("request.malformed"));
}

Result<PersonId> readInvite(const QJsonObject &json)
{
    JsonFields fields(json);
    const auto person = fields.id<PersonId>(QStringLiteral("person"));
    return fields.result(person, QStringLiteral("request.malformed"));
}

Problem wrongMailedCode()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.wrong_code"),
            tr("This code does not fit, or is not good any more."),
            tr("Take the one of the latest mail, or ask for another."),
            {}};
}

Problem mayNotInvite()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("people.not_allowed"),
            tr("Only who manages people invites them."),
            tr("Ask a manager of this location."),
            {}};
}

Problem notHereYet()
{
    return {ProblemKind::NotFound,
            QStringLiteral("person.unknown"),
            tr("The platform does not know this person yet."),
            tr("Sync the device where they were added, then invite them."),
            {}};
}

Problem maySignInNowhere(const QString &name)
{
    return {ProblemKind::Conflict,
            QStringLiteral("person.disabled"),
            tr("%1 may not sign in.").arg(name),
            tr("Let them in again first."),
            {}};
}

Problem noEmail(const QString &name)
{
    return {ProblemKind::Invalid,
            QStringLiteral("person.no_email"),
            tr("There is no address to which %1 could be mailed.").arg(name),
            tr("Give them one first. A PIN works without."),
            {{QStringLiteral("email"), tr("There is none.")}}};
}

Problem addressIsNew(const QString &name)
{
    return {ProblemKind::Conflict,
            QStringLiteral("person.address_new"),
            tr("The address of %1 was changed less than three days ago, so no code goes there yet.").arg(name),
            tr("They sign in with their password, or ask for a code at the address before. If they have neither: "
               "crema-platform user set-password."),
            {}};
}

class PasswordCodeRoutes
{
public:
    PasswordCodeRoutes(DomainCore &core, SignIn &signIn, MailOutbox &outbox, WorkerPool &background,
                       const MakeAttemptBackoff &makeBackoff)
        : m_core(core), m_signIn(signIn), m_outbox(outbox), m_background(background),
          m_asks(makeBackoff("ask code", askShape)), m_tries(makeBackoff("show code", tryShape))
    {}

    http::Response ask(const http::Request &request, const http::Context &context)
    {
        const auto email = http::readJson(request).and_then(&readEmail);
        if (!email)
            return http::Response::problem(email.error());
        // Counted alike whether somebody has the address or not.
        if (const auto wait = counted(*m_asks, keysOf(*email, request.remoteAddress)); wait > 0)
            return haveToWait(wait);
        // What a known address takes longer than an unknown one is not to be seen in the answer.
        const bool isTaken = m_background.tryPost([this, email = *email, device = *context.caller.deviceId,
                                                   id = request.id] { oweCodeTo(email, device, id); });
        if (!isTaken)
            return haveToWait(1'000);
        return http::Response::json(
            {{QStringLiteral("expires_in"), qint64(passwordCodeLifetimeMs(m_core.config.values()) / 1000)}});
    }

    http::Response reset(const http::Request &request, const http::Context &context)
    {
        const auto body = http::readJson(request).and_then(&readReset);
        if (!body)
            return http::Response::problem(body.error());
        const QStringList keys = keysOf(body->email, request.remoteAddress);
        const DeviceId device = *context.caller.deviceId;
        if (const auto wait = waitOf(*m_tries, keys); wait > 0)
            return refusedSignIn(m_core, {tooManyAttempts(wait), wait}, request, device);
        if (const auto rules = checkPassword(body->password, ownWordsOf({}, body->email)); !rules)
            return http::Response::problem(rules.error());
        const std::optional<Person> person = whoShows(*body);
        if (!person) {
            addFailure(*m_tries, keys);
            return refusedSignIn(m_core, {wrongMailedCode(), 0}, request, device);
        }
        if (const auto rules = checkPassword(body->password, ownWordsOf(person->name, person->email)); !rules)
            return http::Response::problem(rules.error());
        // The code is used up only with the password: whoever is sent away here tries it again.
        const auto hash = m_signIn.hash(body->password);
        if (!hash)
            return refusedSignIn(m_core, hash.error(), request, device);
        const std::optional<UtcTime> setAt = setPassword(*person, body->code, *hash, request, context);
        if (!setAt)
            return http::Response::problem(wrongMailedCode());
        return http::Response::json({{QStringLiteral("set_at"), setAt->toString()}});
    }

    http::Response invite(const http::Request &request, const http::Context &context)
    {
        const std::optional<Person> asker = askerOf(m_core, request, context);
        // A device that names somebody of another place says what is not so.
        if (!asker || !asker->may(Permission::PeopleManage) || !sightOf(*asker, context))
            return http::Response::problem(mayNotInvite());
        const auto body = http::readJson(request).and_then(&readInvite);
        if (!body)
            return http::Response::problem(body.error());
        const std::optional<Person> invited = personNow(m_core, *body);
        if (!invited)
            return http::Response::problem(notHereYet());
        // By mailbox only: a shop may invite ten people at once.
        if (const auto wait = counted(*m_asks, {mailboxKey(invited->email)}); wait > 0)
            return haveToWait(wait);
        const Result<std::int64_t> owedForMs = oweInvitation(*invited, *asker, request, context);
        if (!owedForMs)
            return http::Response::problem(owedForMs.error());
        m_outbox.wake();
        return http::Response::json({{QStringLiteral("expires_in"), qint64(*owedForMs / 1000)}});
    }

private:
    static QString mailboxKey(const QString &email)
    {
        return QStringLiteral("mail:") + foldedMailAddress(email.trimmed());
    }

    static QStringList keysOf(const QString &email, const QString &address)
    {
        return {mailboxKey(email), QStringLiteral("from:") + address};
    }

    std::int64_t waitOf(AttemptBackoff &limit, const QStringList &keys)
    {
        std::int64_t wait = 0;
        for (const QString &key : keys)
            wait = std::max(wait, limit.waitMs(key, m_core.clock.monotonicMs()));
        return wait;
    }

    void addFailure(AttemptBackoff &limit, const QStringList &keys)
    {
        for (const QString &key : keys)
            limit.addFailure(key, m_core.clock.monotonicMs());
    }

    /// How long to wait; 0: it counts as one more.
    std::int64_t counted(AttemptBackoff &limit, const QStringList &keys)
    {
        const std::int64_t wait = waitOf(limit, keys);
        if (wait == 0)
            addFailure(limit, keys);
        return wait;
    }

    static http::Response haveToWait(std::int64_t waitMs)
    {
        return http::Response::problem(tooManyAttempts(waitMs)).withHeader("Retry-After", http::retryAfter(waitMs));
    }

    /// In the background.
    void oweCodeTo(const QString &email, DeviceId device, const QUuid &requestId)
    {
        try {
            retrying([&] {
                const auto connection = m_core.pool.borrow();
                Transaction transaction(*connection);
                const UtcTime now = m_core.clock.now();
                if (const std::optional<Person> person = findMailed(transaction, email, now)) {
                    const std::int64_t lifetimeMs = passwordCodeLifetimeMs(loadSettings(transaction));
                    oweMail(transaction, {person->id, MailKind::PasswordCode, {}, now, now.plusMs(lifetimeMs)});
                    // Whoever asked has shown nothing yet.
                    writeAudit(transaction, {{device.value(),
                                              now,
                                              std::nullopt,
                                              QStringLiteral("person.ask_code"),
                                              {QStringLiteral("person"), person->id.value()},
                                              std::nullopt,
                                              {},
                                              requestId}});
                }
                transaction.commit();
            });
            m_outbox.wake();
        } catch (const StorageFailure &failure) {
            m_core.log.write(LogLevel::Warning, "mail.not_owed", LogFields().add("code", failure.problem().code));
        }
    }

    /// Nothing: no code counts for them.
    static std::optional<CodeOwner> ownerOf(Transaction &transaction, const Person &person, UtcTime now)
    {
        const std::optional<QString> mailbox = mailboxOf(transaction, person, now);
        return mailbox ? std::optional(CodeOwner{person.id, *mailbox}) : std::nullopt;
    }

    /// Whose code it is, as far as it fits; the try counts.
    std::optional<Person> whoShows(const ResetBody &body)
    {
        return retrying([&]() -> std::optional<Person> {
            const auto connection = m_core.pool.borrow();
            Transaction transaction(*connection);
            const UtcTime now = m_core.clock.now();
            const std::optional<Person> person = findMailed(transaction, body.email, now);
            const std::optional<CodeOwner> owner = person ? ownerOf(transaction, *person, now) : std::nullopt;
            const bool fits = owner && tryPasswordCode(transaction, *owner, body.code, now);
            transaction.commit();
            return fits ? person : std::nullopt;
        });
    }

    /// Nothing when the code was used meanwhile, or the person is not who they were.
    std::optional<UtcTime> setPassword(const Person &person, const QString &code, const QString &hash,
                                       const http::Request &request, const http::Context &context)
    {
        return retrying([&]() -> std::optional<UtcTime> {
            const auto connection = m_core.pool.borrow();
            Transaction transaction(*connection);
            const UtcTime now = m_core.clock.now();
            // Whoever changes them waits, or was first and is seen.
            const Person held = lockPerson(transaction, person.id);
            const std::optional<CodeOwner> owner = ownerOf(transaction, held, now);
            if (!(held == person) || !owner || !usePasswordCode(transaction, *owner, code, now))
                return std::nullopt;
            transaction.run("identity/save_credential", {person.id, hash, now});
            endSessionsOf(transaction, person.id, SessionEnd::PasswordSet, now);
            writeAudit(transaction,
                       {auditOf(QStringLiteral("person.reset_password"), person.id, request, context, now)});
            transaction.commit();
            return now;
        });
    }

    /// Answers for how long it holds, in milliseconds.
    Result<std::int64_t> oweInvitation(const Person &person, const Person &asker, const http::Request &request,
                                       const http::Context &context)
    {
        return retrying([&]() -> Result<std::int64_t> {
            const auto connection = m_core.pool.borrow();
            Transaction transaction(*connection);
            if (const Result<void> may = checkGrant(asker, person, person); !may)
                return failure(may.error());
            if (!person.active)
                return failure(maySignInNowhere(person.name));
            if (!isMailAddress(person.email))
                return failure(noEmail(person.name));
            const UtcTime now = m_core.clock.now();
            if (isAddressHeld(transaction, person.id, now))
                return failure(addressIsNew(person.name));
            const std::int64_t lifetimeMs = invitationLifetimeMs(loadSettings(transaction));
            oweMail(transaction,
                    {person.id, MailKind::Invitation, invitationDocument(asker), now, now.plusMs(lifetimeMs)});
            AuditEntry entry = auditOf(QStringLiteral("person.invite"), person.id, request, context, now);
            entry.actor = asker.id;
            writeAudit(transaction, {entry});
            transaction.commit();
            return lifetimeMs;
        });
    }

    static AuditEntry auditOf(const QString &action, PersonId person, const http::Request &request,
                              const http::Context &context, UtcTime now)
    {
        return {context.caller.deviceId->value(),           now,          person, action,
                {QStringLiteral("person"), person.value()}, std::nullopt, {},     request.id};
    }

    DomainCore &m_core;
    SignIn &m_signIn;
    MailOutbox &m_outbox;
    WorkerPool &m_background;
    std::unique_ptr<AttemptBackoff> m_asks;
    std::unique_ptr<AttemptBackoff> m_tries;
};

} // namespace

void addPasswordCodeRoutes(http::Router &router, DomainCore &core, SignIn &signIn, MailOutbox &outbox,
                           WorkerPool &background, const MakeAttemptBackoff &makeBackoff)
{
    const auto routes = std::make_shared<PasswordCodeRoutes>(core, signIn, outbox, background, makeBackoff);
    const auto add = [&](const QString &name, const QString &path, auto handler, http::OpenTo openTo,
                         const QString &askerPermission = {}) {
        router.add({name, http::Method::Post, path, http::Credential::Device, {}, -1, openTo, askerPermission},
                   guarded(core, [routes, handler](const http::Request &request, http::Context &context) {
                       return (*routes.*handler)(request, context);
                   }));
    };
    add(QStringLiteral("mail_password_code"), QStringLiteral("/api/v1/auth/password/code"), &PasswordCodeRoutes::ask,
        http::OpenTo::Device);
    add(QStringLiteral("reset_password"), QStringLiteral("/api/v1/auth/password/reset"), &PasswordCodeRoutes::reset,
        http::OpenTo::Device);
    add(QStringLiteral("invite_person"), QStringLiteral("/api/v1/people/invite"), &PasswordCodeRoutes::invite,
        http::OpenTo::Asker, permissionText(Permission::PeopleManage));
}

} // namespace crema::platform
