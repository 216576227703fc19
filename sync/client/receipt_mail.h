// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"

#include <QList>
#include <QString>
#include <QUuid>

namespace crema::sync {

/// A receipt that a customer wants by mail, until the platform has taken it (ADR 065). It is known to this device
/// alone.
struct ReceiptMail {
    QUuid id;
    SaleId sale;
    QString number; ///< of the receipt
    QString address;
    QString language; ///< of the till: "de-AT"
    UtcTime at;
    QString refusal; ///< why the platform did not take it; empty while it waits

    friend bool operator==(const ReceiptMail &, const ReceiptMail &) = default;
};

/// Under this name a device keeps them.
inline const QString receiptMailSetting = QStringLiteral("receipt_mail");

[[nodiscard]] QString writeReceiptMails(const QList<ReceiptMail> &mails);
/// What cannot be read is left out.
[[nodiscard]] QList<ReceiptMail> readReceiptMails(const QString &note);

} // namespace crema::sync
