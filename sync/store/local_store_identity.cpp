// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/base/planted.h"
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/selling/receipt_number.h"
#include "sync/store/documents.h"
#include "sync/store/local_store.h"
#include "sync/store/setting_names.h"
#include "sync/store/store_identity.h"

namespace crema::sync {
namespace {

QString settingOf(StoreOrigin origin)
{
    switch (origin) {
    case StoreOrigin::Same: return {};
    case StoreOrigin::Copied: return QStringLiteral("copied");
    case StoreOrigin::Restored: return QStringLiteral("restored");
    }
    Q_UNREACHABLE();
}

StoreOrigin originOf(const QString &setting)
{
    if (setting.isEmpty())
        return StoreOrigin::Same;
    return setting == QLatin1String("copied") ? StoreOrigin::Copied : StoreOrigin::Restored;
}

} // namespace

Result<void> LocalStore::keepOrigin(const std::optional<BootRecord> &record)
{
    StoreOrigin noticed = record ? sync::originOf(*record, bootRecord()) : StoreOrigin::Same;
    const QString kept = m_deviceRows.setting(setting::origin);
    m_origin = originOf(kept);
    const bool isUnclaimed = m_origin != StoreOrigin::Same && m_deviceRows.setting(setting::epochClaim).isEmpty();
    if (noticed == StoreOrigin::Same && (m_isBehindJournal || isUnclaimed || kept == setting::originUnclaimed))
        noticed = StoreOrigin::Restored;
    // Also when it is another one already: the copy of a copy needs a claim of its own.
    if (noticed != StoreOrigin::Same) {
        if (const Result<void> noted = becomeAnother(noticed); !noted)
            return noted;
    }
    if (record)
        m_record = *record;
    return keepBootRecord();
}

Result<void> LocalStore::becomeAnother(StoreOrigin origin)
{
    const Result<void> noted = write([&]() -> Result<void> {
        m_place.reset();
        const Place &here = place();
        if (!here.device.enrolled()) {
            // The platform has never heard of it, so it may simply be another device.
            m_database->run("set_device_id", {makeId<DeviceId>(m_clock.now(), m_randomness)});
            return {};
        }
        // A claim that was never answered gave no register: no row of it may stay as if the platform had told it. It
        // may have told it all the same, when the answer alone got lost.
        if (const auto before = unansweredClaim()) {
            const EntityRef claimed{entity::registerType.toString(), before->registerId.value()};
            const std::optional<QByteArray> document = m_rows.document(claimed);
            if (document && objectOf(*document).contains(registerOnlyClaimed))
                m_rows.remove(claimed);
        }
        const EpochClaim claim = newClaim(here, origin, m_clock, m_randomness);
        const Register reg{claim.registerId, *here.device.location, claim.registerCode, claim.registerName,
                           claim.device};
        QJsonObject document = codec::toJson(reg);
        document.insert(registerOnlyClaimed, true);
        m_rows.put({entity::registerType.toString(), reg.id.value()}, document);
        m_database->run("set_device_register", {reg.id});
        // The receipts of the register that it had are counted by the store that has it still.
        m_database->run("delete_receipt_counter", {here.device.registerId});
        m_database->run("delete_z_counter", {here.device.registerId});
        m_deviceRows.setSetting(setting::epochClaim, QString::fromUtf8(json::writeCanonical(toJson(claim))));
        m_deviceRows.setSetting(setting::origin, settingOf(origin));
        return {};
    });
    m_place.reset();
    if (noted && place().device.enrolled())
        m_origin = origin;
    return noted;
}

std::optional<EpochClaim> LocalStore::unansweredClaim()
{
    const QString text = m_deviceRows.setting(setting::epochClaim);
    const QString origin = m_deviceRows.setting(setting::origin);
    if (text.isEmpty() || origin.isEmpty() || origin == setting::originUnclaimed)
        return std::nullopt; // there is none, or it is one of before that was answered
    const Result<EpochClaim> claim = readEpochClaim(objectOf(text.toUtf8()));
    return claim ? std::optional(*claim) : std::nullopt;
}

Result<void> LocalStore::take(const EpochGiven &given)
{
    const Result<void> taken = write([&]() -> Result<void> {
        const Register &reg = given.registerEntry;
        m_rows.put({entity::registerType.toString(), reg.id.value()}, codec::toJson(reg));
        // Asked again about the epoch that it has: then its sequences go on.
        if (given.epoch != place().device.epoch)
            m_database->run("set_device_epoch", {qint64(given.epoch), reg.id});
        m_deviceRows.setSetting(setting::origin, QString());
        return {};
    });
    m_place.reset();
    if (!taken)
        return taken;
    m_origin = StoreOrigin::Same;
    return keepBootRecord();
}

Result<void> LocalStore::move(const EpochGiven &given, const Location &location)
{
    const Result<void> moved = write([&]() -> Result<void> {
        const Register &reg = given.registerEntry;
        m_rows.put({entity::location.toString(), location.id.value()}, codec::toJson(location));
        m_rows.put({entity::registerType.toString(), reg.id.value()}, codec::toJson(reg));
        m_database->run("set_device_epoch", {qint64(given.epoch), reg.id});
        m_database->run("set_device_location", {location.id});
        ReloadState state;
        state.reason = ReloadState::Reason::Moved;
        state.phase = ReloadState::Phase::Load;
        state.epoch = place().device.cursor.value_or(Cursor{1, 0, 0}).epoch;
        state.cursor = Cursor{state.epoch, 0, 0};
        state.load.cut = state.cursor;
        if (!CREMA_PLANTED(KeepsTheRowsItHad))
            reload().begin(state);
        return {};
    });
    m_place.reset();
    return moved ? keepBootRecord() : moved;
}

std::optional<Problem> LocalStore::originWarning()
{
    // A reading program only says what the one that writes has noticed.
    const QString kept = isReadOnly() ? m_deviceRows.setting(setting::origin) : settingOf(m_origin);
    if (kept != settingOf(StoreOrigin::Copied) && kept != settingOf(StoreOrigin::Restored))
        return std::nullopt;
    const StoreOrigin origin = originOf(kept);
    const Place &here = place();
    const QString location = here.location ? here.location->code.toUpper() : QString();
    const QString code = here.registerInfo ? here.registerInfo->code : QString();
    return changedOrigin(origin, ReceiptNumber{location, code, 1}.toString());
}

} // namespace crema::sync
