// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/local_aggregates.h"

#include "models/feed/cart_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/gift_card_codec.h"
#include "models/feed/loyalty_codec.h"
#include "models/feed/payment_intent_codec.h"
#include "models/feed/promotion_codec.h"
#include "models/feed/selling_writer.h"
#include "models/selling/shift_rules.h"
#include "sync/store/documents.h"
#include "sync/store/settings_rows.h"

namespace crema::sync {
namespace {

/// In minor units: ten thousand millions.
constexpr std::int64_t largeAmount = 1'000'000'000'000;

} // namespace

void LocalAggregates::begin(std::int64_t operation, const SubjectRef &subject)
{
    beginReplay(operation, subject, {}, std::nullopt);
    m_replays = false;
}

void LocalAggregates::beginReplay(std::int64_t operation, const SubjectRef &subject, const QSet<EntityRef> &left,
                                  const std::optional<Cursor> &from)
{
    m_operation = operation;
    m_subject = {subject.type, subject.id};
    m_replays = true;
    m_left = left;
    m_from = from;
    m_touched.clear();
    m_looked.clear();
}

QList<PendingKey> LocalAggregates::keys() const
{
    QList<PendingKey> result;
    for (const EntityRef &ref : m_touched)
        result.append({ref, isLeft(ref)});
    for (const EntityRef &ref : m_looked)
        result.append({ref, false});
    if (EntityRows::keeps(m_subject.type) && !m_touched.contains(m_subject))
        result.append({PendingKey::reads(m_subject.type, m_subject.id), false});
    return result;
}

void LocalAggregates::beginRebase(const QHash<EntityRef, Cursor> &arrived)
{
    m_arrived = arrived;
    forgetServerCopies();
}

std::optional<Product> LocalAggregates::product(ProductId id)
{
    if (id.value() != m_subject.id)
        note(m_looked, PendingKey::reads(entity::product, id.value()));
    return m_rows.catalog().product(id);
}

void LocalAggregates::save(const Product &product)
{
    if (touch(entity::product, product.id.value()))
        m_rows.catalog().save(product, documentOf(codec::toJson(product)));
}

std::optional<Variant> LocalAggregates::variant(VariantId id)
{
    // What may be made of a bundle hangs on what is put into it (ADR 064).
    noteOther(entity::variant, id.value());
    return m_rows.catalog().variant(id);
}

std::optional<Customer> LocalAggregates::customer(CustomerId id)
{
    // Into whom somebody is merged hangs on whom that one was merged into (ADR 067).
    noteOther(entity::customer, id.value());
    return m_rows.customers().customer(id);
}

void LocalAggregates::save(const AttentionCard &card)
{
    if (touch(entity::attention, card.id.value()))
        m_rows.attention().save(card, documentOf(codec::toJson(card)));
}

void LocalAggregates::save(const Variant &variant)
{
    // Also the codes it gives up: somebody may wait for them.
    if (const auto before = m_rows.catalog().variant(variant.id))
        noteCodes(*before);
    noteCodes(variant);
    if (touch(entity::variant, variant.id.value()))
        m_rows.catalog().save(variant, documentOf(codec::toJson(variant)));
}

std::optional<VariantId> LocalAggregates::variantWithBarcode(const QString &barcode)
{
    note(m_looked, PendingKey::barcode(barcode));
    return m_rows.catalog().variantWithBarcode(barcode);
}

std::optional<VariantId> LocalAggregates::variantWithSku(const QString &sku)
{
    note(m_looked, PendingKey::sku(sku));
    return m_rows.catalog().variantWithSku(sku);
}

void LocalAggregates::save(const Customer &customer)
{
    if (touch(entity::customer, customer.id.value()))
        m_rows.customers().save(customer, documentOf(codec::toJson(customer)));
}

std::optional<Person> LocalAggregates::person(PersonId id)
{
    if (id.value() != m_subject.id)
        note(m_looked, PendingKey::reads(entity::person, id.value()));
    const std::optional<Person> person = m_rows.person(id);
    if (person && person->role.own())
        note(m_looked, PendingKey::reads(entity::role, person->role.own()->value()));
    return person;
}

void LocalAggregates::save(const Person &person)
{
    if (touch(entity::person, person.id.value()))
        m_rows.put({entity::person.toString(), person.id.value()}, codec::toJson(person));
}

std::optional<Promotion> LocalAggregates::promotion(PromotionId id)
{
    noteResolved(entity::promotion, id.value());
    return m_rows.promotion(id);
}

void LocalAggregates::save(const Promotion &promotion)
{
    if (touch(entity::promotion, promotion.id.value()))
        m_rows.put({entity::promotion.toString(), promotion.id.value()}, codec::toJson(promotion));
}

std::optional<PriceList> LocalAggregates::priceList(PriceListId id)
{
    noteResolved(entity::priceList, id.value());
    return m_rows.priceList(id);
}

void LocalAggregates::save(const PriceList &list)
{
    if (touch(entity::priceList, list.id.value()))
        m_rows.put({entity::priceList.toString(), list.id.value()}, codec::toJson(list));
}

std::optional<OwnRole> LocalAggregates::role(RoleId id)
{
    if (id.value() != m_subject.id)
        note(m_looked, PendingKey::reads(entity::role, id.value()));
    return m_rows.role(id);
}

std::optional<ParkedCart> LocalAggregates::parkedCart(ParkedCartId id)
{
    return m_rows.parkedCart(id);
}

void LocalAggregates::save(const ParkedCart &cart)
{
    if (touch(entity::parkedCart, cart.id.value()))
        m_rows.put({entity::parkedCart.toString(), cart.id.value()}, codec::toJson(cart));
}

void LocalAggregates::save(const OwnRole &role)
{
    if (touch(entity::role, role.id.value()))
        m_rows.put({entity::role.toString(), role.id.value()}, codec::toJson(role));
}

std::optional<ShopSettings> LocalAggregates::settings(PlaceId id)
{
    return settingsOf(m_rows, id);
}

void LocalAggregates::save(const ShopSettings &settings)
{
    if (touch(entity::settings, settings.id.value()))
        m_rows.put({entity::settings.toString(), settings.id.value()}, codec::toJson(settings));
}

std::optional<Shift> LocalAggregates::shift(ShiftId id)
{
    std::optional<Shift> found = m_rows.selling().shift(id);
    // One that is there is changed next, which says more.
    if (!found)
        note(m_looked, PendingKey::reads(entity::shift, id.value()));
    return found;
}

void LocalAggregates::save(const Shift &shift)
{
    if (touch(entity::shift, shift.id.value()))
        m_rows.selling().save(shift, codec::canonicalBytes(shift));
}

QList<Sale> LocalAggregates::salesNaming(ShiftId)
{
    // The shift that a person opens is new, and nothing names it yet. What the platform adds to one that comes late
    // comes with its row.
    return {};
}

bool LocalAggregates::hasSale(SaleId id)
{
    const bool own = m_replays && id.value() == m_subject.id;
    return !own && m_rows.selling().hasSale(id);
}

std::optional<SaleId> LocalAggregates::saleWithNumber(const QString &number)
{
    return m_rows.selling().saleWithNumber(number);
}

void LocalAggregates::save(const Sale &sale)
{
    const EntityRef ref{entity::sale.toString(), sale.id.value()};
    note(m_touched, ref);
    if (std::abs(sale.total.minor()) > largeAmount || std::abs(cashOf(sale).minor()) > largeAmount)
        note(m_looked, PendingKey::largeSale());
    if (isLeft(ref))
        return;
    // The platform's form came while its answer is still unknown: it stays, and the copy says where it came from.
    if (m_arrived.contains(ref)) {
        keepCopy(ref);
        return;
    }
    // Operations only add sales. The platform's copy of a new one is that there is none, which its row says itself.
    m_rows.selling().add(sale, m_operation);
}

void LocalAggregates::save(const CashMovement &movement)
{
    const EntityRef ref{entity::cashMovement.toString(), movement.id.value()};
    note(m_touched, ref);
    if (movement.amount.minor() > largeAmount)
        note(m_looked, PendingKey::largeSale());
    if (isLeft(ref))
        return;
    // As with a sale: the platform's copy of a new one is that there is none.
    if (m_arrived.contains(ref))
        keepCopy(ref);
    else
        m_rows.cash().add(movement);
}

std::optional<GiftCard> LocalAggregates::giftCard(GiftCardId id)
{
    std::optional<GiftCard> found = m_rows.gifts().card(id);
    // One that is there is nearly always changed next, which says more.
    if (id.value() != m_subject.id)
        note(m_looked, PendingKey::reads(entity::giftCard, id.value()));
    return found;
}

void LocalAggregates::save(const GiftCard &card)
{
    if (touch(entity::giftCard, card.id.value()))
        m_rows.gifts().save(card, documentOf(codec::toJson(card)));
}

std::optional<LoyaltyAccount> LocalAggregates::loyaltyAccount(CustomerId id)
{
    // Whoever asks saves it next, there or not, which says more.
    return m_rows.points().account(id);
}

void LocalAggregates::save(const LoyaltyAccount &account)
{
    if (touch(entity::loyaltyAccount, account.id.value()))
        m_rows.points().save(account, documentOf(codec::toJson(account)));
}

std::optional<PaymentIntent> LocalAggregates::paymentIntent(PaymentIntentId id)
{
    std::optional<PaymentIntent> found = m_rows.payments().intent(id);
    // One that is there is nearly always changed next, which says more.
    if (id.value() != m_subject.id)
        note(m_looked, PendingKey::reads(entity::paymentIntent, id.value()));
    return found;
}

void LocalAggregates::save(const PaymentIntent &intent)
{
    if (touch(entity::paymentIntent, intent.id.value()))
        m_rows.payments().save(intent, documentOf(codec::toJson(intent)));
}

void LocalAggregates::add(const Movement &movement)
{
    // A replay meets its own movement in the ledger again; the level was set back to the server's, so it counts there.
    m_rows.selling().add(movement);
    if (touch(entity::stockLevel, codec::stockLevelId(movement.location, movement.variant)))
        m_rows.selling().change(movement.variant, movement.location, movement.delta);
}

bool LocalAggregates::touch(QStringView type, const QUuid &id)
{
    const EntityRef ref{type.toString(), id};
    note(m_touched, ref);
    if (isLeft(ref))
        return false;
    keepCopy(ref);
    return true;
}

bool LocalAggregates::isLeft(const EntityRef &ref) const
{
    if (m_left.contains(ref))
        return true;
    const auto arrived = m_arrived.constFind(ref);
    return m_from && m_from->xid > 0 && arrived != m_arrived.constEnd() && arrived->epoch == m_from->epoch &&
           arrived->xid >= m_from->xid;
}

void LocalAggregates::keepCopy(const EntityRef &ref)
{
    if (m_knownCopies.contains(ref))
        return;
    m_knownCopies.insert(ref);
    if (m_database.query("read_server_copy", {ref.type, ref.id}).next())
        return;
    const auto arrived = m_arrived.constFind(ref);
    const QString cursor = arrived == m_arrived.constEnd() ? QString() : arrived->toString();
    m_database.run("keep_server_copy", {ref.type, ref.id, m_rows.document(ref), cursor});
}

void LocalAggregates::noteResolved(QStringView type, const QUuid &id)
{
    // The subject of a resolution is its card; what that one is about decides whether a replay changes it.
    if (m_subject.type == entity::attention)
        note(m_looked, PendingKey::reads(type, id));
}

void LocalAggregates::noteOther(QStringView type, const QUuid &id)
{
    noteResolved(type, id);
    // Sales ask after articles and customers too, and are facts whatever becomes of those.
    if (m_subject.type == type && m_subject.id != id)
        note(m_looked, PendingKey::reads(type, id));
}

void LocalAggregates::noteCodes(const Variant &variant)
{
    note(m_looked, PendingKey::sku(variant.sku));
    for (const QString &barcode : variant.barcodes)
        note(m_looked, PendingKey::barcode(barcode));
}

void LocalAggregates::note(QList<EntityRef> &noted, const EntityRef &ref)
{
    if (!noted.contains(ref))
        noted.append(ref);
}

} // namespace crema::sync
