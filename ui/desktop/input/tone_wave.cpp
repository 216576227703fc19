// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/tone_wave.h"

#include <QDataStream>
#include <QIODevice>
#include <QtMath>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int samplesPerSecond = 22'050;
constexpr int bytesPerSample = 2;
constexpr int headerBytes = 36; ///< what follows the size of a WAV file before its samples
constexpr int loudest = 9'000;  ///< of 32 767: heard at a counter, not across the shop
constexpr int fadeMs = 5;

int samplesOf(int milliseconds)
{
    return samplesPerSecond * milliseconds / 1000;
}

qint16 sampleAt(const ToneShape &shape, int position)
{
    const int length = samplesOf(shape.toneMs);
    const int edge = std::min(position, length - position);
    const double fade = std::min(1.0, static_cast<double>(edge) / samplesOf(fadeMs));
    const double angle = 2 * M_PI * shape.hertz * position / samplesPerSecond;
    return static_cast<qint16>(loudest * fade * qSin(angle));
}

} // namespace

QByteArray toneWave(const ToneShape &shape)
{
    const int length = samplesOf(shape.toneMs);
    const int samples = length * (2 * shape.count - 1);
    const auto dataBytes = static_cast<quint32>(samples * bytesPerSample);
    QByteArray wave;
    QDataStream out(&wave, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("RIFF", 4);
    out << quint32(headerBytes + dataBytes);
    out.writeRawData("WAVEfmt ", 8);
    out << quint32(16) << quint16(1) << quint16(1) << quint32(samplesPerSecond)
        << quint32(samplesPerSecond * bytesPerSample) << quint16(bytesPerSample) << quint16(16);
    out.writeRawData("data", 4);
    out << dataBytes;
    for (int sample = 0; sample < samples; ++sample)
        out << (sample / length % 2 == 0 ? sampleAt(shape, sample % length) : qint16(0));
    return wave;
}

} // namespace crema::desktop
