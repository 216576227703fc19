// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/bundle_lines.h"

#include "models/money/allocation.h"
#include "models/money/checked.h"
#include "models/money/money_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::BundleLines)
};

/// What a label of a discount may hold (docs/wire.md).
constexpr qsizetype maxLabel = 200;

tl::unexpected<Problem> tooMuch()
{
    return failure(ProblemKind::Invalid, QStringLiteral("money.overflow"),
                   Texts::tr("The bundle adds up to more than Crema can hold."),
                   Texts::tr("Lower its quantity or its price."));
}

tl::unexpected<Problem> empty()
{
    return failure(ProblemKind::Conflict, QStringLiteral("bundle.empty"), Texts::tr("Nothing is in this bundle."),
                   Texts::tr("Put parts into it in the catalog."));
}

tl::unexpected<Problem> otherCurrency()
{
    return failure(ProblemKind::Invalid, QStringLiteral("cart.currency"),
                   Texts::tr("The bundle and its parts are priced in different currencies."),
                   Texts::tr("Price them in the currency of the shop."));
}

tl::unexpected<Problem> tooMany()
{
    const QString message = Texts::tr("There are at most %1 of each part in a sale.").arg(Quantity::maxLine);
    return failure(ProblemKind::Invalid, QStringLiteral("quantity.range"), message,
                   Texts::tr("Type the quantity again, or remove the line."), {{QStringLiteral("quantity"), message}});
}

tl::unexpected<Problem> dearer(const Money &worth)
{
    const QString message =
        Texts::tr("The parts of this bundle cost %1 one by one, and it cannot cost more.").arg(plainMoney(worth));
    return failure(ProblemKind::Invalid, QStringLiteral("bundle.dearer"), message,
                   Texts::tr("Give it a lower price, or sell its parts."), {{QStringLiteral("price"), message}});
}

using Amounts = std::vector<std::int64_t>;

/// What is left of each part, in minor units, while discounts are taken off one after the other.
class Remainder
{
public:
    Remainder(Amounts left, Currency currency) : m_left(std::move(left)), m_currency(currency) {}

    [[nodiscard]] std::int64_t sum() const { return std::accumulate(m_left.begin(), m_left.end(), std::int64_t(0)); }

    /// Takes so much off, at most all that is left; what each part lost.
    std::vector<Money> take(std::int64_t minor)
    {
        const std::vector<Money> shares = allocate(Money(std::min(minor, sum()), m_currency), m_left);
        for (std::size_t i = 0; i < m_left.size(); ++i)
            m_left[i] -= shares[i].minor();
        return shares;
    }

    void takeRate(std::int32_t tenThousandths)
    {
        for (std::int64_t &each : m_left)
            each -= divideRounded(Int128(each) * tenThousandths, 10'000, Rounding::HalfAwayFromZero);
    }

private:
    Amounts m_left;
    Currency m_currency;
};

bool isInOneCurrency(const BundleOffer &offer)
{
    const Currency currency = offer.price.amount.currency();
    return std::ranges::all_of(offer.parts,
                               [currency](const CartLine &part) { return part.price.amount.currency() == currency; });
}

/// The parts in the quantity of all bundles.
Result<QList<CartLine>> inFull(const BundleOffer &offer)
{
    QList<CartLine> lines;
    for (const CartLine &part : offer.parts) {
        const Int128 units = Int128(part.quantity.units()) * offer.quantity.units();
        if (units < 1 || units > Quantity::maxLine)
            return tooMany();
        CartLine line = part;
        line.quantity = Quantity(static_cast<std::int64_t>(units));
        lines.append(line);
    }
    return lines;
}

void giveDiscounts(const QList<Discount> &discounts, Remainder &left, QList<CartLine> &lines)
{
    for (const Discount &discount : discounts) {
        if (!discount.amount) {
            for (CartLine &line : lines)
                line.discounts.append(discount);
            left.takeRate(discount.tenThousandths.value_or(0));
            continue;
        }
        const std::vector<Money> shares = left.take(discount.amount->minor());
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (!shares[i].isZero())
                lines[static_cast<qsizetype>(i)].discounts.append({discount.label, std::nullopt, shares[i]});
        }
    }
}

} // namespace

Result<QList<CartLine>> bundleLines(const BundleOffer &offer)
{
    if (offer.parts.isEmpty())
        return empty();
    if (!isInOneCurrency(offer))
        return otherCurrency();
    Result<QList<CartLine>> lines = inFull(offer);
    if (!lines)
        return lines;
    const Currency currency = offer.price.amount.currency();
    Money worth(0, currency);
    Amounts amounts;
    for (const CartLine &line : std::as_const(*lines)) {
        const Result<Money> extended = line.price.extended(line.quantity);
        const auto sum = extended ? checkedAdd(worth, *extended) : std::nullopt;
        if (!sum)
            return tooMuch();
        worth = *sum;
        amounts.push_back(extended->minor());
    }
    const Result<Money> price = offer.price.extended(offer.quantity);
    if (!price)
        return failure(price.error());
    if (*price > worth && offer.isPriceByHand)
        return dearer(worth);
    Remainder left(amounts, currency);
    const std::vector<Money> shares = left.take(std::max<std::int64_t>(worth.minor() - price->minor(), 0));
    for (std::size_t i = 0; i < shares.size(); ++i) {
        (*lines)[static_cast<qsizetype>(i)].bundle =
            SaleBundle{offer.place, offer.variant, offer.name, offer.quantity, shares[i]};
    }
    for (CartLine &line : *lines)
        line.discounts.clear();
    giveDiscounts(offer.discounts, left, *lines);
    lines->first().note = offer.note;
    return lines;
}

const SaleDiscount *bundleDiscount(const SaleLine &line)
{
    const bool isNamed = line.bundle && !line.bundle->off.isZero() && !line.discounts.isEmpty();
    if (!isNamed)
        return nullptr;
    const SaleDiscount &first = line.discounts.first();
    return first == givenByBundle(*line.bundle) ? &first : nullptr;
}

SaleDiscount givenByBundle(const SaleBundle &bundle)
{
    SaleDiscount discount;
    discount.label = bundle.name.left(maxLabel);
    discount.amount = bundle.off;
    return discount;
}

QList<SaleLineRow> saleLineRows(const QList<SaleLine> &lines)
{
    QList<SaleLineRow> rows;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const std::optional<SaleBundle> &bundle = lines[i].bundle;
        const bool goesOn = bundle && i > 0 && lines[i - 1].bundle && lines[i - 1].bundle->place == bundle->place;
        if (goesOn)
            ++rows.last().count;
        else
            rows.append({i, 1, bundle.has_value()});
    }
    return rows;
}

Money rowListAmount(const QList<SaleLine> &lines, const SaleLineRow &row, PricesInclude pricesInclude)
{
    Money amount(0, lines[row.first].gross.currency());
    const QList<SaleLine> parts = lines.mid(row.first, row.count);
    for (const SaleLine &line : parts) {
        amount += (pricesInclude == PricesInclude::Tax ? line.gross : line.net) + line.cartDiscount;
        for (const SaleDiscount &discount : line.discounts)
            amount += discount.amount;
        if (const SaleDiscount *own = bundleDiscount(line))
            amount -= own->amount;
    }
    return amount;
}

} // namespace crema
