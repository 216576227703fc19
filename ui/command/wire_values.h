// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/services.h"

#include <QJsonObject>

namespace crema::command {

// The JSON form of what verbs answer: the entities as models/feed/entity_codec.h writes them, with `schema` and what
// the local store knows beside them.

[[nodiscard]] QJsonObject productJson(const presenters::ProductView &view); ///< product/1; costs for who sees them
[[nodiscard]] QJsonObject saleJson(const presenters::SaleView &view);       ///< sale/1
[[nodiscard]] QJsonObject shiftJson(const Shift &shift);
/// What an X or a Z says, as `shift-report/1`.
[[nodiscard]] QJsonObject shiftTotalsJson(const ShiftTotals &totals);
[[nodiscard]] QJsonObject cashMovementJson(const CashMovement &movement);      ///< shift/1
[[nodiscard]] QJsonObject giftCardJson(const presenters::GiftCardView &view);  ///< gift-card/1, without the code's hash
[[nodiscard]] QJsonObject paymentJson(const PaymentIntent &intent);            ///< payment/1
[[nodiscard]] QJsonObject customerJson(const Customer &customer);              ///< customer/1
[[nodiscard]] QJsonObject personJson(const Person &person);                    ///< person/1, without the PIN's hash
[[nodiscard]] QJsonObject queueEntryJson(const presenters::QueueEntry &entry); ///< operation/1
/// Null for who does not see stock.
[[nodiscard]] QJsonValue onHandJson(const presenters::VariantView &variant);
[[nodiscard]] QJsonObject problemJson(const Problem &problem);

/// "queued", "synced" or "attention" (ux.md section 4).
[[nodiscard]] QString stateText(presenters::SyncState state);

/// A text, or null when it is empty: unknown is null in JSON.
[[nodiscard]] QJsonValue textOrNull(const QString &text);

} // namespace crema::command
