// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/operations/operation.h"
#include "models/operations/operation_schemas.h"

#include <QByteArray>

namespace crema {

/// The RFC 8785 bytes of an operation: made once, then stored, hashed and sent. docs/wire.md has the form.
[[nodiscard]] QByteArray canonicalBytes(const Operation &operation);

/// As above with a body that is canonical already; the operation's own is not looked at.
[[nodiscard]] QByteArray canonicalBytes(const Operation &operation, QByteArrayView body);

/// Reads canonical bytes and brings what they say to the newest of `schemas` (sync.md rule 24); the bytes are what is
/// stored, hashed and sent. Errors: `json.malformed`; `operation.malformed` with the fields; `operation.not_canonical`
/// when the bytes say the same in another form.
[[nodiscard]] Result<Operation> readOperation(QByteArrayView bytes,
                                              const OperationSchemas &schemas = OperationSchemas::ours());

/// As readOperation, from an object that was read strictly before.
[[nodiscard]] Result<Operation> operationFromJson(const QJsonObject &object,
                                                  const OperationSchemas &schemas = OperationSchemas::ours());

/// SHA-256 of the canonical bytes, 32 bytes.
[[nodiscard]] QByteArray payloadHash(QByteArrayView canonicalBytes);

} // namespace crema
