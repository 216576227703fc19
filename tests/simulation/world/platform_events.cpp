// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/platform_events.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/storage_failure.h"

#include <algorithm>

namespace crema::simulation {

void PlatformEvents::loseCatalog()
{
    ++m_counts["platform.mass_delete"];
    m_trace.add(m_scheduler.nowMs(), "platform says that the catalog is gone");
    publishCatalog(true);
    m_scheduler.after(m_dice.between(1'000, 60'000), [this] { mendCatalog(); });
}

void PlatformEvents::mendCatalog()
{
    if (m_isCatalogGone)
        publishCatalog(false);
}

void PlatformEvents::publishCatalog(bool isGone)
{
    const MemoryState &state = m_platform.database().state;
    QList<platform::FeedEntry> entries;
    for (const Variant &article : TemplateWorld::instance().variants) {
        const Product product = state.products.value(article.product).value;
        const Variant variant = state.variants.value(article.id).value;
        entries.append({entity::product.toString(), product.id.value(), platform::companyAudience(), isGone,
                        isGone ? QJsonObject() : codec::toJson(product)});
        entries.append({entity::variant.toString(), variant.id.value(), platform::companyAudience(), isGone,
                        isGone ? QJsonObject() : codec::toJson(variant)});
    }
    // What is undone may have happened all the same.
    m_isCatalogGone = m_isCatalogGone || isGone;
    try {
        m_platform.database().publish(entries);
        m_isCatalogGone = isGone;
    } catch (const StorageFailure &) {
        m_trace.add(m_scheduler.nowMs(), "what it says of the catalog is undone, or its answer was lost");
    }
}

void PlatformEvents::beginLongTransaction()
{
    ++m_counts["database.long_transaction"];
    const int number = m_bulkEdits;
    auto unit = std::make_unique<platform::BufferedUnitOfWork>(m_platform.database().begin());
    (void)unit->lockStream(DeviceId(QUuid::createUuidV5(QUuid(), QByteArray::number(qint64(m_bulkEdits++)))), 1);
    m_longTransactions[number] = std::move(unit);
    m_scheduler.after(m_dice.between(100, 20'000), [this, number] {
        if (const auto ending = m_longTransactions.extract(number))
            endLongTransaction(*ending.mapped());
    });
}

void PlatformEvents::endLongTransaction(platform::BufferedUnitOfWork &unit)
{
    std::optional<Product> product = unit.product(m_dice.oneOf(TemplateWorld::instance().variants).product);
    product->brand = QStringLiteral("Bulk %1").arg(m_bulkEdits);
    unit.save(*product);
    try {
        unit.commit({});
        m_trace.add(m_scheduler.nowMs(), "a bulk edit ends");
    } catch (const StorageFailure &) {
        m_trace.add(m_scheduler.nowMs(), "a bulk edit is undone");
    }
}

void PlatformEvents::movePerson(const Registers &registers)
{
    ++m_counts["person.moves"];
    constexpr int people = 3;
    const auto number = m_dice.between(1, people);
    Person person = TemplateWorld::instance().person;
    person.id = PersonId(QUuid::createUuidV5(QUuid(), QByteArray::number(qint64(number))));
    person.name = QStringLiteral("Barista %1").arg(number);
    MemoryDatabase &database = m_platform.database();
    QList<platform::FeedEntry> entries;
    for (const auto &reg : registers) {
        const QString audience = platform::audienceOf(reg->origin().location.id);
        const auto told = database.state.feedRows.constFind({entity::person.toString(), person.id.value(), audience});
        if (told != database.state.feedRows.constEnd() && !told->second.deleted)
            entries.append({entity::person.toString(), person.id.value(), audience, true, {}});
    }
    const SimRegister &next = *registers[static_cast<std::size_t>(m_dice.between(0, m_plan.registers - 1))];
    const QString audience = platform::audienceOf(next.origin().location.id);
    entries.removeIf([&audience](const platform::FeedEntry &entry) { return entry.audience == audience; });
    // Now and then somebody leaves altogether.
    if (m_dice.chance(700))
        entries.append({entity::person.toString(), person.id.value(), audience, false, codec::toJson(person)});
    else
        entries.append({entity::person.toString(), person.id.value(), audience, true, {}});
    try {
        database.publish(entries);
    } catch (const StorageFailure &) {
        m_trace.add(m_scheduler.nowMs(), "somebody does not move");
    }
}

void PlatformEvents::changeRole(Role role)
{
    ++m_counts["person.role"];
    m_trace.add(m_scheduler.nowMs(), "the person is " + roleText(role).toUtf8() + " now");
    Person person = TemplateWorld::instance().person;
    person.role = role;
    person.permissions = permissionsOf(role);
    MemoryDatabase &database = m_platform.database();
    const platform::FeedEntry entry{entity::person.toString(), person.id.value(), platform::companyAudience(), false,
                                    codec::toJson(person)};
    for (bool isDone = false; !isDone;) {
        try {
            database.publish({entry});
            isDone = true;
        } catch (const StorageFailure &) {
            m_trace.add(m_scheduler.nowMs(), "whoever sits in the back office tries again");
        }
    }
    database.state.people.insert(person.id, {person, database.state.people.value(person.id).revision + 1});
}

void PlatformEvents::letThePersonDoAll()
{
    if (m_counts.contains("person.role"))
        changeRole(Role::Admin);
}

/// What `moveDevice()` of platform/devices does, which asks PostgreSQL.
bool PlatformEvents::moveDevice(DeviceId device, Dice &dice)
{
    MemoryDatabase &database = m_platform.database();
    const QList<RegisterId> registers = database.registersOf(device);
    const bool isOpen = std::ranges::any_of(database.state.shifts, [&registers](const auto &shift) {
        return shift.value.state == ShiftState::Open && registers.contains(shift.value.registerId);
    });
    const platform::DeviceRecord record = *database.device(device);
    if (record.isRevoked || isOpen)
        return false;
    if (record.move && dice.chance(100)) {
        ++m_counts["device.stays"];
        m_trace.add(m_scheduler.nowMs(), "a device is to stay after all");
        database.state.moves.remove(device);
        return true;
    }
    const UtcTime now = m_platform.clock().now();
    platform::DeviceMove move{makeUuid7(now, dice), makeId<RegisterId>(now, dice),
                              dice.oneOf(TemplateWorld::instance().registers).location.id, QString()};
    if (dice.chance(300))
        move.code = QString::number(dice.between(5, 20));
    if (!move.code.isEmpty() && database.begin()->hasRegisterCode(move.location, move.code))
        move.code.clear();
    if (move.location == record.location && move.code.isEmpty())
        move.code = QString::number(dice.between(100, 99'999));
    ++m_counts["device.move_wanted"];
    m_trace.add(m_scheduler.nowMs(), "a device is to move");
    database.wantMove(device, move);
    return true;
}

void PlatformEvents::pruneFeed()
{
    MemoryDatabase &database = m_platform.database();
    const UtcTime now(SimClock::beginMs + m_scheduler.nowMs());
    database.state.marks.clear();
    database.markFeed(now, now);
    m_counts["feed.pruned"] += database.prune(now, 1'000);
    m_trace.add(m_scheduler.nowMs(), "tombstones leave the feed");
}

void PlatformEvents::restartPlatform()
{
    ++m_counts["platform.restart"];
    m_trace.add(m_scheduler.nowMs(), "platform starts again");
    if (m_plant == Plant::ReceiptsForgotten) {
        m_platform.database().state.receipts.clear();
        m_platform.database().state.operations.clear();
        m_platform.database().state.streams.clear();
    }
    m_platform.restart();
}

void PlatformEvents::restorePlatform()
{
    ++m_counts["platform.restore"];
    m_trace.add(m_scheduler.nowMs(), "platform is put back to a backup");
    // No transaction outlives the server that it runs on.
    m_longTransactions.clear();
    MemoryDatabase &database = m_platform.database();
    if (m_plant == Plant::KnowsWhatItLost)
        database.lostOperations = database.state.operations;
    const std::int64_t epoch = database.state.feedEpoch;
    database.restore(m_backup, SimClock::beginMs + m_scheduler.nowMs());
    m_isCatalogGone = m_isCatalogGone || m_plan.massDelete > 0;
    if (m_plant == Plant::RestoreWithoutEpoch)
        database.state.feedEpoch = epoch;
    m_platform.watch().beginAnew();
    m_platform.restart();
}

} // namespace crema::simulation
