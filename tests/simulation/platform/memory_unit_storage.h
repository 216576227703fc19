// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/platform/memory_database.h"

namespace crema::simulation {

/// One transaction of the database in memory. Reads see what is committed at that moment; writes are kept here, and are
/// checked and done at the commit, all at once. It takes its number with its first lock or write.
class MemoryUnitStorage final : public platform::UnitStorage
{
public:
    explicit MemoryUnitStorage(MemoryDatabase &database) : m_database(database) {}
    ~MemoryUnitStorage() override;

    std::optional<platform::Stored<Product>> product(ProductId id) override;
    std::optional<platform::Stored<Variant>> variant(VariantId id) override;
    std::optional<platform::Stored<Customer>> customer(CustomerId id) override;
    std::optional<platform::Stored<Person>> person(PersonId id) override;
    std::optional<platform::Stored<OwnRole>> role(RoleId id) override;
    std::optional<platform::Stored<Promotion>> promotion(PromotionId id) override;
    std::optional<platform::Stored<PriceList>> priceList(PriceListId id) override;
    std::optional<PersonId> personWithEmail(const QString &email) override;
    QList<PersonId> lockAdmins() override;
    PlaceId company() override;
    std::optional<platform::Stored<ShopSettings>> settings(PlaceId id) override;
    std::optional<platform::Stored<Shift>> shift(ShiftId id) override;
    std::optional<VariantId> variantWithBarcode(const QString &barcode) override;
    std::optional<VariantId> variantWithSku(const QString &sku) override;
    QList<ShiftId> openShiftsOf(RegisterId reg) override;
    void lockMissingShift(ShiftId id) override;
    QList<Sale> salesOf(ShiftId shift) override;
    std::optional<platform::Stored<GiftCard>> giftCard(GiftCardId id) override;
    std::optional<platform::Stored<PaymentIntent>> paymentIntent(PaymentIntentId id) override;
    QList<PaymentIntentId> paymentIntentsOf(ShiftId shift) override;
    QList<CashMovement> cashMovementsOf(ShiftId shift) override;
    bool hasCashMovement(CashMovementId id) override;
    std::optional<platform::Stored<ParkedCart>> parkedCart(ParkedCartId id) override;
    std::optional<Sale> sale(SaleId id) override;
    ReturnedUnits lockReturnsOf(SaleId id) override;
    QSet<SaleId> knownAmong(const QList<SaleId> &sales) override;
    QHash<QString, SaleId> salesWithNumbers(const QStringList &numbers) override;
    platform::Stream lockStream(DeviceId device, std::int64_t epoch) override;
    void saveStream(DeviceId device, std::int64_t epoch, const platform::Stream &stream) override;
    std::optional<platform::Receipt> receipt(DeviceId device, std::int64_t epoch, std::int64_t sequence) override;
    QList<platform::Stored<platform::StoredOperation>> operations(const QList<OperationId> &ids) override;
    QList<platform::Stored<platform::StoredOperation>>
    lockWaiting(const QList<OperationId> &causes, const platform::OperationPlace &place, int limit) override;
    QList<OperationId> overdueCauses(int limit) override;
    QList<platform::Stored<platform::StoredOperation>> openOperationsOn(const QUuid &subject) override;
    QList<platform::Stored<platform::StoredOperation>> operationsAbout(const QUuid &subject) override;
    std::optional<platform::Stored<AttentionCard>> card(CardId id) override;
    std::optional<platform::FieldChange> fieldChange(const QUuid &subject, const QString &field) override;
    std::optional<PersonId> enrollerOf(DeviceId device) override;
    QList<platform::DeviceEpoch> epochsOf(DeviceId device) override;
    bool hasRegisterCode(LocationId location, const QString &code) override;
    std::optional<platform::Readmission> lockReadmission(const QByteArray &codeHash) override;
    void write(const QList<platform::Stored<Product>> &products) override;
    void write(const QList<platform::Stored<Variant>> &variants) override;
    void write(const QList<platform::Stored<Customer>> &customers) override;
    void write(const QList<platform::Stored<OwnRole>> &roles) override;
    void write(const QList<platform::Stored<Promotion>> &promotions) override;
    void write(const QList<platform::Stored<PriceList>> &lists) override;
    QList<platform::FeedEntry> write(const QList<platform::Stored<Person>> &people) override;
    void write(const QList<platform::Stored<ShopSettings>> &settings) override;
    void write(const QList<platform::Stored<Shift>> &shifts) override;
    void write(const QList<Sale> &sales) override;
    void write(const QList<CashMovement> &movements) override;
    void write(const QList<platform::Stored<GiftCard>> &cards) override;
    void write(const QList<GiftEntry> &entries) override;
    void write(const QList<platform::Stored<PaymentIntent>> &intents) override;
    void write(const QList<platform::Stored<ParkedCart>> &carts) override;
    QList<StockLevel> write(const QList<Movement> &movements) override;
    void write(const QList<platform::Stored<AttentionCard>> &cards) override;
    void write(const QList<platform::FieldChange> &changes) override;
    Cursor write(const QList<platform::FeedEntry> &entries, const QStringList &audiences) override;
    void write(const QList<platform::Stored<platform::StoredOperation>> &operations) override;
    void write(const QList<platform::Receipt> &receipts) override;
    void write(const platform::DeviceEpoch &given) override;
    void readmit(const platform::Readmission &code, UtcTime now) override;
    void write(const QList<platform::DeadLetter> &letters) override;
    void eraseDeadLetters(const QList<QByteArray> &words) override;
    void write(const QList<platform::Review> &reviews) override;
    void write(const QList<platform::AuditEntry> &entries) override;
    void write(const QList<platform::AddressChange> &) override {} // nobody is mailed here
    QList<platform::Stored<platform::JournalHead>> journalHeads(DeviceId device) override;
    void write(const platform::Stored<platform::JournalHead> &head) override;
    void commit() override;

private:
    struct FeedWrite {
        MemoryState::FeedKey key;
        MemoryState::FeedRow row;
        std::int64_t position = 0;
    };
    using Check = std::function<void(MemoryState &)>;

    void letOthersIn();
    std::uint64_t xid();
    void end();

    MemoryDatabase &m_database;
    std::uint64_t m_xid = 0;
    /// Each checks against what is committed then, and does its write; in the order in which they came.
    QList<Check> m_writes;
    QList<Check> m_records; ///< the same for what stands around the effects: streams, operations, receipts
    QList<FeedWrite> m_feed;
    QList<DeviceId> m_readmitted;
};

} // namespace crema::simulation
