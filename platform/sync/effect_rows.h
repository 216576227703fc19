// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/transaction.h"
#include "platform/sync/unit_storage.h"

namespace crema::platform {

/// Each writes what a unit of work changed of one kind, in one statement or few; the lists are not empty. They throw
/// DatabaseFailure 40001 when another transaction wrote one of the records meanwhile.
void writeProducts(Transaction &transaction, const QList<Stored<Product>> &products);
/// With barcodes.
void writeVariants(Transaction &transaction, const QList<Stored<Variant>> &variants);
void writeCustomers(Transaction &transaction, const QList<Stored<Customer>> &customers);
void writeRoles(Transaction &transaction, const QList<Stored<OwnRole>> &roles);
void writePromotions(Transaction &transaction, const QList<Stored<Promotion>> &promotions);
void writePriceLists(Transaction &transaction, const QList<Stored<PriceList>> &lists);
void writePeople(Transaction &transaction, const QList<Stored<Person>> &people);
/// What the feed has to say of a person as they are now, see UnitStorage.
[[nodiscard]] QList<FeedEntry> personEntries(Transaction &transaction, const Person &person);
void writeSettings(Transaction &transaction, const QList<Stored<ShopSettings>> &settings);
void writeParkedCarts(Transaction &transaction, const QList<Stored<ParkedCart>> &carts);
void writeShifts(Transaction &transaction, const QList<Stored<Shift>> &shifts);
void writeCards(Transaction &transaction, const QList<Stored<AttentionCard>> &cards);
void writeCashMovements(Transaction &transaction, const QList<CashMovement> &movements);
void writeGiftCards(Transaction &transaction, const QList<Stored<GiftCard>> &cards);
/// Due at once where the provider has to be asked about them, and not at all where not.
void writePaymentIntents(Transaction &transaction, const QList<Stored<PaymentIntent>> &intents);
void writeGiftEntries(Transaction &transaction, const QList<GiftEntry> &entries);
/// With what follows from them: what they take back, and what they move on gift cards.
void writeSales(Transaction &transaction, const QList<Sale> &sales);
/// The ledger, and the levels that follow from it.
[[nodiscard]] QList<StockLevel> writeMovements(Transaction &transaction, const QList<Movement> &movements);

} // namespace crema::platform
