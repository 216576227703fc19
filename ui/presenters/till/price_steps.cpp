// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/price_steps.h"

#include "reports/documents/amount_format.h"
#include "ui/presenters/till/till_texts.h"

#include <QCoreApplication>

namespace crema {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::PriceSteps)
};

/// The sentences of one locale.
class Steps
{
public:
    Steps(const Sale &sale, const QLocale &locale) : m_sale(sale), m_locale(locale), m_texts(locale) {}

    [[nodiscard]] QStringList ofLine(const SaleLine &line) const
    {
        QStringList steps;
        const Money paid = isTaxInside() ? line.gross : line.net;
        Money full = paid + line.cartDiscount;
        for (const SaleDiscount &discount : line.discounts)
            full += discount.amount;
        steps.append(Texts::tr("%1 × %2 at %3 comes to %4.", "quantity, product, price, amount")
                         .arg(m_texts.quantity(line.quantity, line.unit), line.name,
                              m_texts.price(line.price, line.unit), m_texts.amount(full)));
        addDiscounts(steps, line.discounts);
        if (!line.cartDiscount.isZero())
            steps.append(Texts::tr("Its share of what is taken off the whole sale is %1.")
                             .arg(m_texts.amount(-line.cartDiscount)));
        steps.append(isTaxInside() ? Texts::tr("That leaves %1, with %2 tax of %3 in it.")
                                         .arg(m_texts.amount(paid), rate(line.taxRate), m_texts.amount(line.tax))
                                   : Texts::tr("That leaves %1, and %2 tax of %3 on top.")
                                         .arg(m_texts.amount(paid), rate(line.taxRate), m_texts.amount(line.tax)));
        return steps;
    }

    [[nodiscard]] QStringList ofSale() const
    {
        QStringList steps;
        Money lines = Money(0, m_sale.total.currency());
        for (const SaleLine &line : m_sale.lines)
            lines += (isTaxInside() ? line.gross : line.net) + line.cartDiscount;
        steps.append(Texts::tr("All lines together come to %1.").arg(m_texts.amount(lines)));
        addDiscounts(steps, m_sale.discounts);
        for (const TaxSummary &tax : m_sale.taxes) {
            steps.append((isTaxInside() ? Texts::tr("%1 tax in it: %2 of %3.", "rate, tax, amount with the tax")
                                        : Texts::tr("%1 tax on top: %2, which makes %3.", "rate, tax, amount with it"))
                             .arg(rate(tax.rate), m_texts.amount(tax.tax), m_texts.amount(tax.gross)));
        }
        if (!m_sale.rounding.isZero())
            steps.append(Texts::tr("Rounded for cash by %1.").arg(m_texts.amount(m_sale.rounding)));
        steps.append(Texts::tr("To pay: %1.").arg(m_texts.amount(m_sale.total + m_sale.rounding)));
        return steps;
    }

private:
    [[nodiscard]] bool isTaxInside() const { return m_sale.pricesInclude == PricesInclude::Tax; }
    [[nodiscard]] QString rate(TaxRate rate) const { return documents::percentText(rate.tenThousandths(), m_locale); }

    void addDiscounts(QStringList &steps, const QList<SaleDiscount> &discounts) const
    {
        for (const SaleDiscount &discount : discounts) {
            QString label = discount.label.isEmpty() ? Texts::tr("Discount") : discount.label;
            if (!discount.coupon.isEmpty())
                label = Texts::tr("%1 with the coupon %2", "promotion, code").arg(label, discount.coupon);
            steps.append(discount.tenThousandths
                             ? Texts::tr("%1 takes %2 off: %3.", "reason, rate, amount")
                                   .arg(label, documents::percentText(*discount.tenThousandths, m_locale),
                                        m_texts.amount(-discount.amount))
                             : Texts::tr("%1: %2.", "reason, amount").arg(label, m_texts.amount(-discount.amount)));
        }
    }

    const Sale &m_sale;
    QLocale m_locale;
    TillTexts m_texts;
};

} // namespace

QStringList priceStepsOfLine(const Sale &sale, qsizetype line, const QLocale &locale)
{
    return line >= 0 && line < sale.lines.size() ? Steps(sale, locale).ofLine(sale.lines.at(line)) : QStringList();
}

QStringList priceStepsOfSale(const Sale &sale, const QLocale &locale)
{
    return Steps(sale, locale).ofSale();
}

} // namespace crema
