// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

namespace crema::http {

/// The rules of the gate, one for each way to break them.
enum class Refusal {
    RequestLine,
    MethodUnknown,
    Version,
    TargetForm,
    TargetTooLong,
    TargetEncoding,
    DotSegment,
    BareNewline,
    ControlCharacter,
    FoldedLine,
    FieldName,
    FieldTwice,
    TooManyFields,
    HeadTooLarge,
    HostMissing,
    HostForm,
    HostMismatch,
    ContentLength,
    TransferEncoding,
    LengthAndEncoding,
    EncodingOnHttp10,
    Trailer,
    Expectation,
    ChunkForm,
};

/// The Problem with a stable code and a sentence for the person who wrote the client.
[[nodiscard]] Problem refusalProblem(Refusal refusal);

} // namespace crema::http
