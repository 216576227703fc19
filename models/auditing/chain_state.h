// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_documents.h"
#include "models/operations/operation.h"

namespace crema::auditing {

/// A finished document of a register, as far as its chain looks at it.
struct ChainDocument {
    QString type; ///< of the operation
    UtcTime at;
    std::optional<QDate> businessDay; ///< of `at`, where the place of the register is known
    std::optional<Money> saleTotal;   ///< of a sale

    /// Reads the total of a sale out of its body.
    [[nodiscard]] static ChainDocument of(const Operation &operation);
};

/// Whether operations of this type are documents of the register.
[[nodiscard]] bool isDocument(QStringView type);

/// What a chain has come to: all that the next entry needs. A value; what it says follows from the entries alone.
struct ChainState {
    ChainHead head;
    RegisterId registerId;
    std::int64_t closings = 0;
    std::int64_t openFrom = 0;        ///< the first entry after the last closing
    std::int64_t openDocuments = 0;   ///< since then
    std::optional<QDate> businessDay; ///< of the last document
    ChainTotals open;                 ///< since the last closing
    ChainTotals perpetual;

    friend bool operator==(const ChainState &, const ChainState &) = default;
};

/// The state after the first entry of a chain.
[[nodiscard]] ChainState begunBy(const ChainBegin &begin, const QByteArray &bytes);
/// A document of another day than what is open has to wait for this closing.
[[nodiscard]] std::optional<ChainClosing> closingBefore(const ChainState &state, const ChainDocument &document);
/// The closing that follows a document: that of a shift.
[[nodiscard]] std::optional<ChainClosing> closingAfter(const ChainState &state, const ChainDocument &document);
[[nodiscard]] ChainState advanced(const ChainState &state, const ChainDocument &document, const QByteArray &bytes);
[[nodiscard]] ChainState advanced(const ChainState &state, const ChainClosing &closing, const QByteArray &bytes);

/// For a column beside the entry, so that nothing is added up again when a program starts.
[[nodiscard]] QByteArray canonicalBytes(const ChainState &state);
/// Errors: `journal.malformed`. `head` is not in the bytes.
[[nodiscard]] Result<ChainState> readChainState(const QByteArray &bytes, const ChainHead &head);

} // namespace crema::auditing
