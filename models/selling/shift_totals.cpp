// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/shift_totals.h"

#include "models/giftcards/gift_ledger.h"
#include "models/money/checked.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

/// As in the sums of a shift: what cannot be held is left out.
void addWherePossible(Money &sum, const Money &amount)
{
    sum = checkedAdd(sum, amount).value_or(sum);
}

/// The element of `list` whose `member` is `key`, made in its place where there is none.
template<class Element, class Key>
Element &elementOf(QList<Element> &list, Key Element::*member, const Key &key, const Element &fresh)
{
    const auto place = std::ranges::lower_bound(list, key, {}, member);
    if (place != list.end() && (*place).*member == key)
        return *place;
    return *list.insert(place, fresh);
}

void addPayment(ShiftFigures &sums, const Payment &payment)
{
    const Money zero(0, sums.salesTotal.currency());
    MethodTotal &total =
        elementOf(sums.byMethod, &MethodTotal::method, payment.method, MethodTotal{payment.method, 0, zero});
    ++total.count;
    addWherePossible(total.amount, payment.amount);
    addWherePossible(total.tips, payment.tip);
}

void addTax(ShiftFigures &sums, const TaxSummary &tax)
{
    const Money zero(0, sums.salesTotal.currency());
    TaxSummary &total = elementOf(sums.byTax, &TaxSummary::rate, tax.rate, TaxSummary{tax.rate, zero, zero, zero});
    addWherePossible(total.net, tax.net);
    addWherePossible(total.tax, tax.tax);
    addWherePossible(total.gross, tax.gross);
}

/// What lines and cart were reduced by; the lines hold the cart's discounts as their shares.
void addDiscounts(ShiftFigures &sums, const Sale &sale)
{
    for (const SaleLine &line : sale.lines) {
        addWherePossible(sums.discounts, line.cartDiscount);
        for (const SaleDiscount &discount : line.discounts)
            addWherePossible(sums.discounts, discount.amount);
    }
}

void addReturns(ShiftFigures &sums, const Sale &sale)
{
    for (const ReturnedLine &line : sale.returns)
        addWherePossible(sums.returns, line.credit());
}

/// Running numbers grow in length: "MAIN-1-999999" comes before "MAIN-1-1000000".
bool isBefore(const QString &left, const QString &right)
{
    return left.size() == right.size() ? left < right : left.size() < right.size();
}

void addNumber(ShiftFigures &sums, const QString &number)
{
    if (sums.firstNumber.isEmpty() || isBefore(number, sums.firstNumber))
        sums.firstNumber = number;
    if (sums.lastNumber.isEmpty() || isBefore(sums.lastNumber, number))
        sums.lastNumber = number;
}

std::optional<Money> sumOf(const auto &list, auto amount, Currency currency)
{
    QList<Money> amounts;
    for (const auto &element : list)
        amounts.append(std::invoke(amount, element));
    return checkedSum(amounts, currency);
}

bool isCounted(const ShiftFigures &figures)
{
    const auto counts = [](const auto &element) { return element.count > 0; };
    return figures.saleCount >= 0 && std::ranges::all_of(figures.byMethod, counts) &&
           std::ranges::all_of(figures.movements, counts) &&
           std::ranges::none_of(figures.movements, [](const auto &each) { return each.amount.isNegative(); });
}

} // namespace

ShiftAdder::ShiftAdder(Currency currency)
{
    const Money zero(0, currency);
    m_sums.salesTotal = m_sums.rounding = m_sums.discounts = m_sums.returns = m_sums.giftCards = zero;
}

void ShiftAdder::add(const Sale &sale)
{
    if (sale.total.currency() != m_sums.salesTotal.currency())
        return;
    ++m_sums.saleCount;
    addWherePossible(m_sums.salesTotal, sale.total);
    addWherePossible(m_sums.rounding, sale.rounding);
    for (const Payment &payment : sale.payments)
        addPayment(m_sums, payment);
    for (const TaxSummary &tax : sale.taxes)
        addTax(m_sums, tax);
    addDiscounts(m_sums, sale);
    addReturns(m_sums, sale);
    addWherePossible(m_sums.giftCards, loadedBy(sale));
    addNumber(m_sums, sale.number);
}

void ShiftAdder::add(const CashMovement &movement)
{
    if (movement.amount.currency() != m_sums.salesTotal.currency())
        return;
    const Money zero(0, movement.amount.currency());
    MovementTotal &total =
        elementOf(m_sums.movements, &MovementTotal::kind, movement.kind, MovementTotal{movement.kind, 0, zero});
    ++total.count;
    addWherePossible(total.amount, movement.amount);
}

ShiftFigures ShiftAdder::figures() const
{
    return m_sums;
}

Result<Money> sumOfPieces(const QList<CountedPiece> &pieces, const Money &zero)
{
    const auto refused = [] {
        const QString message =
            QCoreApplication::translate("crema::Shift", "What was counted of each note and coin cannot be added up.");
        return failure(ProblemKind::Invalid, QStringLiteral("shift.pieces"), message,
                       QCoreApplication::translate("crema::Shift", "Count again, or enter the sum alone."),
                       {{QStringLiteral("pieces"), message}});
    };
    Money sum = zero;
    for (const CountedPiece &piece : pieces) {
        std::int64_t minor = 0;
        const bool isWhole = piece.piece.minor() > 0 && piece.count >= 0 && fitsWire(piece.count) &&
                             !__builtin_mul_overflow(piece.piece.minor(), piece.count, &minor) && fitsWire(minor);
        const auto added = isWhole ? checkedAdd(sum, Money(minor, piece.piece.currency())) : std::nullopt;
        if (!added)
            return refused();
        sum = *added;
    }
    return sum;
}

bool addsUp(const ShiftFigures &figures)
{
    const Currency currency = figures.salesTotal.currency();
    const auto paid = sumOf(figures.byMethod, &MethodTotal::amount, currency);
    const auto taxed = sumOf(figures.byTax, &TaxSummary::gross, currency);
    const bool isEachTax = std::ranges::all_of(
        figures.byTax, [](const TaxSummary &each) { return checkedAdd(each.net, each.tax) == each.gross; });
    return isCounted(figures) && isEachTax && taxed.has_value() &&
           checkedAdd(*taxed, figures.giftCards) == figures.salesTotal && paid.has_value() &&
           paid == checkedAdd(figures.salesTotal, figures.rounding);
}

Money cashOf(const ShiftFigures &figures)
{
    const auto cash = std::ranges::find(figures.byMethod, PaymentMethod::Cash, &MethodTotal::method);
    Money sum(0, figures.salesTotal.currency());
    if (cash != figures.byMethod.end()) {
        addWherePossible(sum, cash->amount);
        addWherePossible(sum, cash->tips);
    }
    return sum;
}

Money movedOf(const ShiftFigures &figures)
{
    Money moved(0, figures.salesTotal.currency());
    for (const MovementTotal &total : figures.movements)
        addWherePossible(moved, drawerChange(total.kind, total.amount));
    return moved;
}

} // namespace crema
