// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/operation_demand.h"

#include "models/operations/bodies.h"
#include "models/operations/edit.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/selling/off_catalog.h"
#include "models/selling/discount_share.h"
#include "models/selling/return_rules.h"

#include <algorithm>

namespace crema {
namespace {

/// The fields that an operation gives a value: of what it edits those that change, of what it makes all that may be
/// empty. A product is never without a tax class, nor an article without a unit.
QStringList fieldsOf(const Operation &operation)
{
    if (operation.type.endsWith(QLatin1String(".edit")))
        return changedFields(operation.body);
    QStringList fields;
    for (auto member = operation.body.begin(); member != operation.body.end(); ++member) {
        const bool isAlwaysThere = member.key() == QLatin1String("tax_class") || member.key() == QLatin1String("unit");
        if (!member->isNull() && !isAlwaysThere)
            fields.append(member.key());
    }
    return fields;
}

QList<Permission> permissionsForFields(const QString &entityType, const QStringList &fields)
{
    QList<Permission> permissions;
    for (const QString &field : fields) {
        const QList<Permission> asked = permissionsForField(entityType, field);
        for (const Permission permission : asked) {
            if (!permissions.contains(permission))
                permissions.append(permission);
        }
    }
    return permissions;
}

/// All that a decision may be about: whoever may not set a field does not decide about it either.
QStringList fieldsOf(const Operation &resolution, const AttentionCard &card)
{
    QStringList fields = resolution.body.value(QStringLiteral("fields")).toObject().keys();
    for (const CardField &field : card.fields)
        fields.append(field.conflict.field);
    const auto operation = card.operation ? operationFromJson(*card.operation) : Result<Operation>(Operation());
    if (operation)
        fields += fieldsOf(*operation);
    return fields;
}

void demandSale(Demand &demand, const Sale &sale)
{
    demand.discount = discountShare(sale);
    if (hasOffCatalog(sale))
        demand.ofFields.append(Permission::SalesOffCatalog);
    if (!sale.takesBack())
        return;
    demand.ofFields.append(Permission::SalesReturn);
    if (std::ranges::any_of(sale.returns, [](const ReturnedLine &line) { return !line.sale; }))
        demand.ofFields.append(Permission::SalesReturnWithoutReceipt);
    if (const Money back = paidOut(sale); !back.isZero())
        demand.refund = back;
}

} // namespace

Demand demandOf(const Operation &operation, const AttentionCard *named, const Sale *sale)
{
    if (named) {
        const QStringList fields = fieldsOf(operation, *named);
        return {permissionToResolve(*named), 0, permissionsForFields(named->subject.type, fields)};
    }
    Demand demand{permissionForOperation(operation.type), 0};
    if (operation.type == operation::cashMove) {
        const Result<CashMovement> movement = body::readCashMove(operation);
        if (const auto besides = movement ? permissionForMovement(movement->kind) : std::nullopt)
            demand.ofFields = {*besides};
        return demand;
    }
    if (operation.type == operation::shiftClose) {
        if (const Result<body::ShiftClose> closing = body::readShiftClose(operation))
            demand.difference = std::abs(closing->counted.minor() - closing->expected.minor());
        return demand;
    }
    if (operation.type != operation::saleComplete) {
        // The commonest operation by far has no fields of this kind, and a body that is costly to look through.
        demand.ofFields = permissionsForFields(operation.subject.type, fieldsOf(operation));
        return demand;
    }
    if (sale) {
        demandSale(demand, *sale);
    } else if (const Result<Sale> read = body::readSaleComplete(operation)) {
        demandSale(demand, *read);
    }
    return demand;
}

} // namespace crema
