// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_codec.h"
#include "models/feed/json_values.h"
#include "models/people/own_role.h"

#include <QCoreApplication>

namespace crema::codec {

QJsonArray permissionArray(const QList<Permission> &permissions)
{
    QJsonArray texts;
    for (const Permission permission : permissions)
        texts.append(permissionText(permission));
    return texts;
}

QList<Permission> readPermissions(JsonFields &fields, const QString &name)
{
    // A permission that a newer platform knows means nothing here: leaving it out grants nothing.
    QList<Permission> permissions;
    const QStringList texts = fields.texts(name, 500, 60);
    for (const QString &text : texts) {
        if (const auto permission = permissionFromText(text))
            permissions.append(*permission);
    }
    return permissions;
}

QJsonObject toJson(const OwnRole &role)
{
    QJsonObject json{{QStringLiteral("allowed"), permissionArray(role.rights.allowed)},
                     {QStringLiteral("base"), roleText(role.base)},
                     {QStringLiteral("discount_limit"), role.rights.discountLimit},
                     {QStringLiteral("id"), role.id.toString()},
                     {QStringLiteral("name"), role.name},
                     {QStringLiteral("retired"), role.retired},
                     {QStringLiteral("with_approval"), permissionArray(role.rights.withApproval)}};
    // Left out, a role reads as it did before roles had this limit.
    if (role.rights.refundLimit)
        json.insert(QStringLiteral("refund_limit"), qint64(*role.rights.refundLimit));
    return json;
}

Result<OwnRole> readRole(const QJsonObject &json)
{
    JsonFields fields(json);
    OwnRole role;
    role.id = fields.id<RoleId>(QStringLiteral("id"));
    role.name = fields.text(QStringLiteral("name"), 1, 200);
    // A built-in role that a newer platform knows; it says nothing about the rights.
    role.base = roleFromText(fields.text(QStringLiteral("base"), 1, 40)).value_or(Role::Barista);
    role.rights.allowed = readPermissions(fields, QStringLiteral("allowed"));
    role.rights.withApproval = readPermissions(fields, QStringLiteral("with_approval"));
    role.rights.discountLimit = static_cast<std::int32_t>(fields.integer(QStringLiteral("discount_limit"), 0, 10'000));
    role.rights.refundLimit = fields.optionalInteger(QStringLiteral("refund_limit"), 0, largestRefundLimit);
    role.retired = fields.booleanOr(QStringLiteral("retired"), false);
    return fields.result(role, QStringLiteral("entity.malformed"));
}

} // namespace crema::codec
