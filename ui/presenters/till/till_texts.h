// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/variant.h"
#include "models/money/money.h"
#include "models/money/price.h"
#include "ui/presenters/till/till_view.h"

#include <QLocale>

namespace crema {

/// The amounts, quantities and names of the till as people of one locale read them.
class TillTexts
{
public:
    explicit TillTexts(const QLocale &locale) : m_locale(locale) {}

    /// "€4.30", "−€4.05".
    [[nodiscard]] QString amount(const Money &money) const;
    /// Without minor units where they are zero: "€40".
    [[nodiscard]] QString roundAmount(const Money &money) const;
    /// "€24.90", "€24.90 / kg"; empty without a price.
    [[nodiscard]] QString price(const std::optional<Price> &price, Unit unit) const;
    /// "2", "250 g".
    [[nodiscard]] QString quantity(Quantity quantity, Unit unit) const;
    /// "12 in stock", "1.2 kg in stock".
    [[nodiscard]] QString stock(Quantity onHand, Unit unit) const;
    /// "3 left" when so few are left that it matters; else empty.
    [[nodiscard]] QString lowStock(Quantity onHand, Unit unit) const;
    [[nodiscard]] static QString initials(const QString &name);

private:
    QLocale m_locale;
};

/// Where the words of `search` stand in `text`, case and accents apart; in order, without overlap.
[[nodiscard]] QList<MatchRange> matchRanges(const QString &text, const QString &search);

} // namespace crema
