// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/device_epochs.h"

#include "models/base/json.h"
#include "models/base/planted.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/security/signing_key.h"
#include "platform/database/transaction.h"
#include "platform/devices/device_session.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::platform {
namespace {

/// The code that the store made for itself by chance; should somebody have it already, one beside it.
QString freeCode(UnitStorage &unit, LocationId location, const QString &wanted)
{
    QString code = wanted;
    for (int attempt = 2; unit.hasRegisterCode(location, code); ++attempt)
        code = wanted.left(9) + QString::number(attempt);
    return code;
}

/// So far apart two epochs of a device may lie: what is given after a backup was put back meets what was given in the
/// time that it lost once in four thousand million cases, and a device may be copied two million times.
constexpr std::uint64_t widestGap = std::uint64_t(1) << 32;

/// Beyond all that are known, by a chance of its own: a platform that was put back to a backup does not know which
/// epochs it had given since, so the very next number may be another store's already (ADR 028).
std::int64_t epochBeyond(std::int64_t highest, Randomness &randomness)
{
    const std::uint64_t gap = randomness.below(widestGap);
    return std::min(highest + 1 + static_cast<std::int64_t>(gap), json::maxInteger);
}

AuditEntry auditOf(const EpochClaim &claim, const DeviceEpoch &given, std::optional<QUuid> requestId)
{
    return {given.device.value(),
            given.givenAt,
            std::nullopt,
            QStringLiteral("device.epoch"),
            {entity::registerType.toString(), given.registerEntry.id.value()},
            std::nullopt,
            {{QStringLiteral("claim"), claim.claim.toString(QUuid::WithoutBraces)},
             {QStringLiteral("code"), given.registerEntry.code},
             {QStringLiteral("epoch"), qint64(given.epoch)},
             {QStringLiteral("from_epoch"), qint64(claim.epoch)},
             {QStringLiteral("reason"), claim.reason}},
            requestId};
}

/// The lowest number that no register of the location ever had.
QString firstFreeCode(UnitStorage &unit, LocationId location)
{
    int number = 1;
    while (unit.hasRegisterCode(location, QString::number(number)))
        ++number;
    return QString::number(number);
}

Problem moveIsOver()
{
    return {ProblemKind::Conflict,
            QStringLiteral("device.move_over"),
            QCoreApplication::translate("crema::platform::DeviceEpochs", "This device is not to move any more."),
            QCoreApplication::translate("crema::platform::DeviceEpochs", "It stays where it is."),
            {}};
}

/// Of the store that asks: a copy of it may stand elsewhere by now.
LocationId placeOf(const DeviceRecord &device, const QList<DeviceEpoch> &known, std::int64_t epoch)
{
    const auto found = std::ranges::find(known, epoch, &DeviceEpoch::epoch);
    return found == known.end() ? device.location : found->registerEntry.location;
}

QUuid claimOf(const DeviceMove &move, std::int64_t epoch)
{
    return QUuid::createUuidV5(move.claim, QByteArray::number(qint64(epoch)));
}

/// Whether a store is at the register of the move.
const DeviceEpoch *arrivedIn(const QList<DeviceEpoch> &known, const DeviceMove &move)
{
    const auto found = std::ranges::find_if(
        known, [&](const DeviceEpoch &epoch) { return epoch.registerEntry.id == move.registerId; });
    return found == known.end() ? nullptr : &*found;
}

Register movedRegister(UnitStorage &unit, const DeviceRecord &device, const EpochClaim &claim)
{
    const DeviceMove &move = *device.move;
    const QString code =
        move.code.isEmpty() ? firstFreeCode(unit, move.location) : freeCode(unit, move.location, move.code);
    const QString name = device.name.isEmpty() ? claim.registerName : device.name;
    return {move.registerId, move.location, code, name, claim.device};
}

Result<EpochGiven> give(SyncStorage &storage, const DeviceRecord &device, const EpochClaim &claim, UtcTime now,
                        Randomness &randomness, std::optional<QUuid> requestId)
{
    const std::unique_ptr<UnitStorage> unit = storage.begin();
    const QList<DeviceEpoch> known = unit->epochsOf(claim.device);
    std::int64_t highest = std::max(device.epoch, claim.epoch);
    for (const DeviceEpoch &epoch : known) {
        if (epoch.claim == claim.claim && !CREMA_PLANTED(ClaimsAreForgotten)) {
            const Stream stream = unit->lockStream(claim.device, epoch.epoch);
            return EpochGiven{epoch.epoch, stream.expected - 1, epoch.registerEntry};
        }
        highest = std::max(highest, epoch.epoch);
    }
    const bool isMove = claim.reason == QLatin1String("moved");
    const bool isWanted = device.move && claimOf(*device.move, claim.epoch) == claim.claim;
    if (isMove && (!isWanted || arrivedIn(known, *device.move)))
        return failure(moveIsOver());
    const LocationId here = placeOf(device, known, claim.epoch);
    const Register reg = isMove ? movedRegister(*unit, device, claim)
                                : Register{claim.registerId, here, freeCode(*unit, here, claim.registerCode),
                                           claim.registerName, claim.device};
    const DeviceEpoch given{claim.device, epochBeyond(highest, randomness), claim.claim, reg, now, isMove};
    unit->write(given);
    const FeedEntry entry{entity::registerType.toString(), reg.id.value(), audienceOf(reg.location), false,
                          codec::toJson(reg)};
    (void)unit->write(QList<FeedEntry>{entry}, QStringList());
    unit->write(QList<AuditEntry>{auditOf(claim, given, requestId)});
    unit->commit();
    return EpochGiven{given.epoch, 0, reg};
}

} // namespace

std::optional<QUuid> moveClaimOf(UnitStorage &unit, DeviceId device, const DeviceMove &move, std::int64_t epoch)
{
    const QUuid claim = claimOf(move, epoch);
    const QList<DeviceEpoch> known = unit.epochsOf(device);
    const DeviceEpoch *arrived = arrivedIn(known, move);
    return arrived && arrived->claim != claim ? std::nullopt : std::optional(claim);
}

Result<EpochGiven> giveEpoch(SyncStorage &storage, const EpochClaim &claim, const QByteArray &signature, UtcTime now,
                             Randomness &randomness, std::optional<QUuid> requestId)
{
    const std::optional<DeviceRecord> device = storage.device(claim.device);
    if (!device || device->isRevoked || !verifySignature(device->publicKey, claim.signedText(), signature))
        return failure(wrongSignature());
    return retrying([&]() -> Result<EpochGiven> {
        // Anew each time: the move may have been taken back.
        const std::optional<DeviceRecord> fresh = storage.device(claim.device);
        return fresh ? give(storage, *fresh, claim, now, randomness, requestId) : failure(wrongSignature());
    });
}

} // namespace crema::platform
