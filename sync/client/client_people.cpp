// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/people/person_rules.h"
#include "models/security/secret_hash.h"
#include "sync/client/failed_attempts.h"
#include "sync/store/documents.h"
#include "sync/store/people_recording.h"

#include <QUrl>

#include <algorithm>

namespace crema::sync {
namespace {

Problem alreadyEnrolled()
{
    return {ProblemKind::Conflict,
            QStringLiteral("device.enrolled"),
            Client::tr("This device is enrolled already."),
            Client::tr("If it was shut out, a manager lets it in again: crema device readmit --code CODE. For a second "
                       "device on this machine choose another store with CREMA_STORE."),
            {}};
}

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("device.not_enrolled"),
            Client::tr("This device is not enrolled yet."),
            Client::tr("Run crema device enroll --platform URL --code CODE."),
            {}};
}

Problem wrongPin()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.wrong_pin"),
            Client::tr("This is not the PIN of that person."),
            Client::tr("Type it again, or sign in with mail address and password."),
            {}};
}

Problem noPin()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.no_pin"),
            Client::tr("That person has no PIN on this device."),
            Client::tr("Sign in with mail address and password."),
            {}};
}

Problem tooManyAttempts(std::int64_t waitMs)
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.too_many_attempts"),
            Client::tr("The PIN was wrong too often; it can be tried again in %1 seconds.").arg((waitMs + 999) / 1'000),
            Client::tr("Wait, or sign in with mail address and password."),
            {}};
}

Result<Person> personOf(LocalStore &local, PersonId id)
{
    const auto person = local.rows().person(id);
    return person ? Result<Person>(*person) : Result<Person>(failure(noPin()));
}

} // namespace

Result<Result<Person>> checkPinOf(LocalStore &local, PersonId id, const QString &pin)
{
    const Result<Person> person = personOf(local, id);
    if (!person)
        return Result<Person>(failure(person.error()));
    if (!person->active || person->pinHash.isEmpty())
        return Result<Person>(failure(noPin()));
    FailedAttempts attempts = FailedAttempts::ofPin(local, id);
    if (const std::int64_t wait = attempts.waitMs(); wait > 0)
        return Result<Person>(failure(tooManyAttempts(wait)));
    if (!verifySecret(pin, person->pinHash)) {
        attempts.add();
        return Result<Person>(failure(wrongPin()));
    }
    attempts.forget();
    return Result<Person>(*person);
}

namespace {

/// Counts the attempt in one transaction and signs in in the same: answers what to tell the person.
Result<Result<Person>> tryPin(LocalStore &local, PersonId id, const QString &pin)
{
    Result<Result<Person>> checked = checkPinOf(local, id, pin);
    if (checked && *checked) {
        local.device().setPerson(id);
        local.forgetPlace();
    }
    return checked;
}

Result<void> keepEnrolment(LocalStore &local, const QUrl &platform, const Enrolment &enrolment, UtcTime now)
{
    EntityRows &rows = local.rows();
    rows.put({entity::company.toString(), enrolment.company.id}, codec::toJson(enrolment.company));
    rows.put({entity::location.toString(), enrolment.location.id.value()}, codec::toJson(enrolment.location));
    rows.put({entity::person.toString(), enrolment.person.id.value()}, codec::toJson(enrolment.person));
    std::optional<RegisterId> reg;
    if (enrolment.registerInfo) {
        reg = enrolment.registerInfo->id;
        rows.put({entity::registerType.toString(), reg->value()}, codec::toJson(*enrolment.registerInfo));
    }
    local.device().enroll(platform.toString(), enrolment.location.id, reg, enrolment.person.id,
                          Cursor{enrolment.feedEpoch, 0, 0}, now);
    local.forgetPlace();
    return {};
}

} // namespace

/// Whether the platform that answers there is one that knows this device.
QCoro::Task<bool> Client::Private::isKnownAt(QUrl address)
{
    const auto self = shared_from_this();
    auto reading = self->store->run([](LocalStore &local) { return identityOf(local); });
    const Result<DeviceIdentity> identity = co_await reading;
    if (!identity)
        co_return false;
    // One of its own: whoever syncs meanwhile goes on with the platform that the device belongs to.
    const auto connection =
        std::make_shared<PlatformClient>(self->parts.network, self->parts.clock, QList<QUrl>{address}, *identity);
    const Exchange exchange = co_await connection->session();
    co_return exchange.verdict == Verdict::Accepted;
}

QCoro::Task<Result<void>> Client::enroll(QUrl platform, QString code, QString deviceName)
{
    const auto self = d;
    if (self->state.enrolled)
        co_return failure(alreadyEnrolled());
    const auto connected = co_await self->connectTo(platform);
    if (!connected)
        co_return failure(connected.error());
    const auto connection = *connected;
    const Result<Enrolment> enrolment = co_await connection->enroll(code.trimmed(), deviceName);
    self->noteRefusal(enrolment);
    if (!enrolment)
        co_return failure(enrolment.error());
    const Enrolment given = *enrolment;
    auto pending = Private::write(self, [platform, given, now = self->parts.clock.now()](LocalStore &local) {
        return keepEnrolment(local, platform, given, now);
    });
    const auto kept = co_await pending;
    self->connectedTo.reset();
    co_return kept;
}

QCoro::Task<Result<void>> Client::readmit(QString code)
{
    const auto self = d;
    if (!self->state.enrolled)
        co_return failure(notEnrolled());
    const auto connected = co_await self->connectTo(self->state.platform);
    if (!connected)
        co_return failure(connected.error());
    const auto connection = *connected;
    const Result<void> readmitted = co_await connection->readmit(code.trimmed());
    self->noteRefusal(readmitted);
    if (readmitted) {
        // What it was shut out for is over; how the platform is found now, the next round says.
        self->setLink(Link::NeverTried, std::nullopt);
        if (self->q)
            Q_EMIT self->q->changed();
    }
    if (readmitted && self->loop)
        self->loop->wake();
    co_return readmitted;
}

QCoro::Task<Result<void>> Client::movePlatform(QUrl platform)
{
    const auto self = d;
    if (!self->state.enrolled)
        co_return failure(notEnrolled());
    if (self->state.platform == platform)
        co_return Result<void>();
    // Another platform would refuse all of it (sync.md rule 30).
    if (self->state.queue.onlyHere() > 0) {
        const bool isKnown = co_await self->isKnownAt(platform);
        if (!isKnown)
            co_return failure(wouldBeLeft(self->state.queue.onlyHere()));
    }
    auto pending = Private::write(self, [platform](LocalStore &local) -> Result<void> {
        local.device().setPlatform(platform.toString());
        local.forgetPlace();
        return {};
    });
    co_return co_await pending;
}

QCoro::Task<Result<Person>> Client::login(QString email, QString password, QString code)
{
    const auto self = d;
    if (!self->state.enrolled)
        co_return failure(notEnrolled());
    const auto connected = co_await self->connectTo(self->state.platform);
    if (!connected)
        co_return failure(connected.error());
    const auto connection = *connected;
    const Result<Person> person = co_await connection->login(email, password, code);
    self->noteRefusal(person);
    if (!person)
        co_return failure(person.error());
    const Person signedIn = *person;
    auto pending2 = Private::write(self, [signedIn](LocalStore &local) -> Result<Person> {
        const EntityRef ref{entity::person.toString(), signedIn.id.value()};
        // What is pending lies over the platform's row, which the feed brings.
        if (!local.queue().hasPendingOn(ref))
            local.rows().put(ref, codec::toJson(signedIn));
        local.device().setPerson(signedIn.id);
        local.forgetPlace();
        // With what their role gives, as far as this device knows it.
        return personOf(local, signedIn.id);
    });
    const auto kept = co_await pending2;
    if (kept && self->loop)
        self->loop->wake();
    co_return kept;
}

QCoro::Task<Result<Person>> Client::switchByPin(PersonId person, QString pin)
{
    const auto self = d;
    auto pending3 = Private::write(self, [person, pin](LocalStore &local) { return tryPin(local, person, pin); });
    const auto answer = co_await pending3;
    if (!answer)
        co_return failure(answer.error());
    // A PIN opens nothing at the platform: what the one before had there is not for who is here now.
    if (self->platform && self->platform->personHere() && self->platform->personHere() != person)
        self->platform->leave();
    co_return *answer;
}

QCoro::Task<Result<void>> Client::signOut()
{
    // Whoever leaves does not wait for the platform; without it the session ends by itself.
    if (d->platform)
        d->platform->leave();
    return Private::write(d, [](LocalStore &local) -> Result<void> {
        local.device().setPerson(std::nullopt);
        local.forgetPlace();
        return {};
    });
}

QCoro::Task<Result<QList<Person>>> Client::people()
{
    return Private::read(d, [](LocalStore &local) -> Result<QList<Person>> {
        const std::optional<LocationId> here = local.location();
        QList<Person> result = peopleOf(local);
        result.removeIf([&](const Person &person) {
            const bool isHere = person.locations.isEmpty() || (here && person.locations.contains(*here));
            return !person.active || !isHere;
        });
        return result;
    });
}

QCoro::Task<Result<QList<Person>>> Client::everybody()
{
    return Private::read(d, [](LocalStore &local) -> Result<QList<Person>> { return peopleOf(local); });
}

QCoro::Task<Result<QList<Location>>> Client::locations()
{
    return Private::read(d, [](LocalStore &local) -> Result<QList<Location>> {
        QList<Location> locations;
        const QList<QByteArray> documents = local.rows().references(entity::location);
        for (const QByteArray &document : documents) {
            if (const Result<Location> location = codec::readLocation(objectOf(document)))
                locations.append(*location);
        }
        std::ranges::sort(locations, [](const Location &a, const Location &b) {
            return QString::localeAwareCompare(a.name, b.name) < 0;
        });
        return locations;
    });
}

/// Hashing takes its time: not inside a transaction.
QCoro::Task<Result<QString>> Client::Private::hashOfPin(QString pin)
{
    if (pin.isEmpty())
        co_return QString();
    if (const Result<void> checked = checkPin(pin); !checked)
        co_return failure(checked.error());
    auto hashing =
        store->run([pin](LocalStore &local) -> Result<QString> { return hashSecret(pin, local.randomness()); });
    co_return co_await hashing;
}

QCoro::Task<Result<Person>> Client::createPerson(Person person, QString pin)
{
    const auto self = d;
    const Result<QString> hash = co_await self->hashOfPin(pin);
    if (!hash)
        co_return failure(hash.error());
    auto recording = Private::write(self, [person, hash = *hash](LocalStore &local) -> Result<Person> {
        const Result<PersonId> id = recordNewPerson(local, person, hash);
        if (!id)
            return failure(id.error());
        return personOf(local, *id);
    });
    co_return co_await recording;
}

QCoro::Task<Result<Person>> Client::editPerson(Person before, Person after)
{
    return Private::write(d, [before, after](LocalStore &local) -> Result<Person> {
        if (const Result<void> edited = recordPersonEdit(local, before, after); !edited)
            return failure(edited.error());
        return personOf(local, before.id);
    });
}

QCoro::Task<Result<Person>> Client::setPin(PersonId person, QString pin)
{
    const auto self = d;
    const Result<QString> hash = co_await self->hashOfPin(pin);
    if (!hash)
        co_return failure(hash.error());
    auto recording = Private::write(self, [person, hash = *hash](LocalStore &local) -> Result<Person> {
        if (const Result<void> set = recordPin(local, person, hash); !set)
            return failure(set.error());
        // Who could not remember the old one starts afresh.
        FailedAttempts::ofPin(local, person).forget();
        return personOf(local, person);
    });
    co_return co_await recording;
}

QCoro::Task<Result<Person>> Client::erasePerson(PersonId person, EraseReason reason)
{
    return Private::write(d, [person, reason](LocalStore &local) -> Result<Person> {
        if (const Result<void> erased = recordPersonErasure(local, person, reason); !erased)
            return failure(erased.error());
        return personOf(local, person);
    });
}

} // namespace crema::sync
