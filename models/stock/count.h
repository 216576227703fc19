// SPDX-License-Identifier: GPL-3.0-or-later
// What a count says and which movements it saw (sync.md rule 20): counting goes on while others sell, also offline.
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/money/quantity.h"

#include <QHash>
#include <QList>
#include <QString>

namespace crema {

/// Where a movement comes from: the numbers of one device and epoch are in the order in which things happened there.
struct MovementStream {
    DeviceId device;
    std::int64_t epoch = 1; ///< of the device's store, at least 1

    friend bool operator==(const MovementStream &, const MovementStream &) = default;
    friend size_t qHash(const MovementStream &stream, size_t seed = 0)
    {
        return qHashMulti(seed, stream.device, stream.epoch);
    }
};

/// A moment in platform time, as exactly as the clock that told it was known.
struct ClockMoment {
    /// Of a clock that nobody compared lately: its device was silent.
    static constexpr std::int64_t silentUncertaintyMs = 5 * 60 * 1000;

    UtcTime at;
    std::int64_t uncertaintyMs = silentUncertaintyMs; ///< to either side, 0 or more

    friend bool operator==(const ClockMoment &, const ClockMoment &) = default;
};

/// What was known when something was scanned: of each stream the last number. A stream that is missing was unknown.
using CountMark = QHash<MovementStream, std::int64_t>;

/// One quantity that a person found in one place.
struct CountLine {
    static constexpr qsizetype maxZone = 100;

    OperationId id; ///< of the operation that recorded it: the same line twice is one line
    QString zone;   ///< the part of the location that was counted; empty is the whole of it
    /// The turn in which the zone was counted. All lines of one turn add up; a later turn of the same zone stands in
    /// place of all its earlier ones, also where it did not find the variant any more.
    OperationId turn;
    UtcTime turnBegan; ///< in platform time
    VariantId variant;
    Quantity quantity; ///< 0 or more
    ClockMoment scanned;
    MovementStream counter; ///< the device that scanned
    CountMark mark;         ///< holds `counter` too

    friend bool operator==(const CountLine &, const CountLine &) = default;
};

/// A movement as a count has to judge it.
struct NumberedMovement {
    MovementId id;
    MovementStream stream;
    std::int64_t number = 0; ///< in its stream, at least 1
    Quantity delta;
    ClockMoment happened;

    friend bool operator==(const NumberedMovement &, const NumberedMovement &) = default;
};

/// On which side of a count a movement lies.
enum class CountSide {
    Before,  ///< what was counted has it in already
    After,   ///< it changes what was counted
    Unclear, ///< the clocks do not tell; a person decides
};

/// What a person said about movements that were shown as unclear.
using CountDecisions = QHash<MovementId, CountSide>;

/// Errors: `count.quantity` below 0 or above Quantity::maxLine, `count.zone` for more than 100 characters,
/// `count.mark` for a number below 0 or a counter that is not in its own mark.
[[nodiscard]] Result<CountLine> checkedCountLine(const CountLine &line);

/// The lines that count: each id once, of each zone the last turn (by its begin, then by its id).
[[nodiscard]] QList<CountLine> linesInForce(const QList<CountLine> &lines);

} // namespace crema
