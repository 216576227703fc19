// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/pending_map.h"
#include "platform/sync/unit_of_work.h"
#include "platform/sync/unit_storage.h"

#include <functional>
#include <memory>

namespace crema::platform {

/// The unit of work over any storage. Writes are kept in memory and go out together at commit(): a few statements for a
/// whole batch, and a savepoint costs no round trip. Entities and operations carry a revision; one that somebody else
/// wrote meanwhile ends the commit as a serialization failure, and the caller runs the work again.
class BufferedUnitOfWork final : public UnitOfWork
{
public:
    /// `requestId` is the call that it works for; the audit trail tells it.
    explicit BufferedUnitOfWork(std::unique_ptr<UnitStorage> storage, std::optional<QUuid> requestId = {});
    ~BufferedUnitOfWork() override;

    std::optional<Product> product(ProductId id) override;
    void save(const Product &product) override;
    std::optional<Variant> variant(VariantId id) override;
    void save(const Variant &variant) override;
    std::optional<VariantId> variantWithBarcode(const QString &barcode) override;
    std::optional<VariantId> variantWithSku(const QString &sku) override;
    std::optional<Customer> customer(CustomerId id) override;
    void save(const Customer &customer) override;
    std::optional<Person> person(PersonId id) override;
    void save(const Person &person) override;
    std::optional<Promotion> promotion(PromotionId id) override;
    void save(const Promotion &promotion) override;
    std::optional<PriceList> priceList(PriceListId id) override;
    void save(const PriceList &list) override;
    std::optional<OwnRole> role(RoleId id) override;
    void save(const OwnRole &role) override;
    std::optional<PersonId> personWithEmail(const QString &email) override;
    bool hasOtherAdmin(PersonId id) override;
    std::optional<ShopSettings> settings(PlaceId id) override;
    void save(const ShopSettings &settings) override;
    SettingValues settingsAt(const std::optional<LocationId> &location) override;
    std::optional<Shift> shift(ShiftId id) override;
    std::optional<Shift> openShiftOf(RegisterId reg) override;
    void save(const Shift &shift) override;
    QList<Sale> salesNaming(ShiftId id) override;
    QList<CashMovement> cashMovementsNaming(ShiftId id) override;
    bool hasCashMovement(CashMovementId id) override;
    void save(const CashMovement &movement) override;
    std::optional<ParkedCart> parkedCart(ParkedCartId id) override;
    void save(const ParkedCart &cart) override;
    bool hasSale(SaleId id) override;
    std::optional<SaleId> saleWithNumber(const QString &number) override;
    void save(const Sale &sale) override;
    std::optional<Sale> sale(SaleId id) override;
    ReturnedUnits returnedOf(SaleId id) override;
    std::optional<GiftCard> giftCard(GiftCardId id) override;
    void save(const GiftCard &card) override;
    void add(const GiftEntry &entry) override;
    std::optional<LoyaltyAccount> loyaltyAccount(CustomerId id) override;
    void save(const LoyaltyAccount &account) override;
    void add(const PointsEntry &entry) override;
    std::optional<PointsRules> pointsRules(LocationId location, Currency currency) override;
    std::optional<PaymentIntent> paymentIntent(PaymentIntentId id) override;
    void save(const PaymentIntent &intent) override;
    QList<PaymentIntent> paymentIntentsOf(ShiftId shift) override;
    std::optional<AttentionCard> card(CardId id) override;
    void save(const AttentionCard &card) override;
    void add(const Movement &movement) override;

    Stream lockStream(DeviceId device, std::int64_t epoch) override;
    void saveStream(DeviceId device, std::int64_t epoch, const Stream &stream) override;
    std::optional<Receipt> receipt(DeviceId device, std::int64_t epoch, std::int64_t sequence) override;
    void append(const Receipt &receipt) override;
    std::optional<StoredOperation> operation(OperationId id) override;
    void save(const StoredOperation &operation) override;
    QList<StoredOperation> lockWaiting(const QList<OperationId> &causes, const OperationPlace &place,
                                       int limit) override;
    QList<OperationId> overdueCauses(int limit) override;
    QList<StoredOperation> openOperationsOn(const QUuid &subject) override;
    QList<StoredOperation> operationsAbout(const QUuid &subject) override;
    QList<StoredOperation> operationsNaming(PersonId person) override;
    QList<StoredOperation> adjustmentsFor(CustomerId customer) override;
    void eraseDeadLetters(const QList<QByteArray> &words) override;
    void eraseReasonsOf(CustomerId customer) override;
    std::optional<PersonId> enrollerOf(DeviceId device) override;
    std::optional<FieldChange> fieldChange(const QUuid &subject, const QString &field) override;
    void append(const FieldChange &change) override;
    void append(const DeadLetter &letter) override;
    void append(const Review &review) override;
    void append(const AuditEntry &entry) override;
    void append(const AddressChange &change) override;
    void announce(const StoredOperation &operation) override;
    void expect(const QList<OperationContent> &operations) override;
    void savepoint() override;
    void release() override;
    void rollback() override;
    qsizetype feedRows() const override;
    void commit(const QStringList &audiences) override;

private:
    template<class Action>
    void eachPending(Action action);
    [[nodiscard]] bool isChanged(PersonId id) const;
    /// What the unit knows of them already goes first.
    void know(const QList<Stored<StoredOperation>> &rows);
    [[nodiscard]] QList<FeedEntry> writeEffects();
    void writeRecords();
    void stampVisible(const Cursor &visible);
    [[nodiscard]] QList<FeedEntry> announcements();

    std::unique_ptr<UnitStorage> m_storage;
    std::optional<QUuid> m_requestId;
    PendingMap<ProductId, Product> m_products;
    PendingMap<VariantId, Variant> m_variants;
    PendingMap<QString, VariantId> m_barcodes;
    PendingMap<QString, VariantId> m_skus;
    PendingMap<CustomerId, Customer> m_customers;
    PendingMap<PlaceId, ShopSettings> m_settings;
    std::optional<PlaceId> m_company;
    PendingMap<GiftCardId, GiftCard> m_giftCards;
    PendingMap<CustomerId, LoyaltyAccount> m_loyaltyAccounts;
    PendingMap<PaymentIntentId, PaymentIntent> m_paymentIntents;
    PendingMap<ShiftId, Shift> m_shifts;
    PendingMap<SaleId, bool> m_knownSales;
    PendingMap<QString, SaleId> m_saleNumbers;
    PendingMap<CardId, AttentionCard> m_cards;
    PendingMap<OperationId, StoredOperation> m_operations;
    PendingMap<PromotionId, Promotion> m_promotions;
    PendingMap<PriceListId, PriceList> m_priceLists;
    PendingMap<RoleId, OwnRole> m_roles;
    PendingMap<PersonId, Person> m_persons;
    PendingList<Sale> m_sales;
    PendingList<CashMovement> m_cashMovements;
    PendingList<GiftEntry> m_giftEntries;
    PendingList<PointsEntry> m_pointsEntries;
    PendingMap<ParkedCartId, ParkedCart> m_parkedCarts;
    PendingList<Movement> m_movements;
    PendingList<Receipt> m_receipts;
    PendingList<FieldChange> m_fieldChanges;
    PendingList<DeadLetter> m_deadLetters;
    PendingList<QByteArray> m_erasedWords;
    PendingList<CustomerId> m_erasedReasons; ///< of whose store credit and points
    PendingList<Review> m_reviews;
    PendingList<AuditEntry> m_audit;
    PendingList<AddressChange> m_addressChanges;
    PendingList<OperationId> m_announced;
};

} // namespace crema::platform
