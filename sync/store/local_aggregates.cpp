// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/local_aggregates.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/selling_writer.h"
#include "sync/store/documents.h"

#include <QCoreApplication>

namespace crema::sync {

void LocalAggregates::save(const Product &product)
{
    touch(entity::product, product.id.value());
    m_rows.catalog().save(product, documentOf(codec::toJson(product)));
}

void LocalAggregates::save(const Variant &variant)
{
    touch(entity::variant, variant.id.value());
    m_rows.catalog().save(variant, documentOf(codec::toJson(variant)));
}

std::optional<VariantId> LocalAggregates::variantWithBarcode(const QString &barcode)
{
    return m_rows.catalog().variantWithBarcode(barcode);
}

std::optional<VariantId> LocalAggregates::variantWithSku(const QString &sku)
{
    return m_rows.catalog().variantWithSku(sku);
}

void LocalAggregates::save(const Customer &customer)
{
    touch(entity::customer, customer.id.value());
    m_rows.customers().save(customer, documentOf(codec::toJson(customer)));
}

void LocalAggregates::save(const Shift &shift)
{
    touch(entity::shift, shift.id.value());
    m_rows.selling().save(shift, codec::canonicalBytes(shift));
}

std::optional<SaleId> LocalAggregates::saleWithNumber(const QString &number)
{
    return m_rows.selling().saleWithNumber(number);
}

void LocalAggregates::save(const Sale &sale)
{
    // Operations only add sales. The platform's copy of a new one is that there is none, which its row says itself.
    m_touched.append({entity::sale.toString(), sale.id.value()});
    m_rows.selling().add(sale, m_operation);
}

void LocalAggregates::add(const Movement &movement)
{
    touch(entity::stockLevel, codec::stockLevelId(movement.location, movement.variant));
    // A replay meets its own movement in the ledger again; the level was set back to the server's, so it counts there.
    m_rows.selling().add(movement);
    m_rows.selling().change(movement.variant, movement.location, movement.delta);
}

void LocalAggregates::touch(QStringView type, const QUuid &id)
{
    const EntityRef ref{type.toString(), id};
    if (m_touched.contains(ref))
        return;
    m_touched.append(ref);
    if (!m_knownCopies) {
        m_knownCopies.emplace();
        Rows rows = m_database.query("list_server_copies");
        while (rows.next())
            m_knownCopies->insert({rows.text(0), rows.uuid(1)});
    }
    if (m_knownCopies->contains(ref))
        return;
    const std::optional<QByteArray> document = m_rows.document(ref);
    m_database.run("keep_server_copy", {ref.type, id, document});
    m_knownCopies->insert(ref);
}

QByteArray writeTouched(const QList<EntityRef> &touched)
{
    QByteArray result(""); // not null, which would be NULL
    for (const EntityRef &ref : touched)
        result += ref.type.toLatin1() + '\0' + ref.id.toRfc4122();
    return result;
}

QList<EntityRef> readTouched(const QByteArray &bytes)
{
    constexpr qsizetype idLength = 16;
    QList<EntityRef> result;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\0', at);
        if (end < 0 || end + 1 + idLength > bytes.size())
            throwDamaged(QCoreApplication::translate("Store", "a queue row does not read"));
        const QByteArray id = bytes.mid(end + 1, idLength);
        result.append({QString::fromLatin1(bytes.mid(at, end - at)), QUuid::fromRfc4122(id)});
        at = end + 1 + idLength;
    }
    return result;
}

} // namespace crema::sync
