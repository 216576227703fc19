// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/operations/acknowledgement.h"

#include <QByteArray>
#include <QList>

namespace crema {

/// What carries an operation in a batch: not part of its canonical bytes, so that a copied store can send under a
/// new epoch and a shared store can give the sequence late.
struct Envelope {
    DeviceId device;
    std::int64_t epoch = 1;    ///< of the device's store, at least 1
    std::int64_t sequence = 0; ///< 1, 2, 3… per device and epoch without a gap
    std::int64_t term = 0;     ///< of the syncer in a shared store, else 0
    QByteArray operation;      ///< canonical bytes

    friend bool operator==(const Envelope &, const Envelope &) = default;
};

/// The body of `POST /api/v1/sync/operations`.
struct PushRequest {
    /// sync.md rule 5.
    static constexpr qsizetype maxOperations = 500;
    static constexpr qsizetype maxBytes = 512 * 1024;

    QList<Envelope> envelopes;

    friend bool operator==(const PushRequest &, const PushRequest &) = default;
};

/// Its answer: one acknowledgement for each envelope, in order, and the sequence that the platform expects next.
struct PushAnswer {
    QList<Acknowledgement> acknowledgements;
    std::int64_t expected = 1;

    friend bool operator==(const PushAnswer &, const PushAnswer &) = default;
};

/// The bytes of one envelope; a batch is these, joined by commas, in `{"operations":[…]}`.
[[nodiscard]] QByteArray writeEnvelope(const Envelope &envelope);
[[nodiscard]] QByteArray writePushRequest(const PushRequest &request);

/// Reads a batch as writePushRequest writes it. The operations inside are not judged here: each is cut out by its
/// braces and kept byte for byte, so that one unreadable operation becomes a dead letter and does not stop the others.
/// Errors: `json.malformed`, `push.malformed`, `push.too_large`.
[[nodiscard]] Result<PushRequest> readPushRequest(QByteArrayView bytes);

[[nodiscard]] QByteArray writePushAnswer(const PushAnswer &answer);
/// Errors: `json.malformed`, `push.malformed`, `acknowledgement.malformed`.
[[nodiscard]] Result<PushAnswer> readPushAnswer(QByteArrayView bytes);

} // namespace crema
