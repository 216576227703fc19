// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_entry.h"
#include "models/base/result.h"

#include <QList>

namespace crema::platform {

/// What the platform signs now and then: the heads of all chains that grew since the seal before. Seals are a chain of
/// their own. Whoever keeps the number and hash of one elsewhere (each stands in the log) can tell that nothing before
/// it was cut off or written anew, also by somebody who owns the database and the key in it.
struct AuditSeal {
    std::int64_t number = 1; ///< from 1, without a gap
    UtcTime at;
    QByteArray previous;              ///< sealHash() of the seal before; auditing::chainStart() in the first
    QList<auditing::ChainHead> heads; ///< at least one

    friend bool operator==(const AuditSeal &, const AuditSeal &) = default;
};

/// A seal as it is stored.
struct SignedAuditSeal {
    QByteArray document; ///< canonical JSON
    QByteArray signature;
};

[[nodiscard]] QByteArray sealDocument(const AuditSeal &seal);
/// Errors: `audit.seal_malformed`.
[[nodiscard]] Result<AuditSeal> readSealDocument(QByteArrayView document);
[[nodiscard]] QByteArray sealHash(QByteArrayView document);
/// What is signed: the document with its purpose before it, so that no signature made for something else fits.
[[nodiscard]] QByteArray sealMessage(QByteArrayView document);

} // namespace crema::platform
