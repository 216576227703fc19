// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/selling_reader.h"
#include "models/feed/selling_writer.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_content.h"
#include "models/operations/operation_types.h"
#include "tests/models/generators.h"

#include <rapidcheck/gtest.h>

namespace crema::testing {

/// The sale as the operation that a till sends.
inline QByteArray operationBytes(const Sale &sale)
{
    Operation operation;
    operation.id = OperationId(uuid(9));
    operation.type = operation::saleComplete.toString();
    operation.schema = body::schemaOf(sale);
    operation.subject = {entity::sale.toString(), sale.id.value()};
    operation.location = sale.location;
    operation.registerId = sale.registerId;
    operation.actor = sale.cashier;
    operation.occurredAt = sale.completedAt;
    operation.clock.boot = uuid(10);
    return canonicalBytes(operation, codec::canonicalBody(sale));
}

/// What each of the four codecs writes and reads of the sale says the same, in this schema.
inline void expectCodecsAgree(const Sale &sale, int schema)
{
    RC_ASSERT(codec::canonicalBody(sale) == json::writeCanonical(body::toJson(sale)));
    RC_ASSERT(codec::canonicalBytes(sale) == json::writeCanonical(codec::toJson(sale)));
    const QByteArray bytes = operationBytes(sale);
    const Result<Operation> operation = readOperation(bytes);
    RC_ASSERT(operation.has_value());
    RC_ASSERT(canonicalBytes(*operation) == bytes);
    const Result<Sale> slowly = body::readSaleComplete(*operation);
    RC_ASSERT(slowly.has_value() == codec::readsBackUnchanged(sale));
    if (slowly)
        RC_ASSERT((*slowly == sale));
    const Result<OperationContent> content = readContent(bytes);
    RC_ASSERT(content.has_value());
    if (content->sale) {
        RC_ASSERT(slowly.has_value());
        RC_ASSERT((*content->sale == sale));
        RC_ASSERT(content->operation.schema == schema);
    } else {
        RC_ASSERT(bytes.contains('\\') || !slowly);
    }
    if (const auto document = codec::readCanonicalSale(codec::canonicalBytes(sale)))
        RC_ASSERT((*document == sale));
}

/// Whatever becomes of the bytes, reading in one go takes nothing that the long way does not.
inline void expectSpoiledBytesReadTheSame(QByteArray bytes)
{
    const auto place = *rc::gen::inRange<qsizetype>(0, bytes.size());
    bytes[place] = *rc::gen::element(' ', '0', '9', '-', ',', '"', '}', ']', 'n', 'x');
    const Result<OperationContent> content = readContent(bytes);
    const Result<Operation> operation = readOperation(bytes);
    RC_ASSERT(content.has_value() == operation.has_value());
    if (content && content->sale) {
        const Result<Sale> sale = body::readSaleComplete(*operation);
        RC_ASSERT(sale.has_value());
        RC_ASSERT((*sale == *content->sale));
    }
}

} // namespace crema::testing
