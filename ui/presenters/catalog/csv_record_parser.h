// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/catalog/csv_reader.h"

namespace crema::presenters {

/// What one look at the bytes from a record's start told.
struct CsvParse {
    enum class State { Complete, NeedsMore };

    State state = State::Complete;
    qsizetype consumed = 0; ///< bytes of the record with its line end, or up to the next line after a problem
    QStringList fields;
    std::optional<Problem> problem;
};

/// Reads one record from the start of `bytes`. `atEnd` says that no more bytes will come.
[[nodiscard]] CsvParse parseCsvRecord(QByteArrayView bytes, bool atEnd, char separator, const CsvLimits &limits);

} // namespace crema::presenters
