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

    friend bool operator==(const SaleDiscount &, const SaleDiscount &) = default;
};

/// One line of a sale with everything a receipt, a refund and a report need, as it was when rung up.
struct SaleLine {
    VariantId variant;
    ProductId product;
    QString sku;
    QString name;    ///< product name
    QString options; ///< option text; may be empty
    Unit unit = Unit::Piece;
    Quantity quantity; ///< greater than zero
    Price price;
    QList<SaleDiscount> discounts; ///< of this line
    Money cartDiscount;            ///< this line's share of the cart's discounts; not negative
    TaxRate taxRate;
    Money net; ///< without tax, after all discounts
    Money tax;
    Money gross; ///< net + tax
    QString note;

    friend bool operator==(const SaleLine &, const SaleLine &) = default;
};

/// The tax of one rate over the whole sale; computed once per rate, never line by line.
struct TaxSummary {
    TaxRate rate;
    Money net;
    Money tax;
    Money gross;

    friend bool operator==(const TaxSummary &, const TaxSummary &) = default;
};

enum class PaymentMethod { Cash, Card, Invoice, GiftCard };

[[nodiscard]] QString paymentMethodText(PaymentMethod method);
[[nodiscard]] std::optional<PaymentMethod> paymentMethodFromText(QStringView text);

/// One tender that was taken. tendered − change = amount; only cash gives change.
struct Payment {
    PaymentMethod method = PaymentMethod::Cash;
    Money amount;   ///< what it settles of the sale
    Money tendered; ///< what the customer handed over
    Money change;   ///< what was given back

    friend bool operator==(const Payment &, const Payment &) = default;
};

/// A sale that was rung up and paid: a document that is never changed.
/// sum of payment amounts = total + rounding.
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
    QList<SaleLine> lines;         ///< at least one
    QList<SaleDiscount> discounts; ///< of the whole cart
    QList<TaxSummary> taxes;       ///< one per rate, lowest rate first
    Money total;                   ///< what the goods cost, tax in it
    Money rounding;                ///< cash rounding: added to the total; never touches the tax
    QList<Payment> payments;
    QString note;

    friend bool operator==(const Sale &, const Sale &) = default;
};

} // namespace crema
