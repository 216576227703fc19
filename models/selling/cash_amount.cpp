// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/cash_amount.h"

#include "models/money/denominations.h"
#include "models/money/money_text.h"
#include "models/selling/location.h"

#include <QCoreApplication>

namespace crema {
namespace {

constexpr std::int64_t mostNotesOfChange = 10;

Problem problemOf(const QString &code, const QString &message, const QString &hint)
{
    return {ProblemKind::Invalid, code, message, hint, {{QStringLiteral("tenders"), message}}};
}

} // namespace

CashRounding cashRoundingAt(const std::optional<Location> &location, Currency otherwise)
{
    return location ? CashRounding::of(location->currency, location->country) : CashRounding::of(otherwise);
}

std::optional<Problem> doubtCash(Money due, Money tendered)
{
    const std::int64_t note = largestNote(due.currency()).minor();
    const Money change = tendered - due;
    if (change.minor() > note * mostNotesOfChange) {
        return problemOf(QStringLiteral("payment.too_much"),
                         QCoreApplication::translate("Payment", "%1 in cash for %2 cannot be right.")
                             .arg(plainMoney(tendered), plainMoney(due)),
                         QCoreApplication::translate("Payment", "Type the amount again."));
    }
    if (change.minor() >= note) {
        return problemOf(
            QStringLiteral("payment.unusual"),
            QCoreApplication::translate("Payment", "%1 in cash for %2 gives %3 back.", "amounts")
                .arg(plainMoney(tendered), plainMoney(due), plainMoney(change)),
            QCoreApplication::translate("Payment", "Check the amount, and say that it is right if it is."));
    }
    return std::nullopt;
}

} // namespace crema
