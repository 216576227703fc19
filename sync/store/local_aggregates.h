// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/cursor.h"
#include "models/operations/aggregates.h"
#include "models/operations/operation.h"
#include "sync/store/pending_key.h"

#include <QSet>

namespace crema::sync {

/// The local store as operations see it. Notes what an operation changes and what it looks at, and keeps the platform's
/// state of an entity the first time that a pending operation changes it (sync.md rule 16).
class LocalAggregates final : public Aggregates
{
public:
    LocalAggregates(Database &database, EntityRows &rows) : m_database(database), m_rows(rows) {}

    /// Begins to note afresh: an operation that is recorded now, under this number in the queue.
    void begin(std::int64_t operation, const SubjectRef &subject);
    /// As begin(), for an operation that is replayed: its own sale does not count as there already, and what it does to
    /// the entities of `left` stands in the platform's rows, as what it does to one that it changes for the first time
    /// and whose row came from the transaction `from` or a later one: a shift that was not known here before.
    void beginReplay(std::int64_t operation, const SubjectRef &subject, const QSet<EntityRef> &left,
                     const std::optional<Cursor> &from);
    /// What was noted, each once: changed entities, then what was looked at beside them, the subject in any case.
    [[nodiscard]] QList<PendingKey> keys() const;

    /// The rows of these entities came with the feed at these places: copies that are kept from now on say so.
    void beginRebase(const QHash<EntityRef, Cursor> &arrived);
    void endRebase() { m_arrived.clear(); }
    /// Looks for kept server copies again: a transaction was undone, or a pull removed some.
    void forgetServerCopies() { m_knownCopies.clear(); }

    [[nodiscard]] std::optional<Product> product(ProductId id) override;
    void save(const Product &product) override;
    [[nodiscard]] std::optional<Variant> variant(VariantId id) override;
    void save(const Variant &variant) override;
    [[nodiscard]] std::optional<VariantId> variantWithBarcode(const QString &barcode) override;
    [[nodiscard]] std::optional<VariantId> variantWithSku(const QString &sku) override;
    [[nodiscard]] std::optional<Customer> customer(CustomerId id) override;
    void save(const Customer &customer) override;
    [[nodiscard]] std::optional<Person> person(PersonId id) override;
    void save(const Person &person) override;
    [[nodiscard]] std::optional<Promotion> promotion(PromotionId id) override;
    void save(const Promotion &promotion) override;
    [[nodiscard]] std::optional<PriceList> priceList(PriceListId id) override;
    void save(const PriceList &list) override;
    [[nodiscard]] std::optional<OwnRole> role(RoleId id) override;
    void save(const OwnRole &role) override;
    /// Not asked here: a device knows not everybody (models/operations/apply_people.h).
    [[nodiscard]] std::optional<PersonId> personWithEmail(const QString &) override { return std::nullopt; }
    [[nodiscard]] bool hasOtherAdmin(PersonId) override { return true; }
    [[nodiscard]] std::optional<ShopSettings> settings(PlaceId id) override;
    void save(const ShopSettings &settings) override;
    [[nodiscard]] std::optional<Shift> shift(ShiftId id) override;
    [[nodiscard]] std::optional<Shift> openShiftOf(RegisterId reg) override
    {
        return m_rows.selling().openShiftOf(reg);
    }
    void save(const Shift &shift) override;
    [[nodiscard]] QList<Sale> salesNaming(ShiftId id) override;
    /// As salesNaming().
    [[nodiscard]] QList<CashMovement> cashMovementsNaming(ShiftId) override { return {}; }
    /// Operations only add movements, each its own; that two have one id is for the platform to find.
    [[nodiscard]] bool hasCashMovement(CashMovementId) override { return false; }
    void save(const CashMovement &movement) override;
    [[nodiscard]] std::optional<ParkedCart> parkedCart(ParkedCartId id) override;
    void save(const ParkedCart &cart) override;
    [[nodiscard]] bool hasSale(SaleId id) override;
    [[nodiscard]] std::optional<SaleId> saleWithNumber(const QString &number) override;
    void save(const Sale &sale) override;
    [[nodiscard]] std::optional<Sale> sale(SaleId id) override { return m_rows.selling().sale(id); }
    [[nodiscard]] ReturnedUnits returnedOf(SaleId id) override { return m_rows.selling().returnedOf(id); }
    [[nodiscard]] std::optional<GiftCard> giftCard(GiftCardId id) override;
    void save(const GiftCard &card) override;
    /// What was adjusted is told by the platform; the balance says it here.
    void add(const GiftEntry &) override {}
    [[nodiscard]] std::optional<LoyaltyAccount> loyaltyAccount(CustomerId id) override;
    void save(const LoyaltyAccount &account) override;
    void add(const PointsEntry &) override {}
    [[nodiscard]] std::optional<PaymentIntent> paymentIntent(PaymentIntentId id) override;
    void save(const PaymentIntent &intent) override;
    /// For reviews alone, which the platform writes; closing is refused before it is recorded.
    [[nodiscard]] QList<PaymentIntent> paymentIntentsOf(ShiftId) override { return {}; }
    [[nodiscard]] std::optional<AttentionCard> card(CardId id) override { return m_rows.attention().card(id); }
    void save(const AttentionCard &card) override;
    void add(const Movement &movement) override;

private:
    /// Notes the change and keeps the server's copy. False when the change shall not be made: the row holds it.
    [[nodiscard]] bool touch(QStringView type, const QUuid &id);
    [[nodiscard]] bool isLeft(const EntityRef &ref) const;
    void keepCopy(const EntityRef &ref);
    void noteResolved(QStringView type, const QUuid &id);
    /// One of the kind of the subject that is not it.
    void noteOther(QStringView type, const QUuid &id);
    void noteCodes(const Variant &variant);
    void note(QList<EntityRef> &noted, const EntityRef &ref);

    Database &m_database;
    EntityRows &m_rows;
    std::int64_t m_operation = 0;
    EntityRef m_subject;
    bool m_replays = false;
    QSet<EntityRef> m_left;
    std::optional<Cursor> m_from;
    QList<EntityRef> m_touched;
    QList<EntityRef> m_looked;
    QHash<EntityRef, Cursor> m_arrived;
    QSet<EntityRef> m_knownCopies;
};

} // namespace crema::sync
