// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/boot_record.h"

#include "sync/store/documents.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace crema::sync {
namespace {

QString textOf(std::uint64_t number)
{
    return QString::number(number); // JSON's numbers are exact to 2^53 only
}

template<class AnyId>
std::optional<AnyId> idOf(const QJsonValue &value)
{
    const QUuid id = QUuid::fromString(value.toString());
    return id.isNull() ? std::nullopt : std::optional(AnyId(id));
}

template<class AnyId>
QJsonValue textOf(const std::optional<AnyId> &id)
{
    return id ? QJsonValue(id->value().toString(QUuid::WithoutBraces)) : QJsonValue();
}

QJsonObject jsonOf(const DeviceRow &device)
{
    return {{QStringLiteral("id"), device.id.value().toString(QUuid::WithoutBraces)},
            {QStringLiteral("epoch"), qint64(device.epoch)},
            {QStringLiteral("last_sequence"), textOf(static_cast<std::uint64_t>(device.lastSequence))},
            {QStringLiteral("platform"), device.platform},
            {QStringLiteral("location"), textOf(device.location)},
            {QStringLiteral("register"), textOf(device.registerId)},
            {QStringLiteral("person"), textOf(device.person)}};
}

DeviceRow deviceOf(const QJsonObject &json)
{
    DeviceRow device;
    device.id = idOf<DeviceId>(json[QStringLiteral("id")]).value_or(DeviceId());
    device.epoch = json[QStringLiteral("epoch")].toInteger(1);
    device.lastSequence = json[QStringLiteral("last_sequence")].toString().toLongLong();
    device.platform = json[QStringLiteral("platform")].toString();
    device.location = idOf<LocationId>(json[QStringLiteral("location")]);
    device.registerId = idOf<RegisterId>(json[QStringLiteral("register")]);
    device.person = idOf<PersonId>(json[QStringLiteral("person")]);
    return device;
}

std::optional<FileIdentity> identityOf(const QJsonObject &json, const QString &prefix)
{
    const QString inode = json[prefix + QStringLiteral("inode")].toString();
    if (inode.isEmpty())
        return std::nullopt;
    return FileIdentity{inode.toULongLong(), json[prefix + QStringLiteral("born_ns")].toString().toLongLong()};
}

void insert(QJsonObject &json, const QString &prefix, const FileIdentity &identity)
{
    json.insert(prefix + QStringLiteral("inode"), textOf(identity.inode));
    json.insert(prefix + QStringLiteral("born_ns"), textOf(static_cast<std::uint64_t>(identity.bornNs)));
}

QJsonArray jsonOf(const QList<KeptRow> &rows)
{
    QJsonArray json;
    for (const KeptRow &row : rows) {
        json.append(QJsonObject{{QStringLiteral("type"), row.ref.type},
                                {QStringLiteral("id"), row.ref.id.toString(QUuid::WithoutBraces)},
                                {QStringLiteral("document"), row.document}});
    }
    return json;
}

QList<KeptRow> rowsOf(const QJsonArray &json)
{
    QList<KeptRow> rows;
    for (const QJsonValue &value : json) {
        const QJsonObject row = value.toObject();
        rows.append({{row[QStringLiteral("type")].toString(), QUuid::fromString(row[QStringLiteral("id")].toString())},
                     row[QStringLiteral("document")].toObject()});
    }
    return rows;
}

} // namespace

QString BootRecord::pathFor(const QString &storePath)
{
    return storePath + QStringLiteral(".boot");
}

std::optional<BootRecord> BootRecord::read(const Disk &disk, const QString &storePath)
{
    // A copy that is not noticed would sell under the name of another store.
    const Result<QByteArray> bytes = readInsisting(disk, pathFor(storePath));
    const QJsonObject json = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    if (json[QStringLiteral("schema")].toString() != QLatin1String("boot-record/1"))
        return std::nullopt;
    BootRecord record;
    record.machineId = json[QStringLiteral("machine")].toString().toUtf8();
    record.identity = identityOf(json, QString());
    if (const auto successor = identityOf(json, QStringLiteral("next_"));
        successor && disk.identity(storePath) == successor)
        record.identity = successor;
    record.lastNumber = json[QStringLiteral("last_number")].toString().toLongLong();
    record.device = deviceOf(json[QStringLiteral("device")].toObject());
    record.rows = rowsOf(json[QStringLiteral("rows")].toArray());
    record.damaged = json[QStringLiteral("damaged")].toBool();
    return record;
}

Result<void> BootRecord::write(Disk &disk, const QString &storePath, const std::optional<FileIdentity> &successor) const
{
    QJsonObject json{{QStringLiteral("schema"), QStringLiteral("boot-record/1")},
                     {QStringLiteral("machine"), QString::fromUtf8(machineId)},
                     {QStringLiteral("last_number"), textOf(static_cast<std::uint64_t>(lastNumber))},
                     {QStringLiteral("device"), jsonOf(device)},
                     {QStringLiteral("rows"), jsonOf(rows)},
                     {QStringLiteral("damaged"), damaged}};
    if (identity)
        insert(json, QString(), *identity);
    if (successor)
        insert(json, QStringLiteral("next_"), *successor);
    return disk.replacePrivate(pathFor(storePath), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

bool BootRecord::hasFactsOf(const BootRecord &other) const
{
    return machineId == other.machineId && identity == other.identity && damaged == other.damaged &&
           rows == other.rows && jsonOf(device) == jsonOf(other.device);
}

StoreOrigin originOf(const BootRecord &kept, const BootRecord &found)
{
    const bool otherMachine =
        !kept.machineId.isEmpty() && !found.machineId.isEmpty() && kept.machineId != found.machineId;
    const bool otherFile = kept.identity && found.identity && kept.identity != found.identity;
    if (otherMachine || otherFile)
        return StoreOrigin::Copied;
    const bool sequenceWentBack = std::pair(found.device.epoch, found.device.lastSequence) <
                                  std::pair(kept.device.epoch, kept.device.lastSequence);
    const bool older = found.lastNumber < kept.lastNumber || sequenceWentBack;
    return older ? StoreOrigin::Restored : StoreOrigin::Same;
}

} // namespace crema::sync
