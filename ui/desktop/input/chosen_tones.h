// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/input/beep_tones.h"

namespace crema {
class ScannerPresenter;
}

namespace crema::desktop {

/// Whether this computer can make a sound: a sound card that plays, or a sound server of the person.
[[nodiscard]] bool hasSound();

/// Tones as the person chose them: always, never, or where there is something to play them. Never waits for a sound.
class ChosenTones final : public Tones
{
public:
    /// `tones` make the sounds; everything given outlives it.
    ChosenTones(Tones &tones, const ScannerPresenter &scanner) : m_tones(tones), m_scanner(scanner) {}

    void found() override;
    void notFound() override;
    void refused() override;

private:
    [[nodiscard]] bool isOn();

    Tones &m_tones;
    const ScannerPresenter &m_scanner;
    std::optional<bool> m_hasSound; ///< once it was looked
};

} // namespace crema::desktop
