// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace crema::sync {

/// Something that is to be printed at this device, kept until it is on paper or a person lets it go.
struct PrintJob {
    enum class State {
        Waiting, ///< not on paper as far as is known; tried again
        Unclear, ///< the printer took it and did not say what became of it: a person looks, it is not tried again
    };

    std::int64_t number = 0; ///< made when it is kept
    QString title;           ///< what it is, for people: a receipt number
    QByteArray bytes;        ///< in the printer's language
    QByteArray kick;         ///< sent before them while the job is fresh; may be empty
    State state = State::Waiting;
    int tries = 0;
    UtcTime madeAt;

    friend bool operator==(const PrintJob &, const PrintJob &) = default;
};

/// So many wait at most: whoever has no paper for a day does not want all of that day's receipts at once.
inline constexpr int mostPrintJobs = 50;

} // namespace crema::sync
