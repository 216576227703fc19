// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply.h"

#include "models/feed/entity_types.h"
#include "models/operations/apply_attention.h"
#include "models/operations/apply_carts.h"
#include "models/operations/apply_cash.h"
#include "models/operations/apply_catalog.h"
#include "models/operations/apply_gift_cards.h"
#include "models/operations/apply_payments.h"
#include "models/operations/apply_people.h"
#include "models/operations/apply_pricing.h"
#include "models/operations/apply_roles.h"
#include "models/operations/apply_selling.h"
#include "models/operations/apply_settings.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_schemas.h"
#include "models/operations/operation_types.h"

#include <QCoreApplication>

#include <array>

namespace crema {
namespace {

using Applier = Effect (*)(const Operation &, Aggregates &, MergeMode);

struct Rule {
    QStringView type;
    Applier apply;
};

constexpr std::array rules{
    Rule{operation::shiftOpen, &applyShiftOpen},
    Rule{operation::shiftClose, &applyShiftClose},
    Rule{operation::cashMove, &applyCashMove},
    Rule{operation::cartPark, &applyCartPark},
    Rule{operation::cartTake, &applyCartTake},
    Rule{operation::cartDiscard, &applyCartDiscard},
    Rule{operation::saleComplete, &applySaleComplete},
    Rule{operation::stockAdjust, &applyStockAdjust},
    Rule{operation::productCreate, &applyProductCreate},
    Rule{operation::productEdit, &applyProductEdit},
    Rule{operation::variantCreate, &applyVariantCreate},
    Rule{operation::variantEdit, &applyVariantEdit},
    Rule{operation::promotionCreate, &applyPromotionCreate},
    Rule{operation::promotionEdit, &applyPromotionEdit},
    Rule{operation::priceListCreate, &applyPriceListCreate},
    Rule{operation::priceListEdit, &applyPriceListEdit},
    Rule{operation::customerCreate, &applyCustomerCreate},
    Rule{operation::customerEdit, &applyCustomerEdit},
    Rule{operation::personCreate, &applyPersonCreate},
    Rule{operation::personEdit, &applyPersonEdit},
    Rule{operation::personSetPin, &applyPersonSetPin},
    Rule{operation::personSetBadge, &applyPersonSetBadge},
    Rule{operation::personErase, &applyPersonErase},
    Rule{operation::roleCreate, &applyRoleCreate},
    Rule{operation::roleEdit, &applyRoleEdit},
    Rule{operation::giftCardCreate, &applyGiftCardCreate},
    Rule{operation::giftCardEdit, &applyGiftCardEdit},
    Rule{operation::giftCardAdjust, &applyGiftCardAdjust},
    Rule{operation::paymentAsk, &applyPaymentAsk},
    Rule{operation::paymentCancel, &applyPaymentCancel},
    Rule{operation::paymentSettle, &applyPaymentSettle},
    Rule{operation::settingsEdit, &applySettingsEdit},
    Rule{operation::customerErase, &applyCustomerErase},
    Rule{operation::attentionResolve, &applyAttentionResolve},
};

Effect unknown(const Operation &operation)
{
    return {Outcome::DeadLetter,
            Problem{ProblemKind::Invalid,
                    QStringLiteral("operation.unknown"),
                    QCoreApplication::translate("crema::Operation",
                                                "The operation %1 of schema %2 is not known to this version.")
                        .arg(operation.type)
                        .arg(operation.schema),
                    QCoreApplication::translate("crema::Operation", "Update the program that is older."),
                    {}},
            {},
            {}};
}

/// What the catalog, people and settings are changed by is named after what it changes. Rights and the audit trail go
/// by the subject, rules by the type: both have to be the same.
bool isAboutItsSubject(const Operation &operation)
{
    const QStringView named = QStringView(operation.type).left(operation.type.indexOf(u'.'));
    const bool isNamedAfterIt = named == entity::product || named == entity::variant || named == entity::customer ||
                                named == entity::person || named == entity::role || named == entity::settings ||
                                named == entity::promotion || named == entity::priceList || named == entity::giftCard;
    if (named == u"payment")
        return operation.subject.type == entity::paymentIntent;
    return !isNamedAfterIt || operation.subject.type == named;
}

} // namespace

Effect applyOperation(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    for (const Rule &rule : rules) {
        if (rule.type == operation.type && OperationSchemas::ours().knows(operation) && isAboutItsSubject(operation))
            return isErasedMark(operation) ? Effect() : rule.apply(operation, aggregates, mode);
    }
    return unknown(operation);
}

} // namespace crema
