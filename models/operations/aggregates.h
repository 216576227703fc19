// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/product.h"
#include "models/catalog/variant.h"
#include "models/customers/customer.h"
#include "models/giftcards/gift_ledger.h"
#include "models/operations/attention_card.h"
#include "models/payments/payment_intent.h"
#include "models/people/person.h"
#include "models/pricing/price_list.h"
#include "models/pricing/promotion.h"
#include "models/selling/cash_movement.h"
#include "models/selling/parked_cart.h"
#include "models/selling/sale.h"
#include "models/selling/shift.h"
#include "models/settings/shop_settings.h"
#include "models/stock/movement.h"

#include <QHash>

#include <optional>

namespace crema {

/// How much of each line of a sale came back, by the line's place, in the variant's smallest unit.
using ReturnedUnits = QHash<std::int32_t, std::int64_t>;

/// What operations read and write, wherever it is kept: the local store, the platform and the simulation each
/// implement it. Saving makes or replaces. A storage failure is thrown (see storage_failure.h): rules never see it.
class Aggregates
{
public:
    virtual ~Aggregates() = default;

    [[nodiscard]] virtual std::optional<Product> product(ProductId id) = 0;
    virtual void save(const Product &product) = 0;

    [[nodiscard]] virtual std::optional<Variant> variant(VariantId id) = 0;
    virtual void save(const Variant &variant) = 0;
    /// The variant that holds this normalised barcode.
    [[nodiscard]] virtual std::optional<VariantId> variantWithBarcode(const QString &barcode) = 0;
    [[nodiscard]] virtual std::optional<VariantId> variantWithSku(const QString &sku) = 0;

    [[nodiscard]] virtual std::optional<Promotion> promotion(PromotionId id) = 0;
    virtual void save(const Promotion &promotion) = 0;
    [[nodiscard]] virtual std::optional<PriceList> priceList(PriceListId id) = 0;
    virtual void save(const PriceList &list) = 0;

    [[nodiscard]] virtual std::optional<Customer> customer(CustomerId id) = 0;
    virtual void save(const Customer &customer) = 0;

    /// With the rights that their role gives now.
    [[nodiscard]] virtual std::optional<Person> person(PersonId id) = 0;
    virtual void save(const Person &person) = 0;
    /// Who has this address, in whatever letters it is written.
    [[nodiscard]] virtual std::optional<PersonId> personWithEmail(const QString &email) = 0;
    /// Whether there is an active administrator besides this one. Nobody else changes that before this caller is done.
    [[nodiscard]] virtual bool hasOtherAdmin(PersonId id) = 0;

    [[nodiscard]] virtual std::optional<OwnRole> role(RoleId id) = 0;
    virtual void save(const OwnRole &role) = 0;
    /// What the company or a location has set, empty where it set nothing yet; nothing for an id that is neither's.
    [[nodiscard]] virtual std::optional<ShopSettings> settings(PlaceId id) = 0;
    virtual void save(const ShopSettings &settings) = 0;

    [[nodiscard]] virtual std::optional<Shift> shift(ShiftId id) = 0;
    [[nodiscard]] virtual std::optional<Shift> openShiftOf(RegisterId reg) = 0;
    virtual void save(const Shift &shift) = 0;

    /// The sales that name this shift and are in no sum, because it is not there yet. Nobody adds another one, nor the
    /// shift, before this caller is done.
    [[nodiscard]] virtual QList<Sale> salesNaming(ShiftId id) = 0;

    /// The movements of cash that name this shift, as salesNaming().
    [[nodiscard]] virtual QList<CashMovement> cashMovementsNaming(ShiftId id) = 0;
    [[nodiscard]] virtual bool hasCashMovement(CashMovementId id) = 0;
    virtual void save(const CashMovement &movement) = 0;

    [[nodiscard]] virtual std::optional<ParkedCart> parkedCart(ParkedCartId id) = 0;
    virtual void save(const ParkedCart &cart) = 0;

    [[nodiscard]] virtual bool hasSale(SaleId id) = 0;
    [[nodiscard]] virtual std::optional<SaleId> saleWithNumber(const QString &number) = 0;
    virtual void save(const Sale &sale) = 0;
    [[nodiscard]] virtual std::optional<Sale> sale(SaleId id) = 0;
    /// What other sales took back of this one. Nobody else takes anything back of it before this caller is done.
    [[nodiscard]] virtual ReturnedUnits returnedOf(SaleId id) = 0;

    [[nodiscard]] virtual std::optional<GiftCard> giftCard(GiftCardId id) = 0;
    virtual void save(const GiftCard &card) = 0;
    /// Adds what a manager adjusted to the ledger; its other entries follow from the sales that are saved.
    virtual void add(const GiftEntry &entry) = 0;

    [[nodiscard]] virtual std::optional<PaymentIntent> paymentIntent(PaymentIntentId id) = 0;
    virtual void save(const PaymentIntent &intent) = 0;
    /// Those that were asked for in this shift; for whoever looks over a shift that is closed.
    [[nodiscard]] virtual QList<PaymentIntent> paymentIntentsOf(ShiftId shift) = 0;

    [[nodiscard]] virtual std::optional<AttentionCard> card(CardId id) = 0;
    virtual void save(const AttentionCard &card) = 0;

    /// Adds the movement to the ledger and to the level of its variant and location.
    virtual void add(const Movement &movement) = 0;
};

} // namespace crema
