// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply.h"

#include "models/operations/apply_attention.h"
#include "models/operations/apply_catalog.h"
#include "models/operations/apply_selling.h"
#include "models/operations/operation_types.h"

#include <QCoreApplication>

#include <array>

namespace crema {
namespace {

using Applier = Effect (*)(const Operation &, Aggregates &, MergeMode);

struct Rule {
    QStringView type;
    int newestSchema;
    Applier apply;
};

constexpr std::array rules{
    Rule{operation::shiftOpen, 1, &applyShiftOpen},
    Rule{operation::shiftClose, 1, &applyShiftClose},
    Rule{operation::saleComplete, 1, &applySaleComplete},
    Rule{operation::stockAdjust, 1, &applyStockAdjust},
    Rule{operation::productCreate, 1, &applyProductCreate},
    Rule{operation::productEdit, 1, &applyProductEdit},
    Rule{operation::variantCreate, 1, &applyVariantCreate},
    Rule{operation::variantEdit, 1, &applyVariantEdit},
    Rule{operation::customerCreate, 1, &applyCustomerCreate},
    Rule{operation::customerEdit, 1, &applyCustomerEdit},
    Rule{operation::attentionResolve, 1, &applyAttentionResolve},
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

} // namespace

Effect applyOperation(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    for (const Rule &rule : rules) {
        if (rule.type == operation.type && operation.schema <= rule.newestSchema)
            return rule.apply(operation, aggregates, mode);
    }
    return unknown(operation);
}

} // namespace crema
