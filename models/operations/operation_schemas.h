// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/operation.h"

#include <QHash>

#include <functional>
#include <vector>

namespace crema {

/// Makes a body of one schema what the next schema would have said. Pure; members that it does not know stay. None
/// where the next one only says more: what the older one says is read as it is then, and keeps its number.
using BodyStep = std::function<QJsonObject(QJsonObject body)>;

/// One operation type and the versions of its body.
struct OperationSchema {
    QString type;
    int newest = 1;              ///< what this version writes
    /// From schema 1 to 2, from 2 to 3, …: newest − 1 of them. An empty one is the last that applies: the newer body is
    /// the older one where it has no more to say, and is written as that.
    std::vector<BodyStep> steps;
};

/// The operation types that a program knows (sync.md rule 24). What is decoded is brought to the newest schema at once,
/// so that rules read one form only; stored bytes and their hash stay as they were made. A step stays for at least
/// twelve months after the version that made it necessary: so long a till may be away.
class OperationSchemas
{
public:
    /// Each type once, each with all of its steps.
    explicit OperationSchemas(std::vector<OperationSchema> schemas);

    /// Those of this version.
    [[nodiscard]] static const OperationSchemas &ours();

    /// Whether this version knows what the operation says: its type, and a schema that is not newer than ours.
    [[nodiscard]] bool knows(const Operation &operation) const;
    /// The operation as this version would have made it; as it is when it is not known or no step changes it.
    [[nodiscard]] Operation upcast(Operation operation) const;

private:
    QHash<QString, OperationSchema> m_schemas;
};

} // namespace crema
