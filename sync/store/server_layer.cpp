// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/server_layer.h"

#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/documents.h"

namespace crema::sync {
namespace {

constexpr qsizetype idBytes = 16;

/// Nothing for references, which stand in one table.
const char *documentsQuery(const QString &type)
{
    if (type == entity::product)
        return "list_product_documents";
    if (type == entity::variant)
        return "list_variant_documents";
    if (type == entity::customer)
        return "list_customer_documents";
    if (type == entity::shift)
        return "list_shift_documents";
    if (type == entity::sale)
        return "list_sale_documents";
    if (type == entity::cashMovement)
        return "list_cash_movement_documents";
    if (type == entity::giftCard)
        return "list_gift_card_documents";
    if (type == entity::loyaltyAccount)
        return "list_loyalty_account_documents";
    if (type == entity::paymentIntent)
        return "list_payment_intent_documents";
    if (type == entity::attention)
        return "list_attention_documents";
    if (type == entity::stockLevel)
        return "list_stock_level_documents";
    return nullptr;
}

QByteArray stockLevelDocument(const Rows &row)
{
    const StockLevel level{VariantId(row.uuid(1)), LocationId(row.uuid(2)), Quantity(row.integer(3))};
    return documentOf(codec::toJson(level));
}

} // namespace

const QUuid &ServerLayer::highestId()
{
    static const QUuid id = QUuid::fromRfc4122(QByteArray(idBytes, '\xff'));
    return id;
}

TypeDigest ServerLayer::measure(const QString &type, QUuid &after, int limit)
{
    Documents documents;
    const std::optional<QUuid> last = readView(type, after, limit, documents);
    layOver("list_server_copies_between", type, after, last.value_or(highestId()), documents);
    layOver("list_unread_rows_between", type, after, last.value_or(highestId()), documents);
    TypeDigest digest;
    for (auto it = documents.constBegin(); it != documents.constEnd(); ++it) {
        if (isTold(type, *it))
            digest.add(it.key(), *it);
    }
    after = last.value_or(QUuid());
    return digest;
}

bool ServerLayer::isTold(const QString &type, const QByteArray &document) const
{
    // A register that a store claimed for itself is none of the platform's until that says so.
    if (type == entity::registerType)
        return !json::readStrict(document).value_or(QJsonObject()).contains(registerOnlyClaimed);
    // What rotted may not read, and is different anyway.
    if (type == entity::person) {
        const Result<Person> person = json::readStrict(document).and_then(&codec::readPerson);
        return !person || person->locations.isEmpty() ||
               (m_device.location && person->locations.contains(*m_device.location));
    }
    if (type == entity::attention) {
        const Result<AttentionCard> card = json::readStrict(document).and_then(&codec::readAttentionCard);
        return !card || (card->location ? card->location == m_device.location : card->device == m_device.id);
    }
    return true;
}

std::optional<QUuid> ServerLayer::readView(const QString &type, const QUuid &after, int limit, Documents &found)
{
    const char *query = documentsQuery(type);
    Rows rows = query ? m_database.query(query, {after, limit})
                      : m_database.query("list_reference_documents", {type, after, limit});
    QUuid last;
    while (rows.next()) {
        last = rows.uuid(0);
        found.insert(last, type == entity::stockLevel ? stockLevelDocument(rows) : rows.bytes(1));
    }
    return found.size() == limit ? std::optional(last) : std::nullopt;
}

void ServerLayer::layOver(const char *query, const QString &type, const QUuid &after, const QUuid &last,
                          Documents &found)
{
    Rows rows = m_database.query(query, {type, after, last});
    while (rows.next()) {
        if (rows.isNull(1))
            found.remove(rows.uuid(0)); // the platform has it not
        else
            found.insert(rows.uuid(0), rows.bytes(1));
    }
}

} // namespace crema::sync
