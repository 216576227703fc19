// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditing/chain_verifier.h"

#include "models/base/json.h"
#include "models/operations/operation_codec.h"
#include "models/security/signing_key.h"

namespace crema::auditing {

std::optional<ChainFault> ChainVerifier::take(const ChainEntry &entry)
{
    using Kind = ChainFault::Kind;
    const bool isFirst = m_state.head.number == 0;
    const std::int64_t expected = m_state.head.number + 1;
    const QByteArray before = isFirst ? chainStart() : m_state.head.hash;
    m_operation.reset();
    m_closing.reset();
    if (entry.number != expected)
        return ChainFault{expected, entry.number > expected ? Kind::Missing : Kind::Document};
    if (chainHash(before, entry.document) != entry.hash)
        return ChainFault{expected, Kind::Hash};
    const Result<QJsonObject> document = json::readStrict(entry.document);
    if (!document)
        return ChainFault{expected, Kind::Document};
    const QString type = document->value(QStringLiteral("type")).toString();
    std::optional<Kind> kind;
    if (isFirst)
        kind = type == beginType ? takeBegin(entry.document, *document) : Kind::Document;
    else if (type == closingType)
        kind = takeClosing(entry.document, *document);
    else
        kind = takeDocument(entry.document, *document);
    if (kind)
        return ChainFault{expected, *kind};
    if (m_signatures == Signatures::Skipped)
        return std::nullopt;
    if (entry.signature.isEmpty())
        return ChainFault{expected, Kind::Unsigned};
    if (!verifySignature(m_begin.publicKey, entryMessage(m_state.head), entry.signature))
        return ChainFault{expected, Kind::Signature};
    return std::nullopt;
}

std::optional<ChainFault::Kind> ChainVerifier::takeBegin(const QByteArray &bytes, const QJsonObject &document)
{
    const Result<ChainBegin> begin = readChainBegin(document);
    if (!begin)
        return ChainFault::Kind::Document;
    m_begin = *begin;
    m_state = begunBy(*begin, bytes);
    return std::nullopt;
}

std::optional<ChainFault::Kind> ChainVerifier::takeClosing(const QByteArray &bytes, const QJsonObject &document)
{
    const Result<ChainClosing> closing = readChainClosing(document);
    if (!closing)
        return ChainFault::Kind::Document;
    const bool adds = closing->number == m_state.closings + 1 && closing->from == m_state.openFrom &&
                      closing->to == m_state.head.number && closing->totals == m_state.open &&
                      closing->perpetual == m_state.perpetual;
    if (!adds)
        return ChainFault::Kind::Closing;
    m_state = advanced(m_state, *closing, bytes);
    m_closing = *closing;
    return std::nullopt;
}

std::optional<ChainFault::Kind> ChainVerifier::takeDocument(const QByteArray &bytes, const QJsonObject &document)
{
    const Result<Operation> operation = operationFromJson(document);
    if (!operation || !isDocument(operation->type) || operation->registerId != m_state.registerId)
        return ChainFault::Kind::Document;
    if (m_seen.contains(operation->id.value()))
        return ChainFault::Kind::Repeated;
    m_seen.insert(operation->id.value());
    m_state = advanced(m_state, ChainDocument::of(*operation), bytes);
    m_operation = *operation;
    return std::nullopt;
}

} // namespace crema::auditing
