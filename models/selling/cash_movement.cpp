// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/cash_movement.h"

#include "models/base/enum_names.h"
#include "models/money/checked.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>

namespace crema {
namespace {

constexpr std::array kindNames{
    EnumName<CashMovementKind>{CashMovementKind::PaidIn, u"paid_in"},
    EnumName<CashMovementKind>{CashMovementKind::PaidOut, u"paid_out"},
    EnumName<CashMovementKind>{CashMovementKind::SafeDrop, u"safe_drop"},
    EnumName<CashMovementKind>{CashMovementKind::NoSale, u"no_sale"},
};

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::CashMovement)
};

tl::unexpected<Problem> badAmount(const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, QStringLiteral("cash.amount"), message, hint,
                   {{QStringLiteral("amount"), message}});
}

tl::unexpected<Problem> badText(const QString &field, const QString &message)
{
    return failure(ProblemKind::Invalid, QStringLiteral("cash.text"), message,
                   Texts::tr("Write it shorter, without special characters."), {{field, message}});
}

} // namespace

QString cashMovementKindText(CashMovementKind kind)
{
    return enumText(kindNames, kind);
}

std::optional<CashMovementKind> cashMovementKindFromText(QStringView text)
{
    return enumFromText<CashMovementKind>(kindNames, text);
}

std::optional<Permission> permissionForMovement(CashMovementKind kind)
{
    switch (kind) {
    case CashMovementKind::PaidOut: return Permission::CashPayOut;
    case CashMovementKind::NoSale: return Permission::CashNoSale;
    case CashMovementKind::PaidIn:
    case CashMovementKind::SafeDrop: return std::nullopt;
    }
    Q_UNREACHABLE();
}

Money drawerChange(CashMovementKind kind, const Money &amount)
{
    switch (kind) {
    case CashMovementKind::PaidIn: return amount;
    case CashMovementKind::PaidOut:
    case CashMovementKind::SafeDrop: return -amount;
    case CashMovementKind::NoSale: return Money(0, amount.currency());
    }
    Q_UNREACHABLE();
}

Result<CashMovement> checkedCashMovement(const CashMovement &movement, Currency ofShift)
{
    const std::int64_t minor = movement.amount.minor();
    if (movement.amount.currency() != ofShift) {
        const QString message = Texts::tr("The amount is in another currency than the drawer.");
        return failure(ProblemKind::Invalid, QStringLiteral("cash.currency"), message,
                       Texts::tr("Enter it in %1.").arg(ofShift.code()), {{QStringLiteral("amount"), message}});
    }
    if (movement.kind == CashMovementKind::NoSale && minor != 0)
        return badAmount(Texts::tr("Nothing comes or goes when the drawer is only opened."),
                         Texts::tr("Pay the amount in or out instead."));
    if (movement.kind != CashMovementKind::NoSale && (minor <= 0 || !fitsWire(minor)))
        return badAmount(Texts::tr("The amount has to be more than zero."), Texts::tr("Enter how much cash it is."));
    CashMovement kept = movement;
    kept.reason = movement.reason.trimmed();
    kept.note = movement.note.trimmed();
    if (kept.reason.size() > CashMovement::longestReason || !isPlainText(kept.reason))
        return badText(QStringLiteral("reason"),
                       Texts::tr("A reason has one line of at most %1 characters.").arg(CashMovement::longestReason));
    if (kept.note.size() > CashMovement::longestNote || !isPlainText(kept.note, Lines::Many))
        return badText(QStringLiteral("note"),
                       Texts::tr("A note has at most %1 characters.").arg(CashMovement::longestNote));
    return kept;
}

} // namespace crema
