// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/variant.h"
#include "models/customers/customer.h"
#include "models/money/quantity.h"
#include "sync/client/product_view.h"
#include "sync/client/sale_draft.h"
#include "ui/presenters/till/till_return.h"

#include <QList>
#include <QString>

namespace crema {

/// One thing that can be put into the cart, as tiles, results and scans give it.
struct TillItem {
    VariantId variant;
    QString name;    ///< product and options in one line
    QString product; ///< the product alone
    QString options; ///< "250 g · whole bean"; empty without options
    QString sku;
    std::optional<Price> price;
    Unit unit = Unit::Piece;
    Quantity onHand;
    bool archived = false; ///< the product or this variant of it
    QList<CategoryId> categories;
    QStringList categoryNames;
    bool isStockHidden = false;                ///< who is here does not see stock
    QList<sync::BundlePartView> parts = {};    ///< of a bundle
    std::optional<OffCatalog> offCatalog = {}; ///< it is no article
};

[[nodiscard]] TillItem tillItem(const sync::ProductView &product, const sync::VariantView &variant);
/// What is no article, at its price.
[[nodiscard]] TillItem tillItem(const OffCatalog &what, const Price &price);

struct TillLine {
    std::uint64_t key = 0; ///< stays the same while the line lives, undo included
    TillItem item;
    Quantity quantity;
    std::optional<Price> price; ///< read from a label; nothing: the catalog's
    QList<sync::DiscountDraft> discounts = {};
    QString note = {}; ///< for staff
    QList<SaleModifier> modifiers = {};

    /// With what the modifiers add.
    [[nodiscard]] std::optional<Price> priceInUse() const;
    /// "Large, Oat milk"; empty without any.
    [[nodiscard]] QString modifierText() const;
};

/// Who a sale is for.
struct TillCustomer {
    CustomerId id;
    QString name;
    bool isCompany = false; ///< has a tax id, so that a sale may go on account

    [[nodiscard]] static TillCustomer of(const Customer &customer)
    {
        return {customer.id, customer.name, !customer.taxId.isEmpty()};
    }

    friend bool operator==(const TillCustomer &, const TillCustomer &) = default;
};

/// What lies in a cart: its lines, and what is said of all of them together.
struct TillCart {
    QList<TillLine> lines;
    QList<sync::DiscountDraft> discounts; ///< of the whole sale
    std::optional<TillCustomer> customer;
    QString note;              ///< for staff
    QString customerNote = {}; ///< on the receipt
    QStringList coupons = {};  ///< codes that were shown, as couponCode() writes them
    TillReturn back = {};      ///< what is taken back in the same document; nothing for most
    std::int64_t points = 0;   ///< of the customer that are to be taken, as many of them as make sense
};

/// A line that was taken out of the cart and the row it had, for putting it back.
struct TakenLine {
    int row = 0;
    TillLine line;
};

/// The open cart with its selection and its past. Pure: no store, no clock.
class TillSale
{
public:
    static constexpr std::size_t maxUndoSteps = 100;
    /// What a weighed item starts with until its weight is typed, in grams.
    static constexpr std::int64_t startGrams = 100;

    /// The whole cart, where a line would stand.
    static constexpr int wholeCart = -1;

    /// Adds to the line of this variant, or makes one. Answers its row, which becomes the selected one; −1 when
    /// the line would hold more than Quantity::maxLine. A quantity of 0 means one piece or startGrams. An item with a
    /// price of its own is a line of its own, one with other modifiers too, a line with a discount takes no more, and
    /// one with a note only what comes with the same note.
    int add(const TillItem &item, std::int64_t quantity, const std::optional<Price> &price = {},
            const QString &note = {}, const QList<SaleModifier> &modifiers = {});
    /// Zero or less removes the line. False when nothing changed.
    bool setQuantity(int row, std::int64_t quantity);
    /// While digits are typed: the quantity that they mean so far. No step of its own.
    void tryQuantity(int row, Quantity quantity) { m_now.lines[row].quantity = quantity; }
    /// What is taken off this line, or off wholeCart, from now on. False when nothing changed.
    bool setDiscounts(int row, const QList<sync::DiscountDraft> &discounts);
    /// The note of this line, or of wholeCart; without the spaces around it. False when nothing changed.
    bool setNote(int row, const QString &note);
    /// What the receipt says to the customer, without the spaces around it. False when nothing changed.
    bool setCustomerNote(const QString &note);
    /// Nothing: the sale is for nobody in particular. Points of somebody else are not taken any more. False when
    /// nothing changed.
    bool setCustomer(const std::optional<TillCustomer> &customer);
    /// False when the code was shown already, or as many as a sale takes (maxShownCoupons) were.
    bool addCoupon(const QString &code);
    bool removeCoupon(const QString &code);
    /// 0: none. False when nothing changed.
    bool setPoints(std::int64_t points);
    /// What comes back by a receipt, or without one, takes the place of what did before in the same way.
    void takeBack(const TillReturn &back);
    /// Leaves that one of what comes back with the customer. False when there is none.
    bool leaveReturned(int index);
    /// What the rules made of what comes back. No step of its own.
    void showReturned(const QList<ReturnedLine> &lines) { m_now.back.lines = lines; }
    /// Goes on with a cart from elsewhere, which cannot be undone. Lines get keys of their own.
    void goOn(const TillCart &cart);
    /// With the last line goes what was said of all of them.
    bool remove(int row);
    bool clear();
    /// Puts lines back where they were; one that is here again stays as it is. What was said of the whole cart `before`
    /// comes back with them when nothing lies in the present one. False when nothing changed.
    bool putBack(const QList<TakenLine> &taken, const TillCart &before);
    /// Takes back the last change. False when there is none.
    bool undo();
    /// What that line costs is another price now, modifiers in it. No step of its own.
    void takePrice(int row, const Price &price);
    /// Forgets lines and past: a new sale.
    void reset();
    void select(int row);

    [[nodiscard]] const TillCart &cart() const { return m_now; }
    [[nodiscard]] const QList<TillLine> &lines() const { return m_now.lines; }
    /// Nothing is sold, nothing comes back.
    [[nodiscard]] bool isEmpty() const { return m_now.lines.isEmpty() && !takesBack(); }
    [[nodiscard]] bool takesBack() const { return !m_now.back.isEmpty(); }
    /// −1 when it has no lines.
    [[nodiscard]] int selected() const { return m_now.selected; }
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    /// Pieces of it in the cart; a weighed line counts as one.
    [[nodiscard]] std::int64_t quantityOf(const VariantId &variant) const;
    [[nodiscard]] std::int64_t itemCount() const;
    [[nodiscard]] sync::SaleDraft draft() const;
    /// Where something comes back: that, and the cart as what is bought.
    [[nodiscard]] sync::ReturnDraft returnDraft() const;

private:
    struct State : TillCart {
        int selected = -1;
    };

    void remember();
    void endCart();

    State m_now;
    std::vector<State> m_past;
    std::uint64_t m_nextKey = 1;
};

} // namespace crema
