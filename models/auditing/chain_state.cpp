// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditing/chain_state.h"

#include "models/base/json.h"
#include "models/money/money_json.h"
#include "models/operations/operation_types.h"

namespace crema::auditing {
namespace {

ChainClosing closingOf(const ChainState &state, ChainClosing::Reason reason, UtcTime at)
{
    return {reason,         state.closings + 1, state.businessDay, at,
            state.openFrom, state.head.number,  state.open,        state.perpetual};
}

ChainState moved(const ChainState &state, const QByteArray &bytes)
{
    ChainState next = state;
    ++next.head.number;
    next.head.hash = chainHash(state.head.hash, bytes);
    return next;
}

} // namespace

ChainDocument ChainDocument::of(const Operation &operation)
{
    ChainDocument document{operation.type, operation.occurredAt, std::nullopt, std::nullopt};
    if (operation.type == operation::saleComplete) {
        JsonFields fields(operation.body);
        const Money total = readMoney(fields, QStringLiteral("total"));
        if (fields.problems().isEmpty())
            document.saleTotal = total;
    }
    return document;
}

bool isDocument(QStringView type)
{
    return type == operation::saleComplete || type == operation::cashMove || type == operation::shiftOpen ||
           type == operation::shiftClose;
}

ChainState begunBy(const ChainBegin &begin, const QByteArray &bytes)
{
    ChainState state;
    state.head = {begin.chain, 0, chainStart()};
    state.registerId = begin.registerId;
    state.perpetual = begin.perpetual;
    state = moved(state, bytes);
    state.openFrom = state.head.number + 1;
    return state;
}

std::optional<ChainClosing> closingBefore(const ChainState &state, const ChainDocument &document)
{
    const bool sameDay = !document.businessDay || state.businessDay == document.businessDay;
    if (state.openDocuments == 0 || sameDay)
        return std::nullopt;
    return closingOf(state, ChainClosing::Reason::Day, document.at);
}

std::optional<ChainClosing> closingAfter(const ChainState &state, const ChainDocument &document)
{
    if (document.type != operation::shiftClose)
        return std::nullopt;
    return closingOf(state, ChainClosing::Reason::Shift, document.at);
}

ChainState advanced(const ChainState &state, const ChainDocument &document, const QByteArray &bytes)
{
    ChainState next = moved(state, bytes);
    ++next.openDocuments;
    if (document.businessDay)
        next.businessDay = document.businessDay;
    if (document.saleTotal) {
        next.open.add(*document.saleTotal);
        next.perpetual.add(*document.saleTotal);
    }
    return next;
}

ChainState advanced(const ChainState &state, const ChainClosing &closing, const QByteArray &bytes)
{
    ChainState next = moved(state, bytes);
    next.closings = closing.number;
    next.openFrom = next.head.number + 1;
    next.openDocuments = 0;
    next.open = {};
    return next;
}

QByteArray canonicalBytes(const ChainState &state)
{
    QJsonObject json{{QStringLiteral("closings"), qint64(state.closings)},
                     {QStringLiteral("open"), toJson(state.open)},
                     {QStringLiteral("open_documents"), qint64(state.openDocuments)},
                     {QStringLiteral("open_from"), qint64(state.openFrom)},
                     {QStringLiteral("perpetual"), toJson(state.perpetual)},
                     {QStringLiteral("register"), state.registerId.toString()}};
    if (state.businessDay)
        json.insert(QStringLiteral("business_day"), state.businessDay->toString(Qt::ISODate));
    return json::writeCanonical(json);
}

Result<ChainState> readChainState(const QByteArray &bytes, const ChainHead &head)
{
    const Result<QJsonObject> json = json::readStrict(bytes);
    if (!json)
        return failure(json.error());
    JsonFields fields(*json);
    ChainState state;
    state.head = head;
    state.registerId = fields.id<RegisterId>(QStringLiteral("register"));
    state.closings = fields.integer(QStringLiteral("closings"), 0, json::maxInteger);
    state.openFrom = fields.integer(QStringLiteral("open_from"), 1, json::maxInteger);
    state.openDocuments = fields.integer(QStringLiteral("open_documents"), 0, json::maxInteger);
    if (fields.has(QStringLiteral("business_day")))
        state.businessDay = fields.date(QStringLiteral("business_day"));
    const Result<ChainTotals> open = readChainTotals(fields.object(QStringLiteral("open")));
    const Result<ChainTotals> perpetual = readChainTotals(fields.object(QStringLiteral("perpetual")));
    if (!open || !perpetual)
        return failure(open ? perpetual.error() : open.error());
    state.open = *open;
    state.perpetual = *perpetual;
    return fields.result(state, QStringLiteral("journal.malformed"));
}

} // namespace crema::auditing
