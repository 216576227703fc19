// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/aggregates.h"
#include "sync/store/entity_rows.h"

#include <QSet>

namespace crema::sync {

/// The local store as operations see it. Notes what an operation changed, and keeps the platform's state of an entity
/// the first time that a pending operation changes it (sync.md rule 16).
class LocalAggregates final : public Aggregates
{
public:
    LocalAggregates(Database &database, EntityRows &rows) : m_database(database), m_rows(rows) {}

    /// Begins to note afresh: the operation of this number in the queue.
    void begin(std::int64_t operation)
    {
        m_operation = operation;
        m_touched.clear();
    }
    [[nodiscard]] const QList<EntityRef> &touched() const { return m_touched; }
    /// Reads the kept server copies again: a transaction was undone, or a pull removed some.
    void forgetServerCopies() { m_knownCopies.reset(); }

    [[nodiscard]] std::optional<Product> product(ProductId id) override { return m_rows.catalog().product(id); }
    void save(const Product &product) override;
    [[nodiscard]] std::optional<Variant> variant(VariantId id) override { return m_rows.catalog().variant(id); }
    void save(const Variant &variant) override;
    [[nodiscard]] std::optional<VariantId> variantWithBarcode(const QString &barcode) override;
    [[nodiscard]] std::optional<VariantId> variantWithSku(const QString &sku) override;
    [[nodiscard]] std::optional<Customer> customer(CustomerId id) override { return m_rows.customers().customer(id); }
    void save(const Customer &customer) override;
    [[nodiscard]] std::optional<Shift> shift(ShiftId id) override { return m_rows.selling().shift(id); }
    [[nodiscard]] std::optional<Shift> openShiftOf(RegisterId reg) override
    {
        return m_rows.selling().openShiftOf(reg);
    }
    void save(const Shift &shift) override;
    [[nodiscard]] bool hasSale(SaleId id) override { return m_rows.selling().hasSale(id); }
    [[nodiscard]] std::optional<SaleId> saleWithNumber(const QString &number) override;
    void save(const Sale &sale) override;
    void add(const Movement &movement) override;

private:
    void touch(QStringView type, const QUuid &id);

    Database &m_database;
    EntityRows &m_rows;
    std::int64_t m_operation = 0;
    QList<EntityRef> m_touched;
    std::optional<QSet<EntityRef>> m_knownCopies;
};

/// The `touched` column: pairs of type and id.
[[nodiscard]] QByteArray writeTouched(const QList<EntityRef> &touched);
/// Throws StorageFailure.
[[nodiscard]] QList<EntityRef> readTouched(const QByteArray &bytes);

} // namespace crema::sync
