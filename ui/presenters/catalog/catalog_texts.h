// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/catalog/catalog_row.h"
#include "ui/presenters/till/till_texts.h"

#include <QLocale>

namespace crema {

/// The values of a catalog row as people of one locale read, type and export them.
class CatalogTexts
{
public:
    explicit CatalogTexts(const QLocale &locale) : m_locale(locale), m_texts(locale) {}

    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    /// For a column whose header names the currency: "12.50", "24.90 / kg"; empty without a price.
    [[nodiscard]] QString price(const CatalogRow &row) const;
    /// With currency: "€12.50".
    [[nodiscard]] QString fullPrice(const CatalogRow &row) const { return m_texts.price(row.price, row.unit); }
    [[nodiscard]] QString amount(const Money &money) const { return m_texts.amount(money); }
    /// As it is typed: the locale's decimal sign, no grouping.
    [[nodiscard]] QString typedPrice(const CatalogRow &row) const;
    /// Empty for who does not see stock, as lowStock() is.
    [[nodiscard]] QString stock(const CatalogRow &row) const;
    /// "3 left" when so few are left that it matters; else empty.
    [[nodiscard]] QString lowStock(const CatalogRow &row) const;
    [[nodiscard]] QString weight(const CatalogRow &row) const;
    [[nodiscard]] QString number(std::int64_t count) const { return m_locale.toString(static_cast<qlonglong>(count)); }
    /// GTINs without their padding, one blank and comma between two.
    [[nodiscard]] static QString barcodes(const QStringList &normalised);
    /// "Guji Natural 250 g", the options behind the name.
    [[nodiscard]] static QString title(const CatalogRow &row);

private:
    QLocale m_locale;
    TillTexts m_texts;
};

} // namespace crema
