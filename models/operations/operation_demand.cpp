// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/operation_demand.h"

#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/selling/discount_share.h"

namespace crema {

Demand demandOf(const Operation &operation, const AttentionCard *named, const Sale *sale)
{
    if (named)
        return {permissionToResolve(*named), 0};
    Demand demand{permissionForOperation(operation.type), 0};
    if (operation.type != operation::saleComplete)
        return demand;
    if (sale) {
        demand.discount = discountShare(*sale);
    } else if (const Result<Sale> read = body::readSaleComplete(operation)) {
        demand.discount = discountShare(*read);
    }
    return demand;
}

} // namespace crema
