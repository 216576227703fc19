// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/return_rules.h"

#include "models/money/allocation.h"
#include "models/money/checked.h"
#include "models/money/money_text.h"
#include "models/pricing/tax.h"
#include "models/selling/return_reason.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace crema {
namespace {

/// As readers take it (models/feed/selling_limits.h).
constexpr qsizetype longestOptions = 2'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::Return", text);
}

Problem refused(const QString &code, const QString &message, const QString &hint, const QString &field)
{
    return {ProblemKind::Invalid, code, message, hint, {{field, message}}};
}

/// What came back of one line, and what was credited for it. Facts come from elsewhere: in 128 bits nothing overflows.
struct TakenBack {
    Int128 units = 0;
    Int128 net = 0;
    Int128 tax = 0;
    Int128 gross = 0;
};

TakenBack takenBackOf(const Sale &sale, const QList<Sale> &earlier, std::int32_t line)
{
    TakenBack taken;
    for (const Sale &document : earlier) {
        for (const ReturnedLine &each : document.returns) {
            if (each.sale != sale.id || each.line != line)
                continue;
            taken.units += each.quantity.units();
            if (each.gross.currency() != sale.total.currency())
                continue;
            taken.net += each.net.minor();
            taken.tax += each.tax.minor();
            taken.gross += each.gross.minor();
        }
    }
    return taken;
}

std::int64_t part(Money whole, std::int64_t some, std::int64_t all)
{
    if (some < 0 || all < some) // a line of which no codec would have it: all or nothing
        return some == all ? whole.minor() : 0;
    return allocate(whole, std::vector<std::int64_t>{some, all - some}).front().minor();
}

/// What so many units of a line had cost. The tax follows the amount that prices are made of, so that neither the net
/// nor the tax of a part is ever below zero.
struct Share {
    std::int64_t amount = 0; ///< gross where prices include tax, else net
    std::int64_t tax = 0;
};

Share shareOf(const SaleLine &line, PricesInclude pricesInclude, std::int64_t units)
{
    const Money whole = pricesInclude == PricesInclude::Tax ? line.gross : line.net;
    const std::int64_t amount = part(whole, units, line.quantity.units());
    return {amount, part(line.tax, amount, whole.minor())};
}

struct Amounts {
    Money net;
    Money tax;
    Money gross;
};

/// What is credited for the units up to `units` beyond what was credited before.
Amounts creditUpTo(const Sale &sale, const SaleLine &line, std::int64_t units, const TakenBack &taken)
{
    const bool inside = sale.pricesInclude == PricesInclude::Tax;
    const Share share = shareOf(line, sale.pricesInclude, units);
    const auto rest = [](std::int64_t whole, Int128 before) {
        const Int128 left = whole - before;
        return left < 0 ? 0 : static_cast<std::int64_t>(std::min<Int128>(left, std::max<std::int64_t>(whole, 0)));
    };
    const std::int64_t amount = rest(share.amount, inside ? taken.gross : taken.net);
    std::int64_t tax = rest(share.tax, taken.tax);
    if (inside)
        tax = std::min(tax, amount);
    const Currency currency = sale.total.currency();
    return inside ? Amounts{Money(amount - tax, currency), Money(tax, currency), Money(amount, currency)}
                  : Amounts{Money(amount, currency), Money(tax, currency), Money(amount + tax, currency)};
}

ReturnableLine returnableOf(const Sale &sale, const QList<Sale> &earlier, std::int32_t index)
{
    const SaleLine &line = sale.lines[index];
    const TakenBack taken = takenBackOf(sale, earlier, index);
    const std::int64_t sold = line.quantity.units();
    const auto returned = static_cast<std::int64_t>(std::min<Int128>(taken.units, maxMinor));
    ReturnableLine result;
    result.line = index;
    result.sold = line.quantity;
    result.returned = Quantity(returned);
    result.left = Quantity(line.giftCard ? 0 : std::max<std::int64_t>(sold - returned, 0));
    const Money zero(0, sale.total.currency());
    const Amounts amounts = result.left.isZero() ? Amounts{zero, zero, zero} : creditUpTo(sale, line, sold, taken);
    result.net = amounts.net;
    result.tax = amounts.tax;
    result.gross = amounts.gross;
    return result;
}

std::optional<Problem> refusePick(const ReturnPick &pick, const QString &path)
{
    if (pick.quantity.units() < 1 || pick.quantity.units() > Quantity::maxLine) {
        return refused(QStringLiteral("return.quantity"), tr("At least one has to come back."),
                       tr("Enter how many come back."), path + QStringLiteral("quantity"));
    }
    if (pick.reason.size() > maxReturnReason) {
        return refused(QStringLiteral("return.reason"),
                       tr("The reason is longer than %1 letters.").arg(maxReturnReason), tr("Say it in fewer words."),
                       path + QStringLiteral("reason"));
    }
    return std::nullopt;
}

std::optional<Problem> refuseFee(const std::optional<Money> &fee, Money gross, const QString &path)
{
    if (!fee || (fee->currency() == gross.currency() && !fee->isNegative() && *fee <= gross))
        return std::nullopt;
    return refused(QStringLiteral("return.fee"),
                   tr("The fee has to be between nothing and %1, which is what it had cost.").arg(plainMoney(gross)),
                   tr("Enter another fee, or none."), path + QStringLiteral("fee"));
}

Problem noLine(const QString &path)
{
    return refused(QStringLiteral("return.no_line"), tr("The sale has no such line, or it was named twice."),
                   tr("Name each line of the receipt once."), path + QStringLiteral("line"));
}

Problem exceeds(const ReturnableLine &line, const QString &path)
{
    const QString message = line.left.isZero() ? tr("All of this line came back already.")
                                               : tr("Only %1 of this line can come back yet.").arg(line.left.units());
    return refused(QStringLiteral("return.exceeds"), message,
                   tr("Take back what is left, or look at the earlier returns."), path + QStringLiteral("quantity"));
}

Problem isGiftCard(const QString &path)
{
    return refused(QStringLiteral("return.gift_card"), tr("A gift card is not taken back: what is on it stays on it."),
                   tr("Let a manager adjust the card, and pay the amount out."), path + QStringLiteral("line"));
}

/// With what was chosen of it, so that a receipt says what came back.
QString optionsOf(const SaleLine &line)
{
    QStringList parts = line.options.isEmpty() ? QStringList() : QStringList{line.options};
    for (const SaleModifier &modifier : line.modifiers)
        parts.append(modifier.name);
    return parts.join(QStringLiteral(" · ")).left(longestOptions);
}

/// As it was sold, or would be; of no receipt yet.
ReturnedLine returnedOf(const SaleLine &line, const Amounts &amounts, const ReturnPick &pick)
{
    ReturnedLine result;
    result.variant = line.variant;
    result.product = line.product;
    result.sku = line.sku;
    result.name = line.name;
    result.options = optionsOf(line);
    result.unit = line.unit;
    result.quantity = pick.quantity;
    result.taxRate = line.taxRate;
    result.net = amounts.net;
    result.tax = amounts.tax;
    result.gross = amounts.gross;
    result.fee = pick.fee.value_or(Money(0, amounts.gross.currency()));
    result.restock = pick.restock;
    result.reason = pick.reason;
    return result;
}

Result<ReturnedLine> takeBackOne(const Sale &sale, const QList<Sale> &earlier, const ReturnPick &pick,
                                 const QString &path)
{
    if (const auto problem = refusePick(pick, path))
        return failure(*problem);
    const auto left = returnableLine(sale, earlier, pick.line);
    if (!left)
        return failure(noLine(path));
    if (sale.lines[pick.line].giftCard)
        return failure(isGiftCard(path));
    if (pick.quantity > left->left)
        return failure(exceeds(*left, path));
    const SaleLine &line = sale.lines[pick.line];
    const Amounts amounts =
        creditUpTo(sale, line, (left->returned + pick.quantity).units(), takenBackOf(sale, earlier, pick.line));
    if (const auto problem = refuseFee(pick.fee, amounts.gross, path))
        return failure(*problem);
    ReturnedLine result = returnedOf(line, amounts, pick);
    result.sale = sale.id;
    result.number = sale.number;
    result.line = pick.line;
    return result;
}

} // namespace

QList<ReturnableLine> returnable(const Sale &sale, const QList<Sale> &earlier)
{
    QList<ReturnableLine> lines;
    for (std::int32_t i = 0; i < sale.lines.size(); ++i)
        lines.append(returnableOf(sale, earlier, i));
    return lines;
}

std::optional<ReturnableLine> returnableLine(const Sale &sale, const QList<Sale> &earlier, std::int32_t line)
{
    if (line < 0 || line >= sale.lines.size())
        return std::nullopt;
    return returnableOf(sale, earlier, line);
}

QList<ReturnPick> everythingLeft(const Sale &sale, const QList<Sale> &earlier, const QString &reason, bool restock)
{
    QList<ReturnPick> picks;
    const QList<ReturnableLine> lines = returnable(sale, earlier);
    for (const ReturnableLine &line : lines) {
        if (!line.left.isZero())
            picks.append({line.line, line.left, std::nullopt, restock, reason});
    }
    return picks;
}

Result<QList<ReturnedLine>> takeBack(const Sale &sale, const QList<Sale> &earlier, const QList<ReturnPick> &picks)
{
    if (picks.isEmpty()) {
        return failure(refused(QStringLiteral("return.empty"), tr("Nothing comes back."),
                               tr("Name what comes back of the sale."), QStringLiteral("lines")));
    }
    QList<ReturnedLine> result;
    std::set<std::int32_t> named;
    for (qsizetype i = 0; i < picks.size(); ++i) {
        const QString path = QStringLiteral("lines[%1].").arg(i);
        if (!named.insert(picks[i].line).second)
            return failure(noLine(path));
        Result<ReturnedLine> one = takeBackOne(sale, earlier, picks[i], path);
        if (!one)
            return failure(one.error());
        result.append(*std::move(one));
    }
    return result;
}

Result<ReturnedLine> takeBackWithoutReceipt(const CartLine &line, PricesInclude pricesInclude, const ReturnPick &pick)
{
    const QString path = QStringLiteral("without_receipt[%1].").arg(pick.line);
    if (const auto problem = refusePick(pick, path))
        return failure(*problem);
    Cart cart;
    cart.currency = line.price.amount.currency();
    cart.lines.append(line);
    cart.lines.first().quantity = pick.quantity;
    const Result<Quote> worth = quote(cart, PricingRules{pricesInclude});
    if (!worth)
        return failure(worth.error());
    return takeBackWithoutReceipt(worth->lines.constFirst(), pick);
}

Result<ReturnedLine> takeBackWithoutReceipt(const SaleLine &asSold, const ReturnPick &pick)
{
    const QString path = QStringLiteral("without_receipt[%1].").arg(pick.line);
    if (const auto problem = refusePick(pick, path))
        return failure(*problem);
    if (const auto problem = refuseFee(pick.fee, asSold.gross, path))
        return failure(*problem);
    return returnedOf(asSold, {asSold.net, asSold.tax, asSold.gross}, pick);
}

} // namespace crema
