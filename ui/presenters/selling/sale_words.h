// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/quantity.h"
#include "models/selling/sale.h"
#include "sync/client/sale_draft.h"

namespace crema::presenters {

/// A line as people type it: "4006381333931", "BEANS-1*250" or "FLATWHITE*2,with=Oat,with=Large".
struct LineWords {
    QString code;
    Quantity quantity{1};
    QStringList with = {}; ///< names of modifiers
};

/// A tender as people type it: "cash:2000", "card:1290,tip=110,brand=Visa,reference=4711".
struct TenderWords {
    PaymentMethod method = PaymentMethod::Cash;
    std::int64_t minor = 0;
    std::int64_t tipMinor = 0;
    std::optional<CardSlip> card = {};
    QString giftCard = {};                      ///< of a gift card: as GiftCardsPresenter::find() takes it
    std::optional<PaymentIntentId> intent = {}; ///< of an online payment
};

/// A discount as people type it: "2:10%:Damaged", "cart:250".
struct DiscountWords {
    std::optional<int> line; ///< 1 is the first; nothing: the whole sale
    sync::DiscountDraft discount;
};

/// Reads CODE or CODE*QUANTITY, and behind it ,with=NAME for each modifier. The quantity is in the smallest unit, from
/// 1 to Quantity::maxLine. Errors: `line.no_code`, `line.quantity`.
[[nodiscard]] Result<LineWords> readLineWords(const QString &text);

/// Reads METHOD:MINOR, more than zero, and behind it ,tip=MINOR, for a card ,brand=… and ,reference=… and for a
/// gift card ,card=… and for an online payment ,intent=ID. Errors:
/// `tender.unreadable`, `tender.method`, `tender.amount`, `tender.tip`, `tender.slip`, `tender.intent`.
[[nodiscard]] Result<TenderWords> readTenderWords(const QString &text);

/// Money for a gift card as people type it: "3436:2500".
struct GiftLoadWords {
    QString card;
    std::int64_t minor = 0;
};

/// Reads CARD:MINOR, more than zero. Errors: `gift_card.unreadable`.
[[nodiscard]] Result<GiftLoadWords> readGiftLoadWords(const QString &text);

/// Reads LINE:PERCENT% or LINE:MINOR, with cart for the whole sale, and :REASON behind it. Errors:
/// `discount.unreadable`, `discount.range`.
[[nodiscard]] Result<DiscountWords> readDiscountWords(const QString &text, Currency currency);

} // namespace crema::presenters
