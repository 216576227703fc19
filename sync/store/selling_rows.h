// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"
#include "models/selling/shift.h"
#include "models/stock/movement.h"
#include "sync/client/sale_view.h"
#include "sync/store/database.h"
#include "sync/store/entity_memo.h"

#include <functional>

namespace crema::sync {

/// Which of a customer's sales are read.
struct CustomerSalesFilter {
    std::optional<UtcTime> from;  ///< completed at or after
    std::optional<UtcTime> until; ///< completed before
    int limit = -1;               ///< below zero: all
    int offset = 0;
};

/// The rows of shifts, sales, receipt numbers, movements and stock levels. Failures are thrown as StorageFailure.
class SellingRows
{
public:
    explicit SellingRows(Database &database);

    void save(const Shift &shift, const QByteArray &document);
    void removeShift(ShiftId id);
    [[nodiscard]] std::optional<Shift> shift(ShiftId id);
    [[nodiscard]] std::optional<Shift> openShiftOf(RegisterId reg);
    /// Newest first.
    [[nodiscard]] QList<Shift> shifts(int limit);

    /// A sale as the platform has it.
    void save(const Sale &sale, const QByteArray &document);
    /// A sale made here by the operation of this number, which holds it whole.
    void add(const Sale &sale, std::int64_t operation);
    void removeSale(SaleId id);
    /// Removes it unless the platform's form came.
    void removeSaleMadeHere(SaleId id);
    [[nodiscard]] std::optional<Sale> sale(SaleId id);
    /// In the order of the filter, which is cheap by time and reads every sale it concerns by anything else.
    [[nodiscard]] QList<Sale> sales(const SaleFilter &filter);
    /// Those of a shift whose ids were made at this time or later, in no order; of each what is added up (sale_sums.h).
    void eachSaleOf(ShiftId shift, UtcTime from, const std::function<void(const Sale &)> &look);
    [[nodiscard]] bool hasSale(SaleId id);
    /// How much of each line of a sale came back, by the line's place.
    [[nodiscard]] QHash<std::int32_t, std::int64_t> returnedOf(SaleId id);
    /// The documents that took back something of a sale, the oldest first.
    [[nodiscard]] QList<Sale> returnsOf(SaleId id);
    /// Those that name one of these customers, completed within the time, the newest first.
    [[nodiscard]] QList<Sale> salesOf(const QList<CustomerId> &customers, const CustomerSalesFilter &filter);
    /// When the oldest sale was rung up of which this store knows.
    [[nodiscard]] std::optional<UtcTime> oldestSaleAt();
    /// How many sales of which this store knows a promotion made cheaper for this code.
    [[nodiscard]] std::int64_t salesWithCoupon(const QString &code, PromotionId promotion);
    [[nodiscard]] std::optional<SaleId> saleWithNumber(const QString &number);
    [[nodiscard]] std::int64_t countWithNumber(const QString &number);
    /// The next running number of a register, without a gap: it counts only when the transaction commits.
    [[nodiscard]] std::int64_t nextReceiptNumber(RegisterId reg);

    /// True when the movement is new to the ledger.
    bool add(const Movement &movement);
    [[nodiscard]] QList<Movement> movements(VariantId variant, int limit);

    void change(VariantId variant, LocationId location, Quantity delta);
    void save(const StockLevel &level);
    void removeStockLevel(const QUuid &id);
    [[nodiscard]] std::optional<StockLevel> stockLevel(const QUuid &id);
    [[nodiscard]] Quantity onHand(VariantId variant, LocationId location);
    [[nodiscard]] QList<StockLevel> stockOf(VariantId variant);

    /// Forgets what the rows were: the transaction was undone.
    void forgetChanges();

private:
    /// What stands in a document as well, and is found by something else.
    void keepWhatFollows(const Sale &sale);
    void forgetWhatFollows(SaleId id);
    void keepReturns(const Sale &sale);
    void keepCoupons(const Sale &sale);
    void keepCustomer(const Sale &sale);

    Database &m_database;
    EntityMemo<ShiftId, Shift> m_shifts;
    std::optional<ShiftId> m_openShift; ///< remembered of the last register that was asked for
    std::optional<std::pair<RegisterId, std::int64_t>> m_lastReceipt; ///< what its counter stands at
};

} // namespace crema::sync
