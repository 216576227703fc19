// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/aggregates.h"
#include "models/selling/shift_rules.h"

#include <QHash>
#include <QUuid>

namespace crema::sync {

/// What one operation adds to shifts and stock levels: the rules are applied to it beside the store, on a shift that
/// has no sales yet.
class SumEffect final : public Aggregates
{
public:
    explicit SumEffect(Currency currency) : m_currency(currency) {}

    [[nodiscard]] ShiftSales salesOf(ShiftId id) const;
    /// By the level's id in the feed.
    [[nodiscard]] std::int64_t unitsOf(const QUuid &level) const { return m_units.value(level); }

    [[nodiscard]] std::optional<Product> product(ProductId) override { return std::nullopt; }
    void save(const Product &) override {}
    [[nodiscard]] std::optional<Variant> variant(VariantId) override { return std::nullopt; }
    void save(const Variant &) override {}
    [[nodiscard]] std::optional<VariantId> variantWithBarcode(const QString &) override { return std::nullopt; }
    [[nodiscard]] std::optional<VariantId> variantWithSku(const QString &) override { return std::nullopt; }
    [[nodiscard]] std::optional<Promotion> promotion(PromotionId) override { return std::nullopt; }
    void save(const Promotion &) override {}
    [[nodiscard]] std::optional<PriceList> priceList(PriceListId) override { return std::nullopt; }
    void save(const PriceList &) override {}
    [[nodiscard]] std::optional<Customer> customer(CustomerId) override { return std::nullopt; }
    void save(const Customer &) override {}
    [[nodiscard]] std::optional<Person> person(PersonId) override { return std::nullopt; }
    void save(const Person &) override {}
    [[nodiscard]] std::optional<OwnRole> role(RoleId) override { return std::nullopt; }
    void save(const OwnRole &) override {}
    [[nodiscard]] std::optional<PersonId> personWithEmail(const QString &) override { return std::nullopt; }
    [[nodiscard]] bool hasOtherAdmin(PersonId) override { return true; }
    [[nodiscard]] std::optional<ShopSettings> settings(PlaceId) override { return std::nullopt; }
    void save(const ShopSettings &) override {}
    [[nodiscard]] std::optional<Shift> shift(ShiftId id) override;
    [[nodiscard]] std::optional<Shift> openShiftOf(RegisterId) override { return std::nullopt; }
    void save(const Shift &shift) override { m_shifts.insert(shift.id, shift); }
    [[nodiscard]] QList<Sale> salesNaming(ShiftId) override { return {}; }
    [[nodiscard]] QList<CashMovement> cashMovementsNaming(ShiftId) override { return {}; }
    [[nodiscard]] bool hasCashMovement(CashMovementId) override { return false; }
    void save(const CashMovement &) override {}
    [[nodiscard]] std::optional<ParkedCart> parkedCart(ParkedCartId) override { return std::nullopt; }
    void save(const ParkedCart &) override {}
    [[nodiscard]] bool hasSale(SaleId) override { return false; }
    [[nodiscard]] std::optional<SaleId> saleWithNumber(const QString &) override { return std::nullopt; }
    void save(const Sale &) override {}
    [[nodiscard]] std::optional<Sale> sale(SaleId) override { return std::nullopt; }
    [[nodiscard]] ReturnedUnits returnedOf(SaleId) override { return {}; }
    [[nodiscard]] std::optional<GiftCard> giftCard(GiftCardId) override { return std::nullopt; }
    void save(const GiftCard &) override {}
    void add(const GiftEntry &) override {}
    [[nodiscard]] std::optional<PaymentIntent> paymentIntent(PaymentIntentId) override { return std::nullopt; }
    void save(const PaymentIntent &) override {}
    [[nodiscard]] QList<PaymentIntent> paymentIntentsOf(ShiftId) override { return {}; }
    [[nodiscard]] std::optional<AttentionCard> card(CardId) override { return std::nullopt; }
    void save(const AttentionCard &) override {}
    void add(const Movement &movement) override;

private:
    [[nodiscard]] Shift emptyShift(ShiftId id) const;

    Currency m_currency;
    QHash<ShiftId, Shift> m_shifts;
    QHash<QUuid, std::int64_t> m_units;
};

} // namespace crema::sync
