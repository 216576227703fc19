// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection_pool.h"
#include "platform/database/transaction.h"
#include "platform/sync/unit_storage.h"

namespace crema::platform {

/// One transaction of PostgreSQL below a unit of work.
class PostgresUnitStorage final : public UnitStorage
{
public:
    /// Begins a transaction; the connection outlives this.
    explicit PostgresUnitStorage(Connection &connection);
    /// Borrows a session for as long as this lives.
    explicit PostgresUnitStorage(ConnectionPool::Lease session);
    ~PostgresUnitStorage() override;

    std::optional<Stored<Product>> product(ProductId id) override;
    std::optional<Stored<Variant>> variant(VariantId id) override;
    std::optional<Stored<Customer>> customer(CustomerId id) override;
    std::optional<Stored<Person>> person(PersonId id) override;
    std::optional<Stored<OwnRole>> role(RoleId id) override;
    std::optional<Stored<Promotion>> promotion(PromotionId id) override;
    std::optional<Stored<PriceList>> priceList(PriceListId id) override;
    std::optional<PersonId> personWithEmail(const QString &email) override;
    QList<PersonId> lockAdmins() override;
    PlaceId company() override;
    std::optional<Stored<ShopSettings>> settings(PlaceId id) override;
    std::optional<Stored<GiftCard>> giftCard(GiftCardId id) override;
    std::optional<Stored<PaymentIntent>> paymentIntent(PaymentIntentId id) override;
    QList<PaymentIntentId> paymentIntentsOf(ShiftId shift) override;
    std::optional<Stored<Shift>> shift(ShiftId id) override;
    std::optional<VariantId> variantWithBarcode(const QString &barcode) override;
    std::optional<VariantId> variantWithSku(const QString &sku) override;
    QList<ShiftId> openShiftsOf(RegisterId reg) override;
    void lockMissingShift(ShiftId id) override;
    QList<Sale> salesOf(ShiftId shift) override;
    QList<CashMovement> cashMovementsOf(ShiftId shift) override;
    bool hasCashMovement(CashMovementId id) override;
    std::optional<Stored<ParkedCart>> parkedCart(ParkedCartId id) override;
    std::optional<Sale> sale(SaleId id) override;
    ReturnedUnits lockReturnsOf(SaleId id) override;
    QSet<SaleId> knownAmong(const QList<SaleId> &sales) override;
    QHash<QString, SaleId> salesWithNumbers(const QStringList &numbers) override;
    Stream lockStream(DeviceId device, std::int64_t epoch) override;
    void saveStream(DeviceId device, std::int64_t epoch, const Stream &stream) override;
    std::optional<Receipt> receipt(DeviceId device, std::int64_t epoch, std::int64_t sequence) override;
    QList<Stored<StoredOperation>> operations(const QList<OperationId> &ids) override;
    QList<Stored<StoredOperation>> lockWaiting(const QList<OperationId> &causes, const OperationPlace &place,
                                               int limit) override;
    QList<OperationId> overdueCauses(int limit) override;
    QList<Stored<StoredOperation>> openOperationsOn(const QUuid &subject) override;
    QList<Stored<StoredOperation>> operationsAbout(const QUuid &subject) override;
    std::optional<Stored<AttentionCard>> card(CardId id) override;
    std::optional<FieldChange> fieldChange(const QUuid &subject, const QString &field) override;
    std::optional<PersonId> enrollerOf(DeviceId device) override;
    QList<DeviceEpoch> epochsOf(DeviceId device) override;
    bool hasRegisterCode(LocationId location, const QString &code) override;
    std::optional<Readmission> lockReadmission(const QByteArray &codeHash) override;
    void write(const QList<Stored<Product>> &products) override;
    void write(const QList<Stored<Variant>> &variants) override;
    void write(const QList<Stored<Customer>> &customers) override;
    void write(const QList<Stored<OwnRole>> &roles) override;
    void write(const QList<Stored<Promotion>> &promotions) override;
    void write(const QList<Stored<PriceList>> &lists) override;
    QList<FeedEntry> write(const QList<Stored<Person>> &people) override;
    void write(const QList<Stored<ShopSettings>> &settings) override;
    void write(const QList<Stored<Shift>> &shifts) override;
    void write(const QList<Sale> &sales) override;
    void write(const QList<CashMovement> &movements) override;
    void write(const QList<Stored<GiftCard>> &cards) override;
    void write(const QList<GiftEntry> &entries) override;
    void write(const QList<Stored<PaymentIntent>> &intents) override;
    void write(const QList<Stored<ParkedCart>> &carts) override;
    QList<StockLevel> write(const QList<Movement> &movements) override;
    void write(const QList<Stored<AttentionCard>> &cards) override;
    void write(const QList<FieldChange> &changes) override;
    Cursor write(const QList<FeedEntry> &entries, const QStringList &audiences) override;
    void write(const QList<Stored<StoredOperation>> &operations) override;
    void write(const QList<Receipt> &receipts) override;
    void write(const DeviceEpoch &given) override;
    void readmit(const Readmission &code, UtcTime now) override;
    void write(const QList<DeadLetter> &letters) override;
    void eraseDeadLetters(const QList<QByteArray> &words) override;
    void write(const QList<Review> &reviews) override;
    void write(const QList<AuditEntry> &entries) override;
    void write(const QList<AddressChange> &changes) override;
    QList<Stored<JournalHead>> journalHeads(DeviceId device) override;
    void write(const Stored<JournalHead> &head) override;
    void commit() override;

private:
    std::optional<ConnectionPool::Lease> m_session;
    Transaction m_transaction;
    QStringList m_searched; ///< products whose search words are made anew before the commit
};

} // namespace crema::platform
