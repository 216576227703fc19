// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's cart: lines, typed quantities, undo and what it all comes to.
#include "ui/presenters/till/bundle_words.h"
#include "ui/presenters/till/till_presenter.h"

#include "ui/presenters/shell/notices.h"
#include "ui/presenters/till/weight_text.h"

namespace crema {

namespace {

constexpr qsizetype maxQuantityDigits = 6;
/// No typed text grows past this; the longest code in use (GS1-128) has 48 characters.
constexpr qsizetype maxDigits = 48;

} // namespace

bool TillPresenter::prepareSale()
{
    if (m_mode == TillMode::ChangeDue)
        newSale();
    if (m_mode == TillMode::Selling) {
        if (isHeldByParts())
            return false;
        commitEntry();
        return m_mode == TillMode::Selling;
    }
    if (m_mode == TillMode::Paying) {
        say(Tone::Warning, tr("A payment is under way, so nothing was added."),
            tr("Take the payment or go back to the sale, then scan again."));
    } else {
        say(Tone::Warning, tr("Nothing can be sold yet."), tr("Open a shift first."));
    }
    return false;
}

void TillPresenter::codeEnded()
{
    updateActions();
    if (m_payWhenReady)
        startPaying();
    Q_EMIT entryChanged(); // whoever waits for it
}

void TillPresenter::addItem(const TillItem &item, std::int64_t quantity, const std::optional<Price> &price,
                            const QString &note)
{
    if (!item.price) {
        m_payWhenReady = false;
        say(Tone::Error, tr("“%1” has no price, so it cannot be sold.").arg(item.name),
            tr("Give it a price in the catalog, then scan it again."));
        Q_EMIT codeRefused(item.sku);
        return;
    }
    if (item.archived) {
        m_payWhenReady = false;
        say(Tone::Error, tr("“%1” is archived, so it cannot be sold.").arg(item.name),
            tr("Take it out of the archive in the catalog, then scan it again."));
        Q_EMIT codeRefused(item.sku);
        return;
    }
    if (item.unit == Unit::Gram && quantity == 0 && !price) {
        askWeight(item, note);
        return;
    }
    if (const std::optional<Problem> problem = whyNoBundle(item)) {
        m_payWhenReady = false;
        say(*problem);
        Q_EMIT codeRefused(item.sku);
        return;
    }
    // What is in a bundle is not chosen.
    const QList<ModifierGroup> groups =
        item.parts.isEmpty() ? offeredGroups(modifierGroups(m_desk.state().settings, item.price->amount.currency()),
                                             item.product, item.categoryNames)
                             : QList<ModifierGroup>();
    if (groups.isEmpty() || price)
        addChosen(item, quantity, price, note, {});
    else
        askModifiers(item, quantity, note, groups);
}

bool TillPresenter::addChosen(const TillItem &item, std::int64_t quantity, const std::optional<Price> &price,
                              const QString &note, const QList<SaleModifier> &modifiers)
{
    const int row = m_sale.add(item, quantity, price, note, modifiers);
    if (row < 0) {
        say(Tone::Error, tr("“%1” is in the cart too often to add more.").arg(item.name),
            tr("Start another sale for the rest."));
        return false;
    }
    say(Tone::Ok, tr("%1 added.").arg(item.name));
    cartChangedByHand();
    Q_EMIT itemAdded(row);
    return true;
}

bool TillPresenter::addOffCatalog(const OffCatalog &what, const Price &price)
{
    if (!prepareSale())
        return false;
    return addChosen(tillItem(what, price), 1, price, {}, {});
}

void TillPresenter::selectLine(int row)
{
    if (m_mode != TillMode::Selling || row == m_sale.selected())
        return;
    const qsizetype before = m_sale.lines().size();
    const int edited = m_sale.selected();
    commitEntry();
    const bool isMoved = m_sale.lines().size() < before && edited < row; // the edited line is gone
    m_sale.select(isMoved ? row - 1 : row);
    updateActions();
    Q_EMIT cartChanged();
}

void TillPresenter::removeLine(int row)
{
    if (m_mode == TillMode::Selling && row >= m_sale.lines().size())
        removeReturned(row - static_cast<int>(m_sale.lines().size()));
    if (m_mode != TillMode::Selling || row < 0 || row >= m_sale.lines().size())
        return;
    const bool isLast = m_sale.lines().size() == 1; // what is paid of it would stay without a sale
    if (isLast ? refuseWhileMoneyMoves() : isHeldByParts())
        return;
    dropEntry();
    const TillCart before = m_sale.cart();
    const TillLine line = before.lines.at(row);
    m_sale.remove(row);
    say(Tone::Neutral, tr("%1 removed.").arg(line.item.name), tr("Undo brings it back."));
    postTaken(tr("%1 removed from the cart").arg(line.item.name), {{row, line}}, before);
    cartChangedByHand();
}

void TillPresenter::postTaken(const QString &text, const QList<TakenLine> &taken, const TillCart &before)
{
    if (!m_notices)
        return;
    m_notices->post(text, [self = Self(this), cart = m_cartNumber, taken, before] {
        if (self)
            self->putBack(cart, taken, before);
    });
}

void TillPresenter::putBack(std::uint64_t cart, const QList<TakenLine> &taken, const TillCart &before)
{
    if (cart == m_cartNumber && m_mode == TillMode::Selling && isHeldByParts())
        return;
    if (cart != m_cartNumber || m_mode != TillMode::Selling) {
        say(Tone::Warning, tr("That sale is not open any more, so nothing was put back."),
            tr("Add the item to the present sale instead."));
        return;
    }
    dropEntry();
    if (m_sale.putBack(taken, before)) {
        say(Tone::Neutral, tr("The last change is undone."));
        cartChangedByHand();
    }
}

void TillPresenter::changeQuantity(int steps)
{
    if (m_mode != TillMode::Selling || isHeldByParts())
        return;
    commitEntry();
    const int row = m_sale.selected();
    if (row < 0)
        return;
    const TillLine &line = m_sale.lines().at(row);
    const std::int64_t step = line.item.unit == Unit::Gram ? 10 : 1;
    if (line.quantity.units() + steps * step <= 0)
        removeLine(row);
    else if (m_sale.setQuantity(row, line.quantity.units() + steps * step))
        cartChangedByHand();
}

void TillPresenter::undo()
{
    if (!canUndo() || isHeldByParts())
        return;
    if (m_quantityBefore) {
        dropEntry();
        say(Tone::Neutral, tr("The last change is undone."));
        return;
    }
    m_digits.clear();
    if (!m_sale.undo())
        return;
    if (m_notices)
        m_notices->dismiss(); // what it offered to take back may be taken back by now
    say(Tone::Neutral, tr("The last change is undone."));
    cartChangedByHand();
}

void TillPresenter::cartChangedByHand()
{
    ++m_cartRevision;
    refreshCart();
    requote();
    updateTileCounts();
    updateActions();
    Q_EMIT entryChanged();
}

// Typed quantity

void TillPresenter::typeDigit(int digit)
{
    if (m_mode != TillMode::Selling || digit < 0 || digit > 9 || m_digits.size() == maxDigits)
        return;
    if (isHeldByParts())
        return;
    m_multiplier = 0;
    m_digits += QChar(static_cast<char16_t>(u'0' + digit));
    followEntry();
}

void TillPresenter::typeTimes()
{
    if (m_digits.isEmpty())
        return;
    const QString digits = m_digits;
    dropEntry();
    const std::int64_t number = digits.toLongLong();
    if (digits.size() > maxQuantityDigits || number > maxTypedQuantity)
        askLookUp(digits);
    else
        m_multiplier = number;
    Q_EMIT entryChanged();
}

void TillPresenter::eraseDigit()
{
    if (m_digits.isEmpty())
        m_multiplier = 0;
    m_digits.chop(1);
    followEntry();
}

/// Nothing when the digits are no quantity of the selected line: none, too many, or no line is selected.
std::optional<Quantity> TillPresenter::typedQuantity() const
{
    const int row = m_sale.selected();
    if (row < 0 || m_digits.isEmpty() || m_digits.size() > maxQuantityDigits)
        return std::nullopt;
    const bool weighed = m_sale.lines().at(row).item.unit == Unit::Gram;
    const std::int64_t number = m_digits.toLongLong();
    return number <= (weighed ? maxTypedGrams : maxTypedQuantity) ? std::optional(Quantity(number)) : std::nullopt;
}

// Line, total and Pay follow each digit, so that nothing is taken that was not shown. A line of none is still shown: it
// goes when the entry is over.
void TillPresenter::followEntry()
{
    const int row = m_sale.selected();
    if (row < 0) {
        Q_EMIT entryChanged();
        return;
    }
    const Quantity shown = m_sale.lines().at(row).quantity;
    const Quantity before = m_quantityBefore.value_or(shown);
    const std::optional<Quantity> typed = typedQuantity();
    const Quantity now = typed && typed->units() > 0 ? *typed : before;
    m_quantityBefore = now == before ? std::nullopt : std::optional(before);
    if (now == shown) {
        Q_EMIT entryChanged();
        return;
    }
    m_sale.tryQuantity(row, now);
    cartChangedByHand();
}

/// Puts the quantity back that the selected line had before it was typed. False when it has it.
bool TillPresenter::restoreQuantity()
{
    if (!m_quantityBefore)
        return false;
    m_sale.tryQuantity(m_sale.selected(), *std::exchange(m_quantityBefore, std::nullopt));
    return true;
}

void TillPresenter::dropEntry()
{
    m_digits.clear();
    if (restoreQuantity())
        cartChangedByHand();
}

void TillPresenter::commitEntry()
{
    if (m_digits.isEmpty())
        return;
    const std::optional<Quantity> typed = typedQuantity();
    const QString digits = std::exchange(m_digits, {});
    const bool isShown = restoreQuantity(); // the typed quantity becomes one change of the cart
    const int row = m_sale.selected();
    if (!typed) {
        askLookUp(digits);
    } else if (typed->units() == 0) {
        removeLine(row);
        return;
    } else if (m_sale.setQuantity(row, typed->units()) && !isShown) {
        cartChangedByHand();
        return;
    }
    updateActions();
    Q_EMIT entryChanged();
}

QString TillPresenter::entryText() const
{
    return m_multiplier > 0 ? tr("%1 ×").arg(m_locale.toString(static_cast<qlonglong>(m_multiplier))) : m_digits;
}

void TillPresenter::askLookUp(const QString &code)
{
    m_lookUp = code;
    say(Tone::Warning, tr("Look up %1?").arg(code), tr("It is too long for a quantity."));
}

void TillPresenter::answerLookUp(bool lookUp)
{
    const QString code = std::exchange(m_lookUp, {});
    if (code.isEmpty())
        return;
    clearMessage();
    Q_EMIT entryChanged();
    if (lookUp)
        enterCode(code);
}

std::int64_t TillPresenter::takeMultiplier()
{
    const std::int64_t multiplier = std::exchange(m_multiplier, 0);
    if (multiplier > 0)
        Q_EMIT entryChanged();
    return multiplier;
}

} // namespace crema
