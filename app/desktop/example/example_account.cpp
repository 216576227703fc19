// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform tells of people: what was done, and where somebody is signed in.
#include "app/desktop/example/example_desk.h"
#include "app/desktop/example/example_shop.h"
#include "models/feed/entity_types.h"
#include "models/money/money_json.h"

#include <algorithm>

namespace crema::desktop {
namespace {

using namespace Qt::StringLiterals;

const QString password = u"right password"_s;

Problem nobodySignedIn()
{
    return {ProblemKind::NotSignedIn,
            u"session.ended"_s,
            u"Nobody is signed in at the platform from here."_s,
            u"Sign in with mail address and password."_s,
            {}};
}

Problem wrongPassword()
{
    return {ProblemKind::NotSignedIn,
            u"auth.wrong_credentials"_s,
            u"This is not your password."_s,
            u"Type it again."_s,
            {}};
}

Problem tooShort()
{
    return {ProblemKind::Invalid,
            u"password.too_short"_s,
            u"A password has 8 characters at least."_s,
            u"Take some words that have nothing to do with each other."_s,
            {}};
}

UtcTime at(const char *time)
{
    return *UtcTime::fromString(QString::fromLatin1(time));
}

bool fits(const AuditRecord &record, const AuditFilter &filter)
{
    if (filter.actor && record.actor != filter.actor)
        return false;
    if (filter.device && record.chain != filter.device->value())
        return false;
    if (filter.subject && record.subject.id != *filter.subject)
        return false;
    if (!filter.action.isEmpty() && record.action != filter.action &&
        !(filter.action.endsWith(u'.') && record.action.startsWith(filter.action)))
        return false;
    if ((filter.from && record.at < *filter.from) || (filter.until && !(record.at < *filter.until)))
        return false;
    return !filter.before || record.at < filter.before->at;
}

} // namespace

void ExampleDesk::addExampleAccount()
{
    const auto record = [&](int number, const char *time, const QString &actor, const QString &action,
                            const QString &subjectType, const QString &subject, const QList<AuditChange> &changes) {
        const auto personNamed = [this](const QString &name) -> std::optional<PersonId> {
            const auto person = std::ranges::find(m_people, name, &Person::name);
            return person == m_people.end() ? std::nullopt : std::optional(person->id);
        };
        AuditRecord made;
        if (!actor.isEmpty()) {
            made.chain = exampleId<DeviceId>(1).value();
            made.deviceName = u"Counter"_s;
            made.requestId = exampleId<OperationId>(600 + number).value();
        }
        made.number = number;
        made.at = at(time);
        made.actor = personNamed(actor);
        made.actorName = actor;
        made.action = action;
        made.subject = {subjectType, personNamed(subject).value_or(exampleId<PersonId>(400 + number)).value()};
        made.subjectName = subject;
        made.outcome = u"applied"_s;
        made.changes = changes;
        m_audit.prepend(made);
    };
    const QString ada = u"Ada Lindqvist"_s;
    const QString person = entity::person.toString();
    record(1, "2026-11-19T08:02:11.000Z", {}, u"person.create"_s, person, ada, {});
    record(2, "2026-11-19T08:40:00.000Z", ada, u"device.enroll"_s, u"device"_s, u"Counter"_s, {});
    record(3, "2026-11-19T15:12:30.000Z", ada, u"variant.edit"_s, entity::variant.toString(), u"Ethiopia Guji"_s,
           {{u"price"_s, priceToJson({Money(1350, m_state.currency()), 1}),
             priceToJson({Money(1490, m_state.currency()), 1})}});
    record(4, "2026-11-20T07:55:42.000Z", ada, u"person.edit"_s, person, u"Bea Brandt"_s,
           {{u"role"_s, u"barista"_s, u"manager"_s}, {u"active"_s, true, false}});
    record(5, "2026-11-20T08:10:05.000Z", ada, u"person.set_pin"_s, person, u"Jonas Brandt"_s,
           {{u"pin"_s, QJsonValue(QJsonValue::Undefined), u"set"_s}});
    record(6, "2026-11-20T09:31:58.000Z", u"Jonas Brandt"_s, u"product.edit"_s, entity::product.toString(),
           u"Sumatra Lintong"_s, {{u"archived"_s, false, true}});
    m_audit.first().approverName = ada;
    record(7, "2026-11-20T10:02:17.000Z", u"Bea Brandt"_s, u"person.edit"_s, person, u"Bea Brandt"_s, {});
    m_audit.first().outcome = u"refused"_s;
    const auto session = [&](int number, const QString &device, const QString &registerText, const char *begun,
                             const char *used) {
        m_sessions.append({SessionId(exampleId<PersonId>(500 + number).value()), exampleId<PersonId>(2), ada,
                           exampleId<DeviceId>(number), device, registerText, at(begun), at(used),
                           at(begun).plusMs(30ll * 24 * 60 * 60 * 1000), number == 1});
    };
    session(1, u"Counter"_s, u"MAIN-1"_s, "2026-11-20T07:50:00.000Z", "2026-11-20T10:40:00.000Z");
    session(2, u"Office laptop"_s, u"MAIN-4"_s, "2026-11-02T16:20:00.000Z", "2026-11-19T17:05:00.000Z");
}

QCoro::Task<Result<void>> ExampleDesk::invite(PersonId person)
{
    co_await turn();
    if (failAccount)
        co_return failure(*std::exchange(failAccount, std::nullopt));
    m_invited = person;
    co_return Result<void>();
}

QCoro::Task<Result<AuditPage>> ExampleDesk::auditTrail(AuditFilter filter)
{
    co_await turn();
    if (failAccount)
        co_return failure(*std::exchange(failAccount, std::nullopt));
    AuditPage page;
    page.isOfDevice = asksAsDevice;
    for (const AuditRecord &record : std::as_const(m_audit)) {
        if (!fits(record, filter))
            continue;
        if (page.records.size() == filter.limit) {
            const AuditRecord &last = page.records.last();
            page.next = AuditPlace{last.at, last.chain, last.number};
            break;
        }
        page.records.append(record);
    }
    co_return page;
}

QCoro::Task<Result<QList<PersonSession>>> ExampleDesk::sessions(std::optional<PersonId> person)
{
    co_await turn();
    if (failAccount)
        co_return failure(*std::exchange(failAccount, std::nullopt));
    if (m_sessions.isEmpty())
        co_return failure(nobodySignedIn());
    QList<PersonSession> found;
    for (const PersonSession &session : std::as_const(m_sessions)) {
        if (!person || session.person == *person)
            found.append(session);
    }
    co_return found;
}

QCoro::Task<Result<void>> ExampleDesk::endSession(SessionId session)
{
    co_await turn();
    if (failAccount)
        co_return failure(*std::exchange(failAccount, std::nullopt));
    if (m_sessions.removeIf([&](const PersonSession &other) { return other.id == session; }) == 0)
        co_return failure(ProblemKind::NotFound, u"session.unknown"_s, u"There is no such session any more."_s,
                          u"Look at the list again."_s);
    co_return Result<void>();
}

QCoro::Task<Result<void>> ExampleDesk::askForPasswordCode(QString)
{
    co_await turn();
    co_return Result<void>();
}

QCoro::Task<Result<void>> ExampleDesk::setPasswordByCode(QString, QString code, QString newPassword)
{
    co_await turn();
    if (code.toUpper() != u"K7QP-3M2X-9TRA"_s)
        co_return failure(ProblemKind::NotSignedIn, u"auth.wrong_code"_s, u"This code does not fit."_s,
                          u"Look at the latest mail, or ask for another code."_s);
    if (newPassword.size() < 8)
        co_return failure(tooShort());
    co_return Result<void>();
}

QCoro::Task<Result<void>> ExampleDesk::setPassword(QString present, QString newPassword)
{
    co_await turn();
    if (failAccount)
        co_return failure(*std::exchange(failAccount, std::nullopt));
    if (m_sessions.isEmpty())
        co_return failure(nobodySignedIn());
    if (present != password)
        co_return failure(wrongPassword());
    if (newPassword.size() < 8)
        co_return failure(tooShort());
    co_return Result<void>();
}

QCoro::Task<Result<sync::AuthenticatorOffer>> ExampleDesk::offerAuthenticator(QString present)
{
    co_await turn();
    if (failAccount)
        co_return failure(*std::exchange(failAccount, std::nullopt));
    if (m_sessions.isEmpty())
        co_return failure(nobodySignedIn());
    if (present != password)
        co_return failure(wrongPassword());
    if (m_hasAuthenticator)
        co_return failure(ProblemKind::Conflict, u"totp.enrolled"_s, u"There is an authenticator already."_s,
                          u"Whoever runs the platform can remove it."_s);
    co_return sync::AuthenticatorOffer{
        u"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s,
        u"otpauth://totp/Larkmoor:ada%40larkmoor.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Larkmoor"_s};
}

QCoro::Task<Result<QStringList>> ExampleDesk::confirmAuthenticator(QString code)
{
    co_await turn();
    if (code != u"123456")
        co_return failure(ProblemKind::NotSignedIn, u"auth.wrong_code"_s, u"This code does not fit."_s,
                          u"Wait for the next one."_s);
    m_hasAuthenticator = true;
    QStringList codes;
    for (int number = 1; number <= 10; ++number)
        codes.append(u"kxqm-7r2d-vt5h-%1wpc"_s.arg(number));
    co_return codes;
}

} // namespace crema::desktop
