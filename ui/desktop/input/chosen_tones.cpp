// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/chosen_tones.h"

#include "ui/presenters/scanner/scanner_presenter.h"

#include <QDir>
#include <QFile>

namespace crema::desktop {

bool hasSound()
{
    if (!QDir(QStringLiteral("/dev/snd")).entryList({QStringLiteral("pcm*p")}, QDir::System).isEmpty())
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && (QFile::exists(runtime + QStringLiteral("/pipewire-0")) ||
                                  QFile::exists(runtime + QStringLiteral("/pulse/native")));
}

bool ChosenTones::isOn()
{
    switch (m_scanner.setup().sounds) {
    case ScanSounds::On: return true;
    case ScanSounds::Off: return false;
    case ScanSounds::Automatic: break;
    }
    if (!m_hasSound)
        m_hasSound = hasSound();
    return *m_hasSound;
}

void ChosenTones::found()
{
    if (isOn())
        m_tones.found();
}

void ChosenTones::notFound()
{
    if (isOn())
        m_tones.notFound();
}

void ChosenTones::refused()
{
    if (isOn())
        m_tones.refused();
}

} // namespace crema::desktop
