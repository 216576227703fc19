// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

namespace crema {

/// From its first moment on, and before its last.
struct StatementPeriod {
    UtcTime from;
    UtcTime to;

    friend bool operator==(const StatementPeriod &, const StatementPeriod &) = default;
};

enum class StatementKind {
    Purchase,
    Return,   ///< only takes back
    Exchange, ///< takes back and sells
};

/// One document of a statement. The amounts put on account and taken off it are not negative.
struct StatementLine {
    SaleId sale;
    QString number; ///< of the receipt
    UtcTime at;
    StatementKind kind = StatementKind::Purchase;
    Money total;      ///< of the document, cash rounding in it; below zero: so much was paid back
    Money onAccount;  ///< what of it was put on account
    Money offAccount; ///< what of it came off the account
    Money balance;    ///< of the account after it

    friend bool operator==(const StatementLine &, const StatementLine &) = default;
};

/// What a customer bought and took back in one currency, and what of it stands on their account. Of an account it knows
/// what was put on it (PaymentMethod::Invoice) and what documents took off it; what was paid into it is known once
/// there are invoices.
struct Statement {
    StatementPeriod period;
    Money opening;              ///< of the account, by the documents before the period
    QList<StatementLine> lines; ///< the oldest first
    Money closing;              ///< opening, with what the lines put on account and without what they took off
    Money bought;               ///< gross of what was sold within the period
    Money returned;             ///< credited for what was taken back; not negative
    Money rounding;             ///< cash rounding: bought − returned + rounding = what the totals come to

    [[nodiscard]] Currency currency() const { return opening.currency(); }

    friend bool operator==(const Statement &, const Statement &) = default;
};

/// One for each currency in which something happened within the period or stood open before it, in the order of their
/// codes. `sales` are documents of one customer in any order, those before the period among them; later ones are left
/// out.
[[nodiscard]] QList<Statement> statementsOf(QList<Sale> sales, const StatementPeriod &period);

} // namespace crema
