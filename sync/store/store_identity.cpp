// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/store_identity.h"

#include "models/base/json.h"
#include "models/base/planted.h"
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/documents.h"
#include "sync/store/setting_names.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

/// The code of the register that was, without what an earlier copy added to it, and five characters by chance: unique
/// at the location before the platform has heard of it.
QString codeBeside(const QString &code, Randomness &randomness)
{
    static const QString letters = QStringLiteral("ABDEFGHJKMNPQRSTUVWXYZ23456789");
    QString fresh = code.section(u'C', 0, 0).left(6) + u'C';
    for (int i = 0; i < 5; ++i)
        fresh += letters.at(static_cast<qsizetype>(randomness.below(static_cast<std::uint64_t>(letters.size()))));
    return fresh;
}

/// A shift is closed where it was opened (ADR 046).
bool hasOpenShift(LocalStore &store, RegisterId reg)
{
    return !CREMA_PLANTED(MovesWithOpenShift) && store.rows().selling().openShiftOf(reg);
}

QString nameBeside(const QString &name, StoreOrigin origin)
{
    const QString base = name.left(80);
    return origin == StoreOrigin::Copied ? QCoreApplication::translate("Store", "%1 (copy)").arg(base)
                                         : QCoreApplication::translate("Store", "%1 (restored)").arg(base);
}

} // namespace

EpochClaim newClaim(const LocalStore::Place &place, StoreOrigin origin, Clock &clock, Randomness &randomness)
{
    const Register before = place.registerInfo.value_or(Register());
    EpochClaim claim;
    claim.claim = makeUuid7(clock.now(), randomness);
    claim.device = place.device.id;
    claim.epoch = place.device.epoch;
    claim.registerId = makeId<RegisterId>(clock.now(), randomness);
    claim.registerCode = codeBeside(before.code, randomness);
    claim.registerName = nameBeside(before.name, origin);
    claim.reason = origin == StoreOrigin::Copied ? QStringLiteral("copied") : QStringLiteral("restored");
    return claim;
}

Problem changedOrigin(StoreOrigin origin, const QString &number)
{
    const bool copied = origin == StoreOrigin::Copied;
    const QString what =
        copied ? QCoreApplication::translate("Store",
                                             "The local store was copied, so receipts are numbered from %1 on here.")
               : QCoreApplication::translate(
                     "Store", "An older local store was put back, so receipts are numbered from %1 on here.");
    return {ProblemKind::Conflict,
            copied ? QStringLiteral("store.copied") : QStringLiteral("store.restored"),
            what.arg(number),
            QCoreApplication::translate("Store",
                                        "Open a shift and sell on; nothing is lost, and this message goes away "
                                        "with the next sync."),
            {}};
}

Result<std::optional<EpochClaim>> claimOf(LocalStore &store, const std::optional<KnownStore> &known)
{
    using Claim = std::optional<EpochClaim>;
    // As it is now: what the store knows its place by may be older than the last batch.
    const Result<DeviceRow> read =
        store.read([&]() -> Result<DeviceRow> { return store.device().read().value_or(DeviceRow()); });
    if (!read)
        return failure(read.error());
    const DeviceRow &device = *read;
    const bool isSame = store.origin() == StoreOrigin::Same;
    const bool concernsUs = known && known->epoch == device.epoch;
    if (isSame && (!concernsUs || (known->known && known->highestSequence <= device.lastSequence)))
        return Claim();
    if (isSame && known->known) {
        if (const Result<void> noted = store.becomeAnother(StoreOrigin::Restored); !noted)
            return failure(noted.error());
    }
    const Result<QString> text =
        store.read([&]() -> Result<QString> { return store.device().setting(setting::epochClaim); });
    if (!text)
        return failure(text.error());
    if (text->isEmpty())
        return Claim(); // of its enrolment, and the platform will say so itself
    Result<EpochClaim> claim = readEpochClaim(objectOf(text->toUtf8()));
    if (!claim)
        return failure(claim.error());
    claim->epoch = device.epoch;
    return Claim(*claim);
}

Result<std::optional<EpochClaim>> moveClaimOf(LocalStore &store, const std::optional<KnownStore> &known)
{
    using Claim = std::optional<EpochClaim>;
    if (!known || !known->move || store.origin() != StoreOrigin::Same)
        return Claim();
    return store.read([&]() -> Result<Claim> {
        const DeviceRow device = store.device().read().value_or(DeviceRow());
        const std::optional<Register> &reg = store.place().registerInfo;
        // A platform that lost the epoch takes nothing under it: then what is unsent goes with the move.
        const bool isBusy = (known->known && store.queue().hasUnsent()) || store.reload().state() ||
                            (reg && hasOpenShift(store, reg->id));
        if (isBusy || !reg || known->epoch != device.epoch)
            return Claim();
        EpochClaim claim;
        claim.claim = known->move->claim;
        claim.device = device.id;
        claim.epoch = device.epoch;
        claim.registerId = known->move->registerId;
        claim.registerCode = reg->code;
        claim.registerName = reg->name;
        claim.reason = QStringLiteral("moved");
        return Claim(claim);
    });
}

Result<std::int64_t> takeMove(LocalStore &store, const EpochClaim &claim, const EpochGiven &given,
                              const Location &location)
{
    // A copy of this store went there already: this one stays, under an epoch of its own.
    if (given.highestSequence > 0)
        return takeEpoch(store, claim, given);
    const Result<bool> isOpen = store.read([&]() -> Result<bool> {
        const std::optional<Register> &reg = store.place().registerInfo;
        return reg && hasOpenShift(store, reg->id);
    });
    if (!isOpen)
        return failure(isOpen.error());
    // Opened while the answer was under way. The same claim gets the same answer when it is closed.
    if (*isOpen)
        return store.place().device.epoch;
    if (const Result<void> moved = store.move(given, location); !moved)
        return failure(moved.error());
    return store.place().device.epoch;
}

Result<std::int64_t> takeEpoch(LocalStore &store, const EpochClaim &claim, const EpochGiven &given)
{
    const bool isTaken = given.highestSequence > 0 && given.epoch != claim.epoch;
    Result<void> done = isTaken ? store.becomeAnother(StoreOrigin::Restored) : store.take(given);
    if (done && isTaken) {
        // Another one has the register that was asked for, so the platform tells of it.
        done = store.write([&]() -> Result<void> {
            store.rows().put({entity::registerType.toString(), given.registerEntry.id.value()},
                             codec::toJson(given.registerEntry));
            return {};
        });
        store.forgetPlace();
    }
    if (!done)
        return failure(done.error());
    return store.place().device.epoch;
}

} // namespace crema::sync
