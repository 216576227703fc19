// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/checkpoint.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/feed/feed_row_reader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

namespace crema {
namespace {

constexpr qsizetype halfDigits = 16;
constexpr int hexadecimal = 16;
constexpr std::int64_t maxCount = 1'000'000'000'000;

std::uint64_t readHalf(QStringView text, bool &isNumber)
{
    const std::uint64_t half = text.toULongLong(&isNumber, hexadecimal);
    return half;
}

TypeDigest readDigest(JsonFields &fields, const QString &type)
{
    JsonFields members(fields.object(type), type + u'.');
    TypeDigest digest;
    digest.count = members.integer(QStringLiteral("count"), 0, maxCount);
    const QString hash = members.text(QStringLiteral("hash"), 2 * halfDigits, 2 * halfDigits);
    bool isFirst = false;
    bool isSecond = false;
    digest.hash = {readHalf(QStringView(hash).first(std::min(halfDigits, hash.size())), isFirst),
                   readHalf(QStringView(hash).last(std::min(halfDigits, hash.size())), isSecond)};
    if (!isFirst || !isSecond)
        members.add(QStringLiteral("hash"),
                    QCoreApplication::translate("crema::Checkpoint", "32 hexadecimal digits are needed here."));
    fields.add(members.problems());
    return digest;
}

} // namespace

void TypeDigest::add(const QUuid &id, QByteArrayView document)
{
    QCryptographicHash sha(QCryptographicHash::Sha256);
    sha.addData(id.toByteArray(QUuid::WithoutBraces));
    sha.addData(QByteArrayView(" "));
    sha.addData(document);
    const QByteArray bytes = sha.result();
    hash[0] ^= qFromBigEndian<quint64>(bytes.constData());
    hash[1] ^= qFromBigEndian<quint64>(bytes.constData() + sizeof(quint64));
    ++count;
}

void TypeDigest::add(const TypeDigest &other)
{
    count += other.count;
    hash[0] ^= other.hash[0];
    hash[1] ^= other.hash[1];
}

QString TypeDigest::hashText() const
{
    return QStringLiteral("%1%2")
        .arg(qulonglong(hash[0]), halfDigits, hexadecimal, QLatin1Char('0'))
        .arg(qulonglong(hash[1]), halfDigits, hexadecimal, QLatin1Char('0'));
}

bool isCompared(QStringView type)
{
    return type != entity::acknowledgement &&
           std::find(snapshotOrder.begin(), snapshotOrder.end(), type) != snapshotOrder.end();
}

QStringList differences(const Digests &here, const Digests &there)
{
    QStringList types;
    for (const QStringView name : snapshotOrder) {
        const QString type = name.toString();
        if (isCompared(type) && here.value(type) != there.value(type))
            types.append(type);
    }
    return types;
}

QByteArray writeCheckpoint(const Checkpoint &checkpoint)
{
    QJsonObject types;
    for (auto it = checkpoint.types.constBegin(); it != checkpoint.types.constEnd(); ++it) {
        types.insert(it.key(), QJsonObject{{QStringLiteral("count"), qint64(it->count)},
                                           {QStringLiteral("hash"), it->hashText()}});
    }
    return json::writeCanonical({{QStringLiteral("at"), checkpoint.at.toString()},
                                 {QStringLiteral("moved"), checkpoint.moved},
                                 {QStringLiteral("types"), types}});
}

Result<Checkpoint> readCheckpoint(QByteArrayView bytes)
{
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    Checkpoint checkpoint;
    checkpoint.at = codec::readCursor(fields, QStringLiteral("at"));
    checkpoint.moved = fields.boolean(QStringLiteral("moved"));
    JsonFields types(fields.object(QStringLiteral("types")), QStringLiteral("types."));
    const QStringList names = types.json().keys();
    for (const QString &name : names)
        checkpoint.types.insert(name, readDigest(types, name));
    fields.add(types.problems());
    return fields.result(checkpoint, QStringLiteral("feed.malformed"));
}

} // namespace crema
