// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/checkpoint.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/base/sha256.h"
#include "models/feed/feed_row_reader.h"

#include <QCoreApplication>
#include <QtEndian>

namespace crema {
namespace {

constexpr qsizetype hashBytes = 16;
constexpr std::int64_t maxCount = 1'000'000'000'000;

/// Of the first 16 bytes.
std::array<std::uint64_t, 2> halvesOf(const QByteArray &bytes)
{
    return {qFromBigEndian<quint64>(bytes.constData()), qFromBigEndian<quint64>(bytes.constData() + sizeof(quint64))};
}

TypeDigest readDigest(JsonFields &fields, const QString &type)
{
    JsonFields members(fields.object(type), type + u'.');
    TypeDigest digest;
    digest.count = members.integer(QStringLiteral("count"), 0, maxCount);
    const QByteArray digits = members.text(QStringLiteral("hash"), 2 * hashBytes, 2 * hashBytes).toLatin1();
    const QByteArray bytes = QByteArray::fromHex(digits);
    if (bytes.size() == hashBytes && bytes.toHex() == digits)
        digest.hash = halvesOf(bytes);
    else
        members.add(QStringLiteral("hash"),
                    QCoreApplication::translate("crema::Checkpoint", "32 hexadecimal digits are needed here."));
    fields.add(members.problems());
    return digest;
}

} // namespace

void TypeDigest::add(const QUuid &id, QByteArrayView document)
{
    const QByteArray bytes = sha256(id.toByteArray(QUuid::WithoutBraces) + ' ' + document.toByteArray());
    const auto halves = halvesOf(bytes);
    hash[0] ^= halves[0];
    hash[1] ^= halves[1];
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
    constexpr int halfDigits = hashBytes;
    constexpr int hexadecimal = 16;
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
