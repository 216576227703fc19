// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/beep_tones.h"

#include "ui/desktop/input/tone_wave.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace crema::desktop {

namespace {

constexpr ToneShape foundShape{1760, 80, 1};
constexpr ToneShape notFoundShape{330, 120, 2};
constexpr ToneShape refusedShape{330, 120, 3};
const QString refusedFile = QStringLiteral("refused.wav");
const QString foundFile = QStringLiteral("found.wav");
const QString notFoundFile = QStringLiteral("not-found.wav");

bool writeWave(const QString &path, const ToneShape &shape)
{
    QFile file(path);
    const QByteArray wave = toneWave(shape);
    return file.open(QIODevice::WriteOnly) && file.write(wave) == wave.size();
}

} // namespace

BeepTones::BeepTones(Clock &clock) : m_clock(clock) {}

BeepTones::~BeepTones() = default;

bool BeepTones::prepare()
{
    if (std::exchange(m_prepared, true))
        return !m_player.isEmpty();
    // Pictures and tests without a screen stay silent.
    if (QApplication::platformName() == QLatin1String("offscreen"))
        return false;
    m_folder = std::make_unique<QTemporaryDir>();
    if (!m_folder->isValid() || !writeWave(m_folder->filePath(foundFile), foundShape) ||
        !writeWave(m_folder->filePath(notFoundFile), notFoundShape) ||
        !writeWave(m_folder->filePath(refusedFile), refusedShape))
        return false;
    for (const char *player : {"pw-play", "paplay", "aplay"}) {
        m_player = QStandardPaths::findExecutable(QString::fromLatin1(player));
        if (!m_player.isEmpty())
            return true;
    }
    return false;
}

bool BeepTones::play(const QString &file)
{
    if (!prepare())
        return false;
    QStringList arguments{m_folder->filePath(file)};
    if (m_player.endsWith(QLatin1String("aplay")))
        arguments.prepend(QStringLiteral("-q")); // the only one that talks
    return QProcess::startDetached(m_player, arguments);
}

void BeepTones::found()
{
    m_second.reset();
    if (!play(foundFile))
        QApplication::beep();
}

void BeepTones::refused()
{
    if (!play(refusedFile))
        QApplication::beep();
}

void BeepTones::notFound()
{
    if (play(notFoundFile))
        return;
    QApplication::beep();
    m_second = m_clock.after(pairMs, [] { QApplication::beep(); });
}

} // namespace crema::desktop
