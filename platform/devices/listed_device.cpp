// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/listed_device.h"

#include "models/base/uuid7.h"
#include "platform/company/reference_writer.h"
#include "platform/company/stored_reference.h"
#include "platform/database/transaction.h"
#include "platform/devices/arrived_stores.h"
#include "platform/devices/readmission.h"
#include "platform/identity/sessions.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform", text);
}

ListedDevice deviceOf(const Rows &rows, int row)
{
    ListedDevice device;
    device.id = DeviceId(rows.uuid(row, 0));
    device.registerText = rows.text(row, 1) + u'-' + rows.text(row, 2);
    device.name = rows.text(row, 3);
    device.enrolledAt = UtcTime(rows.number(row, 4));
    if (!rows.isNull(row, 5))
        device.revokedAt = UtcTime(rows.number(row, 5));
    if (!rows.isNull(row, 6)) {
        device.epoch = rows.number(row, 6);
        device.arrived = rows.number(row, 7) - 1;
    }
    device.location = LocationId(rows.uuid(row, 8));
    device.reason = shutOutReasonFromText(rows.text(row, 9));
    return device;
}

/// Those that the steward manages; the others are not there for them.
QList<ListedDevice> devicesOf(Transaction &transaction, const DeviceSteward &steward)
{
    const Rows rows = transaction.run("devices/list_devices");
    QList<ListedDevice> devices;
    for (int row = 0; row < rows.count(); ++row) {
        const ListedDevice device = deviceOf(rows, row);
        if (steward.places.isEmpty() || steward.places.contains(device.location))
            devices.append(device);
    }
    return devices;
}

bool hasRegister(const ListedDevice &device, const QString &name)
{
    return device.registerText.compare(name, Qt::CaseInsensitive) == 0;
}

std::optional<ListedDevice> deviceWithId(const QList<ListedDevice> &devices, const QString &id)
{
    const auto found =
        std::ranges::find_if(devices, [&](const ListedDevice &device) { return device.id.toString() == id.toLower(); });
    return found == devices.end() ? std::nullopt : std::optional(*found);
}

/// A register may have had several devices one after the other: its name means the one that is let in.
std::optional<ListedDevice> deviceThatIsIn(const QList<ListedDevice> &devices, const QString &name)
{
    const auto found = std::ranges::find_if(
        devices, [&](const ListedDevice &device) { return !device.revokedAt && hasRegister(device, name); });
    return found == devices.end() ? deviceWithId(devices, name) : std::optional(*found);
}

/// The one that was shut out last; without one, whichever has the name.
std::optional<ListedDevice> deviceThatIsOut(const QList<ListedDevice> &devices, const QString &name)
{
    std::optional<ListedDevice> last;
    for (const ListedDevice &device : devices) {
        if (device.revokedAt && hasRegister(device, name) && (!last || last->revokedAt < device.revokedAt))
            last = device;
    }
    return last ? last : deviceThatIsIn(devices, name);
}

tl::unexpected<Problem> unknownDevice(const QString &text, const DeviceSteward &steward)
{
    return failure(ProblemKind::NotFound, QStringLiteral("device.unknown"), text,
                   steward.person ? tr("Look at the list of devices again.")
                                  : tr("crema-platform device list shows all of them."));
}

AuditEntry auditOf(const ListedDevice &device, const QString &action, UtcTime now, const DeviceSteward &steward)
{
    return {steward.chain,
            now,
            steward.person,
            action,
            {QStringLiteral("device"), device.id.value()},
            std::nullopt,
            {{QStringLiteral("register"), device.registerText},
             {QStringLiteral("epoch"), qint64(device.epoch)},
             {QStringLiteral("arrived"), qint64(device.arrived)}},
            steward.request,
            steward.systemUser};
}

Problem revokedDevice()
{
    return {ProblemKind::Conflict,
            QStringLiteral("device.revoked"),
            tr("This device is shut out."),
            tr("Let it in again first."),
            {}};
}

Problem shiftIsOpen(const QString &registerCode)
{
    return {ProblemKind::Conflict,
            QStringLiteral("device.shift_open"),
            tr("Register %1 of this device has an open shift.").arg(registerCode),
            tr("Close the shift there, let the device send it, then move the device."),
            {}};
}

Problem badRegister(const QString &code, const QString &text)
{
    return {code == QLatin1String("device.register") ? ProblemKind::Invalid : ProblemKind::Conflict,
            code,
            text,
            tr("Enter another number, or none for the first that is free."),
            {{QStringLiteral("register"), text}}};
}

/// "7", "BAR2"; empty for none.
Result<QString> checkedRegisterCode(const QString &typed)
{
    constexpr qsizetype longest = 8; // receipts have the number of the location and the sale beside it
    const QString code = typed.trimmed().toUpper();
    const bool isPlain =
        std::ranges::all_of(code, [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'); });
    if (!isPlain || code.size() > longest)
        return failure(
            badRegister(QStringLiteral("device.register"), tr("A register has up to 8 letters A to Z and digits.")));
    return code;
}

QList<ArrivedStore> storesOf(Transaction &transaction, DeviceId device)
{
    return arrivedStores(transaction, {device}).value(device);
}

} // namespace

QList<ListedDevice> listDevicesOf(Connection &connection)
{
    Transaction transaction(connection);
    return devicesOf(transaction, {});
}

Result<ShutOutDevice> shutDeviceOut(Connection &connection, const QString &name, UtcTime now,
                                    const DeviceSteward &steward, std::optional<ShutOutReason> reason)
{
    return retrying([&]() -> Result<ShutOutDevice> {
        Transaction transaction(connection);
        const std::optional<ListedDevice> found = deviceThatIsIn(devicesOf(transaction, steward), name);
        if (!found)
            return unknownDevice(tr("No device that is let in is called %1.").arg(name), steward);
        // Whoever shuts it out again takes back the codes that were given out; locked before the device, as by who
        // comes in.
        transaction.run("devices/delete_readmissions", {found->id});
        if (found->revokedAt) {
            const ShutOutDevice already{*found, storesOf(transaction, found->id)};
            transaction.commit();
            return already;
        }
        const std::optional<QString> why = reason ? std::optional(shutOutReasonText(*reason)) : std::nullopt;
        transaction.run("devices/revoke_device", {found->id, now, why});
        endSessionsOf(transaction, found->id, SessionEnd::DeviceRevoked, now);
        // It waited for the batch that held the device's row: what that brought is read now.
        ShutOutDevice out{deviceWithId(devicesOf(transaction, {}), found->id.toString()).value_or(*found),
                          storesOf(transaction, found->id)};
        out.device.revokedAt.reset();
        AuditEntry entry = auditOf(out.device, QStringLiteral("device.revoke"), now, steward);
        entry.document.insert(QStringLiteral("reason"), why ? QJsonValue(*why) : QJsonValue());
        entry.document.insert(QStringLiteral("stores"), codec::toJson(out.stores));
        writeAudit(transaction, {entry});
        transaction.commit();
        return out;
    });
}

Result<ReadmittedDevice> giveReadmissionCode(Connection &connection, const QString &name, UtcTime now,
                                             Randomness &randomness, const DeviceSteward &steward)
{
    return retrying([&]() -> Result<ReadmittedDevice> {
        Transaction transaction(connection);
        const std::optional<ListedDevice> found = deviceThatIsOut(devicesOf(transaction, steward), name);
        if (!found)
            return unknownDevice(tr("No device is called %1.").arg(name), steward);
        if (!found->revokedAt) {
            return failure(ProblemKind::Conflict, QStringLiteral("device.let_in"),
                           tr("%1 is not shut out.").arg(found->registerText),
                           tr("A device that was set up anew needs a code for a new device."));
        }
        const DeviceCode code = makeReadmissionCode(transaction, found->id, now, randomness);
        writeAudit(transaction, {auditOf(*found, QStringLiteral("device.readmission_code"), now, steward)});
        transaction.commit();
        return ReadmittedDevice{*found, code};
    });
}

Result<ListedDevice> moveDevice(Connection &connection, DeviceId device, const MoveWish &wish, UtcTime now,
                                Randomness &randomness, const DeviceSteward &steward)
{
    const Result<QString> code = checkedRegisterCode(wish.registerCode);
    if (!code)
        return failure(code.error());
    const Location &to = wish.location;
    return retrying([&]() -> Result<ListedDevice> {
        Transaction transaction(connection);
        const std::optional<ListedDevice> found = deviceWithId(devicesOf(transaction, steward), device.toString());
        if (!found)
            return unknownDevice(tr("There is no such device."), steward);
        if (found->revokedAt)
            return failure(revokedDevice());
        const bool stays = to.id == found->location && (code->isEmpty() || hasRegister(*found, to.code + u'-' + *code));
        if (stays) {
            transaction.run("devices/delete_move", {device});
        } else {
            if (!code->isEmpty() && !transaction.run("devices/has_register_code", {to.id, *code}).isEmpty())
                return failure(badRegister(QStringLiteral("device.register_taken"),
                                           tr("%1 had a register %2 already.").arg(to.name, *code)));
            for (const ArrivedStore &store : storesOf(transaction, device)) {
                if (store.shiftIsOpen)
                    return failure(shiftIsOpen(store.registerCode));
            }
            transaction.run("devices/save_move",
                            {device, makeUuid7(now, randomness), makeId<RegisterId>(now, randomness), to.id, *code});
        }
        AuditEntry entry = auditOf(*found, QStringLiteral("device.move"), now, steward);
        const QString target = code->isEmpty() ? to.code : to.code + u'-' + *code;
        const QJsonObject change{{QStringLiteral("from"), found->registerText},
                                 {QStringLiteral("to"), stays ? found->registerText : target}};
        entry.document = {{QStringLiteral("changes"), QJsonObject{{QStringLiteral("register"), change}}}};
        writeAudit(transaction, {entry});
        transaction.commit();
        return *found;
    });
}

Result<ListedDevice> renameDevice(Connection &connection, DeviceId device, const QString &name, UtcTime now,
                                  const DeviceSteward &steward)
{
    const Result<QString> checked = checkedDeviceName(name);
    if (!checked)
        return failure(checked.error());
    return retrying([&]() -> Result<ListedDevice> {
        Transaction transaction(connection);
        const std::optional<ListedDevice> found = deviceWithId(devicesOf(transaction, steward), device.toString());
        if (!found)
            return unknownDevice(tr("There is no such device."), steward);
        ListedDevice renamed = *found;
        renamed.name = *checked;
        if (renamed.name == found->name)
            return renamed;
        transaction.run("devices/rename_device", {device, *checked});
        Register reg = loadRegisterOf(transaction, device);
        reg.name = *checked;
        ReferenceWriter writer(transaction);
        writer.save(reg);
        writer.finish();
        AuditEntry entry = auditOf(renamed, QStringLiteral("device.rename"), now, steward);
        const QJsonObject change{{QStringLiteral("from"), found->name}, {QStringLiteral("to"), *checked}};
        entry.document = {{QStringLiteral("changes"), QJsonObject{{QStringLiteral("name"), change}}}};
        writeAudit(transaction, {entry});
        transaction.commit();
        return renamed;
    });
}

} // namespace crema::platform
