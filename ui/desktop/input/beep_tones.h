// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/input/tones.h"

#include <memory>

namespace crema::desktop {

/// The bell of the desktop, once or twice. Its pitch and length are the desktop's: Qt alone plays no tones, and the
/// multimedia module would bring a sound server into every till. So the number of beeps tells the two apart.
class BeepTones final : public Tones
{
public:
    /// From one beep of a pair to the next: 120 ms of tone and as much silence.
    static constexpr std::int64_t pairMs = 240;

    explicit BeepTones(Clock &clock) : m_clock(clock) {}

    void found() override;
    void notFound() override;

private:
    Clock &m_clock;
    std::unique_ptr<Timer> m_second;
};

} // namespace crema::desktop
