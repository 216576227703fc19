// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/utc_time.h"

#include <QByteArray>
#include <QList>
#include <QUuid>

namespace crema::platform {

/// How far one chain of the audit trail has come.
struct AuditHead {
    QUuid chain;
    std::int64_t number = 0;
    QByteArray hash; ///< SHA-256, 32 bytes

    friend bool operator==(const AuditHead &, const AuditHead &) = default;
};

/// What the platform signs now and then: the heads of all chains that grew since the seal before. Seals are a chain of
/// their own. Whoever keeps the number and hash of one elsewhere (each stands in the log) can tell that nothing before
/// it was cut off or written anew, also by somebody who owns the database and the key in it.
struct AuditSeal {
    std::int64_t number = 1; ///< from 1, without a gap
    UtcTime at;
    QByteArray previous;    ///< hash of the seal before; 32 zero bytes in the first
    QList<AuditHead> heads; ///< at least one

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
