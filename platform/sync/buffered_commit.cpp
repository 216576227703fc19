// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a unit of work: what it changed goes into storage, and into the feed of those who may see it.
#include "models/feed/cart_codec.h"
#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/gift_card_codec.h"
#include "models/feed/payment_intent_codec.h"
#include "models/feed/promotion_codec.h"
#include "models/feed/selling_writer.h"
#include "platform/sync/buffered_unit_of_work.h"

namespace crema::platform {

namespace {

bool tookEffect(const Acknowledgement &acknowledgement)
{
    return acknowledgement.outcome == Outcome::Applied || acknowledgement.outcome == Outcome::Conflict;
}

/// The last change of each field, in one order for all units.
QList<FieldChange> newestOf(const QList<FieldChange> &changes)
{
    QMap<std::pair<QUuid, QString>, FieldChange> newest;
    for (const FieldChange &change : changes)
        newest.insert({change.subject, change.field}, change);
    return newest.values();
}

template<class Key, class Value>
QList<Stored<Value>> changedOf(const PendingMap<Key, Value> &pending)
{
    QList<Stored<Value>> changed;
    pending.eachDirty([&](const Key &, const auto &entry) { changed.append({*entry.value, entry.revision}); });
    return changed;
}

FeedEntry entryOf(QStringView type, const QUuid &id, const QString &audience, const EntityText &entity)
{
    return {type.toString(), id, audience, false, entity};
}

} // namespace

QList<FeedEntry> BufferedUnitOfWork::writeEffects()
{
    QList<FeedEntry> feed;
    const auto writeChanged = [this, &feed](const auto &pending, QStringView type, auto audience) {
        const auto changed = changedOf(pending);
        if (changed.isEmpty())
            return;
        m_storage->write(changed);
        for (const auto &record : changed)
            feed.append(entryOf(type, record.value.id.value(), audience(record.value), codec::toJson(record.value)));
    };
    const auto everybody = [](const auto &) { return companyAudience(); };
    writeChanged(m_products, entity::product, everybody);
    writeChanged(m_variants, entity::variant, everybody);
    writeChanged(m_promotions, entity::promotion, everybody);
    writeChanged(m_priceLists, entity::priceList, everybody);
    writeChanged(m_customers, entity::customer, everybody);
    writeChanged(m_roles, entity::role, everybody);
    if (const auto people = changedOf(m_persons); !people.isEmpty())
        feed += m_storage->write(people);
    writeChanged(m_settings, entity::settings, everybody);
    writeChanged(m_shifts, entity::shift, [](const Shift &shift) { return audienceOf(shift.location); });
    writeChanged(m_giftCards, entity::giftCard, everybody);
    if (!m_giftEntries.values().isEmpty())
        m_storage->write(m_giftEntries.values());
    writeChanged(m_paymentIntents, entity::paymentIntent,
                 [](const PaymentIntent &intent) { return audienceOf(intent.location); });
    writeChanged(m_parkedCarts, entity::parkedCart, [](const ParkedCart &cart) { return audienceOf(cart.location); });
    writeChanged(m_cards, entity::attention, [](const AttentionCard &card) {
        return card.location ? audienceOf(*card.location) : audienceOf(card.device);
    });
    if (!m_sales.values().isEmpty())
        m_storage->write(m_sales.values());
    for (const Sale &sale : m_sales.values())
        feed.append(
            entryOf(entity::sale, sale.id.value(), audienceOf(sale.location), EntityText(codec::canonicalBytes(sale))));
    if (!m_cashMovements.values().isEmpty())
        m_storage->write(m_cashMovements.values());
    for (const CashMovement &movement : m_cashMovements.values())
        feed.append(
            entryOf(entity::cashMovement, movement.id.value(), audienceOf(movement.location), codec::toJson(movement)));
    if (!m_movements.values().isEmpty()) {
        const QList<StockLevel> levels = m_storage->write(m_movements.values());
        for (const StockLevel &level : levels) {
            feed.append(entryOf(entity::stockLevel, codec::stockLevelId(level.location, level.variant),
                                audienceOf(level.location), codec::toJson(level)));
        }
    }
    return feed;
}

qsizetype BufferedUnitOfWork::feedRows() const
{
    // Asked after each operation, so it is no place to find out which movements share a level, or where people worked
    // before.
    constexpr qsizetype rowsOfAPerson = 200;
    return m_products.dirtyCount() + m_variants.dirtyCount() + m_customers.dirtyCount() + m_settings.dirtyCount() +
           m_shifts.dirtyCount() + m_roles.dirtyCount() + m_promotions.dirtyCount() + m_priceLists.dirtyCount() +
           m_persons.dirtyCount() * rowsOfAPerson + m_cards.dirtyCount() + m_giftCards.dirtyCount() +
           m_paymentIntents.dirtyCount() + m_parkedCarts.dirtyCount() + m_sales.values().size() +
           m_cashMovements.values().size() + m_announced.values().size() + m_movements.values().size();
}

void BufferedUnitOfWork::stampVisible(const Cursor &visible)
{
    m_operations.changeDirty([&](StoredOperation &operation) {
        if (tookEffect(operation.acknowledgement) && !operation.acknowledgement.visibleAt)
            operation.acknowledgement.visibleAt = visible;
    });
}

QList<FeedEntry> BufferedUnitOfWork::announcements()
{
    QList<FeedEntry> feed;
    for (const OperationId &id : m_announced.values()) {
        const StoredOperation &operation = *m_operations.find(id)->value;
        feed.append(entryOf(entity::acknowledgement, id.value(), audienceOf(operation.device),
                            acknowledgementToJson(operation.acknowledgement)));
    }
    return feed;
}

void BufferedUnitOfWork::writeRecords()
{
    const auto writeSome = [this](const auto &records) {
        if (!records.isEmpty())
            m_storage->write(records);
    };
    writeSome(changedOf(m_operations));
    writeSome(m_receipts.values());
    writeSome(newestOf(m_fieldChanges.values()));
    writeSome(m_deadLetters.values());
    if (!m_erasedWords.values().isEmpty())
        m_storage->eraseDeadLetters(m_erasedWords.values());
    writeSome(m_reviews.values());
    writeSome(m_audit.values());
    writeSome(m_addressChanges.values());
}

void BufferedUnitOfWork::commit(const QStringList &audiences)
{
    const QList<FeedEntry> effects = writeEffects();
    if (!effects.isEmpty() || m_operations.dirtyCount() > 0)
        stampVisible(m_storage->write(effects, audiences));
    if (const QList<FeedEntry> later = announcements(); !later.isEmpty())
        (void)m_storage->write(later, audiences);
    writeRecords();
    m_storage->commit();
}

} // namespace crema::platform
