// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"
#include "platform/database/transaction.h"
#include "platform/mail/mail_message.h"

#include <optional>

namespace crema::platform {

/// A receipt that somebody wants by mail (ADR 065), without its text: that is made when it leaves.
struct ReceiptMail {
    /// Longer than a weekend without a mail server; then it is given up, and the address with it.
    static constexpr std::int64_t lifetimeMs = 3ll * 24 * 3'600'000;

    QUuid id; ///< made by whoever asks: the same mail is owed once
    SaleId sale;
    QString address;  ///< one that isMailAddress() takes
    QString language; ///< as in Accept-Language: "de-AT"; empty: that of the platform
    std::int64_t tries = 0;
    UtcTime endsAt = UtcTime(0);
};

/// It leaves once the transaction is committed and the outbox woken. False where it was asked for before.
bool oweReceiptMail(Transaction &transaction, const ReceiptMail &mail, UtcTime now);
/// The next one that is due; nobody else gets it before this transaction is done.
[[nodiscard]] std::optional<ReceiptMail> lockReceiptMail(Transaction &transaction, UtcTime now);
/// In the language that was wished for. Nothing: the sale is not here (any more).
[[nodiscard]] std::optional<MailMessage> writeReceiptMail(Transaction &transaction, const ReceiptMail &mail);

} // namespace crema::platform
