// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/operation_content.h"

#include "models/base/json.h"
#include "models/feed/selling_reader.h"
#include "models/operations/apply_selling.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using body::schemaOf;

/// Of the body that readCanonicalBody() reads.
constexpr int firstSchema = 1;
constexpr int ourSchema = 5;
constexpr qsizetype maxAfter = 100;

std::optional<PersonId> readActor(json::CanonicalReader &in)
{
    const QLatin1StringView actor = in.word("actor"_L1);
    if (actor == "owner"_L1)
        return std::nullopt;
    const auto id = PersonId::fromString(QString(actor));
    if (!id)
        in.fail();
    return id;
}

/// Nothing for what is no sale, or not written as we do it.
std::optional<OperationContent> readSaleComplete(QByteArrayView bytes)
{
    if (!bytes.endsWith("\"type\":\"sale.complete\"}"))
        return std::nullopt;
    OperationContent content;
    Operation &operation = content.operation;
    json::CanonicalReader in(bytes);
    in.beginObject();
    operation.actor = readActor(in);
    in.beginArray("after"_L1);
    while (in.hasElement()) {
        operation.after.append(in.id<OperationId>());
        if (operation.after.size() > maxAfter)
            in.fail();
    }
    in.beginObject("body"_L1);
    Sale sale = codec::readCanonicalBody(in);
    in.endObject();
    in.beginObject("clock"_L1);
    operation.clock.boot = in.uuid("boot"_L1);
    operation.clock.monotonicMs = in.integer("monotonic_ms"_L1, 0, json::maxInteger);
    operation.clock.offsetMs = in.integer("offset_ms"_L1, -json::maxInteger, json::maxInteger);
    in.endObject();
    operation.id = in.id<OperationId>("id"_L1);
    operation.location = in.optionalId<LocationId>("location"_L1);
    operation.occurredAt = in.time("occurred_at"_L1);
    operation.registerId = in.optionalId<RegisterId>("register"_L1);
    operation.schema = static_cast<int>(in.integer("schema"_L1, firstSchema, ourSchema));
    if (operation.schema != schemaOf(sale))
        in.fail();
    in.beginObject("subject"_L1);
    operation.subject.id = in.uuid("id"_L1);
    operation.subject.type = in.text("type"_L1, 1, 40);
    in.endObject();
    operation.type = in.text("type"_L1, 3, 60);
    in.endObject();
    if (!in.isWhole() || operation.type != operation::saleComplete || !operation.location || !operation.registerId)
        return std::nullopt;
    sale.id = SaleId(operation.subject.id);
    sale.location = *operation.location;
    sale.registerId = *operation.registerId;
    sale.cashier = operation.actor;
    sale.completedAt = operation.occurredAt;
    if (!codec::isSound(sale))
        return std::nullopt;
    content.sale = std::move(sale);
    return content;
}

} // namespace

Result<OperationContent> readContent(QByteArrayView bytes)
{
    if (auto sale = readSaleComplete(bytes))
        return *std::move(sale);
    Result<Operation> operation = readOperation(bytes);
    if (!operation)
        return failure(operation.error());
    return OperationContent{*std::move(operation), std::nullopt};
}

Effect applyContent(const OperationContent &content, Aggregates &aggregates, MergeMode mode)
{
    // It has a register: otherwise it would not have been read so.
    return content.sale ? applySale(content.operation, *content.sale, aggregates)
                        : applyOperation(content.operation, aggregates, mode);
}

} // namespace crema
