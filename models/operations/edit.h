// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/operations/acknowledgement.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace crema {

/// One field of an edit: what the editor saw and what it should become.
struct FieldEdit {
    QJsonValue from;
    QJsonValue to;

    friend bool operator==(const FieldEdit &, const FieldEdit &) = default;
};

/// A change of a set (barcodes, categories): what to put in and what to take out, never the whole set.
struct SetEdit {
    QJsonArray add;
    QJsonArray remove;

    friend bool operator==(const SetEdit &, const SetEdit &) = default;
};

/// The body of every `*.edit` operation:
/// `{"fields":{"name":{"from":…,"to":…}},"sets":{"barcodes":{"add":[…],"remove":[…]}}}`. Edits merge by field (ADR
/// 004), so two offline edits of one product chain without knowing any version.
struct Edit {
    QMap<QString, FieldEdit> fields;
    QMap<QString, SetEdit> sets;

    [[nodiscard]] bool isEmpty() const { return fields.isEmpty() && sets.isEmpty(); }

    friend bool operator==(const Edit &, const Edit &) = default;
};

/// Which members of an entity an edit may name.
struct EditableFields {
    QStringList fields;
    QStringList sets;
    /// Those of `fields` that decide what is charged, taxed or paid for: a value of theirs stays live until a person
    /// has decided about a conflict (sync.md rule 18).
    QStringList neverSilent = {};
    /// Those of `fields` that mean something only as a whole: where one of them conflicts, all that the edit names do.
    QStringList together = {};
};

[[nodiscard]] QJsonObject editToJson(const Edit &edit);
/// Errors: `operation.malformed` for another shape, an empty edit or a field outside `allowed`.
[[nodiscard]] Result<Edit> readEdit(const QJsonObject &body, const EditableFields &allowed);

/// The edit that leads from one state of an entity to another; only members in `allowed` are looked at.
[[nodiscard]] Edit editBetween(const QJsonObject &before, const QJsonObject &after, const EditableFields &allowed);

/// The edit that also says what its editor saw of the fields that belong to one it changes (EditableFields::together).
[[nodiscard]] Edit withWhatBelongs(Edit edit, const QJsonObject &before, const EditableFields &allowed);

/// The fields whose value an edit changes, without those that it names for what was seen only.
[[nodiscard]] QStringList changedFields(const QJsonObject &body);

/// Whether the present value must be what the editor saw.
enum class MergeMode {
    Judge,  ///< on the platform: a field that is neither `from` nor already `to` is a conflict and stays, and with it
            ///< those that belong together with it
    Replay, ///< on the device: pending edits are laid over the server's copy whatever it holds, but for fields that
            ///< never merge silently
};

struct MergeResult {
    QJsonObject entity;
    QList<FieldConflict> conflicts;
};

[[nodiscard]] MergeResult mergeEdit(const QJsonObject &current, const Edit &edit, const EditableFields &allowed,
                                    MergeMode mode);

} // namespace crema
