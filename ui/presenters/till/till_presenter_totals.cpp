// SPDX-License-Identifier: GPL-3.0-or-later
// What the cart shows: its lines at once, its totals as soon as the rules have been asked.
#include "models/loyalty/points_ledger.h"
#include "models/loyalty/points_rules.h"
#include "ui/presenters/till/bundle_words.h"
#include "ui/presenters/till/coupon_words.h"
#include "ui/presenters/till/discount_words.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/till_weighing.h"

namespace crema {

namespace {

QString remarksOf(const QList<sync::DiscountDraft> &discounts, const QString &note, const QLocale &locale)
{
    QStringList remarks;
    for (const sync::DiscountDraft &discount : discounts)
        remarks.append(discountText(discount, locale));
    if (!note.isEmpty())
        remarks.append(note);
    return remarks.join(QStringLiteral(" · "));
}

/// The promotions among them, in words.
QString promotionsIn(const QList<SaleDiscount> &discounts)
{
    QStringList names;
    for (const SaleDiscount &discount : discounts) {
        if (discount.promotion)
            names.append(discount.label);
    }
    return names.join(QStringLiteral(" · "));
}

QString joined(const QString &one, const QString &other)
{
    return one.isEmpty() || other.isEmpty() ? one + other : one + QStringLiteral(" · ") + other;
}

} // namespace

void TillPresenter::requote()
{
    if (m_sale.isEmpty()) {
        m_quoted.reset();
        m_quotedRevision = m_cartRevision;
        askCoupons();
        refreshTotals();
        return;
    }
    m_wasQuoteRefused = false;
    quote(this, m_stop.get_token(), m_cartRevision);
}

void TillPresenter::followPrices()
{
    const bool isOpen = m_mode == TillMode::Selling || (m_mode == TillMode::Paying && !m_payment.recording);
    if (isOpen && !m_sale.isEmpty())
        requote();
}

/// A price may change while its item lies in the cart: what is shown, told and charged is always the same one.
void TillPresenter::takePrices(const Sale &quoted)
{
    const QList<SaleLineRow> rows = saleLineRows(quoted.lines);
    for (int row = 0; row < std::min(m_sale.lines().size(), rows.size()); ++row) {
        const TillLine &line = m_sale.lines().at(row);
        const SaleLineRow &place = rows.at(row);
        if (line.price || !isRowOf(quoted, place, line.item.variant))
            continue;
        const Price price = priceOfRow(quoted, place);
        const std::optional<Price> shown = line.priceInUse();
        // A bundle has no price in the sale: what it comes to is what is held against it.
        const bool isSame =
            place.isBundle && shown ? shown->extended(line.quantity) == price.extended(line.quantity) : shown == price;
        if (isSame)
            continue;
        const QString text = m_texts.price(price, line.item.unit);
        say(Tone::Warning, isSoldAsParts(quoted, place)
                               ? tr("The parts of %1 cost less one by one, so it costs %2.", "bundle, amount")
                                     .arg(line.item.name, text)
                               : tr("The price of %1 has changed to %2.").arg(line.item.name, text));
        m_sale.takePrice(row, price);
    }
}

QCoro::Task<> TillPresenter::quote(Self self, std::stop_token stop, std::uint64_t revision)
{
    const Result<Sale> quoted = co_await askRules(self->m_desk, self->m_sale);
    if (stop.stop_requested() || !self || revision != self->m_cartRevision)
        co_return;
    if (!quoted) {
        self->m_payWhenReady = false;
        self->m_wasQuoteRefused = true;
        self->say(quoted.error());
        co_return;
    }
    self->takePrices(*quoted);
    self->m_sale.showReturned(quoted->returns);
    self->m_quoted = *quoted;
    self->m_quotedRevision = revision;
    self->refreshCart();
    if (self->m_mode == TillMode::Paying && !self->m_payment.recording) {
        self->m_tenders.setTotal(std::max(quoted->total, Money(0, quoted->total.currency())));
        self->showPayment();
    }
    self->askCoupons();
    self->codeEnded();
}

void TillPresenter::refreshCart()
{
    refreshLines();
    refreshTotals();
}

void TillPresenter::refreshLines()
{
    m_lines.clear();
    const QList<SaleLineRow> rows = m_quoted ? saleLineRows(m_quoted->lines) : QList<SaleLineRow>();
    for (int row = 0; row < m_sale.lines().size(); ++row) {
        const bool isQuoted =
            row < rows.size() && isRowOf(*m_quoted, rows.at(row), m_sale.lines().at(row).item.variant);
        m_lines.append(lineView(row, isQuoted ? std::optional(rows.at(row)) : std::nullopt));
    }
    for (int index = 0; index < m_sale.cart().back.lines.size(); ++index)
        m_lines.append(returnedView(index));
}

CartLineView TillPresenter::lineView(int row, const std::optional<SaleLineRow> &quoted) const
{
    const TillLine &line = m_sale.lines().at(row);
    CartLineView view;
    view.key = QString::number(line.key);
    view.name = line.item.name;
    view.product = line.item.product;
    view.sku = line.item.sku;
    view.detail = line.item.options.isEmpty() ? line.item.sku : line.item.options;
    view.parts = partTexts(line.item.parts, line.quantity, m_texts);
    if (!view.parts.isEmpty())
        view.detail = view.parts.join(QStringLiteral(", "));
    view.remark = remarksOf(line.discounts, line.note, m_locale);
    view.chosen = line.modifierText();
    if (!view.chosen.isEmpty())
        view.remark = view.remark.isEmpty() ? view.chosen : view.chosen + QStringLiteral(" · ") + view.remark;
    if (quoted)
        view.remark = joined(promotionsIn(m_quoted->lines.at(quoted->first).discounts), view.remark);
    if (!view.remark.isEmpty())
        view.detail += QStringLiteral(" · ") + view.remark;
    view.quantityText = line.item.unit == Unit::Gram ? m_weighing->weightText(line.quantity)
                                                     : m_texts.quantity(line.quantity, line.item.unit);
    if (line.price)
        view.unitPriceText = tr("as labelled");
    else if (line.item.unit == Unit::Gram)
        view.unitPriceText = m_texts.price(line.priceInUse(), line.item.unit);
    else if (line.quantity.units() != 1)
        view.unitPriceText = tr("%1 each").arg(m_texts.price(line.priceInUse(), line.item.unit));
    if (quoteIsCurrent() && quoted) {
        view.totalText = m_texts.amount(paidOfRow(*m_quoted, *quoted));
    } else if (const Result<Money> extended = line.priceInUse()->extended(line.quantity)) {
        view.totalText = m_texts.amount(*extended);
    }
    view.spoken =
        tr("%1 × %2, %3, line %4 of %5")
            .arg(view.quantityText,
                 view.parts.isEmpty()
                     ? view.name
                     : tr("%1 with %2", "bundle, its parts").arg(view.name, m_locale.createSeparatedList(view.parts)),
                 view.totalText)
            .arg(row + 1)
            .arg(m_sale.lines().size() + m_sale.cart().back.lines.size());
    return view;
}

void TillPresenter::refreshTotals()
{
    const Currency currency = m_desk.state().currency();
    const Money zero(0, currency);
    TotalsView totals;
    totals.label = isTraining() ? tr("Total, training") : tr("Total");
    totals.itemCount = m_sale.itemCount();
    Money total = zero;
    Money discounts = zero;
    Money tax = zero;
    Money credit = zero;
    if (m_quoted) {
        credit = creditOf(*m_quoted);
        total = m_quoted->total + m_quoted->rounding;
        for (const SaleLine &line : m_quoted->lines) {
            discounts += line.cartDiscount;
            for (const SaleDiscount &discount : line.discounts)
                discounts += discount.amount;
            if (const SaleDiscount *own = bundleDiscount(line)) // the price of the bundle is what is shown
                discounts -= own->amount;
        }
        for (const TaxSummary &summary : m_quoted->taxes)
            tax += summary.tax;
    }
    const bool taxIncluded = !m_quoted || m_quoted->pricesInclude == PricesInclude::Tax;
    // The tax that is added is that of what is sold: what comes back is shown with its own.
    if (!taxIncluded && !credit.isZero()) {
        tax = zero;
        for (const SaleLine &line : m_quoted->lines)
            tax += line.tax;
    }
    const Money goods = m_quoted ? m_quoted->total + credit + discounts : zero;
    totals.rows.append({tr("Subtotal"), m_texts.amount(taxIncluded ? goods : goods - tax)});
    if (!discounts.isZero())
        totals.rows.append({tr("Discounts"), m_texts.amount(-discounts)});
    if (const std::int64_t points = m_quoted ? takenBy(*m_quoted) : 0; points > 0)
        totals.rows.append({tr("Of it for points"), pointsText(points)});
    if (m_sale.takesBack())
        totals.rows.append({tr("Comes back"), m_texts.amount(-credit)});
    totals.rows.append({taxIncluded ? tr("Incl. VAT") : tr("Tax"), m_texts.amount(tax)});
    if (m_quoted && !m_quoted->rounding.isZero())
        totals.rows.append({tr("Rounding"), m_texts.amount(m_quoted->rounding)});
    if (m_quoted && m_quoted->customer && m_quoted->points != 0)
        totals.rows.append({m_quoted->points > 0 ? tr("Earns") : tr("Goes back"), pointsText(m_quoted->points)});
    totals.customerText = m_sale.cart().customer ? m_sale.cart().customer->name : QString();
    const QString &told = m_sale.cart().customerNote;
    totals.remarksText = joined(m_quoted ? promotionsIn(m_quoted->discounts) : QString(),
                                joined(remarksOf(m_sale.cart().discounts, m_sale.cart().note, m_locale),
                                       told.isEmpty() ? QString() : tr("receipt: %1").arg(told)));
    totals.coupons = couponChips(m_sale.cart().coupons, m_coupons, m_locale);
    totals.totalText = m_texts.amount(total);
    totals.totalMinor = total.minor();
    if (total.isNegative())
        totals.paidBackText = m_texts.amount(-total);
    m_totals = totals;
    Q_EMIT cartChanged();
}

} // namespace crema
