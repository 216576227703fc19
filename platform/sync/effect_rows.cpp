// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/effect_rows.h"

#include "models/feed/cart_codec.h"
#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/gift_card_codec.h"
#include "models/feed/loyalty_codec.h"
#include "models/feed/payment_intent_codec.h"
#include "models/feed/promotion_codec.h"
#include "models/feed/selling_writer.h"
#include "models/text/fold.h"
#include "platform/catalog/search_words.h"
#include "platform/database/array_param.h"
#include "platform/identity/sessions.h"

namespace crema::platform {
namespace {

/// Runs a statement that writes records whose revision must be the one that was loaded.
void writeRevised(Transaction &transaction, const char *statement, const QJsonArray &records)
{
    if (transaction.run(statement, {records}).affected() != records.size())
        throw DatabaseFailure("40001", QStringLiteral("another transaction wrote the entity first"));
}

/// Of tables that keep nothing beside the document.
template<class Value>
void writeDocuments(Transaction &transaction, const char *query, const QList<Stored<Value>> &values)
{
    QJsonArray records;
    for (const auto &[value, revision] : values) {
        records.append(QJsonObject{{QStringLiteral("id"), value.id.toString()},
                                   {QStringLiteral("revision"), qint64(revision)},
                                   {QStringLiteral("document"), codec::toJson(value)}});
    }
    writeRevised(transaction, query, records);
}

void endSessionsOfDisabled(Transaction &transaction, const QList<Stored<Person>> &people)
{
    QStringList disabled;
    for (const auto &[person, revision] : people) {
        if (!person.active)
            disabled.append(person.id.toString());
    }
    if (!disabled.isEmpty())
        transaction.run("identity/end_sessions_of_people", {disabled, sessionEndText(SessionEnd::PersonDisabled)});
}

} // namespace

void writeProducts(Transaction &transaction, const QList<Stored<Product>> &products)
{
    QJsonArray records;
    for (const auto &[product, revision] : products) {
        records.append(QJsonObject{{QStringLiteral("id"), product.id.toString()},
                                   {QStringLiteral("folded_name"), foldForSearch(product.name)},
                                   {QStringLiteral("folded"), foldedWords(product)},
                                   {QStringLiteral("archived"), product.archived},
                                   {QStringLiteral("revision"), qint64(revision)},
                                   {QStringLiteral("document"), codec::toJson(product)}});
    }
    writeRevised(transaction, "catalog/save_products", records);
}

void writeVariants(Transaction &transaction, const QList<Stored<Variant>> &variants)
{
    QJsonArray records;
    QJsonArray barcodes;
    QStringList changed;
    for (const auto &[variant, revision] : variants) {
        records.append(QJsonObject{{QStringLiteral("id"), variant.id.toString()},
                                   {QStringLiteral("product"), variant.product.toString()},
                                   {QStringLiteral("sku"), variant.sku},
                                   {QStringLiteral("folded"), foldedWords(variant)},
                                   {QStringLiteral("archived"), variant.archived},
                                   {QStringLiteral("revision"), qint64(revision)},
                                   {QStringLiteral("document"), codec::toJson(variant)}});
        for (const QString &barcode : variant.barcodes) {
            barcodes.append(
                QJsonObject{{QStringLiteral("code"), barcode}, {QStringLiteral("variant"), variant.id.toString()}});
        }
        changed.append(variant.id.toString());
    }
    transaction.run("catalog/clear_barcodes", {changed});
    writeRevised(transaction, "catalog/save_variants", records);
    transaction.run("catalog/save_barcodes", {barcodes});
}

void writeCustomers(Transaction &transaction, const QList<Stored<Customer>> &customers)
{
    QJsonArray records;
    ArrayParam erased(ArrayParam::Type::Uuid);
    bool isErasing = false;
    for (const auto &[customer, revision] : customers) {
        if (customer.isErased()) {
            erased.add(customer.id);
            isErasing = true;
        }
        records.append(QJsonObject{{QStringLiteral("id"), customer.id.toString()},
                                   {QStringLiteral("folded_name"), foldForSearch(customer.name)},
                                   {QStringLiteral("email"), customer.email.toLower()},
                                   {QStringLiteral("phone"), digitsIn(customer.phone)},
                                   {QStringLiteral("archived"), customer.archived},
                                   {QStringLiteral("revision"), qint64(revision)},
                                   {QStringLiteral("document"), codec::toJson(customer)}});
    }
    writeRevised(transaction, "customers/save_customers", records);
    if (isErasing)
        transaction.run("sales/drop_mail_of_customers", {erased.param()});
}

void writeRoles(Transaction &transaction, const QList<Stored<OwnRole>> &roles)
{
    writeDocuments(transaction, "identity/save_own_roles", roles);
}

void writePromotions(Transaction &transaction, const QList<Stored<Promotion>> &promotions)
{
    writeDocuments(transaction, "catalog/save_promotions", promotions);
}

void writePriceLists(Transaction &transaction, const QList<Stored<PriceList>> &lists)
{
    writeDocuments(transaction, "catalog/save_price_lists", lists);
}

void writeSettings(Transaction &transaction, const QList<Stored<ShopSettings>> &settings)
{
    writeDocuments(transaction, "company/save_shop_settings", settings);
}

void writeParkedCarts(Transaction &transaction, const QList<Stored<ParkedCart>> &carts)
{
    writeDocuments(transaction, "sales/save_parked_carts", carts);
}

void writePeople(Transaction &transaction, const QList<Stored<Person>> &people)
{
    QJsonArray records;
    for (const auto &[person, revision] : people) {
        records.append(QJsonObject{{QStringLiteral("id"), person.id.toString()},
                                   {QStringLiteral("email"), person.email},
                                   {QStringLiteral("role"), roleText(person.role)},
                                   {QStringLiteral("active"), person.active},
                                   {QStringLiteral("revision"), qint64(revision)},
                                   {QStringLiteral("document"), codec::toJson(person)}});
    }
    // One may have the address that another of them gives up, or they change theirs with each other: row by row that
    // would break the rule that an address has one holder.
    if (records.size() > 1)
        transaction.run("identity/clear_emails", {records});
    writeRevised(transaction, "identity/save_people", records);
    endSessionsOfDisabled(transaction, people);
}

QList<FeedEntry> personEntries(Transaction &transaction, const Person &person)
{
    const QStringList audiences = audiencesOf(person);
    QList<FeedEntry> feed;
    // Who follows the old audience and the new one reads that they are gone first, and then that they are there.
    const Rows told = transaction.run("sync/list_audiences", {entity::person.toString(), person.id});
    for (int i = 0; i < told.count(); ++i) {
        if (const QString audience = told.text(i, 0); !audiences.contains(audience))
            feed.append({entity::person.toString(), person.id.value(), audience, true, {}});
    }
    for (const QString &audience : audiences)
        feed.append({entity::person.toString(), person.id.value(), audience, false, codec::toJson(person)});
    return feed;
}

void writeShifts(Transaction &transaction, const QList<Stored<Shift>> &shifts)
{
    QJsonArray records;
    for (const auto &[shift, revision] : shifts) {
        const QJsonObject document = codec::toJson(shift);
        records.append(QJsonObject{{QStringLiteral("id"), shift.id.toString()},
                                   {QStringLiteral("location"), shift.location.toString()},
                                   {QStringLiteral("register"), shift.registerId.toString()},
                                   {QStringLiteral("state"), document.value(QStringLiteral("state"))},
                                   {QStringLiteral("opened_at"), shift.openedAt.toString()},
                                   {QStringLiteral("revision"), qint64(revision)},
                                   {QStringLiteral("document"), document}});
    }
    writeRevised(transaction, "sales/save_shifts", records);
}

void writeCards(Transaction &transaction, const QList<Stored<AttentionCard>> &cards)
{
    QJsonArray records;
    for (const auto &[card, revision] : cards) {
        records.append(QJsonObject{
            {QStringLiteral("id"), card.id.toString()},
            {QStringLiteral("open"), card.isOpen()},
            {QStringLiteral("location"), card.location ? QJsonValue(card.location->toString()) : QJsonValue()},
            {QStringLiteral("revision"), qint64(revision)},
            {QStringLiteral("document"), codec::toJson(card)}});
    }
    writeRevised(transaction, "sync/save_cards", records);
}

void writeCashMovements(Transaction &transaction, const QList<CashMovement> &movements)
{
    QJsonArray records;
    for (const CashMovement &movement : movements) {
        records.append(QJsonObject{{QStringLiteral("id"), movement.id.toString()},
                                   {QStringLiteral("shift"), movement.shift.toString()},
                                   {QStringLiteral("location"), movement.location.toString()},
                                   {QStringLiteral("register"), movement.registerId.toString()},
                                   {QStringLiteral("at"), movement.at.toString()},
                                   {QStringLiteral("document"), codec::toJson(movement)}});
    }
    transaction.run("sales/save_cash_movements", {records});
}

void writeGiftCards(Transaction &transaction, const QList<Stored<GiftCard>> &cards)
{
    QJsonArray records;
    for (const auto &[card, revision] : cards) {
        records.append(QJsonObject{
            {QStringLiteral("id"), card.id.toString()},
            {QStringLiteral("code_hash"), card.codeHash},
            {QStringLiteral("customer"), card.customer ? QJsonValue(card.customer->toString()) : QJsonValue()},
            {QStringLiteral("balance"), qint64(card.balance.minor())},
            {QStringLiteral("currency"), card.balance.currency().code()},
            {QStringLiteral("revision"), qint64(revision)},
            {QStringLiteral("document"), codec::toJson(card)}});
    }
    writeRevised(transaction, "sales/save_gift_cards", records);
}

void writePaymentIntents(Transaction &transaction, const QList<Stored<PaymentIntent>> &intents)
{
    QJsonArray records;
    for (const auto &[intent, revision] : intents) {
        records.append(QJsonObject{{QStringLiteral("id"), intent.id.toString()},
                                   {QStringLiteral("location"), intent.location.toString()},
                                   {QStringLiteral("register"), intent.registerId.toString()},
                                   {QStringLiteral("shift"), intent.shift.toString()},
                                   {QStringLiteral("state"), intentStateText(intent.state)},
                                   {QStringLiteral("due"), intent.isForProvider()},
                                   {QStringLiteral("revision"), qint64(revision)},
                                   {QStringLiteral("document"), codec::toJson(intent)}});
    }
    writeRevised(transaction, "sales/save_payment_intents", records);
}

void writeGiftEntries(Transaction &transaction, const QList<GiftEntry> &entries)
{
    QJsonArray records;
    for (const GiftEntry &entry : entries) {
        records.append(
            QJsonObject{{QStringLiteral("card"), entry.card.toString()},
                        {QStringLiteral("document"), entry.document.toString(QUuid::WithoutBraces)},
                        {QStringLiteral("place"), entry.place},
                        {QStringLiteral("kind"), giftEntryKindText(entry.kind)},
                        {QStringLiteral("amount"), qint64(entry.amount.minor())},
                        {QStringLiteral("currency"), entry.amount.currency().code()},
                        {QStringLiteral("reason"), entry.reason.isNull() ? QStringLiteral("") : entry.reason},
                        {QStringLiteral("at"), entry.at.toString()}});
    }
    transaction.run("sales/save_gift_entries", {records});
}

void writeLoyaltyAccounts(Transaction &transaction, const QList<Stored<LoyaltyAccount>> &accounts)
{
    QJsonArray records;
    for (const auto &[account, revision] : accounts) {
        records.append(QJsonObject{{QStringLiteral("id"), account.id.toString()},
                                   {QStringLiteral("points"), qint64(account.points)},
                                   {QStringLiteral("revision"), qint64(revision)},
                                   {QStringLiteral("document"), codec::toJson(account)}});
    }
    writeRevised(transaction, "sales/save_loyalty_accounts", records);
}

void writePointsEntries(Transaction &transaction, const QList<PointsEntry> &entries)
{
    QJsonArray records;
    for (const PointsEntry &entry : entries) {
        records.append(
            QJsonObject{{QStringLiteral("customer"), entry.customer.toString()},
                        {QStringLiteral("document"), entry.document.toString(QUuid::WithoutBraces)},
                        {QStringLiteral("place"), entry.place},
                        {QStringLiteral("kind"), pointsEntryKindText(entry.kind)},
                        {QStringLiteral("points"), qint64(entry.points)},
                        {QStringLiteral("reason"), entry.reason.isNull() ? QStringLiteral("") : entry.reason},
                        {QStringLiteral("at"), entry.at.toString()}});
    }
    transaction.run("sales/save_points_entries", {records});
}

namespace {

void writeReturns(Transaction &transaction, const QList<Sale> &sales)
{
    using Type = ArrayParam::Type;
    ArrayParam sold(Type::Uuid);
    ArrayParam lines(Type::BigInt);
    ArrayParam documents(Type::Uuid);
    ArrayParam quantities(Type::BigInt);
    bool isAny = false;
    for (const Sale &sale : sales) {
        for (const ReturnedLine &line : sale.returns) {
            if (!line.sale || !line.line)
                continue;
            isAny = true;
            sold.add(*line.sale);
            lines.add(std::int64_t(*line.line));
            documents.add(sale.id);
            quantities.add(line.quantity.units());
        }
    }
    if (isAny)
        transaction.run("sales/save_returned_lines",
                        {sold.param(), lines.param(), documents.param(), quantities.param()});
}

} // namespace

void writeSales(Transaction &transaction, const QList<Sale> &sales)
{
    using Type = ArrayParam::Type;
    ArrayParam ids(Type::Uuid);
    ArrayParam numbers(Type::Text);
    ArrayParam shifts(Type::Uuid);
    ArrayParam locations(Type::Uuid);
    ArrayParam registers(Type::Uuid);
    ArrayParam customers(Type::Uuid);
    ArrayParam times(Type::Timestamp);
    ArrayParam totals(Type::BigInt);
    ArrayParam documents(Type::Jsonb);
    for (const Sale &sale : sales) {
        ids.add(sale.id);
        numbers.add(sale.number);
        shifts.add(sale.shift);
        locations.add(sale.location);
        registers.add(sale.registerId);
        customers.add(sale.customer);
        times.add(sale.completedAt);
        totals.add(sale.total.minor());
        documents.addBytes(codec::canonicalBytes(sale));
    }
    transaction.run("sales/save_sales",
                    {ids.param(), numbers.param(), shifts.param(), locations.param(), registers.param(),
                     customers.param(), times.param(), totals.param(), documents.param()});
    writeReturns(transaction, sales);
    QList<GiftEntry> entries;
    for (const Sale &sale : sales)
        entries += giftEntriesOf(sale);
    if (!entries.isEmpty())
        writeGiftEntries(transaction, entries);
    QList<PointsEntry> points;
    for (const Sale &sale : sales)
        points += pointsEntriesOf(sale);
    if (!points.isEmpty())
        writePointsEntries(transaction, points);
}

QList<StockLevel> writeMovements(Transaction &transaction, const QList<Movement> &movements)
{
    using Type = ArrayParam::Type;
    ArrayParam ids(Type::Uuid);
    ArrayParam variants(Type::Uuid);
    ArrayParam locations(Type::Uuid);
    ArrayParam deltas(Type::BigInt);
    ArrayParam reasons(Type::Text);
    ArrayParam sources(Type::Uuid);
    ArrayParam times(Type::Timestamp);
    ArrayParam notes(Type::Text);
    for (const Movement &movement : movements) {
        ids.add(movement.id);
        variants.add(movement.variant);
        locations.add(movement.location);
        deltas.add(movement.delta.units());
        reasons.add(movementReasonText(movement.reason));
        sources.add(movement.source);
        times.add(movement.at);
        notes.add(movement.note);
    }
    const Rows rows =
        transaction.run("stock/save_movements", {ids.param(), variants.param(), locations.param(), deltas.param(),
                                                 reasons.param(), sources.param(), times.param(), notes.param()});
    QList<StockLevel> levels;
    for (int i = 0; i < rows.count(); ++i)
        levels.append({VariantId(rows.uuid(i, 1)), LocationId(rows.uuid(i, 0)), Quantity(rows.number(i, 2))});
    return levels;
}

} // namespace crema::platform
