// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/hidden_costs.h"

#include "models/feed/entity_types.h"
#include "models/people/permission.h"

#include <QStringList>

#include <algorithm>

namespace crema::sync {
namespace {

bool isCost(const QString &field)
{
    return permissionsForField(entity::variant, field).contains(Permission::CatalogCosts);
}

/// Whether one was hidden.
bool hideIn(QList<AttentionField> &fields)
{
    bool hasHidden = false;
    for (AttentionField &field : fields) {
        if (!isCost(field.field))
            continue;
        field.base = field.mine = field.theirs = FieldValue();
        field.isHidden = hasHidden = true;
    }
    return hasHidden;
}

/// Values of what is made stand in the body itself, those of edits and decisions by field.
QJsonObject withoutCosts(QJsonObject body)
{
    const QString fieldsName = QStringLiteral("fields");
    const QStringList members = body.keys();
    for (const QString &member : members) {
        if (isCost(member))
            body.remove(member);
    }
    if (!body.value(fieldsName).isObject())
        return body;
    QJsonObject fields = body.value(fieldsName).toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (isCost(field.key()))
            *field = QJsonObject();
    }
    body.insert(fieldsName, fields);
    return body;
}

} // namespace

void hideCosts(ProductView &product)
{
    for (VariantView &variant : product.variants) {
        variant.variant.cost.reset();
        variant.isCostHidden = true;
    }
}

void hideCosts(AttentionItem &item)
{
    const bool ofConflict = hideIn(item.fields);
    const bool ofRefusal = hideIn(item.retryFields);
    if (ofConflict || ofRefusal)
        item.mayDecide = item.mayBeApproved = false;
}

void hideCosts(QueueEntry &entry)
{
    entry.operation.body = withoutCosts(entry.operation.body);
    if (!entry.acknowledgement)
        return;
    for (FieldConflict &conflict : entry.acknowledgement->conflicts) {
        if (isCost(conflict.field))
            conflict.from = conflict.to = conflict.current = QJsonValue(QJsonValue::Null);
    }
}

bool tellsCosts(const QueueEntry &entry)
{
    QueueEntry hidden = entry;
    hideCosts(hidden);
    return hidden != entry;
}

} // namespace crema::sync
