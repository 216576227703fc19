// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/scanner/serial_reader.h"

#include <QStringDecoder>

#include <algorithm>

namespace crema {

namespace {

constexpr qsizetype aimLength = 3;

bool isControl(QChar letter)
{
    return letter.category() == QChar::Other_Control;
}

/// What codes hold: the separators of GS1 (FNC1 comes as GS, GS1 General Specifications 7.8) and of ISO/IEC 15434,
/// and what frames a transmission. Others are noise on the line or a wrong speed.
bool isOfCodes(QChar letter)
{
    const char16_t code = letter.unicode();
    const bool isSeparator = code >= 0x1c && code <= 0x1f;
    const bool isFrame = code >= 0x02 && code <= 0x04;
    return !isControl(letter) || isSeparator || isFrame || code == u'\t' || code == u'\r' || code == u'\n';
}

QString withoutControlsAtEnds(QString text)
{
    while (!text.isEmpty() && isControl(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && isControl(text.back()))
        text.chop(1);
    return text;
}

/// Whether it begins with the symbology identifier of ISO/IEC 15424, such as ]C1.
bool hasAim(const QString &text)
{
    return text.size() >= aimLength && text.at(0) == u']' && text.at(1).isLetter() && text.at(2).isLetterOrNumber();
}

/// As the scanners that type have it (WedgeScanner).
QString bare(const QString &sent, const SerialSetup &setup)
{
    QString text = withoutControlsAtEnds(sent);
    if (!setup.prefix.isEmpty() && text.startsWith(setup.prefix))
        text.remove(0, setup.prefix.size());
    if (!setup.suffix.isEmpty() && text.endsWith(setup.suffix))
        text.chop(setup.suffix.size());
    if (hasAim(text))
        text.remove(0, aimLength);
    return withoutControlsAtEnds(text);
}

} // namespace

QList<SerialReading> SerialReader::take(QByteArrayView bytes)
{
    QList<SerialReading> readings;
    for (const char byte : bytes) {
        const bool isOver = ends(byte);
        m_last = byte;
        if (isOver) {
            if (const auto reading = finished(SerialReading::Kind::Code))
                readings.append(*reading);
        } else if (m_isSkipping) {
            continue;
        } else if (m_bytes.size() == longestCode) {
            m_bytes.clear();
            m_isSkipping = true;
            readings.append(SerialReading{SerialReading::Kind::TooLong, {}});
        } else {
            m_bytes.append(byte);
        }
    }
    return readings;
}

std::optional<SerialReading> SerialReader::pause()
{
    const bool isEnding = m_setup.ending == SerialEnding::Nothing;
    return finished(isEnding ? SerialReading::Kind::Code : SerialReading::Kind::Part);
}

std::optional<SerialReading> SerialReader::cutOff()
{
    m_last = 0;
    return finished(SerialReading::Kind::Part);
}

bool SerialReader::ends(char byte) const
{
    switch (m_setup.ending) {
    case SerialEnding::CarriageReturn: return byte == '\r';
    case SerialEnding::LineFeed: return byte == '\n';
    case SerialEnding::Both: return byte == '\n' && m_last == '\r';
    case SerialEnding::Nothing: return false;
    }
    Q_UNREACHABLE();
}

std::optional<SerialReading> SerialReader::finished(SerialReading::Kind kind)
{
    const QByteArray sent = std::exchange(m_bytes, {});
    if (std::exchange(m_isSkipping, false))
        return std::nullopt; // that it is too long is said
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(sent);
    if (decoder.hasError() || !std::ranges::all_of(text, &isOfCodes))
        return SerialReading{SerialReading::Kind::Garbled, {}};
    const QString code = bare(text, m_setup);
    if (code.isEmpty())
        return std::nullopt;
    return SerialReading{kind, code};
}

} // namespace crema
