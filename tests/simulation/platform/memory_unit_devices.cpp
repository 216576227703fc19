// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform keeps of devices themselves and of people: the epochs of their stores, their auditor's journals,
// and who works where.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/people/mail_address.h"
#include "models/people/person_rules.h"
#include "models/people/role_rules.h"
#include "tests/simulation/platform/memory_unit_storage.h"
#include "tests/simulation/platform/memory_writes.h"

#include <QJsonDocument>

#include <algorithm>

namespace crema::simulation {

using platform::Stored;

namespace {

/// Those that were enrolled are in the feed alone here.
QList<Register> registersInFeed(const MemoryState &state)
{
    QList<Register> registers;
    const QString type = entity::registerType.toString();
    for (auto row = state.feedRows.lowerBound({type, {}, {}});
         row != state.feedRows.constEnd() && row.key().entityType == type; ++row) {
        if (const auto reg = codec::readRegister(QJsonDocument::fromJson(row->second.entity).object()))
            registers.append(*reg);
    }
    return registers;
}

/// The place that a device had until now stays known as that of its epoch.
void keepFirstEpoch(MemoryState &state, DeviceId device, const platform::DeviceRecord &enrolled)
{
    if (state.epochs.contains({device, enrolled.epoch}))
        return;
    Register reg{enrolled.registerId, enrolled.location, {}, {}, device};
    const QList<Register> registers = registersInFeed(state);
    if (const auto found = std::ranges::find(registers, reg.id, &Register::id); found != registers.end())
        reg = *found;
    state.epochs.insert({device, enrolled.epoch},
                        {device, enrolled.epoch, QUuid::createUuidV5(device.value(), QByteArray("enrolled")), reg, {}});
}

} // namespace

QList<platform::DeviceEpoch> MemoryUnitStorage::epochsOf(DeviceId device)
{
    letOthersIn();
    QList<platform::DeviceEpoch> given;
    for (const platform::DeviceEpoch &epoch : std::as_const(m_database.state.epochs)) {
        if (epoch.device == device)
            given.append({device, epoch.epoch, epoch.claim, epoch.registerEntry, {}});
    }
    return given;
}

bool MemoryUnitStorage::hasRegisterCode(LocationId location, const QString &code)
{
    const auto isIt = [&](const Register &reg) { return reg.location == location && reg.code == code; };
    const MemoryState &state = m_database.state;
    if (std::any_of(state.epochs.begin(), state.epochs.end(),
                    [&](const auto &epoch) { return isIt(epoch.registerEntry); }))
        return true;
    const QList<Register> enrolled = registersInFeed(state);
    return std::any_of(enrolled.begin(), enrolled.end(), isIt);
}

void MemoryUnitStorage::write(const platform::DeviceEpoch &given)
{
    xid();
    m_writes.append([given, enrolled = m_database.devices.value(given.device)](MemoryState &state) {
        const auto isTaken = [&given](const platform::DeviceEpoch &other) {
            const bool sameCode = other.registerEntry.location == given.registerEntry.location &&
                                  other.registerEntry.code == given.registerEntry.code;
            return (other.device == given.device && other.epoch == given.epoch) || other.claim == given.claim ||
                   other.registerEntry.id == given.registerEntry.id || sameCode;
        };
        if (std::any_of(state.epochs.begin(), state.epochs.end(), isTaken))
            failWith("23505");
        state.epochs.insert({given.device, given.epoch}, given);
        if (given.isMove) {
            keepFirstEpoch(state, given.device, enrolled);
            state.places.insert(given.device, {given.epoch, given.registerEntry.location, given.registerEntry.id});
        }
    });
}

std::optional<platform::Readmission> MemoryUnitStorage::lockReadmission(const QByteArray &codeHash)
{
    letOthersIn();
    const auto found = m_database.state.readmissions.constFind(codeHash);
    if (found == m_database.state.readmissions.constEnd())
        return std::nullopt;
    platform::Readmission code = *found;
    code.isShutOut = m_database.devices.value(code.device).isRevoked;
    return code;
}

void MemoryUnitStorage::readmit(const platform::Readmission &code, UtcTime now)
{
    xid();
    m_readmitted.append(code.device);
    m_writes.append([code, now](MemoryState &state) {
        // Who used it meanwhile was waited for in PostgreSQL.
        if (state.readmissions[code.codeHash].usedAt)
            failWith("40001");
        state.readmissions[code.codeHash].usedAt = now;
    });
}

QList<Stored<platform::JournalHead>> MemoryUnitStorage::journalHeads(DeviceId device)
{
    letOthersIn();
    QList<Stored<platform::JournalHead>> heads;
    for (const Stored<platform::JournalHead> &head : std::as_const(m_database.state.journalHeads)) {
        if (head.value.device == device)
            heads.append(head);
    }
    std::sort(heads.begin(), heads.end(), [](const auto &a, const auto &b) { return a.value.place < b.value.place; });
    return heads;
}

void MemoryUnitStorage::write(const Stored<platform::JournalHead> &head)
{
    m_writes.append([head](MemoryState &state) {
        for (const Stored<platform::JournalHead> &other : std::as_const(state.journalHeads)) {
            const bool isSamePlace = other.value.device == head.value.device && other.value.place == head.value.place;
            if (isSamePlace && other.value.head.chain != head.value.head.chain)
                failWith("23505");
        }
        putRevised(state.journalHeads, head.value.head.chain, head);
    });
}

PlaceId MemoryUnitStorage::company()
{
    letOthersIn();
    // The set-up of a company is not done by operations: here it is in the feed only.
    const auto first = m_database.state.feedRows.lowerBound({entity::company.toString(), {}, {}});
    const bool isThere = first != m_database.state.feedRows.end() && first.key().entityType == entity::company;
    return isThere ? PlaceId(first.key().entityId) : PlaceId();
}

std::optional<Stored<ShopSettings>> MemoryUnitStorage::settings(PlaceId id)
{
    letOthersIn();
    const MemoryState &state = m_database.state;
    if (const auto found = state.settings.constFind(id); found != state.settings.constEnd())
        return *found;
    const auto isTold = [&](QStringView type) {
        const auto row = state.feedRows.lowerBound({type.toString(), id.value(), {}});
        return row != state.feedRows.end() && row.key().entityType == type && row.key().entityId == id.value();
    };
    ShopSettings none;
    none.id = id;
    if (isTold(entity::location))
        none.location = LocationId(id.value());
    else if (!isTold(entity::company))
        return std::nullopt;
    return Stored<ShopSettings>{none, 0};
}

void MemoryUnitStorage::write(const QList<Stored<ShopSettings>> &settings)
{
    xid();
    m_writes.append([settings](MemoryState &state) {
        for (const Stored<ShopSettings> &place : settings)
            putRevised(state.settings, place.value.id, place);
    });
}

std::optional<Stored<Person>> MemoryUnitStorage::person(PersonId id)
{
    const auto found = m_database.state.people.constFind(id);
    if (found == m_database.state.people.constEnd())
        return std::nullopt;
    const auto own = found->value.role.own();
    const auto role = own ? m_database.state.roles.constFind(*own) : m_database.state.roles.constEnd();
    const bool isThere = role != m_database.state.roles.constEnd();
    return Stored<Person>{withRole(found->value, isThere ? std::optional(role->value) : std::nullopt), found->revision};
}

std::optional<Stored<OwnRole>> MemoryUnitStorage::role(RoleId id)
{
    const auto found = m_database.state.roles.constFind(id);
    return found == m_database.state.roles.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<Stored<Promotion>> MemoryUnitStorage::promotion(PromotionId id)
{
    const auto found = m_database.state.promotions.constFind(id);
    return found == m_database.state.promotions.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<Stored<PriceList>> MemoryUnitStorage::priceList(PriceListId id)
{
    const auto found = m_database.state.priceLists.constFind(id);
    return found == m_database.state.priceLists.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<PersonId> MemoryUnitStorage::personWithEmail(const QString &email)
{
    letOthersIn();
    for (const Stored<Person> &person : std::as_const(m_database.state.people)) {
        if (!email.isEmpty() && foldedMailAddress(person.value.email) == email)
            return person.value.id;
    }
    return std::nullopt;
}

QList<PersonId> MemoryUnitStorage::lockAdmins()
{
    letOthersIn();
    if (m_database.m_adminLock && m_database.m_adminLock != this)
        failWith("55P03"); // PostgreSQL waits here; one thread cannot
    m_database.m_adminLock = this;
    QList<PersonId> admins;
    for (const Stored<Person> &person : std::as_const(m_database.state.people)) {
        if (isActiveAdmin(person.value))
            admins.append(person.value.id);
    }
    return admins;
}

void MemoryUnitStorage::write(const QList<Stored<OwnRole>> &roles)
{
    m_writes.append([roles](MemoryState &state) {
        for (const Stored<OwnRole> &role : roles)
            putRevised(state.roles, role.value.id, role);
    });
}

void MemoryUnitStorage::write(const QList<Stored<Promotion>> &promotions)
{
    m_writes.append([promotions](MemoryState &state) {
        for (const Stored<Promotion> &promotion : promotions)
            putRevised(state.promotions, promotion.value.id, promotion);
    });
}

void MemoryUnitStorage::write(const QList<Stored<PriceList>> &lists)
{
    m_writes.append([lists](MemoryState &state) {
        for (const Stored<PriceList> &list : lists)
            putRevised(state.priceLists, list.value.id, list);
    });
}

QList<platform::FeedEntry> MemoryUnitStorage::write(const QList<Stored<Person>> &people)
{
    m_writes.append([people](MemoryState &state) {
        // All of them first: one may have what another gives up.
        for (const Stored<Person> &person : people)
            putRevised(state.people, person.value.id, person);
        for (const Stored<Person> &person : people) {
            for (const Stored<Person> &other : std::as_const(state.people)) {
                const bool isSame = foldedMailAddress(other.value.email) == foldedMailAddress(person.value.email);
                if (isSame && !person.value.email.isEmpty() && other.value.id != person.value.id)
                    failWith("23505");
            }
        }
    });
    QList<platform::FeedEntry> feed;
    for (const auto &[person, revision] : people) {
        const QString type = entity::person.toString();
        const QStringList audiences = platform::audiencesOf(person);
        const auto &rows = m_database.state.feedRows;
        for (auto row = rows.constBegin(); row != rows.constEnd(); ++row) {
            const MemoryState::FeedKey &key = row.key();
            const bool isTold = key.entityId == person.id.value() && key.entityType == type && !row->second.deleted;
            if (isTold && !audiences.contains(key.audience))
                feed.append({type, person.id.value(), key.audience, true, {}});
        }
        for (const QString &audience : audiences)
            feed.append({type, person.id.value(), audience, false, codec::toJson(person)});
    }
    return feed;
}

} // namespace crema::simulation
