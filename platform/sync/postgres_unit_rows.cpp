// SPDX-License-Identifier: GPL-3.0-or-later
// What a unit of work writes into the tables of its subjects.
#include "platform/identity/stored_person.h"
#include "platform/sync/effect_rows.h"
#include "platform/sync/feed_writer.h"
#include "platform/sync/postgres_unit_storage.h"
#include "platform/sync/record_rows.h"

namespace crema::platform {

void PostgresUnitStorage::write(const QList<Stored<Product>> &products)
{
    writeProducts(m_transaction, products);
    for (const Stored<Product> &product : products)
        m_searched.append(product.value.id.toString());
}

void PostgresUnitStorage::write(const QList<Stored<Variant>> &variants)
{
    writeVariants(m_transaction, variants);
    for (const Stored<Variant> &variant : variants)
        m_searched.append(variant.value.product.toString());
}

void PostgresUnitStorage::write(const QList<Stored<Customer>> &customers)
{
    writeCustomers(m_transaction, customers);
}

void PostgresUnitStorage::write(const QList<Stored<OwnRole>> &roles)
{
    writeRoles(m_transaction, roles);
}

void PostgresUnitStorage::write(const QList<Stored<Promotion>> &promotions)
{
    writePromotions(m_transaction, promotions);
}

void PostgresUnitStorage::write(const QList<Stored<PriceList>> &lists)
{
    writePriceLists(m_transaction, lists);
}

QList<FeedEntry> PostgresUnitStorage::write(const QList<Stored<Person>> &people)
{
    writePeople(m_transaction, people);
    QList<FeedEntry> feed;
    for (const auto &[person, revision] : people)
        feed += personEntries(m_transaction, person);
    return feed;
}

void PostgresUnitStorage::write(const QList<Stored<ParkedCart>> &carts)
{
    writeParkedCarts(m_transaction, carts);
}

void PostgresUnitStorage::write(const QList<Stored<ShopSettings>> &settings)
{
    writeSettings(m_transaction, settings);
}

void PostgresUnitStorage::write(const QList<Stored<Shift>> &shifts)
{
    writeShifts(m_transaction, shifts);
}

void PostgresUnitStorage::write(const QList<Sale> &sales)
{
    writeSales(m_transaction, sales);
}

void PostgresUnitStorage::write(const QList<CashMovement> &movements)
{
    writeCashMovements(m_transaction, movements);
}

QList<StockLevel> PostgresUnitStorage::write(const QList<Movement> &movements)
{
    return writeMovements(m_transaction, movements);
}

void PostgresUnitStorage::write(const QList<Stored<AttentionCard>> &cards)
{
    writeCards(m_transaction, cards);
}

void PostgresUnitStorage::write(const QList<FieldChange> &changes)
{
    writeFieldChanges(m_transaction, changes);
}

} // namespace crema::platform
