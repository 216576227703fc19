// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"
#include "models/catalog/tax_class.h"
#include "models/catalog/variant.h"
#include "models/money/price.h"

#include <QList>
#include <QString>

#include <optional>

namespace crema {

/// A reduction of a line or of the whole cart, as it was given.
struct SaleDiscount {
    QString label;                              ///< what the receipt says: "Members 10 % on beans"
    std::optional<std::int32_t> tenThousandths; ///< of a percentage discount; nothing for a fixed amount
    Money amount;                               ///< what it took off; not negative
    std::optional<PromotionId> promotion;       ///< that gave it; nothing: a person did
    QString coupon;                             ///< the code that was shown for it; empty for most
    std::int64_t points = 0;                    ///< of the customer that it took; 0 for most

    friend bool operator==(const SaleDiscount &, const SaleDiscount &) = default;
};

/// An option that was chosen for a line: "Oat milk", "Large".
struct SaleModifier {
    ModifierId modifier;
    QString name;
    Money price; ///< what it adds to the price of the line, per the same base quantity; below zero: it costs less

    friend bool operator==(const SaleModifier &, const SaleModifier &) = default;
};

/// The bundle that a line was rung up in: lines of the same place make one bundle, and stand behind each other (ADR
/// 064).
struct SaleBundle {
    std::int32_t place = 0; ///< of the bundle among those of the sale, from 0
    VariantId variant;      ///< of the bundle
    QString name;           ///< of the bundle, with its options
    Quantity quantity{1};   ///< how many bundles, greater than zero; that of the line is of all of them
    Money off;              ///< what the bundle takes off the line, its first discount; zero: it has none of it

    friend bool operator==(const SaleBundle &, const SaleBundle &) = default;
};

/// One line of a sale with everything a receipt, a refund and a report need, as it was when rung up.
struct SaleLine {
    VariantId variant;
    ProductId product;
    QString sku;
    QString name;    ///< product name
    QString options; ///< option text; may be empty
    Unit unit = Unit::Piece;
    Quantity quantity;             ///< greater than zero
    Price price;                   ///< with those of its modifiers
    QList<SaleDiscount> discounts; ///< of this line
    Money cartDiscount;            ///< this line's share of the cart's discounts; not negative
    TaxRate taxRate;
    Money net; ///< without tax, after all discounts
    Money tax;
    Money gross; ///< net + tax
    QString note;
    QList<SaleModifier> modifiers;                   ///< in the order in which they are offered; none for most
    std::optional<GiftCardId> giftCard;              ///< that this line sells or loads, without tax
    std::optional<SaleBundle> bundle = std::nullopt; ///< that it is a part of; nothing for most

    friend bool operator==(const SaleLine &, const SaleLine &) = default;
};

/// Something of an earlier sale that is taken back, or something for which no receipt was shown. The amounts are what
/// it had cost and are not negative: the document takes them off what its lines come to.
struct ReturnedLine {
    std::optional<SaleId> sale;       ///< nothing: no receipt was shown
    QString number;                   ///< receipt number of that sale; empty without a receipt
    std::optional<std::int32_t> line; ///< its place among the lines of that sale, from 0; nothing without a receipt
    VariantId variant;
    ProductId product;
    QString sku;
    QString name;
    QString options;
    Unit unit = Unit::Piece;
    Quantity quantity; ///< greater than zero
    TaxRate taxRate;
    Money net; ///< without tax, after all discounts of that sale
    Money tax;
    Money gross;         ///< net + tax
    Money fee;           ///< what is kept of `gross`, tax in it; 0 to gross
    bool restock = true; ///< it goes back into stock
    QString reason;      ///< see models/selling/return_reason.h; may be empty
    /// That go onto the customer's account with it: what it took, less what it had earned (ADR 062). 0 for most.
    std::int64_t points = 0;

    /// What the customer is credited with.
    [[nodiscard]] Money credit() const { return gross - fee; }

    friend bool operator==(const ReturnedLine &, const ReturnedLine &) = default;
};

/// The tax of one rate over the whole sale; computed once per rate, never line by line.
struct TaxSummary {
    TaxRate rate;
    Money net;
    Money tax;
    Money gross;

    friend bool operator==(const TaxSummary &, const TaxSummary &) = default;
};

enum class PaymentMethod {
    Cash,
    Card,    ///< by a card terminal that Crema does not talk to
    Invoice, ///< on account
    GiftCard,
    StoreCredit,
    Online, ///< through the platform's payment provider: by link or by its card reader (models/payments)
};

[[nodiscard]] QString paymentMethodText(PaymentMethod method);
[[nodiscard]] std::optional<PaymentMethod> paymentMethodFromText(QStringView text);

/// What the slip of a card terminal says, as somebody typed it.
struct CardSlip {
    QString brand;     ///< "Visa"; may be empty
    QString reference; ///< number of the slip or the transaction; may be empty

    friend bool operator==(const CardSlip &, const CardSlip &) = default;
};

/// One tender that was taken, or what is paid back. tendered − change = amount + tip; only cash gives change.
struct Payment {
    PaymentMethod method = PaymentMethod::Cash;
    Money amount;   ///< what it settles of the sale; below zero: paid back, in a document that takes back
    Money tendered; ///< what the customer handed over; the amount itself where it is paid back
    Money change;   ///< what was given back of what was handed over; never negative
    std::optional<CardSlip> card;
    Money tip = Money(0, amount.currency()); ///< beyond the amount; not negative, and zero for most (ADR 054)
    std::optional<GiftCardId> giftCard;      ///< that paid, or is paid back to
    std::optional<PaymentIntentId> intent;   ///< of an online payment; paid back, it is the one that had paid

    friend bool operator==(const Payment &, const Payment &) = default;
};

/// A sale that was rung up and paid: a document that is never changed. One that takes back has the same form (ADR 050):
/// a return has no lines, an exchange has both.
/// total = gross of the lines − credit of what is taken back; sum of payment amounts = total + rounding.
struct Sale {
    SaleId id;
    QString number; ///< "MAIN-2-000123", see models/selling/receipt_number.h
    ShiftId shift;
    LocationId location;
    RegisterId registerId;
    std::optional<PersonId> cashier;
    UtcTime completedAt;
    std::optional<CustomerId> customer;
    PricesInclude pricesInclude = PricesInclude::Tax;
    QList<SaleLine> lines;         ///< at least one, unless something is taken back
    QList<SaleDiscount> discounts; ///< of the whole cart
    QList<TaxSummary> taxes;       ///< one per rate, lowest rate first; below zero where more is taken back than sold
    Money total;                   ///< what the goods cost, tax in it; below zero: so much is paid back
    Money rounding;                ///< cash rounding: added to the total; never touches the tax
    QList<Payment> payments;
    QString note;                ///< for staff
    QString customerNote;        ///< for the customer, on the receipt
    QList<ReturnedLine> returns; ///< what it takes back; none for most
    std::int64_t points = 0;     ///< earned by its lines, with those of its returns: below zero for most returns

    [[nodiscard]] bool takesBack() const { return !returns.isEmpty(); }

    friend bool operator==(const Sale &, const Sale &) = default;
};

} // namespace crema
