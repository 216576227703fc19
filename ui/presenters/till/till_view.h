// SPDX-License-Identifier: GPL-3.0-or-later
// What a till screen draws: finished, translated texts and the few numbers that decide how they look.
#pragma once

#include "models/payments/payment_intent.h"
#include "models/selling/sale.h"
#include "ui/presenters/match_range.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace crema {

/// Which of its faces the till shows.
enum class TillMode {
    Starting,    ///< the local store is being read; nothing can be done yet
    NotEnrolled, ///< this device has no register; it can be enrolled
    NoShift,     ///< the drawer is closed; a shift can be opened with a float
    Selling,
    Paying,    ///< the cart is fixed, money is being entered or the sale is being recorded
    ChangeDue, ///< the last sale is recorded; the next scan, item or key starts a new one
};

/// How a message or state is meant; screens add colour, sound and a mark to it.
enum class Tone { Neutral, Ok, Warning, Error };

/// One sentence for the message row. A screen shows the latest until it is cleared.
struct TillMessage {
    Tone tone = Tone::Neutral;
    QString text;            ///< effect
    QString hint;            ///< what to do; may be empty
    std::int64_t number = 0; ///< grows with each message, so that the same text twice is two messages

    bool operator==(const TillMessage &) const = default;
};

/// One row of the search results.
struct ProductHit {
    QString id;      ///< of the variant
    QString name;    ///< "Guji Natural 250 g"
    QString product; ///< "Guji Natural"
    QString options; ///< "250 g"; empty without options
    QString sku;
    QString priceText; ///< empty: the item has no price and cannot be sold
    QString stockText; ///< "12 in stock"; empty when unknown
    bool sellable = true;
    QList<MatchRange> nameMatches;
    QList<MatchRange> skuMatches;

    bool operator==(const ProductHit &) const = default;
};

struct CategoryChip {
    QString id; ///< empty: all items
    QString name;

    bool operator==(const CategoryChip &) const = default;
};

/// One tile of the product grid: a product. The order of tiles never changes by itself.
struct ProductTile {
    QString id; ///< of the product
    QString name;
    QString priceText;       ///< "€11.50", "from €11.50" when its variants differ
    QString stockText;       ///< "3 left" when low, else empty
    int choices = 1;         ///< how many variants it has; more than one: the tile asks which
    int series = 0;          ///< 0…5: which of the theme's series colours its edge takes (one per category)
    std::int64_t inCart = 0; ///< quantity in the cart
    bool sellable = true;

    bool operator==(const ProductTile &) const = default;
};

/// One variant of the product whose tile was pressed.
struct OptionChoice {
    QString id;   ///< of the variant
    QString text; ///< its options, or its SKU where it has none
    QString priceText;
    QString stockText;       ///< "3 left" when low, else empty
    std::int64_t inCart = 0; ///< pieces in the cart
    bool sellable = true;
    bool chosen = false; ///< of the modifiers that are asked for

    bool operator==(const OptionChoice &) const = default;
};

/// The question which variant of a product is meant, or which modifiers of one kind are wanted.
struct OptionsView {
    QString product;
    QList<OptionChoice> choices;
    QString question; ///< "Milk: choose one"; empty: which variant

    bool operator==(const OptionsView &) const = default;
};

struct CartLineView {
    QString key;       ///< stays the same while the line lives
    QString name;      ///< product and options
    QString product;   ///< the product alone, where the options have a line of their own
    QString detail;    ///< second line, muted: options, or the SKU where there are none, then discount and note
    QString remark;    ///< discount and note alone; empty without
    QString chosen;    ///< what was chosen of it alone: "Large, Oat milk"; empty without
    QStringList parts; ///< of a bundle: "2 × House blend 250 g"; none for most
    QString sku;
    QString quantityText;  ///< "2", "250 g"
    QString unitPriceText; ///< "€4.30 each"; empty for one piece
    QString totalText;
    bool comesBack = false; ///< it is taken back: the amount goes off the others
    QString spoken;         ///< "2 × Flat white, €8.60, line 1 of 7; total €58.55"

    bool operator==(const CartLineView &) const = default;
};

/// A named amount: of the totals block, of the payment.
struct AmountRow {
    QString label;
    QString amountText;

    bool operator==(const AmountRow &) const = default;
};

/// A coupon that was shown.
struct CouponChip {
    QString code;
    QString promotion;  ///< its name; empty until the rules were asked
    QString effectText; ///< "−€2.00", or why it gives nothing: "needs 2 more"; empty until the rules were asked
    bool gives = false;

    bool operator==(const CouponChip &) const = default;
};

struct TotalsView {
    QList<AmountRow> rows; ///< subtotal, discounts, tax
    QString label;         ///< "Total", "Total paid"
    QString totalText;
    QString paidBackText; ///< "€8.60" where the total is below zero, else empty
    std::int64_t totalMinor = 0;
    std::int64_t itemCount = 0; ///< pieces; a weighed line counts as one
    QString customerText;       ///< who the sale is for; empty: nobody in particular
    QString remarksText;        ///< what is taken off the whole sale and why, and its notes; empty without any
    QList<CouponChip> coupons;  ///< in the order in which they were shown

    bool operator==(const TotalsView &) const = default;
};

struct QuickAmount {
    QString text; ///< "€40"
    std::int64_t minor = 0;
    bool exact = false;

    bool operator==(const QuickAmount &) const = default;
};

/// One way to pay what is due.
struct TenderChoice {
    PaymentMethod method = PaymentMethod::Cash;
    QString text;                              ///< "Card"
    QString amountText;                        ///< what is due when it is paid in this way: only cash is rounded
    QString reason;                            ///< why it cannot be chosen; empty when it can
    bool chosen = false;                       ///< the amount that is entered is paid in this way
    std::optional<IntentChannel> channel = {}; ///< of an online payment

    bool operator==(const TenderChoice &) const = default;
};

/// A part of the sale that is paid already.
struct TakenTender {
    PaymentMethod method = PaymentMethod::Cash;
    QString text; ///< "Card"
    QString amountText;

    bool operator==(const TakenTender &) const = default;
};

/// Nothing is paid: as much comes back as is bought, or more.
struct PayBackView {
    QString titleText;         ///< "€8.60 is paid back"
    QString totalText;         ///< "€8.60"
    QList<AmountRow> rows;     ///< how that comes about: what comes back, what is bought, rounding
    QList<AmountRow> payments; ///< by which way how much of it goes back; empty: nothing is paid back

    bool operator==(const PayBackView &) const = default;
};

/// A tip that is offered.
struct TipChoice {
    QString text;       ///< "10 %"
    QString amountText; ///< "€1.29"
    std::int64_t minor = 0;
    bool chosen = false;

    bool operator==(const TipChoice &) const = default;
};

/// An online payment that was asked for: nothing else is taken until it is decided.
struct OnlinePaymentView {
    QString titleText;  ///< "€12.90 by link"
    QString amountText; ///< "€12.90"
    Tone tone = Tone::Neutral;
    QString stateText;    ///< "The customer pays"
    QString sentenceText; ///< what that means and what to do
    QString codeText;     ///< what the QR code says, while the customer can pay there; empty: none
    bool mayCancel = false;
    bool mayCheck = false;

    bool operator==(const OnlinePaymentView &) const = default;
};

struct PaymentView {
    std::optional<OnlinePaymentView> online; ///< with it only it and `recording` say something
    std::optional<PayBackView> payBack;      ///< with it only `recording` says something else
    QString dueText;                         ///< what is still to be paid, in the way that is chosen
    QList<AmountRow> rows; ///< how that comes about: total, paid, rounding; empty when it is the total
    PaymentMethod method = PaymentMethod::Cash; ///< the way that is chosen
    QList<TenderChoice> choices;
    QList<TakenTender> taken; ///< what is paid already; each can be given back
    bool maySplit = false;    ///< splitEvenly() does something
    int ways = 1;             ///< in how many even parts the rest is paid; 1: it is not split
    QString shareText;        ///< what the next of these parts comes to; empty while it is not split
    bool mayTakePart = false; ///< what is entered is a part that can be taken
    QString receivedText;     ///< what the person entered, or the amount due while nothing is entered
    bool entered = false;     ///< the person has entered an amount
    std::int64_t receivedMinor = 0;
    QList<QuickAmount> quickAmounts;
    QString missingText;         ///< why what is entered is not taken: "€3.20 is missing"; empty when it is enough
    QString restText;            ///< "€5.00" stays to be paid after this part; empty when nothing does
    QString changeText;          ///< "€11.45"; empty when there is none
    QString giveBackText;        ///< change for the part that was taken last, until something else is done; or empty
    bool enough = false;         ///< it can be taken
    bool mustBeEntered = false;  ///< an amount was not taken, so that nothing entered is not the exact one any more
    QList<TipChoice> tipChoices; ///< of what is paid next; empty where this place takes no tips
    QString tipText;             ///< "€2.00" is given beyond; empty without a tip
    QString chargeText;     ///< what the card terminal is to charge, tip in it; empty where that is what is entered
    QString slipText;       ///< "Visa 4711"; empty while nothing of the slip is noted
    QString questionText;   ///< so much cash is unusual, and a person has to say that it is right; empty: not asked
    bool recording = false; ///< the sale is being written; it cannot be pressed again

    bool operator==(const PaymentView &) const = default;
};

struct ChangeView {
    QString changeText; ///< "€11.45", "€0.00"
    bool hasChange = false;
    QString paidText;       ///< "€50.00 cash for €38.55", "€20.00 by card and €18.55 cash"
    QString receiptNumber;  ///< "MAIN-2-000123"
    QStringList handOut;    ///< "1 × €10", biggest first
    bool isPayBack = false; ///< nothing was paid: it is what is handed out, if anything
    QString titleText;      ///< "Change due", "No change", "Hand out in cash"
    QString hintText;       ///< what is to be done besides; empty for most

    bool operator==(const ChangeView &) const = default;
};

/// Sync in one word or two, for the header.
struct SyncPill {
    Tone tone = Tone::Neutral;
    QString text; ///< "Online", "Offline · 14 waiting", "2 need attention"
    std::int64_t waiting = 0;
    std::int64_t attention = 0; ///< how many need a person

    bool operator==(const SyncPill &) const = default;
};

struct TillHeader {
    QString businessName;
    QString placeText; ///< "Harbour Street · Till 1"
    QString personName;
    QString initials;
    SyncPill sync;

    bool operator==(const TillHeader &) const = default;
};

} // namespace crema
