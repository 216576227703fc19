// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_state.h"

#include <QSet>

namespace crema::auditing {

/// The first thing that is wrong with a chain.
struct ChainFault {
    enum class Kind {
        Missing,   ///< this number is not there
        Hash,      ///< document or hash were changed, or stand in another place than before
        Signature, ///< not signed by the key that the chain began with
        Unsigned,  ///< the register had lost its key
        Document,  ///< the document does not read, or does not belong here
        Closing,   ///< a closing says other sums or entries than those it closes
        Repeated,  ///< the same document stands in the chain before
    };

    std::int64_t number = 0;
    Kind kind = Kind::Hash;

    friend bool operator==(const ChainFault &, const ChainFault &) = default;
};

/// Walks one chain from its first entry to its end and recomputes everything. Pure: till, platform, tests and
/// simulation check with it.
class ChainVerifier
{
public:
    enum class Signatures { Checked, Skipped };

    explicit ChainVerifier(Signatures signatures = Signatures::Checked) : m_signatures(signatures) {}

    /// The next entry. After a fault the walk is over.
    [[nodiscard]] std::optional<ChainFault> take(const ChainEntry &entry);

    /// Of all that was taken.
    [[nodiscard]] const ChainState &state() const { return m_state; }
    /// Valid after the first entry.
    [[nodiscard]] const ChainBegin &begin() const { return m_begin; }
    /// The operation of the entry taken last, when it was a document.
    [[nodiscard]] const std::optional<Operation> &operation() const { return m_operation; }
    /// The closing taken last, when the last entry was one.
    [[nodiscard]] const std::optional<ChainClosing> &closing() const { return m_closing; }

private:
    [[nodiscard]] std::optional<ChainFault::Kind> takeBegin(const QByteArray &bytes, const QJsonObject &document);
    [[nodiscard]] std::optional<ChainFault::Kind> takeClosing(const QByteArray &bytes, const QJsonObject &document);
    [[nodiscard]] std::optional<ChainFault::Kind> takeDocument(const QByteArray &bytes, const QJsonObject &document);

    Signatures m_signatures;
    ChainState m_state;
    ChainBegin m_begin;
    std::optional<Operation> m_operation;
    std::optional<ChainClosing> m_closing;
    QSet<QUuid> m_seen;
};

} // namespace crema::auditing
