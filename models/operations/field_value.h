// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/catalog/variant.h"
#include "models/customers/consent.h"
#include "models/operations/operation.h"
#include "models/people/own_role.h"

#include <QJsonValue>

#include <variant>

namespace crema {

/// A part of something, in ten-thousandths.
struct Share {
    std::int32_t tenThousandths = 0;

    friend bool operator==(const Share &, const Share &) = default;
};

/// A value with a form of its own that no field of a form takes: the rule of a promotion, the prices of a list.
struct RawValue {
    QJsonValue json;

    friend bool operator==(const RawValue &, const RawValue &) = default;
};

/// What an editable field holds, as what it is; monostate: nothing.
using FieldValue =
    std::variant<std::monostate, QString, bool, std::int64_t, Money, Price, TaxClassId, Unit, QList<VariantOption>,
                 RoleRef, QList<LocationId>, QList<Permission>, Share, Consent, RawValue>;

/// How people read and type a field.
enum class FieldKind {
    Text,
    Flag,
    Grams,
    Money,
    Price,
    TaxClass,
    Unit,
    Options,
    Role,
    Locations,
    Permissions,
    Share,
    Number,
    Consent,
    Raw, ///< shown as it is written
};

/// Of an editable member of any entity (models/operations/bodies.h).
[[nodiscard]] FieldKind fieldKind(QStringView field);

/// The value of a member; what does not read is nothing.
[[nodiscard]] FieldValue fieldValueOf(QStringView field, const QJsonValue &json);
[[nodiscard]] QJsonValue fieldValueToJson(const FieldValue &value);

/// The entity with other values in some members, held against the rules of its kind: what a typed value is checked
/// with before it is recorded. Errors: those of reading and checking the entity, with the fields.
[[nodiscard]] Result<void> checkedMembers(const QString &entityType, const QJsonObject &entity,
                                          const QMap<QString, QJsonValue> &members);

} // namespace crema
