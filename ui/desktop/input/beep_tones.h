// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/input/tones.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace crema::desktop {

/// Tones made by the player that the desktop brings (PipeWire's, PulseAudio's or ALSA's): 80 ms high for found, twice
/// 120 ms low for not found, three times for what could not be taken. Where there is none, the bell of the desktop,
/// once or twice: Qt alone plays no tones, and its multimedia module would bring a sound server into every till.
class BeepTones final : public Tones
{
public:
    /// From one bell of a pair to the next.
    static constexpr std::int64_t pairMs = 240;

    explicit BeepTones(Clock &clock);
    ~BeepTones() override;

    void found() override;
    void notFound() override;
    void refused() override;

private:
    /// False: nothing here can play it.
    [[nodiscard]] bool play(const QString &file);
    [[nodiscard]] bool prepare();

    Clock &m_clock;
    std::unique_ptr<Timer> m_second;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_player;
    bool m_prepared = false;
};

} // namespace crema::desktop
