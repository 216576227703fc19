// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_entry.h"
#include "models/base/id.h"
#include "models/base/result.h"

#include <QList>

#include <variant>

namespace crema::auditing {

/// An entry on its way to the platform, which has most documents already, as operations.
struct SentEntry {
    std::variant<OperationId, QByteArray> document; ///< or its bytes
    QByteArray signature;

    friend bool operator==(const SentEntry &, const SentEntry &) = default;
};

/// The body of `POST /api/v1/journal/entries`: the next entries of one chain, which the platform follows up and
/// countersigns.
struct ChainRequest {
    static constexpr qsizetype maxEntries = 200;
    static constexpr qsizetype maxBytes = 512 * 1024;

    ChainHead after;          ///< where the register says that the platform stands
    std::int64_t last = 0;    ///< the number of the last entry that the register has
    QList<SentEntry> entries; ///< from `after.number` + 1 on

    friend bool operator==(const ChainRequest &, const ChainRequest &) = default;
};

[[nodiscard]] QByteArray writeChainRequest(const ChainRequest &request);
/// Errors: `json.malformed`, `journal.malformed` with the fields.
[[nodiscard]] Result<ChainRequest> readChainRequest(QByteArrayView bytes);

[[nodiscard]] QByteArray writeCountersignature(const Countersignature &countersignature);
/// Errors: `json.malformed`, `journal.malformed`.
[[nodiscard]] Result<Countersignature> readCountersignature(QByteArrayView bytes);

} // namespace crema::auditing
