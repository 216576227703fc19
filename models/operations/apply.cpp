// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply.h"

#include "models/feed/entity_types.h"
#include "models/operations/apply_attention.h"
#include "models/operations/apply_carts.h"
#include "models/operations/apply_cash.h"
#include "models/operations/apply_catalog.h"
#include "models/operations/apply_customers.h"
#include "models/operations/apply_gift_cards.h"
#include "models/operations/apply_payments.h"
#include "models/operations/apply_people.h"
#include "models/operations/apply_points.h"
#include "models/operations/apply_pricing.h"
#include "models/operations/apply_roles.h"
#include "models/operations/apply_selling.h"
#include "models/operations/apply_settings.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_schemas.h"
#include "models/operations/operation_types.h"

#include <QCoreApplication>

#include <algorithm>
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
    Rule{operation::pointsAdjust, &applyPointsAdjust},
    Rule{operation::paymentAsk, &applyPaymentAsk},
    Rule{operation::paymentCancel, &applyPaymentCancel},
    Rule{operation::paymentSettle, &applyPaymentSettle},
    Rule{operation::settingsEdit, &applySettingsEdit},
    Rule{operation::customerErase, &applyCustomerErase},
    Rule{operation::customerMerge, &applyCustomerMerge},
    Rule{operation::customerUnmerge, &applyCustomerUnmerge},
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

struct Area {
    QStringView named; ///< the first word of the types
    QStringView subject;
};

constexpr std::array areas{
    Area{entity::product, entity::product},     Area{entity::variant, entity::variant},
    Area{entity::customer, entity::customer},   Area{entity::person, entity::person},
    Area{entity::role, entity::role},           Area{entity::settings, entity::settings},
    Area{entity::promotion, entity::promotion}, Area{entity::priceList, entity::priceList},
    Area{entity::giftCard, entity::giftCard},   Area{u"cart", entity::parkedCart},
    Area{u"payment", entity::paymentIntent},    Area{u"points", entity::loyaltyAccount},
};

/// Rights and the audit trail go by the subject, rules by the type: both have to be of the same. Facts of the till are
/// not listed and have whatever subject they are about.
bool isAboutItsSubject(const Operation &operation)
{
    const QStringView named = QStringView(operation.type).left(operation.type.indexOf(u'.'));
    const auto area = std::ranges::find(areas, named, &Area::named);
    return area == areas.end() || operation.subject.type == area->subject;
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
