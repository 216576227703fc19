// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/input/device_keys.h"

#include <optional>

namespace crema::terminal {

namespace {

const QByteArray escapeWord = QByteArrayLiteral("ESC");
constexpr qsizetype maximumKeys = 100;

std::optional<DeviceKey> keyOfLine(const QByteArray &line)
{
    const qsizetype space = line.indexOf(' ');
    const int number = line.startsWith('F') && space > 1 ? line.mid(1, space - 1).toInt() : 0;
    const QByteArray sequence = line.mid(space + 1).trimmed();
    if (number < 1 || number > 12 || !sequence.startsWith(escapeWord) || sequence.size() == escapeWord.size())
        return std::nullopt;
    return DeviceKey{'\033' + sequence.mid(escapeWord.size()),
                     static_cast<Key>(static_cast<int>(Key::F1) + number - 1)};
}

} // namespace

QByteArray deviceKeysText(const QList<DeviceKey> &keys)
{
    QByteArray text;
    for (const DeviceKey &one : keys) {
        const int number = 1 + static_cast<int>(one.key) - static_cast<int>(Key::F1);
        text += 'F' + QByteArray::number(number) + ' ' + escapeWord + one.bytes.mid(1) + '\n';
    }
    return text;
}

QList<DeviceKey> deviceKeysOf(const QByteArray &text)
{
    QList<DeviceKey> keys;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const std::optional<DeviceKey> key = keyOfLine(line);
        if (key && keys.size() < maximumKeys)
            keys.append(*key);
    }
    return keys;
}

} // namespace crema::terminal
