// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crema::desktop {

/// One sine tone, or the pause of the same length after it.
struct ToneShape {
    int hertz = 0;
    int toneMs = 0;
    int count = 1; ///< how often it sounds, with pauses of toneMs between
};

/// A WAV file in memory: 16 bit, mono, 22 050 samples a second, with 5 ms of fading at both ends of each tone.
[[nodiscard]] QByteArray toneWave(const ToneShape &shape);

} // namespace crema::desktop
