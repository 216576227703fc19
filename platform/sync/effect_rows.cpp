// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/effect_rows.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/text/fold.h"
#include "platform/catalog/search_words.h"

namespace crema::platform {
namespace {

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// Runs a statement that writes records whose revision must be the one that was loaded.
void writeRevised(Transaction &transaction, const char *statement, const QJsonArray &records)
{
    if (records.isEmpty())
        return;
    if (transaction.run(statement, {records}).affected() != records.size())
        throw DatabaseFailure("40001", QStringLiteral("another transaction wrote the entity first"));
}

FeedEntry entryOf(QStringView type, const QUuid &id, const QString &audience, const QJsonObject &entity)
{
    return {type.toString(), id, audience, false, entity};
}

} // namespace

void writeProducts(Transaction &transaction, const PendingMap<ProductId, Product> &products, QList<FeedEntry> &feed)
{
    QJsonArray records;
    products.eachDirty([&](ProductId id, const auto &entry) {
        const QJsonObject document = codec::toJson(*entry.value);
        records.append(QJsonObject{{QStringLiteral("id"), id.toString()},
                                   {QStringLiteral("folded_name"), foldForSearch(entry.value->name)},
                                   {QStringLiteral("folded"), foldedWords(*entry.value)},
                                   {QStringLiteral("archived"), entry.value->archived},
                                   {QStringLiteral("revision"), qint64(entry.revision)},
                                   {QStringLiteral("document"), document}});
        feed.append(entryOf(entity::product, id.value(), companyAudience(), document));
    });
    writeRevised(transaction, "catalog/save_products", records);
}

void writeVariants(Transaction &transaction, const PendingMap<ProductId, Product> &products,
                   const PendingMap<VariantId, Variant> &variants, QList<FeedEntry> &feed)
{
    QJsonArray records;
    QJsonArray barcodes;
    QStringList changed;
    QStringList searched;
    variants.eachDirty([&](VariantId id, const auto &entry) {
        const QJsonObject document = codec::toJson(*entry.value);
        records.append(QJsonObject{{QStringLiteral("id"), id.toString()},
                                   {QStringLiteral("product"), entry.value->product.toString()},
                                   {QStringLiteral("sku"), entry.value->sku},
                                   {QStringLiteral("folded"), foldedWords(*entry.value)},
                                   {QStringLiteral("archived"), entry.value->archived},
                                   {QStringLiteral("revision"), qint64(entry.revision)},
                                   {QStringLiteral("document"), document}});
        for (const QString &barcode : entry.value->barcodes)
            barcodes.append(QJsonObject{{QStringLiteral("code"), barcode}, {QStringLiteral("variant"), id.toString()}});
        changed.append(id.toString());
        searched.append(entry.value->product.toString());
        feed.append(entryOf(entity::variant, id.value(), companyAudience(), document));
    });
    products.eachDirty([&](ProductId id, const auto &) { searched.append(id.toString()); });
    if (!changed.isEmpty()) {
        transaction.run("catalog/clear_barcodes", {changed});
        writeRevised(transaction, "catalog/save_variants", records);
        transaction.run("catalog/save_barcodes", {barcodes});
    }
    if (!searched.isEmpty())
        transaction.run("catalog/refresh_search", {searched});
}

void writeCustomers(Transaction &transaction, const PendingMap<CustomerId, Customer> &customers, QList<FeedEntry> &feed)
{
    QJsonArray records;
    customers.eachDirty([&](CustomerId id, const auto &entry) {
        const QJsonObject document = codec::toJson(*entry.value);
        QString digits;
        for (const QChar letter : entry.value->phone) {
            if (letter.isDigit())
                digits += letter;
        }
        records.append(QJsonObject{{QStringLiteral("id"), id.toString()},
                                   {QStringLiteral("folded_name"), foldForSearch(entry.value->name)},
                                   {QStringLiteral("email"), entry.value->email.toLower()},
                                   {QStringLiteral("phone"), digits},
                                   {QStringLiteral("archived"), entry.value->archived},
                                   {QStringLiteral("revision"), qint64(entry.revision)},
                                   {QStringLiteral("document"), document}});
        feed.append(entryOf(entity::customer, id.value(), companyAudience(), document));
    });
    writeRevised(transaction, "customers/save_customers", records);
}

void writeShifts(Transaction &transaction, const PendingMap<ShiftId, Shift> &shifts, QList<FeedEntry> &feed)
{
    QJsonArray records;
    shifts.eachDirty([&](ShiftId id, const auto &entry) {
        const QJsonObject document = codec::toJson(*entry.value);
        records.append(QJsonObject{{QStringLiteral("id"), id.toString()},
                                   {QStringLiteral("location"), entry.value->location.toString()},
                                   {QStringLiteral("register"), entry.value->registerId.toString()},
                                   {QStringLiteral("state"), document.value(QStringLiteral("state"))},
                                   {QStringLiteral("opened_at"), entry.value->openedAt.toString()},
                                   {QStringLiteral("revision"), qint64(entry.revision)},
                                   {QStringLiteral("document"), document}});
        feed.append(entryOf(entity::shift, id.value(), audienceOf(entry.value->location), document));
    });
    writeRevised(transaction, "sales/save_shifts", records);
}

void writeSales(Transaction &transaction, const QList<Sale> &sales, QList<FeedEntry> &feed)
{
    QJsonArray records;
    for (const Sale &sale : sales) {
        const QJsonObject document = codec::toJson(sale);
        records.append(QJsonObject{{QStringLiteral("id"), sale.id.toString()},
                                   {QStringLiteral("number"), sale.number},
                                   {QStringLiteral("shift"), sale.shift.toString()},
                                   {QStringLiteral("location"), sale.location.toString()},
                                   {QStringLiteral("register"), sale.registerId.toString()},
                                   {QStringLiteral("customer"), document.value(QStringLiteral("customer"))},
                                   {QStringLiteral("completed_at"), sale.completedAt.toString()},
                                   {QStringLiteral("total_minor"), qint64(sale.total.minor())},
                                   {QStringLiteral("document"), document}});
        feed.append(entryOf(entity::sale, sale.id.value(), audienceOf(sale.location), document));
    }
    if (!records.isEmpty())
        transaction.run("sales/save_sales", {records});
}

void writeMovements(Transaction &transaction, const QList<Movement> &movements, QList<FeedEntry> &feed)
{
    if (movements.isEmpty())
        return;
    QJsonArray records;
    for (const Movement &movement : movements) {
        records.append(QJsonObject{{QStringLiteral("id"), movement.id.toString()},
                                   {QStringLiteral("variant"), movement.variant.toString()},
                                   {QStringLiteral("location"), movement.location.toString()},
                                   {QStringLiteral("delta"), qint64(movement.delta.units())},
                                   {QStringLiteral("reason"), movementReasonText(movement.reason)},
                                   {QStringLiteral("source"), idText(movement.source.value())},
                                   {QStringLiteral("at"), movement.at.toString()},
                                   {QStringLiteral("note"), movement.note}});
    }
    const Rows levels = transaction.run("stock/save_movements", {records});
    for (int i = 0; i < levels.count(); ++i) {
        const StockLevel level{VariantId(levels.uuid(i, 1)), LocationId(levels.uuid(i, 0)),
                               Quantity(levels.number(i, 2))};
        feed.append(entryOf(entity::stockLevel, codec::stockLevelId(level.location, level.variant),
                            audienceOf(level.location), codec::toJson(level)));
    }
}

} // namespace crema::platform
