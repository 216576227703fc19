// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace crema::json {

/// Why a text is not strict JSON.
enum class ScanProblem {
    NotAnObject,
    Unexpected,
    EndsEarly,
    TooDeep,
    DuplicateName,
    NotWhole,
    NumberTooLarge,
    NotUtf8,
    ControlCharacter,
    LoneSurrogate,
    BehindTheEnd,
};

struct ScanFinding {
    ScanProblem problem = ScanProblem::Unexpected;
    qsizetype offset = 0; ///< in bytes from the start
};

/// Walks one JSON object without building it and returns the first thing that breaks the rules of
/// readStrict(), or nothing. Blanks around the object are allowed; a byte order mark is not.
[[nodiscard]] std::optional<ScanFinding> scanObject(QByteArrayView bytes, int maxDepth);

} // namespace crema::json
