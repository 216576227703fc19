// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/randomness.h"
#include "models/base/utc_time.h"

namespace crema {

/// A UUID of version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, then 74 random bits.
[[nodiscard]] QUuid makeUuid7(UtcTime now, Randomness &randomness);

template<class AnyId>
[[nodiscard]] AnyId makeId(UtcTime now, Randomness &randomness)
{
    return AnyId(makeUuid7(now, randomness));
}

} // namespace crema
