// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/aggregates.h"
#include "models/people/person_rules.h"
#include "models/people/role_rules.h"

#include <QHash>

#include <algorithm>

namespace crema::testing {

/// Everything operations read and write, in memory: for rules alone. Stores are tested on their real databases.
class MemoryAggregates final : public Aggregates
{
public:
    std::optional<Product> product(ProductId id) override { return found(products, id); }
    void save(const Product &product) override { products.insert(product.id, product); }

    std::optional<Variant> variant(VariantId id) override { return found(variants, id); }
    void save(const Variant &variant) override { variants.insert(variant.id, variant); }

    std::optional<VariantId> variantWithBarcode(const QString &barcode) override
    {
        for (const Variant &variant : std::as_const(variants)) {
            if (variant.barcodes.contains(barcode))
                return variant.id;
        }
        return std::nullopt;
    }

    std::optional<VariantId> variantWithSku(const QString &sku) override
    {
        for (const Variant &variant : std::as_const(variants)) {
            if (variant.sku == sku)
                return variant.id;
        }
        return std::nullopt;
    }

    std::optional<Promotion> promotion(PromotionId id) override { return found(promotions, id); }
    void save(const Promotion &promotion) override { promotions.insert(promotion.id, promotion); }
    std::optional<PriceList> priceList(PriceListId id) override { return found(priceLists, id); }
    void save(const PriceList &list) override { priceLists.insert(list.id, list); }

    std::optional<Customer> customer(CustomerId id) override { return found(customers, id); }
    void save(const Customer &customer) override { customers.insert(customer.id, customer); }

    std::optional<Person> person(PersonId id) override
    {
        const auto person = found(persons, id);
        if (!person || !person->role.own())
            return person;
        return withRole(*person, role(*person->role.own()));
    }
    std::optional<OwnRole> role(RoleId id) override { return found(roles, id); }
    void save(const OwnRole &role) override { roles.insert(role.id, role); }
    void save(const Person &person) override { persons.insert(person.id, person); }
    std::optional<PersonId> personWithEmail(const QString &email) override
    {
        for (const Person &person : std::as_const(persons)) {
            if (person.email.compare(email, Qt::CaseInsensitive) == 0)
                return person.id;
        }
        return std::nullopt;
    }
    bool hasOtherAdmin(PersonId id) override
    {
        return std::any_of(persons.begin(), persons.end(),
                           [&](const Person &person) { return person.id != id && isActiveAdmin(person); });
    }

    std::optional<ShopSettings> settings(PlaceId id) override { return found(places, id); }
    void save(const ShopSettings &settings) override { places.insert(settings.id, settings); }

    std::optional<Shift> shift(ShiftId id) override { return found(shifts, id); }
    std::optional<Shift> openShiftOf(RegisterId reg) override
    {
        for (const Shift &shift : std::as_const(shifts)) {
            if (shift.registerId == reg && shift.state == ShiftState::Open)
                return shift;
        }
        return std::nullopt;
    }
    void save(const Shift &shift) override { shifts.insert(shift.id, shift); }

    QList<Sale> salesNaming(ShiftId id) override
    {
        QList<Sale> found = sales.values();
        found.removeIf([id](const Sale &sale) { return sale.shift != id; });
        return found;
    }
    QList<CashMovement> cashMovementsNaming(ShiftId id) override
    {
        QList<CashMovement> found = cashMovements.values();
        found.removeIf([id](const CashMovement &movement) { return movement.shift != id; });
        return found;
    }
    std::optional<ParkedCart> parkedCart(ParkedCartId id) override { return found(parkedCarts, id); }
    void save(const ParkedCart &cart) override { parkedCarts.insert(cart.id, cart); }
    bool hasCashMovement(CashMovementId id) override { return cashMovements.contains(id); }
    void save(const CashMovement &movement) override { cashMovements.insert(movement.id, movement); }
    bool hasSale(SaleId id) override { return sales.contains(id); }
    std::optional<SaleId> saleWithNumber(const QString &number) override
    {
        for (const Sale &sale : std::as_const(sales)) {
            if (sale.number == number)
                return sale.id;
        }
        return std::nullopt;
    }
    void save(const Sale &sale) override { sales.insert(sale.id, sale); }
    std::optional<Sale> sale(SaleId id) override
    {
        return sales.contains(id) ? std::optional(sales.value(id)) : std::nullopt;
    }
    ReturnedUnits returnedOf(SaleId id) override
    {
        ReturnedUnits units;
        for (const Sale &sale : std::as_const(sales)) {
            for (const ReturnedLine &line : sale.returns) {
                if (line.sale == id && line.line)
                    units[*line.line] += line.quantity.units();
            }
        }
        return units;
    }

    std::optional<GiftCard> giftCard(GiftCardId id) override { return found(giftCards, id); }
    void save(const GiftCard &card) override { giftCards.insert(card.id, card); }
    void add(const GiftEntry &entry) override { giftEntries.append(entry); }

    std::optional<PaymentIntent> paymentIntent(PaymentIntentId id) override { return found(paymentIntents, id); }
    void save(const PaymentIntent &intent) override { paymentIntents.insert(intent.id, intent); }
    QList<PaymentIntent> paymentIntentsOf(ShiftId shift) override
    {
        QList<PaymentIntent> ofShift = paymentIntents.values();
        ofShift.removeIf([shift](const PaymentIntent &intent) { return intent.shift != shift; });
        return ofShift;
    }

    std::optional<AttentionCard> card(CardId id) override { return found(cards, id); }
    void save(const AttentionCard &card) override { cards.insert(card.id, card); }

    void add(const Movement &movement) override { movements.append(movement); }

    [[nodiscard]] Quantity onHand(VariantId variant) const
    {
        Quantity sum;
        for (const Movement &movement : movements) {
            if (movement.variant == variant)
                sum += movement.delta;
        }
        return sum;
    }

    QHash<ProductId, Product> products;
    QHash<VariantId, Variant> variants;
    QHash<CustomerId, Customer> customers;
    QHash<PersonId, Person> persons;
    QHash<RoleId, OwnRole> roles;
    QHash<PromotionId, Promotion> promotions;
    QHash<PriceListId, PriceList> priceLists;
    QHash<PlaceId, ShopSettings> places; ///< those that there are, also where nothing is set
    QHash<ShiftId, Shift> shifts;
    QHash<SaleId, Sale> sales;
    QHash<CashMovementId, CashMovement> cashMovements;
    QHash<GiftCardId, GiftCard> giftCards;
    QList<GiftEntry> giftEntries; ///< adjustments
    QHash<PaymentIntentId, PaymentIntent> paymentIntents;
    QHash<ParkedCartId, ParkedCart> parkedCarts;
    QHash<CardId, AttentionCard> cards;
    QList<Movement> movements;

private:
    template<class Key, class Value>
    static std::optional<Value> found(const QHash<Key, Value> &values, const Key &key)
    {
        const auto it = values.constFind(key);
        return it == values.constEnd() ? std::nullopt : std::optional<Value>(*it);
    }
};

} // namespace crema::testing
