// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/product.h"
#include "models/catalog/variant.h"
#include "models/customers/customer.h"
#include "models/operations/aggregates.h"
#include "models/people/person.h"
#include "models/selling/sale.h"
#include "models/selling/shift.h"
#include "models/settings/shop_settings.h"
#include "models/stock/movement.h"
#include "platform/sync/feed_entry.h"
#include "platform/sync/journal_head.h"
#include "platform/sync/stored_operation.h"

#include <QSet>

namespace crema::platform {

/// A record as it lies in storage, and the revision it had when it was read; 0 for one that is new.
template<class Value>
struct Stored {
    Value value;
    std::int64_t revision = 0;
};

/// Where a list of operations goes on: after this one, in the order of (device, epoch, sequence).
struct OperationPlace {
    DeviceId device;
    std::int64_t epoch = 0;
    std::int64_t sequence = 0;
};

/// One transaction of the storage below a unit of work. PostgreSQL implements it, and the simulation in memory; both
/// are held against one conformance suite. Reads see what was committed before each of them (READ COMMITTED).
/// Everything is undone unless commit() returns. Failures are thrown (StorageFailure); 40001 and 23505 of
/// DatabaseFailure mean that another transaction was first and the work should be run again.
class UnitStorage
{
public:
    virtual ~UnitStorage() = default;

    [[nodiscard]] virtual std::optional<Stored<Product>> product(ProductId id) = 0;
    [[nodiscard]] virtual std::optional<Stored<Variant>> variant(VariantId id) = 0;
    [[nodiscard]] virtual std::optional<Stored<Customer>> customer(CustomerId id) = 0;
    /// With what their role gives, as it was committed.
    [[nodiscard]] virtual std::optional<Stored<Person>> person(PersonId id) = 0;
    [[nodiscard]] virtual std::optional<Stored<OwnRole>> role(RoleId id) = 0;
    [[nodiscard]] virtual std::optional<Stored<Promotion>> promotion(PromotionId id) = 0;
    [[nodiscard]] virtual std::optional<Stored<PriceList>> priceList(PriceListId id) = 0;
    /// `email` as foldedMailAddress() makes it.
    [[nodiscard]] virtual std::optional<PersonId> personWithEmail(const QString &email) = 0;
    /// The active administrators, and nobody else changes who is one until the end.
    [[nodiscard]] virtual QList<PersonId> lockAdmins() = 0;
    /// The id of the company, under which its settings are kept; null where there is none.
    [[nodiscard]] virtual PlaceId company() = 0;
    /// Empty and new where the company or the location set nothing yet; nothing for an id that is neither's.
    [[nodiscard]] virtual std::optional<Stored<ShopSettings>> settings(PlaceId id) = 0;
    [[nodiscard]] virtual std::optional<Stored<GiftCard>> giftCard(GiftCardId id) = 0;
    [[nodiscard]] virtual std::optional<Stored<LoyaltyAccount>> loyaltyAccount(CustomerId id) = 0;
    [[nodiscard]] virtual std::optional<Stored<PaymentIntent>> paymentIntent(PaymentIntentId id) = 0;
    /// Those that name this shift, by id.
    [[nodiscard]] virtual QList<PaymentIntentId> paymentIntentsOf(ShiftId shift) = 0;
    [[nodiscard]] virtual std::optional<Stored<Shift>> shift(ShiftId id) = 0;
    [[nodiscard]] virtual std::optional<VariantId> variantWithBarcode(const QString &barcode) = 0;
    /// `sku` in lower case.
    [[nodiscard]] virtual std::optional<VariantId> variantWithSku(const QString &sku) = 0;
    /// The newest first.
    [[nodiscard]] virtual QList<ShiftId> openShiftsOf(RegisterId reg) = 0;
    /// Keeps other transactions from this id until the end, which is to be that of a shift.
    virtual void lockMissingShift(ShiftId id) = 0;
    /// The sales that name it, by id.
    [[nodiscard]] virtual QList<Sale> salesOf(ShiftId shift) = 0;
    /// The movements of cash that name it, by id.
    [[nodiscard]] virtual QList<CashMovement> cashMovementsOf(ShiftId shift) = 0;
    [[nodiscard]] virtual bool hasCashMovement(CashMovementId id) = 0;
    [[nodiscard]] virtual std::optional<Stored<ParkedCart>> parkedCart(ParkedCartId id) = 0;
    [[nodiscard]] virtual std::optional<Sale> sale(SaleId id) = 0;
    /// What came back of each line of a sale, by the line's place; nobody else takes anything back of it until the end.
    [[nodiscard]] virtual ReturnedUnits lockReturnsOf(SaleId id) = 0;
    [[nodiscard]] virtual QSet<SaleId> knownAmong(const QList<SaleId> &sales) = 0;
    /// The sales that have these numbers; the first by id where several share one.
    [[nodiscard]] virtual QHash<QString, SaleId> salesWithNumbers(const QStringList &numbers) = 0;

    /// Keeps other transactions from the stream until the end, and tells where it stands.
    [[nodiscard]] virtual Stream lockStream(DeviceId device, std::int64_t epoch) = 0;
    virtual void saveStream(DeviceId device, std::int64_t epoch, const Stream &stream) = 0;
    [[nodiscard]] virtual std::optional<Receipt> receipt(DeviceId device, std::int64_t epoch,
                                                         std::int64_t sequence) = 0;
    [[nodiscard]] virtual QList<Stored<StoredOperation>> operations(const QList<OperationId> &ids) = 0;
    /// Those that wait for one of `causes`, after `place`, at most `limit`, locked until the end: what another
    /// transaction changed meanwhile is read as it is now.
    [[nodiscard]] virtual QList<Stored<StoredOperation>> lockWaiting(const QList<OperationId> &causes,
                                                                     const OperationPlace &place, int limit) = 0;
    /// What operations still wait for although it took effect or was settled, at most `limit`.
    [[nodiscard]] virtual QList<OperationId> overdueCauses(int limit) = 0;
    /// Those about one subject that wait, or were refused and are not settled.
    [[nodiscard]] virtual QList<Stored<StoredOperation>> openOperationsOn(const QUuid &subject) = 0;
    /// All about a customer or a person, and the decisions about their cards.
    [[nodiscard]] virtual QList<Stored<StoredOperation>> operationsAbout(const QUuid &subject) = 0;
    /// All that lost a field to a value that this person gave it.
    [[nodiscard]] virtual QList<Stored<StoredOperation>> operationsNaming(PersonId person) = 0;
    /// The adjustments of a customer's store credit and points, also those that did not take effect.
    [[nodiscard]] virtual QList<Stored<StoredOperation>> adjustmentsFor(CustomerId customer) = 0;
    [[nodiscard]] virtual std::optional<Stored<AttentionCard>> card(CardId id) = 0;
    [[nodiscard]] virtual std::optional<FieldChange> fieldChange(const QUuid &subject, const QString &field) = 0;
    [[nodiscard]] virtual std::optional<PersonId> enrollerOf(DeviceId device) = 0;

    /// In the order in which they were given; without their times.
    [[nodiscard]] virtual QList<DeviceEpoch> epochsOf(DeviceId device) = 0;
    [[nodiscard]] virtual bool hasRegisterCode(LocationId location, const QString &code) = 0;
    /// The code with this hash, kept from other transactions until the end.
    [[nodiscard]] virtual std::optional<Readmission> lockReadmission(const QByteArray &codeHash) = 0;
    /// The chains of a device's auditor's journal, in the order in which they began.
    [[nodiscard]] virtual QList<Stored<JournalHead>> journalHeads(DeviceId device) = 0;

    /// The end of a transaction, in this order. Each record of a kind with revisions must still have the one it was
    /// read with, else 40001.
    virtual void write(const QList<Stored<Product>> &products) = 0;
    /// With their barcodes, of which each has one holder (23505).
    virtual void write(const QList<Stored<Variant>> &variants) = 0;
    virtual void write(const QList<Stored<Customer>> &customers) = 0;
    virtual void write(const QList<Stored<OwnRole>> &roles) = 0;
    virtual void write(const QList<Stored<Promotion>> &promotions) = 0;
    virtual void write(const QList<Stored<PriceList>> &lists) = 0;
    /// Gives what the feed has to say: they are there for those of their places, and gone for whoever was told of them
    /// before and is not told any more (sync.md rule 13). 23505 when somebody else has the address.
    [[nodiscard]] virtual QList<FeedEntry> write(const QList<Stored<Person>> &people) = 0;
    virtual void write(const QList<Stored<ShopSettings>> &settings) = 0;
    virtual void write(const QList<Stored<Shift>> &shifts) = 0;
    virtual void write(const QList<Stored<GiftCard>> &cards) = 0;
    /// What managers adjusted; the other entries of the ledger are written with their sales. 23505 for one that is
    /// there.
    virtual void write(const QList<GiftEntry> &entries) = 0;
    virtual void write(const QList<Stored<LoyaltyAccount>> &accounts) = 0;
    /// As with those of gift cards.
    virtual void write(const QList<PointsEntry> &entries) = 0;
    /// What the provider has to be asked about is due at once.
    virtual void write(const QList<Stored<PaymentIntent>> &intents) = 0;
    virtual void write(const QList<Sale> &sales) = 0;
    virtual void write(const QList<CashMovement> &movements) = 0;
    virtual void write(const QList<Stored<ParkedCart>> &carts) = 0;
    /// The ledger; gives the levels that follow from it.
    [[nodiscard]] virtual QList<StockLevel> write(const QList<Movement> &movements) = 0;
    virtual void write(const QList<Stored<AttentionCard>> &cards) = 0;
    /// Each field of a subject once; the last writer is right.
    virtual void write(const QList<FieldChange> &changes) = 0;
    /// Gives from where on the entries can be seen: the number of this transaction, and the position of the last one
    /// that `audiences` follow (0 when there is none).
    [[nodiscard]] virtual Cursor write(const QList<FeedEntry> &entries, const QStringList &audiences) = 0;
    virtual void write(const QList<Stored<StoredOperation>> &operations) = 0;
    virtual void write(const QList<Receipt> &receipts) = 0;
    /// With its register. 23505 when another transaction gave the epoch, the claim or the code meanwhile.
    virtual void write(const DeviceEpoch &given) = 0;
    /// The code is used up, and its device is not shut out any more.
    virtual void readmit(const Readmission &code, UtcTime now) = 0;
    virtual void write(const QList<DeadLetter> &letters) = 0;
    /// Puts a mark in place of those whose bytes have one of these words.
    virtual void eraseDeadLetters(const QList<QByteArray> &words) = 0;
    /// Takes the reasons out of the ledgers of a customer's store credit and points.
    virtual void eraseReasonsOf(CustomerId customer) = 0;
    virtual void write(const QList<Review> &reviews) = 0;
    /// Appends to the hash chains. Two writers of one chain race for its next number; the loser is told 23505.
    virtual void write(const QList<AuditEntry> &entries) = 0;
    /// Holds the new addresses back and owes messages to those before (ADR 038); nothing that sync reads.
    virtual void write(const QList<AddressChange> &changes) = 0;
    virtual void write(const Stored<JournalHead> &head) = 0;
    virtual void commit() = 0;
};

} // namespace crema::platform
