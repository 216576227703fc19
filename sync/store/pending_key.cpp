// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/pending_key.h"

#include "models/text/fold.h"
#include "sync/store/documents.h"

#include <QCoreApplication>

namespace crema::sync {

EntityRef PendingKey::reads(QStringView type, const QUuid &id)
{
    return {readsPrefix + type.toString(), id};
}

std::optional<EntityRef> PendingKey::lookedAt() const
{
    if (!ref.type.startsWith(readsPrefix))
        return std::nullopt;
    return EntityRef{ref.type.sliced(readsPrefix.size()), ref.id};
}

EntityRef PendingKey::sku(const QString &sku)
{
    return {QStringLiteral("sku"), QUuid::createUuidV5(QUuid(), searchKey(sku))};
}

EntityRef PendingKey::barcode(const QString &barcode)
{
    return {QStringLiteral("barcode"), QUuid::createUuidV5(QUuid(), barcode)};
}

EntityRef PendingKey::refused()
{
    return {QStringLiteral("refused"), QUuid()};
}

EntityRef PendingKey::largeSale()
{
    return {QStringLiteral("reads.large_sale"), QUuid()};
}

EntityRef PendingKey::held(const EntityRef &entity)
{
    return {heldPrefix + entity.type, entity.id};
}

QByteArray writeKeys(const QList<PendingKey> &keys)
{
    QByteArray result(""); // not null, which would be NULL
    for (const PendingKey &key : keys) {
        if (key.left)
            result += '-';
        result += key.ref.type.toLatin1() + '\0' + key.ref.id.toRfc4122();
    }
    return result;
}

QList<PendingKey> readKeys(const QByteArray &bytes)
{
    constexpr qsizetype idLength = 16;
    QList<PendingKey> result;
    for (qsizetype at = 0; at < bytes.size();) {
        const bool left = bytes[at] == '-';
        const qsizetype start = left ? at + 1 : at;
        const qsizetype end = bytes.indexOf('\0', start);
        if (end < 0 || end + 1 + idLength > bytes.size())
            throwDamaged(QCoreApplication::translate("Store", "a queue row does not read"));
        const QUuid id = QUuid::fromRfc4122(QByteArrayView(bytes).sliced(end + 1, idLength));
        result.append({{QString::fromLatin1(bytes.mid(start, end - start)), id}, left});
        at = end + 1 + idLength;
    }
    return result;
}

} // namespace crema::sync
