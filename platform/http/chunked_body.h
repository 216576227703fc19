// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>

#include <memory>

namespace crema::http {

/// Takes a chunked body apart while it arrives. Trailer fields are refused: Beast would put them among the header
/// fields, where they could bring an Authorization in by the back door.
class ChunkedBody
{
public:
    /// Bodies of more than `limit` bytes are refused.
    explicit ChunkedBody(std::int64_t limit);
    ~ChunkedBody();
    ChunkedBody(const ChunkedBody &) = delete;
    ChunkedBody &operator=(const ChunkedBody &) = delete;

    /// Reads from the front of `bytes` and returns how many it used; what is left must be given again together
    /// with what follows. Errors: `request.chunk`, `request.trailer`, `request.too_large`.
    [[nodiscard]] Result<qsizetype> read(QByteArrayView bytes);

    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QByteArray takeBody();
    [[nodiscard]] qsizetype size() const;

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
};

/// The Problem of a body that exceeds its limit.
[[nodiscard]] Problem tooLargeProblem(std::int64_t limit);

} // namespace crema::http
