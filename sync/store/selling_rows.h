// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"
#include "models/selling/shift.h"
#include "models/stock/movement.h"
#include "sync/store/database.h"
#include "sync/store/document_memo.h"

namespace crema::sync {

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

    void save(const Sale &sale, const QByteArray &document);
    void removeSale(SaleId id);
    [[nodiscard]] std::optional<Sale> sale(SaleId id);
    [[nodiscard]] bool hasSale(SaleId id);
    [[nodiscard]] std::optional<SaleId> saleWithNumber(const QString &number);
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

private:
    Database &m_database;
    DocumentMemo<Shift> m_shifts;
};

} // namespace crema::sync
