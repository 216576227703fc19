// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/till_sale.h"

#include "models/pricing/pricing_occasion.h"
#include "models/settings/modifier_groups.h"

#include <algorithm>

namespace crema {

namespace {

bool areSame(const QList<sync::DiscountDraft> &some, const QList<sync::DiscountDraft> &others)
{
    return std::equal(some.cbegin(), some.cend(), others.cbegin(), others.cend(),
                      [](const sync::DiscountDraft &one, const sync::DiscountDraft &other) {
                          return one.label == other.label && one.tenThousandths == other.tenThousandths &&
                                 one.amount == other.amount;
                      });
}

/// Whether some of what came back before is left with the customer now, and nothing else comes back instead.
bool isLess(const TillReturn &now, const TillReturn &before)
{
    const auto count = [](const TillReturn &back) {
        return back.draft.lines.size() + back.draft.withoutReceipt.size();
    };
    const bool isSameSale = !now.draft.sale || now.draft.sale == before.draft.sale;
    return isSameSale && count(now) < count(before);
}

} // namespace

TillItem tillItem(const sync::ProductView &product, const sync::VariantView &variant)
{
    TillItem item;
    item.variant = variant.variant.id;
    item.product = product.product.name;
    item.options = variant.variant.optionText();
    item.name = item.options.isEmpty() ? item.product : item.product + QLatin1Char(' ') + item.options;
    item.sku = variant.variant.sku;
    item.price = variant.variant.price;
    item.unit = variant.variant.unit;
    item.onHand = variant.onHand;
    item.archived = product.product.archived || variant.variant.archived;
    item.categories = product.product.categories;
    item.categoryNames = product.categoryNames;
    item.isStockHidden = variant.isStockHidden;
    item.parts = variant.parts;
    return item;
}

TillItem tillItem(const OffCatalog &what, const Price &price)
{
    TillItem item;
    item.variant = offCatalogVariant(what.taxClass);
    item.product = what.name.simplified();
    item.name = item.product;
    item.price = price;
    item.isStockHidden = true;
    item.offCatalog = what;
    return item;
}

std::optional<Price> TillLine::priceInUse() const
{
    const std::optional<Price> &plain = price ? price : item.price;
    const Result<Price> whole = plain ? withModifiers(*plain, modifiers) : Result<Price>(Price());
    return plain && whole ? std::optional(*whole) : plain;
}

QString TillLine::modifierText() const
{
    QStringList names;
    for (const SaleModifier &modifier : modifiers)
        names.append(modifier.name);
    return names.join(QStringLiteral(", "));
}

void TillSale::takePrice(int row, const Price &price)
{
    TillLine &line = m_now.lines[row];
    Price plain = price;
    for (const SaleModifier &modifier : std::as_const(line.modifiers))
        plain.amount -= modifier.price;
    line.item.price = plain;
}

int TillSale::add(const TillItem &item, std::int64_t quantity, const std::optional<Price> &price, const QString &note,
                  const QList<SaleModifier> &modifiers)
{
    const std::int64_t added = quantity > 0 ? quantity : item.unit == Unit::Gram ? startGrams : 1;
    const auto same = std::find_if(m_now.lines.cbegin(), m_now.lines.cend(), [&](const TillLine &line) {
        return line.item.variant == item.variant && !line.price && !price && line.discounts.isEmpty() &&
               line.note == note && line.modifiers == modifiers;
    });
    const std::int64_t before = same == m_now.lines.cend() ? 0 : same->quantity.units();
    if (added > Quantity::maxLine - before)
        return -1;
    const int row = static_cast<int>(std::distance(m_now.lines.cbegin(), same));
    remember();
    if (row < m_now.lines.size())
        m_now.lines[row].quantity += Quantity(added);
    else
        m_now.lines.append({m_nextKey++, item, Quantity(added), price, {}, {}, modifiers});
    m_now.lines[row].note = note;
    m_now.selected = row;
    return row;
}

bool TillSale::setQuantity(int row, std::int64_t quantity)
{
    if (row < 0 || row >= m_now.lines.size() || quantity > Quantity::maxLine)
        return false;
    if (quantity <= 0)
        return remove(row);
    if (m_now.lines[row].quantity.units() == quantity)
        return false;
    remember();
    m_now.lines[row].quantity = Quantity(quantity);
    return true;
}

bool TillSale::setDiscounts(int row, const QList<sync::DiscountDraft> &discounts)
{
    if (row < wholeCart || row >= m_now.lines.size())
        return false;
    if (areSame(row == wholeCart ? m_now.discounts : m_now.lines.at(row).discounts, discounts))
        return false;
    remember();
    (row == wholeCart ? m_now.discounts : m_now.lines[row].discounts) = discounts;
    return true;
}

bool TillSale::setNote(int row, const QString &note)
{
    if (row < wholeCart || row >= m_now.lines.size())
        return false;
    const QString plain = note.trimmed();
    if ((row == wholeCart ? m_now.note : m_now.lines.at(row).note) == plain)
        return false;
    remember();
    (row == wholeCart ? m_now.note : m_now.lines[row].note) = plain;
    return true;
}

bool TillSale::setCustomerNote(const QString &note)
{
    const QString plain = note.trimmed();
    if (m_now.customerNote == plain)
        return false;
    remember();
    m_now.customerNote = plain;
    return true;
}

bool TillSale::setCustomer(const std::optional<TillCustomer> &customer)
{
    if (m_now.customer == customer)
        return false;
    remember();
    m_now.customer = customer;
    m_now.points = 0;
    return true;
}

bool TillSale::setPoints(std::int64_t points)
{
    if (m_now.points == points)
        return false;
    remember();
    m_now.points = points;
    return true;
}

bool TillSale::addCoupon(const QString &code)
{
    if (code.isEmpty() || m_now.coupons.contains(code) || m_now.coupons.size() >= maxShownCoupons)
        return false;
    remember();
    m_now.coupons.append(code);
    return true;
}

bool TillSale::removeCoupon(const QString &code)
{
    if (!m_now.coupons.contains(code))
        return false;
    remember();
    m_now.coupons.removeOne(code);
    return true;
}

void TillSale::takeBack(const TillReturn &back)
{
    remember();
    sync::ReturnDraft &now = m_now.back.draft;
    if (back.draft.sale) {
        now.sale = back.draft.sale;
        now.lines = back.draft.lines;
        now.to = back.draft.to;
        now.giftCard = back.draft.giftCard;
        m_now.back.number = back.number;
    }
    if (!back.draft.withoutReceipt.isEmpty())
        now.withoutReceipt = back.draft.withoutReceipt;
    m_now.back.lines.clear(); // until the rules were asked
}

bool TillSale::leaveReturned(int index)
{
    TillReturn back = m_now.back;
    const auto byReceipt = static_cast<int>(back.draft.lines.size());
    if (index < 0 || index >= byReceipt + back.draft.withoutReceipt.size())
        return false;
    remember();
    if (index < byReceipt)
        back.draft.lines.removeAt(index);
    else
        back.draft.withoutReceipt.removeAt(index - byReceipt);
    if (index < back.lines.size())
        back.lines.removeAt(index);
    if (back.draft.lines.isEmpty()) {
        back.draft.sale.reset();
        back.draft.to = RefundTo::Original;
        back.draft.giftCard.reset();
        back.number.clear();
    }
    m_now.back = back.isEmpty() ? TillReturn() : back;
    if (isEmpty())
        m_now = {};
    return true;
}

void TillSale::goOn(const TillCart &cart)
{
    m_past.clear();
    static_cast<TillCart &>(m_now) = cart;
    for (TillLine &line : m_now.lines)
        line.key = m_nextKey++;
    m_now.selected = static_cast<int>(m_now.lines.size()) - 1;
}

bool TillSale::remove(int row)
{
    if (row < 0 || row >= m_now.lines.size())
        return false;
    remember();
    m_now.lines.removeAt(row);
    if (m_now.lines.isEmpty()) {
        endCart();
        return true;
    }
    const int last = static_cast<int>(m_now.lines.size()) - 1;
    m_now.selected = std::min(m_now.selected > row ? m_now.selected - 1 : m_now.selected, last);
    return true;
}

// What comes back stays with its customer and the note for them: that is another matter.
void TillSale::endCart()
{
    State rest;
    if (takesBack()) {
        rest.back = m_now.back;
        rest.customer = m_now.customer;
        rest.customerNote = m_now.customerNote;
    }
    m_now = rest;
}

bool TillSale::clear()
{
    if (isEmpty())
        return false;
    remember();
    m_now = {};
    return true;
}

bool TillSale::putBack(const QList<TakenLine> &taken, const TillCart &before)
{
    const auto isHere = [this](std::uint64_t key) {
        return std::any_of(m_now.lines.cbegin(), m_now.lines.cend(),
                           [key](const TillLine &line) { return line.key == key; });
    };
    // Without lines it is about what comes back alone.
    const bool isBackGone = taken.isEmpty() ? isLess(m_now.back, before.back) : !takesBack() && !before.back.isEmpty();
    if (!isBackGone &&
        std::all_of(taken.cbegin(), taken.cend(), [&](const TakenLine &each) { return isHere(each.line.key); }))
        return false;
    remember();
    if (isBackGone)
        m_now.back = before.back;
    if (m_now.lines.isEmpty()) {
        m_now.discounts = before.discounts;
        m_now.note = before.note;
        m_now.coupons = before.coupons;
        if (m_now.customerNote.isEmpty())
            m_now.customerNote = before.customerNote;
        if (!m_now.customer)
            m_now.customer = before.customer;
        if (m_now.customer == before.customer)
            m_now.points = before.points;
    }
    for (const TakenLine &each : taken) {
        if (isHere(each.line.key))
            continue;
        m_now.selected = std::min(each.row, static_cast<int>(m_now.lines.size()));
        m_now.lines.insert(m_now.selected, each.line);
    }
    return true;
}

bool TillSale::undo()
{
    if (m_past.empty())
        return false;
    m_now = std::move(m_past.back());
    m_past.pop_back();
    return true;
}

void TillSale::reset()
{
    m_now = {};
    m_past.clear();
}

void TillSale::select(int row)
{
    if (row >= 0 && row < m_now.lines.size())
        m_now.selected = row;
}

std::int64_t TillSale::quantityOf(const VariantId &variant) const
{
    std::int64_t count = 0;
    for (const TillLine &line : m_now.lines) {
        if (line.item.variant == variant)
            count += line.item.unit == Unit::Piece ? line.quantity.units() : 1;
    }
    return count;
}

std::int64_t TillSale::itemCount() const
{
    std::int64_t count = 0;
    for (const TillLine &line : m_now.lines)
        count += line.item.unit == Unit::Piece ? line.quantity.units() : 1;
    return count;
}

sync::SaleDraft TillSale::draft() const
{
    sync::SaleDraft draft;
    draft.endsOpenCart = true;
    draft.discounts = m_now.discounts;
    draft.note = m_now.note;
    draft.customerNote = m_now.customerNote;
    draft.coupons = m_now.coupons;
    if (m_now.customer)
        draft.customer = m_now.customer->id;
    draft.points = m_now.points;
    for (const TillLine &line : m_now.lines) {
        sync::SaleLineDraft one;
        one.variant = line.item.variant;
        one.quantity = line.quantity;
        one.price = line.price;
        one.discounts = line.discounts;
        one.note = line.note;
        one.offCatalog = line.item.offCatalog;
        for (const SaleModifier &modifier : line.modifiers)
            one.modifiers.append(modifier.modifier);
        draft.lines.append(one);
    }
    return draft;
}

sync::ReturnDraft TillSale::returnDraft() const
{
    sync::ReturnDraft draft = m_now.back.draft;
    draft.bought = this->draft();
    return draft;
}

void TillSale::remember()
{
    if (m_past.size() == maxUndoSteps)
        m_past.erase(m_past.begin());
    m_past.push_back(m_now);
}

} // namespace crema
