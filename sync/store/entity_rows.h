// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_entity.h"
#include "models/people/person.h"
#include "models/pricing/price_list.h"
#include "models/pricing/promotion.h"
#include "models/selling/parked_cart.h"
#include "sync/store/attention_rows.h"
#include "sync/store/cash_rows.h"
#include "sync/store/catalog_rows.h"
#include "sync/store/customer_rows.h"
#include "sync/store/gift_rows.h"
#include "sync/store/payment_rows.h"
#include "sync/store/selling_rows.h"

namespace crema::sync {

/// Names one entity of any type.
struct EntityRef {
    QString type; ///< see models/feed/entity_types.h
    QUuid id;

    friend bool operator==(const EntityRef &, const EntityRef &) = default;
    friend size_t qHash(const EntityRef &ref, size_t seed = 0) { return qHash(ref.id, seed); }
};

/// Every business row by type and id, as feed rows and server copies name them. Failures are thrown as StorageFailure.
class EntityRows
{
public:
    explicit EntityRows(Database &database)
        : m_database(database), m_catalog(database), m_customers(database), m_selling(database), m_cash(database),
          m_gifts(database), m_payments(database), m_attention(database)
    {}

    [[nodiscard]] CatalogRows &catalog() { return m_catalog; }
    [[nodiscard]] CustomerRows &customers() { return m_customers; }
    [[nodiscard]] SellingRows &selling() { return m_selling; }
    [[nodiscard]] CashRows &cash() { return m_cash; }
    [[nodiscard]] GiftRows &gifts() { return m_gifts; }
    [[nodiscard]] PaymentRows &payments() { return m_payments; }
    [[nodiscard]] AttentionRows &attention() { return m_attention; }

    /// Whether this version keeps entities of this type; others in the feed are skipped.
    [[nodiscard]] static bool keeps(QStringView type);

    /// The canonical JSON of an entity; nothing when it is not there.
    [[nodiscard]] std::optional<QByteArray> document(const EntityRef &ref);
    /// Makes or replaces it. Errors: `entity.malformed`, and then the row that is there stays: a newer platform may say
    /// what this version cannot read.
    [[nodiscard]] Result<void> tryPut(const EntityRef &ref, const FeedEntity &entity);
    /// As tryPut(), for what has to read: throws StorageFailure otherwise.
    void put(const EntityRef &ref, const FeedEntity &entity);
    void remove(const EntityRef &ref);

    /// Forgets what the rows were: the transaction was undone.
    void forgetChanges();

    /// With what their role gives now; nothing when they are not here, or do not read.
    [[nodiscard]] std::optional<Person> person(PersonId id);
    [[nodiscard]] std::optional<OwnRole> role(RoleId id);
    [[nodiscard]] std::optional<Promotion> promotion(PromotionId id);
    [[nodiscard]] std::optional<PriceList> priceList(PriceListId id);
    [[nodiscard]] std::optional<ParkedCart> parkedCart(ParkedCartId id);
    /// Those that wait, the oldest first.
    [[nodiscard]] QList<ParkedCart> parkedCarts();
    /// The person of a document of this store, with what their role gives now. Errors: `entity.malformed`.
    [[nodiscard]] Result<Person> readPerson(const QByteArray &document);

    /// All entities of a reference type: company, location, settings, register, role, person, category, tax_class,
    /// promotion, price_list.
    [[nodiscard]] QList<QByteArray> references(QStringView type);

    /// Whether it is a customer or a person of whom nothing is known here any more.
    [[nodiscard]] bool isErased(const EntityRef &ref);

private:
    /// Before the row of who was erased is written.
    void noteErasure(PersonId id);

    Database &m_database;
    CatalogRows m_catalog;
    CustomerRows m_customers;
    SellingRows m_selling;
    CashRows m_cash;
    GiftRows m_gifts;
    PaymentRows m_payments;
    AttentionRows m_attention;
};

} // namespace crema::sync
